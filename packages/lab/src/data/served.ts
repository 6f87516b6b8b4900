/** Data that come with the page's address: `?data=NAME`, as `kudari lab NAME` opens it. */
import type { Session } from '../session/session.ts'
import { servedMessages } from './messages.ts'

/** The name in the address, if there is one. */
export const servedName = (search: string): string | undefined => new URLSearchParams(search).get('data') || undefined

/** Where a file of that name lies, beside the page. */
export const servedAddress = (name: string): string => `./data/${name.split('/').map(encodeURIComponent).join('/')}`

/**
 * Opens the file of that name; where it cannot be had, `otherwise` opens something else, and the page is told why.
 */
export async function openServed(session: Session, name: string, otherwise: () => Promise<unknown>): Promise<void> {
  let file: File
  try {
    const response = await fetch(servedAddress(name))
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim())
    file = new File([await response.blob()], name)
  } catch (error) {
    await otherwise()
    const values = { name, reason: error instanceof Error ? error.message : String(error) }
    session.complain({ kind: 'data', text: { en: servedMessages.notThere.en(values), ja: servedMessages.notThere.ja(values) } })
    return
  }
  await session.read({ kind: 'files', files: [file], reading: {} })
}
