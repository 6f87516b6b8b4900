/** What every unit of a network gives: regions over two inputs, curves along one, histograms over the rows of many. */
import { formatNumber } from 'kudari'
import { For, type JSX, Match, Show, Switch, createMemo } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { UnitRange, UnitsLayer } from '../../worker/inside/units.ts'
import type { Span } from '../../worker/inside/input-space.ts'
import type { ActivationsView, LineUnit, PlaneUnit, SpreadLayer } from '../../worker/views/activations.ts'
import { Painting } from '../canvas/painting.tsx'
import type { RampName } from '../canvas/palette.ts'
import { Card } from '../card.tsx'
import { activationsMessages } from './messages.ts'
import { type PointColour, paintHistogram, paintLine, paintPlane } from './paint.ts'
import './activations.css'

type Of<Kind extends ActivationsView['kind']> = Extract<ActivationsView, { readonly kind: Kind }>

const short = (value: number): string => formatNumber(value, 3)

const extent = ({ name, low, high }: Span): string => t(activationsMessages.extent, { name, low: short(low), high: short(high) })

/** What a unit gives, in words; of outputs, what each stands for. */
function inWords({ min, max }: UnitRange, name: string): string {
  return min === max ? t(activationsMessages.constant, { unit: name, value: short(min) }) : t(activationsMessages.unit, { unit: name, min: short(min), max: short(max) })
}

