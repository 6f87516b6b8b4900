/** Colours and weights of terminal text; plain text where nobody is looking. */
import type { Voice } from '../io.ts'

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan'

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
}

/** The text in a style, if the voice speaks in colour. */
export const styled = ({ color }: Pick<Voice, 'color'>, style: Style, text: string): string =>
  color ? `\u001B[${codes[style][0]}m${text}\u001B[${codes[style][1]}m` : text

/** Text from a file as it may be printed: control characters, which could steer the terminal, become visible. */
export const printable = (text: string): string =>
  text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, (character) =>
    character === '\n' ? '↵' : `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  )
