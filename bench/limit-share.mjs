/** How near a time comes to what the machine can do: memory read once a step, or every multiplication at the full speed of the fastest product at hand. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Reads the limits in a process of its own. */
export const measureLimits = () =>
  JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL('limits.mjs', import.meta.url))], { encoding: 'utf8' }))

/** Additions and multiplications of a network on one row: forward, and in training the two products of the way back. */
const operations = (layers, isTraining) =>
  layers.reduce((total, [m, n], i) => total + 2 * m * n * (isTraining ? (i === 0 ? 2 : 3) : 1), 0)

/** The share of the limit (1 is the limit itself); undefined for workloads that neither memory nor arithmetic bounds. */
export function limitShare({ kind, of, rows, columns, steps, batch, layers, side, kernels, dense }, ms, { gigabytesPerSecond, gigaflops }) {
  const model = of ?? kind
  if (model === 'linear' || model === 'logistic') return ((rows * (columns + 1) * 4 * (steps ?? 1)) / gigabytesPerSecond / 1e6) / ms
  if (model === 'convolution') {
    // Both paddings keep the size, and pooling halves it; the first layer needs no gradient of its inputs.
    const products = kernels.map((shape, i) => shape.reduce((a, b) => a * b) * (side / 2 ** i) ** 2 * (i === 0 ? 2 : 3))
    const total = products.reduce((a, b) => a + b) + 3 * dense[0] * dense[1]
    return (2 * batch * steps * total) / gigaflops / 1e6 / ms
  }
  if (model !== 'network' || layers[0][0] < 100) return undefined
  const count = kind === 'predict' ? rows : batch * steps
  return ((count * operations(layers, kind !== 'predict')) / gigaflops / 1e6) / ms
}
