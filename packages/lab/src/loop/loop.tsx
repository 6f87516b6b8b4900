/** The talk's loop: data, model, prediction, loss, gradient descent, and back; the present part is lit. */
import { For, Show, createSignal, onCleanup, onMount } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import './loop.css'
import { loopMessages } from './messages.ts'
import { setSide } from '../shell/side.ts'
import { descentText, lossText, modelText, predictionText, weightedSum } from './readings.ts'
import { type Part, createWalk, isFast, parts } from './walk.ts'

/** The places of the page where the parts are at home. */
const homes: Readonly<Record<Part, string>> = { data: 'data', model: 'model', prediction: 'pictures', loss: 'descent', descent: 'box' }

/** Models of more parameters are not asked for a prediction at every frame. */
const MOST_PARAMETERS = 100_000

/** The formula of every part at the present moment. */
function createReadings() {
  const session = useSession()
  const { plan, frame, history } = session
  const hasOneLayer = () => plan()?.parameterNames.length === 1
  const isSmall = () => {
    const network = plan()?.network
    return network !== undefined && network.parameters <= MOST_PARAMETERS && !network.layers.some(({ layer }) => layer.type === 'conv2d')
  }
  const weights = session.watch('weights', () => (hasOneLayer() ? { most: 4 } : null))
  const row = session.watch('firstRow', () => (isSmall() ? undefined : null))

  const sum = () => {
    const view = weights()
    const corner = view && 'result' in view ? view.result.w : undefined
    return corner && weightedSum(corner)
  }
  const readings: Readonly<Record<Part, () => string>> = {
    data: () => t(loopMessages.rows, { rows: plan()!.trainingRows, inputs: plan()!.inputs.length }),
    model: () => {
      const text = sum()
      return text === undefined ? t(loopMessages.parameters, { count: plan()!.network.parameters }) : modelText(text, plan()!.pipeline.target.task === 'classification')
    },
    prediction: () => {
      const view = row()
      return view && 'result' in view ? predictionText(view.result) : 'yp'
    },
    loss: () => {
      const made = frame()?.iteration ?? 0
      return lossText(made > 0 ? history().loss.values[made - 1] : undefined)
    },
    descent: () => descentText(plan()!.learningRate, plan()!.learning.optimizer?.type),
  }
  return readings
}

/** The part whose place in the page has the focus. */
function createFocused() {
  const [focused, setFocused] = createSignal<Part>()
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return
    const part = parts.find((each) => target.closest(`#${homes[each]}`))
    if (part) setFocused(part)
  }
  onMount(() => document.addEventListener('focusin', onFocus))
  onCleanup(() => document.removeEventListener('focusin', onFocus))
  return focused
}

/** Goes to where a part is at home; the way down is at home with the loss as long as no step lies open. */
function visit(part: Part): void {
  setSide(part === 'prediction' || part === 'descent' ? 'pictures' : 'settings')
  const home = document.querySelector<HTMLElement>(`#${homes[part]}`)
  const place = home && home.offsetHeight > 0 ? home : document.querySelector<HTMLElement>('#descent')
  place?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  place?.focus({ preventScroll: true })
}

export function Loop() {
  const session = useSession()
  const walking = createWalk(session)
  const focused = createFocused()
  const readings = createReadings()
  const lit = () => (isFast(session) ? undefined : (walking() ?? focused()))
  return (
    <Show when={session.plan()}>
      <nav class="loop" classList={{ turning: isFast(session) }} aria-label={t(loopMessages.title)}>
        <ol>
          <For each={parts}>
            {(part) => (
              <li>
                <a href={`#${homes[part]}`} classList={{ lit: lit() === part }} aria-current={lit() === part ? 'step' : undefined} onClick={(event) => {
                  event.preventDefault()
                  visit(part)
                }}>
                  <b>{t(loopMessages.parts[part])}</b>
                  <span title={readings[part]()}>{readings[part]()}</span>
                </a>
              </li>
            )}
          </For>
        </ol>
        <div class="way-back" aria-hidden="true" title={t(loopMessages.back)} />
      </nav>
    </Show>
  )
}
