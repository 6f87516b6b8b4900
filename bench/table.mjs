/** The results of a benchmark as Markdown: `node bench/table.mjs FILE` reads what `npm run bench -- --json FILE` wrote. */
import { readFileSync } from 'node:fs'
import { workloads } from './workloads.mjs'

const { machine, workloads: results } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const columns = ['kudari', 'kudari-wasm', 'kudari-blas', 'numpy', 'pytorch', 'jax', 'sklearn', 'jax-js', 'tfjs-wasm', 'tfjs-cpu']
const cell = (entry) => (entry === undefined ? '' : entry.ms >= 100 ? Math.round(entry.ms).toLocaleString('en') : entry.ms.toPrecision(3))
console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; memory ${machine.gigabytesPerSecond.toFixed(0)} GB/s, float32 ${machine.gigaflopsPerThread.toFixed(0)} GFLOP/s a thread\n`)
console.log(`| workload | ${columns.join(' | ')} |\n| --- |${columns.map(() => ' ---: |').join('')}`)
for (const [name, peers] of Object.entries(results))
  console.log(`| ${name} ${workloads[name].what} | ${columns.map((peer) => cell(peers[peer])).join(' | ')} |`)
