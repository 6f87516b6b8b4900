/** Kudari: `node kudari.mjs WORKLOAD` trains by its public API. KUDARI_BLAS: auto, off. */
import {
  Tensor, linear, oneHot, predict, prepareInputs, prepareTarget, tensor, train, useProducts, zeros,
} from '../../packages/kudari/dist/index.js'
import { readData } from '../data.mjs'
import { measure, talkRows } from './measure.mjs'

const f32 = (name, part, shape) => new Tensor({ shape, dtype: 'float32' }, readData(name, part))
const names = (count) => Array.from({ length: count }, (_, i) => `c${i}`)

function talk() {
  const data = tensor(talkRows)
  const centred = data.sub(data.mean({ axis: 0 }))
  const specification = linear()
  const x = prepareInputs(specification, centred.slice(':', '0:1'))
  const yt = prepareTarget(specification, centred.slice(':', 1), 0, 'float64')
  return { specification, rows: { x, yt }, parameters: { w: tensor([2, -1]) }, inputs: ['height'] }
}

function regression(kind, { rows, columns }) {
  const specification = {
    layers: [{ type: 'dense', bias: false }, ...(kind === 'linear' ? [] : [{ type: 'sigmoid' }])],
    loss: kind === 'linear' ? 'half-mean-square' : 'binary-cross-entropy',
  }
  return {
    specification,
    rows: { x: f32('table', 'x', [rows, columns]), yt: f32('table', kind, [rows]) },
    parameters: { w: zeros([columns], { dtype: 'float32' }) },
    inputs: names(columns),
  }
}

function network({ data, rows, layers, activation, loss }) {
  const isClassifier = loss === 'cross-entropy'
  const outputs = layers.at(-1)[1]
  const hidden = layers.flatMap(([, units], i) => [{ type: 'dense', units }, ...(i < layers.length - 1 ? [{ type: activation }] : [])])
  const specification = {
    layers: [...hidden, ...(isClassifier ? [{ type: 'softmax' }] : [])],
    loss: isClassifier ? 'categorical-cross-entropy' : loss,
  }
  const yt = isClassifier
    ? oneHot(new Tensor({ shape: [rows], dtype: 'int32' }, readData(data, 'y', Int32Array)), outputs).astype('float32')
    : f32(data, 'y', [rows, outputs])
  const parameters = Object.fromEntries(
    layers.flatMap(([m, n], i) => [[`W${i + 1}`, f32(data, `w${i + 1}`, [m, n])], [`b${i + 1}`, zeros([n], { dtype: 'float32' })]]),
  )
  return { specification, rows: { x: f32(data, 'x', [rows, layers[0][0]]), yt }, parameters, inputs: names(layers[0][0]) }
}

const { KUDARI_BLAS: blas = 'auto' } = process.env
if (blas !== 'off') {
  const { loadBlas } = await import('../../packages/blas/dist/index.js')
  useProducts(loadBlas(blas))
}

await measure((workload) => {
  const { kind, steps, rate, batch = 'full' } = workload
  if (kind === 'predict') {
    const { specification, rows, parameters } = workload.of === 'network' ? network(workload) : regression('logistic', workload)
    const w = workload.of === 'network' ? parameters : { w: f32('table', 'x', [1e6, 20]).slice(0) }
    return () => {
      const yp = predict(specification, w, rows.x)
      return yp.data[0] + yp.data[yp.size - 1]
    }
  }
  const problem = kind === 'talk' ? talk() : kind === 'network' ? network(workload) : regression(kind, workload)
  const options = { learningRate: rate, iterations: steps, batch, shuffle: false }
  return async () => (await train(problem, options)).history.loss.at(-1)
})
