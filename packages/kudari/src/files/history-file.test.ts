import { describe, expect, it } from 'vitest'
import { historyCsv, readLosses } from './history-file.ts'

/** The bytes of a text in pieces of so many, so that lines and characters are cut. */
const pieces = (text: string, size: number): Uint8Array[] => {
  const bytes = new TextEncoder().encode(text)
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
}

const read = (text: string, size = text.length) => readLosses(pieces(text, size), 'history.csv')

describe('a history', () => {
  const history = {
    iteration: [0, 1, 2],
    loss: [1 / 3, 2e-300, Number.NaN],
    validation: { loss: [Number.NaN, 0.5, Number.NaN], accuracy: [Number.NaN, 1, Number.NaN] },
    parameters: { w0: [1, -0, Infinity] },
  }

  it('is written in full precision, with gaps where nothing was measured', () =>
    expect(historyCsv(history)).toBe(
      'iteration,loss,validation_loss,validation_accuracy,w0\n0,0.3333333333333333,,,1\n1,2e-300,0.5,1,0\n2,NaN,,,Infinity\n'))

  it('gives its losses back', async () =>
    expect(await read(historyCsv(history))).toEqual({ iteration: history.iteration, loss: history.loss, validation: history.validation.loss }))
})

describe('the losses of a history', () => {
  it('are read with those that are no numbers, and with gaps where nothing was measured', async () => {
    expect(await read('iteration,loss,validation_loss,w0\n0,1.5,,1\r\n1,2e300,3,1\n2,Infinity,NaN,1\n3,NaN,,1')).toEqual({
      iteration: [0, 1, 2, 3], loss: [1.5, 2e300, Infinity, Number.NaN], validation: [Number.NaN, 3, Number.NaN, Number.NaN],
    })
    expect(await read('iteration,loss\n0,1\n')).toEqual({ iteration: [0], loss: [1] })
  })

  it('are read over the borders of the pieces in which a file comes', async () => {
    const rows = Array.from({ length: 20_000 }, (_, k) => `${k},${k / 7},${k % 10 === 9 ? k : ''}`)
    const { loss, validation } = await read(`iteration,loss,validation_loss\n${rows.join('\n')}\n`, 1000)
    expect([loss.length, loss[12_345], validation![9999], validation![10_000]]).toEqual([20_000, 12_345 / 7, 9999, Number.NaN])
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
