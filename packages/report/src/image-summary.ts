/** Images in a run: some to learn from, some that were mistaken, and the weights that look at them. */
import type { Bilingual } from './summary.ts'

/** A picture: bytes from 0 (black) to 255, row by row from the top left, the channels of a pixel side by side. */
export interface Picture {
  readonly height: number
  readonly width: number
  /** 1: grey; 3: red, green, blue. */
  readonly channels: number
  readonly pixels: readonly number[]
}

/** The inputs are the pixels of images. */
export interface ImagesSummary {
  readonly height: number
  readonly width: number
  readonly channels: number
  /** What was done to all pixels alike, in words that end a sentence: "divided by 255". */
  readonly preparation: Bilingual
  /** Some training images, with their classes or targets. */
  readonly samples: readonly { readonly picture: Picture; readonly label: string }[]
}

/** An image whose class was mistaken. */
export interface Mistake {
  readonly picture: Picture
  readonly truth: string
  readonly predicted: string
  /** The probability that the model gave to the class that it predicted, and to the true one. */
  readonly probability: number
  readonly truthProbability: number
}

/** The images that the model got wrong. */
export interface MistakesSummary {
  /** How many there are, of how many. */
  readonly count: number
  readonly rows: number
  /** Those of which it was the surest, the surest first. */
  readonly worst: readonly Mistake[]
}

/** Weights of the first layer as pictures: one number for each pixel that they look at. */
export interface WeightPictures {
  /** What a picture belongs to: a filter of a convolution, a hidden unit, or a class. */
  readonly of: 'filter' | 'unit' | 'class'
  /** How many there are; `pictures` are all of them, or those with the largest weights. */
  readonly count: number
  /** The weights are means over so many channels. */
  readonly channels: number
  readonly pictures: readonly { readonly label: string; readonly height: number; readonly width: number; readonly weights: readonly number[] }[]
}
