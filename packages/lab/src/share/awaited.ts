/** A state whose files are yet to come: its settings were in a link, or were kept, but its data were too large. */
import type { DataSource } from '../worker/data-source.ts'
import type { AbsentData, LabState } from '../session/state.ts'

type Awaiting = LabState & { readonly data: AbsentData }

let awaited: Awaiting | undefined

export const isAwaiting = (state: LabState): state is Awaiting => state.data.kind === 'absent'

export function awaitFiles(state: Awaiting): void {
  awaited = state
}

/** The state that was waiting for these very files, with them; it waits no longer. */
export function takeAwaited(files: readonly File[]): (LabState & { readonly data: DataSource }) | undefined {
  if (!awaited) return undefined
  const { data: { files: wanted, reading } } = awaited
  const found = wanted.map(({ name, size }) => files.find((file) => file.name === name && file.size === size))
  if (found.length !== files.length || !found.every((file) => file !== undefined)) return undefined
  const state = { ...awaited, data: { kind: 'files', files: found, reading } } as const
  awaited = undefined
  return state
}
