/** What the report says about a run: names of models, losses and settings, and what the formulas mean. */
import type { LossName, Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

/** What a structure is called. */
export type ReportedModel = 'linear' | 'logistic' | 'softmax' | 'network' | 'convolutional'

export const modelNames: Readonly<Record<ReportedModel, Message>> = {
  linear: both('Linear regression', '線形回帰'),
  logistic: both('Logistic regression', 'ロジスティック回帰'),
  softmax: both('Softmax regression', 'ソフトマックス回帰'),
  network: both('Neural network', 'ニューラルネットワーク'),
  convolutional: both('Convolutional network', '畳み込みニューラルネットワーク'),
}

export const lossTexts: Readonly<Record<LossName, Message>> = {
  'half-mean-square': both('Half the mean square error', '平均二乗誤差の 1/2'),
  'mean-square': both('Mean square error', '平均二乗誤差'),
  'absolute-error': both('Mean absolute error', '平均絶対誤差'),
  huber: both('Huber loss', 'フーバー損失'),
  'binary-cross-entropy': both('Binary cross-entropy', '2 値の交差エントロピー'),
  'categorical-cross-entropy': both('Cross-entropy', '交差エントロピー'),
}

export const captions = {
  predictions: both(
    'The prediction: from the inputs x and the weights w. The first column of x is the dummy column of ones.',
    '予測値。入力 x と重み w から計算します。x の先頭はすべて 1 のダミー列です。',
  ),
  layers: both('The prediction, layer by layer.', '予測値。層ごとに計算します。'),
  learned: both(
    'The same with what was learned, in the units of the table.',
    '学習で得られた重みを入れた式（表の元の単位）。',
  ),
  half: both(
    'The mean over all M rows of the squared error, halved so that its derivative is simple.',
    '誤差の二乗を M 行すべてで平均し、微分した式が簡単になるように 2 で割ります。',
  ),
  absolute: both(
    'The mean over all M rows of the size of the error: outliers count less than when it is squared.',
    '誤差の絶対値を M 行すべてで平均します。二乗するより外れ値の影響が小さくなります。',
  ),
  huber: both(
    'Small errors are squared, large ones grow along a line: outliers count less.',
    '小さな誤差は二乗し、大きな誤差は直線で増やします。外れ値の影響が小さくなります。',
  ),
  square: both('The mean over all M rows of the squared error.', '誤差の二乗を M 行すべてで平均します。'),
  entropy: both(
    'The more probable the model thinks the true class, the smaller. Written with u, before the last activation, so that nothing overflows.',
    'モデルが正解のクラスに高い確率を与えるほど小さくなります。桁あふれを避けるため、最後の活性化の前の値 u で表しています。',
  ),
  descent: both(
    'One step down: against the gradient, by the learning rate α. The gradient was derived from the loss above.',
    '勾配と逆の向きに、学習率 α に比例した分だけ動かします。勾配は上の損失関数から導いたものです。',
  ),
} satisfies Record<string, Message>

/** What the rule of an optimizer does, for a parameter θ that stands for all. */
export const ruleCaptions = {
  'gradient-descent': both('One step down: against the gradient, by the learning rate α.', '勾配と逆の向きに、学習率 α に比例した分だけ動かします。'),
  sgd: both(
    'The velocity v keeps a share of its past, and every gradient pushes it: steps grow where gradients agree, and what goes to and fro cancels out.',
    '速度 v は前の速度の一部を引き継ぎ、勾配に押されて変わります。勾配の向きがそろうと歩幅が伸び、行ったり来たりする成分は打ち消し合います。',
  ),
  adagrad: both(
    'The squares of all gradients so far are added up: the larger they were, the smaller the steps of that parameter.',
    'これまでの勾配の二乗を足し合わせます。勾配が大きかったパラメータほど歩幅が小さくなります。',
  ),
  rmsprop: both(
    'v is a running mean of the squared gradients. Divided by its root, steps have about the same size in every direction.',
    'v は勾配の二乗の移動平均です。その平方根で割ることで、どの方向の歩幅もほぼそろいます。',
  ),
  adam: both(
    'm is a running mean of the gradients, v one of their squares; the hats correct that both begin at 0. k is the number of the step, counted from 1.',
    'm は勾配の移動平均、v は勾配の二乗の移動平均です。どちらも 0 から始まるため、ハット付きの値で補正します。k は更新の回数です（1 から数えます）。',
  ),
  adamw: both(
    'm is a running mean of the gradients, v one of their squares; the hats correct that both begin at 0. k is the number of the step, counted from 1.',
    'm は勾配の移動平均、v は勾配の二乗の移動平均です。どちらも 0 から始まるため、ハット付きの値で補正します。k は更新の回数です（1 から数えます）。',
  ),
  weightDecay: both('Weight decay pulls every parameter a little towards 0.', '重み減衰により、どのパラメータも少しずつ 0 に引き寄せられます。'),
  clip: both('A gradient that is too large is cut first.', '大きすぎる勾配は、先に切り詰めます。'),
  parameters: both('θ stands for all parameters, α for the learning rate.', 'θ はすべてのパラメータ、α は学習率を表します。'),
} satisfies Record<string, Message>

export const dataTexts = {
  notChosen: both('it is not among the chosen inputs', '入力として選ばれていません'),
  accuracy: both('Accuracy', '正解率'),
}
