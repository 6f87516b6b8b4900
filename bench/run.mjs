/** Runs the workloads on every peer in turn, checks that their losses agree, and prints medians and ratios. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeData } from './data.mjs'
import { workloads } from './workloads.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const python = process.env.KUDARI_PYTHON || 'python3'

/** How to start each peer, and how to find out whether it is there. */
const peers = {
  kudari: { start: (name) => [process.execPath, [here('peers/kudari.mjs'), name]], needs: undefined },
  numpy: {
    start: (name) => [python, [here('peers/numpy_peer.py'), name, JSON.stringify(workloads[name]), here('data')]],
    needs: [python, ['-c', 'import numpy']],
  },
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, peers: { type: 'string' }, rounds: { type: 'string', default: '2' }, json: { type: 'string' } },
})
/** The names asked for; one that is not known ends the run. */
function chosen(option, known) {
  const names = values[option]?.split(',') ?? known
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  console.error(`--${option}: '${unknown}' is not one of ${known.join(', ')}`)
  process.exit(2)
}
const names = chosen('only', Object.keys(workloads))
const wanted = chosen('peers', Object.keys(peers))
const rounds = Number(values.rounds)

const isThere = ({ needs }) => {
  try {
    if (needs) execFileSync(...needs, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const present = wanted.filter((peer) => isThere(peers[peer]))
for (const peer of wanted) if (!present.includes(peer)) console.log(`left out: ${peer} is not installed`)

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
/** float32 sums in another order, over hundreds of steps. */
const AGREES = 2e-3

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}; medians in ms`)
const results = {}
for (const name of names) {
  makeData(name, workloads[name])
  const ms = Object.fromEntries(present.map((peer) => [peer, []]))
  const loss = {}
  for (let round = 0; round < rounds; round++)
    for (const peer of present) {
      const printed = JSON.parse(execFileSync(...peers[peer].start(name), { encoding: 'utf8', env: { ...process.env, OPENBLAS_NUM_THREADS: '2' } }))
      ms[peer].push(...printed.ms)
      loss[peer] = printed.loss
    }
  const own = ms.kudari && median(ms.kudari)
  results[name] = Object.fromEntries(present.map((peer) => [peer, { ms: median(ms[peer]), loss: loss[peer] }]))
  console.log(`\n${name}  ${workloads[name].what}`)
  for (const peer of present) {
    const time = median(ms[peer])
    const ratio = own === undefined || peer === 'kudari' ? '' : `  kudari / ${peer} = ${(own / time).toFixed(3)}`
    console.log(`  ${peer.padEnd(8)} ${time.toFixed(3).padStart(10)}  loss ${loss[peer].toPrecision(7)}${ratio}`)
  }
  const [first, ...others] = Object.values(loss)
  if (others.some((other) => Math.abs(other - first) > AGREES * Math.max(Math.abs(first), 0.01))) {
    console.error(`${name}: the losses do not agree; the times above compare different things`)
    process.exitCode = 1
  }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ workloads: results }, null, 2)}\n`)
