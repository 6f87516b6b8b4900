/** The result in words, and the names of its measures. */
import { fixed } from './fixed.ts'

/** What is judged: how many rows, and whether the model had seen them while it learned. */
type Judged = { readonly rows: string; readonly seen: boolean }

const onRows = (v: Judged) =>
  v.seen ? `On the ${v.rows} rows it learned from` : `On ${v.rows} rows it had not seen`
const onRowsJa = (v: Judged) =>
  v.seen ? `学習に使った ${v.rows} 行では` : `学習に使っていない ${v.rows} 行で確かめたところ`

export const verdict = {
  regression: {
    en: (v: Judged & { target: string; mae: string; explained?: string }) =>
      `${onRows(v)}, the predictions of “${v.target}” were off by ${v.mae} on average`
      + (v.explained === undefined ? '.' : `; the model explains ${v.explained} of the variation.`),
    ja: (v: Judged & { target: string; mae: string; explained?: string }) =>
      `${onRowsJa(v)}、「${v.target}」の予測の誤差は平均 ${v.mae} でした。`
      + (v.explained === undefined ? '' : `値のばらつきの ${v.explained} を説明できています。`),
  },
  classification: {
    en: (v: Judged & { accuracy: string }) => `${onRows(v)}, the model was right for ${v.accuracy}.`,
    ja: (v: Judged & { accuracy: string }) => `${onRowsJa(v)}、${v.accuracy} を正しく分類しました。`,
  },
  meanBaseline: {
    en: (v: { mae: string; better: boolean }) =>
      `Always answering the mean would be off by ${v.mae}${v.better ? '.' : ': the model does no better than that.'}`,
    ja: (v: { mae: string; better: boolean }) => v.better
      ? `つねに平均値を答えた場合の誤差は、平均 ${v.mae} です。`
      : `つねに平均値を答えた場合の誤差は平均 ${v.mae} で、モデルはこれを上回っていません。`,
  },
  classBaseline: {
    en: (v: { class: string; accuracy: string; better: boolean }) =>
      `Always answering “${v.class}”, the most frequent class, would be right for ${v.accuracy}`
      + (v.better ? '.' : ': the model does no better than that.'),
    ja: (v: { class: string; accuracy: string; better: boolean }) => v.better
      ? `つねに最も多いクラス「${v.class}」と答えた場合の正解率は ${v.accuracy} です。`
      : `つねに最も多いクラス「${v.class}」と答えても正解率は ${v.accuracy} で、モデルはこれを上回っていません。`,
  },
  noValidation: fixed(
    'No rows were held out, so this does not say how well the model does on new rows.',
    '検証用の行を取り分けていないため、新しいデータでの成績はこの結果からはわかりません。'),
  diverged: {
    en: (v: { iteration: string }) => `Training diverged at iteration ${v.iteration}; the model cannot be used.`,
    ja: (v: { iteration: string }) => `反復 ${v.iteration} で学習が発散しました。このモデルは使えません。`,
  },
  noMeasure: fixed('The result could not be measured: the predictions are not finite.',
    '予測が有限の値にならないため、成績を測れませんでした。'),
}

export const measures = {
  measure: fixed('Measure', '指標'),
  train: fixed('Training', '訓練'),
  validation: fixed('Validation', '検証'),
  onTrain: fixed('on the training rows', '訓練データ'),
  onValidation: fixed('on the validation rows', '検証データ'),
  meanAnswer: fixed('Mean', '平均値'),
  frequentAnswer: fixed('Most frequent', '最頻クラス'),
  baselineNote: {
    en: (v: { answer: string; rows: string }) => `“${v.answer}”: what always giving that answer would score ${v.rows}.`,
    ja: (v: { answer: string; rows: string }) => `「${v.answer}」は、つねにその値を答えた場合の成績です（${v.rows}）。`,
  },
  mse: fixed('MSE', 'MSE'),
  mseAbout: fixed('mean squared error', '平均二乗誤差'),
  rmse: fixed('RMSE', 'RMSE'),
  rmseAbout: fixed('root of the mean squared error, in the target’s unit', '平均二乗誤差の平方根。目的変数と同じ単位'),
  mae: fixed('MAE', 'MAE'),
  maeAbout: fixed('mean absolute error', '平均絶対誤差'),
  r2: fixed('R²', 'R²'),
  r2About: fixed('share of the variation explained; 1 is perfect', '決定係数。ばらつきを説明できた割合で、1 が最良'),
  accuracy: fixed('Accuracy', '正解率'),
  accuracyAbout: fixed('share of the rows that are right', '正しく分類した行の割合'),
  logLoss: fixed('Log loss', '対数損失'),
  logLossAbout: fixed('cross-entropy of the probabilities; 0 is perfect', '予測確率の交差エントロピー。0 が最良'),
  rocAuc: fixed('ROC AUC', 'ROC AUC'),
  rocAucAbout: fixed('how well the probabilities order the rows; 0.5 is chance', '確率による順位づけのよさ。0.5 は当て推量と同じ'),
  macroF1: fixed('Macro F1', 'マクロ F1'),
  macroF1About: fixed('mean F1 of the classes, each counting the same', '各クラスの F1 値の平均。1 が最良'),
  class: fixed('Class', 'クラス'),
  precision: fixed('Precision', '適合率'),
  recall: fixed('Recall', '再現率'),
  f1: fixed('F1', 'F1 値'),
  support: fixed('Rows', '行数'),
  perClass: fixed('Class by class', 'クラスごとの成績'),
  perClassAbout: fixed('Precision: how many of the rows given this class have it. Recall: how many of the rows of this class were found.',
    '適合率は、そのクラスと予測した行のうち正しかった割合です。再現率は、そのクラスの行のうち見つけられた割合です。'),
  worstFirst: { en: (v: { count: number }) => `The ${v.count} classes with the lowest F1.`,
    ja: (v: { count: number }) => `F1 値の低い ${v.count} クラスを示します。` },
  confusion: fixed('Confusion matrix', '混同行列'),
  confusionAbout: fixed('Rows: the true class. Columns: the predicted class. The diagonal is right; the darker, the larger the share of the row.',
    '行が正解のクラス、列が予測したクラスです。対角線上が正解で、色が濃いほど、その行に占める割合が大きいことを表します。'),
  confusions: fixed('Most frequent mix-ups', '多かった取り違え'),
  confusionCorner: fixed('true\u00a0↓ predicted\u00a0→', '正解\u00a0↓ 予測\u00a0→'),
  mixUp: { en: (v: { truth: string; predicted: string; count: string }) => `“${v.truth}” taken for “${v.predicted}”: ${v.count}`,
    ja: (v: { truth: string; predicted: string; count: string }) => `「${v.truth}」を「${v.predicted}」と予測：${v.count} 行` },
  noMixUps: fixed('Not one row was mixed up.', '取り違えはありませんでした。'),
}
