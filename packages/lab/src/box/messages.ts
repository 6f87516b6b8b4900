/** Texts of the open box. */
export const boxMessages = {
  name: { en: () => 'Open the box', ja: () => '中身を開く' },
  about: {
    en: (v: { iteration: number }) => `Step ${v.iteration}: everything that is computed from here to the next model, line by line. Point at a term to find it elsewhere; click a line, then a number, to see where it comes from.`,
    ja: (v: { iteration: number }) => `ステップ ${v.iteration}: ここから次のモデルまでに計算されるすべてを 1 行ずつ示します。項を指すと、式・コード・数値の中の同じものが光ります。行を選び、数値を選ぶと、その計算の内訳が分かります。`,
  },
  sampled: {
    en: (v: { rows: number; shown: number }) => `Opened on ${v.shown} of the ${v.rows} rows of this step, so that it can be read.`,
    ja: (v: { rows: number; shown: number }) => `読みやすいように、このステップの ${v.rows} 行のうち ${v.shown} 行で計算しています。`,
  },
  open: { en: () => 'Open', ja: () => '開く' },
  close: { en: () => 'Close', ja: () => '閉じる' },
  closed: {
    en: () => 'Every formula, number and line of code of the present step.',
    ja: () => '今のステップのすべての式、数値、コードを見られます。',
  },
  reading: { en: () => 'Read as', ja: () => '表示' },
  formula: { en: () => 'Formulas', ja: () => '数式' },
  numpy: { en: () => 'NumPy', ja: () => 'NumPy' },
  typescript: { en: () => 'TypeScript', ja: () => 'TypeScript' },
  shape: { en: (v: { shape: string; dtype: string }) => `shape ${v.shape}, ${v.dtype}`, ja: (v: { shape: string; dtype: string }) => `形状 ${v.shape}、${v.dtype}` },
  becomes: { en: (v: { name: string }) => `becomes the next ${v.name}`, ja: (v: { name: string }) => `次の ${v.name} になります` },
  numbers: { en: (v: { name: string }) => `The numbers of ${v.name}`, ja: (v: { name: string }) => `${v.name} の数値` },
  choose: { en: () => 'Choose a number to see how it was computed.', ja: () => '数値を選ぶと、その計算の内訳を表示します。' },
  notFollowed: {
    en: () => 'This operation makes its numbers of many at once; they cannot be followed one by one.',
    ja: () => 'この演算は多くの数をまとめて扱うため、1 つずつたどることはできません。',
  },
  madeOf: { en: () => 'Made of', ja: () => '使われる値' },
  usedBy: { en: () => 'Used by', ja: () => '使う式' },
  gradient: { en: () => 'Where its gradient goes', ja: () => '勾配の伝わり方' },
  gradientAbout: {
    en: () => 'Going back, this line takes the gradient g of its result and hands on:',
    ja: () => '逆にたどるとき、この行は結果の勾配 g を受け取り、次のものを渡します。',
  },
  noGradient: { en: () => 'No gradient passes here.', ja: () => 'ここを勾配は通りません。' },
  givenValue: { en: () => 'What the step begins with', ja: () => '更新の前にあるもの' },
  up: { en: () => 'Rows before', ja: () => '前の行' },
  down: { en: () => 'Rows after', ja: () => '次の行' },
  left: { en: () => 'Columns before', ja: () => '前の列' },
  right: { en: () => 'Columns after', ja: () => '次の列' },
  part: {
    en: (v: { from: number; to: number; all: number }) => `${v.from}–${v.to} of ${v.all}`,
    ja: (v: { from: number; to: number; all: number }) => `${v.all} 行中 ${v.from}–${v.to}`,
  },
}
