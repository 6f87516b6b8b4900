/** The optimizer: how the gradient becomes a step, with the rule written out. */
import { optimizerNames } from 'kudari'
import { For, Show } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { NumberField } from '../controls/number-field.tsx'
import { numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import type { FormulasAnswer } from '../worker/answers/formulas.ts'
import { Formulas } from './loss.tsx'
import { descentMessages } from './messages.ts'
import { type OptimizerNumber, optimizerOfPlan, optimizerSettingsOfPlan, withOptimizer, withPart } from './settled.ts'

export function Optimizer(props: { readonly formulas: FormulasAnswer | undefined }) {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const present = () => optimizerOfPlan(plan()!)
  return (
    <>
      <Setting name={t(descentMessages.optimizer)} choosing={choosing} about="optimizer" isGiven={fit()?.optimizer !== undefined} reset={{ optimizer: undefined, optimizerSettings: undefined }}>
        {(ties) => (
          <select {...ties} onChange={({ currentTarget: { value } }) => void choosing.choose(withOptimizer(optimizerNames.find((name) => name === value)!, fit()?.optimizerSettings))}>
            <For each={optimizerNames}>{(name) => <option value={name} selected={name === present()}>{t(descentMessages.optimizers[name])}</option>}</For>
          </select>
        )}
      </Setting>
      <Formulas label={t(descentMessages.rule)} lines={props.formulas?.descent} />
    </>
  )
}

/** The settings that the present optimizer has, if it has any. */
export function OptimizerSettings() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const settings = () => optimizerSettingsOfPlan(plan()!)
  const numbers = () => Object.keys(settings()).filter((key) => key !== 'betas') as OptimizerNumber[]
  const given = () => fit()?.optimizerSettings
  return (
    <Show when={Object.keys(settings()).length > 0}>
      <Setting name={t(descentMessages.optimizerSettings)} isGroup choosing={choosing} isGiven={given() !== undefined} reset={{ optimizerSettings: undefined }}>
        {() => (
          <div class="numbers">
            <Show when={settings().betas}>
              {(betas) => (
                <For each={[0, 1]}>
                  {(i) => (
                    <label>
                      <span>{t(descentMessages.beta, { number: i + 1 })}</span>
                      <NumberField kind={numberKinds.share} value={betas()[i]} choosing={choosing} change={(value) => ({ optimizerSettings: { ...given(), betas: betas().with(i, value) as [number, number] } })} />
                    </label>
                  )}
                </For>
              )}
            </Show>
            <For each={numbers()}>
              {(name) => (
                <label>
                  <span>{t(descentMessages.optimizerNumbers[name])}</span>
                  <NumberField
                    kind={name === 'smoothing' ? numberKinds.share : numberKinds.notNegative} value={settings()[name]} choosing={choosing}
                    change={(value) => ({ optimizerSettings: withPart(given(), name, value) })} none={{ optimizerSettings: withPart(given(), name, undefined) }}
                  />
                </label>
              )}
            </For>
          </div>
        )}
      </Setting>
    </Show>
  )
}
