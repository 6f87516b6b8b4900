/** The structures of the talk, from the simplest to the richest, and the way from one to another. */
import { type FitOptions, type ModelName, type Pipeline, hiddenUnits } from 'kudari'

export type Structure =
  | { readonly kind: 'linear' }
  /** With more than two classes, softmax regression. */
  | { readonly kind: 'logistic' }
  | { readonly kind: 'network'; readonly units: readonly number[] }
  | { readonly kind: 'convolutional' }
  /** A specification that the user wrote. */
  | { readonly kind: 'own' }

/** The classes that are told apart; 0 where numbers are predicted. */
export const classCount = ({ target }: Pick<Pipeline, 'target'>): number => (target.task === 'classification' ? target.classes.length : 0)

/** The structure without hidden layers that fits the task. */
const simplest = (classes: number): Structure => ({ kind: classes === 0 ? 'linear' : 'logistic' })

export function structureOf(model: FitOptions['model'], classes: number): Structure {
  if (typeof model === 'object') return { kind: 'own' }
  const units = model && hiddenUnits(model)
  if (units) return { kind: 'network', units }
  return model === 'cnn' ? { kind: 'convolutional' } : simplest(classes)
}

function nameOf(structure: Exclude<Structure, { kind: 'own' }>, classes: number): ModelName {
  switch (structure.kind) {
    case 'network':
      return `mlp:${structure.units.join(',')}`
    case 'convolutional':
      return 'cnn'
    case 'linear':
      return 'linear'
    case 'logistic':
      return classes > 2 ? 'softmax' : 'logistic'
  }
}

/** What of a fit a structure decides. */
export type StructureChange = { readonly [Key in 'model' | 'activation' | 'dropout' | 'initial']?: FitOptions[Key] | undefined }

/** What has to be chosen for a structure. What means nothing to it is taken back: numbers for first weights, settings of hidden layers. */
export function changeTo(structure: Exclude<Structure, { kind: 'own' }>, { initial }: Pick<FitOptions, 'initial'>, classes: number): StructureChange {
  const hasHidden = structure.kind === 'network' || structure.kind === 'convolutional'
  return {
    model: nameOf(structure, classes),
    ...(!hasHidden && { activation: undefined, dropout: undefined }),
    ...(hasHidden && Array.isArray(initial) && { initial: undefined }),
  }
}

/** Whether a structure can predict a target of so many classes. */
export const suits = (kind: 'linear' | 'logistic' | 'network', classes: number): boolean =>
  kind === 'network' || (kind === 'linear') === (classes === 0)

/** So many units has the first hidden layer that is added: enough to see, few enough to look through. */
const UNITS = 8
export const MOST_LAYERS = 6
export const MOST_UNITS = 2048

export const firstNetwork: Structure & { kind: 'network' } = { kind: 'network', units: [UNITS] }

/** Of images, so few units cannot tell much. */
export const firstNetworkOfImages: Structure & { kind: 'network' } = { kind: 'network', units: [64] }

/** One hidden layer more: as wide as the last, or the first of a network. */
export const withLayer = (structure: Structure): Structure & { kind: 'network' } =>
  structure.kind === 'network' ? { kind: 'network', units: [...structure.units, structure.units.at(-1)!] } : firstNetwork

/** One hidden layer less; without the last of them, what stands left of a network. */
export function withoutLayer({ units }: Structure & { kind: 'network' }, classes: number): Exclude<Structure, { kind: 'own' }> {
  return units.length > 1 ? { kind: 'network', units: units.slice(0, -1) } : (simplest(classes) as Exclude<Structure, { kind: 'own' }>)
}

export const withUnits = ({ units }: Structure & { kind: 'network' }, layer: number, count: number): Structure & { kind: 'network' } =>
  ({ kind: 'network', units: units.with(layer, count) })

/** Units are counted one by one as long as one more can be seen, then in powers of two. */
const COUNTED = 16

export const moreUnits = (count: number): number => Math.min(MOST_UNITS, count < COUNTED ? count + 1 : 2 ** (Math.floor(Math.log2(count)) + 1))
export const fewerUnits = (count: number): number => Math.max(1, count <= COUNTED ? count - 1 : 2 ** (Math.ceil(Math.log2(count)) - 1))
