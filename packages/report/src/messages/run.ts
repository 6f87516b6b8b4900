/** What is said of a run: names of models and losses, what the formulas mean, what to beware of, and what to do next. */
import type { LossName, Message } from 'kudari'
import { fixed } from './fixed.ts'

/** What a structure is called. */
export type ReportedModel = 'linear' | 'logistic' | 'softmax' | 'network' | 'convolutional'

export const modelNames: Readonly<Record<ReportedModel, Message>> = {
  linear: fixed('Linear regression', '線形回帰'),
  logistic: fixed('Logistic regression', 'ロジスティック回帰'),
  softmax: fixed('Softmax regression', 'ソフトマックス回帰'),
  network: fixed('Neural network', 'ニューラルネットワーク'),
  convolutional: fixed('Convolutional network', '畳み込みニューラルネットワーク'),
}

export const lossTexts: Readonly<Record<LossName, Message>> = {
  'half-mean-square': fixed('Half the mean square error', '平均二乗誤差の 1/2'),
  'mean-square': fixed('Mean square error', '平均二乗誤差'),
  'absolute-error': fixed('Mean absolute error', '平均絶対誤差'),
  huber: fixed('Huber loss', 'フーバー損失'),
  'binary-cross-entropy': fixed('Binary cross-entropy', '2 値の交差エントロピー'),
  'categorical-cross-entropy': fixed('Cross-entropy', '交差エントロピー'),
}

export const captions = {
  predictions: fixed(
    'The prediction: from the inputs x and the weights w. The first column of x is the dummy column of ones.',
    '予測値。入力 x と重み w から計算します。x の先頭はすべて 1 のダミー列です。',
  ),
  layers: fixed('The prediction, layer by layer.', '予測値。層ごとに計算します。'),
  learned: fixed(
    'The same with what was learned, in the units of the table.',
    '学習で得られた重みを入れた式（表の元の単位）。',
  ),
  half: fixed(
    'The mean over all M rows of the squared error, halved so that its derivative is simple.',
    '誤差の二乗を M 行すべてで平均し、微分した式が簡単になるように 2 で割ります。',
  ),
  absolute: fixed(
    'The mean over all M rows of the size of the error: outliers count less than when it is squared.',
    '誤差の絶対値を M 行すべてで平均します。二乗するより外れ値の影響が小さくなります。',
  ),
  huber: fixed(
    'Small errors are squared, large ones grow along a line: outliers count less.',
    '小さな誤差は二乗し、大きな誤差は直線で増やします。外れ値の影響が小さくなります。',
  ),
  square: fixed('The mean over all M rows of the squared error.', '誤差の二乗を M 行すべてで平均します。'),
  entropy: fixed(
    'The more probable the model thinks the true class, the smaller. Written with u, before the last activation, so that nothing overflows.',
    'モデルが正解のクラスに高い確率を与えるほど小さくなります。桁あふれを避けるため、最後の活性化の前の値 u で表しています。',
  ),
  descent: fixed(
    'One step down: against the gradient, by the learning rate α. The gradient was derived from the loss above.',
    '勾配と逆の向きに、学習率 α に比例した分だけ動かします。勾配は上の損失関数から導いたものです。',
  ),
} satisfies Record<string, Message>

/** What the rule of an optimizer does, for a parameter θ that stands for all. */
export const ruleCaptions = {
  'gradient-descent': fixed('One step down: against the gradient, by the learning rate α.', '勾配と逆の向きに、学習率 α に比例した分だけ動かします。'),
  sgd: fixed(
    'The velocity v keeps a share of its past, and every gradient pushes it: steps grow where gradients agree, and what goes to and fro cancels out.',
    '速度 v は前の速度の一部を引き継ぎ、勾配に押されて変わります。勾配の向きがそろうと歩幅が伸び、行ったり来たりする成分は打ち消し合います。',
  ),
  adagrad: fixed(
    'The squares of all gradients so far are added up: the larger they were, the smaller the steps of that parameter.',
    'これまでの勾配の二乗を足し合わせます。勾配が大きかったパラメータほど歩幅が小さくなります。',
  ),
  rmsprop: fixed(
    'v is a running mean of the squared gradients. Divided by its root, steps have about the same size in every direction.',
    'v は勾配の二乗の移動平均です。その平方根で割ることで、どの方向の歩幅もほぼそろいます。',
  ),
  adam: fixed(
    'm is a running mean of the gradients, v one of their squares; the hats correct that both begin at 0. k is the number of the step, counted from 1.',
    'm は勾配の移動平均、v は勾配の二乗の移動平均です。どちらも 0 から始まるため、ハット付きの値で補正します。k は更新の回数です（1 から数えます）。',
  ),
  adamw: fixed(
    'm is a running mean of the gradients, v one of their squares; the hats correct that both begin at 0. k is the number of the step, counted from 1.',
    'm は勾配の移動平均、v は勾配の二乗の移動平均です。どちらも 0 から始まるため、ハット付きの値で補正します。k は更新の回数です（1 から数えます）。',
  ),
  weightDecay: fixed('Weight decay pulls every parameter a little towards 0.', '重み減衰により、どのパラメータも少しずつ 0 に引き寄せられます。'),
  clip: fixed('A gradient that is too large is cut first.', '大きすぎる勾配は、先に切り詰めます。'),
  parameters: fixed('θ stands for all parameters, α for the learning rate.', 'θ はすべてのパラメータ、α は学習率を表します。'),
} satisfies Record<string, Message>

export const dataTexts = {
  notChosen: fixed('it is not among the chosen inputs', '入力として選ばれていません'),
  accuracy: fixed('Accuracy', '正解率'),
}

/** What the reader should know before trusting the result. */
export const warningTexts = {
  fewRows: {
    en: (v: { rows: number }) => `${v.rows} rows are enough to see how learning works, not to trust the model.`,
    ja: (v: { rows: number }) => `${v.rows} 行は学習のしくみを知るには十分ですが、モデルを信頼するには足りません。`,
  },
  interrupted: fixed('The run was interrupted; more iterations may do better.', '学習は途中で中断されました。続ければ良くなる可能性があります。'),
}

/** What the commands are for that go on from a run. */
export const nextTexts = {
  predict: fixed('predict for new rows', '新しい行を予測する'),
  evaluate: fixed('measure the model on other rows', '別のデータで良さを測る'),
  explain: fixed('see one step with all its numbers', '1 回の更新を、すべての数値とともに見る'),
  numpy: fixed('the run as a NumPy program', '学習全体を NumPy のプログラムとして見る'),
}
