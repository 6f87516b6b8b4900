/** Texts of predicted against true. */
const quoted = { en: (text: string) => `“${text}”`, ja: (text: string) => `「${text}」` }

export const predictionsMessages = {
  name: { en: () => 'Predicted against true', ja: () => '予測と正解' },
  training: { en: () => 'training data', ja: () => '学習データ' },
  validation: { en: () => 'validation data', ja: () => '検証データ' },
  rows: { en: () => 'Rows', ja: () => '行' },
  rowsLearned: { en: () => 'Learned from', ja: () => '学習データ' },
  rowsHeldOut: { en: () => 'Held out', ja: () => '検証データ' },
  diagonal: { en: () => 'perfect', ja: () => '完全な予測' },
  trueAxis: { en: (v: { target: string }) => `true ${v.target}`, ja: (v: { target: string }) => `${v.target}（正解）` },
  predictedAxis: { en: (v: { target: string }) => `predicted ${v.target}`, ja: (v: { target: string }) => `${v.target}（予測）` },

  scatter: {
    en: () => 'Each dot is a row: across what is true, up what the model predicts. On the diagonal both are the same.',
    ja: () => '点は 1 行ずつ、横軸が正解、縦軸がモデルの予測です。対角線の上では予測が正解に一致します。',
  },
  outside: {
    en: (v: { rows: number }) => `${v.rows} ${v.rows === 1 ? 'row is' : 'rows are'} predicted so far away that the picture does not show ${v.rows === 1 ? 'it' : 'them'}.`,
    ja: (v: { rows: number }) => `${v.rows} 行は予測が大きく外れているため、図に入っていません。`,
  },
  r2: {
    en: (v: { r2: number; percent: string; held: boolean }) =>
      v.r2 >= 0
        ? `On the rows ${v.held ? 'held out' : 'learned from'} the model accounts for ${v.percent} % of the differences between the true values.`
        : `On the rows ${v.held ? 'held out' : 'learned from'} the model is worse than always predicting the mean.`,
    ja: (v: { r2: number; percent: string; held: boolean }) =>
      v.r2 >= 0
        ? `${v.held ? '検証' : '学習'}データでは、正解のばらつきの ${v.percent} % をモデルが説明しています。`
        : `${v.held ? '検証' : '学習'}データでは、つねに平均値と答えるよりも悪い予測です。`,
  },
  rmse: {
    en: (v: { rmse: string; target: string }) => `A typical error is ${v.rmse}, in the unit of ${quoted.en(v.target)}.`,
    ja: (v: { rmse: string; target: string }) => `誤差は${quoted.ja(v.target)}の単位でおよそ ${v.rmse} です。`,
  },
  measure: { en: () => 'Measure', ja: () => '指標' },
  measures: { en: () => 'How good the predictions are', ja: () => '予測の良さ' },
  r2Name: { en: () => 'R², the share accounted for', ja: () => '決定係数 R²' },
  rmseName: { en: () => 'RMSE, a typical error', ja: () => '二乗平均平方根誤差 RMSE' },
  maeName: { en: () => 'MAE, the mean error', ja: () => '平均絶対誤差 MAE' },

  confusion: {
    en: () => 'Each row of the table is a true class, each column what the model answers: on the diagonal it is right.',
    ja: () => '表の行が正解のクラス、列がモデルの答えです。対角線上が正しく答えた数です。',
  },
  largest: {
    en: (v: { shown: number; classes: number }) => `Shown are the ${v.shown} classes of most rows, of ${v.classes} in all.`,
    ja: (v: { shown: number; classes: number }) => `全 ${v.classes} クラスのうち、行の多い ${v.shown} クラスを表示しています。`,
  },
  matrix: { en: () => 'Confusion matrix', ja: () => '混同行列' },
  trueOver: { en: () => 'true ↓  answered →', ja: () => '正解 ↓　答え →' },
  recall: { en: () => 'Recall', ja: () => '再現率' },
  recallAbout: { en: () => 'The share of the rows of this class that is answered rightly', ja: () => 'そのクラスの行のうち、正しく答えた割合' },
  cell: {
    en: (v: { truth: string; answer: string; count: number }) => `${v.count}: true ${v.truth}, answered ${v.answer}`,
    ja: (v: { truth: string; answer: string; count: number }) => `${v.count}: 正解 ${v.truth}、答え ${v.answer}`,
  },
  accuracy: {
    en: (v: { right: number; rows: number; percent: string; held: boolean }) => `Of ${v.rows} rows ${v.held ? 'held out' : 'learned from'}, ${v.right} are answered rightly: an accuracy of ${v.percent} %.`,
    ja: (v: { right: number; rows: number; percent: string; held: boolean }) => `${v.held ? '検証' : '学習'}データ ${v.rows} 行のうち ${v.right} 行に正しく答えました。正解率は ${v.percent} % です。`,
  },
  guess: {
    en: (v: { class: string; percent: string }) => `Always answering ${quoted.en(v.class)} would reach ${v.percent} %.`,
    ja: (v: { class: string; percent: string }) => `つねに${quoted.ja(v.class)}と答えた場合は ${v.percent} % です。`,
  },

  roc: { en: () => 'ROC curve', ja: () => 'ROC 曲線' },
  hits: { en: (v: { class: string }) => `found of ${v.class}`, ja: (v: { class: string }) => `${v.class} を見つけた割合` },
  falseAlarms: { en: (v: { class: string }) => `taken for it of ${v.class}`, ja: (v: { class: string }) => `${v.class} を取り違えた割合` },
  rocAbout: {
    en: (v: { positive: string; negative: string; auc: string }) =>
      `How sure must the model be before it answers ${quoted.en(v.positive)}? Each point of the curve is one such threshold. The more it finds before it takes ${quoted.en(v.negative)} for it, the nearer the curve comes to the upper left corner. The area below is ${v.auc} (1: perfect, 0.5: as good as tossing a coin).`,
    ja: (v: { positive: string; negative: string; auc: string }) =>
      `どのくらい確信があれば${quoted.ja(v.positive)}と答えるか、そのしきい値を変えていったときの曲線です。${quoted.ja(v.negative)}を取り違えずに多く見つけるほど、曲線は左上の角に近づきます。曲線の下の面積は ${v.auc} です（1 なら完全、0.5 なら当てずっぽう）。`,
  },
  space: { en: () => ' ', ja: () => '' },
}
