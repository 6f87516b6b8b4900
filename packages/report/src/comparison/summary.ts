/** What a comparison is made of: several training runs as plain data, for the page and for the terminal. */
import type { Bilingual } from '../summary.ts'

/** Several runs side by side. Lists of cells and of curves are in the order of `runs`. */
export interface ComparisonSummary {
  /** The Kudari that compared. */
  readonly version: string
  /** When it compared, ISO 8601. */
  readonly date: string
  readonly title: Bilingual
  readonly runs: readonly ComparedRun[]
  /** Settings that are the same in all runs. */
  readonly shared: readonly { readonly name: string; readonly value: Bilingual }[]
  readonly columns: readonly ComparisonColumn[]
  /** The best run in a sentence, where one can be named. */
  readonly verdict?: Bilingual
  /** Why numbers must not be compared with each other. */
  readonly warnings: readonly Bilingual[]
  /** How the numbers are to be read. */
  readonly notes: readonly Bilingual[]
  readonly curves: readonly ComparedCurves[]
}

export interface ComparedRun {
  /** One letter; it stands for the run in the plots. */
  readonly mark: string
  /** The shortest path that tells the run from the others. */
  readonly name: string
  /** The path as given. */
  readonly path: string
  /** Its loss grew without bound: it has no model. */
  readonly hasDiverged: boolean
}

export interface ComparisonColumn {
  /** The rows that were measured; left out for what is not measured on rows. */
  readonly part?: 'train' | 'validation'
  readonly name: Bilingual
  readonly format: ColumnFormat
  /** It describes the run, and need not stand beside the measures. */
  readonly isAside?: boolean
  /** `null` where there is no value or it is not finite. */
  readonly cells: readonly (Bilingual | number | null)[]
  /** Runs with the best value; empty where nothing can be compared. */
  readonly best: readonly number[]
}

/** `setting`: the value of an option whose name is the column's; `loss`, `measure`, `share`, `seconds`: numbers by how they are written. */
export type ColumnFormat = 'text' | 'setting' | 'count' | 'loss' | 'measure' | 'share' | 'seconds'

/** The loss of every run on the rows of one part, over the course of learning. */
export interface ComparedCurves {
  readonly part: 'train' | 'validation'
  readonly name: Bilingual
  /** What is counted along the x axis: iterations or epochs. */
  readonly along: Bilingual
  readonly curves: readonly Curve[]
  /** The lowest and the highest loss of the runs that did not diverge; others leave the plot. */
  readonly range: readonly [low: number, high: number]
  /** Whether a logarithmic axis was asked for. */
  readonly isLogarithmic: boolean
}

/** One entry for each value that was recorded; none for a run in which nothing was. Values need not be finite. */
export interface Curve {
  readonly x: readonly number[]
  readonly y: readonly number[]
}
