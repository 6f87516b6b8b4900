/** A BLAS that is found gives right products anywhere in memory; one that is named and no BLAS is refused with a reason. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KudariError } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBlas } from './load.ts'
import { compileLibrary, copyForSparc, copyHalf, hasCompiler, loadedFile } from './testing/libraries.ts'

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
const file = blas && loadedFile()
if (blas && !file) console.log('skipped: this system does not say which file a BLAS was loaded from')
if (!hasCompiler) console.log('skipped: there is no C compiler (cc) to build libraries with')

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

  it.each(['float32', 'float64'] as const)('scales the product of %s, and adds it to multiples of what is there', (dtype) => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    blas!.attach(memory)
    const numbers = dtype === 'float32' ? new Float32Array(memory.buffer, 0, 12) : new Float64Array(memory.buffer, 0, 12)
    numbers.set([1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 40])
    const [a, b, c] = [0, 4, 8].map((i) => i * numbers.BYTES_PER_ELEMENT)
    // 0.5 [19, 22; 43, 50] - 2 [10, 20; 30, 40]
    blas!.gemm(dtype, false, false, 2, 2, 2, 0.5, a, 2, b, 2, -2, c, 2)
    expect(Array.from(numbers.subarray(8))).toEqual([-10.5, -29, -38.5, -55])
    // With Bᵀ: [17, 23; 39, 53] + 1 C
    blas!.gemm(dtype, false, true, 2, 2, 2, 1, a, 2, b, 2, 1, c, 2)
    expect(Array.from(numbers.subarray(8))).toEqual([6.5, -6, 0.5, -2])
  })

  it('follows memory that is not shared, and moves when it grows', () => {
    const memory = new WebAssembly.Memory({ initial: 1 })
    blas!.attach(memory)
    const product = (): number[] => {
      blas!.gemm('float64', false, false, 2, 2, 2, 1, 0, 2, 32, 2, 0, 64, 2)
      return Array.from(new Float64Array(memory.buffer, 64, 4))
    }
    new Float64Array(memory.buffer).set([1, 2, 3, 4, 5, 6, 7, 8])
    expect(product()).toEqual([19, 22, 43, 50])
    const before = memory.buffer
    memory.grow(1)
    expect(before.byteLength).toBe(0)
    new Float64Array(memory.buffer).set([1, 0, 0, 1])
    expect(product()).toEqual([5, 6, 7, 8])
  })

  it('is worth it for products of some size only', () => {
    expect([[512, 784, 128], [5, 2, 1], [1000, 1, 1000]].map(([m, k, n]) => blas!.isWorthIt('float32', m, n, k))).toEqual([true, false, false])
  })

  it('is taken by its name, too', () => {
    expect(loadBlas(blas!.path)).toMatchObject({ name: blas!.name, path: blas!.path })
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
      expect.stringContaining(`${path}: cannot be used as a BLAS (Failed to load shared library: `),
      expect.stringContaining(`${path}: BLAS として使えません（Failed to load shared library: `),
    ])
  })

  it.skipIf(process.platform !== 'linux')('a library without the functions is refused', () => {
    expect(refusal('libm.so.6').message).toBe(
      'libm.so.6: cannot be used as a BLAS (it has no function cblas_sgemm); name a library with cblas_sgemm, cblas_dgemm and cblas_ddot, or auto',
    )
  })

  it.skipIf(!file)('a BLAS that was cut off ends another process, not this one', () => {
    const path = join(folder, 'half.so')
    copyHalf(file!, path)
    const error = refusal(path)
    expect(error.message).toMatch(/cannot be used as a BLAS \(loading it ends the process with SIG(BUS|SEGV)\)/)
    expect(error.in('ja')).toMatch(/BLAS として使えません（読み込むとプロセスが SIG(BUS|SEGV) で終了します）/)
  })

  it.skipIf(!file)('a BLAS for another processor is refused in the words of the system and ours', () => {
    const path = join(folder, 'sparc.so')
    copyForSparc(file!, path)
    const error = refusal(path)
    expect(error.message).toMatch(/ \(Failed to load shared library: .*; the file is there: is it a library for this processor, with all/)
    expect(error.in('ja')).toMatch(/（Failed to load shared library: .*。ファイルはあります。このプロセッサー用のライブラリーで、/)
  })

  it.skipIf(!hasCompiler)('a library that leaves when it is loaded is refused', () => {
    const path = compileLibrary(folder, 'leaves.so', ['AT_LOADING=exit(3)'])
    expect(refusal(path).message).toContain('(loading it ends the process with exit code 3)')
    expect(refusal(path).in('ja')).toContain('（読み込むとプロセスが終了コード 3 で終了します）')
  })

  it.skipIf(!file)('is tried without the options that Node was given for this process', () => {
    const { NODE_OPTIONS } = process.env
    process.env.NODE_OPTIONS = '--import missing'
    try {
      expect(loadBlas(blas!.path)?.name).toBe(blas!.name)
    } finally {
      if (NODE_OPTIONS === undefined) delete process.env.NODE_OPTIONS
      else process.env.NODE_OPTIONS = NODE_OPTIONS
    }
  })
})
