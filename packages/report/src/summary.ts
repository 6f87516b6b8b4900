/** What the report is made of: a training run as plain data, JSON from top to bottom. */
import type { ColumnType, Language } from 'kudari'
import type { ImagesSummary, MistakesSummary, WeightPictures } from './image-summary.ts'

/** A text in every language of Kudari, already filled in. */
export type Bilingual = Readonly<Record<Language, string>>

/** Something measured on the training rows and, where rows were held out, on the validation rows. */
export interface Parts<Value> {
  readonly train: Value
  readonly validation?: Value
}

/**
 * Numbers of a history, one for each entry of `iteration`; `null` where nothing was measured or the value was not
 * finite (as JSON writes NaN and Infinity).
 */
export type Series = readonly (number | null)[]

/** One training run, told to the end. */
export interface RunSummary {
  /** What was learned from what, in the words of whoever ran it; the page's heading. */
  readonly title: string
  /** The Kudari that ran. */
  readonly version: string
  /** When the run ended, ISO 8601. */
  readonly date: string
  readonly data: DataSummary
  readonly model: ModelSummary
  readonly loss: LossSummary
  readonly descent: DescentSummary
  readonly result: RegressionResult | ClassificationResult
  /** The model's weights; left out where there are too many to read. */
  readonly weights?: WeightsSummary
  /** What the reader should know before trusting the result. */
  readonly warnings: readonly Bilingual[]
  /** What to do with the model now, as command lines. */
  readonly commands: readonly { readonly command: string; readonly about: Bilingual }[]
}

export interface DataSummary {
  /** A path, or `-` for standard input. */
  readonly source: string
  readonly rows: Parts<number>
  /** How the validation rows came about: held out at random, from a file of their own, ... */
  readonly split?: Bilingual
  readonly target: string
  /** Why this task: "`class` holds 3 texts". The task itself is `result.task`. */
  readonly taskReason?: Bilingual
  /** What was done to each column, inputs and target, in the order of the table; of images without their pixels. */
  readonly columns: readonly ColumnSummary[]
  readonly images?: ImagesSummary
}

export interface ColumnSummary {
  readonly name: string
  readonly role: 'input' | 'target' | 'dropped'
  readonly type: ColumnType
  /** What was done to the column, in order. */
  readonly steps: readonly PreprocessingStep[]
}

/** One thing done to a column. Numbers are in the column's own unit. */
export type PreprocessingStep =
  | { readonly step: 'impute'; readonly method: 'mean' | 'median' | 'most-frequent' | 'constant';
      readonly value: number | string; readonly missing: number }
  | { readonly step: 'indicator' }
  | { readonly step: 'center'; readonly mean: number }
  | { readonly step: 'standardize'; readonly mean: number; readonly std: number }
  | { readonly step: 'minmax'; readonly min: number; readonly max: number }
  | { readonly step: 'pixels'; readonly white: number }
  | { readonly step: 'one-hot'; readonly categories: readonly string[] }
  | { readonly step: 'drop'; readonly reason: Bilingual }

export interface ModelSummary {
  /** "Linear regression", "Logistic regression", ... */
  readonly name: Bilingual
  readonly reason?: Bilingual
  /** From the input to the output. */
  readonly layers: readonly LayerSummary[]
  /** How many numbers are learned. */
  readonly parameters: number
  readonly formulas: readonly Formula[]
  /** The model as a picture, where it has one or two numeric inputs. */
  readonly picture?: CurvePicture | PlanePicture
  /** The weights of its first layer, where that looks at images. */
  readonly weights?: WeightPictures
  /** Of networks: what a look into the layers found to be wrong, and what is said where that is nothing. */
  readonly inside?: { readonly findings: readonly Bilingual[]; readonly healthy: Bilingual }
}

export interface LayerSummary {
  /** As in the specification: `dense`. */
  readonly name: string
  /** What the layer does, in a few words, and its settings: `kernel 3`. */
  readonly about?: Bilingual
  readonly settings?: string
  /** How many layers it stands inside of. Default: none. */
  readonly depth?: number
  /** The shape of a row before and after it: `784`, `28 × 28 × 1`. */
  readonly inputs: string
  readonly outputs: string
  /** How many numbers it learns. */
  readonly parameters: number
  /** The tensors that hold them: `W1` of shape `784 × 128`. */
  readonly tensors?: readonly { readonly name: string; readonly shape: string }[]
  /** `sigmoid`, `softmax`, ...; left out for the identity. */
  readonly activation?: string
}

/** A formula and what it says. Names of columns go through `texText`. */
export interface Formula {
  readonly tex: string
  readonly caption: Bilingual
}

/**
 * What a model of one numeric input answers along that input. `values` holds one list for each output, as long as `x`:
 * the prediction (regression), the probability of the second class (two classes), one list a class (more).
 */
export interface CurvePicture {
  readonly kind: 'curve'
  readonly input: string
  readonly x: readonly number[]
  readonly values: readonly (readonly number[])[]
  /** Some of the rows. `target` is the true value, or the index of the true class. */
  readonly points: readonly { readonly x: number; readonly target: number }[]
}

/**
 * What a model of two numeric inputs answers on a grid over them, row by row from the smallest y: `values[k]` holds
 * `columns * rows` numbers for output k, with outputs as in {@link CurvePicture}. Samples lie at the centres of the cells.
 */
