import { describe, expect, it } from 'vitest'
import { body, momentOf, rectangles } from '../testing/moments.ts'
import { firstParameters } from './first-parameters.ts'
import { formulas } from './formulas.ts'

const written = (lines: readonly { name: string; expression: string }[]) => lines.map(({ name, expression }) => `${name} = ${expression}`)

describe('formulas', () => {
  it("are the talk's own lines for the talk's model", () => {
    const { loss, descent } = formulas(momentOf(body, { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01 }))
    expect(written(loss)).toEqual(['y_{d} = y_{p} - y_{t}', String.raw`L = \frac{1}{2} \cdot \frac{1}{M} \sum y_{d}^{2}`])
    expect(written(descent)).toEqual([String.raw`w = w - \frac{\alpha \, x^{\top} y_{d}}{M}`])
  })

  it('have the penalty in the loss, and the rule of the optimizer for any parameter', () => {
    const { loss, descent } = formulas(momentOf(body, { target: 'weight', model: 'mlp:3', optimizer: 'momentum', penalty: { l2: 0.1 } }))
    expect(loss.at(-1)!.expression).toBe(String.raw`\frac{1}{2} \cdot \frac{1}{M} \sum y_{d}^{2} + 0.05 \, \sum w^{2}`)
    expect(written(descent)).toEqual([String.raw`v = 0.9 \, v + \frac{\partial L}{\partial \theta}`, String.raw`\theta = \theta - \alpha \, v`])
  })

  it('are there for classes, too', () => {
    expect(formulas(momentOf(rectangles, { target: 'orientation' })).loss.at(-1)!.name).toBe('L')
    expect(formulas(momentOf(rectangles, { target: 'orientation', model: 'softmax' })).loss.at(-1)!.expression).toContain(String.raw`\log \sum e^{u}`)
  })
})

describe('firstParameters', () => {
  it('are those of a single output, as given or as they would be', () => {
    expect(firstParameters(momentOf(body, { target: 'weight', initial: [2, -1] }))).toEqual([2, -1])
    expect(firstParameters(momentOf(rectangles, { target: 'orientation' }))).toEqual([0, 0, 0])
  })

  it('are none where they cannot be given one by one', () => {
    expect(firstParameters(momentOf(body, { target: 'weight', model: 'mlp:2' }))).toEqual([])
    expect(firstParameters(momentOf(rectangles, { target: 'orientation', model: 'softmax' }))).toEqual([])
  })
})
