/** How the steps of a run are carried out, as text. */
import type { DescribedTask, Execution } from 'kudari'
import type { Voice } from '../io.ts'
import { executionMessages } from '../messages/execution.ts'
import { styled } from '../terminal/style.ts'
import { memoryText } from './memory.ts'

/** One line that says which executor runs. */
export function executorLine(execution: Execution, { language }: Voice): string {
  if (execution.executor === 'plain') return executionMessages.plain[language]()
  return executionMessages.wasm[language]({
    kernels: executionMessages[execution.kernels!][language](),
    threads: execution.threads,
    memory: memoryText(execution.bytes),
  })
}

function taskLine({ kind, runs, reads, writes }: DescribedTask, width: number, voice: Voice): string {
  const how = executionMessages[kind][voice.language]()
  const from = reads.length > 0 ? `  (${reads.join(', ')})` : ''
  const line = `  ${styled(voice, 'cyan', writes.join(', ').padEnd(width))}  ${how}${runs.length > 0 ? ` ${runs.join(', ')}` : ''}`
  return `${line}${styled(voice, 'dim', from)}`
}

/** The whole plan: stage after stage, task after task. */
export function planText(execution: Execution, voice: Voice): string {
  const { language } = voice
  const width = Math.min(16, Math.max(...execution.stages.flatMap(({ tasks }) => tasks.map(({ writes }) => writes.join(', ').length)), 0))
  const stages = execution.stages.flatMap(({ tiles, tasks }, i) => [
    '',
    styled(voice, 'bold', executionMessages.stage[language]({ number: i + 1, tiles })),
    ...tasks.map((task) => taskLine(task, width, voice)),
  ])
  const blas = execution.products === undefined ? [] : [executionMessages.blasUsed[language]({ name: execution.products })]
  return `${[styled(voice, 'bold', executorLine(execution, voice)), ...blas, ...stages].join('\n')}\n`
}
