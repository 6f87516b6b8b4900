import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { KudariError } from '../messages/error.ts'
import { lossOfModel } from '../nn/model.ts'
import type { Parameters } from '../nn/parameters.ts'
import { linear } from '../nn/specification.ts'
import { valueAndGrad } from '../program/differentiate.ts'
import { printProgram } from '../program/print.ts'
import type { Program } from '../program/program.ts'
import { writeNumpy, writeTex } from '../program/write.ts'
import { compile } from '../run/compile.ts'
import { tensor, zeros } from '../tensor/create.ts'
import type { DType } from '../tensor/dtype.ts'
import { type Nested, type Tensor, scalar } from '../tensor/tensor.ts'
import { type OptimizerSpecification, optimizerNamed, optimizerNames, optimizerOf, readOptimizer } from './optimizers.ts'

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

describe('an optimiser from outside', () => {
  it('is checked', () => {
    const adam = { type: 'adam', betas: [0.9, 0.99], epsilon: 1e-7, weightDecay: 0.1, amsgrad: true }
    expect(readOptimizer(adam)).toEqual(adam)
    const errors = [
      [{ type: 'adam', betas: [0.9] }, 'optimizer.betas must be [0.9, 0.999] (>= 0, < 1), but is [0.9]'],
      [{ type: 'adam', betas: [0.9, 1] }, 'optimizer.betas must be'],
      [{ type: 'adam', epsilon: '1e-8' }, 'optimizer.epsilon must be >= 0, but is "1e-8"'],
      [{ type: 'adam', momentum: 0.9 }, 'the optimizer adam has no setting "momentum"; its settings are "betas", "epsilon"'],
      [{ type: 'sgd', momentum: -0.1 }, 'optimizer.momentum must be >= 0, but is -0.1'],
      [{ type: 'sgd', nesterov: 1 }, 'optimizer.nesterov must be true, false, but is 1'],
      [{ type: 'sgd', nesterov: true }, 'set "momentum": 0.9'],
      [{ type: 'sgd', nesterov: true, momentum: 0.9, dampening: 0.1 }, '"dampening" 0'],
      [{ type: 'adams' }, 'there is no optimizer "adams"; did you mean "adam"?'],
      [undefined, 'optimizer must be {"type": ...}, but is missing'],
    ] as const
    for (const [value, message] of errors) expect(() => readOptimizer(value)).toThrow(message)
  })

  it('has a name of one word', () => {
    expect(optimizerNamed('nesterov')).toEqual({ type: 'sgd', momentum: 0.9, nesterov: true })
    for (const name of optimizerNames) expect(readOptimizer(optimizerNamed(name))).toEqual(optimizerNamed(name))
    expect(() => optimizerNamed('momentun')).toThrow('there is no optimizer "momentun"; did you mean "momentum"?')
  })

  it('or, in Japanese, none', () => {
    let error: unknown
    try {
      optimizerNamed('Adam')
    } catch (thrown) {
      error = thrown
    }
    expect((error as KudariError).in('ja')).toBe(
      '最適化手法 "Adam" はありません。"adam" のことでしょうか。使えるのは gradient-descent、sgd、momentum、nesterov、' +
        'adagrad、rmsprop、adam、adamw です',
    )
  })
})

/** A step of linear regression, with the names that `train/step.ts` gives. */
function programOf(specification: OptimizerSpecification): Program {
  const optimizer = optimizerOf(specification)
  const named = (record: Parameters): Parameters =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, value.named(name)]))
  const step = compile((x: Tensor, yt: Tensor, alpha: Tensor, parameters: Parameters, memory: Parameters) => {
    const w = named(parameters)
    const { value, gradient } = valueAndGrad((at: Parameters) => lossOfModel(linear(), at, x, yt))(w)
    const after = optimizer.update(w, gradient, alpha, named(memory))
    return { loss: value, ...after.parameters, ...after.memory }
  })
  const w = { w: zeros([2]) }
  return step.program(zeros([5, 2]), zeros([5]), scalar(0.01), w, optimizer.initial(w))
}

/** What follows the loss, as NumPy. */
function numpyOf(specification: OptimizerSpecification): string[] {
  const statements = writeNumpy(programOf(specification)).map(({ name, expression }) => `${name} = ${expression}`)
  expect(statements.slice(0, 3)).toEqual(['yp = x @ w', 'yd = yp - yt', 'L = np.mean(yd ** 2) / 2'])
  return statements.slice(3)
}

