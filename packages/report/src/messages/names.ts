/** Words for what the user's table holds. */
import { fixed } from './fixed.ts'

export const names = {
  empty: fixed('(empty)', '（空欄）'),
}

/** The types of columns. */
export const columnTypes = {
  number: fixed('number', '数値'),
  integer: fixed('integer', '整数'),
  boolean: fixed('boolean', '真偽値'),
  category: fixed('category', 'カテゴリ'),
  text: fixed('text', 'テキスト'),
  date: fixed('date', '日付'),
}
