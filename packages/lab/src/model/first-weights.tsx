/** Where the way down begins: first weights by name, or, where they are few, one by one. */
import { isInitializer } from 'kudari'
import { For, Index, Show, createResource } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { NumberField } from '../controls/number-field.tsx'
import { numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { initializers, takeApart, written } from './initial.ts'
import { modelMessages } from './messages.ts'

const NUMBERS = 'numbers'
const USUAL = ''

export function FirstWeights() {
  const session = useSession()
  const { plan, fit } = session
  const choosing = createChoosing()
  const [first] = createResource(plan, async () => session.ask('firstParameters', undefined).catch(() => []))
  const numbers = () => first.latest ?? []
  const initial = () => fit()?.initial
  const named = () => {
    const given = initial()
    return isInitializer(given) ? takeApart(given) : undefined
  }
  const present = () => named()?.name ?? (initial() === undefined ? USUAL : NUMBERS)

  const choose = (name: string) => {
    const found = initializers.find((each) => each.name === name)
    void choosing.choose({ initial: found ? written(found) : name === NUMBERS ? numbers() : undefined })
  }
  const kind = () => (named()?.name === 'constant' ? numberKinds.any : numberKinds.positive)

  return (
    <Setting name={t(modelMessages.initial)} choosing={choosing} isGiven={initial() !== undefined} reset={{ initial: undefined }}>
      {(ties) => (
        <>
          <div class="row">
            <select {...ties} class="grow" onChange={({ currentTarget: { value } }) => choose(value)}>
              <option value={USUAL} selected={present() === USUAL}>{t(modelMessages.initialUsual)}</option>
              <Show when={numbers().length > 0 || present() === NUMBERS}><option value={NUMBERS} selected={present() === NUMBERS}>{t(modelMessages.initialNumbers)}</option></Show>
              <For each={initializers}>{({ name }) => <option value={name} selected={present() === name}>{`${name} — ${t(modelMessages.initializers[name])}`}</option>}</For>
            </select>
            <Show when={named()?.measure !== undefined}>
              <NumberField kind={kind()} value={named()!.measure} choosing={choosing} label={t(modelMessages.initialMeasure)} change={(measure) => ({ initial: written({ name: named()!.name, measure }) })} />
            </Show>
          </div>
          <div class="weights">
            <Index each={numbers()}>
              {(value, i) => (
                <label>
                  <span class="mono">w{i}</span>
                  <NumberField
                    kind={numberKinds.any} value={value()} choosing={choosing} change={(next) => ({ initial: numbers().with(i, next) })}
                    label={t(modelMessages.weightOf, { name: `w${i}`, input: i === 0 ? t(modelMessages.bias) : (plan()?.inputs[i - 1] ?? '') })}
                  />
                </label>
              )}
            </Index>
          </div>
        </>
      )}
    </Setting>
  )
}
