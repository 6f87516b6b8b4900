/** Runs the workloads on every peer in turn, checks that their losses agree, and prints medians and ratios. */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { makeData } from './data.mjs'
import { limitShare, measureLimits } from './limit-share.mjs'
import { isThere, peerNames, runPeer, serves, skipped, variantsOf } from './peers.mjs'
import { workloads } from './workloads.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    peers: { type: 'string' },
    rounds: { type: 'string', default: '2' },
    json: { type: 'string' },
    browser: { type: 'boolean', default: false },
    lab: { type: 'boolean', default: false },
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
if (values.lab) {
  const { measureLab } = await import('./lab.mjs')
  process.exit(await measureLab(rounds, values.only?.split(',')))
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
const isFar = (a, b, agrees = AGREES) => Math.abs(a - b) > agrees * Math.max(Math.abs(b), 0.01)

const [busy] = loadavg()
if (busy > 0.7) console.log(`warning: the machine is busy (load ${busy.toFixed(1)}); the times below include what else it does`)
const limits = measureLimits()
console.log(
  `${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}; medians of ${rounds} rounds in ms\n` +
    `limits on all threads: memory ${limits.gigabytesPerSecond.toFixed(1)} GB/s, float32 ${limits.gigaflops.toFixed(0)} GFLOP/s by ${limits.by}; our own product ${limits.gigaflopsPerThread.toFixed(1)} a thread`,
)

/** What a peer leaves behind, such as processes of its compiler, ends before the next one begins. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1500))

/** Runs a workload on every peer, round after round, there and back; what is fastest in the first round goes on, and counts. */
async function measureAll(name, taking, rounds) {
  const measured = new Map()
  for (let round = 0; round < rounds; round++)
    for (const peer of round % 2 === 0 ? taking : taking.toReversed()) {
      const before = measured.get(peer)
      const ways = before ? [before.variant] : variantsOf(peer, name)
      let fastest
      for (const variant of ways) {
        const printed = await runPeer(peer, name, variant)
        await settled()
        if (printed === undefined) console.log(`${name}: ${peer}${variant.name ? ` (${variant.name})` : ''} does not run`)
        else if (!fastest || median(printed.ms) < median(fastest.ms)) fastest = { variant, ...printed }
      }
      if (fastest) measured.set(peer, { ...fastest, ms: [...(before?.ms ?? []), ...fastest.ms] })
    }
  return measured
}

const results = {}
for (const name of names) {
  const workload = workloads[name]
  const serving = present.filter((peer) => serves(peer, name))
  for (const peer of serving.filter((peer) => skipped(peer, name))) console.log(`${name}: without ${peer} (${skipped(peer, name)})`)
  const asked = serving.filter((peer) => !skipped(peer, name))
  if (asked.length === 0) continue
  makeData(workload)
  const measured = await measureAll(name, asked, Math.max(rounds, workload.rounds ?? 0))
  const taking = asked.filter((peer) => measured.has(peer))
  const ms = Object.fromEntries(taking.map((peer) => [peer, measured.get(peer).ms]))
  const loss = Object.fromEntries(taking.map((peer) => [peer, measured.get(peer).loss]))
  const reference = taking.find((peer) => peer.startsWith('kudari'))
  const own = reference && median(ms[reference])
  results[name] = Object.fromEntries(
    taking.map((peer) => {
      const { variant } = measured.get(peer)
      return [peer, { ms: median(ms[peer]), ...(variant.name && { variant: variant.name }), ...(loss[peer] !== undefined && { loss: loss[peer] }) }]
    }),
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
      measured.get(peer).variant.name ?? '',
    ]
    console.log(`  ${columns.filter((column) => column !== '').join('  ')}`)
    if (workload.kind === 'predict') results[name][peer].rowsPerSecond = (workload.rows / time) * 1e3
  }
  const [first, ...others] = Object.entries(loss).filter(([, value]) => value !== undefined)
  for (const [peer, value] of others)
    if (isFar(value, first[1], workload.agrees)) {
      console.error(`${name}: the losses of ${first[0]} and ${peer} do not agree (${first[1]}, ${value}); their times compare different things`)
      process.exitCode = 1
    }
}
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: { cpu: cpus()[0].model, cores: cpus().length, node: process.versions.node, ...limits }, workloads: results }, null, 2)}\n`)
