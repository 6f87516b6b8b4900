/** The table with the predictions of a moment's model beside it, as `kudari predict` writes it. */
import { predictTable } from 'kudari'
import type { Moment } from '../moment.ts'
import { modelOf } from '../run-of-moment.ts'
import { csvOf, textsOf } from '../table-csv.ts'

/** A name that no column has yet: `prediction`, `prediction_2`, ... */
function freeName(taken: ReadonlySet<string>, name: string): string {
  let free = name
  for (let i = 2; taken.has(free); i++) free = `${name}_${i}`
  return free
}

/** @throws KudariError when the run has diverged. */
export function predicted(moment: Moment): string {
  const { table } = moment
  const model = modelOf(moment)
  const { values, probabilities = [] } = predictTable(model, table)
  const { target, features, image } = model.pipeline
  const pixels = new Set(image ? features.map(({ column }) => column) : [])
  const shown = table.columns.filter(({ name }) => !pixels.has(name))
  const taken = new Set(table.columns.map(({ name }) => name))
  const classes = target.task === 'classification' ? target.classes.map((label) => `probability_${label}`) : []
  const added = ['prediction', ...classes].map((name) => freeName(taken, name))
  return csvOf([...shown.map(({ name }) => name), ...added], [...shown.map(textsOf), values, ...probabilities.map((column) => Array.from(column))], table.rows)
}