export interface PlanePicture {
  readonly kind: 'plane'
  readonly inputs: readonly [string, string]
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  readonly columns: number
  readonly rows: number
  readonly values: readonly (readonly number[])[]
  readonly points: readonly { readonly x: number; readonly y: number; readonly target: number }[]
}

export interface LossSummary {
  readonly name: Bilingual
  readonly formulas: readonly Formula[]
  readonly history: History
}

/** The loss at each recorded iteration, before that iteration's update, and whatever else was recorded beside it. */
export interface History {
  readonly iteration: readonly number[]
  readonly loss: Series
  readonly validationLoss?: Series
  /** Where a step learns from some of the rows: the mean loss of the steps of each epoch, and how many steps an epoch has. */
  readonly epochs?: { readonly steps: number; readonly loss: Series }
  readonly others?: readonly { readonly label: Bilingual; readonly train?: Series; readonly validation?: Series }[]
}

export interface DescentSummary {
  /** The way down: for the one parameter there is, or for a parameter that stands for all. */
  readonly formulas: readonly Formula[]
  /** The gradients that it needs, from the last layer to the first; left out where the way down says it all. */
  readonly gradients?: readonly { readonly layer: string; readonly tensors: readonly string[]; readonly tex: string }[]
  readonly settings: readonly Setting[]
  /** The learning rate over the run, where a schedule changes it. */
  readonly schedule?: ScheduleSummary
  /** The range test that the learning rate was chosen by. */
  readonly rangeTest?: RangeTestSummary
  /** How many updates were made. */
  readonly iterations: number
  readonly outcome: Outcome
}

/** The learning rate of some iterations; with mini-batches, an epoch has so many. */
export interface ScheduleSummary {
  readonly name: string
  readonly iteration: readonly number[]
  readonly rate: readonly number[]
  readonly stepsPerEpoch: number
}

/** The loss, smoothed, of steps whose learning rate grows. */
export interface RangeTestSummary {
  readonly rate: readonly number[]
  readonly loss: Series
  /** The rate that was chosen, and the one at which the loss was lowest; left out where the loss never fell. */
  readonly found?: { readonly chosen: number; readonly lowest: number }
}

/** One choice of the run: `given` by the user, or chosen for a reason. */
export interface Setting {
  readonly label: Bilingual
  readonly value: string | number | Bilingual
  readonly given: boolean
  readonly reason?: Bilingual
}

export type Outcome =
  | { readonly kind: 'finished' }
  /** The loss on the training rows no longer fell. */
  | { readonly kind: 'converged'; readonly iteration: number }
  /** The loss on the validation rows no longer fell; the weights of iteration `best` were restored. */
  | { readonly kind: 'stopped-early'; readonly iteration: number; readonly best: number }
  | { readonly kind: 'interrupted'; readonly iteration: number }
  | { readonly kind: 'diverged'; readonly iteration: number; readonly diagnosis: Bilingual }

/** Measures of a regression, in the target's own unit (mse: squared). `null` where the value is not finite. */
export interface RegressionMetrics {
  readonly mse: number | null
  readonly rmse: number | null
  readonly mae: number | null
  readonly r2: number | null
}

export interface RegressionResult {
  readonly task: 'regression'
  readonly metrics: Parts<RegressionMetrics>
  /** What always answering the mean of the training rows gives, on the rows the model is judged by. */
  readonly baseline?: { readonly rmse: number; readonly mae: number }
  /** Some of the rows: true values and predictions. */
  readonly predictions: Parts<{ readonly yt: readonly number[]; readonly yp: readonly number[] }>
}

/** Measures of a classification. `null` where the value is not finite or not defined. */
export interface ClassificationMetrics {
  readonly accuracy: number | null
  readonly logLoss: number | null
  /** Two classes only. */
  readonly rocAuc?: number | null
  /** In the order of `classes`. */
  readonly perClass: readonly ClassMetrics[]
  /** `confusion[t][p]`: rows of class t that were predicted as class p. */
  readonly confusion: readonly (readonly number[])[]
}

export interface ClassMetrics {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  /** Rows of this class. */
  readonly support: number
}

export interface ClassificationResult {
  readonly task: 'classification'
  /** In the model's order. */
  readonly classes: readonly string[]
  readonly metrics: Parts<ClassificationMetrics>
  /** What always answering the most frequent class of the training rows gives, on the rows the model is judged by. */
  readonly baseline?: { readonly accuracy: number; readonly class: string }
  /** Of images: those that were mistaken. */
  readonly mistakes?: MistakesSummary
  /** Some of the rows: the index of the true class, and the probability of every class. */
  readonly predictions: Parts<{ readonly yt: readonly number[]; readonly probability: readonly (readonly number[])[] }>
}

/** The weights by column, one number for each output (one output, or one a class). */
export interface WeightsSummary {
  readonly rows: readonly WeightRow[]
  /** The constant term. */
  readonly bias?: Omit<WeightRow, 'name'>
}

export interface WeightRow {
  /** The column, or column and category: `weather = snow`. */
  readonly name: string
  /** In the units that the model works in, after scaling: comparable with each other. */
  readonly scaled: readonly number[]
  /** In the table's own units; left out where nothing was scaled. */
  readonly original?: readonly number[]
}
