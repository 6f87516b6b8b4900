/** What is measured inside of a network at a step. */

/** A layer, by its place in the specification: `layers[2]`. */
export interface AtLayer {
  readonly place: string
  readonly type: string
}

/** How large the numbers of a tensor are. */
export interface Size {
  /** The Euclidean norm: the root of the sum of squares. */
  readonly norm: number
  /** The root of the mean of squares: a typical number, however many there are. */
  readonly rootMeanSquare: number
}

/** A layer with weights. */
export interface DiagnosedWeights extends AtLayer {
  /** The name of its weights: `W3`. */
  readonly name: string
  readonly weights: Size
  /** The gradient of the loss with respect to the weights. */
  readonly gradient: Size
  /** Of the norms, gradient to weights: times the learning rate, the share by which gradient descent changes the weights. */
  readonly ratio: number
  /**
   * The gradient of the loss with respect to what the layer gives, as it arrives from behind: its Euclidean norm for a row (the
   * root mean square over the rows). Weights that keep the size of signals (He, Glorot) keep this, however wide layers are.
   */
  readonly arriving: number
  readonly units: number
  /** Whether all units, of two and more, have the same weights; and whether they get the same gradient, so that they keep them. */
  readonly hasEqualWeights: boolean
  readonly hasEqualGradients: boolean
}

/** An activation. */
export interface DiagnosedActivation extends AtLayer {
  readonly mean: number
  /** The standard deviation of all outputs. */
  readonly deviation: number
  /** How many units there are: of images as many as channels. */
  readonly units: number
  /** Of relu: units that give 0 for every row; of images, at every pixel too. */
  readonly dead?: number
  /** Of sigmoid and tanh: the share of the outputs that lie within {@link NEAR_END} of an end of the range. */
  readonly saturated?: number
}

/** Numbers that are NaN or infinite: the first ones on the way forward, or else on the way back. */
export interface NotFinite {
  readonly what: 'parameter' | 'outputs' | 'loss' | 'gradient'
  /** The parameter, or the layer that has such outputs; `L` for the loss. */
  readonly name: string
}

/** What was measured in a network at a step, from the first layer to the last. */
export interface Measured {
  readonly rows: number
  readonly loss: number
  readonly weights: readonly DiagnosedWeights[]
  readonly activations: readonly DiagnosedActivation[]
  readonly notFinite?: NotFinite
}

/**
 * Within this share of its range of an end, sigmoid has a slope of less than 4 % of its steepest (s (1 - s) = 0.01 * 0.99
 * against 0.25), and tanh too, which is the same curve stretched. Glorot and Bengio (2010) call such units saturated.
 */
export const NEAR_END = 0.01
