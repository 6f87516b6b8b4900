/** What the layers of a network do, in a few words. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const layerTexts = {
  dummy: both('column of ones', 'ダミー列'),
  dense: both('fully connected', '全結合層'),
  conv2d: both('convolution', '畳み込み層'),
  'max-pool': both('largest value of each window', '最大値プーリング'),
  'average-pool': both('mean of each window', '平均値プーリング'),
  'global-average-pool': both('mean of each channel', 'チャネルごとの平均'),
  flatten: both('image to row', '画像を 1 列に並べる'),
  reshape: both('row to image', '画像の形に並べ直す'),
  dropout: both('leaves units out while learning', '学習中にユニットを間引く'),
  'batch-normalization': both('normalised over the batch', 'バッチ正規化'),
  'layer-normalization': both('normalised over the units', '層正規化'),
  residual: both('adds its input to its output', '入力を出力に足す（残差接続）'),
  branch: both('layers side by side', '枝分かれする層'),
  activation: both('activation', '活性化関数'),
} satisfies Record<string, Message>
