/** A library of plain loops is used; one that is wrong in a single respect is refused for that. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tryLibrary } from './library.ts'
import { firstUsable } from './load.ts'
import { compileLibrary, hasCompiler } from './testing/libraries.ts'

if (!hasCompiler) console.log('skipped: there is no C compiler (cc) to build libraries with')

describe.skipIf(!hasCompiler)('a library that is compiled for the test', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kudari-blas-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const compiled = (name: string, ...macros: readonly string[]): string => compileLibrary(folder, name, macros)

  it('is used where it is right', () => {
    const tried = tryLibrary(compiled('right.so'))
    expect(tried).toMatchObject({ blas: { name: 'BLAS' }, isGeneric: false })
  })

  it.each([
    ['without dgemm', 'it has no function cblas_dgemm', '関数 cblas_dgemm がありません', ['WITHOUT_DGEMM']],
    ['without ddot', 'it has no function cblas_ddot', '関数 cblas_ddot がありません', ['WITHOUT_DDOT']],
    ['that adds where it should multiply', 'its products of float32 are wrong', 'float32 の行列積の結果が正しくありません', ['PRODUCT=sum+alpha']],
  ])('%s is refused', (name, en, ja, macros) => {
    const tried = tryLibrary(compiled(`${name}.so`, ...macros))
    expect('reason' in tried && [tried.reason.en(), tried.reason.ja()]).toEqual([en, ja])
  })

  it.skipIf(process.arch !== 'x64' && process.arch !== 'arm64')('with integers of 64 bits is refused before a product', () => {
    // A product would end the process of the tests.
    const tried = tryLibrary(compiled('wide.so', 'INTEGER=int64_t', 'PRODUCT=(abort(),sum)'))
    expect('reason' in tried && [tried.reason.en(), tried.reason.ja()]).toEqual([
      'its integers have 64 bits, not 32: it is an ILP64 build',
      '整数が 32 ビットではなく 64 ビットの ILP64 ビルドです',
    ])
  })

  it('that is a BLIS without kernels for the processor is skipped, another is taken', () => {
    const generic = compiled('generic.so', 'ARCHITECTURE="generic"')
    const zen = compiled('zen.so', 'ARCHITECTURE="zen3"')
    expect(firstUsable([generic])).toBeUndefined()
    expect(firstUsable(['missing.so', generic, zen])?.path).toBe(zen)
  })
})
