/** A line that is dragged: shown in the place of the model's, with the loss it would have, until the run begins from it. */
import { createMemo, createSignal } from 'solid-js'
import type { Session } from '../../session/session.ts'
import { type Line, parametersOf } from './line.ts'

/** So many digits of a parameter are kept: no eye sees more, and links stay short. */
const DIGITS = 9

export function createDragging({ plan, frame, pause, ask, choose }: Session) {
  const [line, setLine] = createSignal<Line>()
  const [loss, setLoss] = createSignal<number>()
  let isAsking = false

  /** Where the run would begin. */
  const parameters = createMemo(() => {
    const [dragged, settled] = [line(), plan()]
    return dragged && settled && parametersOf(settled.pipeline, dragged).map((value) => Number(value.toPrecision(DIGITS)))
  })

  /** Asks for the loss of the line as it is now; of several lines while the Worker is busy, for that of the last one. */
  async function askLoss(): Promise<void> {
    if (isAsking) return
    isAsking = true
    for (let wanted = parameters(); wanted; wanted = parameters()) {
      const found = await ask('lossAt', wanted)
      if (line()) setLoss(found)
      if (parameters() === wanted) break
    }
    isAsking = false
  }

  function cancel(): void {
    setLine(undefined)
    setLoss(undefined)
  }

  return {
    line, loss, parameters, cancel,
    drag(to: Line): void {
      if (frame()?.isPlaying) pause()
      setLine(to)
      void askLoss()
    },
    /** Begins the run from the line; it stays until the model has come to it. */
    async release(): Promise<void> {
      const initial = parameters()
      if (initial && !(await choose({ initial }))) cancel()
    },
  }
}
