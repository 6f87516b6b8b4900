/** A canvas as wide as its place, painted when there is time and it is on the screen: again when its size, its subject or the theme changes. */
import { createSignal, onCleanup, onMount } from 'solid-js'
import { createPaint } from '../../shell/painter.ts'
import { zoom } from '../../shell/page-size.ts'
import { theme } from '../../shell/theme.ts'
import { type Palette, palette } from './palette.ts'
import { createVisible } from './visible.ts'
import './painting.css'

/** What is painted with; lengths are CSS pixels. */
export interface Pen {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly palette: Palette
}

export interface PaintingProps<Value> {
  /** What is to be seen; tracked. */
  readonly of: () => Value
  /** How high the canvas is where it is so wide. */
  readonly height: (width: number, value: Value) => number
  readonly paint: (pen: Pen, value: Value) => void
  /** What is to be seen, in a sentence; left out where something around it says so. */
  readonly label?: string | undefined
}

export function Painting<Value>(props: PaintingProps<Value>) {
  const [width, setWidth] = createSignal(0)
  const [canvas, setCanvas] = createSignal<HTMLCanvasElement>()
  const isVisible = createVisible(canvas)
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.floor(contentRect.width)))
    observer.observe(canvas()!.parentElement!)
    onCleanup(() => observer.disconnect())
  })
  // The first painting gives the canvas its height, so that nothing moves when it is scrolled to.
  let isPainted = false
  createPaint(
    () => (width() === 0 || (!isVisible() && isPainted) ? undefined : { width: width(), look: [theme(), zoom()], value: props.of() }),
    (wanted) => {
      if (!wanted) return
      isPainted = true
      const own = canvas()!
      const size = [wanted.width, Math.max(1, Math.round(props.height(wanted.width, wanted.value)))]
      const [across, down] = size.map((length) => Math.round(length * devicePixelRatio))
      // Setting the size, even to what it is, takes new memory.
      if (own.width !== across || own.height !== down) [own.width, own.height] = [across, down]
      const context = own.getContext('2d')!
      context.setTransform(across / size[0], 0, 0, down / size[1], 0, 0)
      context.clearRect(0, 0, size[0], size[1])
      props.paint({ context, width: size[0], height: size[1], palette: palette() }, wanted.value)
    },
  )
  const isSaid = () => props.label !== undefined
  return (
    <div class="painting">
      <canvas ref={setCanvas} role={isSaid() ? 'img' : undefined} aria-label={props.label} aria-hidden={isSaid() ? undefined : 'true'} />
    </div>
  )
}
