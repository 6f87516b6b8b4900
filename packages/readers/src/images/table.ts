/** Images as the rows of a table: a column a pixel, and further columns behind them. */
import { type ImageSize, KudariError, type NumberArray, type RawColumn, type RawTable, imageText, pixelCount } from 'kudari'
import { imageMessages } from './messages.ts'

/** The column in which labels and classes stand. */
export const LABEL = 'label'

/** More pixels than this would be more columns than anything here is made for. */
const MOST_PIXELS = 250_000

/** @throws KudariError when images of that size are too large to be rows of a table. */
export function requireModest(image: ImageSize, source: string): void {
  const pixels = pixelCount(image)
  if (pixels > MOST_PIXELS)
    throw new KudariError('data', imageMessages.tooLarge, { source, size: imageText(image), pixels, most: MOST_PIXELS })
}

/**
 * Images as a table. The columns are named `p0`, `p1`, ...
 *
 * @param numbers (rows, height, width, channels): one image behind the other.
 * @param further columns that stand behind the pixels, by name.
 */
export function tableOfImages(
  numbers: NumberArray,
  rows: number,
  image: ImageSize,
  further: ReadonlyMap<string, RawColumn>,
  origin: Pick<RawTable, 'source' | 'detected'>,
): RawTable {
  const pixels = pixelCount(image)
  const columns = turned(numbers, rows, pixels)
  return {
    names: [...columns.map((_, j) => `p${j}`), ...further.keys()],
    columns: [...columns, ...further.values()],
    rows,
    ...origin,
    image,
  }
}

/** The columns of a matrix that is given row by row. */
function turned(numbers: NumberArray, rows: number, width: number): NumberArray[] {
  const all = numbers instanceof Uint8Array ? new Uint8Array(rows * width) : new Float64Array(rows * width)
  for (let i = 0; i < rows; i++) for (let j = 0; j < width; j++) all[j * rows + i] = numbers[i * width + j]
  return Array.from({ length: width }, (_, j) => all.subarray(j * rows, (j + 1) * rows))
}
