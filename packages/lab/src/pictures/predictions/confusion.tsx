/** Classification: which class is taken for which, as a table that is warmer where there is more. */
import { Index, Show, createMemo } from 'solid-js'
import { t } from '../../language.ts'
import { Caption } from '../caption.tsx'
import type { Counts } from './matrix.ts'
import { largestClasses, matrixSummary, percent, sharesOfRow } from './matrix.ts'
import { predictionsMessages as messages } from './messages.ts'

export interface ConfusionProps {
  readonly counts: Counts
  readonly classes: readonly string[]
  readonly isHeldOut: boolean
}

/** So many classes are shown: more of them nobody can read. */
const MOST_CLASSES = 20

export function Confusion(props: ConfusionProps) {
  const summary = () => matrixSummary(props.counts)
  const shown = createMemo(() => largestClasses(props.counts, MOST_CLASSES), [], { equals: (a, b) => a.join() === b.join() })
  return (
    <>
      {/* A wide matrix is moved within its place, not the page. */}
      <div class="matrix" tabindex={props.classes.length > 6 ? 0 : undefined} role="region" aria-label={t(messages.matrix)}>
        <table classList={{ dense: props.classes.length > 6 }}>
          <caption class="visually-hidden">{t(messages.matrix)}: {t(messages.confusion)}</caption>
          <thead>
            <tr>
              <td class="corner">{t(messages.trueOver)}</td>
              <Index each={shown()}>{(k) => <th scope="col" title={props.classes[k()]}>{props.classes[k()]}</th>}</Index>
              <th scope="col" class="found" title={t(messages.recallAbout)}>{t(messages.recall)}</th>
            </tr>
          </thead>
          <tbody>
            <Index each={shown()}>{(i) => <Row counts={props.counts[i()]} truth={i()} shown={shown()} classes={props.classes} />}</Index>
          </tbody>
        </table>
      </div>
      <Show when={shown().length < props.classes.length}><p class="caption">{t(messages.largest, { shown: shown().length, classes: props.classes.length })}</p></Show>
      <Caption
        sentences={[
          t(messages.accuracy, { rows: summary().rows, right: summary().right, percent: percent(summary().right / summary().rows), held: props.isHeldOut }),
          t(messages.confusion),
          t(messages.guess, { class: props.classes[summary().largest] ?? '', percent: percent(summary().largestShare) }),
        ]}
      />
    </>
  )
}

/** The rows of one true class. */
function Row(props: { readonly counts: readonly number[]; readonly truth: number; readonly shown: readonly number[]; readonly classes: readonly string[] }) {
  const shares = createMemo(() => sharesOfRow(props.counts))
  const name = () => props.classes[props.truth]
  return (
    <tr>
      <th scope="row" title={name()}>{name()}</th>
      <Index each={props.shown}>
        {(answer) => (
          <td
            classList={{ right: answer() === props.truth, wrong: answer() !== props.truth, none: props.counts[answer()] === 0 }} style={{ '--share': shares()[answer()].toFixed(3) }}
            title={t(messages.cell, { truth: name(), answer: props.classes[answer()], count: props.counts[answer()] })}
          >
            {props.counts[answer()]}
          </td>
        )}
      </Index>
      <td class="found">{props.counts.some((count) => count > 0) ? `${percent(shares()[props.truth])} %` : '–'}</td>
    </tr>
  )
}
