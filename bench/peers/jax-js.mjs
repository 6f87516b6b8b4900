/** jax-js: `node jax-js.mjs WORKLOAD` trains by jit-compiled steps on its WebAssembly device, with a pool of threads. */
import { Worker as NodeWorker } from 'node:worker_threads'
import { readData } from '../data.mjs'
import { measure, talkRows } from './measure.mjs'
import { network } from './networks/jax-js.mjs'

const threads = Number(process.env.PEER_THREADS)
// Its pool is made of the browser's workers, started from blobs; here the same on Node's threads.
const sources = new Map()
const NodeBlob = globalThis.Blob
globalThis.Blob = class extends NodeBlob {
  constructor(parts, options) {
    super(parts, options)
    this.source = parts.join('')
  }
}
URL.createObjectURL = (blob) => {
  const url = `blob:${sources.size}`
  sources.set(url, blob.source)
  return url
}
URL.revokeObjectURL = () => {}
Object.defineProperty(globalThis, 'navigator', { value: { hardwareConcurrency: threads }, configurable: true })
const prelude = `const { parentPort } = require('worker_threads'); globalThis.self = globalThis
globalThis.postMessage = (message) => parentPort.postMessage(message); parentPort.on('message', (data) => self.onmessage({ data }));`
if (threads > 1) globalThis.Worker = class {
  constructor(url) {
    this.worker = new NodeWorker(prelude + sources.get(url), { eval: true })
    this.worker.on('message', (data) => this.onmessage?.({ data }))
  }
  postMessage(message) {
    this.worker.postMessage(message)
  }
}

const library = await import('@jax-js/jax')
const { numpy: np, nn, jit, tree } = library
await library.init('wasm')
library.defaultDevice('wasm')

const f32 = (numbers, shape) => np.array(numbers).reshape(shape)
const item = async (array) => (await array.data())[0]

function talk({ steps, rate }) {
  const dtype = np.float64
  const x = np.array(talkRows.flatMap(([height]) => [1, height - 171]), { dtype }).reshape([5, 2])
  const yt = np.array(talkRows.map(([, weight]) => weight - 65.4), { dtype })
  const step = jit((w, X, y) => {
    const yd = np.matmul(X.ref, w.ref).sub(y)
    const loss = np.mean(np.square(yd.ref)).mul(0.5)
    return [w.sub(np.matmul(np.transpose(X), yd).mul(rate / 5)), loss]
  })
  return async () => {
    let w = np.array([2, -1], { dtype })
    const history = []
    for (let k = 0; k < steps; k++) {
      const before = w.ref
      const [next, loss] = step(w, x.ref, yt.ref)
      history.push([await item(loss), ...(await before.data())])
      w = next
    }
    w.dispose()
    return history.at(-1)[0]
  }
}

function regression({ kind, rows, columns, steps, rate }) {
  const x = f32(readData('table', 'x'), [rows, columns])
  const yt = f32(readData('table', kind), [rows])
  const step = jit((w, X, y) => {
    const u = np.matmul(X.ref, w.ref)
    if (kind === 'linear') {
      const yd = u.sub(y)
      return [w.sub(np.matmul(yd.ref, X).mul(rate / rows)), np.mean(np.square(yd)).mul(0.5)]
    }
    const loss = np.mean(nn.softplus(u.ref).sub(u.ref.mul(y.ref)))
    return [w.sub(np.matmul(nn.sigmoid(u).sub(y), X).mul(rate / rows)), loss]
  })
  return async () => {
    let w = np.zeros([columns])
    const losses = []
    for (let k = 0; k < steps; k++) {
      const [next, loss] = step(w, x.ref, yt.ref)
      losses.push(loss)
      w = next
      await w.blockUntilReady()
    }
    const history = []
    for (const loss of losses) history.push(await item(loss))
    w.dispose()
    return history.at(-1)
  }
}

function predict({ of, data, rows, columns, layers }) {
  const ends = async (yp) => {
    const numbers = await yp.data()
    return numbers[0] + numbers.at(-1)
  }
  if (of === 'logistic') {
    const numbers = readData('table', 'x')
    const [x, w] = [f32(numbers, [rows, columns]), f32(numbers.slice(0, columns), [columns])]
    const apply = jit((X, v) => nn.sigmoid(np.matmul(X, v)))
    return () => ends(apply(x.ref, w.ref))
  }
  const x = f32(readData(data, 'x'), [rows, layers[0][0]])
  const ws = layers.map(([m, n], i) => f32(readData(data, `w${i + 1}`), [m, n]))
  const bs = layers.map(([, n]) => np.zeros([n]))
  const dense = (h, w, b) => np.matmul(h, w).add(b)
  const apply = jit((X, [w1, w2, w3], [b1, b2, b3]) => nn.softmax(dense(nn.relu(dense(nn.relu(dense(X, w1, b1)), w2, b2)), w3, b3), -1))
  return () => ends(apply(x.ref, tree.ref(ws), tree.ref(bs)))
}

const kinds = {
  talk,
  linear: regression,
  logistic: regression,
  network: (workload) => network(library, workload, (part, Type) => readData(workload.data, part, Type)),
  predict,
}
await measure((workload) => kinds[workload.kind](workload))
