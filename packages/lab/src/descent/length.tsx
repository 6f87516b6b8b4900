/** How many rows a step learns from, and how many steps there are. */
import { For, createEffect, createSignal, on } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { NumberField } from '../controls/number-field.tsx'
import { numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { descentMessages } from './messages.ts'

const batches = [32, 64, 256] as const

export function Batch() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const batch = () => plan()!.batch
  const number = () => {
    const present = batch()
    return present === 'full' ? undefined : present
  }
  return (
    <Setting name={t(descentMessages.batch)} isGroup choosing={choosing} about="batch" isGiven={fit()?.batch !== undefined} reset={{ batch: undefined }}>
      {() => (
        <div class="segments">
          <button type="button" aria-pressed={batch() === 'full'} onClick={() => void choosing.choose({ batch: 'full' })}>{t(descentMessages.fullBatch, { rows: plan()!.trainingRows })}</button>
          <For each={batches.filter((size) => size < plan()!.trainingRows)}>
            {(size) => <button type="button" aria-pressed={batch() === size} onClick={() => void choosing.choose({ batch: size })}>{size}</button>}
          </For>
          <NumberField
            kind={numberKinds.counting} value={number()} choosing={choosing} label={t(descentMessages.batchNumber)} placeholder="N"
            change={(size) => ({ batch: size })} none={{ batch: undefined }}
          />
        </div>
      )}
    </Setting>
  )
}

export function Length() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const [isEpochs, setEpochs] = createSignal(false)
  createEffect(on(fit, (chosen) => setEpochs(chosen?.epochs !== undefined)))
  const value = () => (isEpochs() ? (fit()?.epochs ?? Math.ceil(plan()!.iterations / plan()!.stepsPerEpoch)) : plan()!.iterations)
  return (
    <Setting name={t(descentMessages.length)} choosing={choosing} about="iterations" isGiven={fit()?.iterations !== undefined || fit()?.epochs !== undefined} reset={{ iterations: undefined, epochs: undefined }}>
      {(ties) => (
        <div class="row">
          <NumberField
            kind={numberKinds.counting} value={value()} choosing={choosing} ties={ties} none={{ iterations: undefined, epochs: undefined }}
            change={(count) => (isEpochs() ? { epochs: count, iterations: undefined } : { iterations: count, epochs: undefined })}
          />
          <select class="grow" aria-label={t(descentMessages.unit)} onChange={({ currentTarget }) => setEpochs(currentTarget.value === 'epochs')}>
            <option value="iterations" selected={!isEpochs()}>{t(descentMessages.iterations)}</option>
            <option value="epochs" selected={isEpochs()}>{t(descentMessages.epochs)}</option>
          </select>
        </div>
      )}
    </Setting>
  )
}
