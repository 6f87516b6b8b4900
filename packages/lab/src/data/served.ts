/** Data that come with the page's address: `?data=NAME`, as `kudari lab NAME` opens it; images with `&data=LABELS`. */
import { createSignal } from 'solid-js'
import type { Session } from '../session/session.ts'
import { servedMessages } from './messages.ts'
import type { FileSource } from './source/arrivals.ts'

/** The names in the address: of one table, or of images and their labels. */
export const servedNames = (search: string): string[] => new URLSearchParams(search).getAll('data').filter((name) => name !== '')

/** The files of the address, once they are there; whether they could be read or not. */
const [served, setServed] = createSignal<FileSource>()
export { served }

/** Where a file of that name lies, beside the page. */
export const servedAddress = (name: string): string => `./data/${name.split('/').map(encodeURIComponent).join('/')}`

async function fileOf(name: string): Promise<File> {
  const response = await fetch(servedAddress(name))
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim())
  return new File([await response.blob()], name)
}

/**
 * Opens the files of those names; where they cannot be had, `otherwise` opens something else, and the page is told why.
 */
export async function openServed(session: Session, names: readonly string[], otherwise: () => Promise<unknown>): Promise<void> {
  let files: readonly File[]
  try {
    files = await Promise.all(names.map(fileOf))
  } catch (error) {
    await otherwise()
    const values = { name: names[0], reason: error instanceof Error ? error.message : String(error) }
    session.complain({ kind: 'data', text: { en: servedMessages.notThere.en(values), ja: servedMessages.notThere.ja(values) } })
    return
  }
  const source: FileSource = { kind: 'files', files, reading: {} }
  setServed(source)
  await session.read(source)
}
