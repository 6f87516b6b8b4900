/** The learning curves of several runs on common axes. */
import { type ComparedCurves, type Curve, plain } from '@kudari/report'
import { comparisonTexts } from '../messages/compare.ts'
import { type Run, stepsPerEpoch } from './run.ts'

type Part = ComparedCurves['part']
/** What is counted along the x axis. */
export type Along = 'iteration' | 'epoch'

/** The training loss at each iteration. */
const trainingCurve = ({ losses: { iteration, loss } }: Run): Curve => ({ x: iteration, y: loss })

/** The mean of the training loss over each epoch, at the epoch's end; the last one may be cut short. */
function epochMeans(run: Run): Curve {
  const { iteration, loss } = run.losses
  const steps = stepsPerEpoch(run)
  const x: number[] = []
  const y: number[] = []
  for (let start = 0; start < loss.length; start += steps) {
    const end = Math.min(start + steps, loss.length)
    let sum = 0
    for (let i = start; i < end; i++) sum += loss[i]
    x.push((iteration[end - 1] + 1) / steps)
    y.push(sum / (end - start))
  }
  return { x, y }
}

/** The validation loss wherever it was measured, after the update of its iteration. */
function validationCurve(run: Run, along: Along): Curve {
  const { iteration, validation = [] } = run.losses
  const steps = stepsPerEpoch(run)
  const x: number[] = []
  const y: number[] = []
  for (let i = 0; i < validation.length; i++) {
    if (Number.isNaN(validation[i])) continue
    x.push(along === 'epoch' ? (iteration[i] + 1) / steps : iteration[i])
    y.push(validation[i])
  }
  return { x, y }
}

/** From the lowest to the highest value of the runs that did not diverge; of others, where they began is to be seen. */
function rangeOf(curves: readonly Curve[], runs: readonly Run[], isLogarithmic: boolean): readonly [number, number] | undefined {
  const isShown = (value: number): boolean => Number.isFinite(value) && (!isLogarithmic || value > 0)
  const isOnlyBeginning = runs.map(({ hasDiverged }) => hasDiverged && runs.some((run) => !run.hasDiverged))
  let [low, high] = [Infinity, -Infinity]
  for (const [i, { y }] of curves.entries())
    for (const value of isOnlyBeginning[i] ? y.slice(0, 1) : y) {
      if (!isShown(value)) continue
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  if (low < high) return [low, high]
  if (low > high) return undefined
  // One value alone: a range around it.
  if (isLogarithmic) return [low / 2, low * 2]
  const margin = Math.abs(low) / 2 || 1
  return [low - margin, low + margin]
}

/** Epochs where every run has mini-batches, so that steps on few rows and on many can be compared; else iterations. */
export const alongOf = (runs: readonly Run[]): Along => (runs.every((run) => stepsPerEpoch(run) > 1) ? 'epoch' : 'iteration')

/** The training curves, and the validation curves where rows were held out; neither where not one value can be shown. */
export function comparedCurves(runs: readonly Run[], isLogarithmic: boolean): ComparedCurves[] {
  const along = alongOf(runs)
  const { curves: names, along: alongNames } = comparisonTexts
  const made = (part: Part, curves: readonly Curve[]): ComparedCurves[] => {
    const range = rangeOf(curves, runs, isLogarithmic)
    return range ? [{ part, name: plain(names[part]), along: plain(alongNames[along]), curves, range, isLogarithmic }] : []
  }
  return [
    ...made('train', runs.map(along === 'epoch' ? epochMeans : trainingCurve)),
    ...made('validation', runs.map((run) => validationCurve(run, along))),
  ]
}

/** For each curve, how many of its values cannot stand on a logarithmic axis. */
export const leftOut = ({ curves, isLogarithmic }: ComparedCurves): number[] =>
  curves.map(({ y }) => (isLogarithmic ? y.filter((value) => value <= 0).length : 0))
