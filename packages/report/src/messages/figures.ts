/** What the figures are called, what they show, and what their legends say. */
import { fixed } from './fixed.ts'

type Curve = { readonly first: string; readonly last: string; readonly points: number }

export const figures = {
  iteration: fixed('iteration', '反復'),
  loss: fixed('loss', '損失'),
  logScale: fixed('logarithmic', '対数目盛'),
  training: fixed('training', '訓練データ'),
  validation: fixed('validation', '検証データ'),
  best: { en: (v: { iteration: string }) => `best weights (iteration ${v.iteration})`,
    ja: (v: { iteration: string }) => `最良の重み（反復 ${v.iteration}）` },
  learningCurve: fixed('Learning curve', '学習曲線'),
  learningCurveAbout: {
    en: (v: Curve) => v.points === 1 ? `One value was recorded: ${v.first}.`
      : `The loss at each iteration: from ${v.first} at the start to ${v.last} at the end.`,
    ja: (v: Curve) => v.points === 1 ? `記録された値は一つで、${v.first} です。`
      : `反復ごとの損失の推移です。最初は ${v.first}、最後は ${v.last} です。`,
  },
  measureAbout: {
    en: (v: { name: string }) => `${v.name} at each iteration.`,
    ja: (v: { name: string }) => `反復ごとの${v.name}の推移です。`,
  },
  noCurve: fixed('No finite value was recorded, so there is no curve to draw.',
    '有限の値が記録されていないため、曲線は描けません。'),

  trueValue: fixed('true value yt', '正解 yt'),
  predicted: fixed('prediction yp', '予測値 yp'),
  predictedAgainstTrue: fixed('Predicted against true', '予測値と正解'),
  predictedAgainstTrueAbout: {
    en: (v: { count: string }) => `${v.count} rows. On the line, the prediction equals the truth; above it, it is too high, below it, too low.`,
    ja: (v: { count: string }) => `${v.count} 行を示します。直線上の点は予測と正解が一致しています。直線より上は予測が大きすぎ、下は小さすぎることを表します。`,
  },
  perfect: fixed('yp = yt', 'yp = yt'),

  fittedLine: fixed('The model and the data', 'モデルとデータ'),
  fittedLineAbout: {
    en: (v: { input: string; target: string }) => `The model’s prediction of “${v.target}” along “${v.input}”, and rows of the table. The short lines are the errors, yp − yt.`,
    ja: (v: { input: string; target: string }) => `「${v.input}」に対する「${v.target}」の予測と、表の行を重ねて示します。短い線は誤差 yp − yt です。`,
  },
  probabilityCurveAbout: {
    en: (v: { input: string }) => `The probability that the model gives to each class along “${v.input}”. Each mark is a row of the table.`,
    ja: (v: { input: string }) => `「${v.input}」に対して、モデルが各クラスに与える確率です。印は表の行を表します。`,
  },
  probability: fixed('probability', '確率'),
  probabilityOf: { en: (v: { class: string }) => `probability of “${v.class}”`, ja: (v: { class: string }) => `「${v.class}」の確率` },
  row: fixed('row', '表の行'),
  error: fixed('error', '誤差'),
  model: fixed('model', 'モデル'),

  plane: fixed('The model over both inputs', '二つの入力に対する予測'),
  planeAbout: {
    en: (v: { target: string }) => `The ground is the prediction of “${v.target}”; each point is a row, in the colour of its true value. A point that melts into the ground is predicted well.`,
    ja: (v: { target: string }) => `地の色は「${v.target}」の予測値、点の色はその行の正解です。点が地の色にとけこんでいるほど、よい予測です。`,
  },
  regions: fixed('Decision regions', '決定領域'),
  regionsAbout: fixed(
    'The ground is the class that the model answers there; each mark is a row, in the shape and colour of its true class.',
    '地の色はモデルが答えるクラス、印の形と色はその行の正解のクラスを表します。'),

  confidence: fixed('How sure the model was', 'モデルの確信度'),
  confidenceAbout: {
    en: (v: { count: string }) => `The probability that the model gave to the true class, over ${v.count} rows. Far to the right: right and sure of it. Far to the left: wrong and sure of it.`,
    ja: (v: { count: string }) => `モデルが正解のクラスに与えた確率の分布です（${v.count} 行）。右端ほど確信をもって正解し、左端ほど確信をもって間違えています。`,
  },
  confidenceAxis: fixed('probability of the true class', '正解のクラスの確率'),
  rowsAxis: fixed('rows', '行数'),
  right: fixed('right', '正解'),
  wrong: fixed('wrong', '不正解'),
}
