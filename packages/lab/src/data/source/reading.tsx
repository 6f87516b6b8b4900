/** How a file was read, and how else it might be: encoding, delimiter, whether there is a header. */
import { For, Show } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { Reading } from '../../worker/data-source.ts'
import { sourceMessages } from '../messages.ts'
import type { FileSource } from './arrivals.ts'
import { areNumbers, changedReading } from './reading-change.ts'

const encodings = ['utf-8', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be'] as const
const delimiters = [',', '\t', ';', '|'] as const
type Delimiter = (typeof delimiters)[number]

export interface ReadingOptionsProps {
  readonly given: FileSource
  readonly onReread: (source: FileSource) => void
}

export function ReadingOptions(props: ReadingOptionsProps) {
  const { data, table } = useSession()
  const wasRead = () => data() === props.given
  const detected = () => (wasRead() ? table()?.detected : undefined)
  // Of a file that could not be read it is not known what it is: perhaps a text in another encoding.
  const isText = () => !wasRead() || detected()?.encoding !== undefined
  const isCells = () => !wasRead() || detected()?.delimiter !== undefined
  const change = (part: { readonly [Key in keyof Reading]: Reading[Key] | undefined }): void =>
    props.onReread({ ...props.given, reading: changedReading(props.given.reading, part) })
  const delimiterText = (value: string): string => (delimiters.includes(value as Delimiter) ? t(sourceMessages.delimiters[value as Delimiter]) : value)
  const automatic = (value: string | undefined): string => (value === undefined ? t(sourceMessages.automatic) : t(sourceMessages.detected, { value }))
  const hasOddNames = () => wasRead() && props.given.reading.header !== false && areNumbers(table()?.names ?? [])

  return (
    <Show when={isText() && props.given.files.length === 1}>
      <fieldset class="read-options">
        <legend>{t(wasRead() ? sourceMessages.readAs : sourceMessages.tryOther)}</legend>
        <div class="row">
          <div class="field">
            <label for="read-encoding">{t(sourceMessages.encoding)}</label>
            <select id="read-encoding" onChange={({ currentTarget: { value } }) => change({ encoding: value || undefined })}>
              <option value="" selected={props.given.reading.encoding === undefined}>{automatic(props.given.reading.encoding === undefined ? detected()?.encoding : undefined)}</option>
              <For each={encodings}>{(encoding) => <option value={encoding} selected={props.given.reading.encoding === encoding}>{encoding}</option>}</For>
            </select>
          </div>
          <Show when={isCells()}>
            <div class="field">
              <label for="read-delimiter">{t(sourceMessages.delimiter)}</label>
              <select id="read-delimiter" onChange={({ currentTarget: { value } }) => change({ delimiter: value || undefined })}>
                <option value="" selected={props.given.reading.delimiter === undefined}>
                  {automatic(props.given.reading.delimiter === undefined && detected()?.delimiter ? delimiterText(detected()!.delimiter!) : undefined)}
                </option>
                <For each={delimiters}>{(delimiter) => <option value={delimiter} selected={props.given.reading.delimiter === delimiter}>{delimiterText(delimiter)}</option>}</For>
              </select>
            </div>
          </Show>
        </div>
        <Show when={isCells()}>
          <label class="check">
            <input type="checkbox" checked={props.given.reading.header !== false} onChange={({ currentTarget: { checked } }) => change({ header: checked ? undefined : false })} />
            {t(sourceMessages.header)}
          </label>
          <Show when={hasOddNames()}><p class="hint">{t(sourceMessages.noHeader)}</p></Show>
        </Show>
      </fieldset>
    </Show>
  )
}
