/** What tables say when a column or a cell is not what was expected. */
import type { Message } from '../messages/message.ts'
import type { ColumnType } from './table.ts'

/** Where in a table a row is: by line where the format has lines, else by its number. */
export interface Place {
  readonly source: string
  /** The line from 1, if known. */
  readonly line?: number | undefined
  /** The row from 0. */
  readonly row: number
}

/** `data.csv, line 5` or `data.json, row 4`. */
export const placeText: Message<Place> = {
  en: ({ source, line, row }) => `${source}, ${line === undefined ? `row ${row + 1}` : `line ${line}`}`,
  ja: ({ source, line, row }) => `${source} の ${line === undefined ? `データ ${row + 1} 件目` : `${line} 行目`}`,
}

/** At most 20 names, in backquotes. */
export const listNames = (names: readonly string[], more: (count: number) => string): string =>
  names
    .slice(0, 20)
    .map((name) => `\`${name}\``)
    .join(', ') + (names.length > 20 ? more(names.length - 20) : '')

/** The texts of a list of names in both languages. */
export const names: Message<readonly string[]> = {
  en: (list) => listNames(list, (count) => `, and ${count} more`),
  ja: (list) => listNames(list, (count) => ` ほか ${count} 列`),
}

const shorten = (cell: string): string => (cell.length > 60 ? `${[...cell].slice(0, 60).join('')}...` : cell)

const typeNames: Message<ColumnType> = {
  en: (type) =>
    ({
      number: 'a number',
      integer: 'an integer',
      boolean: 'a boolean (true/false, yes/no, 1/0)',
      category: 'a category',
      text: 'a text',
      date: 'a date (2020-01-31, 2020/1/31)',
    })[type],
  ja: (type) =>
    ({
      number: '数値',
      integer: '整数',
      boolean: '真偽値（true/false、はい/いいえ、1/0）',
      category: 'カテゴリ',
      text: '文字列',
      date: '日付（2020-01-31、2020年1月31日）',
    })[type],
}

export const dataMessages = {
  unknownColumn: {
    en: (v: { source: string; name: string; names: readonly string[]; nearest: string | undefined }) =>
      `${v.source} has no column \`${v.name}\`` +
      (v.nearest === undefined ? '.' : `; did you mean \`${v.nearest}\`?`) +
      ` The columns are ${names.en(v.names)}`,
    ja: (v: { source: string; name: string; names: readonly string[]; nearest: string | undefined }) =>
      `${v.source} に列 \`${v.name}\` はありません。` +
      (v.nearest === undefined ? '' : `\`${v.nearest}\` のことでしょうか。`) +
      `列は ${names.ja(v.names)} です`,
  },
  cellDoesNotFit: {
    en: (v: Place & { column: string; cell: string; type: ColumnType }) =>
      `${placeText.en(v)}, column \`${v.column}\`: expected ${typeNames.en(v.type)}, but found '${shorten(v.cell)}'; ` +
      `correct the cell, choose another type for the column, or list the text as a missing marker`,
    ja: (v: Place & { column: string; cell: string; type: ColumnType }) =>
      `${placeText.ja(v)}、列 \`${v.column}\`: ${typeNames.ja(v.type)}が必要ですが、「${shorten(v.cell)}」と書かれています。` +
      `セルを直すか、列の型を変えるか、この文字列を欠損値の印に加えてください`,
  },
  badFraction: {
    en: (v: { fraction: number }) =>
      `the validation fraction must be at least 0 and less than 1, but is ${v.fraction}; 0.2 holds out every fifth row`,
    ja: (v: { fraction: number }) =>
      `検証データの割合は 0 以上 1 未満で指定してください（指定値 ${v.fraction}）。0.2 なら 5 行に 1 行を検証に使います`,
  },
  strataLength: {
    en: (v: { rows: number; strata: number }) => `there must be one stratum a row: ${v.rows} rows, ${v.strata} strata`,
    ja: (v: { rows: number; strata: number }) => `層は行と同じ数だけ必要です（行 ${v.rows}、層 ${v.strata}）`,
  },
  augmentationForm: {
    en: (v: { text: string; part: string; nearest: string | undefined; form: string; example: string }) =>
      `augmentation "${v.text}": "${v.part}" has no place there` +
      `${v.nearest === undefined ? '' : `; did you mean "${v.nearest}"?`}; write ${v.form}, for example ${v.example}`,
    ja: (v: { text: string; part: string; nearest: string | undefined; form: string; example: string }) =>
      `データ拡張 "${v.text}": "${v.part}" はここには書けません。` +
      `${v.nearest === undefined ? '' : `"${v.nearest}" のことでしょうか。`}${v.form} と書いてください（例: ${v.example}）`,
  },
  augmentationSetting: {
    en: (v: { name: string; expected: string; found: string | undefined }) =>
      `augmentation: ${v.name} must be ${v.expected}, but is ${v.found ?? 'missing'}`,
    ja: (v: { name: string; expected: string; found: string | undefined }) =>
      `データ拡張: ${v.name} には ${v.expected} が必要ですが、${v.found === undefined ? 'ありません' : `${v.found} です`}`,
  },
  shiftTooFar: {
    en: (v: { shift: number; size: string; most: number }) =>
      `augmentation: a shift by ${v.shift} pixels moves images of ${v.size} out of sight; at most ${v.most} leave something to see`,
    ja: (v: { shift: number; size: string; most: number }) =>
      `データ拡張: ${v.shift} ピクセルずらすと ${v.size} の画像から何も見えなくなります。${v.most} 以下にしてください`,
  },
  notImages: {
    en: (v: { size: string; pixels: number; columns: number }) =>
      `the rows are no images of ${v.size}: those have ${v.pixels} columns, one for each pixel and channel, but there are ${v.columns}`,
    ja: (v: { size: string; pixels: number; columns: number }) =>
      `各行が ${v.size} の画像になっていません。ピクセルとチャンネルごとに 1 列、合わせて ${v.pixels} 列必要ですが、${v.columns} 列です`,
  },
  badBatchSize: {
    en: (v: { size: number }) => `the batch size must be a positive integer, but is ${v.size}`,
    ja: (v: { size: number }) => `バッチサイズは正の整数で指定してください（指定値 ${v.size}）`,
  },
}
