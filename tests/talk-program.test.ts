/** The talk's programs: derived by the system, they are the ones on the slides. */
import {
  type Tensor,
  compile,
  grad,
  insert,
  oneHot,
  printProgram,
  scalar,
  tensor,
  valueAndGrad,
  writeNumpy,
  writeTex,
} from 'kudari'
import { describe, expect, it } from 'vitest'
import { readGolden, sharedPath } from './shared.ts'

const data = tensor([[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]])
const centred = data.sub(data.mean({ axis: 0 }))
const x = insert(centred.slice(':', '0:1'), 0, 1, { axis: 1 }).named('x')
const yt = centred.slice(':', 1).named('yt')

const loss = (w: Tensor): Tensor => {
  const yp = x.matmul(w).named('yp')
  const yd = yp.sub(yt).named('yd')
  return yd.square().mean().div(2)
}

const numpy = (program: Parameters<typeof writeNumpy>[0]): string[] =>
  writeNumpy(program).map(({ name, expression }) => `${name} = ${expression}`)

const tex = (program: Parameters<typeof writeTex>[0]): string[] =>
  writeTex(program).map(({ name, expression }) => `${name} = ${expression}`)

describe('linear regression', () => {
  const step = compile((w: Tensor, alpha: Tensor) => {
    const { value, gradient } = valueAndGrad(loss)(w)
    return { loss: value.named('L'), w: w.sub(alpha.mul(gradient)) }
  })
  const program = step.program(tensor([2, -1]), scalar(0.01))

  it('is the three lines of the talk and its loss', () => {
    expect(numpy(program)).toEqual([
      'yp = x @ w',
      'yd = yp - yt',
      'L = np.mean(yd ** 2) / 2',
      'w = w - alpha * (x.T @ yd) / 5',
    ])
  })

  it('reads so as instructions and as formulas', () => {
    expect(`\n${printProgram(program)}\n`).toBe(`
program(w: float64[2], alpha: float64[])
  x = constant  : float64[5, 2]
  yt = constant  : float64[5]
  yp = matmul(x, w)  : float64[5]
  yd = subtract(yp, yt)  : float64[5]
  t1 = square(yd)  : float64[5]
  t2 = mean(t1, axes=[0])  : float64[]
  L = divide(t2, 2)  : float64[]
  t3 = matmul(x, yd, transposeA=true)  : float64[2]
  t4 = multiply(alpha, t3)  : float64[2]
  t5 = divide(t4, 5)  : float64[2]
  t6 = subtract(w, t5)  : float64[2]
  return loss = L, w = t6
`)
    expect(tex(program)).toEqual([
      'y_{p} = x w',
      'y_{d} = y_{p} - y_{t}',
      String.raw`L = \frac{1}{2} \cdot \frac{1}{5} \sum y_{d}^{2}`,
      String.raw`w = w - \frac{\alpha \, x^{\top} y_{d}}{5}`,
    ])
  })

  it('keeps a learning rate that is written in, in float64 and float32', () => {
    const update = compile((w: Tensor) => ({ w: w.sub(grad(loss)(w).mul(0.01)) }))
    expect(numpy(update.program(tensor([2, -1])))).toEqual([
      'yp = x @ w',
      'yd = yp - yt',
      'w = w - 0.01 * (x.T @ yd) / 5',
    ])
    const single = compile((x: Tensor, yt: Tensor, w: Tensor) => {
      const squares = (w: Tensor) => x.matmul(w).sub(yt).named('yd').square().mean().div(2)
      return { w: w.sub(grad(squares)(w).mul(0.01)) }
    })
    const arguments32 = [x, yt, tensor([2, -1])].map((argument) => argument.astype('float32'))
    const [x32, yt32, w32] = arguments32
    expect(numpy(single.program(x32, yt32, w32))).toEqual(['yd = x @ w - yt', 'w = w - 0.01 * (x.T @ yd) / 5'])
  })

  it('gives the losses and weights of the slide in 200 steps', () => {
    const history = run(200)
    const printed = history.map(([k, L, w0, w1]) => `${k} ${L.toFixed(6)} ${w0.toFixed(6)} ${w1.toFixed(6)}`)
    expect(printed.slice(0, 2)).toEqual(['0 50.416000 1.980000 -0.672800', '1 40.291163 1.960200 -0.383555'])
    expect(printed[199]).toBe('199 2.306147 0.267959 1.820690')
  })

  it('gives the recorded history of NumPy', ({ skip }) => {
    const path = sharedPath('golden/talk.json')
    if (!path) return skip()
    const golden = readGolden(path).history
    const history = run(golden.length)
    const differences = golden.flatMap((row, k) => row.map((value, i) => Math.abs(value - history[k][i])))
    expect(Math.max(...differences)).toBeLessThan(1e-12)
  })

  /** The talk's history: iteration, loss before the update, weights after it. */
  function run(iterations: number): number[][] {
    let w = tensor([2, -1])
    return Array.from({ length: iterations }, (_, k) => {
      const result = step(w, scalar(0.01))
      w = result.w
      return [k, result.loss.item(), w.data[0], w.data[1]]
    })
  }
})

