/** The ends of a line, to be taken hold of by pointer or by keys. */
import { For, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { formatNumber } from 'kudari'
import { pointerOn } from '../../shell/page-size.ts'
import { type PlotFrame, fromY, toX, toY } from '../plot-frame.ts'
import { type Line, type LinePoint, endsOf, lineThrough } from './line.ts'
import { fitMessages } from './messages.ts'

export interface HandlesProps {
  readonly frame: PlotFrame
  readonly line: Line
  readonly loss: number | undefined
  readonly onDrag: (line: Line) => void
  readonly onRelease: () => void
  readonly onCancel: () => void
}

/** Of the height of the plot, so much at each press of a key; with Shift ten times as much. */
const KEY_STEP = 0.01

export function Handles(props: HandlesProps) {
  /** While an end is moved both stay where they are across; the other one stays altogether. */
  const [held, setHeld] = createSignal<{ readonly end: 0 | 1; readonly ends: readonly [LinePoint, LinePoint] }>()
  const ends = () => held()?.ends ?? endsOf(props.line, props.frame)

  function take(end: 0 | 1): void {
    if (held()?.end !== end) setHeld({ end, ends: ends() })
  }

  function moveTo(value: number): void {
    const { end, ends: [left, right] } = held()!
    const y = Math.min(Math.max(value, props.frame.y[0]), props.frame.y[1])
    const moved: readonly [LinePoint, LinePoint] = end === 0 ? [{ ...left, y }, right] : [left, { ...right, y }]
    setHeld({ end, ends: moved })
    props.onDrag(lineThrough(...moved))
  }

  function leave(then: () => void): void {
    if (!held()) return
    setHeld(undefined)
    then()
  }

  function onKey(event: KeyboardEvent, end: 0 | 1): void {
    if (event.key === 'Escape') return leave(props.onCancel)
    const direction = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    take(end)
    const [low, high] = props.frame.y
    moveTo(ends()[end].y + direction * (high - low) * KEY_STEP * (event.shiftKey ? 10 : 1))
  }

  return (
    <For each={[0, 1] as const}>
      {(end) => (
        <g
          class="handle" role="slider" tabindex="0" transform={`translate(${toX(props.frame, ends()[end].x)},${toY(props.frame, ends()[end].y)})`}
          aria-label={t(end === 0 ? fitMessages.leftEnd : fitMessages.rightEnd)} aria-orientation="vertical"
          aria-valuemin={props.frame.y[0]} aria-valuemax={props.frame.y[1]} aria-valuenow={ends()[end].y}
          aria-valuetext={props.loss === undefined ? formatNumber(ends()[end].y, 4) : t(fitMessages.endAt, { value: formatNumber(ends()[end].y, 4), loss: formatNumber(props.loss) })}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            take(end)
          }}
          onPointerMove={(event) => {
            if (held()?.end !== end || !event.currentTarget.hasPointerCapture(event.pointerId)) return
            moveTo(fromY(props.frame, pointerOn(event.currentTarget.ownerSVGElement!, event)[1]))
          }}
          onPointerUp={() => leave(props.onRelease)}
          onPointerCancel={() => leave(props.onCancel)}
          onKeyDown={(event) => onKey(event, end)}
          onKeyUp={({ key }) => key.startsWith('Arrow') && leave(props.onRelease)}
        >
          <circle r="20" class="reach" />
          <circle r="8" class="grip" />
        </g>
      )}
    </For>
  )
}
