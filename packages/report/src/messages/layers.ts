/** What the layers of a network do, in a few words. */
import type { Message } from 'kudari'
import { fixed } from './fixed.ts'

export const layerTexts = {
  dummy: fixed('column of ones', 'ダミー列'),
  dense: fixed('fully connected', '全結合層'),
  conv2d: fixed('convolution', '畳み込み層'),
  'max-pool': fixed('largest value of each window', '最大値プーリング'),
  'average-pool': fixed('mean of each window', '平均値プーリング'),
  'global-average-pool': fixed('mean of each channel', 'チャネルごとの平均'),
  flatten: fixed('image to row', '画像を 1 列に並べる'),
  reshape: fixed('row to image', '画像の形に並べ直す'),
  dropout: fixed('leaves units out while learning', '学習中にユニットを間引く'),
  'batch-normalization': fixed('normalised over the batch', 'バッチ正規化'),
  'layer-normalization': fixed('normalised over the units', '層正規化'),
  residual: fixed('adds its input to its output', '入力を出力に足す（残差接続）'),
  branch: fixed('layers side by side', '枝分かれする層'),
  activation: fixed('activation', '活性化関数'),
} satisfies Record<string, Message>
