/** The controls of the run: play, one step, ten, back, and any moment of it; what the moment is, in numbers. */
import { formatNumber } from 'kudari'
import { For, type JSX, Show, createMemo, createSignal } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import type { Speed } from '../worker/protocol.ts'
import { trainingMessages } from './messages.ts'
import './transport.css'

const speeds: readonly Speed[] = [1, 4, 15, 60, 'full']

/** The moment in numbers: the loss is that of the last step, before its update, as the talk prints it. */
function createReading() {
  const { frame, history, plan } = useSession()
  return createMemo(() => {
    const now = frame()
    const settled = plan()
    if (!now || !settled) return undefined
    const { loss, validation } = history()
    const held = validation.loss
    const measured = held && now.iteration > 0 ? lastMeasured(held.values, now.iteration - 1) : undefined
    return { iteration: now.iteration, loss: now.iteration > 0 ? loss.values[now.iteration - 1] : undefined, validation: measured, epoch: settled.stepsPerEpoch > 1 ? now.iteration / settled.stepsPerEpoch : undefined }
  })
}

function lastMeasured(values: Float64Array, from: number): number | undefined {
  for (let i = from; i >= 0; i--) if (!Number.isNaN(values[i])) return values[i]
  return undefined
}

/** @param props.children what else is at the end of the row. */
export function Transport(props: { readonly children?: JSX.Element }) {
  const session = useSession()
  const { frame, plan } = session
  const reading = createReading()
  const [dragged, setDragged] = createSignal<number>()
  const isPlaying = () => frame()?.isPlaying ?? false
  const iteration = () => dragged() ?? frame()?.iteration ?? 0
  const furthest = () => frame()?.furthest ?? 0
  return (
    <section class="transport" aria-label={t(trainingMessages.controls)}>
      <div class="buttons" role="group" aria-label={t(trainingMessages.controls)}>
        <button type="button" class="quiet" title={t(trainingMessages.first)} aria-label={t(trainingMessages.first)} disabled={iteration() === 0} onClick={() => session.seek(0)}>
          <Icon name="first" />
        </button>
        <button type="button" class="quiet" title={t(trainingMessages.back)} aria-label={t(trainingMessages.back)} disabled={iteration() === 0} onClick={() => session.step(-1)}>
          <Icon name="back" />
        </button>
        <button
          type="button" class="primary play" disabled={!frame()} title={t(trainingMessages.playTip)}
          aria-label={t(isPlaying() ? trainingMessages.pause : trainingMessages.play)} onClick={() => (isPlaying() ? session.pause() : session.play())}
        >
          <Icon name={isPlaying() ? 'pause' : 'play'} />
          <span>{t(isPlaying() ? trainingMessages.pause : trainingMessages.play)}</span>
        </button>
        <button type="button" class="quiet" title={t(trainingMessages.step)} aria-label={t(trainingMessages.step)} disabled={!frame()} onClick={() => session.step(1)}>
          <Icon name="forward" />
        </button>
        <button type="button" class="quiet" title={t(trainingMessages.ten)} aria-label={t(trainingMessages.ten)} disabled={!frame()} onClick={() => session.step(10)}>
          <Icon name="ten" />
        </button>
      </div>
      <div class="scrubber">
        <div class="reading">
          <span>{t(trainingMessages.iteration)} <b>{iteration()}</b></span>
          <Show when={reading()?.epoch !== undefined}><span>{t(trainingMessages.epoch)} <b>{reading()!.epoch!.toFixed(1)}</b></span></Show>
          <Show when={reading()?.loss !== undefined}><span>{t(trainingMessages.loss)} <b>{formatNumber(reading()!.loss!)}</b></span></Show>
          <Show when={reading()?.validation !== undefined}><span>{t(trainingMessages.validationLoss)} <b>{formatNumber(reading()!.validation!)}</b></span></Show>
        </div>
        <input
          type="range" min="0" max={Math.max(furthest(), 1)} value={iteration()} disabled={furthest() === 0}
          aria-label={t(trainingMessages.iteration)} aria-valuetext={reading()?.loss === undefined ? `${iteration()}` : t(trainingMessages.announced, { iteration: iteration(), loss: formatNumber(reading()!.loss!) })}
          onInput={({ currentTarget: { valueAsNumber } }) => {
            setDragged(valueAsNumber)
            session.seek(valueAsNumber)
          }}
          onChange={() => setDragged(undefined)}
        />
      </div>
      <div class="others">
        <select aria-label={t(trainingMessages.speed)} onChange={({ currentTarget: { value } }) => session.setSpeed(value === 'full' ? 'full' : Number(value))}>
          <For each={speeds}>{(speed) => <option value={`${speed}`} selected={session.speed() === speed}>{speed === 'full' ? t(trainingMessages.full) : t(trainingMessages.perSecond, { steps: speed })}</option>}</For>
        </select>
        <button type="button" class="keep" disabled={!plan() || furthest() === 0} title={t(trainingMessages.keep)} aria-label={t(trainingMessages.keep)} onClick={() => session.keep()}>
          <Icon name="keep" /> <span>{t(trainingMessages.keep)}</span>
        </button>
        {props.children}
      </div>
    </section>
  )
}
