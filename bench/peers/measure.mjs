/** How a peer in JavaScript is measured: it warms up once, repeats, and prints milliseconds and its last result as JSON. */
import { workloads } from '../workloads.mjs'

export const talkRows = [[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]]

/** Milliseconds after which no further repetition begins. */
const LONGEST = 8_000

/** Runs `prepare(workload)`, then what it gives: a function of a whole run, which gives the final loss (or a checksum). */
export async function measure(prepare) {
  const name = process.argv[2]
  const workload = workloads[name]
  const run = await prepare(workload)
  const begin = performance.now()
  let loss = await run()
  const ms = []
  // What takes many seconds is not repeated for minutes.
  for (let i = 0; i < workload.repeats && (i === 0 || performance.now() - begin < LONGEST); i++) {
    const start = performance.now()
    loss = await run()
    ms.push(performance.now() - start)
  }
  console.log(JSON.stringify({ ms, loss }))
  process.exit(0)
}
