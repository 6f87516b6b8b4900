/** Makes the data of a workload from a seed: raw float32 and int32 files that every peer can read. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generator } from '../packages/kudari/dist/index.js'

export const folder = fileURLToPath(new URL('data', import.meta.url))
const fileOf = (name, part) => `${folder}/${name}-${part}.bin`

const normals = (random, count, scale) => Float32Array.from({ length: count }, () => random.normal() * scale)

function makeTable(random, { rows, columns }, write) {
  const truth = normals(random, columns, 1)
  const x = normals(random, rows * columns, 1)
  const u = Float32Array.from({ length: rows }, (_, i) => truth.reduce((sum, w, j) => sum + w * x[i * columns + j], 0))
  write('x', x)
  write('linear', u.map((value) => value + random.normal()))
  write('logistic', u.map((value) => Number(random.uniform() < 1 / (1 + Math.exp(-value)))))
}

function makeNetwork(random, { rows, layers }, write) {
  const [inputs] = layers[0]
  const [, outputs] = layers.at(-1)
  const x = normals(random, rows * inputs, 1)
  write('x', x)
  for (const [i, [m, n]] of layers.entries()) write(`w${i + 1}`, normals(random, m * n, Math.sqrt(2 / m)))
  write('y', outputs === 1
    ? Float32Array.from({ length: rows }, (_, i) => Math.sin(2 * x[2 * i]) * Math.cos(x[2 * i + 1]))
    : Int32Array.from({ length: rows }, () => random.integer(outputs)))
}

/** Images, the weights of convolutions (height, width, inputs, outputs) and of the dense layer after them. */
function makePictures(random, { rows, side, kernels, dense }, write) {
  write('x', normals(random, rows * side * side, 1))
  for (const [i, shape] of [...kernels, dense].entries()) {
    const fanIn = shape.slice(0, -1).reduce((a, b) => a * b)
    write(`w${i + 1}`, normals(random, fanIn * shape.at(-1), Math.sqrt(2 / fanIn)))
  }
  write('y', Int32Array.from({ length: rows }, () => random.integer(dense[1])))
}

/** The table of W9: numbers with six significant digits, and two classes. */
function makeCsv(random, { rows, columns }, path) {
  const truth = normals(random, columns, 1)
  const file = openSync(`${path}.part`, 'w')
  writeSync(file, `${Array.from({ length: columns }, (_, j) => `x${j}`).join()},y\n`)
  for (let start = 0; start < rows; start += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - start) }, () => {
      const x = Array.from({ length: columns }, () => random.normal())
      const u = x.reduce((sum, value, j) => sum + value * truth[j], 0)
      return `${x.map((value) => value.toPrecision(6)).join()},${random.uniform() < 1 / (1 + Math.exp(-u)) ? 1 : 0}\n`
    })
    writeSync(file, lines.join(''))
  }
  closeSync(file)
  renameSync(`${path}.part`, path)
}

export const csvFile = `${folder}/table.csv`

/** The files of a workload, written once. */
export function makeData(workload) {
  const { data } = workload
  if (data === undefined || existsSync(data === 'csv' ? csvFile : fileOf(data, 'done'))) return
  mkdirSync(folder, { recursive: true })
  const random = generator(1)
  if (data === 'csv') return makeCsv(random, workload, csvFile)
  const write = (part, numbers) => writeFileSync(fileOf(data, part), numbers)
  if (data === 'table') makeTable(random, workload, write)
  else if (data === 'pictures') makePictures(random, workload, write)
  else makeNetwork(random, workload, write)
  write('done', '')
}

/** A file as numbers. */
export function readData(name, part, Type = Float32Array) {
  const bytes = readFileSync(fileOf(name, part))
  return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
