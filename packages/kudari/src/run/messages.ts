/** What executors say. */
import { formatNumber } from '../messages/numbers.ts'

interface TooLargeValues {
  readonly bytes: number
  readonly largest: readonly { readonly name: string; readonly type: string; readonly bytes: number }[]
}

const gigabytes = (bytes: number): string => formatNumber(bytes / 2 ** 30, 3)
const list = (largest: TooLargeValues['largest'], separator: string): string =>
  largest.map(({ name, type, bytes }) => `${name} ${type}: ${gigabytes(bytes)} GiB`).join(separator)

export const runMessages = {
  tooLarge: {
    en: (v: TooLargeValues) =>
      `the computation needs ${gigabytes(v.bytes)} GiB at once, more than WebAssembly can still address (4 GiB in all). ` +
      `The largest tensors are ${list(v.largest, ', ')}. Take fewer rows at a time (--batch), or float32`,
    ja: (v: TooLargeValues) =>
      `計算には一度に ${gigabytes(v.bytes)} GiB のメモリーが必要ですが、WebAssembly で使える量（全体で 4 GiB）を超えます。` +
      `大きいテンソルは ${list(v.largest, '、')} です。一度に使う行数を減らす（--batch）か、float32 を使ってください`,
  },
}
