/** Points that stay, and axes that slide over them: the part of the picture of moving axes that is drawn. */
import { formatNumber } from 'kudari'
import { For, Show, createSignal, onCleanup, onMount } from 'solid-js'
import { t } from '../../language.ts'
import type { AxesAnswer } from '../../worker/answers/axes.ts'
import { axesMessages } from './messages.ts'
import { type Axis, isMoved, roomy, scaled, unscaled } from './moved.ts'
import { niceTicks } from './ticks.ts'

const LEFT = 56
const RIGHT = 18
const TOP = 24
const BOTTOM = 40
const RATIO = 0.62

const number = (value: number): string => formatNumber(value, 4)
const between = (from: number, to: number, share: number): number => from + (to - from) * share

export interface AxesPlotProps {
  readonly points: AxesAnswer
  readonly x: Axis
  readonly y: Axis
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
  const [width, setWidth] = createSignal(0)
  const [place, setPlace] = createSignal<HTMLDivElement>()
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)))
    observer.observe(place()!)
    onCleanup(() => observer.disconnect())
  })
  const height = () => Math.round(width() * RATIO)
  const bottom = () => height() - BOTTOM
  const right = () => width() - RIGHT
  const isClasses = () => props.classes !== undefined
  const rangeX = () => roomy(props.points.x)
  const rangeY = () => (props.classes ? ([-0.6, props.classes.length - 0.4] as const) : roomy(props.points.y))
  const across = (value: number): number => between(LEFT, right(), (value - rangeX()[0]) / (rangeX()[1] - rangeX()[0]))
  const up = (value: number): number => between(bottom(), TOP, (value - rangeY()[0]) / (rangeY()[1] - rangeY()[0]))
  const inside = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

  /** Where the upright axis stands, and where the level one lies. */
  const upright = () => between(LEFT, isMoved(props.x) ? inside(across(props.x.offset), LEFT, right()) : LEFT, props.progress)
  const level = () => between(bottom(), isMoved(props.y) ? inside(up(props.y.offset), TOP, bottom()) : bottom(), props.progress)
  const ticks = (range: readonly [number, number], axis: Axis, isAfter: boolean, space: number): number[] =>
    isAfter ? niceTicks(scaled(range[0], axis), scaled(range[1], axis), space) : niceTicks(range[0], range[1], space)
  const opacity = (axis: Axis, isAfter: boolean): number => (isMoved(axis) ? (isAfter ? props.progress : 1 - props.progress) : isAfter ? 0 : 1)

  const TicksX = (own: { readonly isAfter: boolean }) => (
    <g opacity={opacity(props.x, own.isAfter)} transform={`translate(0 ${level()})`}>
      <For each={ticks(rangeX(), props.x, own.isAfter, Math.max(3, width() / 90))}>
        {(tick) => (
          <g transform={`translate(${across(own.isAfter ? unscaled(tick, props.x) : tick)} 0)`}>
            <line y2="5" /><text y="18" text-anchor="middle">{number(tick)}</text>
          </g>
        )}
      </For>
    </g>
  )
  const TicksY = (own: { readonly isAfter: boolean }) => (
    <g opacity={opacity(props.y, own.isAfter)} transform={`translate(${upright()} 0)`}>
      <For each={ticks(rangeY(), props.y, own.isAfter, Math.max(3, height() / 60))}>
        {(tick) => (
          <g transform={`translate(0 ${up(own.isAfter ? unscaled(tick, props.y) : tick)})`}>
            <line x2="-5" /><text x="-8" y="4" text-anchor="end">{number(tick)}</text>
          </g>
        )}
      </For>
    </g>
  )
  const originText = (axis: Axis): string => t(props.isLeast ? axesMessages.least : axesMessages.mean, { value: number(axis.offset) })

  return (
    <div class="axes-place" ref={setPlace}>
      <Show when={width() > 0}>
        <svg class="axes-plot" width={width()} height={height()} role="img" aria-label={props.label}>
          <Show when={props.x.offset !== 0}>
            <line class="origin" x1={across(props.x.offset)} x2={across(props.x.offset)} y1={TOP} y2={bottom()} />
            <text class="origin" x={inside(across(props.x.offset), LEFT + 40, right() - 40)} y={TOP - 9} text-anchor="middle">{originText(props.x)}</text>
          </Show>
          <Show when={!isClasses() && props.y.offset !== 0}>
            <line class="origin" x1={LEFT} x2={right()} y1={up(props.y.offset)} y2={up(props.y.offset)} />
            <text class="origin" x={right()} y={up(props.y.offset) - 6} text-anchor="end">{originText(props.y)}</text>
          </Show>
          <For each={Array.from(props.points.x)}>
            {(value, i) => (
              <Show when={!Number.isNaN(value)}>
                <circle
                  class={isClasses() ? `class-${props.points.y[i()] % 8}` : 'point'} r={props.points.x.length > 60 ? 3 : 5}
                  cx={across(value)} cy={up(isClasses() ? inBand(props.points.y[i()], i()) : props.points.y[i()])}
                />
              </Show>
            )}
          </For>
          <g class="axes">
            <line x1={LEFT} x2={right()} y1={level()} y2={level()} />
            <line x1={upright()} x2={upright()} y1={TOP} y2={bottom()} />
            <TicksX isAfter={false} />
            <TicksX isAfter={true} />
            <Show
              when={isClasses()}
              fallback={<><TicksY isAfter={false} /><TicksY isAfter={true} /></>}
            >
              <For each={props.classes}>{(name, k) => <text class="class-name" x={LEFT + 6} y={up(k() + 0.36)}>{name}</text>}</For>
            </Show>
          </g>
          <g class="names">
            <text x={right()} y={height() - 4} text-anchor="end" opacity={opacity(props.x, false)}>{props.x.name}</text>
            <text class="moved" x={right()} y={level() + 33} text-anchor="end" opacity={opacity(props.x, true)}>x</text>
            <Show when={!isClasses()}>
              <text x="2" y="12" opacity={opacity(props.y, false)}>{props.y.name}</text>
              <text class="moved" x={upright() + 8} y={TOP + 10} opacity={opacity(props.y, true)}>y</text>
            </Show>
          </g>
        </svg>
      </Show>
    </div>
  )
}
