/** The hidden layers of a network: how many, how wide, and what bends them. */
import { activationNames } from 'kudari'
import { For, Index, Show } from 'solid-js'
import { createChoosing } from '../controls/choosing.ts'
import { NumberField } from '../controls/number-field.tsx'
import { countingUpTo, numberKinds } from '../controls/numbers.ts'
import { Setting } from '../controls/setting.tsx'
import { t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { Icon } from '../shell/icon.tsx'
import { modelMessages } from './messages.ts'
import { MOST_LAYERS, MOST_UNITS, changeTo, classCount, fewerUnits, firstNetwork, moreUnits, structureOf, withLayer, withUnits, withoutLayer } from './structure.ts'

/** Softmax along the units of a hidden layer is nothing that anybody wants there. */
const hiddenActivations = activationNames.filter((name) => name !== 'softmax')

export function HiddenLayers() {
  const { plan, fit, table } = useSession()
  const [layers, bending, thinning] = [createChoosing(), createChoosing(), createChoosing()]
  const classes = () => classCount(plan()!.pipeline)
  const structure = () => structureOf(fit()?.model, classes())
  const network = () => {
    const present = structure()
    return present.kind === 'network' ? present : undefined
  }
  const hasHidden = () => network() !== undefined || structure().kind === 'convolutional'
  const change = (to: Parameters<typeof changeTo>[0]) => changeTo(to, fit() ?? {}, classes())
  const resize = (layer: number, count: number) => void layers.choose(change(withUnits(network()!, layer, count)))

  return (
    <>
      <Setting
        name={t(modelMessages.hidden)} isGroup about="model" choosing={layers}
        isGiven={fit()?.model !== undefined} reset={{ model: undefined, activation: undefined, dropout: undefined }}
      >
        {() => (
          <>
            <Index each={network()?.units ?? []}>
              {(units, i) => (
                <div class="layer">
                  <span>{t(modelMessages.layer, { number: i + 1 })}</span>
                  <button type="button" disabled={units() === 1} aria-label={t(modelMessages.fewer, { number: i + 1 })} onClick={() => resize(i, fewerUnits(units()))}><Icon name="minus" /></button>
                  <NumberField
                    kind={countingUpTo(MOST_UNITS)} value={units()} choosing={layers}
                    label={t(modelMessages.units, { number: i + 1 })} change={(count) => change(withUnits(network()!, i, count))}
                  />
                  <button type="button" disabled={units() >= MOST_UNITS} aria-label={t(modelMessages.more, { number: i + 1 })} onClick={() => resize(i, moreUnits(units()))}><Icon name="plus" /></button>
                </div>
              )}
            </Index>
            <div class="segments">
              <Show when={structure().kind !== 'convolutional' && structure().kind !== 'own'}>
                <button type="button" disabled={(network()?.units.length ?? 0) >= MOST_LAYERS} onClick={() => void layers.choose(change(withLayer(structure())))}>
                  <Icon name="plus" />{t(modelMessages.addLayer)}
                </button>
              </Show>
              <Show when={network()}>
                {(present) => <button type="button" onClick={() => void layers.choose(change(withoutLayer(present(), classes())))}><Icon name="minus" />{t(modelMessages.removeLayer)}</button>}
              </Show>
              <Show when={table()?.image}>
                <button type="button" aria-pressed={structure().kind === 'convolutional'} onClick={() => void layers.choose(change(structure().kind === 'convolutional' ? firstNetwork : { kind: 'convolutional' }))}>{t(modelMessages.convolutional)}</button>
              </Show>
            </div>
          </>
        )}
      </Setting>
      <Show when={hasHidden()}>
        <Setting name={t(modelMessages.activation)} choosing={bending} isGiven={fit()?.activation !== undefined} reset={{ activation: undefined }}>
          {(ties) => (
            <select {...ties} onChange={({ currentTarget: { value } }) => void bending.choose({ activation: hiddenActivations.find((name) => name === value) })}>
              <For each={hiddenActivations}>{(name) => <option value={name} selected={name === (fit()?.activation ?? 'relu')}>{name}</option>}</For>
            </select>
          )}
        </Setting>
        <Setting name={t(modelMessages.dropout)} choosing={thinning} isGiven={fit()?.dropout !== undefined} reset={{ dropout: undefined }}>
          {(ties) => (
            <div class="row">
              <NumberField kind={numberKinds.share} value={fit()?.dropout ?? 0} choosing={thinning} ties={ties} change={(dropout) => ({ dropout })} none={{ dropout: undefined }} />
              <small>{t(modelMessages.dropoutHint)}</small>
            </div>
          )}
        </Setting>
      </Show>
    </>
  )
}
