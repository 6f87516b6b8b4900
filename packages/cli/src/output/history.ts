/** `history.csv`: a line for every iteration, in full precision. */
import type { History } from 'kudari'

/** `iteration,loss`, then what was measured on the validation rows, then the parameters or their norm. */
export function historyCsv({ iteration, loss, validation, parameters }: History): string {
  const columns: Record<string, readonly number[]> = {
    iteration,
    loss,
    ...Object.fromEntries(Object.entries(validation).map(([name, values]) => [`validation_${name}`, values])),
    ...parameters,
  }
  const names = Object.keys(columns)
  const lists = Object.values(columns)
  // Nothing was measured where there is NaN in a validation column; a loss or weight that became NaN is written as such.
  const isMeasure = names.map((name) => name.startsWith('validation_'))
  const lines = iteration.map((_, k) =>
    lists.map((values, j) => (isMeasure[j] && Number.isNaN(values[k]) ? '' : `${values[k]}`)).join(','),
  )
  return `${[names.join(','), ...lines].join('\n')}\n`
}
