/** Points that stay, and axes that slide over them: the part of the picture of moving axes that is drawn. */
import { formatNumber } from 'kudari'
import { For, Show, createSignal, onCleanup, onMount } from 'solid-js'
import { t } from '../../language.ts'
import { shortened } from '../../model/diagram/layout.ts'
import { mostHeight, zoom } from '../../shell/page-size.ts'
import type { AxesAnswer } from '../../worker/answers/axes.ts'
import { axesMessages } from './messages.ts'
import { type Axis, isMoved, roomy, scaled, unscaled } from './moved.ts'
import { niceTicks } from './ticks.ts'

/** Room around the axes, in units of a line of text. */
const ROOM = { left: 4.6, right: 1.5, top: 2, bottom: 3.3 } as const
const LINE = 12
const RATIO = 0.62

const number = (value: number): string => formatNumber(value, 4)
const between = (from: number, to: number, share: number): number => from + (to - from) * share

/** How long names may be, and of how many classes they are written. */
const LETTERS = 28
const MOST_NAMED = 12

export interface AxesPlotProps {
  readonly points: AxesAnswer
  readonly x: Axis
  /** Undefined where nothing but classes is there to go upwards: each then has its band. */
  readonly y: Axis | undefined
  /** What the axes are called once they have moved. */
  readonly names: readonly [x: string, y: string]
  /** What the places of classes mean, where classes are predicted. */
  readonly classes: readonly string[] | undefined
  /** How far the axes have slid, from 0 to 1. */
  readonly progress: number
  /** Whether 0 is the least value rather than the mean. */
  readonly isLeast: boolean
  readonly label: string
}

/** Points of a class lie in a band, spread so that all are seen. */
const inBand = (label: number, i: number): number => label + (((i * 0.618034) % 1) - 0.5) * 0.6

