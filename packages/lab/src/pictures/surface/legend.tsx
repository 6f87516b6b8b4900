/** What the marks of the loss surface mean, and what is to be seen in it. */
import { formatNumber } from 'kudari'
import { Show } from 'solid-js'
import { t } from '../../language.ts'
import type { PlanView } from '../../worker/plan-view.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Box } from '../../worker/views/surface/grid.ts'
import { surfaceMessages } from './messages.ts'
import { hasSameScale } from './place.ts'

export interface LegendProps {
  readonly view: SurfaceView
  readonly isCurve: boolean
  readonly isRelief: boolean
  readonly isGradientShown: boolean
  readonly hasLowest: boolean
  readonly iteration: number
  readonly isPlaying: boolean
}

export const Legend = (props: LegendProps) => (
  <ul class="legend">
    <li><i class="key surface-path" />{t(surfaceMessages.walked)}</li>
    <li><i class="key dot surface-path" />{t(surfaceMessages.present)}</li>
    <Show when={!props.isCurve && !props.isRelief}><li><i class="key surface-start" />{t(surfaceMessages.start)}</li></Show>
    <li><i class="surface-arrow" aria-hidden="true">→</i>{t(props.isCurve ? surfaceMessages.next : surfaceMessages.longer)}</li>
    <Show when={!props.isCurve && !props.isRelief && props.hasLowest}><li><i class="surface-cross" aria-hidden="true">+</i>{t(surfaceMessages.lowest)}</li></Show>
    <Show when={!props.isCurve && !props.isRelief && props.isGradientShown}><li><i class="key dashed surface-gradient" />{t(surfaceMessages.gradientKey)}</li></Show>
    <Show when={!props.isCurve}><li><i class="key square surface-low" />{t(surfaceMessages.bluer)}</li></Show>
    <Show when={!props.isPlaying && props.view.iteration !== props.iteration}><li>{t(surfaceMessages.behind, { iteration: props.view.iteration })}</li></Show>
  </ul>
)

export interface Captioned {
  readonly plan: PlanView
  readonly view: SurfaceView
  readonly kind: 'parameters' | 'gradient' | 'path'
  readonly isCurve: boolean
  readonly isRelief: boolean
  readonly isMovable: boolean
  readonly isFit: boolean
  readonly box: Box
}

const isWithin = ([low, high]: readonly [number, number], value: number): boolean => value >= low && value <= high

/** The sentences of the caption. */
export function captionsOf({ plan, view, kind, isCurve, isRelief, isMovable, isFit, box }: Captioned): string[] {
  const { optimizer, clip } = plan.learning
  const isPlain = (optimizer?.type ?? 'gradient-descent') === 'gradient-descent' && !clip
  const isOutside = !isWithin(box.a, view.point[0]) || (!isCurve && !isWithin(box.b, view.point[1]))
  const hasOthers = plan.network.parameters > (isCurve ? 1 : 2)
  return [
    isOutside && isFit ? t(surfaceMessages.outside) : '',
    t(isCurve ? surfaceMessages.explainCurve : surfaceMessages.explain),
    isPlain || isCurve ? '' : t(surfaceMessages.explainOptimizer),
    isMovable && !isRelief ? t(surfaceMessages.drag) : '',
    !isCurve && !isRelief && !hasSameScale(box) ? t(surfaceMessages.unequal) : '',
    kind === 'parameters' && hasOthers ? t(surfaceMessages.held) : '',
    kind === 'gradient' && hasOthers ? t(surfaceMessages.slice) : '',
    view.share !== undefined && hasOthers ? t(surfaceMessages.share, { percent: formatNumber(100 * view.share, 3) }) : '',
    view.isSampled ? t(surfaceMessages.sampled, { rows: view.rows }) : '',
    plan.stepsPerEpoch > 1 ? t(surfaceMessages.batches) : '',
  ].filter((text) => text !== '')
}
