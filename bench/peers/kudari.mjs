/** Kudari: `node kudari.mjs WORKLOAD` trains by its public API. KUDARI_BLAS: auto, off. */
import * as library from '../../packages/kudari/dist/index.js'
import { readData } from '../data.mjs'
import { measure, talkRows } from './measure.mjs'
import { network, networkProblem } from './networks/kudari.mjs'

const { Tensor, linear, oneHot, predict, prepareInputs, prepareTarget, tensor, train, useProducts, zeros } = library

const f32 = (name, part, shape) => new Tensor({ shape, dtype: 'float32' }, readData(name, part))
const names = (count) => Array.from({ length: count }, (_, i) => `c${i}`)

function talk() {
  const data = tensor(talkRows)
  const centred = data.sub(data.mean({ axis: 0 }))
  const specification = linear()
  const x = prepareInputs(specification, centred.slice(':', '0:1'))
  const yt = prepareTarget(specification, 1, centred.slice(':', 1), 0, 'float64')
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

/** W5, by the layers that users have. */
function convolution({ data, rows, side, kernels, dense, rate, steps, batch }) {
  const specification = {
    layers: [
      { type: 'reshape', shape: [side, side, 1] },
      ...kernels.flatMap(([kernel, , , units]) => [{ type: 'conv2d', units, kernel, padding: 'same' }, { type: 'relu' }, { type: 'max-pool', size: 2 }]),
      { type: 'flatten' }, { type: 'dense', units: dense[1] }, { type: 'softmax' },
    ],
    loss: 'categorical-cross-entropy',
  }
  const labels = new Tensor({ shape: [rows], dtype: 'int32' }, readData(data, 'y', Int32Array))
  const parameters = Object.fromEntries([...kernels, dense].flatMap((shape, i) => [
    [`W${i + 1}`, f32(data, `w${i + 1}`, shape)], [`b${i + 1}`, zeros([shape.at(-1)], { dtype: 'float32' })],
  ]))
  const problem = {
    specification,
    rows: { x: f32(data, 'x', [rows, side * side]), yt: oneHot(labels, dense[1]).astype('float32') },
    parameters,
    inputs: names(side * side),
  }
  const options = { learningRate: rate, iterations: steps, batch, shuffle: false, optimizer: { type: 'adam' } }
  return async () => (await train(problem, options)).history.loss.at(-1)
}

const { KUDARI_BLAS: blas = 'auto' } = process.env
if (blas !== 'off') {
  const { loadBlas } = await import('../../packages/blas/dist/index.js')
  useProducts(loadBlas(blas))
}

await measure((workload) => {
  const { kind, steps, rate, batch = 'full' } = workload
  const read = (part, Type) => readData(workload.data, part, Type)
  if (kind === 'network') return network(library, workload, read)
  if (kind === 'convolution') return convolution(workload)
  if (kind === 'predict') {
    const isNetwork = workload.of === 'network'
    const { specification, rows, parameters } = isNetwork ? networkProblem(library, workload, read) : regression('logistic', workload)
    const w = isNetwork ? parameters : { w: f32('table', 'x', [1e6, 20]).slice(0) }
    return () => {
      const yp = predict(specification, w, rows.x)
      return yp.data[0] + yp.data[yp.size - 1]
    }
  }
  const problem = kind === 'talk' ? talk() : regression(kind, workload)
  const options = { learningRate: rate, iterations: steps, batch, shuffle: false }
  return async () => (await train(problem, options)).history.loss.at(-1)
})
