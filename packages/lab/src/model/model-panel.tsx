/** The second chapter: the structure of the model, as the talk draws it. */
import { Show } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { Diagram } from './diagram/diagram.tsx'
import { FirstWeights } from './first-weights.tsx'
import { HiddenLayers } from './hidden-layers.tsx'
import { LayerTable } from './layer-table.tsx'
import { modelMessages } from './messages.ts'
import './model.css'
import { SpecificationEditor } from './specification-editor.tsx'
import { Thumbnails } from './thumbnails.tsx'

export function ModelPanel() {
  const { plan } = useSession()
  const structure = createChoosing()
  return (
    <section class="panel model" aria-label={t(modelMessages.title)}>
      <header>
        <h2>{t(modelMessages.title)}</h2>
        <Show when={plan()}>{(settled) => <small>{t(modelMessages.parameters, { count: settled().network.parameters })}</small>}</Show>
      </header>
      <Show when={plan()}>
        <div class="body">
          <Thumbnails choosing={structure} />
          <Show when={structure.problem()}>{(problem) => <p class="problem" role="alert">{inLanguage(problem().text)}</p>}</Show>
          <Diagram />
          <HiddenLayers />
          <FirstWeights />
          <LayerTable />
          <SpecificationEditor />
        </div>
      </Show>
    </section>
  )
}
