/** Images of a run: a gallery to learn from, those that were mistaken, and weights as pictures. */
import { bilingual, plain, sentences } from '../bilingual.ts'
import { both, tell } from '../html/bilingual.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { nameTag, quoted } from '../html/name.ts'
import { formatNumber, formatPercent } from '../html/number.ts'
import { pngUri } from '../html/png.ts'
import type { ImagesSummary, MistakesSummary, Picture, WeightPictures } from '../image-summary.ts'
import { images } from '../messages/images.ts'
import type { Bilingual } from '../summary.ts'

const sizeText = ({ height, width, channels }: Pick<Picture, 'height' | 'width' | 'channels'>): string =>
  [height, width, ...(channels === 1 ? [] : [channels])].join(' × ')

/** A picture, what it shows for those who do not see it, and its caption. */
const tile = (uri: string, { width, height }: Pick<Picture, 'width' | 'height'>, spoken: Bilingual, caption: Content): Html => html`
<li><figure><img src="${uri}" width="${width}" height="${height}" alt=""><span class="spoken">${both(spoken)}</span>
<figcaption>${caption}</figcaption></figure></li>`

/** Some training images, and what is told of all their pixels in one line. */
export function gallery(summary: ImagesSummary): Html {
  const { height, width, channels, preparation, samples } = summary
  const size = { count: formatNumber(height * width * channels), size: sizeText(summary) }
  return html`
<div class="pictures"><h3>${tell(images.gallery, undefined)}</h3>
<p>${both({
    en: images.pixels.en({ ...size, preparation: preparation.en }),
    ja: images.pixels.ja({ ...size, preparation: preparation.ja }),
  })}</p>
<ul class="tiles-10">${samples.map(({ picture, label }) =>
  tile(pngUri(picture), picture, bilingual(images.sampleSpoken, { label: quoted(label) }), nameTag(label)))}</ul></div>`
}

/** The images that the model got most wrong, the surest first. */
export function mistakeGallery({ count, rows, worst }: MistakesSummary): Html {
  const counts = { count: formatNumber(count), rows: formatNumber(rows), shown: worst.length, all: worst.length === count }
  return html`
<div class="pictures"><h3>${tell(images.mistakes, undefined)}</h3>
<p>${count === 0 ? tell(images.noMistakes, undefined) : tell(images.mistakesAbout, counts)}</p>
<ul class="tiles-6">${worst.map(({ picture, truth, predicted, probability, truthProbability }) =>
  tile(pngUri(picture), picture,
    bilingual(images.mistakeSpoken, { truth: quoted(truth), predicted: quoted(predicted), probability: formatPercent(probability) }), html`
<span class="truth">${tell(images.truth, undefined)} <b>${nameTag(truth)}</b> <small>${formatPercent(truthProbability)}</small></span>
<span class="wrong-answer">${tell(images.predicted, undefined)} <b>${nameTag(predicted)}</b> <small>${formatPercent(probability)}</small></span>`))}</ul></div>`
}

/** Blue and orange of the page's palette, between their shades for light and for dark pages. */
const POSITIVE = [24, 132, 204] as const
const NEGATIVE = [228, 108, 24] as const

/** Weights as colours: the larger, the more opaque; 0 lets the page shine through, so that it suits light and dark ones. */
export const weightPixels = (weights: readonly number[], largest: number): number[] =>
  weights.flatMap((weight) => {
    const share = largest > 0 ? Math.min(1, Math.abs(weight) / largest) : 0
    return [...(weight < 0 ? NEGATIVE : POSITIVE), Math.round(255 * share)]
  })

/** The colours can be told apart up to here: of all weights, so many are smaller. A few large ones would leave the rest pale. */
const SHARE_BELOW = 0.995

export function largestShown(all: readonly number[]): number {
  const sizes = all.map(Math.abs).filter(Number.isFinite).sort((a, b) => a - b)
  return sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * SHARE_BELOW))] ?? 0
}

const rgb = (color: readonly number[]): string => `rgb(${color.join(' ')})`

/** The first layer's weights, each as a picture of the pixels that it looks at. */
export function weightGallery({ of, count, channels, pictures }: WeightPictures): Html {
  const largest = largestShown(pictures.flatMap(({ weights }) => weights))
  const about = sentences(
    plain(images.weightsAbout[of]),
    pictures.length < count ? bilingual(images.largestOf, { shown: pictures.length, count: formatNumber(count) }) : undefined,
    channels > 1 ? bilingual(images.meanOfChannels, { channels }) : undefined,
  )
  const ramp = `linear-gradient(to right,${rgb(NEGATIVE)},transparent,${rgb(POSITIVE)})`
  return html`
<div class="pictures"><h3>${tell(images.weights[of], undefined)}</h3>
<p>${both(about)}</p>
<ul class="${of === 'class' ? 'tiles-5' : 'tiles-8'}">${pictures.map(({ label, height, width, weights }) =>
  tile(pngUri({ height, width, channels: 4, pixels: weightPixels(weights, largest) }), { height, width },
    bilingual(images.weightSpoken[of], { label: quoted(label) }), nameTag(label)))}</ul>
<p class="legend"><span class="ramp">${formatNumber(-largest, 3)} <i style="background:${ramp}"></i> ${formatNumber(largest, 3)}</span></p></div>`
}
