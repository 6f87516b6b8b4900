/** Reads a curve: a step under the pointer or chosen by keys, to which a click or Enter goes. */
import { Show } from 'solid-js'
import { t } from '../../language.ts'
import { pointerOn } from '../../shell/page-size.ts'
import { type PlotFrame, fromX, toX } from '../plot-frame.ts'
import { learningCurveMessages as messages } from './messages.ts'

export interface ReaderProps {
  readonly frame: PlotFrame
  /** How many steps there are. */
  readonly steps: number
  readonly step: number | undefined
  readonly text: string
  readonly onRead: (step: number | undefined) => void
  readonly onGo: (step: number) => void
}

export function Reader(props: ReaderProps) {
  const last = () => props.steps - 1
  const within = (step: number): number => Math.min(Math.max(Math.round(step), 0), last())
  const stepAt = (event: MouseEvent & { readonly currentTarget: SVGRectElement }): number =>
    within(fromX(props.frame, pointerOn(event.currentTarget.ownerSVGElement!, event)[0]))

  function onKey(event: KeyboardEvent): void {
    const from = props.step ?? last()
    const far = event.shiftKey ? 10 : 1
    const to = { ArrowLeft: from - far, ArrowDown: from - far, ArrowRight: from + far, ArrowUp: from + far, PageDown: from - props.steps / 10, PageUp: from + props.steps / 10, Home: 0, End: last() }[event.key]
    if (to !== undefined) props.onRead(within(to))
    else if (event.key === 'Enter' || event.key === ' ') props.onGo(from)
    else return
    event.preventDefault()
  }

  return (
    <>
      <rect
        class="reader" role="slider" tabindex="0" x={props.frame.left} y={props.frame.top}
        width={Math.max(props.frame.width - props.frame.left - props.frame.right, 0)} height={Math.max(props.frame.height - props.frame.top - props.frame.bottom, 0)}
        aria-label={t(messages.reader)} aria-valuemin="0" aria-valuemax={last()} aria-valuenow={props.step ?? last()} aria-valuetext={props.text}
        onPointerMove={(event) => props.onRead(stepAt(event))} onPointerLeave={() => props.onRead(undefined)}
        onClick={(event) => props.onGo(stepAt(event))}
        onKeyDown={onKey} onFocusOut={() => props.onRead(undefined)}
      />
      <Show when={props.step !== undefined}>
        <line class="reading-line" x1={toX(props.frame, props.step!)} x2={toX(props.frame, props.step!)} y1={props.frame.top} y2={props.frame.height - props.frame.bottom} />
      </Show>
    </>
  )
}
