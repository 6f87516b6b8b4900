/** Texts of the fit. */
const quoted = { en: (text: string) => `“${text}”`, ja: (text: string) => `「${text}」` }

export const fitMessages = {
  name: { en: () => 'The fit', ja: () => '当てはまり' },
  squares: { en: () => 'Squares', ja: () => '誤差の正方形' },
  horizontal: { en: () => 'Horizontal axis', ja: () => '横軸' },
  vertical: { en: () => 'Vertical axis', ja: () => '縦軸' },
  /** The target is on the vertical axis where only one input is chosen. */
  target: { en: (v: { target: string }) => `${v.target} (the target)`, ja: (v: { target: string }) => `${v.target}（目的変数）` },
  probability: { en: () => 'probability', ja: () => '確率' },
  probabilityAxis: { en: (v: { class: string }) => `probability of ${v.class}`, ja: (v: { class: string }) => `${v.class} の確率` },
  /** Between sentences. */
  space: { en: () => ' ', ja: () => '' },

  curve: {
    en: (v: { input: string; target: string; isLine: boolean }) =>
      `Each dot is a row of the table. The ${v.isLine ? 'line' : 'curve'} is what the model predicts: ${quoted.en(v.target)} from ${quoted.en(v.input)}.`,
    ja: (v: { input: string; target: string; isLine: boolean }) =>
      `点は表の 1 行ずつ、${v.isLine ? '直線' : '曲線'}はモデルの予測です。${quoted.ja(v.input)}から${quoted.ja(v.target)}を予測します。`,
  },
  errors: {
    'half-mean-square': {
      en: () => 'The segments are the errors yp − yt; the loss is half the mean of their squares.',
      ja: () => '縦の線分は誤差 yp − yt で、その 2 乗の平均の半分が損失です。',
    },
    'mean-square': {
      en: () => 'The segments are the errors yp − yt; the loss is the mean of their squares.',
      ja: () => '縦の線分は誤差 yp − yt で、その 2 乗の平均が損失です。',
    },
    'absolute-error': {
      en: () => 'The segments are the errors yp − yt; the loss is the mean of their lengths.',
      ja: () => '縦の線分は誤差 yp − yt で、その長さの平均が損失です。',
    },
    huber: {
      en: () => 'The segments are the errors yp − yt; small ones count by their squares in the loss, large ones by their lengths.',
      ja: () => '縦の線分は誤差 yp − yt です。損失では、小さい誤差は 2 乗で、大きい誤差は長さで数えます。',
    },
  },
  outside: {
    en: () => 'At this moment the model predicts far away from the rows, outside of the picture.',
    ja: () => '今のモデルの予測は実際の値から大きく離れていて、図に入っていません。',
  },
  squaresAbout: {
    en: () => 'Each square has an error as its side: an error twice as long counts four times as much.',
    ja: () => '正方形は誤差を 1 辺とします。誤差が 2 倍になると、面積、つまり損失への影響は 4 倍になります。',
  },
  drag: {
    en: () => 'Drag an end of the line to begin from another line.',
    ja: () => '直線の端をドラッグすると、その直線から学習を始められます。',
  },
  leftEnd: { en: () => 'Left end of the line', ja: () => '直線の左端' },
  rightEnd: { en: () => 'Right end of the line', ja: () => '直線の右端' },
  dragged: {
    en: (v: { loss: string; w0: string; w1: string }) => `Loss of this line: ${v.loss}  (w0 = ${v.w0}, w1 = ${v.w1})`,
    ja: (v: { loss: string; w0: string; w1: string }) => `この直線の損失: ${v.loss}（w0 = ${v.w0}, w1 = ${v.w1}）`,
  },
  endAt: { en: (v: { value: string; loss: string }) => `${v.value}, loss ${v.loss}`, ja: (v: { value: string; loss: string }) => `${v.value}、損失 ${v.loss}` },

  probabilityOfTwo: {
    en: (v: { input: string; class: string }) =>
      `The curve is the probability of ${quoted.en(v.class)} that the model computes from ${quoted.en(v.input)}. Rows of that class lie at 1, the others at 0: the curve is to come close to both. Above 0.5 the answer is ${quoted.en(v.class)}.`,
    ja: (v: { input: string; class: string }) =>
      `曲線は、モデルが${quoted.ja(v.input)}から求めた${quoted.ja(v.class)}である確率です。このクラスの行は 1 に、ほかの行は 0 にあり、曲線がその両方に近づくほど良い予測です。0.5 を超えると${quoted.ja(v.class)}と答えます。`,
  },
  probabilityOfMany: {
    en: (v: { input: string }) => `Each curve is the probability of a class, computed from ${quoted.en(v.input)}; the highest is the answer. Below lie the rows of each class.`,
    ja: (v: { input: string }) => `曲線は、${quoted.ja(v.input)}から求めた各クラスの確率です。最も高いクラスが答えになります。下に並ぶ点は各クラスの行です。`,
  },
  regions: {
    en: () => 'The colour of the ground is the class that the model answers there; the deeper it is, the surer the model. The lines are where its answer changes.',
    ja: () => '背景の色は、その場所でモデルが答えるクラスです。色が濃いほど確信が強く、線は答えが変わる境界です。',
  },
  plane: {
    en: (v: { target: string }) => `The colour of the ground is the ${quoted.en(v.target)} that the model predicts there, that of a dot the true one: where a dot stands out from the ground, the prediction is wrong.`,
    ja: (v: { target: string }) => `背景の色はその場所での${quoted.ja(v.target)}の予測値、点の色は真の値です。点が背景から浮いて見えるほど、予測は外れています。`,
  },
  strips: {
    en: (v: { input: string; target: string }) => `Each dot is a row; the bar is what the model predicts as ${quoted.en(v.target)} for every value of ${quoted.en(v.input)}.`,
    ja: (v: { input: string; target: string }) => `点は表の 1 行ずつ、横棒は${quoted.ja(v.input)}の値ごとにモデルが予測した${quoted.ja(v.target)}です。`,
  },
  shares: {
    en: (v: { input: string }) => `For every value of ${quoted.en(v.input)}: on the left the probability of each class that the model gives, on the right, paler, the share of the rows.`,
    ja: (v: { input: string }) => `${quoted.ja(v.input)}の値ごとに、左の棒はモデルが求めた各クラスの確率、右の薄い棒は実際の行の割合です。`,
  },
  firstCategories: {
    en: (v: { shown: number; all: number }) => `The first ${v.shown} of ${v.all} values are shown.`,
    ja: (v: { shown: number; all: number }) => `${v.all} 個の値のうち、はじめの ${v.shown} 個を表示しています。`,
  },
  wrong: {
    en: (v: { wrong: number; rows: number }) => (v.wrong === 0 ? `All ${v.rows} rows that are shown are answered rightly.` : `Of ${v.rows} rows that are shown, ${v.wrong} ${v.wrong === 1 ? 'is answered wrongly: the one' : 'are answered wrongly: those'} in a ring.`),
    ja: (v: { wrong: number; rows: number }) => (v.wrong === 0 ? `表示している ${v.rows} 行のすべてに正しく答えています。` : `表示している ${v.rows} 行のうち、丸で囲んだ ${v.wrong} 行は誤りです。`),
  },
  held: {
    en: (v: { list: string; more: number }) => `The other inputs are held at ${v.list}${v.more > 0 ? ` and so on (${v.more} more)` : ''}; rows differ in these, too, so that not every dot lies where the picture leads you to expect.`,
    ja: (v: { list: string; more: number }) => `ほかの入力は ${v.list}${v.more > 0 ? ` など（ほかに ${v.more} 個）` : ''}に固定しています。実際の行ではこれらも異なるため、図のとおりの位置にない点もあります。`,
  },
  heldMean: { en: (v: { column: string; value: string }) => `${v.column} = ${v.value} (the mean)`, ja: (v: { column: string; value: string }) => `${v.column} = ${v.value}（平均）` },
  heldFrequent: { en: (v: { column: string; value: string }) => `${v.column} = ${v.value} (the most frequent)`, ja: (v: { column: string; value: string }) => `${v.column} = ${v.value}（最頻値）` },

  model: { en: () => 'model', ja: () => 'モデル' },
  training: { en: () => 'row learned from', ja: () => '学習データ' },
  validation: { en: () => 'row held out', ja: () => '検証データ' },
  hollow: { en: () => 'hollow: row held out', ja: () => '白抜き: 検証データ' },
  error: { en: () => 'error', ja: () => '誤差' },
}
