/** The loss function: which one, how it is computed, and its own settings. */
import { type LossName, lossNames, lossOf } from 'kudari'
import { For, Show } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { Formula } from '../controls/formula.tsx'
import { NumberField } from '../controls/number-field.tsx'
import { numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import type { FormulasAnswer } from '../worker/answers/formulas.ts'
import { descentMessages } from './messages.ts'

/** The losses that a model could have instead: its last layer stays as it is. */
const alternatives = (own: LossName): LossName[] => lossNames.filter((name) => lossOf(name).activation === lossOf(own).activation)

const createLoss = () => {
  const { plan } = useSession()
  return () => lossOf(plan()!.specification.loss)
}

export function Loss(props: { readonly formulas: FormulasAnswer | undefined }) {
  const { fit } = useSession()
  const [choosing, bending] = [createChoosing(), createChoosing()]
  const loss = createLoss()
  const choose = (value: string) => {
    const name = lossNames.find((each) => each === value)
    void choosing.choose({ loss: name, ...(name !== 'huber' && { delta: undefined }) })
  }
  return (
    <>
      <Setting name={t(descentMessages.loss)} choosing={choosing} isGiven={fit()?.loss !== undefined} reset={{ loss: undefined, delta: undefined }}>
        {(ties) => (
          <select {...ties} onChange={({ currentTarget: { value } }) => choose(value)}>
            <For each={alternatives(loss().name)}>{(name) => <option value={name} selected={name === loss().name}>{t(descentMessages.losses[name])}</option>}</For>
          </select>
        )}
      </Setting>
      <Formulas label={t(descentMessages.lossFormula)} lines={props.formulas?.loss} />
      <Show when={loss().name === 'huber'}>
        <Setting name={t(descentMessages.delta)} choosing={bending} isGiven={fit()?.delta !== undefined} reset={{ delta: undefined }}>
          {(ties) => (
            <div class="row">
              <NumberField kind={numberKinds.positive} value={loss().settings.delta ?? 1} choosing={bending} ties={ties} change={(delta) => ({ delta })} none={{ delta: undefined }} />
              <small>{t(descentMessages.deltaHint)}</small>
            </div>
          )}
        </Setting>
      </Show>
    </>
  )
}

/** Lines of formulas, one below the other. */
export const Formulas = (props: { readonly label: string; readonly lines: FormulasAnswer['loss'] | undefined }) => (
  <div class="formulas" role="group" aria-label={props.label}>
    <For each={props.lines}>{({ name, expression }) => <Formula tex={`${name} = ${expression}`} />}</For>
  </div>
)

/** Settings of the losses of classifiers. */
export function ClassSettings() {
  const { plan, fit } = useSession()
  const [smoothing, weighing] = [createChoosing(), createChoosing()]
  const loss = createLoss()
  const weights = () => fit()?.classWeights
  return (
    <Show when={plan()?.pipeline.target.task === 'classification'}>
      <Setting name={t(descentMessages.classWeights)} choosing={weighing} isGiven={weights() !== undefined} reset={{ classWeights: undefined }}>
        {(ties) => (
          <select {...ties} onChange={({ currentTarget: { value } }) => void weighing.choose({ classWeights: value === 'balanced' ? 'balanced' : undefined })}>
            <option value="" selected={weights() === undefined}>{t(descentMessages.byRows)}</option>
            <option value="balanced" selected={weights() === 'balanced'}>{t(descentMessages.balanced)}</option>
            <Show when={Array.isArray(weights())}><option value="given" selected>{t(descentMessages.givenWeights)}</option></Show>
          </select>
        )}
      </Setting>
      <Setting name={t(descentMessages.smoothing)} choosing={smoothing} isGiven={fit()?.labelSmoothing !== undefined} reset={{ labelSmoothing: undefined }}>
        {(ties) => (
          <div class="row">
            <NumberField kind={numberKinds.share} value={loss().settings.labelSmoothing ?? 0} choosing={smoothing} ties={ties} change={(labelSmoothing) => ({ labelSmoothing })} none={{ labelSmoothing: undefined }} />
            <small>{t(descentMessages.smoothingHint)}</small>
          </div>
        )}
      </Setting>
    </Show>
  )
}
