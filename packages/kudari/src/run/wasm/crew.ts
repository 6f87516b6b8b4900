/** The crew: threads that help the calling thread with the tiles of a stage. Results do not depend on how many there are. */
import { nodeModule } from '../node-modules.ts'
import { type Arena, allocate, release } from './arena.ts'
import { CONTROL_BYTES, type Order, type StageFunction, follow, words } from './follower.ts'
import { commonKernels, kernelsModule } from './kernels.ts'

/** How often a thread looks for work before it lies down to sleep: about two milliseconds. Waking it takes a good part of one. */
const SPINS = 100_000

interface Follower {
  send(order: Order): void
}

/** Node's threads, or the browser's; undefined where neither can be had, for example under a strict content policy. */
function startFollower(): Follower | undefined {
  const text = follow.toString()
  try {
    const node = nodeModule('node:worker_threads')
    if (node) {
      const source = `const { parentPort } = process.getBuiltinModule('node:worker_threads'); (${text})((take) => parentPort.on('message', take))`
      // Options of this process, such as those that say what its program is, are not the thread's.
      const worker = new node.Worker(source, { eval: true, execArgv: [] })
      // A thread that waits for work must not keep the process alive, and one that fails must not end it: the others do its tiles.
      worker.unref()
      worker.on('error', () => {})
      return { send: (order) => worker.postMessage(order) }
    }
    if (typeof Worker === 'undefined') return undefined
    const source = `(${text})((take) => { self.onmessage = ({ data }) => take(data) })`
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    const worker = new Worker(url)
    URL.revokeObjectURL(url)
    worker.addEventListener('error', (event) => event.preventDefault())
    return { send: (order) => worker.postMessage(order) }
  } catch {
    return undefined
  }
}

const followers: Follower[] = []
let machines = 0

/** Starts threads until there are so many beside the calling one; they stay, asleep when there is nothing to do. */
function gather(arena: Arena, threads: number): readonly Follower[] {
  const kernels = kernelsModule(arena)!
  while (followers.length < threads - 1) {
    const follower = startFollower()
    if (!follower) break
    follower.send({ kind: 'start', memory: arena.memory, kernels, spins: SPINS })
    followers.push(follower)
  }
  return followers.slice(0, threads - 1)
}

/** A page's own thread must not sleep; it spins instead. */
function canSleep(word: Int32Array): boolean {
  try {
    Atomics.wait(word, words.LEAD_WAITS, 1, 0)
    return true
  } catch {
    return false
  }
}

/** A machine that the crew knows. */
export interface Crewed {
  run(steps: number): void
  leave(): void
}

/** Makes a machine known to the crew; undefined where there can be none. */
export function joinCrew({
  arena,
  module,
  stages,
  tiles,
  threads,
  memoryOf,
  importNames,
}: {
  readonly arena: Arena
  readonly module: WebAssembly.Module
  readonly stages: readonly StageFunction[]
  readonly tiles: readonly number[]
  readonly threads: number
  /** Where the memory of each of so many threads begins. */
  readonly memoryOf: (threads: number) => number[]
  readonly importNames: readonly string[]
}): Crewed | undefined {
  const own = gather(arena, threads)
  const block = own.length > 0 ? allocate(arena, CONTROL_BYTES) : undefined
  if (!block) return undefined
  const control = block.address
  const word = new Int32Array(arena.memory.buffer, control, CONTROL_BYTES / 4)
  word.fill(0)
  const machine = ++machines
  for (const follower of own) follower.send({ kind: 'load', machine, module, control, tiles, importNames })
  const kernels = commonKernels(arena)!
  const sleeps = canSleep(word)
  let runs = 0
  let epoch = 0

  /** Opens an epoch with so many tiles to take, and wakes who sleeps. */
  const open = (count: number): void => {
    kernels.open_epoch(control, ++epoch, count)
    if (Atomics.load(word, words.SLEEPERS) > 0) Atomics.notify(word, words.EPOCH)
  }

  /** All tiles of a stage: takes what the others leave, then waits for those that they took. */
  const runStage = (stage: number, step: number, thread: number): void => {
    const count = tiles[stage]
    Atomics.store(word, words.STAGE, stage)
    Atomics.store(word, words.STEP, step)
    Atomics.store(word, words.DONE, 0)
    open(count)
    for (let left = kernels.claim_tile(control); left > 0; left = kernels.claim_tile(control)) {
      stages[stage](count - left, thread, step)
      Atomics.add(word, words.DONE, 1)
    }
    for (let idle = 0, done = Atomics.load(word, words.DONE); done !== count; done = Atomics.load(word, words.DONE))
      if (++idle > SPINS && sleeps) {
        Atomics.store(word, words.LEAD_WAITS, 1)
        Atomics.wait(word, words.DONE, done)
        Atomics.store(word, words.LEAD_WAITS, 0)
        idle = 0
      }
  }

  return {
    run(steps) {
      const run = ++runs
      const [thread, ...others] = memoryOf(own.length + 1)
      Atomics.store(word, words.RUN, run)
      for (const [i, follower] of own.entries()) follower.send({ kind: 'run', machine, run, thread: others[i] })
      try {
        for (let step = 0; step < steps; step++)
          for (const [stage, count] of tiles.entries())
            if (count === 1) stages[stage](0, thread, step)
            else runStage(stage, step, thread)
      } finally {
        Atomics.store(word, words.RUN, 0)
        open(0)
      }
    },
    leave() {
      for (const follower of own) follower.send({ kind: 'drop', machine })
      release(arena, block)
    },
  }
}
