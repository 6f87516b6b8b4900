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
const isUsual = (value: string): value is (typeof delimiters)[number] => (delimiters as readonly string[]).includes(value)

export interface ReadingOptionsProps {
  readonly given: FileSource
  readonly onReread: (source: FileSource) => void
}

export function ReadingOptions(props: ReadingOptionsProps) {
  const { data, table, isBusy } = useSession()
  const told = () => props.given.reading
  const wasRead = () => data() === props.given
  const detected = () => (wasRead() ? table()?.detected : undefined)
  // Of a file that could not be read it is not known what it is: perhaps a text in another encoding.
  const isText = () => !wasRead() || detected()?.encoding !== undefined
  const isCells = () => !wasRead() || detected()?.delimiter !== undefined
  const change = (part: { readonly [Key in keyof Reading]: Reading[Key] | undefined }): void =>
    props.onReread({ ...props.given, reading: changedReading(told(), part) })
  const delimiterText = (value: string): string => (isUsual(value) ? t(sourceMessages.delimiters[value]) : value)
  const detectedDelimiter = () => {
    const found = detected()?.delimiter
    return found === undefined ? undefined : delimiterText(found)
  }
  const automatic = (value: string | undefined): string => (value === undefined ? t(sourceMessages.automatic) : t(sourceMessages.detected, { value }))
  const hasOddNames = () => wasRead() && told().header !== false && areNumbers(table()?.names ?? [])

  return (
    <Show when={isText() && props.given.files.length === 1 && (wasRead() || !isBusy())}>
      <fieldset class="read-options">
        <legend>{t(wasRead() ? sourceMessages.readAs : sourceMessages.tryOther)}</legend>
        <div class="row">
          <div class="field">
            <label for="read-encoding">{t(sourceMessages.encoding)}</label>
            <select id="read-encoding" onChange={({ currentTarget: { value } }) => change({ encoding: value || undefined })}>
              <option value="" selected={told().encoding === undefined}>{automatic(told().encoding === undefined ? detected()?.encoding : undefined)}</option>
              <For each={encodings}>{(encoding) => <option value={encoding} selected={told().encoding === encoding}>{encoding}</option>}</For>
            </select>
          </div>
          <Show when={isCells()}>
            <div class="field">
              <label for="read-delimiter">{t(sourceMessages.delimiter)}</label>
              <select id="read-delimiter" onChange={({ currentTarget: { value } }) => change({ delimiter: value || undefined })}>
                <option value="" selected={told().delimiter === undefined}>{automatic(told().delimiter === undefined ? detectedDelimiter() : undefined)}</option>
                <For each={delimiters}>
                  {(delimiter) => <option value={delimiter} selected={told().delimiter === delimiter}>{delimiterText(delimiter)}</option>}
                </For>
              </select>
            </div>
          </Show>
        </div>
        <Show when={isCells()}>
          <label class="check">
            <input type="checkbox" checked={told().header !== false} onChange={({ currentTarget: { checked } }) => change({ header: checked ? undefined : false })} />
            {t(sourceMessages.header)}
          </label>
          <Show when={hasOddNames()}><p class="hint">{t(sourceMessages.noHeader)}</p></Show>
        </Show>
      </fieldset>
    </Show>
  )
}
