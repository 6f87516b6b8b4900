/** The model as a specification in JSON, to be read and rewritten. */
import { type ModelSpecification, isNetwork, readSpecification } from 'kudari'
import { createEffect, createSignal, on } from 'solid-js'
import { type Change, createChoosing } from '../controls/choosing.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { type Problem, problemOf } from '../worker/problem.ts'
import { modelMessages } from './messages.ts'
import { specificationText } from './specification-text.ts'

const notJson = (error: unknown): Problem => {
  const reason = error instanceof Error ? error.message : String(error)
  return { kind: 'usage', text: { en: modelMessages.notJson.en({ reason }), ja: modelMessages.notJson.ja({ reason }) } }
}

export function SpecificationEditor() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const settled = () => (plan() ? specificationText(plan()!.specification) : '')
  const [draft, setDraft] = createSignal<string>()
  createEffect(on(plan, () => setDraft(undefined)))

  /** The choice of a specification; settings that it decides itself are taken back. */
  function changeTo(model: ModelSpecification): Change {
    const loss = { loss: undefined, delta: undefined, labelSmoothing: undefined, classWeights: undefined }
    return { model, activation: undefined, dropout: undefined, ...loss, ...(isNetwork(model) && Array.isArray(fit()?.initial) && { initial: undefined }) }
  }

  function take(text: string): void {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch (error) {
      return choosing.refuse(notJson(error))
    }
    try {
      void choosing.choose(changeTo(readSpecification(value)))
    } catch (error) {
      choosing.refuse(problemOf(error))
    }
  }

  return (
    <details class="more">
      <summary>{t(modelMessages.specification)}</summary>
      <div class="body">
        <Setting
          name={typeof fit()?.model === 'object' ? t(modelMessages.own) : t(modelMessages.settled)} choosing={choosing}
          isGiven={typeof fit()?.model === 'object'} reset={{ model: undefined }}
        >
          {(ties) => (
            <>
              <small>{t(modelMessages.specificationHint)}</small>
              <textarea {...ties} class="mono" rows="12" spellcheck={false} autocomplete="off" value={draft() ?? settled()} onInput={({ currentTarget }) => setDraft(currentTarget.value)} />
              <div class="segments">
                <button type="button" disabled={draft() === undefined || draft() === settled()} onClick={() => take(draft()!)}>{t(modelMessages.use)}</button>
                <button type="button" class="quiet" disabled={draft() === undefined || draft() === settled()} onClick={() => setDraft(undefined)}>{t(modelMessages.revert)}</button>
              </div>
            </>
          )}
        </Setting>
      </div>
    </details>
  )
}
