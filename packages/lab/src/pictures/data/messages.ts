/** Texts of the picture of moving axes. */
export const axesMessages = {
  name: { en: () => 'Moving the axes', ja: () => '軸の移動' },
  before: { en: () => 'Axes of the table', ja: () => 'もとの軸' },
  after: { en: () => 'Axes of the model', ja: () => '移した軸' },
  which: { en: () => 'Axes', ja: () => '軸' },
  input: { en: () => 'Input', ja: () => '入力' },
  about: {
    en: (v: { points: number; x: string; y: string; moved: boolean }) => `${v.points} rows as points, ${v.x} across and ${v.y} upwards; the axes ${v.moved ? 'are those that the model learns in' : 'are those of the table'}`,
    ja: (v: { points: number; x: string; y: string; moved: boolean }) => `${v.points} 行を点で表した図。横が ${v.x}、縦が ${v.y}。軸は${v.moved ? 'モデルが学習に使うもの' : '表のまま'}`,
  },
  mean: { en: (v: { value: string }) => `mean ${v.value}`, ja: (v: { value: string }) => `平均 ${v.value}` },
  least: { en: (v: { value: string }) => `least ${v.value}`, ja: (v: { value: string }) => `最小 ${v.value}` },
  why: {
    centre: {
      en: () => 'The points stay where they are; the axes move to the mean, so that the weights begin where the data are.',
      ja: () => '点は動かず、軸だけが平均の位置に移ります。直線の傾きを、データの真ん中を基準に学べます。',
    },
    standard: {
      en: () => 'The axes move to the mean, and one step on them is one standard deviation: every input gets the same size.',
      ja: () => '軸を平均に移し、標準偏差を 1 目盛りとします。どの入力も同じくらいの大きさになります。',
    },
    minmax: {
      en: () => 'The axis begins at the least value, and ends at 1 with the greatest.',
      ja: () => '最小値が 0、最大値が 1 になるように軸を取り直します。',
    },
    none: { en: () => '', ja: () => '' },
    pixels: { en: () => '', ja: () => '' },
  },
  ofTraining: { en: () => 'All of it is measured on the rows that are learned from.', ja: () => '平均などは学習用の行だけから求めます。' },
  filled: { en: () => 'The first rows, with the numbers filled in', ja: () => 'はじめの行の計算' },
  gap: { en: () => 'missing', ja: () => '欠損' },
  working: { en: () => 'The points are on their way …', ja: () => '点を準備しています…' },
}
