/** The legend of a heat map: how its numbers spread, over the colours that they have. */
import { BARS, type Spread } from '../../worker/inside/spread.ts'
import { paintSteps } from '../canvas/cells.ts'
import { Painting, type Pen } from '../canvas/painting.tsx'
import { palette } from '../canvas/palette.ts'
import { short } from './words.ts'

export interface ScaleBarProps {
  readonly spread: Spread
  /** The size of a number that has the full colour; beyond it colours stay. */
  readonly limit: number
}

const [BAR, HISTOGRAM] = [7, 30]
/** Fewer numbers than that are no distribution. */
const FEW = 24

export function ScaleBar(props: ScaleBarProps) {
  const high = (): number => (props.spread.count >= FEW ? HISTOGRAM : 0)
  function paint(pen: Pen, { spread, limit }: ScaleBarProps): void {
    const { context, width, palette } = pen
    const top = high()
    const tallest = spread.bars.reduce((a, b) => Math.max(a, b), 1)
    const across = width / BARS
    context.fillStyle = palette.css.soft
    if (top > 0) for (const [i, count] of spread.bars.entries()) context.fillRect(i * across + 0.5, top - (top * count) / tallest, across - 1, (top * count) / tallest)
    // The bar reaches as far as the numbers do, the colours as far as the map's.
    const reach = limit > 0 ? spread.limit / limit : 0
    const steps = Int8Array.from({ length: 129 }, (_, i) => Math.max(-127, Math.min(127, Math.round(((i - 64) / 64) * reach * 127))))
    paintSteps(pen, steps, 129, 1, palette.ramp('diverging'), { x: 0, y: top + 1, width, height: BAR }, true)
    context.font = palette.font
    context.fillStyle = palette.css.soft
    context.textBaseline = 'top'
    const ends = [['left', 0, short(-spread.limit)], ['right', width, short(spread.limit)]] as const
    const texts = [['center', width / 2, '0'] as const, ...(spread.limit > 0 ? ends : [])]
    for (const [align, x, text] of texts) {
      context.textAlign = align
      context.fillText(text, x, top + BAR + 4)
    }
  }
  return <div class="scale-bar"><Painting of={() => ({ spread: props.spread, limit: props.limit })} height={() => high() + BAR + palette().text + 5} paint={paint} /></div>
}
