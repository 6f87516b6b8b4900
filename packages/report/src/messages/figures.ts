/** What the figures are called, what they show, and what their legends say. */
import { fixed } from './fixed.ts'

type Curve = { readonly first: string; readonly last: string; readonly points: number }

export const figures = {
  iteration: fixed('iteration', '反復'),
  epoch: fixed('epoch', 'エポック'),
  loss: fixed('loss', '損失'),
  logScale: fixed('logarithmic', '対数目盛'),
  training: fixed('training', '訓練データ'),
  trainingEpoch: fixed('training, mean of the epoch', '訓練データ（エポックの平均）'),
  trainingStep: fixed('training, single steps', '訓練データ（反復ごと）'),
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
  batchCurveAbout: {
    en: (v: Curve) => `Blue: the mean loss of the steps of each epoch, from ${v.first} to ${v.last}. Faint behind it: every single step, on its own few rows.`,
    ja: (v: Curve) => `青い線は、エポックごとの損失の平均です（最初 ${v.first}、最後 ${v.last}）。背後の薄い線は反復ごとの損失で、少数の行で計算するためばらつきます。`,
  },
  measureAboutEpochs: {
    en: (v: { name: string }) => `${v.name} after each epoch.`,
    ja: (v: { name: string }) => `エポックごとの${v.name}の推移です。`,
  },
  measureAbout: {
    en: (v: { name: string }) => `${v.name} at each iteration.`,
    ja: (v: { name: string }) => `反復ごとの${v.name}の推移です。`,
  },
  noCurve: fixed('No finite value was recorded, so there is no curve to draw.',
    '有限の値が記録されていないため、曲線は描けません。'),

  rate: fixed('learning rate', '学習率'),
  smoothedLoss: fixed('smoothed loss', '平滑化した損失'),
  rangeTest: fixed('Range test of the learning rate', '学習率の範囲テスト'),
  rangeTestAbout: fixed(
    'How to read it: before the run, steps were tried with growing rates. Where the curve falls, steps are of use; where it turns up, they are too long. The rate chosen is a tenth of the one at the lowest loss, rounded down.',
    '読み方：学習の前に、学習率を少しずつ大きくしながら試しました。曲線が下がる範囲では学習が進み、上がり始めると歩幅が大きすぎます。損失が最小になる学習率の 1/10 を、切りのよい値に切り下げて選びました。'),
  rangeTestNeverFell: fixed(
    'Before the run, steps were tried with growing rates; the loss fell at none of them, so that the usual rate was taken.',
    '学習の前に、学習率を少しずつ大きくしながら試しましたが、損失の下がる学習率が見つからなかったため、標準の学習率を使いました。'),
  chosenRate: { en: (v: { rate: string }) => `chosen: ${v.rate}`, ja: (v: { rate: string }) => `選んだ学習率 ${v.rate}` },
  lowestRate: { en: (v: { rate: string }) => `lowest loss: ${v.rate}`, ja: (v: { rate: string }) => `損失が最小 ${v.rate}` },
  schedule: fixed('Schedule of the learning rate', '学習率のスケジュール'),
  scheduleAbout: {
    en: (v: { name: string; first: string; last: string }) => `${v.name}: from ${v.first} in the first step to ${v.last} in the last.`,
    ja: (v: { name: string; first: string; last: string }) => `${v.name}。最初の反復では ${v.first}、最後の反復では ${v.last} です。`,
  },

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
