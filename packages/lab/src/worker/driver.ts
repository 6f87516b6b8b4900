/** Takes a run to where it is wanted, at full speed or at so many steps a second, with turns for the page's commands in between. */
import type { Timeline } from 'kudari'
import type { Speed } from './protocol.ts'

/** Milliseconds of steps at full speed from one turn for the page's commands to the next. */
const TURN = 12

export interface Goal {
  /** The moment after so many steps. */
  readonly iteration: number
  readonly speed: Speed
  /** Whether the run plays, rather than going to a moment that was named. */
  readonly isPlay: boolean
}

/** A turn for messages that are waiting, without the pause that browsers make of a timer. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * @param onTurn called whenever the run has moved.
 * @param afterEnd where to go when a run has ended before its goal: the moment after so many steps.
 */
export function createDriver(onTurn: () => void, afterEnd: () => number | undefined) {
  let run: Timeline | undefined
  let goal: Goal | undefined
  let isRunning = false

  /** Steps for one turn. */
  function turn(own: Timeline, to: number): void {
    const until = performance.now() + TURN
    let isThere = own.towards(to)
    while (!isThere && performance.now() < until) isThere = own.towards(to)
    if (isThere && own.iteration < to) {
      const next = goal?.isPlay ? afterEnd() : undefined
      goal = next === undefined ? undefined : { iteration: next, speed: 'full', isPlay: false }
    } else if (isThere && to === goal?.iteration) goal = undefined
    onTurn()
  }

  async function go(): Promise<void> {
    if (isRunning) return
    isRunning = true
    let present: Goal | undefined
    let began = { at: 0, iteration: 0 }
    // Both change while others have their turn.
    // oxlint-disable-next-line no-unmodified-loop-condition
    while (goal && run) {
      if (goal !== present) began = { at: performance.now(), iteration: run.iteration }
      present = goal
      if (goal.speed === 'full') {
        turn(run, goal.iteration)
        await breathe()
        continue
      }
      // The first step is made at once, the others when they are due.
      const perStep = 1000 / goal.speed
      const due = began.iteration + 1 + Math.floor((performance.now() - began.at) / perStep)
      if (due > run.iteration) turn(run, Math.min(due, goal.iteration))
      const next = began.at + (run.iteration - began.iteration) * perStep - performance.now()
      await wait(Math.min(Math.max(next, 0), 50))
    }
    isRunning = false
  }

  return {
    get isPlaying(): boolean {
      return goal?.isPlay ?? false
    },
    /** Whether it goes as fast as it can, so that no moment is waited for. */
    get isHurrying(): boolean {
      return goal?.speed === 'full'
    },
    take(taken: Timeline | undefined): void {
      goal = undefined
      run = taken
    },
    drive(wanted: Goal): void {
      goal = wanted
      void go()
    },
    halt(): void {
      goal = undefined
    },
  }
}
