/** Random compositions of operations: gradients agree with differences, compiled calls with eager ones. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Tensor, compile, concatenate, generator, grad, matmul, randomNormal } from '../index.ts'
import { expectGradient } from './testing/differences.ts'

/** Smooth operations from matrices of shape (3, 3) to one of the same shape, that keep numbers within bounds. */
const unary: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  tanh: (x) => x.tanh(),
  sigmoid: (x) => x.sigmoid(),
  softplus: (x) => x.softplus().multiply(0.5),
  sin: (x) => x.sin(),
  arctan: (x) => x.arctan(),
  gauss: (x) => x.square().negative().exp(),
  log: (x) => x.square().log1p(),
  sqrt: (x) => x.square().add(1).sqrt(),
  reciprocal: (x) => x.square().add(1).power(-1),
  softmax: (x) => x.softmax({ axis: 0 }),
  logSumExp: (x) => x.logSumExp().expandDims(1).add(x.multiply(0.1)),
  transpose: (x) => x.transpose(),
  centre: (x) => x.subtract(x.mean({ axis: 0 })),
  standardise: (x) => x.divide(x.variance({ axis: 1, keepdims: true }).add(1)),
  rowSums: (x) => x.sum({ axis: 1, keepdims: true }).broadcastTo([3, 3]).multiply(0.3),
  cumsum: (x) => x.cumsum({ axis: 1 }).multiply(0.4),
  flip: (x) => x.slice('::-1'),
  pick: (x) => x.take([2, 0, 0], { axis: 1 }),
  dummy: (x) => x.slice(':', '1:').insert(0, 1, { axis: 1 }),
  reshape: (x) => x.reshape([9]).slice('::-1').reshape([3, 3]),
}
const binary: Readonly<Record<string, (a: Tensor, b: Tensor) => Tensor>> = {
  add: (a, b) => a.add(b).multiply(0.5),
  subtract: (a, b) => a.subtract(b).multiply(0.5),
  multiply: (a, b) => a.tanh().multiply(b),
  divide: (a, b) => a.divide(b.square().add(1)),
  power: (a, b) => a.square().add(0.5).power(b.tanh()).tanh(),
  matmul: (a, b) => matmul(a, b).multiply(0.2),
  projection: (a, b) => matmul(a, b, { transposeA: true }).multiply(0.2),
  column: (a, b) => a.add(matmul(b, b.slice(0)).multiply(0.1)),
  join: (a, b) => concatenate([a.slice('1:'), b.slice('1:2')]),
}

/** One more value made from two of those before it. */
const instruction = fc.record({
  operation: fc.constantFrom(...Object.keys(unary), ...Object.keys(binary)),
  left: fc.nat(),
  right: fc.nat(),
})
type Instruction = typeof instruction extends fc.Arbitrary<infer I> ? I : never

const compose =
  (instructions: readonly Instruction[]) =>
  (...inputs: readonly Tensor[]): Tensor => {
    const values = [...inputs]
    for (const { operation, left, right } of instructions) {
      const a = values[left % values.length]
      const b = values[right % values.length]
      values.push(operation in unary ? unary[operation](a) : binary[operation](a, b))
    }
    return values.slice(2).reduce((a, b) => a.add(b), values[0])
  }

const programs = fc.array(instruction, { minLength: 1, maxLength: 12 })
const inputs = fc.integer().map((seed) => {
  const random = generator(seed)
  return [randomNormal(random, [3, 3]), randomNormal(random, [3, 3])]
})

it('the gradient of a random composition agrees with central differences', () => {
  fc.assert(
    fc.property(programs, inputs, (instructions, at) => expectGradient({ fn: compose(instructions), at })),
    { seed: 7, numRuns: 150 },
  )
})

it('compiled values and gradients of a random composition are those of eager calls', () => {
  fc.assert(
    fc.property(programs, inputs, (instructions, at) => {
      const loss = (tensors: readonly Tensor[]) => compose(instructions)(...tensors).mean()
      const slopes = grad(loss)
      const close = (found: Tensor, wanted: Tensor) =>
        expect(found.subtract(wanted).abs().max().item()).toBeLessThanOrEqual(1e-12 * (1 + wanted.abs().max().item()))
      close(compile(loss)(at), loss(at))
      const compiled = compile((tensors: readonly Tensor[]) => slopes(tensors))(at)
      for (const [i, slope] of slopes(at).entries()) close(compiled[i], slope)
    }),
    { seed: 8, numRuns: 150 },
  )
})
