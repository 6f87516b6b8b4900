/** The networks of the workloads in TensorFlow.js, the same in Node and in a page. */
import { batchesOf } from '../batches.mjs'

/**
 * A function that trains the network by the library's optimizer, and gives its last loss. Batches are uploaded beforehand, because
 * slicing copies the whole table out of the memory of WebAssembly.
 */
export function network(tf, workload, read) {
  const { layers, activation, loss, rate } = workload
  const isClassifier = loss === 'cross-entropy'
  const [inputs, outputs] = [layers[0][0], layers.at(-1)[1]]
  const [x, y] = [read('x'), read('y', isClassifier ? Int32Array : Float32Array)]
  const uploaded = new Map()
  const upload = ([first, count]) => {
    if (!uploaded.has(first)) {
      const part = y.slice(first * (isClassifier ? 1 : outputs), (first + count) * (isClassifier ? 1 : outputs))
      uploaded.set(first, [
        tf.tensor2d(x.slice(first * inputs, (first + count) * inputs), [count, inputs]),
        isClassifier ? tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(part, 'int32'), outputs), 'float32')) : tf.tensor2d(part, [count, outputs]),
      ])
    }
    return uploaded.get(first)
  }
  const batches = batchesOf(workload).map(upload)
  return () => {
    const ws = layers.map(([m, n], i) => tf.variable(tf.tensor2d(read(`w${i + 1}`), [m, n])))
    const bs = layers.map(([, n]) => tf.variable(tf.zeros([n])))
    const optimizer = tf.train.sgd(rate)
    const losses = []
    for (const [xb, yb] of batches) {
      const value = optimizer.minimize(() => {
        let h = xb
        for (const [i, w] of ws.entries()) {
          h = tf.add(tf.matMul(h, w), bs[i])
          if (i < ws.length - 1) h = activation === 'relu' ? tf.relu(h) : tf.tanh(h)
        }
        return isClassifier ? tf.losses.softmaxCrossEntropy(yb, h) : tf.div(tf.mean(tf.square(tf.sub(yb, h))), 2)
      }, true, [...ws, ...bs])
      losses.push(value)
    }
    const history = losses.map((value) => value.dataSync()[0])
    for (const value of losses) value.dispose()
    for (const variable of [...ws, ...bs]) variable.dispose()
    optimizer.dispose()
    return history.at(-1)
  }
}
