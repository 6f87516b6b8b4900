/** Instructions opened to the last number: where it comes from, the formula with numbers, the gradient's rule, the line of TypeScript. */
import { describe, expect, it } from 'vitest'
import * as kudari from '../index.ts'
import type { LayerSpecification, ModelSpecification } from '../nn/specification.ts'
import { linear, logistic, softmaxRegression } from '../nn/specification.ts'
import { prepareInputs, prepareTarget } from '../nn/model.ts'
import { initializeParameters, initializeStatistics } from '../nn/parameters.ts'
import { optimizerNamed } from '../optim/optimizers.ts'
import { operations } from '../ops/table.ts'
import { randomNormal, tensor } from '../tensor/create.ts'
import { runAll } from '../run/reference.ts'
import { generator } from '../tensor/random.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { firstState } from '../train/step.ts'
import type { Learning } from '../train/step.ts'
import { filledFormula } from './filled.ts'
import { gradientRules } from './gradient-rule.ts'
import { originsOf } from './origins.ts'
import { type OpenStep, openStep } from './step.ts'

/** A step of a model on a few random rows. */
function stepOf(specification: ModelSpecification, features: number, classes: number, learning: Learning = {}, rows = 4): OpenStep {
  const random = generator(5)
  const x = prepareInputs(specification, randomNormal(random, [rows, features], 0, 1))
  const y = classes > 0 ? tensor(Array.from({ length: rows }, (_, i) => i % classes)).astype('int32') : randomNormal(random, [rows], 0, 1)
  const yt = prepareTarget(specification, features, y, classes, 'float64')
  const parameters = initializeParameters(specification, features, { dtype: 'float64', random, initializer: 'he' })
  const statistics = initializeStatistics(specification, features, 'float64', random)
  return openStep(specification, { x, yt }, 0.1, firstState(parameters, statistics, learning), learning)
}

const network = (...layers: LayerSpecification[]): ModelSpecification => ({ layers, loss: 'categorical-cross-entropy' })
const steps: Readonly<Record<string, () => OpenStep>> = {
  linear: () => stepOf(linear(), 2, 0),
  logistic: () => stepOf(logistic(), 3, 2, { penalty: { l2: 0.1 } }),
  softmax: () => stepOf(softmaxRegression(3), 2, 3, { optimizer: optimizerNamed('adam') }),
  network: () => stepOf(network({ type: 'dense', units: 5 }, { type: 'relu' }, { type: 'dense', units: 4 }, { type: 'tanh' }, { type: 'dense', units: 3 }, { type: 'softmax' }), 3, 3, { optimizer: optimizerNamed('momentum'), clip: { norm: 1 } }),
  normalized: () => stepOf(network({ type: 'dense', units: 5 }, { type: 'batch-normalization' }, { type: 'sigmoid' }, { type: 'dense', units: 2 }, { type: 'softmax' }), 3, 2, { optimizer: optimizerNamed('rmsprop') }),
}

describe('an open step', () => {
  it('fills the talk\'s numbers into its formulas', () => {
    const x = tensor([[1, -5], [1, 5], [1, 0], [1, 2], [1, -2]])
    const yt = tensor([-6.7, 10.3, -3.3, 5, -5.3])
    const { program, instructions, given } = openStep(linear(), { x, yt }, 0.01, { parameters: { w: tensor([2, -1]) }, statistics: {}, memory: {} })
    const tensors = runAll(program, given.map(({ tensor: own }) => own))
    const filled = (i: number, position: number): string | undefined => {
      const instruction = program.instructions[i]
      return filledFormula(instruction, instructions[i].operands, instruction.inputs.map((id) => tensors[id]), instructions[i].tensor, position)?.tex
    }
    expect(instructions.map(({ typescript: { name, expression } }) => `${name} = ${expression}`)).toEqual([
      'yp = x.matmul(w)', 'yd = yp.subtract(yt)', 't1 = yd.square()', 't2 = t1.mean()', 'L = t2.divide(2)',
      't3 = x.matmul(yd, { transposeA: true })', 'gradient = t3.divide(5)', 't4 = alpha.multiply(gradient)', 'w = w.subtract(t4)',
    ])
    expect(filled(0, 0)).toBe('1 \\cdot 2 + \\left(-5\\right) \\cdot \\left(-1\\right)')
    expect(filled(1, 0)).toBe('7 - \\left(-6.7\\right)')
    expect(filled(2, 1)).toBe('\\left(-13.3\\right)^{2}')
    expect(filled(3, 0)).toBe('\\frac{187.69 + 176.89 + 28.09 + 25 + 86.49}{5}')
    expect(filled(5, 1)).toBe('\\left(-5\\right) \\cdot 13.7 + 5 \\cdot \\left(-13.3\\right) + 0 \\cdot 5.3 + 2 \\cdot \\left(-5\\right) + \\left(-2\\right) \\cdot 9.3')
    expect(filled(8, 1)).toBe('-1 - \\left(-0.3272\\right)')
  })

  it.each(Object.keys(steps))('%s: a number comes from its origins alone', (name) => {
    const { program } = steps[name]()
    const random = generator(11)
    const own = steps[name]()
    const tensors = runAll(program, own.given.map(({ tensor: given }) => given))
    let followed = 0
    for (const instruction of program.instructions) {
      const inputs = instruction.inputs.map((id) => tensors[id])
      const output = tensors[instruction.output]
      const position = random.integer(output.size)
      const origins = originsOf(instruction, inputs, output, position)
      if (!origins) continue
      followed++
      // Everything else is replaced by other numbers; of `take` the indices must stay.
      const others = inputs.map((input, i) => {
        if (instruction.operation === 'take' && i > 0) return input
        return tensor(Array.from(input.data, (value, at) => (origins[i].includes(at) ? Number(value) : 0.5))).astype(input.dtype).reshape(input.shape)
      })
      const again = operations.get(instruction.operation)!.kernel(others, instruction.attributes, output)
      expect(Number(again[position])).toBe(Number(output.data[position]))
    }
    // Only what draws random numbers cannot be followed.
    expect(followed).toBe(program.instructions.length)
  })

  it.each(Object.keys(steps))('%s: the lines of TypeScript compute the same numbers', (name) => {
    const { given, instructions } = steps[name]()
    const values = new Map<string, unknown>(given.map((each) => [each.name, each.tensor]))
    for (const { typescript: { name: to, expression }, tensor: expected } of instructions) {
      const scope = { ...kudari, ...Object.fromEntries(values) }
      // oxlint-disable-next-line no-new-func
      const made = new Function(...Object.keys(scope), `return ${expression}`)(...Object.values(scope)) as Tensor
      expect({ expression, made: made.toArray() }).toEqual({ expression, made: expected.toArray() })
      values.set(to, made)
    }
  })

  it('tells what an instruction makes of the gradient of its result', () => {
    const { program } = steps.linear()
    const rules = (i: number): string[] =>
      gradientRules(program, program.instructions[i], program.instructions[i].inputs.map((id) => program.values[id].name))
        .map(({ operand, numpy }) => `${operand}: ${numpy.join('; ')}`)
    // yp = x @ w, yd = yp - yt, yd ** 2
    expect(rules(0)[1]).toBe('1: x.T @ g')
    expect(rules(1)).toEqual(['0: g', '1: -g'])
    expect(rules(2)).toEqual(['0: 2 * (g * yd)'])
  })
})
