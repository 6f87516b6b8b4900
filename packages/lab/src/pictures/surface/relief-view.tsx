/** The loss as a surface in space that can be turned: by dragging, by arrow keys, or slowly by itself. */
import { createEffect, createMemo, createSignal, onCleanup, untrack } from 'solid-js'
import { t } from '../../language.ts'
import { zoom } from '../../shell/page-size.ts'
import type { SurfaceView } from '../../worker/views/surface.ts'
import type { Box, Grid } from '../../worker/views/surface/grid.ts'
import { Canvas } from './canvas.tsx'
import { surfaceMessages } from './messages.ts'
import { paintLiftedWalk, paintRelief } from './paint-relief.ts'
import { firstGaze, turned } from './relief.ts'
import type { Room } from './sized.tsx'

export interface ReliefViewProps {
  readonly room: Room
  readonly view: SurfaceView
  readonly grid: Grid
  readonly box: Box
  readonly walked: number
  readonly names: readonly [across: string, along: string, up: string]
  readonly isTurning: boolean
  readonly isPlaying: boolean
  readonly label: string
}

/** Radians by a pixel of dragging, by a key, and in a second when it turns by itself. */
const BY_PIXEL = 0.008
const BY_KEY = 0.12
const BY_SECOND = 0.35
const RATIO = 0.87

/** Every second point of a grid: enough while things move. */
function coarser({ columns, rows, heights }: Grid): Grid {
  const [width, height] = [(columns + 1) / 2, (rows + 1) / 2]
  return { columns: width, rows: height, heights: Float64Array.from({ length: width * height }, (_, k) => heights[2 * Math.floor(k / width) * columns + 2 * (k % width)]) }
}

const keys: Readonly<Record<string, readonly [by: number, up: number]>> = {
  ArrowLeft: [BY_KEY, 0], ArrowRight: [-BY_KEY, 0], ArrowUp: [0, BY_KEY], ArrowDown: [0, -BY_KEY],
}

export function ReliefView(props: ReliefViewProps) {
  const [gaze, setGaze] = createSignal(untrack(() => firstGaze(props.grid)))
  const [isDragged, setDragged] = createSignal(false)
  const screen = createMemo(() => {
    const width = Math.min(props.room.width, props.room.height / RATIO)
    return { width, height: width * RATIO }
  })
  const isMoving = () => isDragged() || props.isTurning || props.isPlaying
  const grid = createMemo(() => (isMoving() && props.grid.columns > 33 ? coarser(props.grid) : props.grid))

  createEffect(() => {
    if (!props.isTurning) return
    let last = performance.now()
    let asked = requestAnimationFrame(function turn(now) {
      if (!isDragged()) setGaze((before) => turned(before, (BY_SECOND * (now - last)) / 1000, 0))
      last = now
      asked = requestAnimationFrame(turn)
    })
    onCleanup(() => cancelAnimationFrame(asked))
  })

  function drag(event: PointerEvent): void {
    if (event.button !== 0) return
    const currentTarget = event.currentTarget as HTMLElement
    currentTarget.setPointerCapture(event.pointerId)
    setDragged(true)
    let [x, y] = [event.clientX, event.clientY]
    const end = new AbortController()
    const { signal } = end
    currentTarget.addEventListener('pointermove', (next: PointerEvent) => {
      setGaze((before) => turned(before, (x - next.clientX) * BY_PIXEL, (next.clientY - y) * BY_PIXEL))
      ;[x, y] = [next.clientX, next.clientY]
    }, { signal })
    const finish = (): void => {
      end.abort()
      setDragged(false)
    }
    currentTarget.addEventListener('pointerup', finish, { signal })
    currentTarget.addEventListener('pointercancel', finish, { signal })
  }
  function press(event: KeyboardEvent): void {
    const turn = keys[event.key]
    if (!turn) return
    event.preventDefault()
    setGaze((before) => turned(before, ...turn))
  }
  const degrees = () => Math.round((gaze().yaw * 180) / Math.PI) % 360

  return (
    <div
      class="surface-relief" role="slider" tabindex="0" aria-label={`${props.label}. ${t(surfaceMessages.turn)}`} title={t(surfaceMessages.turn)}
      aria-valuemin={0} aria-valuemax={359} aria-valuenow={degrees()} aria-valuetext={t(surfaceMessages.turnedTo, { degrees: degrees() })}
      onPointerDown={drag} onKeyDown={press}
    >
      <Canvas
        screen={screen()} zoom={zoom()}
        paint={() => {
          const [relief, size] = [{ grid: grid(), box: props.box, gaze: gaze(), names: props.names }, screen()]
          return (context, palette) => paintRelief(context, relief, size, palette)
        }}
      />
      <Canvas
        screen={screen()} zoom={zoom()}
        paint={() => {
          const [relief, size, walk] = [{ grid: grid(), box: props.box, gaze: gaze() }, screen(), { ...props.view, walked: props.walked }]
          return (context, palette) => paintLiftedWalk(context, relief, walk, size, palette)
        }}
      />
    </div>
  )
}
