/** The training step as a loop: its parameters are those of the next step, its loss is recorded. */
import { PARAMETERS_KEPT } from './history.ts'
import { type Parameters, countParameters } from '../nn/parameters.ts'
import { type TrainingState, stateLike, tensorsOf } from './state.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { Program } from '../program/program.ts'
import { simplify } from '../program/simplify/simplify.ts'
import { trace } from '../program/trace.ts'
import { type Execution, describeExecution } from '../run/describe.ts'
import type { Loop, LoopShape, WritableTable } from '../run/loop.ts'
import { executionSettings, prepareLoop } from '../run/prepare.ts'
import { type Tensor, type TensorType, scalar } from '../tensor/tensor.ts'
import { type Learning, stepDown } from './step.ts'

/** Positions of the Program's inputs; the tensors of the state follow. */
const X = 0
const YT = 1
const ALPHA = 2
const FIRST_OF_STATE = 3

/** What a step loop is made for. */
export interface StepLoopShape {
  readonly specification: ModelSpecification
  readonly learning: Learning
  readonly x: TensorType
  readonly yt: TensorType
  /** Tensors of these types; their numbers do not matter. */
  readonly state: TrainingState
  /** The names of the parameters in the order of the history's columns. */
  readonly order: readonly string[]
  readonly by: 'start' | 'indices'
  /** Whether each step has a learning rate of its own, rather than all steps of a stretch one. */
  readonly hasOwnRates: boolean
}

/** The learning rate of all steps of a stretch, or that of each. */
export type StepRates = number | Float64Array

/** What some steps gave. */
export interface Steps {
  /** The loss of every step, before its update. */
  readonly loss: ArrayLike<number>
  /**
   * For every step, one after the other, what the history keeps of the parameters after it: all of them, or where there are
   * more than {@link PARAMETERS_KEPT} their Euclidean norm.
   */
  readonly parameters: ArrayLike<number>
}

/** A loop of training steps. */
export interface StepLoop {
  readonly work: number
  begin(x: Tensor | WritableTable, yt: Tensor, state: TrainingState): void
  /** A table for inputs that change. */
  makeTable(type: TensorType): WritableTable
  setState(state: TrainingState): void
  state(): TrainingState
  /** Remembers the present state. */
  keep(): void
  /** Goes back to those that were kept last. */
  restore(): void
  run(steps: number, picks: Int32Array, rates: StepRates): Steps
}

/** The Euclidean norm of all parameters. */
const norm = (parameters: Parameters): Tensor =>
  Object.values(parameters)
    .map((w) => w.square().sum())
    .reduce((a, b) => a.add(b))
    .sqrt()

function programOf({ specification, learning, x, yt, state }: StepLoopShape): Program {
  const names = Object.keys(tensorsOf(state))
  const types = Object.values(tensorsOf(state))
  const isListed = countParameters(state.parameters) <= PARAMETERS_KEPT
  const inputs = [
    { ...typeOf(x), name: 'x' },
    { ...typeOf(yt), name: 'yt' },
    { shape: [], dtype: x.dtype, name: 'alpha' },
    ...types.map((type, i) => ({ ...typeOf(type), name: names[i] })),
  ]
  const { program } = trace((...[rowsX, rowsYt, alpha, ...tensors]) => {
    const before = stateLike(state, Object.fromEntries(tensors.map((tensor, i) => [names[i], tensor])))
    const { loss, ...after } = stepDown(specification, { x: rowsX, yt: rowsYt }, alpha, before, learning)
    const to = tensorsOf(after)
    return [loss, ...names.map((name) => to[name]), ...(isListed ? [] : [norm(after.parameters)])]
  }, inputs)
  return simplify(program)
}

const typeOf = ({ shape, dtype }: TensorType): TensorType => ({ shape, dtype })

function loopShape(shape: StepLoopShape): LoopShape {
  const program = programOf(shape)
  const names = Object.keys(tensorsOf(shape.state))
  const count = names.length
  const isListed = countParameters(shape.state.parameters) <= PARAMETERS_KEPT
  return {
    program,
    feedback: new Map(Array.from({ length: count }, (_, i) => [1 + i, FIRST_OF_STATE + i])),
    recorded: [0, ...(isListed ? shape.order.map((name) => 1 + names.indexOf(name)) : [1 + count])],
    picked: { inputs: [X, YT], by: shape.by },
    perStep: shape.hasOwnRates ? [ALPHA] : [],
  }
}

/** How the steps of a run are carried out on this machine, with the present settings. */
export function describeSteps(shape: StepLoopShape): Execution {
  const { program, ...options } = loopShape(shape)
  return describeExecution(program, options)
}

/** The numbers of several records of each step, step by step. */
function interleaved(records: readonly ArrayLike<number>[], steps: number): Float64Array {
  const sizes = records.map(({ length }) => length / steps)
  const all = new Float64Array(records.reduce((total, { length }) => total + length, 0))
  for (let step = 0, to = 0; step < steps; step++)
    for (const [i, record] of records.entries())
      for (let j = 0; j < sizes[i]; j++) all[to++] = record[step * sizes[i] + j]
  return all
}

/** Loops that no run uses at present, by what they are made for: making one costs more than many a run. */
const idle = new Map<string, Loop[]>()
const LOOPS_KEPT = 16

const keyOf = ({ specification, learning, x, yt, state, by, hasOwnRates }: StepLoopShape): string => {
  const types = Object.entries(tensorsOf(state)).map(([name, w]) => [name, typeOf(w)])
  return JSON.stringify([specification, learning, typeOf(x), typeOf(yt), types, by, hasOwnRates])
}

/** A loop for such steps, to be given back with {@link putBack} when the run has ended. */
export function takeStepLoop(shape: StepLoopShape): { readonly loop: StepLoop; putBack(): void } {
  const key = `${keyOf(shape)} ${executionSettings()}`
  const loop = idle.get(key)?.pop() ?? prepareLoop(loopShape(shape))
  const names = Object.keys(tensorsOf(shape.state))
  let present: number | undefined
  const setRate = (rate: number): void => {
    if (rate !== present) loop.setInput(ALPHA, scalar(rate, shape.x.dtype))
    present = rate
  }
  const setState = (state: TrainingState): void => {
    const tensors = tensorsOf(state)
    for (const [i, name] of names.entries()) loop.setInput(FIRST_OF_STATE + i, tensors[name])
  }
  return {
    loop: {
      work: loop.work,
      begin(x, yt, state) {
        loop.setTable(X, x)
        loop.setTable(YT, yt)
        setState(state)
      },
      makeTable: (type) => loop.makeTable(type),
      setState,
      state: () => stateLike(shape.state, Object.fromEntries(names.map((name, i) => [name, loop.state(FIRST_OF_STATE + i)]))),
      keep: () => loop.keep(),
      restore: () => loop.restore(),
      run(steps, picks, rates) {
        if (typeof rates === 'number') setRate(rates)
        const [loss, ...parameters] = loop.run(steps, picks, typeof rates === 'number' ? [] : [rates])
        return { loss, parameters: parameters.length === 1 ? parameters[0] : interleaved(parameters, steps) }
      },
    },
    putBack() {
      const list = idle.get(key) ?? []
      idle.delete(key)
      idle.set(key, [...list, loop])
      const [oldest] = idle.keys()
      if (idle.size > LOOPS_KEPT) idle.delete(oldest)
    },
  }
}
