/** `history.csv` read back: the losses of a run, in a stream, however long it was. */
import { join } from 'node:path'
import { KudariError } from 'kudari'
import type { Io } from '../io.ts'
import { historyMessages } from '../messages/history.ts'
import { runFiles } from './run-folder.ts'
import { isThere, source } from './source.ts'

/** The losses of a run; all lists have an entry for each line. */
export interface Losses {
  readonly iteration: readonly number[]
  /** NaN and infinities are those of a run that diverged. */
  readonly loss: readonly number[]
  /** NaN where nothing was measured; left out where no rows were held out. */
  readonly validation?: readonly number[]
}

/** The lines of a text file, as many at a time as come at once. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
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
  readonly path: string
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
function columnsOf(header: readonly string[], path: string) {
  const [iteration, loss, validation] = ['iteration', 'loss', 'validation_loss'].map((name) => header.indexOf(name))
  if (iteration < 0 || loss < 0) throw new KudariError('data', historyMessages.noColumns, { path })
  return { iteration, loss, validation }
}

/**
 * Reads the losses of a run.
 *
 * @param folder the run folder.
 * @throws KudariError when the file is missing or damaged, with the line.
 */
export async function readLosses(io: Io, folder: string): Promise<Losses> {
  const path = join(folder, runFiles.history)
  if (!(await isThere(io, path))) throw new KudariError('data', historyMessages.noHistory, { path })
  const { bytes } = await source(io, path)
  const iteration: number[] = []
  const loss: number[] = []
  const validation: number[] = []
  let fields = 0
  let columns: ReturnType<typeof columnsOf> | undefined
  let line = 0
  for await (const lines of linesOf(bytes()))
    for (const text of lines) {
      const place = { path, line: ++line }
      const cells = text.trimEnd().split(',')
      if (!columns) {
        columns = columnsOf(cells, path)
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
  if (iteration.length === 0) throw new KudariError('data', historyMessages.noLines, { path })
  return { iteration, loss, ...(columns!.validation >= 0 && { validation }) }
}
