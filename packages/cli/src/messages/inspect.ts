/** What `kudari inspect` says. */
import type { Message } from 'kudari'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

/** A count as people read it: `61,706`. */
export const countText = (count: number): string => count.toLocaleString('en-US')

/** How a table's columns become inputs. */
export interface Preprocessing {
  readonly columns: number
  readonly inputs: number
  readonly numbers: number
  readonly categories: number
  /** Numbers that something is subtracted from, or that are divided by something. */
  readonly scaled: number
  /** Columns in which values were missing, and that have an input of their own which says so. */
  readonly indicators: number
  /** `28 x 28`, where the columns are pixels. */
  readonly image?: string
}

export const inspectMessages = {
  kudari: both('Kudari', 'Kudari'),
  version: {
    en: (v: { version: string; date: string }) => `${v.version}, ${v.date}`,
    ja: (v: { version: string; date: string }) => `${v.version}（${v.date}）`,
  },
  versionUnknown: both('version unknown: there is no run.json beside the model', 'バージョン不明（モデルと同じ場所に run.json がありません）'),
  inputs: both('inputs', '入力'),
  columns: {
    en: ({ columns, inputs, numbers, categories, scaled, indicators, image }: Preprocessing) => {
      const made = [
        ...(numbers > 0 && image === undefined ? [`${countText(numbers)} number${numbers === 1 ? '' : 's'}`] : []),
        ...(scaled > 0 ? [`${scaled === numbers ? '' : `${countText(scaled)} of them `}scaled`] : []),
        ...(categories > 0 ? [`${countText(categories)} categor${categories === 1 ? 'y' : 'ies'} one-hot encoded`] : []),
        ...(indicators > 0 ? [`${countText(indicators)} with a mark for missing values`] : []),
      ]
      const from = image === undefined ? `${countText(columns)} column${columns === 1 ? '' : 's'}` : `images of ${image} pixels`
      return `${countText(inputs)} from ${from}: ${made.length > 0 ? made.join(', ') : 'as they are'}`
    },
    ja: ({ columns, inputs, numbers, categories, scaled, indicators, image }: Preprocessing) => {
      const made = [
        ...(numbers > 0 && image === undefined ? [`数値 ${countText(numbers)} 列`] : []),
        ...(scaled > 0 ? [scaled === numbers ? '尺度を変換' : `うち ${countText(scaled)} 列は尺度を変換`] : []),
        ...(categories > 0 ? [`カテゴリー ${countText(categories)} 列を one-hot 表現に変換`] : []),
        ...(indicators > 0 ? [`${countText(indicators)} 列に欠損の印を追加`] : []),
      ]
      const from = image === undefined ? `${countText(columns)} 列` : `${image} 画素の画像`
      return `${from}から ${countText(inputs)} 個（${made.length > 0 ? made.join('、') : 'そのまま'}）`
    },
  },
  target: both('target', '目的変数'),
  numberTarget: {
    en: (v: { column: string; offset: string | undefined }) => `${v.column}, a number${v.offset === undefined ? '' : ` (less ${v.offset})`}`,
    ja: (v: { column: string; offset: string | undefined }) => `${v.column}（数値${v.offset === undefined ? '' : `。${v.offset} を引いて学習`}）`,
  },
  classTarget: {
    en: (v: { column: string; count: number; classes: string }) => `${v.column}, ${v.count} classes: ${v.classes}`,
    ja: (v: { column: string; count: number; classes: string }) => `${v.column}（${v.count} クラス: ${v.classes}）`,
  },
  loss: both('loss', '損失'),
  dtype: both('dtype', '数値の型'),
  layer: both('layer', '層'),
  before: both('row before', '入力の形状'),
  after: both('row after', '出力の形状'),
  parameters: both('parameters', 'パラメータ'),
  statistics: both('statistics', '統計量'),
  operations: both('operations', '演算数'),
  settings: both('settings', '設定'),
  total: both('total', '合計'),
  memory: {
    en: (v: { parameters: string; statistics: string | undefined; activations: string; numbers: number }) =>
      `Memory: ${v.parameters} for the parameters${v.statistics === undefined ? '' : `, ${v.statistics} for the statistics`}; ` +
      `while it learns, ${v.activations} more for what the layers give for one row (${countText(v.numbers)} numbers).`,
    ja: (v: { parameters: string; statistics: string | undefined; activations: string; numbers: number }) =>
      `メモリー: パラメータ ${v.parameters}${v.statistics === undefined ? '' : `、統計量 ${v.statistics}`}。` +
      `学習中はこのほかに、1 行につき各層の出力 ${countText(v.numbers)} 個分の ${v.activations} を使います。`,
  },
  convention: both(
    'Operations are those of a prediction for one row: a multiplication and an addition are two; a division, a comparison and a function such as exp are one each.',
    '演算数は 1 行の予測に必要な浮動小数点演算の数です。乗算と加算の組を 2、除算、比較、exp などの関数をそれぞれ 1 と数えます。',
  ),
  nested: both('A layer with layers inside counts those too.', '内側に層を持つ層の数には、内側の層の分も含まれます。'),
  apart: both(
    'Statistics are numbers that a layer keeps up to date while it learns, such as running means; the gradient does not change them.',
    '統計量は、移動平均のように学習中に層自身が更新する数です。勾配による更新の対象ではありません。',
  ),
}
