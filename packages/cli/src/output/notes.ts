/** What had to be said about a table that a model was given. */
import type { Language } from 'kudari'
import { learningMessages } from '../messages/learning.ts'
import { printable } from '../terminal/style.ts'

/** Counts of what was filled in or unknown, summed over the chunks of a table. */
export interface TableNotes {
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
  readonly filled: readonly { readonly column: string; readonly count: number }[]
  readonly unseen: readonly { readonly column: string; readonly category: string; readonly count: number }[]
}

export const noNotes: TableNotes = { missing: [], surplus: [], filled: [], unseen: [] }

/** Notes of two chunks of the same table as one. */
export function addNotes(one: TableNotes, other: TableNotes): TableNotes {
  const filled = new Map(one.filled.map(({ column, count }) => [column, count]))
  for (const { column, count } of other.filled) filled.set(column, (filled.get(column) ?? 0) + count)
  const unseen = new Map(one.unseen.map((each) => [JSON.stringify([each.column, each.category]), each]))
  for (const each of other.unseen) {
    const key = JSON.stringify([each.column, each.category])
    unseen.set(key, { ...each, count: (unseen.get(key)?.count ?? 0) + each.count })
  }
  return {
    missing: other.missing,
    surplus: other.surplus,
    filled: [...filled].map(([column, count]) => ({ column, count })),
    unseen: [...unseen.values()],
  }
}

const LISTED = 12

const list = (items: readonly string[]): string =>
  items.slice(0, LISTED).map(printable).join(', ') + (items.length > LISTED ? ', …' : '')

/** The notes in words, one line each. */
export function noteLines({ missing, surplus, filled, unseen }: TableNotes, source: string, language: Language): string[] {
  const { missingColumns, surplusColumns, filledValues, unseenCategories } = learningMessages
  return [
    ...(missing.length > 0 ? [missingColumns[language]({ source, columns: list(missing) })] : []),
    ...(surplus.length > 0 ? [surplusColumns[language]({ source, columns: list(surplus) })] : []),
    ...(filled.length > 0
      ? [filledValues[language]({ source, columns: list(filled.map(({ column, count }) => `${column} (${count})`)) })]
      : []),
    ...(unseen.length > 0
      ? [
          unseenCategories[language]({
            source,
            columns: list(unseen.map(({ column, category, count }) => `${column} = ${category} (${count})`)),
          }),
        ]
      : []),
  ]
}
