/** The talk's picture of the three structures side by side: the present one is lit, and a click chooses another. */
import { type Component, For, Show, createSignal } from 'solid-js'
import type { Choosing } from '../controls/choosing.ts'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { modelMessages } from './messages.ts'
import { type Structure, changeTo, classCount, firstNetwork, firstNetworkOfImages, structureOf, suits } from './structure.ts'

type Kind = 'linear' | 'logistic' | 'network'
const kinds: readonly Kind[] = ['linear', 'logistic', 'network']

/** Of each structure the heights of its units, column by column; behind the last but of a linear one stands f. */
const drawings: Readonly<Record<Kind, readonly (readonly number[])[]>> = {
  linear: [[18, 42], [30]],
  logistic: [[12, 30, 48], [30]],
  network: [[12, 30, 48], [12, 30, 48], [30]],
}

const ACROSS = 34
const LEFT = 12

const Drawing: Component<{ readonly kind: Kind }> = (props) => {
  const columns = drawings[props.kind]
  const x = (column: number): number => LEFT + column * ACROSS
  const isBent = props.kind !== 'linear'
  const width = x(columns.length - 1) + (isBent ? 34 : LEFT)
  return (
    <svg viewBox={`0 0 ${width} 60`} aria-hidden="true">
      <For each={columns.slice(1)}>{(units, column) => (
        <For each={units}>{(to) => <For each={columns[column()]}>{(from) => <line x1={x(column())} y1={from} x2={x(column() + 1)} y2={to} />}</For>}</For>
      )}</For>
      <Show when={isBent}>
        <line x1={x(columns.length - 1)} y1="30" x2={width - 4} y2="30" />
        <text x={width - 17} y="25">f</text>
      </Show>
      <For each={columns}>{(units, column) => <For each={units}>{(y, i) => <circle classList={{ one: column() === 0 && i() === 0 }} cx={x(column())} cy={y} r="5.5" />}</For>}</For>
    </svg>
  )
}

export function Thumbnails(props: { readonly choosing: Choosing }) {
  const { plan, fit, table } = useSession()
  const [refused, setRefused] = createSignal<Kind>()
  const classes = () => classCount(plan()!.pipeline)
  const present = (): Structure => structureOf(fit()?.model, classes())
  const isPresent = (kind: Kind) => present().kind === kind || (kind === 'network' && (present().kind === 'convolutional' || present().kind === 'own'))
  const name = (kind: Kind) => t(kind === 'logistic' && classes() > 2 ? modelMessages.softmax : modelMessages[kind])

  function choose(kind: Kind): void {
    if (!suits(kind, classes())) return void setRefused(kind)
    setRefused(undefined)
    if (!isPresent(kind)) void props.choosing.choose(changeTo(kind === 'network' ? (table()?.image ? firstNetworkOfImages : firstNetwork) : { kind }, fit() ?? {}, classes()))
  }

  return (
    <div class="structures" role="group" aria-label={t(modelMessages.structures)}>
      <div class="thumbnails">
        <For each={kinds}>
          {(kind) => (
            <button type="button" aria-pressed={isPresent(kind)} aria-disabled={!suits(kind, classes())} onClick={() => choose(kind)}>
              <Drawing kind={kind} />
              <span>{name(kind)}</span>
            </button>
          )}
        </For>
      </div>
      <p class="soft note" role="status">
        {refused() === 'linear' && classes() > 0
          ? t(modelMessages.needsNumbers, { target: plan()!.pipeline.target.column, classes: classes() })
          : refused() === 'logistic' && classes() === 0
            ? t(modelMessages.needsClasses, { target: plan()!.pipeline.target.column })
            : t(modelMessages.right)}
      </p>
    </div>
  )
}
