/** Which rows are learned from and which are held out, as a bar and as a choice. */
import { formatNumber } from 'kudari'
import { Show, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Icon } from '../../shell/icon.tsx'
import { settingsMessages } from './messages.ts'

const SHARE = { min: 0, max: 0.5, step: 0.05 } as const
const LARGEST_SEED = 0xffff_ffff

export function SplitChoice() {
  const session = useSession()
  const { plan, fit, table } = session
  const [isOpen, setOpen] = createSignal(false)
  const [dragged, setDragged] = createSignal<number>()
  const train = () => plan()!.trainingRows
  const validation = () => plan()!.validationRows
  const all = () => train() + validation()
  const without = () => (table()?.rows ?? all()) - all()
  const chosen = () => fit()?.validation
  const share = () => dragged() ?? (typeof chosen() === 'number' ? (chosen() as number) : all() > 0 ? validation() / all() : 0)
  const chooseShare = async (value: number): Promise<void> => {
    await session.choose({ validation: value })
    setDragged(undefined)
  }
  const chooseSeed = (value: number): void => {
    if (Number.isInteger(value) && value >= 0 && value <= LARGEST_SEED) void session.choose({ seed: value })
  }
  return (
    <div class="field split">
      <div class="between">
        <span class="label">{t(settingsMessages.split)}</span>
        <button type="button" class="quiet link" aria-expanded={isOpen()} aria-controls="split-settings" onClick={() => setOpen((before) => !before)}>
          {t(settingsMessages.change)}
        </button>
      </div>
      <div
        class="split-bar" role="img" aria-label={t(settingsMessages.bar, { train: train(), validation: validation() })}
        style={{ '--share': `${(100 * validation()) / Math.max(all(), 1)}%` }}
      >
        <i class="train" /><Show when={validation() > 0}><i class="validation" /></Show>
      </div>
      <div class="between counts">
        <span class="part" data-part="train">{t(settingsMessages.learns, { rows: train() })}</span>
        <span class="part" data-part="validation">{t(settingsMessages.checks, { rows: validation() })}</span>
      </div>
      <Show when={validation() === 0}>
        <small>{chosen() === 0 ? t(settingsMessages.noneChosen) : t(settingsMessages.tooFew, { rows: all() })}</small>
      </Show>
      <Show when={without() > 0}><small>{t(settingsMessages.notUsed, { rows: without(), target: plan()!.pipeline.target.column })}</small></Show>
      <Show when={isOpen()}>
        <div id="split-settings" class="more">
          <div class="field">
            <label for="split-share">{t(settingsMessages.share)} <b>{formatNumber(100 * share(), 3)} %</b></label>
            <input
              id="split-share" type="range" {...SHARE} value={share()}
              onInput={({ currentTarget }) => setDragged(currentTarget.valueAsNumber)}
              onChange={({ currentTarget }) => void chooseShare(currentTarget.valueAsNumber)}
            />
          </div>
          <div class="field">
            <label for="split-seed">{t(settingsMessages.seed)}</label>
            <div class="row">
              <input
                id="split-seed" type="number" min="0" max={LARGEST_SEED} step="1" value={plan()!.seed} aria-describedby="split-seed-about"
                onChange={({ currentTarget }) => chooseSeed(currentTarget.valueAsNumber)}
              />
              <button type="button" onClick={() => chooseSeed(plan()!.seed + 1)}><Icon name="dice" /> {t(settingsMessages.dice)}</button>
            </div>
            <small id="split-seed-about">{t(settingsMessages.seedAbout)}</small>
          </div>
          <Show when={chosen() !== undefined}>
            <button type="button" onClick={() => void session.choose({ validation: undefined })}>{t(settingsMessages.automatic)}</button>
          </Show>
        </div>
      </Show>
    </div>
  )
}
