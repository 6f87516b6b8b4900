/** Observable Plot as a component: as wide as its place, painted when there is time, with a name that is read aloud. */
import * as Plot from '@observablehq/plot'
import { createSignal, onCleanup, onMount } from 'solid-js'
import { zoom } from '../shell/page-size.ts'
import { createPaint } from '../shell/painter.ts'
import { createVisible } from './canvas/visible.ts'
import { heightFor } from './plot-frame.ts'
import './plot.css'

export interface PlotFigureProps {
  /** The plot, given the width it has in its units; tracked. */
  readonly options: (width: number) => Plot.PlotOptions
  /** What the plot shows, in a sentence. */
  readonly label: string
  /** Height over width. Default: 0.62. */
  readonly ratio?: number
}

const defaults: Plot.PlotOptions = { className: 'plot', marginTop: 12, marginRight: 16, marginBottom: 38, marginLeft: 52 }

/** Plots as wide as their cards are; what a style element would say, the stylesheet says, since the page allows none. */
export function drawPlot(options: Plot.PlotOptions, label: string): Element {
  const svg = Plot.plot({ ...defaults, ...options })
  svg.querySelector('style')?.remove()
  // Of an image only its own name is read.
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  return svg
}

export function PlotFigure(props: PlotFigureProps) {
  const [width, setWidth] = createSignal(0)
  const [place, setPlace] = createSignal<HTMLDivElement>()
  onMount(() => {
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(Math.round(contentRect.width)))
    observer.observe(place()!)
    onCleanup(() => observer.disconnect())
  })
  const isVisible = createVisible(place)
  // What is not on the screen stays as it was; the first painting gives the plot its height.
  let isPainted = false
  createPaint(
    () => {
      const across = Math.round(width() / zoom())
      if (across === 0 || (isPainted && !isVisible())) return undefined
      return { options: { width: across, height: heightFor(across, props.ratio ?? 0.62), ...props.options(across) }, label: props.label }
    },
    (wanted) => {
      if (!wanted) return
      isPainted = true
      place()!.replaceChildren(drawPlot(wanted.options, wanted.label))
    },
  )
  return <div class="plot-place" ref={setPlace} />
}
