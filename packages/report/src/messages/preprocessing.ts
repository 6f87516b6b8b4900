/** What was done to a column before it reached the model. */
import type { PreprocessingStep } from '../summary.ts'

type ImputeMethod = Extract<PreprocessingStep, { step: 'impute' }>['method']

const methods: Readonly<Record<ImputeMethod, readonly [en: string, ja: string]>> = {
  mean: ['the mean', '平均値'],
  median: ['the median', '中央値'],
  'most-frequent': ['the most frequent value', '最頻値'],
  constant: ['the constant', '定数'],
}

export const preprocessing = {
  impute: {
    en: (v: { method: ImputeMethod; value: string; missing: number }) =>
      `${v.missing} missing filled with ${methods[v.method][0]}, ${v.value}`,
    ja: (v: { method: ImputeMethod; value: string; missing: number }) =>
      `欠損 ${v.missing} 件を${methods[v.method][1]} ${v.value} で補完`,
  },
  indicator: {
    en: () => 'a column added that says where it was missing',
    ja: () => '欠損かどうかを示す列を追加',
  },
  center: {
    en: (v: { mean: string }) => `centred: mean ${v.mean} subtracted`,
    ja: (v: { mean: string }) => `中心化（平均 ${v.mean} を引く）`,
  },
  standardize: {
    en: (v: { mean: string; std: string }) => `standardised: mean ${v.mean}, standard deviation ${v.std}`,
    ja: (v: { mean: string; std: string }) => `標準化（平均 ${v.mean}、標準偏差 ${v.std}）`,
  },
  minmax: {
    en: (v: { min: string; max: string }) => `scaled from ${v.min} … ${v.max} to 0 … 1`,
    ja: (v: { min: string; max: string }) => `${v.min} 〜 ${v.max} を 0 〜 1 に変換`,
  },
  pixels: {
    en: (v: { white: string }) => `pixel divided by ${v.white}`,
    ja: (v: { white: string }) => `ピクセルの値を ${v.white} で割る`,
  },
  oneHot: {
    en: (v: { categories: string; more: number }) =>
      `one-hot: ${v.categories}${v.more > 0 ? ` and ${v.more} more` : ''}`,
    ja: (v: { categories: string; more: number }) =>
      `one-hot 表現：${v.categories}${v.more > 0 ? ` ほか ${v.more} 種` : ''}`,
  },
  drop: {
    en: (v: { reason: string }) => `left out: ${v.reason}`,
    ja: (v: { reason: string }) => `除外：${v.reason}`,
  },
}
