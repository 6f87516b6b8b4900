/** A plot in layers: a ground on a canvas, the plot over it, and over both what can be touched; as wide as its place. */
import type * as Plot from '@observablehq/plot'
import { type Accessor, type JSX, Show, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { zoom } from '../shell/page-size.ts'
import { createPaint } from '../shell/painter.ts'
import { createVisible } from './canvas/visible.ts'
import { drawPlot } from './plot.tsx'
import type { PlotFrame } from './plot-frame.ts'
import './layers.css'

/** What is to be seen, in a place of a certain width; lengths are in units of the plot's frame. */
export interface Scene {
  readonly frame: PlotFrame
  readonly plot: Plot.PlotOptions
  /** Paints the ground. */
  readonly ground?: (context: CanvasRenderingContext2D) => void
}

export interface LayersProps {
  /** Tracked. */
  readonly scene: (width: number) => Scene
  /** What the plot shows, in a sentence. */
  readonly label: string
  /** What lies over the plot, in an SVG of the same units. */
  readonly over?: (frame: Accessor<PlotFrame>) => JSX.Element
}

function paintGround(canvas: HTMLCanvasElement, { frame: { width, height }, ground }: Scene, pixels: number): void {
  const scale = ground ? devicePixelRatio * pixels : 0
  const size = [Math.round(width * scale), Math.round(height * scale)]
  // A canvas that is given a size loses its memory, even where it is the same size.
  if (canvas.width !== size[0]) canvas.width = size[0]
  if (canvas.height !== size[1]) canvas.height = size[1]
  const context = ground && canvas.getContext('2d')
  if (!context) return
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, width, height)
  ground(context)
}

export function Layers(props: LayersProps) {
  const [width, setWidth] = createSignal(0)
  const [root, setRoot] = createSignal<HTMLDivElement>()
  const isVisible = createVisible(root)
  let [place, canvas]: [HTMLDivElement?, HTMLCanvasElement?] = []
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)))
    observer.observe(root()!)
    onCleanup(() => observer.disconnect())
  })
  // What is not on the screen stays as it was; the first painting gives the plot its height.
  const scene = createMemo((before: Scene | undefined) => (width() === 0 || (before && !isVisible()) ? before : props.scene(Math.round(width() / zoom()))))
  createPaint(
    () => ({ wanted: scene(), label: props.label, pixels: zoom() }),
    ({ wanted, label, pixels }) => {
      if (!wanted) return
      paintGround(canvas!, wanted, pixels)
      place!.replaceChildren(drawPlot(wanted.plot, label))
    },
  )
  return (
    <div class="layers" ref={setRoot}>
      <canvas ref={canvas} aria-hidden="true" />
      <div class="plot-place" ref={place} />
      <Show when={props.over && scene()} keyed={false}>
        {(present) => (
          <svg class="over" viewBox={`0 0 ${present().frame.width} ${present().frame.height}`}>{props.over!(() => present().frame)}</svg>
        )}
      </Show>
    </div>
  )
}
