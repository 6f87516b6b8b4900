/** The loss as a map with contours, on which the run walks; it can be moved and zoomed, and the present point be dragged to begin from elsewhere. */
import { formatNumber } from 'kudari'
import { Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import { pointerOn, zoom } from '../../shell/page-size.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Box } from '../../worker/views/surface/grid.ts'
import type { Point } from '../../worker/views/surface/range.ts'
import { Canvas } from './canvas.tsx'
import { type Level, paintGround } from './contours.ts'
import { surfaceMessages } from './messages.ts'
import { ASPECT, type Place, fromScreen, isInside, shifted, toScreen, zoomed } from './place.ts'
import type { Room } from './sized.tsx'
import { paintWalk } from './walk.ts'

export interface ContourMapProps {
  readonly room: Room
  readonly view: SurfaceView
  readonly levels: readonly Level[]
  /** The part of the plane whose levels these are, and the one that is shown. */
  readonly levelsBox: Box
  readonly box: Box
  readonly lowest: Point | undefined
  readonly walked: number
  readonly names: readonly [across: string, up: string]
  readonly isGradientShown: boolean
  readonly label: string
  /** Whether the point may be moved; where it is while it is being moved, and what it is for. */
  readonly isMovable: boolean
  readonly moved: Point | undefined
  readonly onMove: (point: Point | undefined) => void
  readonly onRelease: () => void
  readonly onBox: (box: Box) => void
}

const MARGIN = { left: 54, top: 26, right: 14, bottom: 40 }
/** Arrow keys move the point by so much of the picture. */
const KEY_STEP = 0.02
/** Milliseconds after the last key until the run begins anew. */
const KEY_WAIT = 500

const arrows: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] }

export function ContourMap(props: ContourMapProps) {
  const place = createMemo((): Place => {
    const width = Math.min(props.room.width - MARGIN.left - MARGIN.right, (props.room.height - MARGIN.top - MARGIN.bottom) * ASPECT)
    return { left: MARGIN.left, top: MARGIN.top, width, height: width / ASPECT, box: props.box }
  })
  const screen = createMemo(() => ({ width: place().left + place().width + MARGIN.right, height: place().top + place().height + MARGIN.bottom }))
  const point = () => props.moved ?? props.view.point
  const handle = () => toScreen(place(), point())
  let root: HTMLDivElement | undefined
  let waiting: ReturnType<typeof setTimeout> | undefined

  const positionOf = (event: MouseEvent): Point => pointerOn(root!, event)
  /** Follows a pointer until it is let go of. */
  function follow(event: PointerEvent, onMove: (position: Point) => void, onEnd: (isDone: boolean) => void): void {
    const target = event.currentTarget as HTMLElement
    event.preventDefault()
    target.setPointerCapture(event.pointerId)
    const end = new AbortController()
    const { signal } = end
    target.addEventListener('pointermove', (next) => onMove(positionOf(next)), { signal })
    const finish = (isDone: boolean) => () => {
      end.abort()
      onEnd(isDone)
    }
    target.addEventListener('pointerup', finish(true), { signal })
    target.addEventListener('pointercancel', finish(false), { signal })
  }
  function pan(event: PointerEvent): void {
    if (event.button !== 0) return
    const [begin, before] = [fromScreen(place(), positionOf(event)), place()]
    follow(event, (position) => {
      const [x, y] = fromScreen(before, position)
      props.onBox(shifted(before.box, [begin[0] - x, begin[1] - y]))
    }, () => undefined)
  }
  function drag(event: PointerEvent): void {
    if (event.button !== 0) return
    event.stopPropagation()
    ;(event.currentTarget as HTMLElement).focus()
    let hasMoved = false
    follow(event, (position) => {
      hasMoved = true
      props.onMove(fromScreen(place(), position))
    }, (isDone) => (isDone && hasMoved ? props.onRelease() : props.onMove(undefined)))
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      clearTimeout(waiting)
      props.onMove(undefined)
      return
    }
    const direction = arrows[event.key]
    if (!direction) return
    event.preventDefault()
    const { a, b } = props.box
    const [x, y] = point()
    const share = KEY_STEP * (event.shiftKey ? 5 : 1)
    props.onMove([x + direction[0] * share * (a[1] - a[0]), y + direction[1] * share * (b[1] - b[0])])
    clearTimeout(waiting)
    waiting = setTimeout(props.onRelease, KEY_WAIT)
  }
  // Without a key the wheel scrolls the page; a pinch on a touchpad comes with it.
  function wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    props.onBox(zoomed(props.box, fromScreen(place(), positionOf(event)), Math.exp(event.deltaY * 0.004)))
  }

  return (
    <div class="surface-map" role="group" aria-label={props.label} ref={(element) => (root = element)} onPointerDown={pan} onWheel={wheel}>
      <Canvas
        screen={screen()} zoom={zoom()}
        paint={() => {
          const ground = { levels: props.levels, gridPlace: { ...place(), box: props.levelsBox }, place: place(), lowest: props.lowest, names: props.names }
          return (context, palette) => paintGround(context, ground, palette)
        }}
      />
      <Canvas
        screen={screen()} zoom={zoom()}
        paint={() => {
          const [now, walked, isGradientShown] = [place(), props.walked, props.isGradientShown]
          const walk = props.moved ? { ...props.view, point: props.moved, step: [0, 0] as const, gradient: [0, 0] as const } : props.view
          return (context, palette) => paintWalk(context, now, walk, props.moved ? 0 : walked, isGradientShown, palette)
        }}
      />
      <Show when={props.isMovable && isInside(place(), handle())}>
        <button
          type="button" class="surface-handle" title={t(surfaceMessages.drag)}
          aria-label={t(surfaceMessages.handle, { a: props.names[0], b: props.names[1], x: formatNumber(point()[0], 4), y: formatNumber(point()[1], 4) })}
          style={{ '--x': `${handle()[0] * zoom()}px`, '--y': `${handle()[1] * zoom()}px` }} onPointerDown={drag} onKeyDown={press}
        />
      </Show>
    </div>
  )
}
