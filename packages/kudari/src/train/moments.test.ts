import { describe, expect, it } from 'vitest'
import { zeros } from '../tensor/create.ts'
import { momentsWithin } from './moments.ts'
import { stateOf } from './state.ts'

const moment = (iteration: number, size = 100) => ({ iteration, state: stateOf({ w: zeros([size]) }), sinceBest: 0 })
/** 100 float64 and what the tensor takes besides. */
const BYTES = 800 + 512

/** The iterations that are kept of so many steps. */
function keptOf(bytes: number, steps: number): number[] {
  const moments = momentsWithin(bytes, moment(0))
  for (let i = 1; i <= steps; i++) if (moments.isWanted(i)) moments.add(moment(i))
  return [...new Set(Array.from({ length: steps + 1 }, (_, i) => moments.lastUpTo(i)!.iteration))]
}

describe('moments within a budget', () => {
  it('are all while there is room, then every second, every fourth, ...', () => {
    expect(keptOf(8 * BYTES, 7)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(keptOf(8 * BYTES, 8)).toEqual([0, 2, 4, 6, 8])
    expect(keptOf(8 * BYTES, 15)).toEqual([0, 2, 4, 6, 8, 10, 12, 14])
    expect(keptOf(8 * BYTES, 16)).toEqual([0, 4, 8, 12, 16])
    expect(keptOf(8 * BYTES, 1000)).toEqual([0, 128, 256, 384, 512, 640, 768, 896])
  })

  it('are at least the first', () => {
    expect(keptOf(0, 20)).toEqual([0])
    expect(momentsWithin(0, moment(5)).lastUpTo(4)).toBeUndefined()
  })

  it('count the best state of early stopping', () => {
    const moments = momentsWithin(4 * BYTES, moment(0))
    const best = { iteration: 0, loss: 1, state: moment(0).state }
    for (const i of [1, 2]) moments.add({ ...moment(i), best })
    expect([moments.lastUpTo(1)!.iteration, moments.lastUpTo(2)!.iteration]).toEqual([0, 2])
  })
})
