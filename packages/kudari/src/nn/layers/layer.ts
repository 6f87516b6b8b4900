/** What a layer is: the keys of its specification, its shape rule, the tensors it owns, and a few lines of tensor expressions. */
import type { Shape } from '../../tensor/shape.ts'
import type { Tensor } from '../../tensor/tensor.ts'
import type { Fan, Initializer } from '../initializers.ts'
import type { Setting } from '../../messages/settings.ts'

/**
 * A tensor that a layer owns. `weights` begin as an initializer says, all others at a fixed value; learning changes all of
 * them but `statistics`, which the layer itself keeps up to date while it trains.
 */
export type Variable = { readonly role: string; readonly shape: Shape } & (
  | { readonly kind: 'weights'; readonly fan: Fan; readonly initializer?: Initializer }
  | { readonly kind: 'bias'; readonly initial: number }
  /** `seed`: a whole number drawn at random. */
  | { readonly kind: 'statistics'; readonly initial: number | 'seed' }
)

/** A layer's own tensors by their roles (`W`, `b`). */
export type Own = Readonly<Record<string, Tensor>>

/** One pass through a network. */
export interface Pass {
  /** Training: units are dropped, and batches normalised by themselves. Otherwise the network predicts. */
  readonly isTraining: boolean
  /** In training: takes the new value of one of the layer's statistics. */
  readonly remember: (role: string, value: Tensor) => void
}

/** Where a layer stands, for messages. */
export interface Place {
  /** `layers[2] (conv2d)` */
  readonly name: string
  /** Throws: the layer is not given rows of the shape that it takes. */
  readonly refuse: (expected: string) => never
}

/** A sequence of layers inside of a layer, as a function. */
export type Inner = (x: Tensor) => Tensor

/**
 * A kind of layer. Shapes are those of one row: a batch of rows has one axis more, in front.
 *
 * @typeParam L the layer in a specification.
 */
export interface LayerDefinition<L> {
  /** What the keys beside `type` must hold. */
  readonly keys: Readonly<Record<Exclude<keyof L, 'type'>, Setting>>
  /** Layers inside of this one: sequences that each take the layer's input. */
  readonly inner?: (layer: L) => readonly (readonly unknown[])[]
  /**
   * The shape of a row after the layer.
   *
   * @param inner the shapes after the sequences inside.
   */
  readonly shape: (layer: L, input: Shape, at: Place, inner: readonly Shape[]) => Shape
  readonly variables?: (layer: L, input: Shape) => readonly Variable[]
  readonly apply: (layer: L, x: Tensor, own: Own, pass: Pass, inner: readonly Inner[]) => Tensor
  /**
   * Floating-point operations for one row when predicting, without those of layers inside. A multiplication and an addition
   * are two; a division, a comparison and a function of one number, such as exp, are one each. Default: one for every
   * number of the output.
   *
   * @param output the shape after the layer.
   */
  readonly operations?: (layer: L, input: Shape, output: Shape) => number
  /** The numbers stay as they are, only their shape changes: nothing is computed, and nothing new is kept. */
  readonly isView?: true
}

/** Operations of so many sums of products: of `terms` products each, to which a bias may be added. */
export const sumsOfProducts = (sums: number, terms: number, bias: boolean): number => sums * (2 * terms - (bias ? 0 : 1))
