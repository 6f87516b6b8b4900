/** The step that begins at a moment, laid open; kept until another one is asked for. */
import { type OpenStep, type Rows, numbersInPlace, openStep, someRows, stepRowsOfPlan, texName, texNumber } from 'kudari'
import type { Moment } from './moment.ts'

/** What a value is called, in code and in formulas. */
export interface Names {
  readonly name: string
  readonly tex: string
}

export interface Opened {
  readonly step: OpenStep
  /** What the values that have a name are called, by their ids. */
  readonly names: ReadonlyMap<number, Names>
  /** A value in TeX: its name, or the number that stands in its place. */
  readonly texOf: (id: number) => string
  /** Rows that the step learns from, and as many of them as are shown. */
  readonly rows: number
  readonly shown: number
  readonly learningRate: number
}

/** Steps of more work (rows times parameters) are opened on fewer rows: the reference kernels are for reading, not for speed. */
const MOST_WORK = 3e7

function rowsShown(rows: Rows, parameters: number): Rows {
  const [count] = rows.x.shape
  const most = Math.max(1, Math.floor(MOST_WORK / Math.max(parameters + rows.x.size / count, 1)))
  return count <= most ? rows : someRows(rows, most)
}

function namesOf({ program, given, instructions }: OpenStep): Pick<Opened, 'names' | 'texOf'> {
  const numbers = numbersInPlace(program)
  const names = new Map<number, Names>([
    ...given.map(({ name }, i) => [program.inputs[i], { name, tex: texName(name) }] as const),
    ...instructions.map(({ name, tex }, i) => [program.instructions[i].output, { name, tex: tex.name }] as const),
  ])
  const texOf = (id: number): string => {
    const [number, { name, dtype }] = [numbers.get(id), program.values[id]]
    return names.get(id)?.tex ?? (number === undefined ? texName(name ?? 'c') : texNumber(number, dtype))
  }
  return { names, texOf }
}

let last: { readonly moment: Moment; readonly opened: Opened } | undefined

const isSame = (a: Moment, b: Moment): boolean => a.plan === b.plan && a.iteration === b.iteration

/** @throws KudariError when the moment's model cannot take its rows, which no plan does. */
export function openedStep(moment: Moment): Opened {
  if (last && isSame(last.moment, moment)) return last.opened
  const { plan, state, iteration, learningRate } = moment
  const parameters = Object.values(state.parameters).reduce((sum, { size }) => sum + size, 0)
  const all = stepRowsOfPlan(plan, iteration)
  const rows = rowsShown(all, parameters)
  const step = openStep(plan.specification, rows, learningRate, state, plan.learning)
  const opened = { step, ...namesOf(step), rows: all.x.shape[0], shown: rows.x.shape[0], learningRate }
  last = { moment, opened }
  return opened
}
