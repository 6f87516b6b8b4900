/** What a thread of the crew does: it waits for machines and runs, and takes tiles until none are left. */

/** Words of a machine's control block. The ticket is one number of 64 bits: an epoch above, and below it how many tiles are left. */
export const words = { TICKET: 0, EPOCH: 1, STAGE: 2, STEP: 3, DONE: 4, RUN: 5, SLEEPERS: 6, LEAD_WAITS: 7 } as const
export const CONTROL_BYTES = 64

/** A stage of a machine: the number of a tile, the address of the thread's memory, the number of the step. */
export type StageFunction = (tile: number, thread: number, step: number) => void

/** A machine, as a follower gets to know it. */
export interface Loading {
  readonly kind: 'load'
  readonly machine: number
  readonly module: WebAssembly.Module
  readonly control: number
  readonly tiles: readonly number[]
  readonly importNames: readonly string[]
}

export type Order =
  | { readonly kind: 'start'; readonly memory: WebAssembly.Memory; readonly kernels: WebAssembly.Module; readonly spins: number }
  | Loading
  | { readonly kind: 'run'; readonly machine: number; readonly run: number; readonly thread: number }
  | { readonly kind: 'drop'; readonly machine: number }

/**
 * The whole program of a follower. It must not use anything from outside of itself: its text is what the thread runs, so
 * that no file has to be found at run time, in whatever way the library is bundled.
 *
 * @param on calls back with every order.
 */
export function follow(on: (take: (order: Order) => void) => void): void {
  interface Known {
    readonly loading: Loading
    readonly stages: readonly StageFunction[]
  }
  const [EPOCH, STAGE, STEP, DONE, RUN, SLEEPERS, LEAD_WAITS] = [1, 2, 3, 4, 5, 6, 7]
  const machines = new Map<number, Known>()
  let memory: WebAssembly.Memory
  let kernels: Record<string, (control: number) => number>
  let spins = 0

  const load = (loading: Loading): void => {
    const env: Record<string, unknown> = { memory, host: () => undefined }
    for (const name of loading.importNames) env[name] = kernels[name]
    const { exports } = new WebAssembly.Instance(loading.module, { env } as WebAssembly.Imports)
    const stages = loading.tiles.map((_, i) => exports[`stage${i}`] as Known['stages'][number])
    machines.set(loading.machine, { loading, stages })
  }

  const run = (machine: number, number: number, thread: number): void => {
    const known = machines.get(machine)
    if (!known) return
    const { loading, stages } = known
    const { control, tiles } = loading
    const word = new Int32Array(memory.buffer, control, 16)
    for (let idle = 0; Atomics.load(word, RUN) === number; ) {
      const left = kernels.claim_tile(control)
      if (left > 0) {
        // A claimed tile is not done yet, so the stage cannot end: these two words stand.
        const stage = Atomics.load(word, STAGE)
        stages[stage](tiles[stage] - left, thread, Atomics.load(word, STEP))
        if (Atomics.add(word, DONE, 1) + 1 === tiles[stage] && Atomics.load(word, LEAD_WAITS) !== 0) Atomics.notify(word, DONE)
        idle = 0
      } else if (++idle > spins) {
        const epoch = Atomics.load(word, EPOCH)
        Atomics.add(word, SLEEPERS, 1)
        // Only if nothing was opened since; a run that ends opens an epoch too.
        if (Atomics.load(word, 0) === 0 && Atomics.load(word, RUN) === number) Atomics.wait(word, EPOCH, epoch)
        Atomics.sub(word, SLEEPERS, 1)
        idle = 0
      }
    }
  }

  on((order) => {
    if (order.kind === 'start') {
      ;({ memory, spins } = order)
      const { exports } = new WebAssembly.Instance(order.kernels, { env: { memory } })
      kernels = exports as unknown as typeof kernels
    } else if (order.kind === 'load') load(order)
    else if (order.kind === 'run') run(order.machine, order.run, order.thread)
    else machines.delete(order.machine)
  })
}
