/** A field for a number: what is written stays until it counts, and what cannot be read is told beside it. */
import { createEffect, createSignal, on } from 'solid-js'
import type { Choosing, Change } from './choosing.ts'
import { controlMessages } from './messages.ts'
import { type NumberKind, readNumber } from './numbers.ts'
import type { Ties } from './setting.tsx'

export interface NumberFieldProps {
  readonly kind: NumberKind
  /** The number that is settled; undefined where there is none. */
  readonly value: number | undefined
  readonly choosing: Choosing
  readonly change: (value: number) => Change
  /** What an empty field means; without it, an empty field is no number. */
  readonly none?: Change
  readonly ties?: Ties
  /** Its name, where no label stands beside it. */
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
}

/** A number as it is written into a field. */
const written = (value: number | undefined): string => (value === undefined ? '' : `${Number(value.toPrecision(10))}`)

export function NumberField(props: NumberFieldProps) {
  const [draft, setDraft] = createSignal<string>()
  // What was refused stays as long as the message beside it.
  createEffect(on(() => [props.value, props.choosing.problem()] as const, ([, problem]) => problem ?? setDraft(undefined)))

  function take(text: string): void {
    const { choosing, kind, none } = props
    if (text.trim() === '' && none) return void choosing.choose(none)
    const value = readNumber(text, kind)
    if (value !== undefined) return void choosing.choose(props.change(value))
    const { en, ja } = controlMessages.notANumber
    choosing.refuse({ kind: 'usage', text: { en: en({ found: text, expected: kind.expected.en() }), ja: ja({ found: text, expected: kind.expected.ja() }) } })
  }

  return (
    <input
      {...props.ties} type="text" inputmode="decimal" class="number" autocomplete="off" aria-label={props.label} placeholder={props.placeholder} disabled={props.disabled}
      value={draft() ?? written(props.value)} onInput={({ currentTarget }) => setDraft(currentTarget.value)} onChange={({ currentTarget }) => take(currentTarget.value)}
    />
  )
}
