import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Io } from '../io.ts'
import { type Place, newPlace } from '../testing/run.ts'
import { readLosses } from './history.ts'

let place: Place
beforeEach(() => {
  place = newPlace()
})
afterEach(() => place.remove())

/** Only the folder matters to a file. */
const read = (text: string) => {
  place.write('history.csv', text)
  return readLosses({ cwd: place.folder } as Io, '.')
}

describe('the losses of a history', () => {
  it('are read with those that are no numbers, and with gaps where nothing was measured', async () => {
    expect(await read('iteration,loss,validation_loss,w0\n0,1.5,,1\r\n1,2e300,3,1\n2,Infinity,NaN,1\n3,NaN,,1')).toEqual({
      iteration: [0, 1, 2, 3], loss: [1.5, 2e300, Infinity, Number.NaN], validation: [Number.NaN, 3, Number.NaN, Number.NaN],
    })
    expect(await read('iteration,loss\n0,1\n')).toEqual({ iteration: [0], loss: [1] })
  })

  it('are read over the borders of the pieces in which a file comes', async () => {
    // 4 MB: several pieces of 1 MiB, cut within lines.
    const rows = Array.from({ length: 200_000 }, (_, k) => `${k},${k / 7},${k % 10 === 9 ? k : ''}`)
    const { loss, validation } = await read(`iteration,loss,validation_loss\n${rows.join('\n')}\n`)
    expect([loss.length, loss[123_456], validation![99_999], validation![100_000]]).toEqual([200_000, 123_456 / 7, 99_999, Number.NaN])
    expect(loss.every((value, k) => value === k / 7)).toBe(true)
  })

  it.each([
    ['another header', 'step,cost\n0,1\n', /line 1: the columns iteration and loss are not there/],
    ['no header', '', /holds no iterations/],
    ['no lines', 'iteration,loss\n', /holds no iterations/],
    ['a line cut off', 'iteration,loss,w0\n0,1,2\n1,0.9', /line 3: 2 fields, but the header has 3/],
    ['an empty line', 'iteration,loss\n0,1\n\n1,1\n', /line 3: 1 fields, but the header has 2/],
    ['a text', 'iteration,loss\n0,1\n1,low\n', /line 3, column loss: expected a number, but found 'low'/],
    ['no loss', 'iteration,loss\n0,\n', /line 2, column loss: expected a number, but found ''/],
    ['a name of every object', 'iteration,loss\n0,toString\n', /line 2, column loss: expected a number/],
    ['a text as a measure', 'iteration,loss,validation_loss\n0,1,x\n', /line 2, column validation_loss/],
    ['iterations out of order', 'iteration,loss\n0,1\n2,1\n2,1\n', /line 4: expected an iteration after 2, but found '2'/],
    ['half an iteration', 'iteration,loss\n0.5,1\n', /line 2: expected an iteration/],
  ])('%s is refused with its line', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message)
  })
})
