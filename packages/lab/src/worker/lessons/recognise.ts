/** What every recogniser of a lesson asks of a moment. */
import { type OptimizerSpecification, type Plan, type Rows, someRows } from 'kudari'
import type { Moment } from '../moment.ts'
import type { Lesson } from './lesson.ts'

/** Sees whether something goes wrong at a moment. */
export type Recogniser = (moment: Moment) => readonly Lesson[]

/** So few steps tell nothing yet. */
export const FIRST_STEPS = 20

export const countOf = ({ parameters }: Plan): number => Object.values(parameters).reduce((sum, { size }) => sum + size, 0)

/** The factor by which steps in one direction add up, 1 / (1 - momentum), as momentum; undefined of optimizers that bring steps to one size. */
export function momentumOf(optimizer: OptimizerSpecification | undefined): number | undefined {
  if (!optimizer || optimizer.type === 'gradient-descent') return 0
  return optimizer.type === 'sgd' ? (optimizer.momentum ?? 0) : undefined
}

/** Some of the rows that a run learns from, the same ones every time. */
export function rowsOf(plan: Plan, most: number): Rows {
  const known = kept.get(plan) ?? new Map<number, Rows>()
  const rows = known.get(most) ?? someRows(plan.rows, most)
  kept.set(plan, known.set(most, rows))
  return rows
}

const kept = new WeakMap<Plan, Map<number, Rows>>()

/** Something that follows from a plan alone, computed once. */
export function ofPlan<Value>(compute: (plan: Plan, table: Moment['table']) => Value): (moment: Pick<Moment, 'plan' | 'table'>) => Value {
  const known = new WeakMap<Plan, { readonly value: Value }>()
  return ({ plan, table }) => {
    const found = known.get(plan) ?? { value: compute(plan, table) }
    known.set(plan, found)
    return found.value
  }
}
