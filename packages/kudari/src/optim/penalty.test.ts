import { describe, expect, it } from 'vitest'
import { lossOfModel } from '../nn/model.ts'
import { linear } from '../nn/specification.ts'
import { grad, valueAndGrad } from '../program/differentiate.ts'
import { writeNumpy } from '../program/write.ts'
import { compile } from '../run/compile.ts'
import { tensor, zeros } from '../tensor/create.ts'
import { type Tensor, scalar } from '../tensor/tensor.ts'
import { penalized } from './penalty.ts'

const V = tensor([[3, -4], [0, 1]])
const W = tensor([-2])

describe('penalties', () => {
  it('are added to the loss', () => {
    expect(penalized(scalar(7), [V, W], {})).toEqual(scalar(7))
    // |3| + |-4| + |0| + |1| + |-2| = 10; 9 + 16 + 0 + 1 + 4 = 30
    expect(penalized(scalar(7), [V, W], { l1: 0.1 }).item()).toBe(8)
    expect(penalized(scalar(7), [V, W], { l2: 0.1 }).item()).toBe(8.5)
    expect(penalized(scalar(7), [V, W], { l1: 0.1, l2: 0.1 }).item()).toBe(9.5)
  })

  it('pull by l1 times the sign and by l2 times the weight', () => {
    const gradient = grad((w: Tensor) => penalized(w.sum().multiply(0), [w], { l1: 0.5, l2: 2 }))(V)
    expect(gradient.toArray()).toEqual([[6.5, -8.5], [0, 2.5]])
  })

  it('stay float32', () =>
    expect(penalized(scalar(7, 'float32'), [V.astype('float32')], { l1: 0.1, l2: 0.1 }).dtype).toBe('float32'))

  it('of linear regression are one more term of the step', () => {
    const step = compile((x: Tensor, yt: Tensor, alpha: Tensor, w: Tensor) => {
      const loss = (at: Tensor) => penalized(lossOfModel(linear(), { w: at }, x, yt), [at], { l2: 0.1 })
      const { value, gradient } = valueAndGrad(loss)(w)
      return { loss: value, w: w.subtract(alpha.multiply(gradient)) }
    })
    const program = step.program(zeros([5, 2]), zeros([5]), scalar(0.01), zeros([2]))
    expect(writeNumpy(program).map(({ name, expression }) => `${name} = ${expression}`)).toEqual([
      'yp = x @ w',
      'yd = yp - yt',
      'L = np.mean(yd ** 2) / 2',
      'loss = L + 0.05 * np.sum(w ** 2)',
      'w = w - alpha * (0.1 * w + x.T @ yd / 5)',
    ])
  })
})
