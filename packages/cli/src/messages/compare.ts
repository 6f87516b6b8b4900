/** What `kudari compare` says. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const compareMessages = {
  noFolder: {
    en: (v: { path: string }) => `${v.path}: no such folder; give the folders of runs, such as runs/NAME`,
    ja: (v: { path: string }) => `${v.path}: フォルダーが見つかりません。runs/名前 のような、学習結果のフォルダーを指定してください`,
  },
  notARun: {
    en: (v: { path: string }) => `${v.path} is not the folder of a run: there is no run.json in it; give a folder that kudari train made`,
    ja: (v: { path: string }) => `${v.path} は学習結果のフォルダーではありません（run.json がありません）。kudari train が作ったフォルダーを指定してください`,
  },
  badRecord: {
    en: (v: { path: string; field: string }) => `${v.path}: ${v.field} is missing or is not what it should be; the file is damaged, train the run again`,
    ja: (v: { path: string; field: string }) => `${v.path}: ${v.field} がないか、正しい値ではありません。ファイルが壊れています。学習をやり直してください`,
  },
  noHistory: {
    en: (v: { path: string }) => `${v.path} is missing, so the run has no learning curve; train it again`,
    ja: (v: { path: string }) => `${v.path} がないので、学習曲線が分かりません。学習をやり直してください`,
  },
  cutOff: {
    en: (v: { path: string; line: number; last: number; expected: number }) =>
      `${v.path}, line ${v.line}: the history ends with iteration ${v.last}, but the run with ${v.expected} (run.json); the file is damaged, train the run again`,
    ja: (v: { path: string; line: number; last: number; expected: number }) =>
      `${v.path} の ${v.line} 行目: 記録は ${v.last} 回目で終わっていますが、run.json によれば学習は ${v.expected} 回目までです。ファイルが壊れています。学習をやり直してください`,
  },
  tooMany: {
    en: (v: { count: number; most: number }) => `${v.count} runs are too many for one plot; compare at most ${v.most}`,
    ja: (v: { count: number; most: number }) => `${v.count} 件は 1 つの図に表せません。一度に比べられるのは ${v.most} 件までです`,
  },
  written: {
    en: (v: { path: string }) => `Comparison: ${v.path} (open it in a browser)`,
    ja: (v: { path: string }) => `比較: ${v.path}（ブラウザーで開いてください）`,
  },
} satisfies Record<string, Message<never>>

/** Words for values of settings that are not texts or numbers. */
export const settingWords = {
  yes: both('yes', 'あり'),
  no: both('no', 'なし'),
  unset: both('default', '既定'),
}

/** The rows that something was measured on. */
export const partNames = { train: both('training', '訓練データ'), validation: both('validation', '検証データ') }

export const columnNames = {
  model: both('model', 'モデル'),
  ended: both('ended', '終わり方'),
  iterations: both('iterations', '反復回数'),
  epochs: both('epochs', 'エポック'),
  seconds: both('seconds', '秒'),
  finalLoss: both('final loss', '最終損失'),
  lowestLoss: both('lowest loss', '最小損失'),
  atIteration: both('at iteration', '最小の反復'),
  r2: both('R²', 'R²'),
  rmse: both('RMSE', 'RMSE'),
  accuracy: both('accuracy', '正解率'),
  logLoss: both('log loss', '交差エントロピー'),
} satisfies Record<string, Message>

/** How runs end, by the kind of their outcome. */
export const outcomeWords: Readonly<Record<string, Message>> = {
  finished: both('finished', '完了'),
  converged: both('converged', '収束'),
  stoppedEarly: both('stopped early', '早期終了'),
  interrupted: both('interrupted', '中断'),
  diverged: both('diverged', '発散'),
}

