/** Rows that are images: mistakes, the filters that look at them, and the maps of features that layers make of one. */
import { For, Show, createMemo, createSignal } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import type { Pictures } from '../../worker/inside/image-parts.ts'
import type { ImagesView } from '../../worker/views/images.ts'
import { createLook } from '../canvas/look.ts'
import { Card } from '../card.tsx'
import { Browser } from './browser.tsx'
import { Chosen } from './chosen.tsx'
import { imagesMessages } from './messages.ts'
import { PictureRow } from './picture-row.tsx'
import type { Classes } from './words.ts'
import './images.css'

function aboutWeights({ type, channels, inputs, parts }: Pictures): string {
  if (type === 'dense') return t(imagesMessages.aboutWeights)
  if (channels === 3) return t(imagesMessages.aboutColours)
  return inputs > 1 ? t(imagesMessages.aboutParts, { parts, inputs }) : t(imagesMessages.aboutFilters)
}

const sidesText = ({ height, width, count, lined }: Pictures): string => (lined === undefined ? `${height} × ${width} × ${count}` : `${lined}`)

/** Weights of a model without hidden layers, and with a unit for each class, are those of the classes. */
function classesOf({ type, count }: Pictures, { chosen }: ImagesView, classes: Classes): readonly string[] | undefined {
  const isOutput = type === 'dense' && count === classes?.length && chosen?.maps.length === 0
  return isOutput ? classes.map(String) : undefined
}

interface RowsProps {
  readonly of: readonly Pictures[]
  readonly title: (pictures: Pictures, i: number) => string
  readonly about?: (pictures: Pictures) => string
  readonly names?: (pictures: Pictures) => readonly string[] | undefined
}

/** Pictures by their places: what is on them changes, they stay. */
function Rows(props: RowsProps) {
  const places = createMemo(() => Array.from(props.of.keys()))
  return (
    <For each={places()}>
      {(i) => (
        <Show when={props.of[i]}>
          {(pictures) => <PictureRow title={props.title(pictures(), i)} pictures={pictures()} about={props.about?.(pictures())} names={props.names?.(pictures())} />}
        </Show>
      )}
    </For>
  )
}

export function Images() {
  const { plan } = useSession()
  const [row, setRow] = createSignal(0)
  const [onlyMistakes, setOnlyMistakes] = createSignal(false)
  const { view, problem, setPlace } = createLook('images', () => ({ row: row(), onlyMistakes: onlyMistakes() }))
  const classes = createMemo<Classes>(() => {
    const target = plan()?.pipeline.target
    return target?.task === 'classification' ? target.classes : undefined
  })
  const about = ({ rows, mistakes, isHeldOut }: ImagesView): string =>
    classes() ? t(isHeldOut ? imagesMessages.heldOut : imagesMessages.training, { rows, mistakes }) : t(imagesMessages.ofNumbers, { rows })

  return (
    <Card name={t(imagesMessages.name)}>
      <div class="images-picture" ref={setPlace}>
        <Show when={problem()}>{(why) => <p>{inLanguage(why().text)}</p>}</Show>
        <Show when={view()}>
          {(now) => (
            <>
              <div class="row">
                <p>{about(now())}</p>
                <Show when={classes()}>
                  <label class="check">
                    <input type="checkbox" checked={onlyMistakes()} onChange={({ currentTarget }) => setOnlyMistakes(currentTarget.checked)} />
                    {t(imagesMessages.onlyMistakes)}
                  </label>
                </Show>
              </div>
              <Show when={now().chosen} fallback={<p class="soft">{t(imagesMessages.noMistakes)}</p>}>
                {(chosen) => (
                  <>
                    <Browser view={now()} chosen={chosen()} classes={classes()} onChoose={setRow} />
                    <Chosen image={chosen().image} size={now().size} classes={classes()} />
                  </>
                )}
              </Show>
              <Show when={now().weights.length > 0}>
                <h3>{t(imagesMessages.weightsTitle)}</h3>
                <Rows
                  of={now().weights} about={aboutWeights} names={(pictures) => classesOf(pictures, now(), classes())}
                  title={({ type, name }) => t(type === 'dense' ? imagesMessages.weights : imagesMessages.filters, { name })}
                />
              </Show>
              <Show when={(now().chosen?.maps.length ?? 0) > 0}>
                <h3>{t(imagesMessages.mapsTitle)}</h3>
                <p class="soft">{t(imagesMessages.aboutMaps)}</p>
                <Rows
                  of={now().chosen?.maps ?? []}
                  title={(pictures, i) => t(imagesMessages.maps, { number: i + 1, name: pictures.name, type: pictures.type, shape: sidesText(pictures) })}
                />
              </Show>
            </>
          )}
        </Show>
      </div>
    </Card>
  )
}
