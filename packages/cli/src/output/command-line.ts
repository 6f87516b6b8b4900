/** Options written back as a command line, to be copied into a shell. */

/** A word as a POSIX shell reads it. */
export const shellQuote = (word: string): string =>
  /^[\p{L}\p{N}_./:=,@%+-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`

function valueText(value: unknown): string {
  const escaped = (item: unknown) => String(item).replaceAll(',', '\\,')
  if (Array.isArray(value)) return value.map(escaped).join(',')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, word]) => `${escaped(key)}=${word}`).join(',')
  return String(value)
}

/** `kudari train DATA --name value ...` for options as they were parsed. */
export function commandLine(command: string, args: readonly string[], options: Readonly<Record<string, unknown>>): string {
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : [`--${name}`, valueText(value)],
  )
  return ['kudari', command, ...[...args, ...words].map(shellQuote)].join(' ')
}
