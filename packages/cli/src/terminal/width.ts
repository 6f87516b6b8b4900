/** How many columns of a terminal a text takes: East Asian wide characters take two. */

/** Wide and full-width ranges of Unicode's East Asian Width (UAX 11), and emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const zero = /[\p{Mn}\p{Me}\p{Cf}\u0000-\u001F]/u

/** The columns that a text takes. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += zero.test(character) ? 0 : wide.test(character) ? 2 : 1
  return width
}

/** The text with spaces behind it, so that it takes at least so many columns. */
export const padEnd = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - displayWidth(text)))

/** The text with spaces before it, so that it takes at least so many columns. */
export const padStart = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - displayWidth(text))) + text

/** The text cut to so many columns, with an ellipsis where something was cut. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let cut = ''
  for (const character of text) {
    if (displayWidth(cut + character) > columns - 1) break
    cut += character
  }
  return `${cut}…`
}

/** Marks that must not begin a line of Japanese. */
const noLineStart = /^[、。，．）」』】・ー？！…]/u

/** The text in lines of at most so many columns, broken at spaces or between wide characters. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  // Pieces that stay together: a word with the space behind it, or one wide character.
  for (const piece of text.match(/[^\s\u2E80-\uFFFF]+\s*|[\u2E80-\uFFFF]\s*|\s+/gu) ?? []) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > columns && !noLineStart.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}
