/** Rows that are images: mistakes, the filters that look at them, and the maps of features that layers make of one. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Icon } from '../../shell/icon.tsx'
import type { Pictures } from '../../worker/inside/image-parts.ts'
import { Painting } from '../canvas/painting.tsx'
import { Card } from '../card.tsx'
import { Chosen, saidText } from './chosen.tsx'
import { imagesMessages } from './messages.ts'
import { paintImage } from './paint.ts'
import { PictureRow } from './picture-row.tsx'
import './images.css'

export function Images() {
  const { plan, watch } = useSession()
  const [row, setRow] = createSignal(0)
  const [onlyMistakes, setOnlyMistakes] = createSignal(false)
  const seen = watch('images', () => ({ row: row(), onlyMistakes: onlyMistakes() }))
  const view = createMemo(() => {
    const now = seen()
    return now && 'result' in now ? now.result : undefined
  })
  const problem = () => {
    const now = seen()
    return now && 'problem' in now ? now.problem : undefined
  }
  const classes = createMemo(() => {
    const target = plan()?.pipeline.target
    return target?.task === 'classification' ? target.classes : undefined
  })
  const about = (): string => {
    const { rows, mistakes, isHeldOut } = view()!
    if (!classes()) return t(imagesMessages.ofNumbers, { rows })
    return t(isHeldOut ? imagesMessages.heldOut : imagesMessages.training, { rows, mistakes })
  }
  const go = (to: number | undefined): void => {
    if (to !== undefined) setRow(to)
  }
  const shown = createMemo(() => view()?.shown.length ?? 0)

  function aboutWeights({ type, channels, inputs, parts }: Pictures): string {
    if (type === 'dense') return t(imagesMessages.aboutWeights)
    if (channels === 3) return t(imagesMessages.aboutColours)
    return inputs > 1 ? t(imagesMessages.aboutParts, { parts, inputs }) : t(imagesMessages.aboutFilters)
  }
  const sides = ({ height, width, count, lined }: Pictures): string => (lined === undefined ? `${height} × ${width} × ${count}` : `${lined}`)

  /** Units that are classes are called so. */
  const namesOf = ({ type, count }: Pictures): readonly string[] | undefined => {
    const isOutput = type === 'dense' && count === classes()?.length && view()?.weights.length === 1 && (view()?.chosen?.maps.length ?? 0) === 0
    return isOutput ? classes()!.map(String) : undefined
  }

  return (
    <Card name={t(imagesMessages.name)}>
      <div class="images">
        <Show when={problem()}>{(why) => <p>{inLanguage(why().text)}</p>}</Show>
        <Show when={view()}>
          {(now) => (
            <>
              <div class="row">
                <p class="about">{about()}</p>
                <Show when={classes()}>
                  <label class="check"><input type="checkbox" checked={onlyMistakes()} onChange={({ currentTarget }) => setOnlyMistakes(currentTarget.checked)} /> {t(imagesMessages.onlyMistakes)}</label>
                </Show>
              </div>
              <Show when={now().chosen} fallback={<p class="soft">{t(imagesMessages.noMistakes)}</p>}>
                {(chosen) => (
                  <>
                    <ul class="thumbnails" aria-label={t(imagesMessages.images)}>
                      <For each={Array.from({ length: shown() }, (_, i) => i)}>
                        {(i) => (
                          <Show when={now().shown[i]}>
                            {(image) => (
                              <li>
                                <button
                                  type="button" aria-pressed={image().row === chosen().image.row} classList={{ mistake: image().isMistake }} onClick={() => setRow(image().row)}
                                  aria-label={t(imagesMessages.thumbnail, { at: image().row + 1, truth: saidText(image().truth, classes()), predicted: saidText(image().predicted, classes()), isMistake: image().isMistake })}
                                >
                                  <Painting of={() => ({ size: now().size, pixels: image().pixels })} height={(width, { size }) => (width * size.height) / size.width} paint={paintImage} />
                                  <span>{saidText(image().predicted, classes())}{image().isMistake ? ' ✗' : ''}</span>
                                </button>
                              </li>
                            )}
                          </Show>
                        )}
                      </For>
                    </ul>
                    <div class="steps">
                      <button type="button" disabled={chosen().previous === undefined} onClick={() => go(chosen().previous)} aria-label={t(imagesMessages.previous)} title={t(imagesMessages.previous)}><Icon name="back" /></button>
                      <span>{t(imagesMessages.position, { at: chosen().position + 1, of: now().listed })}</span>
                      <button type="button" disabled={chosen().next === undefined} onClick={() => go(chosen().next)} aria-label={t(imagesMessages.next)} title={t(imagesMessages.next)}><Icon name="forward" /></button>
                    </div>
                    <Chosen image={chosen().image} size={now().size} classes={classes()} />
                  </>
                )}
              </Show>
              <Show when={now().weights.length > 0}>
                <h3>{t(imagesMessages.weightsTitle)}</h3>
                <For each={Array.from({ length: now().weights.length }, (_, i) => i)}>
                  {(i) => (
                    <Show when={now().weights[i]}>
                      {(own) => <PictureRow title={t(own().type === 'dense' ? imagesMessages.weights : imagesMessages.filters, { name: own().name })} pictures={own()} about={aboutWeights(own())} names={namesOf(own())} />}
                    </Show>
                  )}
                </For>
              </Show>
              <Show when={now().chosen?.maps.length}>
                <h3>{t(imagesMessages.mapsTitle)}</h3>
                <p class="soft">{t(imagesMessages.aboutMaps)}</p>
                <For each={Array.from({ length: now().chosen?.maps.length ?? 0 }, (_, i) => i)}>
                  {(i) => (
                    <Show when={now().chosen?.maps[i]}>
                      {(own) => <PictureRow title={t(imagesMessages.maps, { number: i + 1, name: own().name, type: own().type, shape: sides(own()) })} pictures={own()} />}
                    </Show>
                  )}
                </For>
              </Show>
            </>
          )}
        </Show>
      </div>
    </Card>
  )
}
