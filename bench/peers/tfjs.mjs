/** TensorFlow.js: `node tfjs.mjs WORKLOAD cpu|wasm` trains by its own optimizer. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readData } from '../data.mjs'
import { measure, talkRows } from './measure.mjs'
import { network } from './networks/tfjs.mjs'

const require = createRequire(import.meta.url)
const tf = require('@tensorflow/tfjs')
const backend = process.argv[3]
if (backend === 'wasm') {
  const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm')
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist/'))
}
await tf.setBackend(backend)

function talk({ steps, rate }) {
  const x = tf.tensor2d(talkRows.map(([height]) => [1, height - 171]))
  const yt = tf.tensor1d(talkRows.map(([, weight]) => weight - 65.4))
  return () => {
    let w = tf.tensor1d([2, -1])
    const history = []
    for (let k = 0; k < steps; k++) {
      const next = tf.tidy(() => {
        const yd = tf.sub(tf.dot(x, w), yt)
        history.push([tf.div(tf.mean(tf.square(yd)), 2).dataSync()[0], ...w.dataSync()])
        return tf.sub(w, tf.mul(rate / 5, tf.dot(tf.transpose(x), yd)))
      })
      w.dispose()
      w = next
    }
    w.dispose()
    return history.at(-1)[0]
  }
}

function regression({ kind, rows, columns, steps, rate }) {
  const x = tf.tensor2d(readData('table', 'x'), [rows, columns])
  const yt = tf.tensor2d(readData('table', kind), [rows, 1])
  return () => {
    let w = tf.zeros([columns, 1])
    const history = []
    for (let k = 0; k < steps; k++) {
      const [next, value] = tf.tidy(() => {
        const u = tf.matMul(x, w)
        const yd = kind === 'linear' ? tf.sub(u, yt) : tf.sub(tf.sigmoid(u), yt)
        const value = kind === 'linear'
          ? tf.div(tf.mean(tf.square(yd)), 2)
          : tf.mean(tf.losses.sigmoidCrossEntropy(yt, u, undefined, 0, tf.Reduction.NONE))
        return [tf.sub(w, tf.mul(rate / rows, tf.matMul(x, yd, true, false))), value]
      })
      w.dispose()
      w = next
      history.push(value.dataSync()[0])
      value.dispose()
    }
    w.dispose()
    return history.at(-1)
  }
}

function predict({ of, data, rows, columns, layers }) {
  if (of === 'logistic') {
    const x = tf.tensor2d(readData('table', 'x'), [rows, columns])
    const w = tf.slice(x, [0, 0], [1, columns]).reshape([columns, 1])
    return () => tf.tidy(() => {
      const yp = tf.sigmoid(tf.matMul(x, w)).dataSync()
      return yp[0] + yp.at(-1)
    })
  }
  const x = tf.tensor2d(readData(data, 'x'), [rows, layers[0][0]])
  const ws = layers.map(([m, n], i) => tf.tensor2d(readData(data, `w${i + 1}`), [m, n]))
  const bs = layers.map(([, n]) => tf.zeros([n]))
  return () => tf.tidy(() => {
    let h = x
    for (const [i, w] of ws.entries()) {
      h = tf.add(tf.matMul(h, w), bs[i])
      h = i < ws.length - 1 ? tf.relu(h) : tf.softmax(h)
    }
    const yp = h.dataSync()
    return yp[0] + yp.at(-1)
  })
}

const kinds = {
  talk,
  linear: regression,
  logistic: regression,
  network: (workload) => network(tf, workload, (part, Type) => readData(workload.data, part, Type)),
  predict,
}
await measure((workload) => kinds[workload.kind](workload))
