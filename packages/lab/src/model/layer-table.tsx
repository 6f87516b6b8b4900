/** The layers of a model, with what comes out of each and how many parameters it has. */
import { For } from 'solid-js'
import { language, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { modelMessages } from './messages.ts'
import { shapeText } from './shape-text.ts'

export function LayerTable() {
  const { plan } = useSession()
  const count = (number: number) => number.toLocaleString(language())
  return (
    <details class="more">
      <summary>{t(modelMessages.layers)}</summary>
      <div class="layers">
        <table>
          <thead>
            <tr><th scope="col">{t(modelMessages.layerColumn)}</th><th scope="col">{t(modelMessages.shapeColumn)}</th><th scope="col">{t(modelMessages.parametersColumn)}</th></tr>
          </thead>
          <tbody>
            <For each={plan()?.network.layers}>
              {({ layer, depth, output, parameters }) => (
                <tr>
                  <th scope="row"><span class="inside" aria-hidden="true">{'· '.repeat(depth)}</span><code>{layer.type}</code></th>
                  <td>{shapeText(output)}</td>
                  <td>{parameters === 0 ? '–' : count(parameters)}</td>
                </tr>
              )}
            </For>
          </tbody>
          <tfoot><tr><th scope="row" colspan="2">{t(modelMessages.total)}</th><td>{count(plan()?.network.parameters ?? 0)}</td></tr></tfoot>
        </table>
      </div>
    </details>
  )
}
