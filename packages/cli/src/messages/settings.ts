/** The settings of a run in the report: what they are called, and values that are words. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const settingLabels = {
  activation: both('Activation of the hidden layers', '隠れ層の活性化関数'),
  dropout: both('Dropout', 'ドロップアウト率'),
  init: both('First weights', '重みの初期値'),
  delta: both('Huber loss, δ', 'フーバー損失の δ'),
  labelSmoothing: both('Label smoothing', 'ラベル平滑化'),
  classWeights: both('Class weights', 'クラスの重み'),
  l1: both('L1 penalty', 'L1 正則化の強さ'),
  l2: both('L2 penalty', 'L2 正則化の強さ'),
  optimizer: both('Optimizer', '最適化手法'),
  momentum: both('Momentum', 'モーメンタム係数'),
  betas: both('β₁, β₂', 'β₁、β₂'),
  smoothing: both('Smoothing', '平滑化係数'),
  epsilon: both('ε', 'ε'),
  weightDecay: both('Weight decay', '重み減衰'),
  clipValue: both('Gradients clipped at', '勾配の要素の上限'),
  clipNorm: both('Gradient norm clipped at', '勾配のノルムの上限'),
  learningRate: both('Learning rate α', '学習率 α'),
  schedule: both('Schedule of the learning rate', '学習率のスケジュール'),
  augment: both('Images changed anew in every epoch', '画像の水増し（データ拡張）'),
  iterations: both('Iterations, at most', '繰り返し回数の上限'),
  batch: both('Rows in a step', '1 回に使う行数'),
  epochs: both('Epochs', 'エポック数'),
  mostEpochs: both('Epochs, at most', 'エポック数の上限'),
  patience: both('Patience', '早期終了までの猶予'),
  scale: both('Scale of the inputs', '入力の尺度'),
  seed: both('Seed', '乱数シード'),
  dtype: both('Numbers', '数値の型'),
} satisfies Record<string, Message>

export type SettingLabel = keyof typeof settingLabels

export const optimizerTexts = {
  'gradient-descent': both('gradient descent', '勾配降下法'),
  sgd: both('gradient descent', '勾配降下法'),
  momentum: both('momentum', 'モーメンタム'),
  nesterov: both('Nesterov’s momentum', 'ネステロフの加速法'),
  adagrad: both('Adagrad', 'Adagrad'),
  rmsprop: both('RMSprop', 'RMSprop'),
  adam: both('Adam', 'Adam'),
  adamw: both('AdamW', 'AdamW'),
} satisfies Record<string, Message>

/** A run in epochs, in iterations, and the iterations of an epoch. */
type Length = { readonly epochs: number; readonly steps: number; readonly each: number }

const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })

export const settingValues = {
  fromFile: both('from a file', 'ファイルから'),
  zeros: both('zeros', 'すべて 0'),
  random: both('random: He before ReLU and its like, else Glorot', '乱数（ReLU 系の前は He、ほかは Glorot）'),
  allRows: both('all', '全行'),
  steps: {
    en: (v: Length) => `${grouped(v.epochs)} (${grouped(v.steps)} iterations, ${grouped(v.each)} an epoch)`,
    ja: (v: Length) => `${grouped(v.epochs)}（1 エポック ${grouped(v.each)} 回、計 ${grouped(v.steps)} 回の反復）`,
  },
  patienceEpochs: {
    en: (v: { count: number }) => `${v.count} epochs`,
    ja: (v: { count: number }) => `${v.count} エポック`,
  },
  patienceIterations: {
    en: (v: { count: number }) => `${v.count} iterations`,
    ja: (v: { count: number }) => `${v.count} 反復`,
  },
}

/** Why a setting is what it is, where the choices of the plan do not say it. */
export const settingReasons = {
  usual: both('the usual one', '標準の設定'),
  init: both('with equal weights all units would learn alike', 'すべて同じ値では、どのユニットも同じことしか学習しないためです'),
  zeros: both('the loss has a single minimum', '損失の最小値が 1 つしかないためです'),
  patience: both('without a better validation loss, then the run stops', 'この間、検証データの損失が改善しなければ学習を終えます'),
  seed: both('the same seed gives the same run', '同じシードなら同じ結果になります'),
  float32: both('usual for networks', 'ネットワークでは標準的な精度です'),
} satisfies Record<string, Message>
