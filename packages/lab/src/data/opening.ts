/** Opening data from the panel: at once, or a moment after the last of many small changes, which are then learned from anew. */
import { onCleanup } from 'solid-js'
import { type SampleName, samples } from '../samples/samples.ts'
import type { Session } from '../session/session.ts'
import type { DataSource } from '../worker/data-source.ts'
import { keptFit } from './keep-fit.ts'

/** Milliseconds without a further change. */
const PAUSE = 180

export interface Opening {
  readonly sample: (name: SampleName) => void
  /** Data of another kind, or other files: nothing that was chosen before is kept. */
  readonly anew: (source: DataSource) => void
  /** Nearly the same data: choices are kept as far as they still apply. A run that had begun begins again. */
  readonly changed: (source: DataSource) => void
}

export function createOpening(session: Session): Opening {
  let timer: ReturnType<typeof setTimeout> | undefined
  const forget = (): void => clearTimeout(timer)
  onCleanup(forget)

  async function change(source: DataSource): Promise<void> {
    // Points that are drawn are learned from at once.
    const isLearning = source.kind === 'drawn' || session.frame()?.isPlaying === true || (session.frame()?.iteration ?? 0) > 0
    const isFine = await session.reread(source, keptFit)
    if (session.data() !== source) return
    // What was chosen for three classes may not do for two.
    if (isFine || (source.kind !== 'files' && (await session.read(source)))) {
      if (isLearning && session.plan()) session.play()
    }
  }

  return {
    sample(name) {
      forget()
      void session.open({ data: { kind: 'sample', name }, fit: samples[name].fit })
    },
    anew(source) {
      forget()
      void session.read(source)
    },
    changed(source) {
      forget()
      timer = setTimeout(() => void change(source), PAUSE)
    },
  }
}
