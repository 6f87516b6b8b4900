/** A training step in symbols: its formulas and its code with `M` for the number of rows, whatever that number is. */
import { initializeParameters, initializeStatistics } from '../nn/parameters.ts'
import { prepareInputs, prepareTarget } from '../nn/model.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { Program } from '../program/program.ts'
import { trace } from '../program/trace.ts'
import { type Statement, numpyHelpers, numpyNames, writeNumpy, writeTex } from '../program/write.ts'
import { type StepOptions, firstState, trainingStep } from '../train/step.ts'
import { generator } from '../tensor/random.ts'
import type { TrainingState } from '../train/state.ts'
import { type Section, inSections } from './sections.ts'
import { scalar } from '../tensor/tensor.ts'

/**
 * Stands for the number of rows while the step is written down, and is replaced by `M` afterwards: a prime that no shape
 * or constant of a step is likely to hold, and that cancels with no factor.
 */
const ROWS = 100003

/** How a language writes a multiple of M, and the square of M: `64 * M`, `M ** 2`. */
interface Spelling {
  readonly times: (factor: number, of: string) => string
  readonly square: string
}

/**
 * An expression with `M` in the place of {@link ROWS}: 6400192 is `64 * M`, and 6400191 `64 * M - 1`, by which a variance is
 * divided; the square stands in the gradient of a variance.
 */
function withM(expression: string, { times, square }: Spelling): string {
  return expression.replaceAll(/(?<![\w.])\d{6,}(?![\w.])/g, (digits, offset: number) => {
    const [of, one] = Number(digits) % ROWS ** 2 === 0 ? [square, ROWS ** 2] : ['M', ROWS]
    const factor = Math.round(Number(digits) / one)
    const rest = Number(digits) - factor * one
    if (factor === 0 || rest < -1 || rest > 0) return digits
    const product = factor === 1 ? of : times(factor, of)
    const text = rest === 0 ? product : `${product} - 1`
    // Alone between brackets and commas it needs none of its own.
    const isAlone = /(?:^|[({[]|, )$/.test(expression.slice(0, offset)) && /^(?:$|[)}\]]|,)/.test(expression.slice(offset + digits.length))
    return text === of || isAlone ? text : `(${text})`
  })
}

/** A statement, and the part of the step that it belongs to. */
export interface SymbolicStatement extends Statement {
  readonly section: Section
}

/** A step in symbols, section by section. */
export interface SymbolicStep {
  readonly numpy: readonly SymbolicStatement[]
  readonly tex: readonly SymbolicStatement[]
  /** Python functions that the NumPy statements call. */
  readonly helpers: readonly string[]
  /** Where the next state is found after the NumPy statements: for each of its tensors the name in the state, and in Python. */
  readonly next: readonly { readonly name: string; readonly numpy: string }[]
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
  const traced = withShortOutputs(stepProgram(specification, features, classes, options))
  const { program, sections } = inSections(traced, specification, features)
  const sectionOf = new Map(program.instructions.map(({ output }, i) => [output, sections[i]]))
  const inSymbols = (statements: readonly Statement[], spelling: Spelling): SymbolicStatement[] =>
    statements.map(({ value, name, expression }) =>
      ({ value, name, expression: withM(expression, spelling), section: sectionOf.get(value)! }))
  const names = numpyNames(program)
  return {
    numpy: inSymbols(writeNumpy(program), { times: (factor, of) => `${factor} * ${of}`, square: 'M ** 2' }),
    tex: inSymbols(writeTex(program), { times: (factor, of) => `${factor} ${of}`, square: 'M^{2}' }),
    helpers: numpyHelpers(program),
    next: program.outputs.filter(({ name }) => name !== 'loss').map(({ name, value }) => ({ name, numpy: names[value] })),
  }
}
