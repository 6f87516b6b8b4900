/** Headings, notes and labels of the page. */
import { fixed } from './fixed.ts'

type Count = { readonly count: number }
type At = { readonly iteration: string }

/** The stops of the loop: what learning is, whatever the model. */
export const stops = {
  data: { name: fixed('Data', '学習データ'), note: fixed(
    'Pairs of an input x and the true answer yt. The columns were prepared as follows, by numbers taken from the training rows only.',
    '入力 x と正解 yt の組です。各列には次の前処理をしました。そのための数値は、訓練データの行だけから求めています。') },
  model: { name: fixed('Model', 'モデル'), note: fixed(
    'A function whose structure is fixed beforehand. Only the values of its parameters are free: they are what is learned.',
    '構造をあらかじめ決めた関数です。自由に変えられるのはパラメータの値だけで、これを学習で決めます。') },
  prediction: { name: fixed('Prediction', '予測'), note: fixed(
    'What the model answers (yp), beside the truth (yt).',
    'モデルの答え（予測値 yp）を、正解（yt）と見比べます。') },
  loss: { name: fixed('Loss function', '損失関数'), note: fixed(
    'One number that says how far yp is from yt. The smaller, the better.',
    'yp が yt からどれだけ離れているかを、一つの数で表します。小さいほどよい予測です。') },
  descent: { name: fixed('Gradient descent', '勾配降下法'), note: fixed(
    'The derivative of the loss tells which way is down. Each iteration moves the parameters one step that way, and the loop begins again.',
    '損失を微分すると、どちらが下り坂かがわかります。その向きにパラメータを一歩動かし、また最初から繰り返します。') },
}

