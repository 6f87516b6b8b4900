/** The weights in the report: by column, as the model uses them and in the units of the table. */
import { type Fit, layersFromParameters, matrixColumns, unscale } from 'kudari'
import type { WeightsSummary } from '../summary.ts'

/** More rows than this are not read by anybody. */
const ROWS_SHOWN = 500

/** The weights of a model without hidden layers; undefined for others, and where there are too many to read. */
export function weightRows({ plan, result }: Fit): WeightsSummary | undefined {
  const columns = matrixColumns(plan.pipeline)
  const layers = layersFromParameters(plan.specification, columns.length, result.state.parameters)
  if (layers.length !== 1 || columns.length > ROWS_SHOWN) return undefined
  const [{ W, b }] = layers
  if (!W) return undefined
  const outputs = W.shape[1]
  const column = (k: number): number[] => Array.from({ length: columns.length }, (_, j) => W.data[j * outputs + k])
  const scaled = Array.from({ length: outputs }, (_, k) => ({ w0: b ? b.data[k] : 0, w: column(k) }))
  const original = scaled.map(({ w0, w }) => unscale(plan.pipeline, w0, w))
  const { target } = plan.pipeline
  const isScaled =
    columns.some(({ offset, divisor }) => offset !== 0 || divisor !== 1) ||
    (target.task === 'regression' && target.offset !== 0)
  return {
    rows: columns.map(({ name }, j) => ({
      name,
      scaled: scaled.map(({ w }) => w[j]),
      ...(isScaled && { original: original.map(({ w }) => w[j]) }),
    })),
    ...(b && {
      bias: { scaled: scaled.map(({ w0 }) => w0), ...(isScaled && { original: original.map(({ w0 }) => w0) }) },
    }),
  }
}
