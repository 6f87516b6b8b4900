/** The table of views: what pictures can ask of a moment, one file each. */
import type { Moment, View } from '../moment.ts'
import { activations } from './activations.ts'
import { firstRow } from './first-row.ts'
import { fit } from './fit.ts'
import { images } from './images.ts'
import { layers } from './layers.ts'
import { lessons } from './lessons.ts'
import { measures } from './measures.ts'
import { predictions } from './predictions.ts'
import { surface } from './surface.ts'
import { weights } from './weights.ts'

export const views = { activations, firstRow, fit, images, layers, lessons, measures, predictions, surface, weights } as const

export type ViewName = keyof typeof views
export type Requested<Name extends ViewName> = (typeof views)[Name] extends View<infer Request, unknown> ? Request : never
export type ViewResult<Name extends ViewName> = (typeof views)[Name] extends View<never, infer Result> ? Result : never

/** What a view sees of a moment; that its request fits its name, the types of the protocol have made sure of. */
export const see = (moment: Moment, { name, request }: { readonly name: ViewName; readonly request: unknown }): ViewResult<ViewName> =>
  (views[name] as View<unknown, ViewResult<ViewName>>)(moment, request)
