/** Memory for things that are needed for a while: what is needed at the same time does not overlap. */
import { aligned } from './arena.ts'

/** Something that needs memory, from one moment to another, both included. */
export interface Interval {
  readonly bytes: number
  readonly from: number
  readonly to: number
}

/**
 * An offset for each, the largest first, each as low as those before it leave room: little more than what is needed at
 * the busiest moment.
 */
export function packIntervals(intervals: readonly Interval[]): { offsets: number[]; bytes: number } {
  const offsets = new Array<number>(intervals.length).fill(0)
  const order = [...intervals.keys()].toSorted((a, b) => intervals[b].bytes - intervals[a].bytes || a - b)
  const placed: number[] = []
  let end = 0
  for (const i of order) {
    const { bytes, from, to } = intervals[i]
    const size = aligned(bytes)
    const others = placed
      .filter((other) => intervals[other].from <= to && from <= intervals[other].to)
      .toSorted((a, b) => offsets[a] - offsets[b])
    let offset = 0
    for (const other of others) {
      if (offset + size <= offsets[other]) break
      offset = Math.max(offset, offsets[other] + aligned(intervals[other].bytes))
    }
    offsets[i] = offset
    placed.push(i)
    end = Math.max(end, offset + size)
  }
  return { offsets, bytes: end }
}
