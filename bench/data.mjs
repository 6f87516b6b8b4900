/** Makes the data of a workload from a seed: raw float32 and int32 files that every peer can read. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generator } from '../packages/kudari/dist/index.js'

const folder = fileURLToPath(new URL('data', import.meta.url))
export const fileOf = (workload, name) => `${folder}/${workload}-${name}.bin`

const normals = (random, count, scale) => Float32Array.from({ length: count }, () => random.normal() * scale)

/** Inputs, targets and first weights of a workload, written once. */
export function makeData(name, { kind, rows, columns, layers }) {
  if (kind === 'talk' || existsSync(fileOf(name, 'y'))) return
  mkdirSync(folder, { recursive: true })
  const random = generator(1)
  const write = (part, data) => writeFileSync(fileOf(name, part), data)
  if (kind === 'network') {
    const [inputs] = layers[0]
    const [, outputs] = layers.at(-1)
    const x = normals(random, rows * inputs, 1)
    write('x', x)
    for (const [i, [m, n]] of layers.entries()) write(`w${i + 1}`, normals(random, m * n, Math.sqrt(2 / m)))
    write('y', outputs === 1
      ? Float32Array.from({ length: rows }, (_, i) => Math.sin(2 * x[2 * i]) * Math.cos(x[2 * i + 1]))
      : Int32Array.from({ length: rows }, () => random.integer(outputs)))
    return
  }
  const truth = normals(random, columns, 1)
  const x = normals(random, rows * columns, 1)
  write('x', x)
  write('y', Float32Array.from({ length: rows }, (_, i) => {
    let u = 0
    for (let j = 0; j < columns; j++) u += x[i * columns + j] * truth[j]
    return kind === 'linear' ? u + random.normal() : Number(random.uniform() < 1 / (1 + Math.exp(-u)))
  }))
}

/** A file as numbers. */
export function readData(workload, part, Type = Float32Array) {
  const bytes = readFileSync(fileOf(workload, part))
  return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
