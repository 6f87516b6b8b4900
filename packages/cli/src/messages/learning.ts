/** What the command line says while it learns, measures and predicts. */
import { type Message, formatNumber } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const learningMessages = {
  unknownModel: {
    en: (v: { model: string; nearest: string | undefined }) =>
      `--model: expected linear, logistic, softmax, mlp:128,64, cnn or the name of a .json file, but got '${v.model}'` +
      (v.nearest === undefined ? '' : `; did you mean ${v.nearest}?`),
    ja: (v: { model: string; nearest: string | undefined }) =>
      `--model: linear、logistic、softmax、mlp:128,64、cnn または .json ファイルを指定してください（指定された値: '${v.model}'` +
      (v.nearest === undefined ? '）' : `。${v.nearest} ではありませんか）`),
  },
  resumed: {
    en: (v: { iteration: number }) => `Going on at iteration ${v.iteration}`,
    ja: (v: { iteration: number }) => `${v.iteration} 回目の更新から再開します`,
  },
  badUnits: {
    en: (v: { model: string }) => `--model: '${v.model}' names no hidden layers; write the units of each, as in mlp:128 or mlp:128,64`,
    ja: (v: { model: string }) => `--model: '${v.model}' では隠れ層がわかりません。mlp:128 や mlp:128,64 のように各層のユニット数を書いてください`,
  },
  imageTarget: {
    en: (v: { source: string; target: string }) =>
      `${v.source}: a table of images has no column \`${v.target}\`; what the images show stands in the column \`label\` (--target label)`,
    ja: (v: { source: string; target: string }) =>
      `${v.source}: 画像の表に列 \`${v.target}\` はありません。画像のラベルは列 \`label\` にあります（--target label）`,
  },
  noClasses: {
    en: (v: { source: string }) =>
      `${v.source}: the images have no classes; put each into the folder of its class: ${v.source}/CLASS/FILE.png`,
    ja: (v: { source: string }) =>
      `${v.source}: 画像がクラスに分けられていません。クラスごとのフォルダーに入れてください（${v.source}/クラス名/ファイル名.png）`,
  },
  noLabels: {
    en: (v: { source: string; expected: string | undefined }) =>
      `${v.source}: the images have no labels` + (v.expected === undefined ? '' : `: ${v.expected} is not beside them`) + `; give their file with --labels`,
    ja: (v: { source: string; expected: string | undefined }) =>
      `${v.source}: 画像のラベルがありません` + (v.expected === undefined ? '' : `（同じ場所に ${v.expected} が見つかりません）`) + `。ラベルのファイルを --labels で指定してください`,
  },
  tableRead: {
    en: (v: { source: string; rows: number; columns: number; how: string }) =>
      `${v.source}: ${v.rows} rows, ${v.columns} columns${v.how === '' ? '' : ` (${v.how})`}`,
    ja: (v: { source: string; rows: number; columns: number; how: string }) =>
      `${v.source}: ${v.rows} 行、${v.columns} 列${v.how === '' ? '' : `（${v.how}）`}`,
  },
  finished: {
    en: (v: { iterations: number }) => `Done: ${v.iterations} iterations.`,
    ja: (v: { iterations: number }) => `学習が終わりました（${v.iterations} 回）。`,
  },
  converged: {
    en: (v: { iterations: number }) => `Done: the loss no longer falls, after ${v.iterations} iterations.`,
    ja: (v: { iterations: number }) => `損失が下がらなくなったので、${v.iterations} 回で終わりました。`,
  },
  stoppedEarly: {
    en: (v: { iterations: number; best: number }) =>
      `Done: the validation loss was lowest at iteration ${v.best}; the weights are those of that iteration (${v.iterations} were made).`,
    ja: (v: { iterations: number; best: number }) =>
      `検証データの損失は ${v.best} 回目が最小でした。重みはその時点のものです（全部で ${v.iterations} 回）。`,
  },
  interrupted: {
    en: (v: { iterations: number }) => `Stopped after ${v.iterations} iterations; what was learned is saved.`,
    ja: (v: { iterations: number }) => `${v.iterations} 回で中断しました。そこまでの学習結果は保存してあります。`,
  },
  goOn: {
    en: (v: { command: string }) => `Go on with: ${v.command}`,
    ja: (v: { command: string }) => `続けるには: ${v.command}`,
  },
  saved: {
    en: (v: { files: string }) => `Saved: ${v.files}`,
    ja: (v: { files: string }) => `保存先: ${v.files}`,
  },
  report: {
    en: (v: { path: string }) => `Report: ${v.path} (open it in a browser)`,
    ja: (v: { path: string }) => `レポート: ${v.path}（ブラウザーで開いてください）`,
  },
  next: both('Next:', '次にできること:'),
  missingColumns: {
    en: (v: { source: string; columns: string }) =>
      `${v.source}: these columns are missing; their values are filled in as in training: ${v.columns}`,
    ja: (v: { source: string; columns: string }) =>
      `${v.source}: 次の列がありません。学習時と同じ値で補います: ${v.columns}`,
  },
  surplusColumns: {
    en: (v: { source: string; columns: string }) => `${v.source}: these columns are unknown to the model and not used: ${v.columns}`,
    ja: (v: { source: string; columns: string }) => `${v.source}: 次の列はモデルの知らない列なので使いません: ${v.columns}`,
  },
  filledValues: {
    en: (v: { source: string; columns: string }) => `${v.source}: missing values filled in: ${v.columns}`,
    ja: (v: { source: string; columns: string }) => `${v.source}: 欠損値を補いました: ${v.columns}`,
  },
  unseenCategories: {
    en: (v: { source: string; columns: string }) => `${v.source}: categories that training did not see: ${v.columns}`,
    ja: (v: { source: string; columns: string }) => `${v.source}: 学習時になかったカテゴリー: ${v.columns}`,
  },
  withoutTarget: {
    en: (v: { source: string; rows: number; target: string }) => `${v.source}: ${v.rows} rows have no ${v.target} and are not measured`,
    ja: (v: { source: string; rows: number; target: string }) => `${v.source}: ${v.target} の値がない ${v.rows} 行は測定に含めません`,
  },
  unseenClasses: {
    en: (v: { source: string; classes: string }) => `${v.source}: rows of classes that training did not see are not measured: ${v.classes}`,
    ja: (v: { source: string; classes: string }) => `${v.source}: 学習時になかったクラスの行は測定に含めません: ${v.classes}`,
  },
  predicted: {
    en: (v: { rows: number; path: string }) => `${v.rows} rows predicted: ${v.path}`,
    ja: (v: { rows: number; path: string }) => `${v.rows} 行を予測しました: ${v.path}`,
  },
  stepTooFar: {
    en: (v: { step: number; last: number }) => `--step ${v.step}: the run ends with step ${v.last}; choose 0 to ${v.last}`,
    ja: (v: { step: number; last: number }) => `--step ${v.step}: 学習は ${v.last} 回目で終わります。0 から ${v.last} までを指定してください`,
  },
  stepAfterDivergence: {
    en: (v: { step: number }) => `--step ${v.step}: the run diverges before that step; choose an earlier one, or a smaller --lr`,
    ja: (v: { step: number }) => `--step ${v.step}: それより前に損失が発散しています。もっと前の回を指定するか、--lr を小さくしてください`,
  },
  optionForRun: {
    en: (v: { option: string; place: string }) =>
      `--${v.option} cannot be given for ${v.place}: a run is repeated as it was; give a table instead to try other options`,
    ja: (v: { option: string; place: string }) =>
      `${v.place} に --${v.option} は指定できません。学習結果はそのまま再現されます。別の設定を試すには表を指定してください`,
  },
  stepHead: {
    en: (v: { step: number; alpha: number }) => `Step ${v.step}, learning rate alpha = ${formatNumber(v.alpha)}`,
    ja: (v: { step: number; alpha: number }) => `${v.step} 回目の更新（学習率 alpha = ${formatNumber(v.alpha)}）`,
  },
  parts: { train: both('training', '学習'), validation: both('validation', '検証') },
  measures: {
    rmse: both('RMSE', 'RMSE（二乗平均平方根誤差）'),
    mae: both('MAE', 'MAE（平均絶対誤差）'),
    mse: both('MSE', 'MSE（平均二乗誤差）'),
    r2: both('R²', 'R²（決定係数）'),
    accuracy: both('accuracy', '正解率'),
    logLoss: both('log loss', '交差エントロピー'),
    rocAuc: both('ROC AUC', 'ROC AUC'),
    macroF1: both('F1 (mean of classes)', 'F1（クラス平均）'),
  },
  rows: both('rows', '行数'),
  perClass: {
    name: both('class', 'クラス'),
    precision: both('precision', '適合率'),
    recall: both('recall', '再現率'),
    f1: both('F1', 'F1'),
    support: both('rows', '行数'),
  },
}
