/** The Worker's side of the Lab without a page: a setup is opened and played, and what is seen at its end is told. */
import type { Setup } from '../../session/session.ts'
import { createHost } from '../../worker/host.ts'
import type { LessonsView } from '../../worker/views/lessons.ts'
import type { Command, Frame, Notice } from '../../worker/protocol.ts'
import { noHistory, withPart } from '../../session/history.ts'

export interface Seen extends LessonsView, Pick<Frame, 'end'> {
  readonly loss: Float64Array
  readonly validation: Float64Array | undefined
}

/** @param to plays to the planned end where it is left out, else to a moment. */
export async function drive({ data, fit }: Setup, to?: number): Promise<Seen> {
  const notices = new Map<string, (notice: Notice) => void>()
  let history = noHistory
  const host = createHost((notice) => {
    if (notice.type === 'frame') history = withPart(history, notice.frame.history)
    if (notice.type !== 'begun') notices.get(notice.type === 'frame' ? 'frame' : `${notice.id}`)?.(notice)
  })
  let last = 0
  const ask = (command: { readonly type: 'read'; readonly data: Setup['data'] } | { readonly type: 'plan'; readonly fit: Setup['fit'] }): Promise<void> =>
    new Promise((resolve, reject) => {
      const id = ++last
      notices.set(`${id}`, (notice) => (notice.type === 'refused' ? reject(new Error(notice.problem.text.en)) : resolve()))
      // As on the way to a Worker; files are left out, which Node cannot clone.
      host.obey({ ...(command.type === 'plan' ? structuredClone(command) : command), id } as Command)
    })
  await ask({ type: 'read', data })
  await ask({ type: 'plan', fit })
  const isThere = ({ isPlaying, iteration }: Frame): boolean => (to === undefined ? !isPlaying && iteration > 0 : iteration === to)
  await new Promise<void>((resolve) => {
    notices.set('frame', (notice) => {
      if (notice.type === 'frame' && isThere(notice.frame)) resolve()
      setTimeout(() => host.obey({ type: 'drawn' }))
    })
    host.obey(to === undefined ? { type: 'play', speed: 'full' } : { type: 'seek', iteration: to })
    host.obey({ type: 'drawn' })
  })
  return new Promise((resolve, reject) => {
    notices.set('frame', (notice) => {
      if (notice.type !== 'frame' || !notice.frame.views.lessons) return
      const { views: { lessons }, end } = notice.frame
      if ('problem' in lessons) return reject(new Error(lessons.problem.text.en))
      const { loss, validation } = history
      resolve({
        ...structuredClone(lessons.result as LessonsView), ...(end && { end }),
        loss: loss.values.slice(0, loss.length), validation: validation.loss?.values.slice(0, validation.loss.length),
      })
    })
    host.obey({ type: 'watch', watches: { lessons: { name: 'lessons', request: { isAtRest: true } } } })
    host.obey({ type: 'drawn' })
  })
}
