/** The results of a benchmark as Markdown: `node bench/table.mjs FILE` reads what `npm run bench -- --json FILE` wrote. */
import { readFileSync } from 'node:fs'
import { workloads } from './workloads.mjs'

const { machine, workloads: results } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const columns = ['kudari', 'kudari-wasm', 'kudari-blas', 'numpy', 'pytorch', 'jax', 'sklearn', 'jax-js', 'tfjs-wasm', 'tfjs-cpu']
const cell = (entry) => {
  if (entry === undefined) return ''
  const time = entry.ms >= 100 ? Math.round(entry.ms).toLocaleString('en') : entry.ms.toPrecision(3)
  const mark = [entry.variant?.includes('compile') && 'c', entry.variant?.includes('1 thread') && '1'].filter(Boolean).join('')
  return mark ? `${time}<sup>${mark}</sup>` : time
}
console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; memory ${machine.gigabytesPerSecond.toFixed(0)} GB/s, float32 ${machine.gigaflops.toFixed(0)} GFLOP/s by ${machine.by}, ${machine.gigaflopsPerThread.toFixed(0)} a thread by our own product\n`)
console.log(`| workload | ${columns.join(' | ')} |\n| --- |${columns.map(() => ' ---: |').join('')}`)
for (const [name, peers] of Object.entries(results))
  console.log(`| ${name} ${workloads[name].what} | ${columns.map((peer) => cell(peers[peer])).join(' | ')} |`)
