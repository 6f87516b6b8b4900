/** The error function, and activations made of the functions here, held to PyTorch and to their NumPy spelling. */
import { describe, expect, it } from 'vitest'
import { findPython } from '../../../../tests/python.ts'
import { type Tensor, erf, grad, run, sigmoid, softplus, tensor, trace } from '../index.ts'
import { readGolden } from './testing/encoded.ts'
import { runNumpy } from './testing/numpy-program.ts'
import { type TorchCase, expectAsTorch, expectNear } from './testing/torch.ts'

const { source, cases } = readGolden<TorchCase>(new URL('../nn/testing/layers.json', import.meta.url))
const activations: Readonly<Record<string, (u: Tensor) => Tensor>> = {
  gelu: (u) => u.multiply(0.5).multiply(erf(u.divide(Math.SQRT2)).add(1)),
  silu: (u) => u.multiply(sigmoid(u)),
  softplus: (u) => softplus(u),
}

describe(`activations agree with ${source}`, () => {
  it.each(Object.entries(activations))('%s', (name, activation) => {
    const entry = cases.find((entry) => entry.function === name)!
    expectAsTorch(entry, ({ u }) => activation(u))
    expectAsTorch(entry, ({ u }) => activation(u), { dtype: 'float32', within: 1e-6 })
  })
})

describe('erf', () => {
  it('gives floats', () => {
    // By mpmath.
    expect(erf([0, 1, -2]).toArray()).toEqual([0, 0.8427007929497149, -0.9953222650189527])
    expect(erf(tensor([1], { dtype: 'float32' })).toArray()).toEqual([Math.fround(0.8427007929497149)])
    expect(erf(tensor([1], { dtype: 'int32' })).dtype).toBe('float64')
  })

  const python = findPython('numpy')
  it.skipIf(!python).each(['float64', 'float32', 'int32'] as const)('its NumPy program gives the same numbers: %s', (dtype) => {
    const inputs = [tensor([[-3, -1, 0], [1, 2, 7]], { dtype }), tensor(2, { dtype }), tensor([], { dtype })]
    const { program } = trace(
      (...tensors) => tensors.flatMap((x) => [erf(x), grad((y: Tensor) => erf(y).sum())(x.astype('float64'))]),
      inputs.map(({ shape }, i) => ({ shape, dtype, name: `x${i}` })),
    )
    const found = runNumpy(python!, program, inputs)
    for (const [i, wanted] of run(program, inputs).entries()) {
      expect(found[i].dtype).toBe(wanted.dtype)
      expectNear(found[i], wanted, wanted.dtype === 'float32' ? 1e-7 : 1e-15)
    }
  })
})
