/** Stands in for the library's timeline while that is being made. */
import { type History, type Outcome, type Plan, type TrainingState, firstState, scalar, trainingStep } from 'kudari'

export function timelineOfPlan(plan: Plan) {
  const step = trainingStep(plan.specification, plan.learning)
  const states: TrainingState[] = [firstState(plan.parameters, plan.statistics, plan.learning)]
  const history: History = { iteration: [], loss: [], validation: {}, parameters: {} }
  let iteration = 0
  const alpha = scalar(plan.learningRate, plan.dtype)
  return {
    get iteration() { return iteration },
    get furthest() { return states.length - 1 },
    history,
    get outcome(): Outcome | undefined { return states.length - 1 >= plan.iterations ? { kind: 'finished', iteration: states.length - 2 } : undefined },
    state: () => states[iteration],
    towards(to: number): boolean {
      if (to < states.length) { iteration = to; return true }
      iteration = states.length - 1
      if (iteration >= plan.iterations) return true
      const { loss, ...state } = step(plan.rows, alpha, states[iteration])
      ;(history.iteration as number[]).push(iteration)
      ;(history.loss as number[]).push(loss.item())
      const all = Object.values(state.parameters).flatMap((w) => [...w.data])
      if (all.length <= 20) all.forEach((w, i) => ((history.parameters as Record<string, number[]>)[`w${i}`] ??= []).push(w))
      states.push(state)
      iteration++
      return iteration === to
    },
    end() {},
  }
}

export type Timeline = ReturnType<typeof timelineOfPlan>
