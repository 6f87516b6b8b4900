/** Whether a row is learned from, held out, or neither: as a mark with a word. */
import { Show } from 'solid-js'
import { t } from '../../language.ts'
import { tableMessages } from './messages.ts'

export type Part = 'train' | 'validation' | 'none'

/** @param code of a plan's rows: 0, 1, or -1; undefined while there is no plan. */
export const partOf = (code: number | undefined): Part | undefined =>
  (code === undefined ? undefined : code === 0 ? 'train' : code === 1 ? 'validation' : 'none')

export const PartMark = (props: { readonly part: Part | undefined }) => (
  <Show when={props.part}>{(part) => <span class="part" data-part={part()}>{t(tableMessages.parts[part()])}</span>}</Show>
)
