/** The tables that come with the Lab, each with a line on what it shows. */
import { For } from 'solid-js'
import { t } from '../../language.ts'
import { type SampleName, sampleNames } from '../../samples/samples.ts'
import type { DataSource } from '../../worker/data-source.ts'
import { sourceMessages } from '../messages.ts'

export interface SamplesProps {
  readonly present: DataSource | undefined
  readonly onChoose: (name: SampleName) => void
}

export const Samples = (props: SamplesProps) => {
  const isPresent = (name: SampleName) => props.present?.kind === 'sample' && props.present.name === name
  return (
    <div class="cards">
      <For each={sampleNames}>
        {(name) => (
          <button type="button" class="choice" aria-pressed={isPresent(name)} onClick={() => props.onChoose(name)}>
            <b>{t(sourceMessages.samples[name].title)}</b>
            <small>{t(sourceMessages.samples[name].about)}</small>
          </button>
        )}
      </For>
    </div>
  )
}
