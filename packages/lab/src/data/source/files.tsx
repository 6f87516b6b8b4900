/** The user's own data: a file, a folder of images, a pasted table; and how a file was read. */
import { Show, createSignal } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Icon } from '../../shell/icon.tsx'
import { sourceMessages } from '../messages.ts'
import { type FileSource, chosenFiles } from './arrivals.ts'
import { ReadingOptions } from './reading.tsx'

export interface FilesProps {
  /** The files that were given last, whether they could be read or not. */
  readonly given: FileSource | undefined
  readonly onChoose: (source: FileSource) => void
  /** The same files, read in another way. */
  readonly onReread: (source: FileSource) => void
  readonly onPaste: () => void
}

export function Files(props: FilesProps) {
  const { data, problem, isBusy } = useSession()
  const [file, setFile] = createSignal<HTMLInputElement>()
  const [folder, setFolder] = createSignal<HTMLInputElement>()
  const forFolders = (input: HTMLInputElement): void => {
    input.webkitdirectory = true
    setFolder(input)
  }
  const take = (input: HTMLInputElement): void => {
    if (input.files && input.files.length > 0) props.onChoose(chosenFiles(input.files))
    // The same file again is a choice too.
    input.value = ''
  }
  return (
    <>
      <input ref={setFile} type="file" multiple class="visually-hidden" tabindex="-1" aria-hidden="true" onChange={({ currentTarget }) => take(currentTarget)} />
      <input ref={forFolders} type="file" class="visually-hidden" tabindex="-1" aria-hidden="true" onChange={({ currentTarget }) => take(currentTarget)} />
      <div class="drop-place">
        <button type="button" class="primary" onClick={() => file()?.click()}><Icon name="open" /> {t(sourceMessages.file)}</button>
        <small>{t(sourceMessages.dropHint)}</small>
      </div>
      <div class="choices halves">
        <button type="button" onClick={() => props.onPaste()}><Icon name="paste" /> {t(sourceMessages.paste)}</button>
        <button type="button" onClick={() => folder()?.click()}>{t(sourceMessages.folder)}</button>
      </div>
      <Show when={props.given && props.given !== data() && !isBusy() && problem()}>{(why) => <p class="hint">{inLanguage(why().text)}</p>}</Show>
      <Show when={props.given} fallback={<small>{t(sourceMessages.formats)}</small>}>{(given) => <ReadingOptions given={given()} onReread={props.onReread} />}</Show>
      <small class="private">{t(sourceMessages.private)}</small>
    </>
  )
}
