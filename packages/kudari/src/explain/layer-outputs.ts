/** What every layer gives on the way from the inputs to the prediction. */
import { forward, takesDummy } from '../nn/model.ts'
import { type PlacedLayer, flattened, outputNames, placeLayers } from '../nn/network.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { compile } from '../run/compile.ts'
import type { Tensor } from '../tensor/tensor.ts'

/** What a layer gives for some rows. */
export interface LayerOutput {
  readonly layer: PlacedLayer
  /** As it is called in formulas: `a1`, `h1`, ..., `u`, `yp`. */
  readonly name: string
  /** Shape (rows, ...what the layer gives for one row). */
  readonly output: Tensor
}

/** One pass, with what the layers give by name. */
const outputsByName = compile((specification: ModelSpecification, variables: Parameters, x: Tensor): Parameters => {
  const outputs: Record<string, Tensor> = {}
  const names = outputNames(placedFor(specification, x))
  forward(specification, variables, x, false, ({ place }, output) => {
    outputs[names.get(place)!] = output
    return output
  })
  return outputs
})

const placedFor = (specification: ModelSpecification, x: Tensor): readonly PlacedLayer[] =>
  placeLayers(specification, x.shape[1] - (takesDummy(specification) ? 1 : 0))

/**
 * What every layer of a model gives when it predicts, from one pass, in the order in which it is computed. The dummy column is
 * there before the first of them.
 *
 * @param variables its parameters and statistics by name.
 * @param x prepared inputs (see `prepareInputs`), shape (rows, inputs).
 * @example
 * const hidden = layerOutputs(mlp([3], { classes: 0 }), parameters, x).find(({ name }) => name === 'h1')!.output // shape (rows, 3)
 */
export function layerOutputs(specification: ModelSpecification, variables: Parameters, x: Tensor): readonly LayerOutput[] {
  const placed = placedFor(specification, x)
  const outputs = outputsByName(specification, variables, x)
  const layers = new Map(flattened(placed).map((layer) => [layer.place, layer]))
  return [...outputNames(placed)].map(([place, name]) => ({ layer: layers.get(place)!, name, output: outputs[name] }))
}
