/** What a remedy has brought: the run before and the run with it, in numbers; the curves are in the learning curve. */
import { Show } from 'solid-js'
import { t } from '../language.ts'
import { numbersOf } from '../session/history.ts'
import type { KeptRun } from '../session/kept-runs.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import type { LessonKind, Remedy } from '../worker/lessons/lesson.ts'
import { comparisonMessages, comparisonNotes } from './messages.ts'
import { remedyText } from './remedy-text.ts'

/** A remedy that was applied. */
export interface Trial {
  readonly kind: LessonKind
  readonly remedy: Remedy
  readonly before: KeptRun
}

export interface ComparisonProps {
  readonly trial: Trial
  readonly onBack: () => void
  readonly onClose: () => void
}

interface Reading {
  readonly steps: number
  readonly train: number
  readonly validation: number | undefined
}

/** A run after so many steps, or at its end where that was earlier. */
function readingOf({ loss, validation }: KeptRun['history'], steps: number): Reading {
  const at = Math.min(steps, loss.length)
  const measured = validation.loss && numbersOf(validation.loss).subarray(0, at).findLast((value) => !Number.isNaN(value))
  return { steps: at, train: loss.values[at - 1], validation: measured }
}

export function Comparison(props: ComparisonProps) {
  const { history, frame } = useSession()
  const now = () => readingOf(history(), frame()?.iteration ?? 0)
  const before = () => readingOf(props.trial.before.history, Math.max(now().steps, 1))
  const hasValidation = () => before().validation !== undefined || now().validation !== undefined
  const title = () => t(comparisonMessages.title, { remedy: t(remedyText, props.trial.remedy) })
  const Row = (row: { readonly name: string; readonly of: Reading }) => (
    <tr>
      <th scope="row">{row.name} <small>{t(comparisonMessages.step, { steps: row.of.steps })}</small></th>
      <td>{row.of.steps === 0 ? '' : t(comparisonMessages.loss, row.of.train)}</td>
      <Show when={hasValidation()}><td>{row.of.validation === undefined ? '' : t(comparisonMessages.loss, row.of.validation)}</td></Show>
    </tr>
  )
  return (
    <article class="lesson comparison" aria-label={title()}>
      <header>
        <span class="sign" aria-hidden="true">✓</span>
        <h3>{title()}</h3>
        <button type="button" class="quiet" title={t(comparisonMessages.close)} aria-label={t(comparisonMessages.close)} onClick={() => props.onClose()}>
          <Icon name="close" />
        </button>
      </header>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t(comparisonMessages.train)}</th>
            <Show when={hasValidation()}><th scope="col">{t(comparisonMessages.validation)}</th></Show>
          </tr>
        </thead>
        <tbody>
          <Row name={t(comparisonMessages.before)} of={before()} />
          <Row name={t(comparisonMessages.after)} of={now()} />
        </tbody>
      </table>
      <Show when={comparisonNotes[props.trial.kind]}>{(note) => <p>{t(note())}</p>}</Show>
      <p class="soft">{t(comparisonMessages.dashed)}</p>
      <div class="remedies">
        <button type="button" onClick={() => props.onBack()}>{t(comparisonMessages.back)}</button>
      </div>
    </article>
  )
}
