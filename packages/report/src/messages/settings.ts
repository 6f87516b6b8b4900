/** The settings of a run in the report: what they are called, and values that are words. */
import type { Message } from 'kudari'
import { fixed } from './fixed.ts'

export const settingLabels = {
  activation: fixed('Activation of the hidden layers', '隠れ層の活性化関数'),
  dropout: fixed('Dropout', 'ドロップアウト率'),
  init: fixed('First weights', '重みの初期値'),
  delta: fixed('Huber loss, δ', 'フーバー損失の δ'),
  labelSmoothing: fixed('Label smoothing', 'ラベル平滑化'),
  classWeights: fixed('Class weights', 'クラスの重み'),
  l1: fixed('L1 penalty', 'L1 正則化の強さ'),
  l2: fixed('L2 penalty', 'L2 正則化の強さ'),
  optimizer: fixed('Optimizer', '最適化手法'),
  momentum: fixed('Momentum', 'モーメンタム係数'),
  betas: fixed('β₁, β₂', 'β₁、β₂'),
  smoothing: fixed('Smoothing', '平滑化係数'),
  epsilon: fixed('ε', 'ε'),
  weightDecay: fixed('Weight decay', '重み減衰'),
  clipValue: fixed('Gradients clipped at', '勾配の要素の上限'),
  clipNorm: fixed('Gradient norm clipped at', '勾配のノルムの上限'),
  learningRate: fixed('Learning rate α', '学習率 α'),
  schedule: fixed('Schedule of the learning rate', '学習率のスケジュール'),
  augment: fixed('Images changed anew in every epoch', '画像の水増し（データ拡張）'),
  iterations: fixed('Iterations, at most', '繰り返し回数の上限'),
  batch: fixed('Rows in a step', '1 回に使う行数'),
  epochs: fixed('Epochs', 'エポック数'),
  mostEpochs: fixed('Epochs, at most', 'エポック数の上限'),
  patience: fixed('Patience', '早期終了までの猶予'),
  scale: fixed('Scale of the inputs', '入力の尺度'),
  seed: fixed('Seed', '乱数シード'),
  dtype: fixed('Numbers', '数値の型'),
} satisfies Record<string, Message>

export type SettingLabel = keyof typeof settingLabels

export const optimizerTexts = {
  'gradient-descent': fixed('gradient descent', '勾配降下法'),
  sgd: fixed('gradient descent', '勾配降下法'),
  momentum: fixed('momentum', 'モーメンタム'),
  nesterov: fixed('Nesterov’s momentum', 'ネステロフの加速法'),
  adagrad: fixed('Adagrad', 'Adagrad'),
  rmsprop: fixed('RMSprop', 'RMSprop'),
  adam: fixed('Adam', 'Adam'),
  adamw: fixed('AdamW', 'AdamW'),
} satisfies Record<string, Message>

/** A run in epochs, in iterations, and the iterations of an epoch. */
type Length = { readonly epochs: number; readonly steps: number; readonly each: number }

const grouped = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })

export const settingValues = {
  fromFile: fixed('from a file', 'ファイルから'),
  zeros: fixed('zeros', 'すべて 0'),
  random: fixed('random: He before ReLU and its like, else Glorot', '乱数（ReLU 系の前は He、ほかは Glorot）'),
  allRows: fixed('all', '全行'),
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
  usual: fixed('the usual one', '標準の設定'),
  init: fixed('with equal weights all units would learn alike', 'すべて同じ値では、どのユニットも同じことしか学習しないためです'),
  zeros: fixed('the loss has a single minimum', '損失の最小値が 1 つしかないためです'),
  patience: fixed('without a better validation loss, then the run stops', 'この間、検証データの損失が改善しなければ学習を終えます'),
  seed: fixed('the same seed gives the same run', '同じシードなら同じ結果になります'),
  float32: fixed('usual for networks', 'ネットワークでは標準的な精度です'),
} satisfies Record<string, Message>
