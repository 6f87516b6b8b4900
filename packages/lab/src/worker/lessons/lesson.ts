/** A lesson: something that goes wrong in a run, with the numbers that show it and what can be done. Plain data. */
import type { FitOptions } from 'kudari'

/** Settings to change; `undefined` leaves a choice to Kudari. */
export type FitChange = { readonly [Key in keyof FitOptions]?: FitOptions[Key] | undefined }

/** What may be done: the run begins again with other settings, or goes back to its best moment. */
export type Remedy =
  | { readonly kind: 'rate'; readonly learningRate: number; readonly change: FitChange }
  | { readonly kind: 'ownRate' | 'scale' | 'relu' | 'leakyRelu' | 'balance' | 'network' | 'clip'; readonly change: FitChange }
  | { readonly kind: 'initial'; readonly initial: 'he' | 'glorot'; readonly change: FitChange }
  | { readonly kind: 'penalty' | 'weaker'; readonly strength: number; readonly change: FitChange }
  | { readonly kind: 'validation'; readonly share: number; readonly change: FitChange }
  | { readonly kind: 'without'; readonly column: string; readonly change: FitChange }
  | { readonly kind: 'best'; readonly iteration: number }

/** A column of inputs as it goes into the model. */
export interface InputColumn {
  readonly name: string
  readonly mean: number
  readonly deviation: number
}

export type Lesson = { readonly remedies: readonly Remedy[] } & (
  /** The loss grows, or goes up and down, because steps are too long. `limit`: what the curvature allows, where it was measured. */
  | {
      readonly kind: 'tooLarge'; readonly how: 'grows' | 'zigzags'
      readonly learningRate: number; readonly lowest: number; readonly now: number; readonly limit?: number
    }
  /** One step on columns of one scale would lower the loss to `after`; here it takes `steps` of them. */
  | {
      readonly kind: 'unscaled'; readonly columns: readonly InputColumn[]
      readonly learningRate: number; readonly limit: number; readonly now: number; readonly after: number; readonly steps: number
    }
  /** One step with the rate that the curvature allows would lower the loss to `after`. */
  | { readonly kind: 'tooSmall'; readonly learningRate: number; readonly allowed: number; readonly now: number; readonly after: number; readonly steps: number }
  /** Of an optimizer that brings steps to one size: how far a parameter can have come. */
  | { readonly kind: 'tooSmallSteps'; readonly learningRate: number; readonly usual: number; readonly steps: number; readonly first: number; readonly now: number }
  /** Whether a column has a value gives the class away. */
  | { readonly kind: 'leak'; readonly column: string; readonly accuracy: number; readonly baseline: number }
  /** Layers are counted by their weights, from 1. */
  | { readonly kind: 'alike'; readonly layer: number; readonly units: number }
  /** What arrives at the first of so many layers, divided by what arrives at the last; `flat`: activations between them that are flat at both ends. */
  | { readonly kind: 'vanishing'; readonly layers: number; readonly ratio: number; readonly flat: readonly string[] }
  | { readonly kind: 'exploding'; readonly layers: number; readonly ratio: number }
  | { readonly kind: 'dead'; readonly layer: number; readonly dead: number; readonly units: number; readonly rows: number }
  | { readonly kind: 'saturated'; readonly layer: number; readonly type: string; readonly share: number }
  /** The validation loss has been rising since `best` as the training loss fell. */
  | { readonly kind: 'overfitting'; readonly best: number; readonly lowest: number; readonly now: number; readonly trainThen: number; readonly trainNow: number }
  /** Rows that it learned from are predicted much better than others: shares of right answers, or root mean squares. */
  | { readonly kind: 'memorised'; readonly measure: 'accuracy' | 'rmse'; readonly train: number; readonly validation: number; readonly rows: number }
  /** The nearest other rows tell more than the model does: shares of right answers, or root mean squares. */
  | { readonly kind: 'tooSimple'; readonly measure: 'accuracy' | 'rmse'; readonly model: number; readonly neighbours: number; readonly count: number }
  | { readonly kind: 'neverPredicted'; readonly classes: readonly string[]; readonly share: number; readonly accuracy: number }
  /** The penalty has pulled the weights to a small `share` of what they began with, and the model says the same of every row. */
  | { readonly kind: 'penalised'; readonly penalty: number; readonly share: number; readonly now: number; readonly ignorant: number }
  /** So few rows that they can be learned by heart, and nobody would notice. */
  | { readonly kind: 'fewRows'; readonly rows: number; readonly parameters: number; readonly isChecked: boolean }
)

export type LessonKind = Lesson['kind']
export type LessonOf<Kind extends LessonKind> = Extract<Lesson, { readonly kind: Kind }>
