/** What a run computes, in formulas: the loss of a model, and its way down. */
import { type ModelSpecification, type RuleLine, type StepFormula, isNetwork, outputActivation, stepFormulas, updateRule } from 'kudari'
import type { Moment } from '../moment.ts'

export interface FormulasAnswer {
  readonly loss: readonly StepFormula[]
  readonly descent: readonly RuleLine[]
}

/** The smallest model with the same loss: what the loss says of its `u`, `yp` and `W`, it says of those of every model. */
function smallest({ loss, layers }: ModelSpecification, classes: number): ModelSpecification {
  const activation = outputActivation({ loss, layers })
  return { layers: [{ type: 'dense', bias: false, ...(activation?.type === 'softmax' && { units: classes }) }, ...(activation ? [activation] : [])], loss }
}

export function formulas({ plan: { specification, inputs, pipeline: { target }, learning } }: Moment): FormulasAnswer {
  const classes = target.task === 'classification' ? target.classes.length : 0
  const { loss } = stepFormulas(smallest(specification, classes), 1, classes, { ...(learning.penalty && { penalty: learning.penalty }) })
  // The talk's own line, where the way down is as short as that.
  const isPlain = !isNetwork(specification) && Object.keys(learning).length === 0
  return { loss, descent: isPlain ? stepFormulas(specification, inputs.length, classes).descent : updateRule(learning) }
}
