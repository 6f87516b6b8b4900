/** A host without a Worker around it: commands in, answers out, as the page has them. */
import type { FitOptions } from 'kudari'
import type { AnswerName, Answers, Asked } from '../answers/answers.ts'
import type { DataSource } from '../data-source.ts'
import { createHost } from '../host.ts'
import { plainFit } from '../plain-fit.ts'
import type { PlanView } from '../plan-view.ts'
import type { Command, Frame, Notice, Watch } from '../protocol.ts'
import type { TableView } from '../table-view.ts'

/** @param onFrame is told of every frame. */
export function hosted(onFrame: (frame: Frame) => void = () => {}) {
  const waiting = new Map<number, (notice: Notice) => void>()
  let id = 0
  let frame: Frame | undefined
  const host = createHost((notice) => {
    // As between a page and its Worker: plain data only.
    const told = structuredClone(notice)
    if (told.type === 'frame') {
      frame = told.frame
      onFrame(frame)
      setTimeout(() => host.obey({ type: 'drawn' }))
    } else if (told.type !== 'begun') waiting.get(told.id)!(told)
  })
  const ask = <Answer>(command: (id: number) => Command): Promise<Answer> =>
    new Promise((resolve, reject) => {
      id++
      waiting.set(id, (notice) => (notice.type === 'answer' ? resolve(notice.value as Answer) : reject(new Error(notice.type === 'refused' ? notice.problem.text.en : ''))))
      host.obey(command(id))
    })
  /** Waits for a frame of a kind; they come while others have their turn. */
  async function seen(isWanted: (frame: Frame) => boolean): Promise<Frame> {
    // oxlint-disable-next-line no-unmodified-loop-condition
    while (!frame || !isWanted(frame)) await new Promise((resolve) => setTimeout(resolve, 5))
    return frame
  }
  return {
    read: (data: DataSource): Promise<TableView> => ask((own) => ({ type: 'read', id: own, data })),
    async plan(fit: FitOptions): Promise<PlanView> {
      const planned = await ask<PlanView>((own) => ({ type: 'plan', id: own, fit: plainFit(fit) }))
      // What was seen before was another run.
      frame = undefined
      return planned
    },
    ask: <Name extends AnswerName>(name: Name, request: Asked<Name>): Promise<Answers[Name]> =>
      ask((own) => ({ type: 'ask', id: own, question: { name, request } as never })),
    /** To a moment, or the end of the run where that comes before. */
    goTo(iteration: number): Promise<Frame> {
      host.obey({ type: 'seek', iteration })
      return seen((now) => now.iteration === iteration || now.end !== undefined)
    },
    /** Plays to the end of the run. */
    play(): Promise<Frame> {
      host.obey({ type: 'play', speed: 'full' })
      return seen(({ isPlaying, iteration }) => !isPlaying && iteration > 0)
    },
    /** The present moment with a view of it. */
    watch(watch: Watch): Promise<Frame> {
      host.obey({ type: 'watch', watches: { [watch.name]: watch } })
      return seen(({ views }) => views[watch.name] !== undefined)
    },
  }
}