export function Activations() {
  const { plan, frame, watch } = useSession()
  const isPlaying = createMemo(() => frame()?.isPlaying ?? false)
  const seen = watch('activations', () => ({ isPlaying: isPlaying() }))
  const view = createMemo(() => {
    const now = seen()
    return now && 'result' in now ? now.result : undefined
  })
  const problem = () => {
    const now = seen()
    return now && 'problem' in now ? now.problem : undefined
  }
  const of = <Kind extends ActivationsView['kind']>(kind: Kind) => {
    const now = view()
    return now?.kind === kind ? (now as Of<Kind>) : undefined
  }

  const target = () => plan()!.pipeline.target
  /** Names of the outputs: classes, where each has its own. */
  function outputName(unit: number, count: number): string {
    const own = target()
    if (own.task === 'classification') return count > 1 ? String(own.classes[unit]) : `${own.column} = ${own.classes[1]}`
    return own.column
  }
  const unitName = (layer: UnitsLayer<unknown>, isOutput: boolean, unit: number): string =>
    isOutput ? outputName(unit, layer.count) : t(activationsMessages.unitName, { number: unit + 1 })

  function rampOf(layer: UnitsLayer<unknown>, isOutput: boolean, unit: number): RampName {
    if (!isOutput || target().task === 'regression') return 'diverging'
    return layer.count > 1 ? `class-${unit}` : 'classes'
  }
  const pointColour = (output: UnitsLayer<unknown>): PointColour => {
    if (target().task === 'classification') return (palette, truth) => palette.classOf(truth)
    const { centre, limit } = output
    return (palette, truth) => {
      const ramp = palette.ramp('diverging')
      const at = (Math.max(-127, Math.min(127, Math.round(((truth - centre) / (limit || 1)) * 127))) + 127) * 3
      return `rgb(${ramp[at]} ${ramp[at + 1]} ${ramp[at + 2]})`
    }
  }

  /** The layers of a view, each with its units: only how a unit is painted differs. */
  const Layers = <Unit extends UnitRange>(own: {
    readonly layers: readonly UnitsLayer<Unit>[]
    readonly about: (layer: UnitsLayer<Unit>, isOutput: boolean) => string
    readonly children: (layer: () => UnitsLayer<Unit>, unit: () => number, isOutput: () => boolean, label: () => string) => JSX.Element
  }) => {
    const places = createMemo(() => own.layers.map(({ place, units }) => ({ place, units: units.length })), undefined, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) })
    return (
      <For each={places()}>
        {({ units }, i) => {
          const isOutput = () => i() === places().length - 1
          const layer = () => own.layers[i()]
          return (
            <section class="units-layer" classList={{ output: isOutput() }}>
              <h3>{isOutput() ? t(activationsMessages.output) : t(activationsMessages.hidden, { number: i() + 1, name: layer().name, type: layer().type, count: layer().count })}</h3>
              <ul class="units" classList={{ few: units === 1 }}>
                <For each={Array.from({ length: units }, (_, unit) => unit)}>
                  {(unit) => {
                    const range = () => layer().units[unit]
                    const name = () => unitName(layer(), isOutput(), unit)
                    return (
                      <li title={inWords(range(), name())}>
                        {own.children(layer, () => unit, isOutput, () => inWords(range(), name()))}
                        <small>
                          {isOutput() ? name() : unit + 1}
                          <Show when={range().min === range().max}> <b>{range().max === 0 && layer().type === 'relu' ? t(activationsMessages.dead) : t(activationsMessages.always, { value: short(range().min) })}</b></Show>
                        </small>
                      </li>
                    )
                  }}
                </For>
              </ul>
              <p class="soft">
                <Show when={layer().count > units}><span>{t(activationsMessages.more, { count: layer().count - units })}. </span></Show>
                <span>{own.about(layer(), isOutput())}</span>
              </p>
            </section>
          )
        }}
      </For>
    )
  }

  const colours = ({ centre, limit, count }: UnitsLayer<unknown>, isOutput: boolean): string =>
    isOutput && count > 1
      ? t(activationsMessages.decision)
      : `${t(activationsMessages.scale, { low: short(centre - limit), middle: short(centre), high: short(centre + limit) })}. ${isOutput ? (target().task === 'classification' ? t(activationsMessages.decision) : '') : t(activationsMessages.border)}`

  /** What curves of a layer reach from and to: all units alike, the output as far as its points. */
  function reach({ units }: UnitsLayer<LineUnit>, points: Of<'line'>['points'] | undefined): { low: number; high: number } {
    const values = [...units.flatMap(({ min, max }) => [min, max]), ...(points?.truth ?? [])]
    return { low: values.reduce((a, b) => Math.min(a, b)), high: values.reduce((a, b) => Math.max(a, b)) }
  }
  const isNumberOutput = (isOutput: boolean): boolean => isOutput && target().task === 'regression'

  return (
    <Card name={t(activationsMessages.name)}>
      <div class="activations">
        <Show when={problem()}>{(why) => <p>{inLanguage(why().text)}</p>}</Show>
        <Switch>
          <Match when={of('plane')}>
            {(now) => (
              <>
                <p class="soft">{t(activationsMessages.plane)} {t(activationsMessages.axes, { across: extent(now().spans[0]), up: extent(now().spans[1]) })}</p>
                <Layers<PlaneUnit> layers={now().layers} about={colours}>
                  {(layer, unit, isOutput, label) => (
                    <Painting
                      of={() => ({ unit: layer().units[unit()], side: now().side, ramp: rampOf(layer(), isOutput(), unit()), points: now().points, colour: pointColour(now().layers.at(-1)!) })}
                      height={(width) => width} paint={paintPlane} label={label()}
                    />
                  )}
                </Layers>
              </>
            )}
          </Match>
          <Match when={of('line')}>
            {(now) => (
              <>
                <p class="soft">{t(activationsMessages.line)} {t(activationsMessages.axis, { across: extent(now().spans[0]) })}</p>
                <Layers<LineUnit> layers={now().layers} about={(layer, isOutput) => {
                  const { low, high } = reach(layer, isNumberOutput(isOutput) ? now().points : undefined)
                  return t(activationsMessages.height, { low: short(low), high: short(high) })
                }}>
                  {(layer, unit, isOutput, label) => {
                    const points = () => (isNumberOutput(isOutput()) ? now().points : undefined)
                    return <Painting of={() => ({ unit: layer().units[unit()], points: points(), ...reach(layer(), points()) })} height={(width) => width * 0.7} paint={paintLine} label={label()} />
                  }}
                </Layers>
              </>
            )}
          </Match>
          <Match when={of('spread')}>
            {(now) => (
              <>
                <p class="soft">{t(activationsMessages.spread, { rows: now().rows })}</p>
                <Layers layers={now().layers} about={(layer) => t(activationsMessages.width, { low: short((layer as SpreadLayer).low), high: short((layer as SpreadLayer).high) })}>
                  {(layer, unit, _isOutput, label) => (
                    <Painting of={() => ({ unit: layer().units[unit()], low: (layer() as SpreadLayer).low, high: (layer() as SpreadLayer).high })} height={(width) => width * 0.6} paint={paintHistogram} label={label()} />
                  )}
                </Layers>
              </>
            )}
          </Match>
        </Switch>
      </div>
    </Card>
  )
}
