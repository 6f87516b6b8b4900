/** A view that is watched while its picture is on the screen; what was seen last stays when it is scrolled away. */
import { type Accessor, type Setter, createMemo, createSignal } from 'solid-js'
import { useSession } from '../../session/session.ts'
import type { PlanView } from '../../worker/plan-view.ts'
import type { Problem } from '../../worker/problem.ts'
import type { Requested, ViewName, ViewResult } from '../../worker/views/views.ts'
import { createVisible } from './visible.ts'

export interface Look<Name extends ViewName> {
  /** Takes the element whose place on the screen counts. */
  readonly setPlace: Setter<HTMLElement | undefined>
  readonly view: Accessor<ViewResult<Name> | undefined>
  readonly problem: Accessor<Problem | undefined>
}

type Last<Name extends ViewName> = { readonly plan: PlanView | undefined; readonly result?: ViewResult<Name>; readonly problem?: Problem }

/** @param request tracked; it must stay the same as long as nothing else is wanted. */
export function createLook<Name extends ViewName>(name: Name, request: Accessor<Requested<Name>>): Look<Name> {
  const { plan, watch } = useSession()
  const [place, setPlace] = createSignal<HTMLElement>()
  const isVisible = createVisible(place)
  const seen = watch(name, () => (isVisible() ? request() : null))
  const last = createMemo<Last<Name>>((before) => {
    const [now, own] = [seen(), plan()]
    if (now) return { plan: own, ...now }
    return before.plan === own ? before : { plan: own }
  }, { plan: undefined })
  return { setPlace, view: () => last().result, problem: () => last().problem }
}
