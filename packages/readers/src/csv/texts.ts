/** Texts in bytes: a text that comes again is the same string, so that a column of categories takes little time and memory. */

/** Texts of at most so many bytes are remembered, */
const LONGEST = 32
/** so many of them, the latest of those that fall on the same place. */
const PLACES = 4096

/** Makes strings of UTF-8 bytes. */
export class TextDecoding {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #texts = new Array<string>(PLACES).fill('')
  readonly #bytes = new Uint8Array(PLACES * LONGEST)
  readonly #lengths = new Uint8Array(PLACES)

  /** The text of the bytes from `start` to before `end`; undefined where they are not valid or hold a zero. */
  text(bytes: Uint8Array, start: number, end: number): string | undefined {
    const length = end - start
    if (length === 0) return ''
    if (length > LONGEST) return this.#decode(bytes.subarray(start, end))
    let hash = length
    let all = 0
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ bytes[i], 0x01000193)
      all |= bytes[i]
    }
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    const at = place * LONGEST
    if (this.#lengths[place] === length) {
      let i = 0
      while (i < length && this.#bytes[at + i] === bytes[start + i]) i++
      if (i === length) return this.#texts[place]
    }
    const own = bytes.subarray(start, end)
    const text = all < 0x80 && !own.includes(0) ? String.fromCharCode(...own) : this.#decode(own)
    if (text === undefined) return undefined
    this.#bytes.set(own, at)
    this.#lengths[place] = length
    this.#texts[place] = text
    return text
  }

  #decode(bytes: Uint8Array): string | undefined {
    if (bytes.includes(0)) return undefined
    try {
      return this.#decoder.decode(bytes)
    } catch {
      return undefined
    }
  }
}
