/** A run that was read from its files: its curve, and, where its data are at hand, the run itself again. */
import type { Losses, RunRecord } from 'kudari'
import type { RunHistory } from '../session/history.ts'
import type { Session } from '../session/session.ts'
import { sampleNames, samples } from '../samples/samples.ts'
import type { DataSource } from '../worker/data-source.ts'
import { fitOfRecord, readingOf } from '../worker/recorded-fit.ts'
import { stem } from './download.ts'
import type { KudariFiles } from './kudari-files.ts'
import { recordedData, sha256 } from './recorded-data.ts'

type RunFiles = Extract<KudariFiles, { kind: 'run' }>

/** Values at their iterations, NaN where the file has none. */
function seriesOf(iteration: readonly number[], values: readonly number[]): RunHistory['loss'] {
  const length = iteration.at(-1)! + 1
  const all = new Float64Array(length).fill(Number.NaN)
  for (const [i, at] of iteration.entries()) all[at] = values[i]
  return { length, values: all }
}

export const historyOfLosses = ({ iteration, loss, validation }: Losses): RunHistory => ({
  loss: seriesOf(iteration, loss),
  validation: validation ? { loss: seriesOf(iteration, validation) } : {},
  parameters: {},
})

const baseName = (path: string): string => path.split(/[/\\]/).at(-1)!
export const dataName = ({ data: { path } }: RunRecord): string => baseName(path)
export const runName = (record: RunRecord): string => stem(dataName(record))

/** The same files as a run's among those that were given with it. */
async function givenData(record: RunRecord, others: readonly File[]): Promise<DataSource | undefined> {
  const wanted = [record.data, ...(record.data.labels ? [record.data.labels] : [])]
  const files = wanted.map(({ path }) => others.find(({ name }) => name === baseName(path)))
  if (!files.every((file) => file !== undefined)) return undefined
  const sums = await Promise.all(files.map((file) => sha256(file)))
  if (!sums.every((sum, i) => sum !== undefined && sum === wanted[i].sha256)) return undefined
  return { kind: 'files', files, reading: readingOf(record) }
}

/** The data of a run: given with it, on the page, or a sample; the same to the byte. */
export async function dataOfRun({ record, others }: Pick<RunFiles, 'record' | 'others'>, present: DataSource | undefined, rows: () => Promise<string>): Promise<DataSource | undefined> {
  const given = await givenData(record, others)
  if (given) return given
  const { sha256: sum, labels } = record.data
  if (sum === undefined) return undefined
  if (present) {
    const own = await recordedData(present, rows)
    if (own.sha256 === sum && own.labels?.sha256 === labels?.sha256) return present
  }
  for (const name of sampleNames) if ((await sha256(samples[name].csv)) === sum) return { kind: 'sample', name }
  return undefined
}

/**
 * Takes a run in: its curve beside those that were kept, and the run itself where it can be made again.
 *
 * @param open opens what is to be seen.
 * @returns whether the data were at hand.
 * @throws KudariError when the run cannot be made in the Lab; its curve is there all the same.
 */
export async function takeInRun(session: Session, files: RunFiles, open: (data: DataSource, fit: ReturnType<typeof fitOfRecord>, iteration: number) => Promise<boolean>): Promise<boolean> {
  const { record, losses } = files
  const name = runName(record)
  const history = losses && historyOfLosses(losses)
  const data = await dataOfRun(files, session.data(), () => session.ask('rows', undefined))
  const curve = (): void => session.takeIn(history ? [{ name, history }] : [])
  if (!data) {
    curve()
    return false
  }
  let fit: ReturnType<typeof fitOfRecord>
  try {
    fit = fitOfRecord(record)
  } catch (error) {
    curve()
    throw error
  }
  const isOpen = await open(data, fit, record.outcome.iteration + 1)
  const plan = session.plan()
  if (isOpen && plan && history) session.takeIn([{ name, setup: { data, fit }, plan, history }])
  else curve()
  return true
}
