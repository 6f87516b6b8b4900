/** Which column of a table is likeliest to be predicted, as long as nobody says. */
import { type Column, type Table, holdsNumbers } from 'kudari'

const usual = /^(?:target|label|class|outcome|survived|price|y|目的変数|正解|ラベル|クラス|価格)$/i

/** Whether a column holds at least two values, and one in at least half of the rows. */
function isVaried(column: Column): boolean {
  let first: string | number | undefined
  let present = 0
  let differs = false
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row]
    if (value === null || Number.isNaN(value)) continue
    present++
    first ??= value
    differs ||= value !== first
  }
  return differs && present * 2 >= column.values.length
}

const isPredictable = (column: Column): boolean => column.type !== 'text' && column.type !== 'date' && isVaried(column)

/** A column that is called so; else the last that varies and is neither text nor date; else the last number; else the last. */
export function likelyTarget({ columns }: Table): string {
  const found =
    columns.find((column) => usual.test(column.name) && isPredictable(column)) ?? columns.findLast(isPredictable) ?? columns.findLast(holdsNumbers) ?? columns.at(-1)!
  return found.name
}
