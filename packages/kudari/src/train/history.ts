/** The history of a run: for every iteration the loss before the update, what was measured, and the parameters after it. */

/** How many parameters the history keeps one by one; of more, only their norm. */
export const PARAMETERS_KEPT = 20

/** A run, column by column; all arrays have one entry an iteration. */
export interface History {
  readonly iteration: readonly number[]
  /** The loss on the rows of the step, before the update, as in the talk. */
  readonly loss: readonly number[]
  /** Measures on the validation rows after the update, by name; NaN at iterations where nothing was measured. */
  readonly validation: Readonly<Record<string, readonly number[]>>
  /** The parameters after the update, by name (`w0`, `w1`, ...), or their Euclidean norm (`norm`). */
  readonly parameters: Readonly<Record<string, readonly number[]>>
}

/** The names of the columns that the parameters have in a history. */
export const parameterColumns = (count: number): string[] =>
  count > PARAMETERS_KEPT ? ['norm'] : Array.from({ length: count }, (_, i) => `w${i}`)

/** Collects a history, iteration by iteration. */
export class HistoryRecorder {
  readonly #iteration: number[]
  readonly #loss: number[]
  readonly #validation: readonly (readonly [string, number[]])[]
  readonly #parameters: readonly (readonly [string, number[]])[]

  /**
   * @param measures the names of what is measured on the validation rows.
   * @param before what is on record already, of a run that goes on.
   */
  constructor(measures: readonly string[], parameterCount: number, before?: History) {
    const begin = (column: readonly number[] | undefined): number[] => [...(column ?? [])]
    this.#iteration = begin(before?.iteration)
    this.#loss = begin(before?.loss)
    this.#validation = measures.map((name) => [name, begin(before?.validation[name])] as const)
    this.#parameters = parameterColumns(parameterCount).map((name) => [name, begin(before?.parameters[name])] as const)
  }

  /**
   * Records an iteration: the next one, or one again.
   *
   * @param parameters in the order of the columns; read from `at` on, so that nothing has to be copied.
   * @param validation measures by name, or undefined where nothing was measured.
   */
  set(iteration: number, loss: number, parameters: ArrayLike<number>, at: number, validation: Readonly<Record<string, number>> | undefined): void {
    this.#iteration[iteration] = iteration
    this.#loss[iteration] = loss
    for (let i = 0; i < this.#validation.length; i++) this.#validation[i][1][iteration] = validation?.[this.#validation[i][0]] ?? Number.NaN
    for (let i = 0; i < this.#parameters.length; i++) this.#parameters[i][1][iteration] = parameters[at + i]
  }

  /** All that is on record; it grows as the run goes on. */
  get history(): History {
    return {
      iteration: this.#iteration,
      loss: this.#loss,
      validation: Object.fromEntries(this.#validation),
      parameters: Object.fromEntries(this.#parameters),
    }
  }

  /** The first `count` iterations; they stay as they are when the run goes on. */
  upTo(count: number): History {
    const first = (values: readonly number[]) => values.slice(0, count)
    const all = (columns: readonly (readonly [string, number[]])[]) => Object.fromEntries(columns.map(([name, values]) => [name, first(values)]))
    return { iteration: first(this.#iteration), loss: first(this.#loss), validation: all(this.#validation), parameters: all(this.#parameters) }
  }

  get losses(): readonly number[] {
    return this.#loss
  }

  /** The mean of the losses up to that of an iteration, at most so many. */
  meanLoss(iteration: number, most: number): number {
    const last = this.#loss.slice(Math.max(0, iteration + 1 - most), iteration + 1)
    return last.reduce((a, b) => a + b, 0) / last.length
  }
}
