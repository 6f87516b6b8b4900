/** What `kudari explain` says of the layers of a network. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

/** What the layers of a network are measured by. */
export const layerTexts = {
  head: both('Layers', '層の様子'),
  layer: both('layer', '層'),
  gradient: both('gradient', '勾配'),
  weights: both('weights', '重み'),
  norm: both('norm', 'ノルム'),
  rootMeanSquare: both('RMS', 'RMS'),
  ratio: both('ratio', '比'),
  arriving: both('arriving', '届く勾配'),
  note: both(
    'Norms are Euclidean, RMS is the root of the mean of squares; ' +
      'ratio: the norm of the gradient over that of the weights; arriving: the norm for a row of the gradient with respect to what the layer gives.',
    'ノルムはユークリッドノルム、RMS は二乗平均の平方根、比は「勾配のノルム ÷ 重みのノルム」、届く勾配は「層の出力についての勾配」の 1 行あたりのノルムです。',
  ),
  mean: both('mean', '平均'),
  deviation: both('std', '標準偏差'),
  dead: both('dead units', '働かないユニット'),
  saturated: both('saturated', '飽和'),
}
