/** The networks of the workloads in jax-js, the same in Node and in a page. */
import { batchesOf } from '../batches.mjs'

/** A function that trains the network by jit-compiled steps, and gives its last loss; the loss of every step is kept. */
export function network({ numpy: np, nn, jit, valueAndGrad, tree }, workload, read) {
  const f32 = (numbers, shape) => np.array(numbers).reshape(shape)
  const { layers, activation, loss: lossName, rate } = workload
  const isClassifier = lossName === 'cross-entropy'
  const [inputs, outputs] = [layers[0][0], layers.at(-1)[1]]
  const [x, y] = [read('x'), read('y', isClassifier ? Int32Array : Float32Array)]
  const uploaded = new Map()
  const upload = ([first, count]) => {
    if (!uploaded.has(first)) {
      const truth = isClassifier ? new Float32Array(count * outputs) : y.slice(first * outputs, (first + count) * outputs)
      if (isClassifier) for (let i = 0; i < count; i++) truth[i * outputs + y[first + i]] = 1
      uploaded.set(first, [f32(x.slice(first * inputs, (first + count) * inputs), [count, inputs]), f32(truth, [count, outputs])])
    }
    return uploaded.get(first)
  }
  const batches = batchesOf(workload).map(upload)
  const loss = (parameters, xb, yb) => {
    let h = xb
    for (let i = 0; i < layers.length; i++) {
      h = np.matmul(h, parameters[2 * i]).add(parameters[2 * i + 1])
      if (i < layers.length - 1) h = activation === 'relu' ? nn.relu(h) : np.tanh(h)
    }
    return isClassifier ? nn.logSoftmax(h, -1).mul(yb).sum(-1).mean().neg() : np.square(h.sub(yb)).mean().mul(0.5)
  }
  const step = jit((parameters, xb, yb) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(parameters), xb, yb)
    return [parameters.map((w, i) => w.sub(gradients[i].mul(rate))), value]
  })
  return async () => {
    let parameters = layers.flatMap(([m, n], i) => [f32(read(`w${i + 1}`), [m, n]), np.zeros([n])])
    const losses = []
    for (const [xb, yb] of batches) {
      const [next, value] = step(parameters, xb.ref, yb.ref)
      parameters = next
      losses.push(value)
      await parameters[0].blockUntilReady()
    }
    const history = []
    for (const value of losses) history.push((await value.data())[0])
    tree.dispose(parameters)
    return history.at(-1)
  }
}
