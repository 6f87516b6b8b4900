/** A BLAS that is found gives right products anywhere in memory; one that is named and no BLAS is refused with a reason. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KudariError } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBlas } from './load.ts'

/** The error with which a library is refused. */
function refusal(path: string): KudariError {
  try {
    loadBlas(path)
  } catch (error) {
    if (error instanceof KudariError) return error
    throw error
  }
  throw new Error(`${path} was not refused`)
}

const blas = loadBlas('auto')
if (!blas) console.log('skipped: there is no BLAS on this system (on Debian: apt-get install libopenblas0-pthread)')

describe.skipIf(!blas)('a BLAS of the system', () => {
  it('multiplies beyond 2 GiB, in memory that has grown, by rows of a larger matrix', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true })
    blas!.attach(memory)
    memory.grow(40_000)
    const far = 2 ** 31 + 4096
    const numbers = new Float64Array(memory.buffer, far, 64)
    numbers.set([1, 2, 9, 3, 4, 9])
    numbers.set([5, 6, 7, 8], 8)
    numbers.fill(-1, 16, 24)
    // Rows of three numbers, of which the first two count; the result goes into rows of four.
    blas!.gemm('float64', false, false, 2, 2, 2, 1, far, 3, far + 64, 2, 0, far + 128, 4)
    expect(Array.from(numbers.subarray(16, 24))).toEqual([19, 22, -1, -1, 43, 50, -1, -1])
  })

  it('is worth it for products of some size only', () => {
    expect([[512, 784, 128], [5, 2, 1], [1000, 1, 1000]].map(([m, k, n]) => blas!.isWorthIt('float32', m, n, k))).toEqual([true, false, false])
  })
})

describe('a library that is no BLAS', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kudari-blas-'))
    writeFileSync(join(folder, 'text.so'), 'not a library')
    writeFileSync(join(folder, 'empty.so'), '')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(['text.so', 'empty.so', 'missing.so'])('%s is refused by name, in both languages', (name) => {
    const path = join(folder, name)
    const error = refusal(path)
    expect([error.kind, error.message, error.in('ja')]).toEqual([
      'usage',
      expect.stringContaining(`--blas ${path}: cannot be used as a BLAS`),
      expect.stringContaining(`--blas ${path}: BLAS として使えません`),
    ])
  })

  it.skipIf(process.platform !== 'linux')('a library without the functions is refused', () => {
    expect(() => loadBlas('libm.so.6')).toThrow(/--blas libm.so.6: cannot be used as a BLAS \(.*cblas_sgemm/)
  })
})
