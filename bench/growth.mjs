/** How cost grows: `node bench/growth.mjs FILE` measures rows 1e3 ... 1e7, widths 8 ... 2048, and threads, and writes them as JSON. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { Tensor, generator, initializeParameters, oneHot, randomNormal, train, useThreads, zeros } from '../packages/kudari/dist/index.js'

const float32 = { dtype: 'float32' }

/** The shortest milliseconds of a step: the first run prepares, the others are measured. */
async function perStep(problem, options, repeats = 4) {
  let shortest = Infinity
  for (let i = 0; i <= repeats; i++) {
    const start = performance.now()
    await train(problem, options)
    if (i > 0) shortest = Math.min(shortest, (performance.now() - start) / options.iterations)
  }
  return shortest
}

const names = (count) => Array.from({ length: count }, (_, i) => `c${i}`)
const columns = 20

/** Linear regression on so many rows: a full step reads all of them once. */
async function rowsGrow(x, yt, rows, threads) {
  useThreads(threads)
  const part = (tensor, width) => new Tensor({ shape: width === 1 ? [rows] : [rows, width], dtype: 'float32' }, tensor.data.subarray(0, rows * width))
  const problem = {
    specification: { layers: [{ type: 'dense', bias: false }], loss: 'half-mean-square' },
    rows: { x: part(x, columns), yt: part(yt, 1) },
    parameters: { w: zeros([columns], float32) },
    inputs: names(columns),
  }
  const steps = Math.max(5, Math.min(2000, Math.round(2e7 / rows)))
  return perStep(problem, { learningRate: 0.1, iterations: steps, batch: 'full' })
}

/** A network with one hidden layer of so many units: 256 inputs, 10 classes, batches of 256. */
async function widthGrows(width, threads) {
  useThreads(threads)
  const random = generator(1)
  const specification = {
    layers: [{ type: 'dense', units: width }, { type: 'relu' }, { type: 'dense', units: 10 }, { type: 'softmax' }],
    loss: 'categorical-cross-entropy',
  }
  const rows = 2560
  const problem = {
    specification,
    rows: { x: randomNormal(random, [rows, 256], 0, 1, float32), yt: oneHot(Array.from({ length: rows }, () => random.integer(10)), 10, 'float32') },
    parameters: initializeParameters(specification, 256, { dtype: 'float32', random }),
    inputs: names(256),
  }
  return perStep(problem, { learningRate: 0.01, iterations: Math.max(10, Math.round(20_000 / width)), batch: 256, shuffle: false })
}

const [file] = process.argv.slice(2)
if (!file) {
  console.error('node bench/growth.mjs FILE: names the file to write')
  process.exit(2)
}
const counts = Array.from({ length: Math.min(cpus().length, 2) }, (_, i) => i + 1)
const most = 1e7
const random = generator(2)
const x = randomNormal(random, [most, columns], 0, 1, float32)
const yt = randomNormal(random, [most], 0, 1, float32)
const results = { rows: [], width: [] }
for (const threads of counts) {
  for (const rows of [1e3, 1e4, 1e5, 1e6, 1e7]) results.rows.push({ rows, threads, ms: await rowsGrow(x, yt, rows, threads) })
  for (const width of [8, 32, 128, 512, 2048]) results.width.push({ width, threads, ms: await widthGrows(width, threads) })
}
for (const [name, list] of Object.entries(results)) console.table(list.map((entry) => ({ ...entry, ms: Number(entry.ms.toPrecision(3)) })), [name, 'threads', 'ms'])
writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
process.exit(0)
