/** Runs the workloads on every peer in turn, checks that their losses agree, and prints medians and ratios. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { makeData } from './data.mjs'
import { limitShare, measureLimits } from './limit-share.mjs'
import { isThere, peerNames, runPeer, serves } from './peers.mjs'
import { workloads } from './workloads.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    peers: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    json: { type: 'string' },
    browser: { type: 'boolean', default: false },
  },
})

/** The names asked for; one that is not known ends the run. */
function chosen(option, known) {
  const names = values[option]?.split(',') ?? known
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  console.error(`--${option}: '${unknown}' is not one of ${known.join(', ')}`)
  process.exit(2)
}

const rounds = Number(values.rounds)
if (!(rounds >= 1)) {
  console.error(`--rounds: '${values.rounds}' is not a number from 1 on`)
  process.exit(2)
}
if (values.browser) {
  const { measureInBrowser } = await import('./browser.mjs')
  process.exit(await measureInBrowser())
}
const names = chosen('only', Object.keys(workloads))
const present = chosen('peers', peerNames).filter((peer) => {
  const missing = isThere(peer)
  if (missing !== undefined) console.log(`left out: ${peer} (${missing})`)
  return missing === undefined
})

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
/** float32 sums in another order, over hundreds of steps. */
const AGREES = 2e-3
const isFar = (a, b) => Math.abs(a - b) > AGREES * Math.max(Math.abs(b), 0.01)

const limits = measureLimits()
console.log(
  `${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}; medians of ${rounds} rounds in ms\n` +
    `limits: memory ${limits.gigabytesPerSecond.toFixed(1)} GB/s on all threads, float32 ${limits.gigaflopsPerThread.toFixed(1)} GFLOP/s a thread`,
)
const results = {}
for (const name of names) {
  const workload = workloads[name]
  const taking = present.filter((peer) => serves(peer, name))
  if (taking.length === 0) continue
  makeData(workload)
  const ms = Object.fromEntries(taking.map((peer) => [peer, []]))
  const loss = {}
  for (let round = 0; round < (workload.rounds ?? rounds); round++)
    for (const peer of taking) {
      const printed = await runPeer(peer, name)
      ms[peer].push(...printed.ms)
      loss[peer] = printed.loss
    }
  const reference = taking.find((peer) => peer.startsWith('kudari'))
  const own = reference && median(ms[reference])
  results[name] = Object.fromEntries(
    taking.map((peer) => [peer, { ms: median(ms[peer]), ...(loss[peer] !== undefined && { loss: loss[peer] }) }]),
  )
  console.log(`\n${name}  ${workload.what}`)
  for (const peer of taking) {
    const time = median(ms[peer])
    const share = limitShare(workload, time, limits)
    const columns = [
      peer.padEnd(12),
      time.toFixed(3).padStart(11),
      loss[peer] === undefined ? '' : `loss ${loss[peer].toPrecision(7)}`,
      own === undefined || peer === reference ? '' : `${reference} / ${peer} = ${(own / time).toPrecision(3)}`,
      share === undefined ? '' : `${(share * 100).toFixed(0)} % of the limit`,
      workload.kind === 'predict' ? `${(workload.rows / time / 1e3).toFixed(2)} million rows/s` : '',
    ]
    console.log(`  ${columns.filter((column) => column !== '').join('  ')}`)
    if (workload.kind === 'predict') results[name][peer].rowsPerSecond = (workload.rows / time) * 1e3
  }
  const [first, ...others] = Object.entries(loss).filter(([, value]) => value !== undefined)
  for (const [peer, value] of others)
    if (isFar(value, first[1])) {
      console.error(`${name}: the losses of ${first[0]} and ${peer} do not agree (${first[1]}, ${value}); their times compare different things`)
      process.exitCode = 1
    }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: { cpu: cpus()[0].model, cores: cpus().length, node: process.versions.node, ...limits }, workloads: results }, null, 2)}\n`)
