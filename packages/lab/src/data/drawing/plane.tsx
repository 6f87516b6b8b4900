/** The plane: points are put on it, moved and taken away with mouse, finger or keys. */
import { For, Show, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { drawnClasses } from '../../worker/data-source.ts'
import { drawingMessages } from './messages.ts'
import { type Drawing, FROM, type Point, TO, added, moved, placed, pointAt, removed, selected, undone } from './points.ts'
import './drawing.css'

/** The plane's own units: 100 to one unit of the points, y downwards. */
const UNIT = 100
const MARGIN = 8
const SIZE = UNIT * (TO - FROM) + 2 * MARGIN
const across = (x: number): number => MARGIN + UNIT * (x - FROM)
const down = (y: number): number => MARGIN + UNIT * (TO - y)
/** The level line and the upright one at a coordinate. */
const lines = (at: number): string => `M${across(FROM)} ${down(at)}H${across(TO)}M${across(at)} ${down(FROM)}V${down(TO)}`
/** A finger hits a point from so far. */
const REACH = 0.09
const STEP = 0.05

/** Classes differ in shape too: a circle, a square, a triangle, a diamond. */
const marks = ['M-5 0a5 5 0 1010 0a5 5 0 10-10 0z', 'M-4.6-4.6h9.2v9.2h-9.2z', 'M0-6L5.8 4.6h-11.6z', 'M0-6.6L6 0L0 6.6L-6 0z'] as const
export const Mark = (props: { readonly label: number }) => <path class={`mark class-${props.label}`} d={marks[props.label]} />

export interface PlaneProps {
  readonly drawing: Drawing
  /** The class of new points. */
  readonly label: number
  readonly onChange: (drawing: Drawing) => void
}

export function Plane(props: PlaneProps) {
  const [cross, setCross] = createSignal({ x: 0, y: 0 })
  const [isKeyed, setKeyed] = createSignal(false)
  const [said, setSaid] = createSignal('')
  let isDragging = false
  let hasMoved = false

  const at = ({ clientX, clientY, currentTarget }: { readonly clientX: number; readonly clientY: number; readonly currentTarget: Element }) => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    return { x: FROM + (((clientX - left) / width) * SIZE - MARGIN) / UNIT, y: TO - (((clientY - top) / height) * SIZE - MARGIN) / UNIT }
  }
  const describe = ({ points, selected: index }: Drawing): void => {
    if (index === undefined) return
    const [x, y, label] = points[index]
    setSaid(t(drawingMessages.selected, { index: index + 1, x, y, label: props.drawing.task === 'regression' ? '' : drawnClasses[label] }))
  }
  const change = (drawing: Drawing): void => {
    props.onChange(drawing)
    describe(drawing)
  }

  const onDown = (event: PointerEvent & { readonly currentTarget: SVGSVGElement }): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setKeyed(false)
    isDragging = true
    const { x, y } = at(event)
    const hit = pointAt(props.drawing.points, x, y, REACH)
    // A point that was just put is moved with its own step.
    hasMoved = hit === undefined
    change(hit === undefined ? added(props.drawing, x, y, props.label) : selected(props.drawing, hit))
  }
  const onMove = (event: PointerEvent & { readonly currentTarget: SVGSVGElement }): void => {
    if (!isDragging || props.drawing.selected === undefined) return
    const { x, y } = at(event)
    const [wasX, wasY] = props.drawing.points[props.drawing.selected]
    if (placed(x) === wasX && placed(y) === wasY) return
    change(moved(props.drawing, x, y, !hasMoved))
    hasMoved = true
  }

  const onKey = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 4 * STEP : STEP
    const walk = (dx: number, dy: number) => () => {
      const next = { x: placed(cross().x + dx), y: placed(cross().y + dy) }
      setCross(next)
      setSaid(t(drawingMessages.at, next))
    }
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      ArrowLeft: walk(-step, 0),
      ArrowRight: walk(step, 0),
      ArrowUp: walk(0, step),
      ArrowDown: walk(0, -step),
      Enter() {
        const { x, y } = cross()
        const hit = pointAt(props.drawing.points, x, y, STEP / 2)
        change(hit === undefined ? added(props.drawing, x, y, props.label) : selected(props.drawing, hit))
      },
      Delete: () => change(removed(props.drawing)),
      Backspace: () => change(removed(props.drawing)),
    }
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
    const action = isUndo ? () => change(undone(props.drawing)) : event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key]
    if (!action) return
    // The page's own keys step through the run.
    event.preventDefault()
    event.stopPropagation()
    setKeyed(true)
    action()
  }

  const place = ([x, y]: Point): string => `translate(${across(x)} ${down(y)})`
  return (
    <>
      <svg
        class="plane" viewBox={`0 0 ${SIZE} ${SIZE}`} role="application" tabindex="0"
        aria-label={t(drawingMessages.plane, { points: props.drawing.points.length })} aria-describedby="plane-how"
        onPointerDown={onDown} onPointerMove={onMove} onPointerUp={() => (isDragging = false)} onPointerCancel={() => (isDragging = false)}
        on:keydown={onKey} onBlur={() => setKeyed(false)}
      >
        <path class="grid" d={lines(-0.5) + lines(0.5)} />
        <path class="axes" d={lines(0)} />
        <text class="axis" x={across(TO)} y={down(0) - 4} text-anchor="end">{props.drawing.task === 'regression' ? 'x' : 'x1'}</text>
        <text class="axis" x={across(0) + 5} y={down(TO) + 9}>{props.drawing.task === 'regression' ? 'y' : 'x2'}</text>
        <For each={props.drawing.points}>{(point) => <g transform={place(point)}><Mark label={point[2]} /></g>}</For>
        <Show when={props.drawing.points[props.drawing.selected ?? -1]}>{(point) => <circle class="ring" r="9" transform={place(point())} />}</Show>
        <Show when={isKeyed()}><path class="cross" d="M-9 0h18M0-9v18" transform={place([cross().x, cross().y, 0])} /></Show>
      </svg>
      <p id="plane-how" class="visually-hidden">{t(drawingMessages.how)}</p>
      <p class="visually-hidden" role="status">{said()}</p>
    </>
  )
}
