/** The present structure, drawn: inputs, units and output, and lines as thick as their weights are now. */
import { formatNumber } from 'kudari'
import { For, Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { createLook } from '../../pictures/canvas/look.ts'
import { createPaint } from '../../shell/painter.ts'
import { modelMessages } from '../messages.ts'
import { shapeText } from '../shape-text.ts'
import { type DrawnColumn, type DrawnStructure, LETTERS, MOST_SHOWN, edgesOf, layOut, shortened } from './layout.ts'
import { strengthsOf } from './strengths.ts'

/** A picture with so few lines has the weights written beside them. */
const FEW_LINES = 5
const RADIUS = 9
/** Where along its line a weight is written. */
const ALONG = 0.42

/** What comes out of a model: the target, the class that a probability is of, or all classes. */
function createOutputs() {
  const { plan } = useSession()
  return () => {
    const { target } = plan()!.pipeline
    if (target.task === 'regression') return [target.column]
    return target.classes.length === 2 ? [`${target.classes[1]}`] : target.classes.map(String)
  }
}

export function Diagram() {
  const { plan } = useSession()
  const outputs = createOutputs()
  const picture = createMemo(() => layOut(plan()!.network.layers, plan()!.inputs, outputs()))
  return <Show when={picture()} keyed fallback={<Blocks />}>{(drawn) => <Units picture={drawn} />}</Show>
}

function Units(props: { readonly picture: DrawnStructure }) {
  const { picture } = props
  const edges = edgesOf(picture)
  const { view, setPlace } = createLook('weights', () => ({ most: MOST_SHOWN + 1 }))
  const lines: SVGLineElement[] = []
  const numbers: SVGTextElement[] = []
  const hasNumbers = edges.length <= FEW_LINES
  createPaint(
    () => view() && strengthsOf(edges, view()!),
    (strengths) => strengths?.forEach((strength, i) => {
      const line = lines[i]
      line.setAttribute('stroke-width', strength ? `${0.8 + 3.2 * strength.share}` : '0.8')
      line.setAttribute('stroke-opacity', strength ? `${0.35 + 0.65 * strength.share}` : '0.35')
      line.classList.toggle('negative', (strength?.weight ?? 0) < 0)
      if (hasNumbers && strength) numbers[i].textContent = `w${i} = ${formatNumber(strength.weight, 3)}`
    }),
  )
  const about = () => picture.columns.map(({ kind, count, activation }) =>
    `${t(kind === 'inputs' ? modelMessages.inputCount : modelMessages.unitCount, { count })}${activation ? ` (${activation})` : ''}`).join(' → ')

  return (
    <figure class="diagram" ref={setPlace}>
      <div class="drawing">
        <svg viewBox={`0 0 ${picture.width} ${picture.height}`} style={{ '--natural': `${picture.width}px` }} role="img" aria-label={t(modelMessages.picture, { layers: about() })}>
          <For each={edges}>{({ from, to }, i) => <line class="edge" ref={(line) => (lines[i()] = line)} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke-width="0.8" stroke-opacity="0.35" />}</For>
          <Show when={hasNumbers}>
            <For each={edges}>{({ from, to }, i) => (
              <text class="number" ref={(text) => (numbers[i()] = text)} x={from.x + ALONG * (to.x - from.x)} y={from.y + ALONG * (to.y - from.y) - 5}>w{i()}</text>
            )}</For>
          </Show>
          <For each={picture.columns}>{(column) => <Column column={column} bottom={picture.height} />}</For>
        </svg>
      </div>
      <figcaption>
        {t(modelMessages.legend)} <span class="sign positive"><i /> {t(modelMessages.positive)}</span> <span class="sign negative"><i /> {t(modelMessages.negative)}</span>
      </figcaption>
    </figure>
  )
}

function Column(props: { readonly column: DrawnColumn; readonly bottom: number }) {
  const { x, kind, units, ellipsis, count, activation, others } = props.column
  const isInput = kind === 'inputs'
  const side = isInput ? -RADIUS - 6 : RADIUS + 6
  return (
    <g class={kind}>
      <For each={units}>{({ y, index, label }) => (
        <g>
          <circle classList={{ one: index === undefined }} cx={x} cy={y} r={RADIUS} />
          <Show when={index === undefined} fallback={<Show when={label}>{(text) => <text class="label" x={x + side} y={y + 4}><title>{text()}</title>{shortened(text(), LETTERS)}</text>}</Show>}>
            <text class="inner" x={x} y={y + 4}>1</text>
          </Show>
        </g>
      )}</For>
      <Show when={ellipsis}>{(y) => <text class="inner" x={x} y={y() + 4}>⋮</text>}</Show>
      <text class="caption" x={x} y={props.bottom - 22}>{activation}</text>
      <text class="caption soft" x={x} y={props.bottom - 7}>
        {ellipsis === undefined ? others.join(', ') : isInput ? t(modelMessages.inputCount, { count }) : t(modelMessages.unitCount, { count })}
      </text>
    </g>
  )
}

/** A structure that is not one of dense layers alone: a block for each layer, with the shape of what comes out. */
function Blocks() {
  const { plan } = useSession()
  return (
    <ol class="blocks">
      <For each={plan()!.network.layers.filter(({ depth }) => depth === 0)}>
        {({ layer, output, parameters }) => (
          <li classList={{ learns: parameters > 0 }}>
            <code>{layer.type}</code>
            <small>{shapeText(output)}</small>
          </li>
        )}
      </For>
    </ol>
  )
}
