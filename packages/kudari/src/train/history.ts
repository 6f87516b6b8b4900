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

/** Collects a history, iteration by iteration. */
export class HistoryRecorder {
  readonly #iteration: number[] = []
  readonly #loss: number[] = []
  readonly #validation: Record<string, number[]> = {}
  readonly #parameters: Record<string, number[]> = {}

  /** @param measures the names of what is measured on the validation rows. */
  constructor(measures: readonly string[], parameterCount: number) {
    for (const name of measures) this.#validation[name] = []
    if (parameterCount > PARAMETERS_KEPT) this.#parameters.norm = []
    else for (let i = 0; i < parameterCount; i++) this.#parameters[`w${i}`] = []
  }

  /** @param validation measures by name, or undefined where nothing was measured. */
  add(loss: number, parameters: readonly number[], validation: Readonly<Record<string, number>> | undefined): void {
    this.#iteration.push(this.#iteration.length)
    this.#loss.push(loss)
    for (const [name, column] of Object.entries(this.#validation)) column.push(validation?.[name] ?? Number.NaN)
    if (this.#parameters.norm) this.#parameters.norm.push(Math.sqrt(parameters.reduce((sum, w) => sum + w * w, 0)))
    else for (const [i, w] of parameters.entries()) this.#parameters[`w${i}`].push(w)
  }

  get history(): History {
    return {
      iteration: this.#iteration,
      loss: this.#loss,
      validation: this.#validation,
      parameters: this.#parameters,
    }
  }
}