export const page = {
  report: fixed('Training report', '学習レポート'),
  language: fixed('Language', '表示言語'),
  loop: fixed('How it was learned', '学習のしくみ'),
  loopAbout: fixed(
    'Data goes through the model to predictions; the loss function compares them with the truth; gradient descent '
      + 'updates the parameters of the model, again and again.',
    'データをモデルに通して予測を求め、損失関数で正解と比べ、勾配降下法でモデルのパラメータを更新することを繰り返します。'),
  again: { en: (v: Count & { number: string }) => `update the parameters, ${v.count === 1 ? 'once' : `${v.number} times`}`,
    ja: (v: Count & { number: string }) => `パラメータを更新（${v.number} 回）` },
  parameters: fixed('What was learned', '学習で得られたパラメータ'),
  next: fixed('How to go on', '次にできること'),
  warnings: fixed('Before you rely on it', '使う前に知っておきたいこと'),
  moreRows: { en: (v: Count) => `${v.count} more`, ja: (v: Count) => `残り ${v.count} 件` },
  notShown: { en: (v: Count) => `${v.count} more are not shown here.`,
    ja: (v: Count) => `ほかに ${v.count} 件ありますが、ここでは省略しています。` },

  source: fixed('Source', 'データ'),
  target: fixed('Target', '目的変数'),
  task: fixed('Task', 'タスク'),
  regression: fixed('regression', '回帰'),
  classification: fixed('classification', '分類'),
  rows: fixed('Rows', '行数'),
  rowsOf: { en: (v: { train: string; validation?: string }) =>
    v.validation === undefined ? `${v.train}, all used for training` : `${v.train} for training, ${v.validation} for validation`,
    ja: (v: { train: string; validation?: string }) =>
      v.validation === undefined ? `${v.train}（すべて訓練用）` : `訓練用 ${v.train}、検証用 ${v.validation}` },
  rowsShort: { en: (v: { rows: string }) => `${v.rows} rows`, ja: (v: { rows: string }) => `${v.rows} 行` },
  standardInput: fixed('standard input', '標準入力'),
  column: fixed('Column', '列'),
  type: fixed('Type', '型'),
  preparation: fixed('Preparation', '前処理'),
  asItIs: fixed('as it is', 'そのまま'),
  inputRole: fixed('input', '入力'),
  targetRole: fixed('target', '目的'),
  droppedRole: fixed('not used', '不使用'),

  layer: fixed('Layer', '層'),
  inputs: fixed('Inputs', '入力数'),
  outputs: fixed('Outputs', '出力数'),
  activation: fixed('Activation', '活性化関数'),
  layerParameters: fixed('Parameters', 'パラメータ数'),
  parametersCount: { en: (v: Count & { number: string }) => `${v.number} parameter${v.count === 1 ? '' : 's'}`,
    ja: (v: Count & { number: string }) => `パラメータ ${v.number} 個` },

  findings: fixed('What keeps the layers from learning', '層の学習を妨げているもの'),
  formulaLines: { en: (v: Count) => `The whole formula: ${v.count} lines`, ja: (v: Count) => `式の全体を表示（${v.count} 行）` },
  gradients: fixed('The gradients, layer by layer', '層ごとの勾配'),
  gradientsAbout: fixed(
    'Backpropagation: the chain rule leads from the loss back through the network, from the last layer to the first. The formulas were derived from the model above.',
    '誤差逆伝播法です。合成関数の微分により、損失から出発して最後の層から最初の層へさかのぼります。式は上のモデルから導いたものです。'),
  gradientLayers: { en: (v: Count) => `The gradients of ${v.count} layers`, ja: (v: Count) => `${v.count} 層の勾配を表示` },

  settings: fixed('Settings', '設定'),
  givenByYou: fixed('given', '指定'),
  chosen: fixed('chosen', '自動'),
  iterations: fixed('Iterations', '反復回数'),
  finished: fixed('All iterations were made.', '予定した回数をすべて終えました。'),
  converged: { en: (v: At) => `Ended at iteration ${v.iteration}, because the loss no longer fell.`,
    ja: (v: At) => `損失が下がらなくなったため、反復 ${v.iteration} で終わりました。` },
  stoppedEarly: { en: (v: At & { best: string }) =>
    `Stopped early at iteration ${v.iteration}, because the validation loss no longer fell. The weights of iteration ${v.best}, the best, were restored.`,
    ja: (v: At & { best: string }) =>
      `検証データの損失が下がらなくなったため、反復 ${v.iteration} で早期終了しました。重みは、損失が最も小さかった反復 ${v.best} のものに戻してあります。` },
  interrupted: { en: (v: At) => `Interrupted at iteration ${v.iteration}. The result is that of the weights learned so far.`,
    ja: (v: At) => `反復 ${v.iteration} で中断しました。ここに示すのは、そこまでに学習した重みによる結果です。` },
  diverged: { en: (v: At) => `Diverged at iteration ${v.iteration}`, ja: (v: At) => `反復 ${v.iteration} で発散` },

  weight: fixed('Weight', '重み'),
  originalWeight: fixed('in the table’s units', 'もとの単位では'),
  bias: fixed('constant term', '定数項'),
  weightsNote: fixed(
    'After scaling, the weights can be compared: the longer the bar, the more the column moves the prediction, to the right upwards, to the left downwards.',
    '前処理で尺度をそろえた後の重みは、互いに比べられます。棒が長いほど予測を大きく動かす列で、右向きは値を上げ、左向きは下げることを表します。'),
  weightsNoteUnscaled: fixed(
    'The bar is the weight as it is: how far the prediction moves when the column grows by one of its own units.',
    '棒は重みそのもので、その列の値が 1 増えたときに予測がどれだけ変わるかを表します。'),
  originalNote: fixed(
    'In the table’s units, a weight says how far the prediction moves when the column grows by one.',
    'もとの単位での重みは、その列の値が 1 増えたときに予測がどれだけ変わるかを表します。'),
  originalNoteScore: fixed(
    'In the table’s units, a weight says how far the score before the last activation moves when the column grows by one.',
    'もとの単位での重みは、その列の値が 1 増えたときに、出力の活性化関数に入る値がどれだけ変わるかを表します。'),
  originalBelow: fixed('They stand in small print below the weights.', '各欄の下段に小さく示しています。'),

  made: { en: (v: { version: string; date: string }) => `Made by Kudari ${v.version} on ${v.date}.`,
    ja: (v: { version: string; date: string }) => `${v.date}、Kudari ${v.version} が作成しました。` },
  selfContained: fixed('This page loads nothing from elsewhere and runs no script.',
    'このページは外部から何も読み込まず、スクリプトも使っていません。'),
}
