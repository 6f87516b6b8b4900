/** What is wrong inside of a network: from what was measured to findings, each with the numbers that it rests on. */
import { lossOf } from '../nn/losses.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { AtLayer, DiagnosedWeights, Measured, NotFinite } from './measured.ts'

/** The gradient at one end of a network compared to that at the other. */
interface Transport {
  /** The first layer with weights, and its weights. */
  readonly first: AtLayer & { readonly name: string }
  readonly last: AtLayer & { readonly name: string }
  /** What arrives at the first layer, divided by what arrives at the last. */
  readonly ratio: number
  /** Layers on the way that are flat at both ends (sigmoid, tanh). */
  readonly flat: readonly string[]
}

/** Something that keeps a network from learning. */
export type Finding =
  | ({ readonly kind: 'notFinite' } & NotFinite)
  /** All units of a layer are the same, and will stay so. */
  | ({ readonly kind: 'alike'; readonly name: string; readonly units: number } & AtLayer)
  | ({ readonly kind: 'dead'; readonly dead: number; readonly units: number; readonly rows: number } & AtLayer)
  | ({ readonly kind: 'saturated'; readonly share: number } & AtLayer)
  | ({ readonly kind: 'vanishing' } & Transport)
  | ({ readonly kind: 'exploding' } & Transport)

/**
 * The gradient has vanished where a thousandth of it arrives at the first layer: one learning rate cannot suit both ends then. A
 * sigmoid lets through a quarter at most, so that five in a row come to 1/1000; healthy networks of any depth stay near 1.
 */
const VANISHED = 1e-3

/**
 * The gradient has exploded where ten thousand times as much arrives at the first layer. Healthy networks that have learned to give
 * large numbers, such as sales of 100,000, have large weights and come to some thousand.
 */
const EXPLODED = 1e4

/** Above this share of dead units, a layer has less than half of the width that it was given. */
const MANY_DEAD = 0.5

/** Above this share of flat outputs, a unit learns from less than one row in five. Trained tanh layers often have a half. */
const MANY_SATURATED = 0.8

const layerOf = ({ place, type }: AtLayer): AtLayer => ({ place, type })
const named = ({ name, ...layer }: DiagnosedWeights) => ({ ...layerOf(layer), name })

/** How the gradient changes on its way from the last layer with weights to the first. */
function transport({ weights, activations }: Measured): Transport | undefined {
  const [first, last] = [weights[0], weights.at(-1)!]
  if (first === last || last.arriving === 0) return undefined
  const flat = [...new Set(activations.filter(({ saturated }) => saturated !== undefined).map(({ type }) => type))]
  return { first: named(first), last: named(last), ratio: first.arriving / last.arriving, flat }
}

/**
 * What is wrong, the causes before what follows from them. Where numbers are not finite, nothing else can be said.
 *
 * The activation that belongs to the loss is not looked at: the loss is computed from what stands before it, and whoever
 * knows the answer for sure is right to be at an end.
 */
export function findingsOf({ loss, layers }: ModelSpecification, measured: Measured): Finding[] {
  const { weights, activations, rows, notFinite } = measured
  if (notFinite) return [{ kind: 'notFinite', ...notFinite }]
  const ofLoss = lossOf(loss).activation === undefined ? undefined : `layers[${layers.length - 1}]`
  const hidden = activations.filter(({ place }) => place !== ofLoss)
  const causes: Finding[] = [
    // The units of the last layer are told apart by the truth.
    ...weights.slice(0, -1).flatMap((one): Finding[] => (one.hasEqualWeights && one.hasEqualGradients ? [{ kind: 'alike', ...named(one), units: one.units }] : [])),
    ...hidden.flatMap(({ dead = 0, units, ...layer }): Finding[] =>
      (dead > MANY_DEAD * units ? [{ kind: 'dead', ...layerOf(layer), dead, units, rows }] : [])),
    ...hidden.flatMap(({ saturated: share = 0, ...layer }): Finding[] =>
      (share > MANY_SATURATED ? [{ kind: 'saturated', ...layerOf(layer), share }] : [])),
  ]
  const way = transport(measured)
  if (!way || (way.ratio > VANISHED && way.ratio < EXPLODED)) return causes
  if (way.ratio >= EXPLODED) return [...causes, { kind: 'exploding', ...way }]
  // Equal weights hand back the sum of what arrives at the units, which for softmax is 0; and nothing passes dead units.
  const isExplained = weights.some((one) => one.hasEqualWeights) || (way.ratio === 0 && causes.some(({ kind }) => kind === 'dead'))
  return isExplained ? causes : [...causes, { kind: 'vanishing', ...way }]
}
