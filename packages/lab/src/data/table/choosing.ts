/** Choosing what is predicted and from what; a choice that cannot be is refused with its reason, and nothing changes. */
import type { Session } from '../../session/session.ts'
import { toggledInputs, withTarget } from './roles.ts'

/** First weights that were given one by one are for as many inputs as there were. */
const openInitial = ({ fit }: Session) => (Array.isArray(fit()?.initial) ? { initial: undefined } : {})

/** Predicts another column. What was chosen for the old one goes where it does not do for the new one. */
export async function chooseTarget(session: Session, target: string): Promise<boolean> {
  const change = withTarget(session.fit() ?? {}, target)
  const source = session.data()
  if (await session.choose({ ...change, ...openInitial(session) })) return true
  if (!source || session.fit() === undefined) return false
  const { features } = change
  const { seed, validation, center, scale } = session.fit()!
  return session.choose({
    ...Object.fromEntries(Object.keys(session.fit()!).map((key) => [key, undefined])),
    target,
    ...(features && { features }),
    ...(seed !== undefined && { seed }),
    ...(validation !== undefined && { validation }),
    ...(center !== undefined && { center }),
    ...(scale && { scale }),
  })
}

/** Takes a column among the inputs, or out of them. */
export function toggleInput(session: Session, name: string): Promise<boolean> {
  const features = toggledInputs(session.table()!.names, session.plan()!.pipeline, name)
  return session.choose({ features, ...openInitial(session) })
}

export const useAllInputs = (session: Session): Promise<boolean> => session.choose({ features: undefined, ...openInitial(session) })
