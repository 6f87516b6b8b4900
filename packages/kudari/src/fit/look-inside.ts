/** A look into the layers of a network that has learned. */
import { type Diagnosis, diagnoseLayers } from '../explain/diagnosis.ts'
import { isNetwork } from '../nn/specification.ts'
import { variablesOfState } from '../train/state.ts'
import { someRows } from '../train/step-rows.ts'
import type { Fit } from './fit.ts'

/** Rows that are enough to see how the layers of a network do. */
const ROWS_LOOKED_AT = 256

/** What goes on in the layers at the end of a run; undefined where there are no hidden ones, or nothing was learned. */
export function lookInside({ plan, result: { outcome, state } }: Fit): Diagnosis | undefined {
  if (!isNetwork(plan.specification) || outcome.kind === 'diverged') return undefined
  return diagnoseLayers(plan.specification, variablesOfState(state), someRows(plan.rows, ROWS_LOOKED_AT))
}
