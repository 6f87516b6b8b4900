/** Files of Kudari's own that come onto the page: whoever takes files asks here first. */
import { createSignal } from 'solid-js'
import type { Problem } from '../worker/problem.ts'
import type { LabState } from '../session/state.ts'
import { takeAwaited } from './awaited.ts'
import type { KudariFiles } from './kudari-files.ts'

/** What has come, until the page has taken it. */
export type Arrival = KudariFiles | { readonly kind: 'state'; readonly state: LabState } | { readonly kind: 'bad'; readonly problem: Problem }

const [arrival, setArrival] = createSignal<Arrival>()
export { arrival }
export const takeArrival = (): void => void setArrival(undefined)

const mayBeOwn = ({ name }: File): boolean => /\.(?:kudari|safetensors|json)$/i.test(name)

/**
 * Takes files that Kudari has written: a model file, a run folder, a file of the Lab; and data that a link has been waiting for.
 *
 * @returns whether they were such files. Others are data.
 */
export async function importKudariFiles(files: readonly File[]): Promise<boolean> {
  const state = takeAwaited(files)
  if (state) {
    setArrival({ kind: 'state', state })
    return true
  }
  if (!files.some(mayBeOwn)) return false
  const [{ kudariFilesIn }, { problemOf }] = await Promise.all([import('./kudari-files.ts'), import('../worker/problem.ts')])
  try {
    const found = await kudariFilesIn(files)
    if (found) setArrival(found)
    return found !== undefined
  } catch (error) {
    setArrival({ kind: 'bad', problem: problemOf(error) })
    return true
  }
}
