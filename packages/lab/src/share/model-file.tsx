/** A model file that was opened: what it is, how good it is on the present data, and learning on from it. */
import { type Metrics, formatNumber } from 'kudari'
import { For, Match, Show, Switch } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import type { ModelFileView } from '../worker/answers/model-file.ts'
import { fitOfPlain } from '../worker/plain-fit.ts'
import { shareMessages } from './messages.ts'

const measuresOf = (metrics: Metrics): readonly (readonly [string, number])[] =>
  metrics.task === 'regression'
    ? [[t(shareMessages.r2), metrics.r2], [t(shareMessages.rmse), metrics.rmse], [t(shareMessages.mae), metrics.mae]]
    : [[t(shareMessages.accuracy), metrics.accuracy], [t(shareMessages.logLoss), metrics.logLoss]]

export function ModelFile(props: { readonly view: ModelFileView; readonly onDone: () => void }) {
  const session = useSession()
  const view = props.view
  const measured = view.measured
  const chosen = view.chosen
  const goOn = (fit: Parameters<typeof fitOfPlain>[0]): void => {
    const source = session.data()
    props.onDone()
    if (source) void session.open({ data: source, fit: fitOfPlain(fit) })
  }
  return (
    <div class="content">
      <p>{t(shareMessages.modelIs, { target: view.target, layers: view.layers.join(' → '), parameters: view.parameters })}</p>
      <Show when={view.missing.length > 0}>
        <p>{t(shareMessages.modelNeeds)}</p>
        <ul><For each={view.missing}>{({ column, why }) => <li>{t(why === 'absent' ? shareMessages.absentColumn : shareMessages.noNumbers, { column })}</li>}</For></ul>
        <p class="soft">{t(shareMessages.modelNeedsWhat, { inputs: view.inputs.join(', ') })}</p>
      </Show>
      <Switch>
        <Match when={measured && 'metrics' in measured && measured}>
          {(own) => (
            <>
              <p>{t(shareMessages.measuredHere, { rows: own().rows })}</p>
              <dl class="measured"><For each={measuresOf(own().metrics)}>{([name, value]) => <><dt>{name}</dt><dd>{formatNumber(value, 4)}</dd></>}</For></dl>
            </>
          )}
        </Match>
        <Match when={measured && 'problem' in measured && measured}>{(own) => <p>{inLanguage(own().problem.text)}</p>}</Match>
      </Switch>
      <Switch>
        <Match when={chosen && 'fit' in chosen && chosen}>
          {(own) => (
            <>
              <div><button type="button" class="primary" onClick={() => goOn(own().fit)}>{t(shareMessages.goOn)}</button></div>
              <p class="soft">{t(shareMessages.goOnAbout)} <Show when={!own().isSame}>{t(shareMessages.otherPreparation)}</Show></p>
            </>
          )}
        </Match>
        <Match when={chosen && 'problem' in chosen && chosen}>{(own) => <p>{inLanguage(own().problem.text)}</p>}</Match>
      </Switch>
    </div>
  )
}
