/** The rows of any step, wherever the steps are entered, against all steps handed out one by one; and what an epoch must be. */
import { describe, expect, it } from 'vitest'
import { generator } from '../tensor/random.ts'
import { pickStretches } from './picks.ts'

const cases = [
  { rows: 10, batch: 5, shuffle: true }, { rows: 11, batch: 5, shuffle: true }, { rows: 11, batch: 5, shuffle: false },
  { rows: 10, batch: 5, shuffle: false }, { rows: 10, batch: 'full', shuffle: true }, { rows: 3, batch: 8, shuffle: true },
] as const

describe.each(cases)('steps of $rows rows, batch $batch, shuffle: $shuffle', ({ rows, ...options }) => {
  const steps = 150
  const stepByStep = (isWatched: boolean) => {
    const stretches = pickStretches(rows, options, isWatched)
    return Array.from({ length: steps }, () => stretches.next(1))
  }

  it.each([true, false])('are the same from wherever they go on (epochs watched: %s)', (isWatched) => {
    const all = stepByStep(isWatched)
    const stretches = pickStretches(rows, options, isWatched)
    const random = generator(4)
    for (let i = 0; i < 200; i++) {
      const step = random.integer(steps)
      stretches.goTo(step)
      for (let k = step; k < Math.min(step + random.integer(5), steps); k++) expect(stretches.next(1)).toEqual(all[k])
      expect(pickStretches(rows, options, isWatched, step).next(1)).toEqual(all[step])
    }
  })

  it('show every row once in an epoch', () => {
    let seen: number[] = []
    let epochs = 0
    for (const { batch, picks, endsEpoch } of stepByStep(true)) {
      seen.push(...(picks.length === 1 && batch > 1 ? Array.from({ length: batch }, (_, i) => picks[0] + i) : picks))
      if (!endsEpoch) continue
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, i) => i))
      seen = []
      epochs++
    }
    expect(epochs).toBe(Math.floor(steps / Math.ceil(rows / (options.batch === 'full' ? rows : options.batch))))
  })
})
