/** A line of code in which every value can be pointed at. */
import { For } from 'solid-js'
import { point } from '../shell/pointer.ts'

export interface CodeProps {
  readonly line: string
  /** The values of the line: their ids by the names that they have in it. */
  readonly ids: ReadonlyMap<string, number>
}

/** A line in pieces: names, and what stands between them. */
export const piecesOf = (line: string): string[] => line.match(/[\p{ID_Start}_][\p{ID_Continue}]*|[^\p{ID_Start}_]+/gu) ?? []

export const Code = (props: CodeProps) => (
  <code>
    <For each={piecesOf(props.line)}>
      {(piece) => {
        const id = () => props.ids.get(piece)
        return <span class={id() === undefined ? undefined : `v${id()}`} onPointerEnter={() => id() !== undefined && point(piece)}>{piece}</span>
      }}
    </For>
  </code>
)
