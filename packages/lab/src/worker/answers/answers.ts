/** The table of answers: what the page can ask once of a moment, one file each; files to keep among them. */
import type { Moment } from '../moment.ts'
import { axes } from './axes.ts'
import { firstParameters } from './first-parameters.ts'
import { formulas } from './formulas.ts'
import { history } from './history.ts'
import { lossAt } from './loss-at.ts'
import { modelFile } from './model-file.ts'
import { model } from './model.ts'
import { predicted } from './predicted.ts'
import { record } from './record.ts'
import { report } from './report.ts'
import { rows } from './rows.ts'
import { script } from './script.ts'
import { step } from './step.ts'
import { value } from './value.ts'

export const answers = { axes, firstParameters, formulas, history, lossAt, model, modelFile, predicted, record, report, rows, script, step, value } as const

export type AnswerName = keyof typeof answers
export type Asked<Name extends AnswerName> = Parameters<(typeof answers)[Name]> extends [unknown, infer Request] ? Request : undefined
export type Answers = { readonly [Name in AnswerName]: Awaited<ReturnType<(typeof answers)[Name]>> }

/** The answer to a question; that its request fits its name, the types of the protocol have made sure of. */
export const answerTo = async (moment: Moment, { name, request }: { readonly name: AnswerName; readonly request: unknown }): Promise<Answers[AnswerName]> =>
  (answers[name] as (moment: Moment, request: unknown) => Answers[AnswerName] | Promise<Answers[AnswerName]>)(moment, request)
