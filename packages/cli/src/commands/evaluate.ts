/** `kudari evaluate`: how good a model is on a table that has the target column. */
import { evaluateTable, evaluationSchema, readModel, typeLike } from 'kudari'
import { EXIT } from '../exit.ts'
import { modelPath, readBytes } from '../files/source.ts'
import type { Io, Voice } from '../io.ts'
import { settleExecution } from '../learning/execution.ts'
import { channelsLike, readLabelled, readOptions } from '../learning/problem.ts'
import { learningMessages } from '../messages/learning.ts'
import type { Values } from '../options/option.ts'
import type { evaluate as options } from '../options/tables.ts'
import { classLines, measureLines, measureObject } from '../output/measures.ts'
import { noteLines } from '../output/notes.ts'
import { printable } from '../terminal/style.ts'

/** Measures a model on a table. */
export async function evaluate(
  modelName: string,
  data: string,
  given: Values<typeof options>,
  io: Io,
  voice: Voice,
): Promise<number> {
  await settleExecution(given, io)
  const path = await modelPath(io, modelName)
  const model = readModel(await readBytes(io, path), path)
  const reading = { ...readOptions(given), ...channelsLike(model.pipeline) }
  const raw = await readLabelled(io, data, model.pipeline.target.column, reading, given.labels)
  const schema = evaluationSchema(model.pipeline)
  const table = typeLike(raw, { ...schema, ...(given.missing && { missing: given.missing }) })
  const { metrics, rows, withoutTarget, unseenClasses, missing, surplus } = evaluateTable(model, table)
  const { target } = model.pipeline
  const { language } = voice

  if (voice.mode === 'json') {
    const { task } = metrics
    io.out(`${JSON.stringify({ task, rows, withoutTarget, unseenClasses, missing, surplus, ...measureObject(metrics) })}\n`)
    return EXIT.fine
  }
  if (voice.mode === 'quiet') return EXIT.fine
  const notes = [
    ...noteLines({ missing, surplus, filled: [], unseen: [] }, data, language),
    ...(withoutTarget > 0
      ? [learningMessages.withoutTarget[language]({ source: data, rows: withoutTarget, target: target.column })]
      : []),
    ...(unseenClasses.length > 0
      ? [
          learningMessages.unseenClasses[language]({
            source: data,
            classes: unseenClasses.map(({ label, count }) => `${printable(label)} (${count})`).join(', '),
          }),
        ]
      : []),
  ]
  for (const line of notes) io.err(`${line}\n`)
  const classes = target.task === 'classification' ? classLines(metrics, target.classes, language) : []
  const lines = [...measureLines([{ name: printable(data), rows, metrics }], language), ...(classes.length > 0 ? ['', ...classes] : [])]
  io.out(`${lines.join('\n')}\n`)
  return EXIT.fine
}
