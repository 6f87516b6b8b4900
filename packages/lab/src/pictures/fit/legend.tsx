/** What the marks of a picture of the fit stand for. */
import { formatNumber } from 'kudari'
import { For, Match, Show, Switch } from 'solid-js'
import { CLASS_COLORS, classCharacter } from '@kudari/report'
import { t } from '../../language.ts'
import { showsErrors } from './curve.ts'
import { fitMessages } from './messages.ts'
import { rampOf } from './plane.ts'
import { type Fitted, classNames } from './scene.ts'

/** Of more classes a legend would be longer than the picture. */
const MOST_CLASSES = 16

export const Legend = (props: { readonly fitted: Fitted }) => {
  const isRegression = () => props.fitted.plan.pipeline.target.task === 'regression'
  const isPlane = () => props.fitted.view.axes.length === 2
  const isCategory = () => props.fitted.view.axes[0].kind === 'category'
  const hasHeldOut = () => props.fitted.view.validation !== undefined
  return (
    <ul class="legend">
      <Switch>
        <Match when={!isRegression()}>
          <For each={classNames(props.fitted.plan).slice(0, MOST_CLASSES)}>
            {(name, k) => <li><i class={`symbol class-${k() % CLASS_COLORS}`}>{isCategory() ? '■' : classCharacter(k())}</i>{name}</li>}
          </For>
          <Show when={hasHeldOut() && !isCategory()}><li><i class="symbol">○</i>{t(fitMessages.hollow)}</li></Show>
        </Match>
        <Match when={isPlane()}>
          <li class="ramp">
            {formatNumber(rampOf(props.fitted)[0], 4)}<i class="viridis" />{formatNumber(rampOf(props.fitted)[1], 4)} {props.fitted.plan.fit.target}
          </li>
          <Show when={hasHeldOut()}><li><i class="symbol">●</i>{t(fitMessages.training)}</li><li><i class="symbol">◆</i>{t(fitMessages.validation)}</li></Show>
        </Match>
        <Match when={true}>
          <li><i class="key" />{t(fitMessages.model)}</li>
          <li><i class="key dot train" />{t(fitMessages.training)}</li>
          <Show when={hasHeldOut()}><li><i class="symbol held-out">◇</i>{t(fitMessages.validation)}</li></Show>
          <Show when={showsErrors(props.fitted)}><li><i class="key error" />{t(fitMessages.error)}</li></Show>
        </Match>
      </Switch>
    </ul>
  )
}
