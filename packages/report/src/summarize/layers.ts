/** The layers of a model in the report: what each does, its shapes and tensors, those inside of others indented. */
import { type Fit, type LayerSpecification, type PlacedLayer, innerPlace, isActivation, isStatistics, placeLayers } from 'kudari'
import { plain } from '../bilingual.ts'
import { layerTexts } from '../messages/layers.ts'
import type { LayerSummary } from '../summary.ts'

/** A shape as a sum of its parts reads: `28 × 28 × 1`. */
const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? '1' : shape.join(' × '))

/** What the table tells elsewhere. */
const toldElsewhere = new Set(['type', 'units', 'shape', 'layers', 'shortcut', 'branches'])

/** `kernel 3, padding same` */
const settingsText = (layer: LayerSpecification): string =>
  Object.entries(layer)
    .filter(([key]) => !toldElsewhere.has(key))
    .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' × ') : value}`)
    .join(', ')

/** A sequence of layers; an activation stands with the layer that it bends. */
const sequence = (placed: readonly PlacedLayer[], depth: number): LayerSummary[] =>
  placed.flatMap((one, i) => {
    const { layer, input, output, hasDummy, variables, inner } = one
    if (layer.type === 'dummy' || (isActivation(layer.type) && i > 0)) return []
    const after = placed[i + 1]?.layer.type
    const learned = variables.filter((variable) => !isStatistics(variable))
    const settings = settingsText(layer)
    return [
      {
        name: layer.type,
        about: plain(layerTexts[isActivation(layer.type) ? 'activation' : layer.type]),
        ...(settings !== '' && { settings }),
        ...(depth > 0 && { depth }),
        inputs: shapeText(hasDummy ? [input[0] - 1] : input),
        outputs: shapeText(output),
        parameters: learned.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0),
        ...(learned.length > 0 && { tensors: learned.map(({ name, shape }) => ({ name, shape: shapeText(shape) })) }),
        ...(after !== undefined && isActivation(after) && { activation: after }),
      },
      ...inner.flatMap((own, j) => innerLayers(one, own, j, depth + 1)),
    ]
  })

/** A sequence inside of a layer, under its name where there may be others beside it. */
function innerLayers({ layer, input }: PlacedLayer, own: readonly PlacedLayer[], j: number, depth: number): LayerSummary[] {
  if (own.length === 0) return []
  if (layer.type === 'residual' && j === 0) return sequence(own, depth)
  const heading = { name: innerPlace(layer, j), depth, inputs: shapeText(input), outputs: shapeText(own.at(-1)!.output), parameters: 0 }
  return [heading, ...sequence(own, depth + 1)]
}

/** All layers of a run's model. */
export const layerSummaries = ({ plan }: Fit): LayerSummary[] => sequence(placeLayers(plan.specification, plan.inputs.length), 0)
