/** A training step in symbols: its formulas and its code with `M` for the number of rows, whatever that number is. */
import { initializeParameters, initializeStatistics } from '../nn/parameters.ts'
import { prepareInputs, prepareTarget } from '../nn/model.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { Program, ValueId } from '../program/program.ts'
import { trace } from '../program/trace.ts'
import { type Statement, numpyHelpers, writeNumpy, writeTex } from '../program/write.ts'
import { type StepOptions, firstState, trainingStep } from '../train/step.ts'
import { generator } from '../tensor/random.ts'
import type { TrainingState } from '../train/state.ts'
import { scalar } from '../tensor/tensor.ts'

/**
 * Stands for the number of rows while the step is written down, and is replaced by `M` afterwards: a prime that no shape
 * or constant of a step is likely to hold, and that cancels with no factor.
 */
const ROWS = 100003

/** A step in symbols. */
export interface SymbolicStep {
  readonly numpy: readonly Statement[]
  readonly tex: readonly Statement[]
  /** Python functions that the NumPy statements call. */
  readonly helpers: readonly string[]
  /** The results of the step among the values of the statements: the tensors of the next state, and `loss`, by their names. */
  readonly results: ReadonlyMap<ValueId, string>
}

/** The outputs under the names of what they replace: `w` rather than `parameters.w`. */
export const withShortOutputs = (program: Program): Program => ({
  ...program,
  outputs: program.outputs.map(({ name, value }) => ({ name: name.slice(name.indexOf('.') + 1), value })),
})

/** The state of a step, of which only the types count. */
function anyState(specification: ModelSpecification, features: number, options: StepOptions): TrainingState {
  const parameters = initializeParameters(specification, features, { initializer: 'zeros', dtype: 'float64', random: generator(0) })
  return firstState(parameters, initializeStatistics(specification, features, 'float64', generator(0)), options)
}

/** The Program of a step for that many rows. The rows are only recorded, so that they take no memory. */
function stepProgram(specification: ModelSpecification, features: number, classes: number, options: StepOptions): Program {
  const step = trainingStep(specification, options)
  let program: Program | undefined
  trace(
    (x1, y) => {
      const x = prepareInputs(specification, x1)
      const yt = prepareTarget(specification, features, y, classes, 'float64')
      program = step.program({ x, yt }, scalar(1), anyState(specification, features, options))
      return x
    },
    [
      { shape: [ROWS, features], dtype: 'float64', name: 'x1' },
      { shape: [ROWS], dtype: 'int32', name: 'y' },
    ],
  )
  return program!
}

/**
 * The training step of a model as statements.
 *
 * @param features columns of the input, without the dummy column.
 * @param classes how many classes there are; 0 for regression.
 * @example
 * symbolicStep(linear(), 1, 0).numpy.map(({ name, expression }) => `${name} = ${expression}`)
 * // ['yp = x @ w', 'yd = yp - yt', 'L = np.mean(yd ** 2) / 2', 'w = w - alpha * (x.T @ yd) / M']
 */
export function symbolicStep(
  specification: ModelSpecification,
  features: number,
  classes: number,
  options: StepOptions = {},
): SymbolicStep {
  const program = withShortOutputs(stepProgram(specification, features, classes, options))
  const inSymbols = (statements: readonly Statement[], square: string): Statement[] =>
    statements.map((statement) => ({
      ...statement,
      expression: statement.expression.replaceAll(`${ROWS ** 2}`, square).replaceAll(`${ROWS}`, 'M'),
    }))
  return {
    numpy: inSymbols(writeNumpy(program), 'M ** 2'),
    tex: inSymbols(writeTex(program), 'M^{2}'),
    helpers: numpyHelpers(program),
    results: new Map(program.outputs.map(({ name, value }) => [value, name])),
  }
}