describe('a step in writing', () => {
  it("of gradient descent is the talk's line", () => {
    for (const type of ['gradient-descent', 'sgd'] as const)
      expect(numpyOf({ type })).toEqual(['w = w - alpha * (x.T @ yd) / 5'])
  })

  it('of momentum', () =>
    expect(numpyOf(optimizerNamed('momentum'))).toEqual([
      'velocity_w = 0.9 * velocity_w + x.T @ yd / 5',
      'w = w - alpha * velocity_w',
    ]))

  it("of Nesterov's momentum", () =>
    expect(numpyOf(optimizerNamed('nesterov'))).toEqual([
      'g_w = x.T @ yd / 5',
      'velocity_w = 0.9 * velocity_w + g_w',
      'w = w - alpha * (g_w + 0.9 * velocity_w)',
    ]))

  it('of Adagrad', () =>
    expect(numpyOf({ type: 'adagrad' })).toEqual([
      'g_w = x.T @ yd / 5',
      'squares_w = squares_w + g_w ** 2',
      'w = w - alpha * g_w / (np.sqrt(squares_w) + 1e-10)',
    ]))

  it('of RMSprop', () =>
    expect(numpyOf({ type: 'rmsprop' })).toEqual([
      'g_w = x.T @ yd / 5',
      'v_w = 0.99 * v_w + 0.01 * g_w ** 2',
      'w = w - alpha * g_w / (np.sqrt(v_w) + 1e-8)',
    ]))

  it('of Adam', () =>
    expect(numpyOf({ type: 'adam' })).toEqual([
      'g_w = x.T @ yd / 5',
      'beta1_power = 0.9 * beta1_power',
      'beta2_power = 0.999 * beta2_power',
      'bias_correction1 = 1 - beta1_power',
      'bias_correction2 = 1 - beta2_power',
      'm_w = 0.9 * m_w + 0.1 * g_w',
      'v_w = 0.999 * v_w + 0.001 * g_w ** 2',
      'm_hat_w = m_w / bias_correction1',
      'v_hat_w = v_w / bias_correction2',
      'w = w - alpha * m_hat_w / (np.sqrt(v_hat_w) + 1e-8)',
    ]))

  it('of Adam in TeX', () =>
    expect(writeTex(programOf({ type: 'adam' })).slice(-3).map(({ name, expression }) => `${name} = ${expression}`)).toEqual([
      String.raw`\hat{m}_{w} = \frac{m_{w}}{\mathit{bias\_correction1}}`,
      String.raw`\hat{v}_{w} = \frac{v_{w}}{\mathit{bias\_correction2}}`,
      String.raw`w = w - \frac{\alpha \, \hat{m}_{w}}{\sqrt{\hat{v}_{w}} + 10^{-8}}`,
    ]))

  it('of Adam as a Program', () =>
    expect(`\n${printProgram(programOf({ type: 'adam' }))}\n`).toBe(`
program(x: float64[5, 2], yt: float64[5], alpha: float64[], w: float64[2], m_w: float64[2], v_w: float64[2], beta1_power: float64[], beta2_power: float64[])
  yp = matmul(x, w)  : float64[5]
  yd = subtract(yp, yt)  : float64[5]
  t1 = square(yd)  : float64[5]
  t2 = mean(t1, axes=[0])  : float64[]
  L = divide(t2, 2)  : float64[]
  t3 = matmul(x, yd, transposeA=true)  : float64[2]
  g_w = divide(t3, 5)  : float64[2]
  beta1_power_2 = multiply(0.9, beta1_power)  : float64[]
  beta2_power_2 = multiply(0.999, beta2_power)  : float64[]
  bias_correction1 = subtract(1, beta1_power_2)  : float64[]
  bias_correction2 = subtract(1, beta2_power_2)  : float64[]
  t4 = multiply(0.9, m_w)  : float64[2]
  t5 = multiply(0.1, g_w)  : float64[2]
  m_w_2 = add(t4, t5)  : float64[2]
  t6 = multiply(0.999, v_w)  : float64[2]
  t7 = square(g_w)  : float64[2]
  t8 = multiply(0.001, t7)  : float64[2]
  v_w_2 = add(t6, t8)  : float64[2]
  m_hat_w = divide(m_w_2, bias_correction1)  : float64[2]
  v_hat_w = divide(v_w_2, bias_correction2)  : float64[2]
  t9 = sqrt(v_hat_w)  : float64[2]
  t10 = add(t9, 1e-8)  : float64[2]
  t11 = multiply(alpha, m_hat_w)  : float64[2]
  t12 = divide(t11, t10)  : float64[2]
  t13 = subtract(w, t12)  : float64[2]
  return loss = L, w = t13, m_w = m_w_2, v_w = v_w_2, beta1_power = beta1_power_2, beta2_power = beta2_power_2
`))

  it('of AdamW', () =>
    expect(numpyOf({ type: 'adamw' }).at(-1)).toBe('w = w - alpha * (m_hat_w / (np.sqrt(v_hat_w) + 1e-8) + 0.01 * w)'))
})
