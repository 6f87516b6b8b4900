/** Choosing what is predicted and from what; a choice that cannot be is refused with its reason, and nothing changes. */
import type { FitOptions } from 'kudari'
import type { Session } from '../../session/session.ts'
import { toggledInputs, withTarget } from './roles.ts'

/** First weights that were given one by one are for as many inputs as there were. */
const openInitial = ({ fit }: Session) => (Array.isArray(fit()?.initial) ? { initial: undefined } : {})

/** What is chosen of the rows and not of the target. */
const ofRows = ({ seed, validation, center, scale }: FitOptions) => ({ seed, validation, center, scale })

/** Predicts another column. */
export async function chooseTarget(session: Session, target: string): Promise<boolean> {
  const before = session.fit()
  const change = { ...withTarget(before ?? {}, target), ...openInitial(session) }
  if (await session.choose(change)) return true
  if (!before) return false
  // It may be the task, the model or the loss of the old target that does not do for this one.
  const cleared = Object.fromEntries(Object.keys(before).map((key) => [key, undefined]))
  return session.choose({ ...cleared, ...ofRows(before), ...change })
}

/** Takes a column among the inputs, or out of them. */
export function toggleInput(session: Session, name: string): Promise<boolean> {
  const features = toggledInputs(session.table()!.names, session.plan()!.pipeline, name)
  return session.choose({ features, ...openInitial(session) })
}

export const useAllInputs = (session: Session): Promise<boolean> => session.choose({ features: undefined, ...openInitial(session) })
