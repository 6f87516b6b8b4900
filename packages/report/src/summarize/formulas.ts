/** The formulas of a run's step in TeX, as the sections of the report show them. */
import { type Fit, type Pipeline, type RuleLine, type StepFormula, type StepFormulas, stepFormulas } from 'kudari'

export const classCount = ({ target }: Pipeline): number => (target.task === 'classification' ? target.classes.length : 0)

export const formulasOf = ({ plan }: Fit): StepFormulas =>
  stepFormulas(plan.specification, plan.inputs.length, classCount(plan.pipeline), plan.learning)

const isKept = (formula: StepFormula | RuleLine): boolean => 'isKept' in formula && formula.isKept

/** Numbers as they are read: 1/3 to six digits, and not to the last bit. */
const short = (tex: string): string => tex.replaceAll(/\d+\.\d{7,}/g, (digits) => `${Number(Number(digits).toPrecision(6))}`)

const isHigh = (row: string): boolean => row.includes(String.raw`\frac`)

/** A line break below a row, wider where fractions would touch. */
function lineBreak(row: string, next: string): string {
  if (isHigh(row) && isHigh(next)) return String.raw` \\[0.9em] `
  return isHigh(row) || isHigh(next) ? String.raw` \\[0.4em] ` : String.raw` \\ `
}

/** Formulas as one, aligned at their equals signs; an arrow stands where an old value is replaced. */
export function aligned(formulas: readonly (StepFormula | RuleLine)[]): string {
  const sign = (formula: StepFormula | RuleLine): string => (isKept(formula) ? String.raw`\leftarrow` : '=')
  if (formulas.length === 1) return short(`${formulas[0].name} ${sign(formulas[0])} ${formulas[0].expression}`)
  const rows = formulas.map((formula) => `${formula.name} &${sign(formula)} ${formula.expression}`)
  const text = rows.reduce((above, row, i) => above + lineBreak(rows[i - 1], row) + row)
  return short(String.raw`\begin{aligned} ${text} \end{aligned}`)
}
