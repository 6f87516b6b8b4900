/** Kudari: `node kudari.mjs WORKLOAD` trains by its public API and prints milliseconds and the final loss. */
import { Tensor, oneHot, prepareInputs, prepareTarget, linear, tensor, train, zeros } from '../../packages/kudari/dist/index.js'
import { readData } from '../data.mjs'
import { workloads } from '../workloads.mjs'

const [name] = process.argv.slice(2)
const workload = workloads[name]
const { kind, rows, columns, layers, activation, loss, batch, steps, rate, repeats } = workload

const f32 = (part, shape) => new Tensor({ shape, dtype: 'float32' }, readData(name, part))

function talk() {
  const data = tensor([[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]])
  const centred = data.sub(data.mean({ axis: 0 }))
  const specification = linear()
  const x = prepareInputs(specification, centred.slice(':', '0:1'))
  const yt = prepareTarget(specification, centred.slice(':', 1), 0, 'float64')
  return { specification, rows: { x, yt }, parameters: { w: tensor([2, -1]) }, inputs: ['height'] }
}

function regression() {
  const isLinear = kind === 'linear'
  const specification = {
    layers: [{ type: 'dense', bias: false }, ...(isLinear ? [] : [{ type: 'sigmoid' }])],
    loss: isLinear ? 'half-mean-square' : 'binary-cross-entropy',
  }
  const inputs = Array.from({ length: columns }, (_, i) => `c${i}`)
  return {
    specification,
    rows: { x: f32('x', [rows, columns]), yt: f32('y', [rows]) },
    parameters: { w: zeros([columns], { dtype: 'float32' }) },
    inputs,
  }
}

function network() {
  const isClassifier = loss === 'cross-entropy'
  const outputs = layers.at(-1)[1]
  const specification = {
    layers: [
      ...layers.flatMap(([, units], i) => [{ type: 'dense', units }, ...(i < layers.length - 1 ? [{ type: activation }] : [])]),
      ...(isClassifier ? [{ type: 'softmax' }] : []),
    ],
    loss: isClassifier ? 'categorical-cross-entropy' : loss,
  }
  const yt = isClassifier
    ? oneHot(new Tensor({ shape: [rows], dtype: 'int32' }, readData(name, 'y', Int32Array)), outputs).astype('float32')
    : f32('y', [rows, outputs])
  const parameters = Object.fromEntries(
    layers.flatMap(([m, n], i) => [[`W${i + 1}`, f32(`w${i + 1}`, [m, n])], [`b${i + 1}`, zeros([n], { dtype: 'float32' })]]),
  )
  const inputs = Array.from({ length: layers[0][0] }, (_, i) => `c${i}`)
  return { specification, rows: { x: f32('x', [rows, layers[0][0]]), yt }, parameters, inputs }
}

const problem = kind === 'talk' ? talk() : kind === 'network' ? network() : regression()
const options = { learningRate: rate, iterations: steps, batch: batch ?? 'full', shuffle: false }
const run = async () => (await train(problem, options)).history.loss.at(-1)

let last = await run()
const ms = []
for (let i = 0; i < repeats; i++) {
  const start = performance.now()
  last = await run()
  ms.push(performance.now() - start)
}
console.log(JSON.stringify({ ms, loss: last }))
