/** What the axes of the loss surface are called, and the picture as a whole. */
import { formatNumber } from 'kudari'
import { t } from '../../language.ts'
import { elementName, elementTitle } from './elements.ts'
import { extentOf } from './levels.ts'
import { surfaceMessages } from './messages.ts'
import { upright } from './relief.ts'
import type { SurfaceState } from './state.ts'

/** The names in full; of a curve the second is empty. */
export function namesOf({ kind, axes, plan }: SurfaceState): readonly [across: string, up: string] {
  const now = kind()
  if (now === 'gradient') return [t(surfaceMessages.alongGradient), t(surfaceMessages.random)]
  if (now === 'path') return [t(surfaceMessages.firstOfPath), t(surfaceMessages.secondOfPath)]
  const [first, second] = axes()!
  return [elementTitle(plan()!, first), second ? elementTitle(plan()!, second) : '']
}

/** The names in a word, and what is upright: there is little room in space. */
export function reliefNamesOf({ kind, axes, plan, grid }: SurfaceState): readonly [across: string, along: string, up: string] {
  const short = { gradient: [surfaceMessages.shortGradient, surfaceMessages.shortRandom], path: [surfaceMessages.shortFirst, surfaceMessages.shortSecond] } as const
  const now = kind()
  const [first, second = ''] = now === 'parameters' ? axes()!.map((element) => elementName(plan()!, element)) : short[now].map((message) => t(message))
  const { isLogarithmic } = upright(...extentOf(grid()!.heights))
  return [first, second, t(isLogarithmic ? surfaceMessages.lossLogarithmic : surfaceMessages.loss)]
}

/** What there is to be seen, in a sentence. */
export function labelOf(state: SurfaceState, isRelief: boolean): string {
  const [a, b] = namesOf(state)
  const values = { a, b, loss: formatNumber(state.drawn()!.view.loss, 4) }
  if (state.isCurve()) return t(surfaceMessages.aboutCurve, values)
  return t(isRelief ? surfaceMessages.aboutRelief : surfaceMessages.about, values)
}
