/** The state of the page as it is kept and sent: what a run follows from, the moment on show, and how it is looked at. */
import type { FitOptions } from 'kudari'
import type { DataSource } from '../worker/data-source.ts'
import type { Speed } from '../worker/protocol.ts'

/** Data of which only the name is known: the files have to be given again. */
export interface AbsentData {
  readonly kind: 'absent'
  readonly files: readonly { readonly name: string; readonly size: number }[]
  readonly reading: Extract<DataSource, { kind: 'files' }>['reading']
}

export interface LabState {
  readonly data: DataSource | AbsentData
  readonly fit: FitOptions
  /** So many steps have been made. */
  readonly iteration: number
  readonly speed?: Speed
}

/** The same without its files, of which the names are left. */
export function withoutFiles(state: LabState): LabState {
  const { data } = state
  if (data.kind !== 'files') return state
  return { ...state, data: { kind: 'absent', files: data.files.map(({ name, size }) => ({ name, size })), reading: data.reading } }
}
