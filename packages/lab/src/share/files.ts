/** The table of files that can be saved of a run, in the order in which they are offered. */
import type { Message } from 'kudari'
import { language } from '../language.ts'
import type { Session } from '../session/session.ts'
import { EXTENSION, writeStateFile } from '../session/state-file.ts'
import { type DataSource, nameOfSource } from '../worker/data-source.ts'
import { stem } from './download.ts'
import { presentState } from './keeping.ts'
import { shareMessages } from './messages.ts'
import { dataFileName, isMade, recordedData } from './recorded-data.ts'

/** What files are made of. */
interface Present {
  readonly session: Session
  readonly data: DataSource
}

export interface SavedFile {
  /** As the command calls it. */
  readonly name: (present: Present) => string
  readonly about: Message
  readonly type: string
  /** Whether it tells of steps, so that there is none before the first. */
  readonly tellsOfSteps: boolean
  /** Whether there is such a file of these data; default: always. */
  readonly suits?: (data: DataSource) => boolean
  readonly content: (present: Present) => Promise<BlobPart>
}

const csv = 'text/csv;charset=utf-8'

export const savedFiles: readonly SavedFile[] = [
  {
    name: () => 'model.safetensors',
    about: shareMessages.files.model,
    type: 'application/octet-stream',
    tellsOfSteps: false,
    content: async ({ session }) => (await session.ask('model', undefined)) as Uint8Array<ArrayBuffer>,
  },
  { name: () => 'history.csv', about: shareMessages.files.history, type: csv, tellsOfSteps: true, content: ({ session }) => session.ask('history', undefined) },
  {
    name: () => 'report.html',
    about: shareMessages.files.report,
    type: 'text/html;charset=utf-8',
    tellsOfSteps: true,
    content: ({ session, data }) => session.ask('report', { language: language(), name: stem(nameOfSource(data)), date: new Date().toISOString() }),
  },
  {
    name: () => 'run.json',
    about: shareMessages.files.record,
    type: 'application/json',
    tellsOfSteps: true,
    async content({ session, data }) {
      const reading = data.kind === 'files' ? data.reading : {}
      const recorded = await recordedData(data, () => session.ask('rows', undefined))
      return session.ask('record', { data: recorded, reading, date: new Date().toISOString() })
    },
  },
  { name: () => 'run.py', about: shareMessages.files.script, type: 'text/x-python;charset=utf-8', tellsOfSteps: true, content: ({ session }) => session.ask('script', undefined) },
  { name: () => 'predicted.csv', about: shareMessages.files.predicted, type: csv, tellsOfSteps: false, content: ({ session }) => session.ask('predicted', undefined) },
  { name: ({ data }) => dataFileName(data), about: shareMessages.files.rows, type: csv, tellsOfSteps: false, suits: isMade, content: ({ session }) => session.ask('rows', undefined) },
  {
    name: ({ data }) => `${stem(nameOfSource(data))}${EXTENSION}`,
    about: shareMessages.files.state,
    type: 'application/octet-stream',
    tellsOfSteps: false,
    content: ({ session }) => writeStateFile(presentState(session)!),
  },
]
