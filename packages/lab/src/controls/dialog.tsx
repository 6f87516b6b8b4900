/** A dialog over the page: with a name, closed by its button, by Escape, or by a click beside it. */
import { type JSX, Show, createEffect, createSignal } from 'solid-js'
import { t } from '../language.ts'
import { Icon } from '../shell/icon.tsx'
import { controlMessages } from './messages.ts'
import './dialog.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: JSX.Element
}

export function Dialog(props: DialogProps) {
  const [dialog, setDialog] = createSignal<HTMLDialogElement>()
  createEffect(() => {
    const own = dialog()
    if (!own || own.open === props.isOpen) return
    if (props.isOpen) own.showModal()
    else own.close()
  })
  return (
    <dialog
      class="sheet" ref={setDialog} aria-label={props.title} onClose={() => props.onClose()}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <Show when={props.isOpen}>
        <div class="inside">
          <div class="head">
            <h2>{props.title}</h2>
            <button type="button" class="quiet" aria-label={t(controlMessages.close)} title={t(controlMessages.close)} onClick={() => dialog()?.close()}>
              <Icon name="close" />
            </button>
          </div>
          {props.children}
        </div>
      </Show>
    </dialog>
  )
}
