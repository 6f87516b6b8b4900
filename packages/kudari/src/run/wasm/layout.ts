/** How an operand lies under the result of an elementwise operation. */
import { type Shape, sameShape, sizeOf } from '../../tensor/shape.ts'

/**
 * `same`: number by number. `single`: one number for all. `row`: a row that repeats, such as a bias. `column`: one number for
 * each row, such as the sum of a row. `block`: a row for each of the first axis, such as the mean of an image's pixels.
 */
export type Layout = 'same' | 'single' | 'row' | 'column' | 'block'

/** Whether a tile of the result needs the rows of the same tile only. */
export const isCutWithResult = (layout: Layout): boolean => layout === 'same' || layout === 'column' || layout === 'block'

/** The layout of an operand; undefined for the rarer ways of broadcasting, which have no fast loop. */
export function layoutOf(operand: Shape, result: Shape): Layout | undefined {
  if (sameShape(operand, result)) return 'same'
  if (sizeOf(operand) === 1) return 'single'
  const columns = result.at(-1)
  if (operand.at(-1) === columns && operand.slice(0, -1).every((length) => length === 1)) return 'row'
  if (operand.length !== result.length) return undefined
  if (operand.at(-1) === 1 && sameShape(operand.slice(0, -1), result.slice(0, -1))) return 'column'
  const isBlock = operand[0] === result[0] && operand.at(-1) === columns && operand.slice(1, -1).every((length) => length === 1)
  return isBlock ? 'block' : undefined
}
