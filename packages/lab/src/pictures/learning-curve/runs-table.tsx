/** Kept runs beside the present one: what they came to, and what was chosen otherwise. */
import { formatNumber } from 'kudari'
import { Index, Show } from 'solid-js'
import { t } from '../../language.ts'
import type { KeptRun } from '../../session/kept-runs.ts'
import { useSession } from '../../session/session.ts'
import { Icon } from '../../shell/icon.tsx'
import { nameOfSource } from '../../worker/data-source.ts'
import { outcomeOf } from './curves.ts'
import { differences } from './differences.ts'
import { learningCurveMessages as messages, settingNames } from './messages.ts'
import { RunKey } from './run-key.tsx'

/** A chosen value in short. */
function valueText(value: unknown): string {
  if (value === undefined) return t(messages.byKudari)
  if (typeof value === 'number') return formatNumber(value, 4)
  if (typeof value === 'boolean') return t(value ? messages.yes : messages.no)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (value === null || typeof value !== 'object') return String(value)
  return Object.entries(value).map(([key, each]) => `${key} ${valueText(each)}`).join(', ')
}

const numberText = (value: number | undefined): string => (value === undefined ? '–' : formatNumber(value))

export function RunsTable() {
  const session = useSession()
  const { kept, history, plan, fit, data } = session
  const present = () => outcomeOf(history(), plan()?.stepsPerEpoch ?? 1)

  /** What a run has other than the present one. */
  const differs = ({ setup }: KeptRun): string => {
    const [now, source] = [fit(), data()]
    if (!now || !source || !setup) return ''
    const names = [nameOfSource(setup.data), nameOfSource(source)]
    const texts = [
      ...(names[0] === names[1] ? [] : [`${t(messages.data)}: ${names[0]}`]),
      ...differences(setup.fit, now).map(({ setting, value }) => `${t(settingNames[setting])}: ${valueText(value)}`),
    ]
    return texts.length > 0 ? texts.join('; ') : t(messages.same)
  }

  const hasValidation = () => present().validation !== undefined || kept().some(({ history: { validation } }) => validation.loss !== undefined)
  const columns = () => (hasValidation() ? 4 : 3)

  /** The numbers of a run. */
  const Numbers = (props: { readonly outcome: ReturnType<typeof outcomeOf> }) => (
    <>
      <td>{numberText(props.outcome.loss)}</td>
      <Show when={hasValidation()}><td>{numberText(props.outcome.validation)}</td></Show>
      <td>{props.outcome.iterations}</td>
    </>
  )

  return (
    <div class="runs" role="region" tabindex="0" aria-label={t(messages.runs)}>
      <table class="measures">
        <caption class="visually-hidden">{t(messages.runs)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(messages.run)}</th>
            <th scope="col">{t(messages.finalLoss)}</th>
            <Show when={hasValidation()}><th scope="col">{t(messages.finalValidation)}</th></Show>
            <th scope="col">{t(messages.iterations)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row"><i class="key train" /> {t(messages.present)}</th>
            <Numbers outcome={present()} />
          </tr>
          <Index each={kept()}>
            {(run, i) => (
              <>
                <tr class="kept">
                  <th scope="row">
                    <RunKey index={i} />
                    <input
                      type="text" value={run().name} maxlength="40" aria-label={t(messages.runName, { name: run().name })}
                      onChange={({ currentTarget }) => {
                        const name = currentTarget.value.trim()
                        if (name) session.rename(run(), name)
                        else currentTarget.value = run().name
                      }}
                    />
                  </th>
                  <Numbers outcome={outcomeOf(run().history, run().plan?.stepsPerEpoch ?? 1)} />
                </tr>
                <tr>
                  <td colspan={columns()} class="about">
                    <div>
                      <span>{run().setup ? t(messages.differs, { differs: differs(run()) }) : t(messages.onlyCurve)}</span>
                      <Show when={run().setup}>
                        {(setup) => <button type="button" aria-label={t(messages.restoreRun, { name: run().name })} onClick={() => void session.open(setup())}>{t(messages.restore)}</button>}
                      </Show>
                      <button type="button" class="quiet" title={t(messages.forget, { name: run().name })} aria-label={t(messages.forget, { name: run().name })} onClick={() => session.forget(run())}><Icon name="close" /></button>
                    </div>
                  </td>
                </tr>
              </>
            )}
          </Index>
        </tbody>
      </table>
    </div>
  )
}
