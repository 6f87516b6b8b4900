/** Files dropped anywhere on the page, and tables pasted anywhere but where somebody writes. */
import { Show, createSignal, onCleanup, onMount } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '../../language.ts'
import { Icon } from '../../shell/icon.tsx'
import { sourceMessages } from '../messages.ts'
import { type FileSource, chosenFiles, droppedFiles, looksLikeTable, sourceOfText } from './arrivals.ts'

export interface ArrivingProps {
  readonly onArrive: (source: FileSource) => void
  /** The browser could not open what was dropped. */
  readonly onTrouble: (reason: string) => void
  /** A text that is no table yet. */
  readonly onText: (text: string) => void
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

export function Arriving(props: ArrivingProps) {
  /** Entering a part of the page comes before leaving the one around it. */
  const [depth, setDepth] = createSignal(0)

  const onEnter = (event: DragEvent): void => void (hasFiles(event) && setDepth((count) => count + 1))
  const onLeave = (event: DragEvent): void => void (hasFiles(event) && setDepth((count) => Math.max(0, count - 1)))
  const onOver = (event: DragEvent): void => {
    if (hasFiles(event)) event.preventDefault()
  }
  const onDrop = (event: DragEvent): void => {
    setDepth(0)
    if (!hasFiles(event)) return
    event.preventDefault()
    void droppedFiles(event.dataTransfer!).then(
      (source) => props.onArrive(source),
      (error) => props.onTrouble(error instanceof Error ? error.message : String(error)),
    )
  }
  const onPaste = ({ target, clipboardData }: ClipboardEvent): void => {
    if (isWriting(target) || !clipboardData) return
    const text = clipboardData.getData('text/plain')
    // Cells of a spreadsheet come with a picture of them, files with their names: a table goes first.
    if (looksLikeTable(text)) props.onArrive(sourceOfText(text, t(sourceMessages.pastedName)))
    else if (clipboardData.files.length > 0) props.onArrive(chosenFiles(clipboardData.files))
    else if (text.trim() !== '') props.onText(text)
  }

  onMount(() => {
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('dragenter', onEnter, { signal })
    document.addEventListener('dragleave', onLeave, { signal })
    document.addEventListener('dragover', onOver, { signal })
    document.addEventListener('drop', onDrop, { signal })
    document.addEventListener('paste', onPaste, { signal })
    onCleanup(() => listening.abort())
  })

  return (
    <Show when={depth() > 0}>
      <Portal>
        <div class="drop-page" aria-hidden="true">
          <p><Icon name="save" /> <b>{t(sourceMessages.drop)}</b></p>
          <p>{t(sourceMessages.dropAbout)}</p>
        </div>
      </Portal>
    </Show>
  )
}
