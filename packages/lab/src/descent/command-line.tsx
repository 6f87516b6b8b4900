/** The command that does the same as the Lab, to be copied. */
import { For, Show, createSignal } from 'solid-js'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { type Command, commandOf, grouped, shellText } from './command.ts'
import { descentMessages } from './messages.ts'

/** What has to be said beside a command. */
function notesOf({ specification, unsaid }: Command, data: { readonly file: string; readonly isMade: boolean }): string[] {
  return [
    ...(data.isMade ? [t(descentMessages.saveData, data)] : []),
    ...(specification ? [t(descentMessages.saveModel, specification)] : []),
    ...(unsaid.length > 0 ? [t(descentMessages.unsaid, { settings: unsaid.join(', ') })] : []),
  ]
}

export function CommandLine() {
  const { data, fit } = useSession()
  const [outcome, setOutcome] = createSignal<'copied' | 'notCopied'>()
  const command = () => {
    const [source, chosen] = [data(), fit()]
    if (!source || !chosen) return undefined
    const made = commandOf({ data: source, fit: chosen })
    return { text: shellText(made.words), groups: grouped(made.words).map(shellText), notes: notesOf(made, { file: made.words[2], isMade: source.kind === 'made' || source.kind === 'drawn' }) }
  }
  const copy = (text: string) => navigator.clipboard.writeText(text).then(() => setOutcome('copied'), () => setOutcome('notCopied'))
  return (
    <details class="more" onToggle={() => setOutcome(undefined)}>
      <summary>{t(descentMessages.command)}</summary>
      <Show when={command()}>
        {(present) => (
          <div class="command">
            <p class="line mono"><For each={present().groups}>{(group) => <><span>{group}</span>{' '}</>}</For></p>
            <For each={present().notes}>{(note) => <small>{note}</small>}</For>
            <div class="segments">
              <button type="button" onClick={() => void copy(present().text)}>{t(descentMessages.copy)}</button>
              <small role="status">{outcome() && t(descentMessages[outcome()!])}</small>
            </div>
          </div>
        )}
      </Show>
    </details>
  )
}
