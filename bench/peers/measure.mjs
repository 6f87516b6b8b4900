/** How a peer in JavaScript is measured: it warms up once, repeats, and prints milliseconds and its last result as JSON. */
import { workloads } from '../workloads.mjs'

export const talkRows = [[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]]

/** The batches of a network's steps, epoch after epoch in the order of the rows: [first row, rows]. */
export const batchesOf = ({ rows, batch, steps }) =>
  Array.from({ length: steps }, (_, step) => {
    const first = (step % Math.ceil(rows / batch)) * batch
    return [first, Math.min(batch, rows - first)]
  })

/** Runs `prepare(workload)`, then what it gives: a function of a whole run, which gives the final loss (or a checksum). */
export async function measure(prepare) {
  const name = process.argv[2]
  const workload = workloads[name]
  const run = await prepare(workload)
  const begin = performance.now()
  let loss = await run()
  const first = performance.now() - begin
  const ms = []
  // What takes many seconds is not repeated for minutes.
  const repeats = first > 20_000 ? 1 : first > 4_000 ? 2 : workload.repeats
  for (let i = 0; i < repeats; i++) {
    const start = performance.now()
    loss = await run()
    ms.push(performance.now() - start)
  }
  console.log(JSON.stringify({ ms, loss }))
  process.exit(0)
}
