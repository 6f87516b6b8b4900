/** What `kudari train --check-gradients` says. */
import { type Message, formatNumber } from 'kudari'
import { countText } from './inspect.ts'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const gradientTexts = {
  head: {
    en: (v: { rows: number }) => `The derived gradient against central differences, (L(w + h) - L(w - h)) / 2h: ${v.rows} rows, float64`,
    ja: (v: { rows: number }) => `導いた勾配と中心差分 (L(w + h) - L(w - h)) / 2h の比較（${v.rows} 行、float64）`,
  },
  tensor: both('tensor', 'テンソル'),
  shape: both('shape', '形状'),
  checked: both('checked', '調べた要素'),
  of: {
    en: (v: { checked: number; size: number }) => `${countText(v.checked)} of ${countText(v.size)}`,
    ja: (v: { checked: number; size: number }) => `${countText(v.checked)} / ${countText(v.size)}`,
  },
  kinks: both('kinks', '折れ目'),
  relative: both('relative difference', '相対差（最大）'),
  index: both('at', '位置'),
  kinksNote: {
    en: (v: { kinks: number }) =>
      `At ${v.kinks} of the elements the loss has a kink within the step, as relu, max-pool and absolute values make them: ` +
      'the slopes on both sides differ, and no single difference is the gradient. They were looked at more closely, and do not count above.',
    ja: (v: { kinks: number }) =>
      `${v.kinks} 個の要素では、差分の幅の中に損失の折れ目があります（relu、max-pool、絶対値などによるもの）。` +
      '左右の傾きが異なり、1 つの差分では勾配が定まりません。幅を狭めて確かめ、上の相対差には含めていません。',
  },
  fine: {
    en: (v: { tolerance: number }) =>
      `The gradient is right: all relative differences are within ${formatNumber(v.tolerance)}. Nothing was trained or written; leave out --check-gradients to train.`,
    ja: (v: { tolerance: number }) =>
      `勾配は正しく導かれています（相対差はすべて ${formatNumber(v.tolerance)} 以内）。学習は行わず、何も保存していません。学習するには --check-gradients を外してください。`,
  },
  wrong: {
    en: (v: { place: string; derived: number; difference: number; relative: number; tolerance: number }) =>
      `the derived gradient of ${v.place} is ${formatNumber(v.derived)}, but differences give ${formatNumber(v.difference)}: ` +
      `a relative difference of ${formatNumber(v.relative, 2)}, where ${formatNumber(v.tolerance)} is allowed. ` +
      'Nothing was trained. The loss may jump or overflow there; if not, this is a fault of Kudari: please report it with the model',
    ja: (v: { place: string; derived: number; difference: number; relative: number; tolerance: number }) =>
      `${v.place} の導いた勾配は ${formatNumber(v.derived)} ですが、差分では ${formatNumber(v.difference)} です` +
      `（相対差 ${formatNumber(v.relative, 2)}、許容範囲 ${formatNumber(v.tolerance)}）。学習は行っていません。` +
      'そこで損失が不連続になるか桁あふれしていなければ、Kudari の不具合です。モデルを添えて報告してください',
  },
}
