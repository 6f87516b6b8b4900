/** The settings that are rarely touched. */
import type { FitOptions } from 'kudari'
import { For, Show } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { NumberField } from '../controls/number-field.tsx'
import { numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { ClassSettings } from './loss.tsx'
import { descentMessages } from './messages.ts'
import { OptimizerSettings } from './optimizer.tsx'
import { Schedule } from './schedule.tsx'
import { withPart } from './settled.ts'

/** L1 and L2: nothing is what they begin with. */
function Penalty() {
  const { fit } = useSession()
  const choosing = createChoosing()
  const given = () => fit()?.penalty
  return (
    <Setting name={t(descentMessages.penalty)} isGroup choosing={choosing} isGiven={given() !== undefined} reset={{ penalty: undefined }}>
      {() => (
        <div class="numbers">
          <For each={['l2', 'l1'] as const}>
            {(name) => (
              <label>
                <span>{name.toUpperCase()}</span>
                <NumberField
                  kind={numberKinds.notNegative} value={given()?.[name] ?? 0} choosing={choosing}
                  change={(value) => ({ penalty: withPart(given(), name, value === 0 ? undefined : value) })} none={{ penalty: withPart(given(), name, undefined) }}
                />
              </label>
            )}
          </For>
        </div>
      )}
    </Setting>
  )
}

function Clip() {
  const { fit } = useSession()
  const choosing = createChoosing()
  const given = () => fit()?.clip
  const change = (name: keyof NonNullable<FitOptions['clip']>, value: number | undefined) => ({ clip: withPart(given(), name, value) })
  return (
    <Setting name={t(descentMessages.clip)} isGroup choosing={choosing} isGiven={given() !== undefined} reset={{ clip: undefined }}>
      {() => (
        <div class="numbers">
          <For each={[['norm', descentMessages.clipNorm], ['value', descentMessages.clipValue]] as const}>
            {([name, label]) => (
              <label>
                <span>{t(label)}</span>
                <NumberField kind={numberKinds.positive} value={given()?.[name]} choosing={choosing} placeholder={t(descentMessages.none)} change={(value) => change(name, value)} none={change(name, undefined)} />
              </label>
            )}
          </For>
        </div>
      )}
    </Setting>
  )
}

function Patience() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  return (
    <Setting name={t(descentMessages.patience)} choosing={choosing} isGiven={fit()?.patience !== undefined} reset={{ patience: undefined }}>
      {(ties) => (
        <div class="row">
          <NumberField kind={numberKinds.counting} value={plan()!.patience} choosing={choosing} ties={ties} placeholder={t(descentMessages.none)} change={(patience) => ({ patience })} none={{ patience: undefined }} />
          <small>{t(descentMessages.patienceHint)}</small>
        </div>
      )}
    </Setting>
  )
}

function Shuffle() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  return (
    <Show when={plan()!.batch !== 'full'}>
      <Setting name={t(descentMessages.shuffle)} isGroup choosing={choosing} isGiven={fit()?.shuffle !== undefined} reset={{ shuffle: undefined }}>
        {() => (
          <label class="check">
            <input type="checkbox" checked={plan()!.shuffle} onChange={({ currentTarget: { checked } }) => void choosing.choose({ shuffle: checked ? undefined : false })} /> {t(descentMessages.shuffled)}
          </label>
        )}
      </Setting>
    </Show>
  )
}

function Numbers() {
  const { plan, fit } = useSession()
  const [seeding, storing] = [createChoosing(), createChoosing()]
  return (
    <>
      <Setting name={t(descentMessages.seed)} choosing={seeding} isGiven={fit()?.seed !== undefined} reset={{ seed: undefined }}>
        {(ties) => <NumberField kind={numberKinds.whole} value={plan()!.seed} choosing={seeding} ties={ties} change={(seed) => ({ seed })} none={{ seed: undefined }} />}
      </Setting>
      <Setting name={t(descentMessages.dtype)} choosing={storing} isGiven={fit()?.dtype !== undefined} reset={{ dtype: undefined }}>
        {(ties) => (
          <select {...ties} onChange={({ currentTarget: { value } }) => void storing.choose({ dtype: value === 'float32' ? 'float32' : 'float64' })}>
            <For each={['float64', 'float32'] as const}>{(dtype) => <option value={dtype} selected={dtype === plan()!.dtype}>{dtype}</option>}</For>
          </select>
        )}
      </Setting>
    </>
  )
}

export const More = () => (
  <details class="more">
    <summary>{t(descentMessages.more)}</summary>
    <div class="body">
      <OptimizerSettings />
      <Schedule />
      <Penalty />
      <ClassSettings />
      <Clip />
      <Patience />
      <Shuffle />
      <Numbers />
    </div>
  </details>
)
