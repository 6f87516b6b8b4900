/** What the machine can do: how fast memory is read, and how many additions and multiplications the processor makes. */
import { cpus } from 'node:os'
import { loadBlas } from '../packages/blas/dist/index.js'
import { commonArena, allocate, release } from '../packages/kudari/dist/run/wasm/arena.js'
import { commonKernels } from '../packages/kudari/dist/run/wasm/kernels.js'
import { tensor, trace } from '../packages/kudari/dist/index.js'
import { prepareOnMachine } from '../packages/kudari/dist/run/wasm/executable.js'
import { randomNormal, generator } from '../packages/kudari/dist/index.js'

/** The best of several tries: a limit is what the machine can do, not what it usually does. */
function best(run, times = 15) {
  let shortest = Infinity
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

/** GB/s of a sum over 400 MB, on all threads. */
function readBandwidth() {
  const numbers = 1e8
  const { program } = trace((x) => x.sum(), [{ shape: [numbers], dtype: 'float32', name: 'x' }])
  const execute = prepareOnMachine(program)
  const x = tensor([0]).astype('float32').broadcastTo([numbers])
  return (numbers * 4) / best(() => execute([x])) / 1e6
}

/** GFLOP/s of one thread in a product of matrices that stay in the cache. */
function fmaPeak() {
  const arena = commonArena()
  const kernels = commonKernels(arena)
  const n = 192
  const block = allocate(arena, 3 * n * n * 4 + kernels.f32_gemm_scratch() + 4096)
  new Float32Array(arena.memory.buffer, block.address, 2 * n * n).set(randomNormal(generator(1), [2 * n * n], 0, 1, { dtype: 'float32' }).data)
  const [a, b, c] = [0, 1, 2].map((i) => block.address + i * n * n * 4)
  const milliseconds = best(() => kernels.f32_gemm(a, n, 1, b, n, 1, c, n, n, n, n, 0, c + n * n * 4 + 64), 200)
  release(arena, block)
  return (2 * n ** 3) / milliseconds / 1e6
}

/** GFLOP/s of the system's BLAS on all threads, in a product too large for threads to wait for one another; 0 without one. */
function blasPeak(blas) {
  if (!blas) return 0
  const n = 1536
  const memory = new WebAssembly.Memory({ initial: 600, maximum: 600, shared: true })
  new Float32Array(memory.buffer).fill(0.5)
  blas.attach(memory)
  blas.setThreads(cpus().length)
  const [a, b, c] = [0, 1, 2].map((i) => i * n * n * 4)
  const milliseconds = best(() => blas.gemm('float32', false, false, n, n, n, 1, a, n, b, n, 0, c, n))
  return (2 * n ** 3) / milliseconds / 1e6
}

const gigaflopsPerThread = fmaPeak()
const blas = loadBlas('auto')
const [own, system] = [gigaflopsPerThread * cpus().length, blasPeak(blas)]
const limits = { gigabytesPerSecond: readBandwidth(), gigaflopsPerThread, gigaflops: Math.max(own, system), by: system > own ? blas.name : 'our own product' }
console.log(JSON.stringify(limits))
process.exit(0)
