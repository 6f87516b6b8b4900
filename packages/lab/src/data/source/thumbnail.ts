/** What a synthetic table looks like, at the size of a stamp. */
import { holdsNumbers } from 'kudari'
import { type MadeShape, madeTable } from '../../samples/made.ts'

export interface Dot {
  /** From the left, and from the top, both from 0 to 1. */
  readonly x: number
  readonly y: number
  readonly label: number
}

const MARGIN = 0.08
const noise: Partial<Record<MadeShape, number>> = { line: 0.2, curve: 0.1, blobs: 0.15 }

const range = (values: ArrayLike<number>) => ({ low: Math.min(...Array.from(values)), high: Math.max(...Array.from(values)) })

/** A few dozen points of a shape. */
export function thumbnail(shape: MadeShape): Dot[] {
  const { columns, rows } = madeTable({ shape, rows: 54, noise: noise[shape] ?? 0.03, seed: 4 })
  const [across, up, third] = columns
  if (!holdsNumbers(across) || !holdsNumbers(up)) return []
  const [x, y] = [range(across.values), range(up.values)]
  const placed = (value: number, { low, high }: typeof x): number => MARGIN + (1 - 2 * MARGIN) * ((value - low) / (high - low))
  const labels = third && !holdsNumbers(third) ? third.values : []
  const classes = [...new Set(labels)].sort()
  return Array.from({ length: rows }, (_, i) => ({
    x: placed(across.values[i], x),
    y: 1 - placed(up.values[i], y),
    label: Math.max(0, classes.indexOf(labels[i])),
  }))
}
