/** Encodings of text: their names, and telling them from the bytes. */
import { KudariError } from 'kudari'
import { readerMessages } from '../messages.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp'] as const
export type Encoding = (typeof encodings)[number]

/** The usual other names, without hyphens and underscores. */
const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  shiftjis: 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  windows31j: 'shift_jis',
  ms932: 'shift_jis',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
}

/** The encoding of that name. @throws KudariError for a name that is not known. */
export function encodingNamed(name: string): Encoding {
  const found = aliases[name.toLowerCase().replaceAll(/[-_ ]/g, '')]
  if (!found) throw new KudariError('usage', readerMessages.unknownEncoding, { encoding: name, known: encodings })
  return found
}

/** The text, or undefined where the bytes are not of that encoding. A character cut off at the end is forgiven. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

/** Kana and the kanji of everyday words speak for a reading; half-width katakana and rare kanji against it. */
function plausibility(text: string): number {
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  return count(/[\u3040-\u30ff]/g) * 2 + count(/[\u4e00-\u9fff]/g) - count(/[\uff61-\uff9f]/g) * 3
}

/**
 * The encoding of a text, from its first bytes: a byte order mark, the zeros of UTF-16, valid UTF-8, and else the more
 * plausible of Shift_JIS and EUC-JP.
 *
 * @param head the more the better; ASCII alone counts as UTF-8.
 */
export function detectEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const looked = Math.min(head.length, 1024)
  for (let i = 0; i < looked; i++) if (head[i] === 0) zeros[i % 2]++
  // Latin letters and digits in UTF-16 have a zero byte each, always on the same side.
  if (looked >= 4 && zeros[1] > looked / 8 && zeros[0] === 0) return 'utf-16le'
  if (looked >= 4 && zeros[0] > looked / 8 && zeros[1] === 0) return 'utf-16be'
  if (decoded(head, 'utf-8') !== undefined) return 'utf-8'
  const candidates = (['shift_jis', 'euc-jp'] as const)
    .map((encoding) => ({ encoding, text: decoded(head, encoding) }))
    .filter((candidate): candidate is { encoding: 'shift_jis' | 'euc-jp'; text: string } => candidate.text !== undefined)
    .toSorted((a, b) => plausibility(b.text) - plausibility(a.text))
  return candidates[0]?.encoding ?? 'utf-8'
}

/**
 * A decoder that refuses what is not of the encoding, and zeros: called piece by piece, and at the end without any.
 *
 * @param ignoreBOM whether a byte order mark at the beginning is part of the text.
 */
export function strictDecoder(encoding: Encoding, source: string, ignoreBOM = false): (bytes?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM })
  return (bytes) => {
    let text: string
    try {
      text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new KudariError('data', readerMessages.badBytes, { source, encoding })
    }
    if (text.includes('\0')) throw new KudariError('data', readerMessages.nulBytes, { source })
    return text
  }
}

/** Bytes as text, piece by piece; a byte order mark is taken away. */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  source: string,
): AsyncGenerator<string> {
  const decoder = strictDecoder(encoding, source)
  for await (const chunk of chunks) yield decoder(chunk)
  yield decoder()
}

/**
 * Bytes of text as UTF-8 without a byte order mark, piece by piece. UTF-8 itself is passed on as it is: whoever decodes it
 * checks it, but for its end.
 *
 * @param chunks the first of them with the whole byte order mark, if there is one.
 */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  source: string,
): AsyncGenerator<Uint8Array> {
  if (encoding !== 'utf-8') {
    const encoder = new TextEncoder()
    for await (const text of decode(chunks, encoding, source)) yield encoder.encode(text)
    return
  }
  let isFirst = true
  let tail: readonly number[] = []
  for await (const chunk of chunks) {
    tail = [...tail, ...chunk.subarray(-3)].slice(-3)
    const hasMark = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf
    yield hasMark ? chunk.subarray(3) : chunk
    isFirst = false
  }
  // A text that is cut off is told before anything in its last part is.
  if (endsInside(tail)) throw new KudariError('data', readerMessages.badBytes, { source, encoding })
}

/** Whether a text in UTF-8 ends inside a character, by its last three bytes. */
function endsInside(tail: readonly number[]): boolean {
  const lead = tail.findLastIndex((byte) => byte >= 0xc0)
  if (lead === -1) return false
  const length = tail[lead] >= 0xf0 ? 4 : tail[lead] >= 0xe0 ? 3 : 2
  return tail.length - lead < length
}