export function AxesPlot(props: AxesPlotProps) {
  const [placeWidth, setWidth] = createSignal(0)
  const [place, setPlace] = createSignal<HTMLDivElement>()
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)))
    observer.observe(place()!)
    onCleanup(() => observer.disconnect())
  })
  const width = () => Math.round(placeWidth() / zoom())
  const height = () => Math.round(Math.min(width() * RATIO, mostHeight()))
  const left = () => ROOM.left * LINE
  const top = () => ROOM.top * LINE
  const bottom = () => height() - ROOM.bottom * LINE
  const right = () => width() - ROOM.right * LINE
  const radius = () => (props.points.x.length > 60 ? 0.25 : 0.42) * LINE
  const bands = () => (props.y ? undefined : (props.classes ?? []))
  const y = (): Axis => props.y ?? { name: '', offset: 0, divisor: 1 }
  const rangeX = () => roomy(props.points.x)
  const rangeY = () => (bands() ? ([-0.6, bands()!.length - 0.4] as const) : roomy(props.points.y ?? []))
  const across = (value: number): number => between(left(), right(), (value - rangeX()[0]) / (rangeX()[1] - rangeX()[0]))
  const up = (value: number): number => between(bottom(), top(), (value - rangeY()[0]) / (rangeY()[1] - rangeY()[0]))
  const label = (i: number): number => props.points.labels?.[i] ?? 0
  const upOf = (i: number): number => (bands() ? inBand(label(i), i) : (props.points.y?.[i] ?? Number.NaN))
  const inside = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

  /** Where the upright axis stands, and where the level one lies. */
  const upright = () => between(left(), isMoved(props.x) ? inside(across(props.x.offset), left(), right()) : left(), props.progress)
  const level = () => between(bottom(), isMoved(y()) ? inside(up(y().offset), top(), bottom()) : bottom(), props.progress)
  const ticks = (range: readonly [number, number], axis: Axis, isAfter: boolean, space: number): number[] =>
    isAfter ? niceTicks(scaled(range[0], axis), scaled(range[1], axis), space) : niceTicks(range[0], range[1], space)
  const opacity = (axis: Axis, isAfter: boolean): number => (isMoved(axis) ? (isAfter ? props.progress : 1 - props.progress) : isAfter ? 0 : 1)

  const TicksX = (own: { readonly isAfter: boolean }) => (
    <g opacity={opacity(props.x, own.isAfter)} transform={`translate(0 ${level()})`}>
      <For each={ticks(rangeX(), props.x, own.isAfter, Math.max(3, width() / (7.5 * LINE)))}>
        {(tick) => (
          <g transform={`translate(${across(own.isAfter ? unscaled(tick, props.x) : tick)} 0)`}>
            <line y2="5" /><text y={1.5 * LINE} text-anchor="middle">{number(tick)}</text>
          </g>
        )}
      </For>
    </g>
  )
  const TicksY = (own: { readonly isAfter: boolean }) => (
    <g opacity={opacity(y(), own.isAfter)} transform={`translate(${upright()} 0)`}>
      <For each={ticks(rangeY(), y(), own.isAfter, Math.max(3, height() / (5 * LINE))).filter((tick) => !own.isAfter || tick !== 0 || !isMoved(props.x))}>
        {(tick) => (
          <g transform={`translate(0 ${up(own.isAfter ? unscaled(tick, y()) : tick)})`}>
            <line x2="-5" /><text x="-8" y={0.35 * LINE} text-anchor="end">{number(tick)}</text>
          </g>
        )}
      </For>
    </g>
  )
  const originText = (axis: Axis): string => t(props.isLeast ? axesMessages.least : axesMessages.mean, { value: number(axis.offset) })

  return (
    <div class="axes-place" ref={setPlace}>
      <Show when={width() > 0}>
        <svg class="axes-plot" viewBox={`0 0 ${width()} ${height()}`} role="img" aria-label={props.label}>
          <Show when={props.x.offset !== 0}>
            <line class="origin" opacity={1 - props.progress} x1={across(props.x.offset)} x2={across(props.x.offset)} y1={top()} y2={bottom()} />
          </Show>
          <Show when={y().offset !== 0}>
            <line class="origin" opacity={1 - props.progress} x1={left()} x2={right()} y1={up(y().offset)} y2={up(y().offset)} />
          </Show>
          <For each={Array.from(props.points.x)}>
            {(value, i) => (
              <Show when={!Number.isNaN(value) && !Number.isNaN(upOf(i()))}>
                <circle class={`class-${label(i()) % 8}`} r={radius()} cx={across(value)} cy={up(upOf(i()))} />
              </Show>
            )}
          </For>
          <g class="axes">
            <line x1={left()} x2={right()} y1={level()} y2={level()} />
            <line x1={upright()} x2={upright()} y1={top()} y2={bottom()} />
            <TicksX isAfter={false} />
            <TicksX isAfter={true} />
            <Show
              when={bands()}
              fallback={<><TicksY isAfter={false} /><TicksY isAfter={true} /></>}
            >
              <For each={bands()!.length > MOST_NAMED ? [] : bands()}>{(name, k) => <text class="class-name" x={left() + 6} y={up(k() + 0.36)}>{shortened(name, LETTERS)}</text>}</For>
            </Show>
          </g>
          <g class="names">
            <Show when={props.x.offset !== 0}>
              <text class="origin" x={inside(across(props.x.offset), left() + 3.3 * LINE, right() - 3.3 * LINE)} y={top() - 0.75 * LINE} text-anchor="middle">{originText(props.x)}</text>
            </Show>
            <Show when={y().offset !== 0}><text class="origin" x={right()} y={up(y().offset) - 6} text-anchor="end">{originText(y())}</text></Show>
            <text x={right()} y={height() - 4} text-anchor="end" opacity={opacity(props.x, false)}>{shortened(props.x.name, LETTERS)}</text>
            <text class="moved" x={right()} y={level() + 2.8 * LINE} text-anchor="end" opacity={opacity(props.x, true)}>{props.names[0]}</text>
            <Show when={!bands()}>
              <text x="2" y={LINE} opacity={opacity(y(), false)}>{shortened(y().name, LETTERS)}</text>
              <text class="moved" x={upright() + 8} y={top() + 0.8 * LINE} opacity={opacity(y(), true)}>{props.names[1]}</text>
            </Show>
          </g>
        </svg>
      </Show>
    </div>
  )
}
