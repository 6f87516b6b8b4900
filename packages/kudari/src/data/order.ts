/** The order in which categories and classes are listed. */

/** Compares texts by code point, as Python sorts them; JavaScript's own order differs beyond U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return codePoint(a, i) - codePoint(b, i)
  }
  return a.length - b.length
}

/** The code point that the unit at `i` belongs to; where two texts first differ, a pair may already have begun. */
function codePoint(text: string, i: number): number {
  const isSecondOfPair = (text.charCodeAt(i) & 0xfc00) === 0xdc00 && i > 0
  return text.codePointAt(isSecondOfPair ? i - 1 : i) ?? 0
}
