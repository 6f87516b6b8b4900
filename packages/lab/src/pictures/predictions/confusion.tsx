/** Classification: which class is taken for which, as a table that is warmer where there is more. */
import { Index } from 'solid-js'
import { t } from '../../language.ts'
import { Caption } from '../caption.tsx'
import type { Counts } from './matrix.ts'
import { matrixSummary, percent, sharesOfRow } from './matrix.ts'
import { predictionsMessages as messages } from './messages.ts'

export interface ConfusionProps {
  readonly counts: Counts
  readonly classes: readonly string[]
  readonly isHeldOut: boolean
}

export function Confusion(props: ConfusionProps) {
  const summary = () => matrixSummary(props.counts)
  return (
    <>
      {/* A wide matrix is moved within its place, not the page. */}
      <div class="matrix" tabindex={props.classes.length > 6 ? 0 : undefined} role="region" aria-label={t(messages.matrix)}>
        <table classList={{ dense: props.classes.length > 6 }}>
          <caption class="visually-hidden">{t(messages.matrix)}: {t(messages.confusion)}</caption>
          <thead>
            <tr>
              <td class="corner">{t(messages.trueOver)}</td>
              <Index each={props.classes}>{(name) => <th scope="col" title={name()}>{name()}</th>}</Index>
              <th scope="col" class="found" title={t(messages.recallAbout)}>{t(messages.recall)}</th>
            </tr>
          </thead>
          <tbody>
            <Index each={props.counts}>
              {(row, i) => (
                <tr>
                  <th scope="row" title={props.classes[i]}>{props.classes[i]}</th>
                  <Index each={row()}>
                    {(count, j) => (
                      <td
                        classList={{ right: i === j, wrong: i !== j, none: count() === 0 }} style={{ '--share': sharesOfRow(row())[j].toFixed(3) }}
                        title={t(messages.cell, { truth: props.classes[i], answer: props.classes[j], count: count() })}
                      >
                        {count()}
                      </td>
                    )}
                  </Index>
                  <td class="found">{row().some((count) => count > 0) ? `${percent(sharesOfRow(row())[i])} %` : '–'}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </div>
      <Caption
        sentences={[
          t(messages.confusion),
          t(messages.accuracy, { rows: summary().rows, right: summary().right, percent: percent(summary().right / summary().rows), held: props.isHeldOut }),
          t(messages.guess, { class: props.classes[summary().largest] ?? '', percent: percent(summary().largestShare) }),
        ]}
      />
    </>
  )
}
