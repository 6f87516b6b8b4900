/** Points drawn by hand: classes to tell apart, or a curve to follow. */
import { For, Show, createEffect, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { Icon } from '../../shell/icon.tsx'
import { type DataSource, type DrawnPoints, drawnClasses } from '../../worker/data-source.ts'
import { drawingMessages } from './messages.ts'
import { Mark, Plane } from './plane.tsx'
import { type Drawing, type DrawnTask, cleared, emptyDrawing, lacking, removed, undone } from './points.ts'

export interface DrawProps {
  readonly present: DataSource | undefined
  readonly onChange: (drawn: DrawnPoints) => void
}

const tasks: readonly DrawnTask[] = ['classification', 'regression']

export function Draw(props: DrawProps) {
  const [drawings, setDrawings] = createSignal<Readonly<Record<DrawnTask, Drawing>>>({
    classification: emptyDrawing('classification'),
    regression: emptyDrawing('regression'),
  })
  const [task, setTask] = createSignal<DrawnTask>('classification')
  const [label, setLabel] = createSignal(0)
  const drawing = () => drawings()[task()]
  const isSame = ({ task: own, points }: DrawnPoints): boolean => JSON.stringify(drawings()[own].points) === JSON.stringify(points)

  // Points may also come with a link.
  createEffect(() => {
    if (props.present?.kind !== 'drawn') return
    const { drawn } = props.present
    if (isSame(drawn) || drawing().points.length > 0) return
    setTask(drawn.task)
    setDrawings((before) => ({ ...before, [drawn.task]: { ...emptyDrawing(drawn.task), points: drawn.points } }))
  })

  const tell = ({ task: own, points }: Drawing): void => {
    if (lacking({ task: own, points }) === undefined) props.onChange({ task: own, points })
  }
  const change = (next: Drawing): void => {
    const before = drawing()
    setDrawings((all) => ({ ...all, [next.task]: next }))
    if (next.points !== before.points) tell(next)
  }
  const turn = (to: DrawnTask): void => {
    setTask(to)
    tell(drawing())
  }
  const hint = () => {
    if (drawing().points.length === 0) return drawingMessages.short
    const what = lacking(drawing())
    return what && drawingMessages.needs[what]
  }

  return (
    <>
      <div class="choices" role="group" aria-label={t(drawingMessages.task)}>
        <For each={tasks}>{(each) => <button type="button" aria-pressed={task() === each} onClick={() => turn(each)}>{t(drawingMessages[each])}</button>}</For>
      </div>
      <Show when={task() === 'classification'}>
        <div class="labels" role="group" aria-label={t(drawingMessages.label)}>
          <For each={drawnClasses}>
            {(name, k) => (
              <button type="button" aria-pressed={label() === k()} aria-label={`${t(drawingMessages.label)}: ${name}`} onClick={() => setLabel(k())}>
                <svg viewBox="-8 -8 16 16" aria-hidden="true"><Mark label={k()} /></svg> {name}
              </button>
            )}
          </For>
        </div>
      </Show>
      <Plane drawing={drawing()} label={label()} onChange={change} />
      <Show when={hint()}>{(message) => <p class="soft">{t(message())}</p>}</Show>
      <div class="choices">
        <button type="button" disabled={drawing().before.length === 0} onClick={() => change(undone(drawing()))}>
          <Icon name="undo" /> {t(drawingMessages.undo)}
        </button>
        <button type="button" disabled={drawing().selected === undefined} onClick={() => change(removed(drawing()))}>{t(drawingMessages.remove)}</button>
        <button type="button" disabled={drawing().points.length === 0} onClick={() => change(cleared(drawing()))}>
          <Icon name="bin" /> {t(drawingMessages.clear)}
        </button>
      </div>
    </>
  )
}
