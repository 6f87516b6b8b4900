/** The learning rate: the most important parameter of machine learning, on a slider of powers of ten. */
import { formatNumber } from 'kudari'
import { createEffect, createSignal, on } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { NumberField } from '../controls/number-field.tsx'
import { numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { descentMessages } from './messages.ts'
import { RATES, exponentOf, rateAt } from './settled.ts'

export function LearningRate() {
  const { plan, fit } = useSession()
  const choosing = createChoosing()
  const [dragged, setDragged] = createSignal<number>()
  // While the hand moves, plans of where it was come in.
  createEffect(on(plan, () => choosing.isWaiting() || setDragged(undefined)))
  const rate = () => dragged() ?? plan()!.learningRate
  return (
    <Setting name={t(descentMessages.learningRate)} choosing={choosing} about="learningRate" isGiven={typeof fit()?.learningRate === 'number'} reset={{ learningRate: undefined }}>
      {(ties) => (
        <>
          <div class="slider">
            <input
              type="range" min={RATES.least} max={RATES.most} step={RATES.step} value={exponentOf(rate())} aria-label={t(descentMessages.slider)} aria-valuetext={formatNumber(rate(), 2)}
              onInput={({ currentTarget: { valueAsNumber } }) => {
                setDragged(rateAt(valueAsNumber))
                choosing.chooseSoon({ learningRate: rateAt(valueAsNumber) })
              }}
            />
            <NumberField kind={numberKinds.positive} value={rate()} choosing={choosing} ties={ties} change={(learningRate) => ({ learningRate })} none={{ learningRate: undefined }} />
          </div>
          <div class="segments">
            <button type="button" aria-pressed={fit()?.learningRate === 'find'} onClick={() => void choosing.choose({ learningRate: fit()?.learningRate === 'find' ? undefined : 'find' })}>{t(descentMessages.find)}</button>
          </div>
        </>
      )}
    </Setting>
  )
}
