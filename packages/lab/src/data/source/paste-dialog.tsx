/** A table pasted into a field, for those who know no shortcuts. */
import { Show, createEffect, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { sourceMessages } from '../messages.ts'
import { type FileSource, looksLikeTable, sourceOfText } from './arrivals.ts'

export interface PasteDialogProps {
  /** The text to begin with; undefined where the dialog is closed. */
  readonly text: string | undefined
  readonly onArrive: (source: FileSource) => void
  readonly onClose: () => void
}

export function PasteDialog(props: PasteDialogProps) {
  const [text, setText] = createSignal('')
  createEffect(() => setText(props.text ?? ''))
  const learn = (): void => {
    props.onArrive(sourceOfText(text(), t(sourceMessages.pastedName)))
    props.onClose()
  }
  return (
    <Dialog title={t(sourceMessages.pasteTitle)} isOpen={props.text !== undefined} onClose={props.onClose}>
      <div class="content">
        <div class="field">
          <label for="paste-text">{t(sourceMessages.pasteLabel)}</label>
          <textarea
            id="paste-text" rows="12" spellcheck={false} placeholder={'height,weight\n166,58.7\n176,75.7'} value={text()} autofocus
            onInput={({ currentTarget: { value } }) => setText(value)}
          />
        </div>
        <Show when={text().trim() !== '' && !looksLikeTable(text())}><p class="soft">{t(sourceMessages.pasteShort)}</p></Show>
        <div class="row">
          <button type="button" class="primary" disabled={!looksLikeTable(text())} onClick={learn}>{t(sourceMessages.learn)}</button>
          <button type="button" onClick={() => props.onClose()}>{t(sourceMessages.cancel)}</button>
        </div>
      </div>
    </Dialog>
  )
}
