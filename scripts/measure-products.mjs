/** `node scripts/measure-products.mjs`: GFLOP/s of matrix products by our kernels and by the system's BLAS, with one thread and two. */
import { loadBlas } from '../packages/blas/dist/index.js'
import { allocate, commonArena, release } from '../packages/kudari/dist/run/wasm/arena.js'
import { commonKernels, kernelKind } from '../packages/kudari/dist/run/wasm/kernels.js'

const arena = commonArena()
const kernels = commonKernels(arena)
const blas = loadBlas('auto')
blas?.attach(arena.memory)

/** The shortest of several tries. */
function best(run, seconds = 0.1) {
  let shortest = Infinity
  const end = performance.now() + seconds * 1e3
  do {
    const start = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - start)
  } while (performance.now() < end)
  return shortest
}

const sizes = [
  [10, 2, 8], [10, 8, 8], [32, 128, 10], [32, 128, 32], [32, 128, 128], [32, 784, 128], [784, 32, 128], [128, 32, 128], [64, 784, 128],
  [512, 128, 10], [512, 128, 128], [512, 784, 128], [784, 512, 128], [256, 1024, 2048], [1024, 1024, 1024],
]
console.log(`${kernelKind(arena)}; BLAS: ${blas ? `${blas.name} (${blas.path})` : 'none'}`)
console.log('dtype    m x k x n             multiplications      ours  BLAS 1 thread  BLAS 2 threads (GFLOP/s)')
for (const [dtype, t, bytes] of [['float32', 'f32', 4], ['float64', 'f64', 8]])
  for (const [m, k, n] of sizes) {
    const block = allocate(arena, (m * k + k * n + m * n) * bytes + kernels[`${t}_gemm_scratch`]() + 256)
    const [a, b] = [block.address, block.address + m * k * bytes]
    const c = b + k * n * bytes
    const scratch = c + m * n * bytes
    new Uint8Array(arena.memory.buffer, a, (m * k + k * n) * bytes).fill(0)
    const rate = (run) => ((2 * m * n * k) / best(run) / 1e6).toFixed(1)
    const rates = [rate(() => kernels[`${t}_gemm`](a, k, 1, b, n, 1, c, n, m, n, k, 0, scratch))]
    for (const threads of blas ? [1, 2] : []) {
      blas.setThreads(threads)
      rates.push(rate(() => blas.gemm(dtype, false, false, m, n, k, 1, a, k, b, n, 0, c, n)))
    }
    console.log(`${dtype}  ${`${m} x ${k} x ${n}`.padEnd(20)} ${String(m * n * k).padStart(16)}  ${rates.map((text) => text.padStart(8)).join('  ')}`)
    release(arena, block)
  }
process.exit(0)
