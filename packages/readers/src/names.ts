/** The names of a table's columns: trimmed, none empty, none twice. */
import { KudariError } from 'kudari'
import { readerMessages } from './messages.ts'

/** @throws KudariError naming the positions (from 1) of what is wrong. */
export function checkNames(raw: readonly string[], source: string): readonly string[] {
  const names = raw.map((name) => name.trim())
  const first = new Map<string, number>()
  for (const [i, name] of names.entries()) {
    if (name === '') throw new KudariError('data', readerMessages.emptyColumn, { source, position: i + 1 })
    const before = first.get(name)
    if (before !== undefined)
      throw new KudariError('data', readerMessages.duplicateColumn, { source, name, first: before + 1, second: i + 1 })
    first.set(name, i)
  }
  return names
}

/** The names of columns that have none. */
export const numberedNames = (width: number): readonly string[] => Array.from({ length: width }, (_, j) => `column${j + 1}`)