describe('classification: the same last line', () => {
  const inputs = tensor([[1, 0, 2], [1, 1, 1], [1, 2, 0], [1, 3, 1]])

  it('logistic regression', () => {
    const step = compile((x: Tensor, yt: Tensor, w: Tensor, alpha: Tensor) => {
      const crossEntropy = (w: Tensor) => {
        const u = x.matmul(w).named('u')
        const yp = u.sigmoid().named('yp')
        yp.sub(yt).named('yd')
        return u.softplus().sub(yt.mul(u)).mean()
      }
      const { value, gradient } = valueAndGrad(crossEntropy)(w)
      return { loss: value.named('L'), w: w.sub(alpha.mul(gradient)) }
    })
    const program = step.program(inputs, tensor([0, 1, 1, 0]), tensor([1, 1, 1]), scalar(0.01))
    expect(numpy(program)).toEqual([
      'u = x @ w',
      'yp = sigmoid(u)',
      'yd = yp - yt',
      'L = np.mean(np.logaddexp(0, u) - yt * u)',
      'w = w - alpha * (x.T @ yd) / 4',
    ])
    expect(`\n${printProgram(program)}\n`).toBe(`
program(x: float64[4, 3], yt: float64[4], w: float64[3], alpha: float64[])
  u = matmul(x, w)  : float64[4]
  yp = sigmoid(u)  : float64[4]
  yd = subtract(yp, yt)  : float64[4]
  t1 = softplus(u)  : float64[4]
  t2 = multiply(yt, u)  : float64[4]
  t3 = subtract(t1, t2)  : float64[4]
  L = mean(t3, axes=[0])  : float64[]
  t4 = matmul(x, yd, transposeA=true)  : float64[3]
  t5 = multiply(alpha, t4)  : float64[3]
  t6 = divide(t5, 4)  : float64[3]
  t7 = subtract(w, t6)  : float64[3]
  return loss = L, w = t7
`)
  })

  it('softmax regression', () => {
    const step = compile((x: Tensor, yt: Tensor, w: Tensor, alpha: Tensor) => {
      const crossEntropy = (w: Tensor) => {
        const u = x.matmul(w).named('u')
        const yp = u.softmax().named('yp')
        yp.sub(yt).named('yd')
        return u.logSumExp().sub(yt.mul(u).sum({ axis: 1 })).mean()
      }
      return { w: w.sub(alpha.mul(grad(crossEntropy)(w))) }
    })
    const program = step.program(inputs, oneHot([0, 1, 2, 1], 3), inputs.slice(':3'), scalar(0.01))
    expect(numpy(program)).toEqual([
      'u = x @ w',
      'yp = softmax(u, axis=1)',
      'yd = yp - yt',
      'w = w - alpha * (x.T @ yd) / 4',
    ])
    expect(tex(program).at(-1)).toBe(String.raw`w = w - \frac{\alpha \, x^{\top} y_{d}}{4}`)
    expect(`\n${printProgram(program)}\n`).toBe(`
program(x: float64[4, 3], yt: float64[4, 3], w: float64[3, 3], alpha: float64[])
  u = matmul(x, w)  : float64[4, 3]
  yp = softmax(u, axis=1)  : float64[4, 3]
  yd = subtract(yp, yt)  : float64[4, 3]
  t1 = matmul(x, yd, transposeA=true)  : float64[3, 3]
  t2 = multiply(alpha, t1)  : float64[3, 3]
  t3 = divide(t2, 4)  : float64[3, 3]
  t4 = subtract(w, t3)  : float64[3, 3]
  return w = t4
`)
  })
})
