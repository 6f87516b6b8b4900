/** Weights and gradients by layer: heat maps of a network's tensors, bars of the weights of a model without hidden layers. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { createLook } from '../canvas/look.ts'
import { sentences } from '../canvas/sentences.ts'
import { Card } from '../card.tsx'
import { layersMessages } from './messages.ts'
import { type LearningLayer, type NamedTensor, cellNames, inputNames, learningLayers } from './names.ts'
import { Sizes } from './sizes.tsx'
import { TensorMaps } from './tensor-maps.tsx'
import { WeightBars } from './weight-bars.tsx'
import './layers.css'

/** So many layers are open at first. */
const OPEN = 4

const sides = (shape: readonly number[]): string => shape.join(' × ') || '1'

export function Layers() {
  const { plan, frame } = useSession()
  const isPlaying = createMemo(() => frame()?.isPlaying ?? false)
  const layers = createMemo(() => (plan() ? learningLayers(plan()!) : []))
  const [choices, setChoices] = createSignal<Readonly<Record<string, boolean>>>({})
  const isOpen = ({ place, number }: LearningLayer): boolean => choices()[place] ?? number <= OPEN
  const open = createMemo(() => layers().filter(isOpen).flatMap(({ tensors }) => tensors.map(({ name }) => name)), [], {
    equals: (a, b) => a.join() === b.join(),
  })
  const { view, problem, setPlace } = createLook('layers', () => ({ open: open(), isPlaying: isPlaying() }))

  /** The only tensor of weights, where it has one output: then there is a bar for each. */
  const column = createMemo(() => {
    const weights = layers().flatMap(({ tensors }) => tensors.filter(({ role }) => role === 'W'))
    return weights.length === 1 && (weights[0].shape[1] ?? 1) === 1 && layers().length === 1 ? weights[0].name : undefined
  })
  const bars = createMemo(() => {
    const tensor = column() === undefined ? undefined : view()?.tensors[column()!]
    const [weights, gradient] = [tensor?.weights.blocks, tensor?.gradient.blocks]
    return weights?.rowsPerCell === 1 && gradient ? { weights: weights.cells, gradient: gradient.cells } : undefined
  })
  const weightNames = createMemo(() => layers().flatMap(({ tensors }) => tensors.filter(({ role }) => role === 'W').map(({ name }) => name)))

  /** The layers whose units all do the same. */
  const alike = () => weightNames().filter((name) => view()?.tensors[name]?.isAlike).join(', ')

  const about = (): string => {
    if (column() === undefined) return sentences(t(layersMessages.about), t(layersMessages.point))
    return sentences(t(layersMessages.aboutBars), plan()?.scale === 'standard' ? t(layersMessages.standardized) : '')
  }

  const Tensor = (own: { readonly layer: LearningLayer; readonly tensor: NamedTensor }) => {
    const names = createMemo(() => {
      const weighted = layers().filter(({ tensors }) => tensors.some(({ role }) => role === 'W'))
      return cellNames(plan()!, own.layer, own.tensor, own.layer === layers()[0], own.layer === weighted.at(-1))
    })
    return <Show when={view()?.tensors[own.tensor.name]}>{(tensor) => <TensorMaps name={own.tensor.name} role={own.tensor.role} view={tensor()} names={names()} />}</Show>
  }

  return (
    <Card name={t(layersMessages.name)}>
      <div class="layers-picture" ref={setPlace}>
        <Show when={problem()}>{(why) => <p class="hint">{inLanguage(why().text)}</p>}</Show>
        <p class="soft">{about()}</p>
        <Show when={bars()} fallback={
          <>
            <Show when={weightNames().length > 1 && view()}>{(now) => <Sizes names={weightNames()} view={now()} />}</Show>
            <Show when={alike()}>{(name) => <p class="hint">{t(layersMessages.alike, { name: name() })}</p>}</Show>
            <For each={layers()}>
              {(layer) => (
                <details open={isOpen(layer)} onToggle={({ currentTarget }) => setChoices((before) => ({ ...before, [layer.place]: currentTarget.open }))}>
                  <summary><h3>{t(layersMessages.layer, { number: layer.number, type: layer.type, input: sides(layer.input), output: sides(layer.output) })}</h3></summary>
                  <For each={layer.tensors}>{(tensor) => <Tensor layer={layer} tensor={tensor} />}</For>
                </details>
              )}
            </For>
          </>
        }>
          {(now) => <WeightBars weights={now().weights} gradient={now().gradient} names={inputNames(plan()!)} isPlaying={isPlaying()} />}
        </Show>
        <Show when={view()}>{(now) => <small>{t(layersMessages.measured, { rows: now().gradientRows, iteration: now().gradientIteration })}</small>}</Show>
      </div>
    </Card>
  )
}
