/** The third chapter: the loss, and how the way down is gone. */
import { Show, createResource } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { CommandLine } from './command-line.tsx'
import './descent.css'
import { LearningRate } from './learning-rate.tsx'
import { Batch, Length } from './length.tsx'
import { Loss } from './loss.tsx'
import { descentMessages } from './messages.ts'
import { More } from './more.tsx'
import { Optimizer } from './optimizer.tsx'

export function DescentPanel() {
  const session = useSession()
  // A question that comes after its plan has gone is not answered, and another is on its way.
  const [formulas] = createResource(session.plan, () => session.ask('formulas', undefined).catch(() => undefined))
  return (
    <section class="panel descent" aria-label={t(descentMessages.title)}>
      <header><h2>{t(descentMessages.title)}</h2></header>
      <Show when={session.plan()}>
        <div class="body">
          <Loss formulas={formulas.latest} />
          <LearningRate />
          <Optimizer formulas={formulas.latest} />
          <Batch />
          <Length />
          <More />
          <CommandLine />
        </div>
      </Show>
    </section>
  )
}
