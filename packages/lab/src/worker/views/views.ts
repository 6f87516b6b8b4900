/** The table of views: what pictures can ask of a moment, one file each. */
import type { Moment, View } from '../moment.ts'
import { lessons } from './lessons.ts'
import { measures } from './measures.ts'

export const views = { lessons, measures } as const

export type ViewName = keyof typeof views
export type Requested<Name extends ViewName> = (typeof views)[Name] extends View<infer Request, unknown> ? Request : never
export type ViewResult<Name extends ViewName> = (typeof views)[Name] extends View<never, infer Result> ? Result : never

/** What a view sees of a moment; that its request fits its name, the types of the protocol have made sure of. */
export const see = (moment: Moment, { name, request }: { readonly name: ViewName; readonly request: unknown }): ViewResult<ViewName> =>
  (views[name] as View<unknown, ViewResult<ViewName>>)(moment, request)
