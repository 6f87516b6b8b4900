/** A link that holds the whole state, in the part of an address that browsers send to nobody. */
import { KudariError } from 'kudari'
import { sessionMessages } from './messages.ts'
import { packState, unpackState } from './pack.ts'
import { type LabState, withoutFiles } from './state.ts'

/** `#kudari=1.eJy...`: the version of the layout, then the packed state in base64url. */
const VERSION = 1
const NAME = 'kudari'

/** Links that are longer get cut off on their way: by mail programs, chats and the printed page. */
export const LONGEST = 32_000
/** What a link of that length can hold is at most this much longer: a thousandfold, as deflate has it. */
const LONGEST_STATE = 1000 * LONGEST

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const fragmentOf = async (state: LabState): Promise<string> => `${NAME}=${VERSION}.${toBase64Url(await packState(state))}`

/** The size of the files of a state, which they at most lose by being deflated. */
const fileBytes = ({ data }: LabState): number => (data.kind === 'files' ? data.files.reduce((sum, { size }) => sum + size, 0) : 0)

/** Tables as text shrink to a tenth at best: larger files need not be tried. */
const WORTH_TRYING = 12 * LONGEST

export interface Link {
  /** What follows `#` in the address. */
  readonly fragment: string
  /** Whether the data are in it; otherwise their files must be sent along. */
  readonly holdsData: boolean
}

/** The link of a state; undefined where the settings alone are too long for one, as with the weights of a large model. */
export async function linkOf(state: LabState): Promise<Link | undefined> {
  if (state.data.kind !== 'absent' && fileBytes(state) <= WORTH_TRYING) {
    const fragment = await fragmentOf(state)
    if (fragment.length <= LONGEST) return { fragment, holdsData: true }
  }
  const fragment = await fragmentOf(withoutFiles(state))
  return fragment.length <= LONGEST && state.data.kind === 'files' ? { fragment, holdsData: false } : undefined
}

/**
 * The state in the fragment of an address.
 *
 * @returns undefined where there is none.
 * @throws KudariError when the link is cut off, changed, or written by a newer Lab.
 */
export async function stateOfLink(hash: string): Promise<LabState | undefined> {
  const found = /^#?kudari=(?:(\d+)\.)?(.*)$/s.exec(hash)
  if (!found) return undefined
  const [, version, text] = found
  const refuse = (): never => {
    throw new KudariError('data', sessionMessages.badLink, undefined)
  }
  if (version === undefined) return refuse()
  if (Number(version) > VERSION) throw new KudariError('data', sessionMessages.newer, { found: Number(version), known: VERSION })
  let bytes: Uint8Array
  try {
    bytes = fromBase64Url(text.trim())
  } catch {
    return refuse()
  }
  return unpackState(bytes, LONGEST_STATE).catch(refuse)
}
