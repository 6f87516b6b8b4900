/** What every unit of a network gives: regions over two inputs, curves along one, histograms over the rows of many. */
import { Match, Show, Switch, createMemo } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { ActivationsView, SpreadLayer } from '../../worker/views/activations.ts'
import { createLook } from '../canvas/look.ts'
import { outputNames } from '../canvas/output-names.ts'
import { Painting } from '../canvas/painting.tsx'
import { Card } from '../card.tsx'
import { Lines } from './lines.tsx'
import { activationsMessages } from './messages.ts'
import { paintHistogram } from './paint.ts'
import { Planes } from './planes.tsx'
import { UnitLayers } from './unit-layers.tsx'
import { short } from './words.ts'
import './activations.css'

const aboutSpread = ({ low, high }: SpreadLayer): string => (low > high ? '' : t(activationsMessages.width, { low: short(low), high: short(high) }))

export function Activations() {
  const { plan, frame } = useSession()
  const isPlaying = createMemo(() => frame()?.isPlaying ?? false)
  const { view, problem, setPlace } = createLook('activations', () => ({ isPlaying: isPlaying() }))
  const of = <Kind extends ActivationsView['kind']>(kind: Kind): Extract<ActivationsView, { readonly kind: Kind }> | undefined => {
    const now = view()
    return now?.kind === kind ? (now as Extract<ActivationsView, { readonly kind: Kind }>) : undefined
  }
  const target = () => plan()!.pipeline.target
  const outputs = createMemo(() => (plan() ? outputNames(plan()!.pipeline, view()?.layers.at(-1)?.count ?? 1) : []))
  return (
    <Card name={t(activationsMessages.name)}>
      <div class="activations-picture" ref={setPlace}>
        <Show when={problem()}>{(why) => <p>{inLanguage(why().text)}</p>}</Show>
        <Switch>
          <Match when={of('plane')}>{(now) => <Planes view={now()} target={target()} outputs={outputs()} />}</Match>
          <Match when={of('line')}>{(now) => <Lines view={now()} target={target()} outputs={outputs()} />}</Match>
          <Match when={of('spread')}>
            {(now) => (
              <>
                <p class="soft">{t(activationsMessages.spread, { rows: now().rows })}</p>
                <UnitLayers layers={now().layers} outputs={outputs()} about={aboutSpread}>
                  {({ layer, unit, label }) => (
                    <Painting of={() => ({ unit: layer().units[unit], low: layer().low, high: layer().high })} height={(width) => 0.6 * width} paint={paintHistogram} label={label()} />
                  )}
                </UnitLayers>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </Card>
  )
}
