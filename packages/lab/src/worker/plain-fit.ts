/** What the user chose, as plain data: tensors as nested lists, so that a link, a store and a message can hold it. */
import { type FitOptions, type Initial, type LayerWeights, type Nested, readSpecification, tensor } from 'kudari'

/** The tensors of a layer by their roles. */
export type PlainLayer = Readonly<Record<string, Nested>>

export type PlainFit = Omit<FitOptions, 'initial' | 'validation'> & {
  readonly initial?: Exclude<Initial, readonly LayerWeights[]> | readonly PlainLayer[]
  readonly validation?: number
}

const isLayers = <Layer extends object>(initial: string | readonly number[] | readonly Layer[] | undefined): initial is readonly Layer[] =>
  Array.isArray(initial) && typeof initial[0] === 'object'

/** @throws TypeError for a validation table of its own, which the Lab has no way to choose. */
export function plainFit({ initial, validation, ...rest }: FitOptions): PlainFit {
  if (typeof validation === 'object') throw new TypeError('a validation table is not plain data')
  const spell = (layer: LayerWeights): PlainLayer =>
    Object.fromEntries(Object.entries(layer).flatMap(([role, weights]) => (weights ? [[role, weights.toArray()]] : [])))
  return {
    ...rest,
    ...(initial !== undefined && { initial: isLayers(initial) ? initial.map(spell) : initial }),
    ...(validation !== undefined && { validation }),
  }
}

/**
 * The inverse of {@link plainFit}.
 *
 * @throws KudariError when a list of weights is ragged, or a model is none that can be built.
 */
export function fitOfPlain({ initial, model, ...rest }: PlainFit): FitOptions {
  const read = (layer: PlainLayer): LayerWeights => Object.fromEntries(Object.entries(layer).map(([role, list]) => [role, tensor(list)]))
  return {
    ...rest,
    ...(model !== undefined && { model: typeof model === 'object' ? readSpecification(model) : model }),
    ...(initial !== undefined && { initial: isLayers(initial) ? initial.map(read) : initial }),
  }
}
