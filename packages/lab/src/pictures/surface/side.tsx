/** What stands beside the loss surface: what can be done with it, the present numbers, the legend, and the caption. */
import { formatNumber } from 'kudari'
import { For, Show, untrack } from 'solid-js'
import { t } from '../../language.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import { Caption } from '../caption.tsx'
import { elementName } from './elements.ts'
import { Legend, captionsOf } from './legend.tsx'
import { surfaceMessages } from './messages.ts'
import type { SurfaceState } from './state.ts'

export interface SideProps {
  readonly surface: SurfaceState
  readonly view: SurfaceView
  readonly isRelief: boolean
  readonly isTurning: boolean
  readonly onTurning: (isTurning: boolean) => void
  readonly isGradientShown: boolean
  readonly onGradientShown: (isShown: boolean) => void
}

const ZOOM = 1.5

export function Side(props: SideProps) {
  const { plan, frame, kind, axes, lowest, box, isCurve, isMovable, moved, loss, isFit, fit, zoomBy } = untrack(() => props.surface)
  const mayMove = !matchMedia('(prefers-reduced-motion: reduce)').matches
  return (
    <div class="surface-side">
      <div class="surface-tools">
        <div class="choices" role="group" aria-label={t(surfaceMessages.name)}>
          <button type="button" title={t(surfaceMessages.farther)} aria-label={t(surfaceMessages.farther)} onClick={() => zoomBy(ZOOM)}>−</button>
          <button type="button" title={t(surfaceMessages.closer)} aria-label={t(surfaceMessages.closer)} onClick={() => zoomBy(1 / ZOOM)}>+</button>
          <button type="button" title={t(surfaceMessages.fitTip)} onClick={fit}>{t(surfaceMessages.fit)}</button>
          <Show when={!isCurve() && !props.isRelief}>
            <button type="button" aria-pressed={props.isGradientShown} onClick={() => props.onGradientShown(!props.isGradientShown)}>{t(surfaceMessages.gradient)}</button>
          </Show>
          <Show when={!isCurve() && props.isRelief && mayMove}>
            <button type="button" aria-pressed={props.isTurning} onClick={() => props.onTurning(!props.isTurning)}>{t(surfaceMessages.turning)}</button>
          </Show>
        </div>
        <p class="surface-reading">
          <Show when={kind() === 'parameters'}>
            <For each={axes()}>{(element, i) => <span>{elementName(plan()!, element)} = <b>{formatNumber((moved() ?? props.view.point)[i()], 5)}</b></span>}</For>
          </Show>
          <span>L = <b>{formatNumber(loss() ?? Number.NaN, 5)}</b></span>
          <Show when={!moved()}><span>|∇L| = <b>{formatNumber(props.view.gradientLength, 4)}</b></span></Show>
        </p>
      </div>
      <Legend view={props.view} isCurve={isCurve()} isRelief={props.isRelief} isGradientShown={props.isGradientShown} hasLowest={lowest() !== undefined} iteration={frame()?.iteration ?? 0} isPlaying={frame()?.isPlaying ?? false} />
      <Caption sentences={captionsOf({ plan: plan()!, view: props.view, kind: kind(), isCurve: isCurve(), isRelief: props.isRelief, isMovable: isMovable(), isFit: isFit(), box: box()! })} />
    </div>
  )
}
