/** Tables that may be wider than the terminal: columns that do not fit go into further tables below, each with the first column again. */
import { displayWidth, padEnd, padStart, truncate } from '../terminal/width.ts'

/** A column of texts that may be printed. */
export interface TextColumn {
  /** What several neighbouring columns are about; stands above them once. */
  readonly group?: string
  readonly head: string
  readonly cells: readonly string[]
  readonly isLeft: boolean
  /** How a cell looks, after it was padded. */
  readonly paint?: (padded: string, row: number) => string
}

const GAP = 2
const gap = ' '.repeat(GAP)
const ownWidth = ({ head, cells }: TextColumn): number => Math.max(displayWidth(head), ...cells.map(displayWidth))

/** The column with texts cut so that it takes at most so many columns of the terminal. */
const cut = (column: TextColumn, columns: number): TextColumn =>
  ({ ...column, head: truncate(column.head, columns), cells: column.cells.map((cell) => truncate(cell, columns)) })

/** Neighbours of the same group: where they begin and how many they are. */
function groupsOf(columns: readonly TextColumn[]): { readonly group: string | undefined; readonly start: number; end: number }[] {
  const groups: { group: string | undefined; start: number; end: number }[] = []
  for (const [i, { group }] of columns.entries()) {
    const last = groups.at(-1)
    if (last && last.group === group) last.end = i + 1
    else groups.push({ group, start: i, end: i + 1 })
  }
  return groups
}

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1)

/** The widths of columns that stand side by side: the last of a group makes room for the group's name. */
function widthsOf(columns: readonly TextColumn[]): number[] {
  const widths = columns.map(ownWidth)
  for (const { group = '', start, end } of groupsOf(columns))
    widths[end - 1] += Math.max(0, displayWidth(group) - total(widths.slice(start, end)))
  return widths
}

/** Columns side by side. */
function tableOf(columns: readonly TextColumn[], paintHead: (text: string) => string): string[] {
  const widths = widthsOf(columns)
  const pad = (j: number, text: string): string => (columns[j].isLeft ? padEnd : padStart)(text, widths[j])
  const hasGroups = columns.some(({ group }) => group !== undefined)
  const groups = groupsOf(columns).map(({ group, start, end }) => {
    const width = total(widths.slice(start, end))
    return group === undefined ? ' '.repeat(width) : `${group} `.padEnd(width - displayWidth(group) + group.length, '─').slice(0, width)
  })
  const rows = columns[0].cells.map((_, row) =>
    columns.map(({ cells, paint }, j) => (paint ?? ((text: string) => text))(pad(j, cells[row]), row)).join(gap).trimEnd(),
  )
  return [
    ...(hasGroups ? [paintHead(groups.join(gap).trimEnd())] : []),
    paintHead(columns.map(({ head }, j) => pad(j, head)).join(gap).trimEnd()),
    ...rows,
  ]
}

/** A table in so many columns of the terminal, in as many parts as it takes; groups stay together where they can. */
export function columnLines(first: TextColumn, others: readonly TextColumn[], width: number, paintHead: (text: string) => string): string[] {
  const fits = (columns: readonly TextColumn[]): boolean => total(widthsOf(columns)) <= width
  const cutOthers = others.map((column) => cut(column, width - ownWidth(first) - GAP))
  const units = groupsOf(cutOthers).flatMap(({ group, start, end }) => {
    const columns = cutOthers.slice(start, end)
    return group !== undefined && fits([first, ...columns]) ? [columns] : columns.map((column) => [column])
  })
  const parts: TextColumn[][] = [[first]]
  for (const unit of units) {
    const part = parts.at(-1)!
    if (part.length > 1 && !fits([...part, ...unit])) parts.push([first, ...unit])
    else part.push(...unit)
  }
  return parts.flatMap((part, i) => [...(i > 0 ? [''] : []), ...tableOf(part, paintHead)])
}
