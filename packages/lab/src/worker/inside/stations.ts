/** The stations of a pass at which something is to be seen: what hidden layers pass on, and the prediction. */
import { type LayerOutput, type Parameters, type Plan, type Tensor, type TrainingState, isActivation, isWeighted, layerOutputs } from 'kudari'

export interface Station extends LayerOutput {
  /** What the activation was given, where the layer is one and its input stands beside it. */
  readonly before?: Tensor
}

export const variablesOf = ({ parameters, statistics }: TrainingState): Parameters => ({ ...parameters, ...statistics })

/** The place of the layer before, in the same sequence. */
const placeBefore = (place: string): string => place.replace(/\[(\d+)\]$/, (_, index: string) => `[${Number(index) - 1}]`)

/** The stations of a pass: the hidden ones in their order, and the prediction at the end. */
export function stationsOf({ specification }: Plan, state: TrainingState, x: Tensor): { readonly hidden: readonly Station[]; readonly last: Station } {
  const outputs = layerOutputs(specification, variablesOf(state), x)
  const byPlace = new Map(outputs.map((one) => [one.layer.place, one]))
  const last = outputs.at(-1)!
  const bent = new Set(outputs.filter(({ layer }) => isActivation(layer.layer.type)).map(({ name }) => name))
  // A layer with weights is a station of its own only if no activation follows it; pooling always is.
  const isStation = ({ name, layer: { layer } }: LayerOutput): boolean =>
    bent.has(name) || layer.type.endsWith('pool') || (isWeighted(layer) && name !== 'u' && !bent.has(name.replace('a', 'h')))
  const withBefore = (one: LayerOutput): Station => {
    const before = isActivation(one.layer.layer.type) ? byPlace.get(placeBefore(one.layer.place)) : undefined
    return before ? { ...one, before: before.output } : one
  }
  return { hidden: outputs.filter((one) => one !== last && isStation(one)).map(withBefore), last: withBefore(last) }
}
