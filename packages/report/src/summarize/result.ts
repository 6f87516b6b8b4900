/** How good the model is, in the report: measures, what a model that ignores its inputs would reach, and some predictions. */
import { type Encoded, type Fit, type Metrics, type Tensor, outputs } from 'kudari'
import type { ClassificationMetrics, ClassificationResult, RegressionMetrics, RegressionResult } from '../summary.ts'
import { mistakes } from './images.ts'
import { evenly } from './sample.ts'

const PREDICTIONS = 400

/** JSON knows no NaN and no infinities. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

type Of<Task> = Extract<Metrics, { readonly task: Task }>

const regression = ({ mse, rmse, mae, r2 }: Of<'regression'>): RegressionMetrics => ({
  mse: finite(mse),
  rmse: finite(rmse),
  mae: finite(mae),
  r2: finite(r2),
})

const classification = ({ accuracy, logLoss, rocAuc, perClass, confusion }: Of<'classification'>): ClassificationMetrics => ({
  accuracy: finite(accuracy),
  logLoss: finite(logLoss),
  ...(rocAuc !== undefined && { rocAuc: finite(rocAuc) }),
  perClass: perClass.map(({ precision, recall, f1, support }) => ({
    precision: finite(precision),
    recall: finite(recall),
    f1: finite(f1),
    support,
  })),
  confusion,
})

/** A value for the training rows and, if there are any, for the validation rows. */
const parts = <Value>(run: Fit, compute: (encoded: Encoded) => Value) => ({
  train: compute(run.plan.training),
  ...(run.plan.validation && { validation: compute(run.plan.validation) }),
})

function someOutputs({ model }: Fit, { x, y }: Encoded): { yp: Tensor; y: number[] } {
  const rows = evenly(x.shape[0], PREDICTIONS)
  return { yp: outputs(model, x.take(rows, { axis: 0 })), y: rows.map((row) => y.data[row]) }
}

/** The mean of f(value). (A loop: there may be millions, and lists of them take longer than the sum.) */
function mean(values: ArrayLike<number>, f: (value: number) => number = (value) => value): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += f(values[i])
  return sum / values.length
}

const countOf = (values: ArrayLike<number>, wanted: number): number => {
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i] === wanted) count++
  return count
}

function regressionResult(run: Fit, offset: number): RegressionResult {
  const { train, validation } = run.metrics as { train: Of<'regression'>; validation?: Of<'regression'> }
  const judged = run.plan.validation ?? run.plan.training
  const always = mean(run.plan.training.y.data)
  return {
    task: 'regression',
    metrics: { train: regression(train), ...(validation && { validation: regression(validation) }) },
    baseline: { rmse: Math.sqrt(mean(judged.y.data, (value) => (value - always) ** 2)), mae: mean(judged.y.data, (value) => Math.abs(value - always)) },
    predictions: parts(run, (encoded) => {
      const { yp, y } = someOutputs(run, encoded)
      const kept = y.map((value, i) => [value + offset, yp.data[i] + offset]).filter(([, value]) => Number.isFinite(value))
      return { yt: kept.map(([value]) => value), yp: kept.map(([, value]) => value) }
    }),
  }
}

function classificationResult(run: Fit, classes: readonly string[]): ClassificationResult {
  const { train, validation } = run.metrics as { train: Of<'classification'>; validation?: Of<'classification'> }
  const judged = run.plan.validation ?? run.plan.training
  const counts = classes.map((_, k) => countOf(run.plan.training.y.data, k))
  const most = counts.indexOf(Math.max(...counts))
  const share = countOf(judged.y.data, most) / judged.y.size
  const wrong = run.result.outcome.kind === 'diverged' ? undefined : mistakes(run)
  return {
    task: 'classification',
    classes,
    metrics: { train: classification(train), ...(validation && { validation: classification(validation) }) },
    baseline: { accuracy: share, class: classes[most] },
    ...(wrong && { mistakes: wrong }),
    predictions: parts(run, (encoded) => {
      const { yp, y } = someOutputs(run, encoded)
      const row = (i: number): number[] =>
        yp.ndim === 1
          ? [1 - yp.data[i], yp.data[i]]
          : Array.from({ length: classes.length }, (_, k) => yp.data[i * classes.length + k])
      const kept = y.map((value, i) => ({ value, probability: row(i) })).filter(({ probability }) => probability.every(Number.isFinite))
      return { yt: kept.map(({ value }) => value), probability: kept.map(({ probability }) => probability) }
    }),
  }
}

/** The result as the report shows it. */
export function resultSummary(run: Fit): RegressionResult | ClassificationResult {
  const { target } = run.plan.pipeline
  return target.task === 'regression'
    ? regressionResult(run, target.offset)
    : classificationResult(run, target.classes.map(String))
}
