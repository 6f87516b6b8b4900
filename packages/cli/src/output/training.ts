/** What `kudari train` says: before the first step what was read and chosen, after the last how it ended and how good the model is. */
import { nextTexts } from '@kudari/report'
import {
  type Fit,
  type Plan,
  type TrainingResult,
  droppedText,
  imageText,
  planExecution,
  suspectedLeakText,
  suspectedLeaks,
} from 'kudari'
import { runFiles } from '../files/run-folder.ts'
import type { Io, Voice } from '../io.ts'
import type { Problem } from '../learning/problem.ts'
import { executionMessages } from '../messages/execution.ts'
import { learningMessages } from '../messages/learning.ts'
import { printable, styled } from '../terminal/style.ts'
import { wrap } from '../terminal/width.ts'
import { shellQuote } from './command-line.ts'
import { classLines, measureLines, measureObject } from './measures.ts'

/** What was read, what was chosen and why, and what to look out for. */
export function planLines({ table, detected }: Problem, plan: Plan, io: Io, voice: Voice): string[] {
  const { language } = voice
  const how = [detected?.format, detected?.encoding, table.image && imageText(table.image)].filter((part) => part !== undefined).join(', ')
  const source = printable(table.source === '-' ? 'stdin' : table.source)
  const read = learningMessages.tableRead[language]({ source, rows: table.rows, columns: table.columns.length, how })
  const { products } = planExecution(plan)
  const leaks = suspectedLeaks(plan.pipeline, table, plan.split.train)
  const notes = [
    ...plan.choices.map((choice) => choice.in(language)),
    ...plan.pipeline.dropped.map((dropped) => droppedText[language](dropped)),
    ...(products === undefined ? [] : [executionMessages.blasUsed[language]({ name: products })]),
  ]
  const bullet = (mark: string, text: string): string[] =>
    wrap(printable(text), Math.max(20, io.width - 3)).map((line, i) => (i === 0 ? `${mark} ${line}` : `  ${line}`))
  return [
    styled(voice, 'bold', read),
    ...notes.flatMap((text) => bullet('·', text)).map((line) => styled(voice, 'dim', line)),
    ...leaks.flatMap((leak) => bullet('!', suspectedLeakText[language](leak))).map((line) => styled(voice, 'yellow', line)),
    '',
  ]
}

const iterationsOf = ({ outcome }: TrainingResult): number => outcome.iteration + 1

/** How the run ended, how good the model is, where everything lies and what can be done with it. */
export function resultLines(run: Fit, out: string, voice: Voice): string[] {
  const { plan, result, metrics, model } = run
  const { language } = voice
  const { outcome } = result
  const texts = learningMessages
  const iterations = iterationsOf(result)
  const path = shellQuote(out)
  if (outcome.kind === 'diverged') return ['', texts.saved[language]({ files: `${path}/` }), texts.report[language]({ path: `${path}/${runFiles.report}` })]
  const ended =
    outcome.kind === 'stoppedEarly'
      ? texts.stoppedEarly[language]({ iterations, best: outcome.best })
      : texts[outcome.kind][language]({ iterations })
  const parts = (['train', 'validation'] as const).flatMap((part) => {
    const measured = metrics[part]
    const rows = (part === 'train' ? plan.training : plan.validation)?.x.shape[0] ?? 0
    return measured ? [{ name: texts.parts[part][language](), rows, metrics: measured }] : []
  })
  const { target } = model.pipeline
  const classes = target.task === 'classification' ? classLines(parts.at(-1)!.metrics, target.classes, language) : []
  const next = [
    [`kudari predict ${path} NEW.csv`, nextTexts.predict],
    [`kudari explain ${path} --step 0`, nextTexts.explain],
  ] as const
  return [
    '',
    styled(voice, 'bold', ended),
    ...measureLines(parts, language),
    ...(classes.length > 0 ? ['', ...classes] : []),
    '',
    texts.saved[language]({ files: `${path}/ (${[runFiles.model, runFiles.history, runFiles.record, runFiles.report].join(', ')})` }),
    styled(voice, 'green', texts.report[language]({ path: `${path}/${runFiles.report}` })),
    ...(outcome.kind === 'interrupted' ? [texts.goOn[language]({ command: `kudari train --resume ${path}` })] : []),
    texts.next[language](),
    ...next.map(([command, about]) => `  ${command}  ${styled(voice, 'dim', `# ${about[language]()}`)}`),
  ]
}

/** What `--json` gives. */
export const resultObject = ({ result, metrics }: Fit, out: string) => ({
  out,
  iterations: iterationsOf(result),
  loss: result.history.loss.at(-1),
  metrics: {
    train: measureObject(metrics.train),
    ...(metrics.validation && { validation: measureObject(metrics.validation) }),
  },
})
