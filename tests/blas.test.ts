/** Programs whose products go to the system's BLAS give what the reference gives, the same every time. */
import { loadBlas } from '@kudari/blas'
import { type Tensor, compile, describeExecution, generator, randomNormal, run, useExecutor, useProducts } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const blas = loadBlas('auto')
if (!blas) console.log('skipped: there is no BLAS on this system')

/** Products in every form, with other operations between them; the sizes are odd, and large enough for a BLAS. */
function products(x: Tensor, w: Tensor): Tensor[] {
  const h = x.matmul(w).tanh()
  const back = h.matmul(w, { transposeB: true })
  return [h, back, x.matmul(h, { transposeA: true }), back.matmul(x, { transposeA: true, transposeB: false }).sum(), w.matmul(x, { transposeA: true, transposeB: true })]
}

describe.skipIf(!blas)('products of a Program by the BLAS', () => {
  beforeAll(() => {
    useExecutor('wasm')
    useProducts(blas)
  })
  afterAll(() => {
    useExecutor('auto')
    useProducts(undefined)
  })

  it.each([['float64', 1e-12], ['float32', 1e-4]] as const)('of %s are within %d of the reference', (dtype, tolerance) => {
    const random = generator(1)
    const [x, w] = [[61, 45], [45, 37]].map((shape) => randomNormal(random, shape, 0, 1, { dtype }))
    const compiled = compile(products)
    const program = compiled.program(x, w)
    expect(describeExecution(program).products).toBe(blas!.name)
    const [found, again, expected] = [compiled(x, w), compiled(x, w), run(program, [x, w])]
    for (const [i, { data }] of expected.entries()) {
      expect(found[i].data).toEqual(again[i].data)
      const scale = Math.max(1, ...Array.from(data, Math.abs))
      for (const [j, value] of data.entries()) expect(Math.abs(found[i].data[j] - value)).toBeLessThan(tolerance * scale)
    }
  })
})