/** Why numbers must not, or with what care they may, be compared. */
export const cautions = {
  differentTasks: both(
    'The runs have different tasks, regression and classification: neither their losses nor their measures can be compared.',
    'タスク（回帰と分類）が異なるため、損失も指標も比べられません。',
  ),
  differentTargets: {
    en: (v: { targets: string }) => `The runs have different targets (${v.targets}): neither their losses nor their measures can be compared.`,
    ja: (v: { targets: string }) => `目的変数（${v.targets}）が異なるため、損失も指標も比べられません。`,
  },
  differentLosses: {
    en: (v: { losses: string }) => `The runs minimise different losses (${v.losses}): their losses cannot be compared, only their measures.`,
    ja: (v: { losses: string }) => `損失関数（${v.losses}）が異なるため、損失の値は比べられません。指標どうしは比べられます。`,
  },
  differentData: {
    en: (v: { data: string }) => `The runs were trained on different tables (${v.data}): a lower loss may come from the rows, not from the settings.`,
    ja: (v: { data: string }) => `学習に使った表（${v.data}）が異なります。損失の差は設定ではなく、データの違いによるものかもしれません。`,
  },
  differentValidation: both(
    'The runs held out different rows: their validation losses and measures are not of the same rows. The same --seed and --validation make them so.',
    '検証用の行が学習ごとに異なるため、検証データでの値は同じ行のものではありません。--seed と --validation をそろえると同じ行になります。',
  ),
  givenTwice: {
    en: (v: { path: string }) => `${v.path} is given more than once; it is shown once.`,
    ja: (v: { path: string }) => `${v.path} が 2 回以上指定されています。1 回だけ表示します。`,
  },
  diverged: {
    en: (v: { runs: string; count: number }) => `${v.runs} diverged: ${v.count === 1 ? 'its curve leaves the plot and it has' : 'their curves leave the plot and they have'} no model.`,
    ja: (v: { runs: string }) => `${v.runs} は発散しました。曲線は図の外に出て、モデルはありません。`,
  },
  lastBatch: both(
    'A final loss is that of the last step, before its update; with mini-batches, of the rows of the last batch only.',
    '最終損失は、最後の更新の直前の値です。ミニバッチの場合は、最後のバッチの行だけの値です。',
  ),
  epochMeans: both('Training curves show the mean of the loss over each epoch.', '訓練データの曲線は、エポックごとの損失の平均です。'),
  notOnLogAxis: {
    en: (v: { runs: string; count: number }) => `${v.count} ${v.count === 1 ? 'value' : 'values'} of 0 or below cannot stand on a logarithmic axis and ${v.count === 1 ? 'is' : 'are'} left out: ${v.runs}.`,
    ja: (v: { runs: string; count: number }) => `対数目盛に表せない 0 以下の値が ${v.count} 個あるため、省きました（${v.runs}）。`,
  },
  wideRange: both('The losses span several powers of ten: --log shows them on a logarithmic axis.', '損失の範囲が何桁にもわたっています。--log を付けると対数目盛で表示します。'),
}

export const comparisonTexts = {
  title: {
    en: (v: { count: number; targets: string }) => (v.count === 1 ? `One run: ${v.targets}` : `${v.count} runs compared: ${v.targets}`),
    ja: (v: { count: number; targets: string }) => (v.count === 1 ? `1 件の学習: ${v.targets}` : `${v.count} 件の学習の比較: ${v.targets}`),
  },
  lowestValidation: {
    en: (v: { run: string; loss: string; iteration: number }) => `The lowest validation loss is that of ${v.run}: ${v.loss}, at iteration ${v.iteration}.`,
    ja: (v: { run: string; loss: string; iteration: number }) => `検証データの損失が最も小さいのは ${v.run} で、反復 ${v.iteration} の ${v.loss} です。`,
  },
  lowestTraining: {
    en: (v: { run: string; loss: string }) => `The lowest final loss on the training rows is that of ${v.run}: ${v.loss}. No rows were held out to say how well it does on new ones.`,
    ja: (v: { run: string; loss: string }) => `訓練データの最終損失が最も小さいのは ${v.run} の ${v.loss} です。検証用の行がないため、新しいデータでの良さは分かりません。`,
  },
  run: both('run', '学習'),
  shared: both('The same in all runs', 'すべてに共通'),
  settings: both('Settings', '設定'),
  best: both('best of the runs', '最も良い値'),
  curves: { train: both('Training loss', '訓練データの損失'), validation: both('Validation loss', '検証データの損失') },
  along: { iteration: both('iteration', '反復'), epoch: both('epoch', 'エポック') },
  logarithmic: both(' (logarithmic)', '（対数目盛）'),
  noCurve: both('No value can be shown here.', '表示できる値がありません。'),
}
