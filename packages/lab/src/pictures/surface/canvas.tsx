/** A canvas as sharp as its screen, in the page's colours, painted when there is time. */
import { createPaint } from '../../shell/painter.ts'
import { type Theme, theme } from '../../shell/theme.ts'
import { type Palette, paletteOf } from './palette.ts'
import type { Screen } from './relief.ts'

/** Read once for each theme: asking the browser takes longer than painting an arrow. */
const palettes = new Map<Theme, Palette>()

function paletteFor(theme: Theme, element: Element): Palette {
  const palette = palettes.get(theme) ?? paletteOf(element)
  palettes.set(theme, palette)
  return palette
}

export type Paint = (context: CanvasRenderingContext2D, palette: Palette) => void

export interface CanvasProps {
  /** In the units that are painted in; one of them is `zoom` pixels of the page. */
  readonly screen: Screen
  readonly zoom: number
  /** What is painted; tracked. */
  readonly paint: () => Paint
}

export function Canvas(props: CanvasProps) {
  let canvas: HTMLCanvasElement | undefined
  createPaint(
    () => ({ ...props.screen, zoom: props.zoom, paint: props.paint(), theme: theme() }),
    ({ width, height, zoom, paint, theme }) => {
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return
      const scale = zoom * devicePixelRatio
      canvas.width = Math.round(width * scale)
      canvas.height = Math.round(height * scale)
      context.setTransform(scale, 0, 0, scale, 0, 0)
      paint(context, paletteFor(theme, canvas))
    },
  )
  return <canvas ref={(element) => (canvas = element)} aria-hidden="true" style={{ '--width': `${props.screen.width * props.zoom}px`, '--height': `${props.screen.height * props.zoom}px` }} />
}
