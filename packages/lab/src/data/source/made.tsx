/** Synthetic tables: a shape, how many points, how much noise, and another draw of the same. */
import { formatNumber } from 'kudari'
import { For, createEffect, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { type MadeData, type MadeShape, isRegression, shapes } from '../../samples/made.ts'
import { Icon } from '../../shell/icon.tsx'
import type { DataSource } from '../../worker/data-source.ts'
import { sourceMessages } from '../messages.ts'
import { thumbnail } from './thumbnail.ts'

export interface MadeProps {
  readonly present: DataSource | undefined
  readonly onChange: (made: MadeData) => void
}

const first: MadeData = { shape: 'moons', rows: 200, noise: 0.1, seed: 1 }
const ROWS = { min: 20, max: 1000, step: 20 } as const
const NOISE = { min: 0, max: 0.5, step: 0.01 } as const

const Thumbnail = (props: { readonly shape: MadeShape }) => (
  <svg viewBox="0 0 40 40" aria-hidden="true">
    <For each={thumbnail(props.shape)}>{({ x, y, label }) => <circle class={`class-${label}`} cx={40 * x} cy={40 * y} r="1.7" />}</For>
  </svg>
)

export function Made(props: MadeProps) {
  const [made, setMade] = createSignal(first)
  createEffect(() => {
    if (props.present?.kind === 'made') setMade(props.present.made)
  })
  const change = (part: Partial<MadeData>): void => {
    setMade((before) => ({ ...before, ...part }))
    props.onChange(made())
  }
  const isPresent = () => props.present?.kind === 'made'
  const Group = (group: { readonly isRegression: boolean }) => (
    <div class="shapes" role="group" aria-label={t(group.isRegression ? sourceMessages.regression : sourceMessages.classification)}>
      <For each={shapes.filter((shape) => isRegression(shape) === group.isRegression)}>
        {(shape) => (
          <button type="button" aria-pressed={isPresent() && made().shape === shape} onClick={() => change({ shape })}>
            <Thumbnail shape={shape} />
            <span>{t(sourceMessages.shapes[shape])}</span>
          </button>
        )}
      </For>
    </div>
  )
  return (
    <>
      <div class="field"><span class="label">{t(sourceMessages.regression)}</span><Group isRegression={true} /></div>
      <div class="field"><span class="label">{t(sourceMessages.classification)}</span><Group isRegression={false} /></div>
      <div class="field">
        <label for="made-noise">{t(sourceMessages.noise)} <b>{formatNumber(made().noise, 2)}</b></label>
        <input id="made-noise" type="range" {...NOISE} value={made().noise} onInput={({ currentTarget }) => change({ noise: currentTarget.valueAsNumber })} />
      </div>
      <div class="field">
        <label for="made-rows">{t(sourceMessages.rows)} <b>{made().rows}</b></label>
        <input id="made-rows" type="range" {...ROWS} value={made().rows} onInput={({ currentTarget }) => change({ rows: currentTarget.valueAsNumber })} />
      </div>
      <button type="button" onClick={() => change({ seed: made().seed + 1 })}><Icon name="dice" /> {t(sourceMessages.again)}</button>
    </>
  )
}
