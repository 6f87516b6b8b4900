/** The Worker's side of the Lab without a page: a setup is opened and played, and what is seen at its end is told. */
import type { Setup } from '../../session/session.ts'
import type { LessonsView } from '../../worker/views/lessons.ts'
import type { Frame } from '../../worker/protocol.ts'
import { hosted } from '../../worker/testing/hosted.ts'
import { noHistory, withPart } from '../../session/history.ts'

export interface Seen extends LessonsView, Pick<Frame, 'end'> {
  readonly loss: Float64Array
  readonly validation: Float64Array | undefined
}

/** @param to plays to the planned end where it is left out, else to a moment. */
export async function drive({ data, fit }: Setup, to?: number): Promise<Seen> {
  let history = noHistory
  const host = hosted((frame) => (history = withPart(history, frame.history)))
  await host.read(data)
  await host.plan(fit)
  await (to === undefined ? host.play() : host.goTo(to))
  const { views: { lessons }, end } = await host.watch({ name: 'lessons', request: { isAtRest: true } })
  if ('problem' in lessons) throw new Error(lessons.problem.text.en)
  const { loss, validation } = history
  return {
    ...(lessons.result as LessonsView), ...(end && { end }),
    loss: loss.values.slice(0, loss.length), validation: validation.loss?.values.slice(0, validation.loss.length),
  }
}
