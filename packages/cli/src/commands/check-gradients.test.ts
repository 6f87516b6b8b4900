import { readdirSync } from 'node:fs'
import { operations } from 'kudari'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../testing/run.ts'

let place: Place
beforeEach(() => {
  place = newPlace()
  const rows = Array.from({ length: 50 }, (_, i) => `${i % 7},${(i * 5) % 11},${(i * 3) % 13},${(i % 7) * 2 - ((i * 5) % 11)}`)
  place.write('data.csv', `a,b,c,y\n${rows.join('\n')}\n`)
})
afterEach(() => place.remove())

const specification = (units: number) => ({ layers: [{ type: 'dense', units }, { type: 'tanh' }, { type: 'dense', units: 40 }, { type: 'relu' }, { type: 'dense' }], loss: 'mean-square' })
const command = ['train', 'data.csv', '--target', 'y', '--model', 'spec.json', '--lr', '0.01', '--check-gradients']

describe('train --check-gradients', () => {
  it('says how far gradient and differences are apart, tensor by tensor, and trains nothing', async () => {
    place.write('spec.json', JSON.stringify(specification(5)))
    const { code, out, err } = await place.run([...command, '--out', 'run'], { width: 200 })
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^W1 +\(3, 5\) +15 of 15 .*\d\.?\d*e-\d+ +\[\d, \d\]$/m)
    expect(out).toMatch(/^W2 +\(5, 40\) +100 of 200 /m)
    expect(out).toMatch(/^b3 +\(\) +1 of 1 /m)
    expect(out).toContain('Nothing was trained or written; leave out --check-gradients to train.')
    expect(readdirSync(place.folder).toSorted()).toEqual(['data.csv', 'spec.json'])
    expect((await place.run([...command, '--lang', 'ja'], { width: 200 })).out).toContain('勾配は正しく導かれています（相対差はすべて 1e-5 以内）。')
  })

  it('begins where the run would, and gives one JSON object', async () => {
    place.write('spec.json', JSON.stringify(specification(5)))
    const checked = async (...more: readonly string[]) => JSON.parse((await place.run([...command, '--json', ...more])).out)
    const first = await checked()
    expect(first).toMatchObject({ rows: 20, tolerance: 1e-5, isFine: true })
    const derived = ({ tensors }: typeof first) => tensors.map(({ worst }: { worst: { derived: number } }) => worst.derived)
    expect(await checked()).toEqual(first)
    expect(derived(await checked('--seed', '1'))).not.toEqual(derived(first))
  })

  it('finds an operation with a wrong gradient, says where, and ends with code 1', async () => {
    // Nobody has run a network of seven units before: nothing of it is compiled.
    place.write('spec.json', JSON.stringify(specification(7)))
    const tanh = operations.get('tanh')!
    const { gradient } = tanh
    try {
      // The derivative of tanh is 1 - tanh ** 2.
      Object.assign(tanh, { gradient: ({ g, output }: { g: typeof output; output: import('kudari').Tensor }) => [g.multiply(output.square().add(1))] })
      const { code, out, err } = await place.run(command)
      expect(code).toBe(1)
      // In front of tanh all is wrong, behind it all is right.
      expect(out).toMatch(/^W1 .* [01](?:\.\d+)? +\[/m)
      expect(out).toMatch(/^W2 .*e-\d+ +\[/m)
      expect(err).toMatch(/^kudari: error: the derived gradient of (?:W1|b1)\[.*\] is .*, but differences give .*Nothing was trained/)
      const { code: quiet, out: json } = await place.run([...command, '--json'])
      expect([quiet, JSON.parse(json).isFine]).toEqual([1, false])
    } finally {
      Object.assign(tanh, { gradient })
    }
  })

  it('cannot be asked of a run that is taken up', async () => {
    const { code, err } = await place.run(['train', '--resume', 'run', '--check-gradients'])
    expect([code, err]).toEqual([2, expect.stringContaining('--check-gradients cannot be given for run')])
  })

  it('ends when interrupted', async () => {
    place.write('spec.json', JSON.stringify(specification(5)))
    expect(await place.run(command, { signal: AbortSignal.abort() })).toMatchObject({ code: 130, out: '' })
  })
})
