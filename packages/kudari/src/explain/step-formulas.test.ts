import { describe, expect, it } from 'vitest'
import { cnn, mlp } from '../nn/architectures.ts'
import { linear } from '../nn/specification.ts'
import { type StepFormula, stepFormulas } from './step-formulas.ts'

const tex = String.raw
const lines = (formulas: readonly StepFormula[]): string[] => formulas.map(({ name, expression }) => `${name} = ${expression}`)
const names = (formulas: readonly StepFormula[]): string[] => formulas.map(({ name }) => name)
const derivative = (name: string): string => tex`\frac{\partial L}{\partial ${name}}`

describe('the formulas of a step', () => {
  it("are the talk's three lines for the talk's model", () => {
    const { model, loss, gradients, descent } = stepFormulas(linear(), 1, 0)
    expect(lines(model)).toEqual(['y_{p} = x w'])
    expect(lines(loss)).toEqual(['y_{d} = y_{p} - y_{t}', tex`L = \frac{1}{2} \cdot \frac{1}{M} \sum y_{d}^{2}`])
    expect(gradients).toEqual([])
    expect(lines(descent)).toEqual([tex`w = w - \frac{\alpha \, x^{\top} y_{d}}{M}`])
  })

  it('of a network have its gradients layer by layer, from the last to the first, and one rule for all', () => {
    const { gradients, descent } = stepFormulas(mlp([4, 4], { classes: 0 }, { activation: 'tanh' }), 2, 0)
    expect(gradients.map(({ parameters }) => parameters)).toEqual([['W3', 'b3'], ['W2', 'b2'], ['W1', 'b1']])
    expect(lines(gradients[1].formulas)).toEqual([
      tex`t_{1} = y_{d} \odot W_{3} \odot \left(1 - h_{2}^{2}\right)`,
      tex`${derivative('b_{2}')} = \frac{\sum t_{1}}{M}`,
      tex`${derivative('W_{2}')} = \frac{h_{1}^{\top} t_{1}}{M}`,
    ])
    expect(lines(descent)).toEqual([tex`\theta = \theta - \alpha \, ${derivative(tex`\theta`)}`])
  })

  it('of a momentum step on one parameter have its gradient by itself', () => {
    const { gradients, descent } = stepFormulas(linear(), 1, 0, { optimizer: { type: 'sgd', momentum: 0.5 } })
    expect(lines(gradients[0].formulas)).toEqual([tex`${derivative('w')} = \frac{x^{\top} y_{d}}{M}`])
    expect(descent).toHaveLength(2)
  })

  it('of layers side by side that get the same gradient say so', () => {
    const branches = [[{ type: 'dense', units: 3 }], [{ type: 'dense', units: 3 }]] as const
    const { gradients } = stepFormulas({ layers: [{ type: 'branch', branches, join: 'add' }, { type: 'dense' }], loss: 'mean-square' }, 4, 0)
    expect(gradients.map(({ parameters }) => parameters)).toEqual([['W3', 'b3'], ['W2', 'b2'], ['W1', 'b1']])
    expect(lines(gradients[2].formulas)).toEqual([`${derivative('W_{1}')} = ${derivative('W_{2}')}`, `${derivative('b_{1}')} = ${derivative('b_{2}')}`])
  })

  it('pass over what is no formula: other shapes, and draws that are counted on', () => {
    const { model, gradients } = stepFormulas(cnn({ height: 8, width: 8, channels: 1 }, { classes: 3 }, { dropout: 0.5 }), 64, 3)
    expect(names(model).filter((name) => name.includes('draws'))).toEqual([])
    const all = [...model, ...gradients.flatMap(({ formulas }) => formulas)]
    expect(all.filter(({ name, expression }) => name.startsWith('t_') && /^(t_\{\d+\}|W_\{\d+\})$/.test(expression))).toEqual([])
    // What is used has a formula, unless it was given.
    const known = new Set(names(all))
    for (const { expression } of all)
      for (const [used] of expression.matchAll(/t_\{\d+\}/g)) expect(known).toContain(used)
  })

  it('of batch normalisation hold M, and not the number that stood for it', () => {
    const layers = [{ type: 'dense', units: 3 }, { type: 'batch-normalization' }, { type: 'relu' }, { type: 'dense' }] as const
    const { model, gradients } = stepFormulas({ layers, loss: 'mean-square' }, 2, 0)
    const text = [...lines(model), ...gradients.flatMap(({ formulas }) => lines(formulas))].join('\n')
    expect(text).not.toMatch(/\d{6}/)
    expect(text).toContain('M^{2}')
    expect(names(model)).not.toContain(tex`\mathit{mean1}`)
  })
})
