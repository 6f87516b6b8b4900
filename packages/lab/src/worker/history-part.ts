/** What a history holds of the steps that the page does not know yet. */
import type { History } from 'kudari'
import type { HistoryPart } from './protocol.ts'

/** The memory of a part: it is nobody else's, and can be handed over. */
export const memoryOf = ({ loss, validation, parameters }: HistoryPart): ArrayBufferLike[] =>
  [loss, ...Object.values(validation), ...Object.values(parameters)].map(({ buffer }) => buffer)

const since = (columns: History['validation'], from: number): Record<string, Float64Array> =>
  Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values.slice(from))]))

export const historySince = ({ loss, validation, parameters }: History, from: number): HistoryPart =>
  ({ from, loss: Float64Array.from(loss.slice(from)), validation: since(validation, from), parameters: since(parameters, from) })
