import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Parameters } from '../nn/parameters.ts'
import { valueAndGrad } from '../program/differentiate.ts'
import { compile } from '../run/compile.ts'
import { tensor } from '../tensor/create.ts'
import type { DType } from '../tensor/dtype.ts'
import { type Nested, type Tensor, scalar } from '../tensor/tensor.ts'
import { type OptimizerSpecification, optimizerOf } from './optimizers.ts'

interface Case {
  readonly specification: OptimizerSpecification
  readonly learningRate: number
  /** Parameters after each of the steps. */
  readonly states: readonly { readonly W: Nested; readonly b: Nested }[]
}

const golden = JSON.parse(readFileSync(new URL('testing/optimizers.json', import.meta.url), 'utf8')) as {
  readonly source: string
  readonly optimizers: {
    readonly initial: { readonly W: Nested; readonly b: Nested }
    readonly curvature: Nested
    readonly steps: readonly number[]
    readonly cases: readonly Case[]
  }
}
const { initial, curvature, steps, cases } = golden.optimizers

/** The losses' function of scripts/golden-optimizers.py: a quadratic in W and a quartic in W + b. */
const loss = ({ W, b }: Parameters): Tensor => {
  const quadratic = tensor(curvature, { dtype: W.dtype }).multiply(W.square()).sum().divide(2)
  return quadratic.add(W.add(b).square().square().sum().divide(4))
}

/** The largest difference from PyTorch over all steps that were recorded. */
function largestDifference({ specification, learningRate, states }: Case, dtype: DType): number {
  const optimizer = optimizerOf(specification)
  const step = compile((alpha: Tensor, parameters: Parameters, memory: Parameters) =>
    optimizer.update(parameters, valueAndGrad(loss)(parameters).gradient, alpha, memory),
  )
  let parameters: Parameters = { W: tensor(initial.W, { dtype }), b: tensor(initial.b, { dtype }) }
  let memory = optimizer.initial(parameters)
  const kinds = (record: Parameters) => Object.entries(record).map(([name, { dtype, shape }]) => [name, dtype, shape])
  const kindsBefore = [kinds(parameters), kinds(memory)]
  let largest = 0
  for (let k = 1; k <= steps.at(-1)!; k++) {
    ;({ parameters, memory } = step(scalar(learningRate, dtype), parameters, memory))
    expect([kinds(parameters), kinds(memory)]).toEqual(kindsBefore)
    const state = states[steps.indexOf(k)]
    if (!state) continue
    const expected = [...tensor(state.W).data, ...tensor(state.b).data]
    const found = [...parameters.W.data, ...parameters.b.data]
    largest = Math.max(largest, ...expected.map((value, i) => Math.abs(value - found[i])))
  }
  return largest
}

describe(`60 steps, against ${golden.source}`, () => {
  it.each(cases.map((each) => [JSON.stringify(each.specification), each] as const))('%s', (_, each) => {
    expect(largestDifference(each, 'float64')).toBeLessThan(1e-12)
    expect(largestDifference(each, 'float32')).toBeLessThan(1e-5)
  })
})
