/** Rows that are images: what the model says of them, the weights that look at them, and what its layers make of one. */
import type { ImageSize } from 'kudari'
import { type Pictures, featureMaps, weightPictures } from '../inside/image-parts.ts'
import { type ImagePredictions, type ImageRows, imageRowsOf, pixelsOf, predictImages } from '../inside/image-rows.ts'
import type { Moment, View } from '../moment.ts'

export interface ImagesRequest {
  /** Which image is looked at, by its place among them. Of the mistakes, if only they are wanted, the next one from there on. */
  readonly row: number
  readonly onlyMistakes: boolean
}

/** An image with what is said of it. */
export interface ImageView {
  readonly row: number
  /** Its row in the table, from 0; undefined where the rows held out are a table of their own. */
  readonly tableRow?: number
  readonly pixels: Uint8Array
  /** Classes by their places, or numbers. */
  readonly truth: number
  readonly predicted: number
  readonly isMistake: boolean
  /** Of each class; none for numbers. */
  readonly probabilities: Float32Array
}

export interface ImagesView {
  readonly size: ImageSize
  readonly isHeldOut: boolean
  /** How many images are looked at, and of how many the class is mistaken. */
  readonly rows: number
  readonly mistakes: number
  /** How many are in the list: all, or the mistakes. Its part on show, and the image that is chosen; none where it is empty. */
  readonly listed: number
  readonly shown: readonly ImageView[]
  readonly chosen?: { readonly position: number; readonly image: ImageView; readonly maps: readonly Pictures[]; readonly previous?: number; readonly next?: number }
  readonly weights: readonly Pictures[]
}

/** Bytes of all small images together, and how many there are at least and at most. */
const BYTES = 24_000
const [LEAST, MOST] = [6, 24]

function imageView({ plan }: Moment, rows: ImageRows, { predicted, probabilities, classes }: ImagePredictions, row: number): ImageView {
  const tableRow = rows.tableRows?.[row]
  return {
    row,
    ...(tableRow !== undefined && { tableRow }),
    pixels: pixelsOf(plan, rows, row),
    truth: rows.truth[row] + (plan.pipeline.target.task === 'regression' ? plan.pipeline.target.offset : 0),
    predicted: predicted[row],
    isMistake: classes > 0 && predicted[row] !== rows.truth[row],
    probabilities: probabilities.slice(row * classes, (row + 1) * classes),
  }
}

export const images: View<ImagesRequest, ImagesView | undefined> = (moment, { row, onlyMistakes }) => {
  const { plan, state } = moment
  const rows = imageRowsOf(plan)
  if (!rows) return undefined
  const said = predictImages(moment, rows)
  const count = rows.x.shape[0]
  const list = onlyMistakes ? said.mistakes : Array.from({ length: count }, (_, i) => i)
  const onPage = Math.max(LEAST, Math.min(MOST, Math.floor(BYTES / plan.inputs.length)))
  // Where the chosen one is no mistake any more, the next takes its place.
  const after = list.findIndex((each) => each >= row)
  const position = after < 0 ? list.length - 1 : after
  const page = Math.floor(Math.max(position, 0) / onPage) * onPage
  const view = (each: number): ImageView => imageView(moment, rows, said, each)
  const [own, previous, next] = [list.at(Math.max(position, 0)), position > 0 ? list[position - 1] : undefined, list.at(position + 1)]
  return {
    size: rows.size,
    isHeldOut: rows.isHeldOut,
    rows: count,
    mistakes: said.mistakes.length,
    listed: list.length,
    shown: list.slice(page, page + onPage).map(view),
    weights: weightPictures(plan, state),
    ...(own !== undefined && {
      chosen: {
        position, image: view(own), maps: featureMaps(plan, state, rows.x.slice(`${own}:${own + 1}`)),
        ...(previous !== undefined && { previous }), ...(next !== undefined && { next }),
      },
    }),
  }
}
