/** The talk's run from the command line: every line of its slide, and NumPy's recorded history. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../packages/cli/src/testing/run.ts'
import { readGolden, sharedPath } from './shared.ts'

const body = fileURLToPath(new URL('../examples/body.csv', import.meta.url))

describe('kudari train examples/body.csv --target weight --center --init 2,-1 --lr 0.01 --iterations 200', () => {
  const path = sharedPath('golden/talk.json')
  const golden = path === undefined ? [] : readGolden(path).history
  let place: Place
  let lines: string[]
  beforeAll(async () => {
    place = newPlace()
    const options = ['--target', 'weight', '--center', '--init', '2,-1', '--lr', '0.01', '--iterations', '200']
    const { out } = await place.run(['train', body, ...options, '--out', 'run'])
    lines = out.split('\n').filter((line) => line.startsWith('iter'))
  })
  afterAll(() => place.remove())

  it.skipIf(path === undefined)('prints the 200 lines as NumPy would', () => {
    expect(lines).toEqual(
      golden.map(([k, L, w0, w1]) => `iter = ${k}  L = ${L.toFixed(6)}  w0 = ${w0.toFixed(6)}  w1 = ${w1.toFixed(6)}`),
    )
  })

  it.skipIf(path === undefined)('keeps a history within 1e-12 of NumPy', () => {
    const rows = place.read('run/history.csv').trim().split('\n').slice(1).map((line) => line.split(',').map(Number))
    const worst = Math.max(...golden.flatMap((row, k) => row.map((value, i) => Math.abs(value - rows[k][i]))))
    expect(rows).toHaveLength(golden.length)
    expect(worst).toBeLessThan(1e-12)
  })
})
