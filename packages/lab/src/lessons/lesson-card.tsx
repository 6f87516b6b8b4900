/** A lesson on the page: what is seen, why it happens, and buttons that show remedies. */
import { Index, Show } from 'solid-js'
import { t } from '../language.ts'
import { Formula } from '../controls/formula.tsx'
import { Icon } from '../shell/icon.tsx'
import type { Lesson, Remedy } from '../worker/lessons/lesson.ts'
import { textsOf } from './lesson-texts.ts'
import { lessonsMessages } from './messages.ts'
import { remedyText } from './remedy-text.ts'

export interface LessonCardProps {
  readonly lesson: Lesson
  readonly onRemedy: (remedy: Remedy) => void
  readonly onDismiss: () => void
}

export function LessonCard(props: LessonCardProps) {
  const texts = () => textsOf(props.lesson.kind)
  const title = () => t(texts().title)
  return (
    <article class="lesson" aria-label={title()}>
      <header>
        <span class="sign" aria-hidden="true">!</span>
        <h3>{title()}</h3>
        <button type="button" class="quiet" title={t(lessonsMessages.dismissTip)} aria-label={t(lessonsMessages.dismiss, { title: title() })} onClick={() => props.onDismiss()}>
          <Icon name="close" />
        </button>
      </header>
      <p class="seen">{t(texts().seen, props.lesson)}</p>
      <div class="why">
        <p><b>{t(lessonsMessages.why)}</b> {t(texts().why, props.lesson)}</p>
        <Show when={texts().formula}>{(formula) => <Formula tex={formula()(props.lesson)} isDisplay />}</Show>
      </div>
      <Show when={props.lesson.remedies.length > 0}>
        <div class="remedies" role="group" aria-label={t(lessonsMessages.remedy)}>
          <span class="label" aria-hidden="true">{t(lessonsMessages.remedy)}</span>
          {/* By their places: the numbers in them change with every look, the buttons stay. */}
          <Index each={props.lesson.remedies}>
            {(remedy, i) => (
              <button type="button" classList={{ primary: i === 0 }} aria-label={t(lessonsMessages.remedyOf, { remedy: t(remedyText, remedy()) })} onClick={() => props.onRemedy(remedy())}>
                {t(remedyText, remedy())}
              </button>
            )}
          </Index>
        </div>
      </Show>
    </article>
  )
}
