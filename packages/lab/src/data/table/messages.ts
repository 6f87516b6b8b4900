/** Texts of the table: its columns and its rows. */
import type { ColumnType } from 'kudari'

const count = (value: number, language: 'en' | 'ja'): string => value.toLocaleString(language)

export const tableMessages = {
  columns: { en: () => 'Columns', ja: () => '列' },
  rows: { en: () => 'Rows', ja: () => '行' },
  images: { en: () => 'Images', ja: () => '画像' },
  input: { en: () => 'Input', ja: () => '入力' },
  target: { en: () => 'Predict', ja: () => '予測' },
  column: { en: () => 'Column', ja: () => '列名' },
  type: { en: () => 'Type', ja: () => '型' },
  missing: { en: () => 'Missing', ja: () => '欠損' },
  values: { en: () => 'Values', ja: () => '値の分布' },
  use: { en: () => 'Use', ja: () => '使い道' },
  types: {
    number: { en: () => 'number', ja: () => '数値' },
    integer: { en: () => 'integer', ja: () => '整数' },
    boolean: { en: () => 'true/false', ja: () => '真偽値' },
    category: { en: () => 'category', ja: () => 'カテゴリ' },
    text: { en: () => 'text', ja: () => '文字列' },
    date: { en: () => 'date', ja: () => '日付' },
  } satisfies Record<ColumnType, object>,
  roles: {
    target: { en: () => 'predicted', ja: () => '予測する' },
    input: { en: () => 'input', ja: () => '入力' },
    dropped: { en: () => 'left out', ja: () => '使わない' },
    unused: { en: () => 'not chosen', ja: () => '選択なし' },
  },
  predictThis: { en: (v: { name: string }) => `Predict ${v.name}`, ja: (v: { name: string }) => `${v.name} を予測する` },
  useThis: { en: (v: { name: string }) => `Use ${v.name} as an input`, ja: (v: { name: string }) => `${v.name} を入力に使う` },
  lastInput: { en: () => 'At least one input is needed', ja: () => '入力は 1 列以上必要です' },
  allInputs: { en: () => 'Use all that can be learned from', ja: () => '学習に使える列をすべて使う' },
  range: {
    en: (v: { min: string; max: string; mean: string }) => `${v.min} to ${v.max}, mean ${v.mean}`,
    ja: (v: { min: string; max: string; mean: string }) => `${v.min} 〜 ${v.max}、平均 ${v.mean}`,
  },
  span: { en: (v: { min: string; max: string }) => `${v.min} to ${v.max}`, ja: (v: { min: string; max: string }) => `${v.min} 〜 ${v.max}` },
  categories: {
    en: (v: { distinct: number; most: string }) => `${count(v.distinct, 'en')} different: ${v.most}`,
    ja: (v: { distinct: number; most: string }) => `${count(v.distinct, 'ja')} 種類: ${v.most}`,
  },
  nothing: { en: () => 'no values', ja: () => '値なし' },
  firstColumns: {
    en: (v: { shown: number; all: number }) => `The first ${v.shown} of ${count(v.all, 'en')} columns.`,
    ja: (v: { shown: number; all: number }) => `全 ${count(v.all, 'ja')} 列のうち、はじめの ${v.shown} 列を表示しています。`,
  },
  firstRows: {
    en: (v: { shown: number; all: number }) => (v.shown === v.all ? `All ${v.all} rows.` : `The first ${v.shown} of ${count(v.all, 'en')} rows.`),
    ja: (v: { shown: number; all: number }) => (v.shown === v.all ? `全 ${v.all} 行。` : `全 ${count(v.all, 'ja')} 行のうち、はじめの ${v.shown} 行。`),
  },
  row: { en: () => 'Row', ja: () => '行' },
  part: { en: () => 'Part', ja: () => '用途' },
  parts: {
    train: { en: () => 'learn', ja: () => '学習' },
    validation: { en: () => 'check', ja: () => '検証' },
    none: { en: () => 'no target', ja: () => '対象外' },
  },
  gap: { en: () => 'missing', ja: () => '欠損' },
  pixels: {
    en: (v: { pixels: number }) => `${count(v.pixels, 'en')} columns of pixels are the inputs; the others:`,
    ja: (v: { pixels: number }) => `ピクセル ${count(v.pixels, 'ja')} 列が入力です。ほかの列:`,
  },
}
