/** `history.csv`: a line for every iteration, in full precision, written and read back. */
import { KudariError } from '../messages/error.ts'
import type { History } from '../train/history.ts'
import { historyMessages } from './messages.ts'

/**
 * A history as CSV: `iteration,loss`, then what was measured on the validation rows (`validation_loss`, ...), then the
 * parameters or their norm.
 */
export function historyCsv({ iteration, loss, validation, parameters }: History): string {
  const columns: Record<string, readonly number[]> = {
    iteration,
    loss,
    ...Object.fromEntries(Object.entries(validation).map(([name, values]) => [`validation_${name}`, values])),
    ...parameters,
  }
  const names = Object.keys(columns)
  const lists = Object.values(columns)
  // Nothing was measured where there is NaN in a validation column; a loss or weight that became NaN is written as such.
  const isMeasure = names.map((name) => name.startsWith('validation_'))
  const lines = iteration.map((_, k) =>
    lists.map((values, j) => (isMeasure[j] && Number.isNaN(values[k]) ? '' : `${values[k]}`)).join(','),
  )
  return `${[names.join(','), ...lines].join('\n')}\n`
}

/** The losses of a run; all lists have an entry for each line. */
export interface Losses {
  readonly iteration: readonly number[]
  /** NaN and infinities are those of a run that diverged. */
  readonly loss: readonly number[]
  /** NaN where nothing was measured; left out where no rows were held out. */
  readonly validation?: readonly number[]
}

/** Bytes as they come. */
type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** The lines of a text file, as many at a time as come at once. */
async function* linesOf(bytes: Pieces): AsyncGenerator<string[]> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop()!
    yield lines
  }
  if (rest !== '') yield [rest]
}

/** Where a column stands in a file, and how its numbers are read. */
interface Place {
  readonly source: string
  readonly line: number
}

const words: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity }

function numberIn(text: string, column: string, place: Place): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isNaN(value)) return value
  if (Object.hasOwn(words, text)) return words[text]
  throw new KudariError('data', historyMessages.notANumber, { ...place, column, text: text.slice(0, 40) })
}

/** The columns that are wanted, from the names in the header. */
function columnsOf(header: readonly string[], source: string) {
  const [iteration, loss, validation] = ['iteration', 'loss', 'validation_loss'].map((name) => header.indexOf(name))
  if (iteration < 0 || loss < 0) throw new KudariError('data', historyMessages.noColumns, { source })
  return { iteration, loss, validation }
}

/**
 * Reads the losses of a run, in a stream, however long it was.
 *
 * @param bytes the file's, in pieces of any length.
 * @param source the file's name, for messages.
 * @throws KudariError when the file is damaged, with the line.
 *
 * @example
 * await readLosses([new TextEncoder().encode('iteration,loss\n0,1.5\n1,1.25\n')], 'history.csv')
 * // { iteration: [0, 1], loss: [1.5, 1.25] }
 */
export async function readLosses(bytes: Pieces, source: string): Promise<Losses> {
  const iteration: number[] = []
  const loss: number[] = []
  const validation: number[] = []
  let fields = 0
  let columns: ReturnType<typeof columnsOf> | undefined
  let line = 0
  for await (const lines of linesOf(bytes))
    for (const text of lines) {
      const place = { source, line: ++line }
      const cells = text.trimEnd().split(',')
      if (!columns) {
        columns = columnsOf(cells, source)
        fields = cells.length
        continue
      }
      if (cells.length !== fields) throw new KudariError('data', historyMessages.ragged, { ...place, expected: fields, found: cells.length })
      const at = numberIn(cells[columns.iteration], 'iteration', place)
      const before = iteration.at(-1) ?? -1
      if (!Number.isInteger(at) || at <= before) throw new KudariError('data', historyMessages.notInOrder, { ...place, found: cells[columns.iteration], before })
      iteration.push(at)
      loss.push(numberIn(cells[columns.loss], 'loss', place))
      if (columns.validation < 0) continue
      const measured = cells[columns.validation]
      validation.push(measured === '' ? Number.NaN : numberIn(measured, 'validation_loss', place))
    }
  if (iteration.length === 0) throw new KudariError('data', historyMessages.noLines, { source })
  return { iteration, loss, ...(columns!.validation >= 0 && { validation }) }
}
