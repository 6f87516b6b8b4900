/** What a picture of the fit shows, in words. */
import { lossOf } from 'kudari'
import { t } from '../../language.ts'
import { shortened } from '../../model/diagram/layout.ts'
import type { FitView, Held } from '../../worker/views/fit.ts'
import { MOST_CATEGORIES } from './categories.ts'
import { showsErrors } from './curve.ts'
import { isLinear } from './line.ts'
import { fitMessages } from './messages.ts'
import { type Fitted, classNames, valueText } from './scene.ts'

/** How long their names may be. */
const LETTERS = 40

/** So many inputs that are held are named. */
const MOST_HELD = 4

function heldText(held: readonly Held[]): string {
  const named = held.slice(0, MOST_HELD).map(({ column, kind, value }) =>
    t(kind === 'category' ? fitMessages.heldFrequent : fitMessages.heldMean, { column: shortened(column, LETTERS), value: valueText(kind, value) }))
  return t(fitMessages.held, { list: named.join(', '), more: held.length - named.length })
}

function wrongText({ view: { train, validation } }: Fitted): string {
  let [wrong, rows] = [0, 0]
  for (const points of [train, validation])
    for (const [row, truth] of points?.truth.entries() ?? []) {
      rows++
      if (points!.predicted[row] !== truth) wrong++
    }
  return t(fitMessages.wrong, { wrong, rows })
}

function errorsText({ plan }: Fitted): string {
  const { name } = lossOf(plan.specification.loss)
  return name in fitMessages.errors ? t(fitMessages.errors[name as keyof typeof fitMessages.errors]) : ''
}

/** What the picture is, without what the moment brings. */
export function aboutFit({ view, plan }: Fitted): string {
  const { axes, values } = view
  const { target } = plan.pipeline
  const [{ column: input, kind }] = axes
  const isRegression = target.task === 'regression'
  if (axes.length === 2) return isRegression ? t(fitMessages.plane, { target: target.column }) : t(fitMessages.regions)
  if (kind === 'category') return isRegression ? t(fitMessages.strips, { input, target: target.column }) : t(fitMessages.shares, { input })
  if (isRegression) return t(fitMessages.curve, { input, target: target.column, isLine: isLinear(plan.specification) })
  return values.length === 1 ? t(fitMessages.probabilityOfTwo, { input, class: classNames(plan)[1] }) : t(fitMessages.probabilityOfMany, { input })
}

/** Whether nothing of a curve can be seen. */
export const isOutside = ({ axes, values: [curve], range }: FitView): boolean =>
  range !== undefined && axes.length === 1 && !curve.some((value) => value >= range[0] && value <= range[1])

/** All sentences below the picture. */
export function captionOf(fitted: Fitted, hasSquares: boolean): readonly string[] {
  const { view: { axes: [axis], held }, plan: { pipeline } } = fitted
  const isRegression = pipeline.target.task === 'regression'
  const categories = axis.kind === 'category' ? axis.categories.length : 0
  return [
    aboutFit(fitted),
    ...(isOutside(fitted.view) ? [t(fitMessages.outside)] : []),
    ...(isRegression && showsErrors(fitted) ? [errorsText(fitted)] : []),
    ...(hasSquares ? [t(fitMessages.squaresAbout)] : []),
    ...(!isRegression && categories === 0 ? [wrongText(fitted)] : []),
    ...(categories > MOST_CATEGORIES ? [t(fitMessages.firstCategories, { shown: MOST_CATEGORIES, all: categories })] : []),
    ...(held.length > 0 ? [heldText(held)] : []),
  ].filter((sentence) => sentence !== '')
}
