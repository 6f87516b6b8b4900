/** Images in the report: some to learn from, those that were mistaken, and the first layer's weights as pictures. */
import { type Encoded, type Fit, type ImageSize, type Plan, type Tensor, flattened, isNetwork, isWeighted, matrixColumns, outputs, pixelCount, placeLayers } from 'kudari'
import { bilingual, plain } from '../bilingual.ts'
import type { ImagesSummary, MistakesSummary, Picture, WeightPictures } from '../image-summary.ts'
import { images } from '../messages/images.ts'
import { evenly } from './sample.ts'

const SAMPLES = 20
const MISTAKES = 12
const WEIGHTS = 32
/** Larger pictures are thinned to so many pixels a side. */
const SIDE = 64

/** A grid of pixels, thinned where it is large. */
function thinned({ height, width, channels }: ImageSize, values: readonly number[]) {
  const step = Math.ceil(Math.max(height, width) / SIDE)
  const [rows, columns] = [Math.ceil(height / step), Math.ceil(width / step)]
  const kept = Array.from({ length: rows * columns * channels }, (_, i) => {
    const [row, column, channel] = [Math.floor(i / channels / columns), Math.floor(i / channels) % columns, i % channels]
    return values[(row * step * width + column * step) * channels + channel]
  })
  return { height: rows, width: columns, values: kept }
}

const largestOf = (lists: readonly (readonly number[])[]): number =>
  lists.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), 1)

/** The value that is white: pixels are divided by it, or none is larger. */
const whiteOf = ({ pipeline, scale }: Plan, pixels: readonly (readonly number[])[]): number =>
  scale === 'pixels' ? pipeline.features[0].columns[0].divisor : largestOf(pixels)

/** An image as a picture of bytes. */
function picture(image: ImageSize, pixels: readonly number[], white: number): Picture {
  const { height, width, values } = thinned(image, pixels)
  const byte = (value: number): number => Math.round(Math.min(1, Math.max(0, value / white)) * 255)
  return { height, width, channels: image.channels, pixels: values.map(byte) }
}

/** The pixels of some encoded rows as they stand in the table. */
function pixelsOf({ pipeline, inputs }: Plan, { x }: Encoded, rows: readonly number[]): number[][] {
  const columns = matrixColumns(pipeline)
  const width = x.shape[1]
  // The dummy column, where there is one, stands in front.
  const first = width - inputs.length
  return rows.map((row) => columns.map(({ offset, divisor }, j) => x.data[row * width + first + j] * divisor + offset))
}

function pictures(plan: Plan, image: ImageSize, encoded: Encoded, rows: readonly number[]): Picture[] {
  const pixels = pixelsOf(plan, encoded, rows)
  const white = whiteOf(plan, pixels)
  return pixels.map((values) => picture(image, values, white))
}

/** Rows of every class in turn, the first ones of each; of numbers some evenly. */
function varied({ pipeline: { target }, training: { y } }: Plan): number[] {
  if (target.task === 'regression') return evenly(y.size, SAMPLES)
  const each = Math.ceil(SAMPLES / target.classes.length)
  const byClass = target.classes.map((): number[] => [])
  for (let row = 0; row < y.size; row++) if (byClass[y.data[row]].length < each) byClass[y.data[row]].push(row)
  return Array.from({ length: each }, (_, i) => byClass.flatMap((rows) => rows.slice(i, i + 1))).flat().slice(0, SAMPLES)
}

/** The images of a run, if its inputs are images. */
export function imagesSummary(plan: Plan): ImagesSummary | undefined {
  const { image, target } = plan.pipeline
  if (!image) return undefined
  const rows = varied(plan)
  const { data } = plan.training.y
  const label = (row: number): string => `${target.task === 'classification' ? target.classes[data[row]] : data[row] + target.offset}`
  const preparation =
    plan.scale === 'pixels'
      ? bilingual(images.preparation.divided, { white: plan.pipeline.features[0].columns[0].divisor })
      : plain(images.preparation[plan.scale])
  return {
    ...image,
    preparation,
    samples: pictures(plan, image, plan.training, rows).map((drawn, i) => ({ picture: drawn, label: label(rows[i]) })),
  }
}

/** The probability of every class in a row of outputs. */
const probabilitiesOf = (yp: Tensor, row: number): number[] => {
  if (yp.ndim === 1) return [1 - yp.data[row], yp.data[row]]
  const [, classes] = yp.shape
  return [...yp.data.subarray(row * classes, (row + 1) * classes)]
}

/** The images that were mistaken among the rows that judge the model. */
export function mistakes({ plan, model }: Fit): MistakesSummary | undefined {
  const { image, target } = plan.pipeline
  if (!image || target.task === 'regression') return undefined
  const encoded = plan.validation ?? plan.training
  const { x, y } = encoded
  const yp = outputs(model, x)
  const wrong = Array.from({ length: y.size }, (_, row) => {
    const probabilities = probabilitiesOf(yp, row)
    const probability = Math.max(...probabilities)
    return { row, predicted: probabilities.indexOf(probability), probability, truthProbability: probabilities[y.data[row]] }
  }).filter(({ row, predicted }) => predicted !== -1 && predicted !== y.data[row])
  const worst = wrong.toSorted((a, b) => b.probability - a.probability).slice(0, MISTAKES)
  const drawn = pictures(plan, image, encoded, worst.map(({ row }) => row))
  return {
    count: wrong.length,
    rows: y.size,
    worst: worst.map(({ row, predicted, probability, truthProbability }, i) => ({
      picture: drawn[i],
      truth: String(target.classes[y.data[row]]),
      predicted: String(target.classes[predicted]),
      probability,
      truthProbability,
    })),
  }
}

/** Weights by unit, each a picture of so many rows and columns: the mean over the channels of a pixel. */
function weightsOf(W: Tensor, height: number, width: number, channels: number): number[][] {
  const units = W.size / (height * width * channels)
  return Array.from({ length: units }, (_, unit) =>
    Array.from({ length: height * width }, (__, pixel) => {
      let sum = 0
      for (let c = 0; c < channels; c++) sum += W.data[(pixel * channels + c) * units + unit]
      return sum / channels
    }))
}

const length = (weights: readonly number[]): number => Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))

/** The weights of the first layer as pictures, where that layer looks at images. */
export function weightPictures({ plan, result }: Fit): WeightPictures | undefined {
  const { image, target } = plan.pipeline
  const first = flattened(placeLayers(plan.specification, plan.inputs.length)).find(({ layer }) => isWeighted(layer))
  if (!image || !first) return undefined
  const { name } = first.variables.find(({ role }) => role === 'W')!
  const whole = result.state.parameters[name]
  const isConvolution = first.layer.type === 'conv2d'
  const W = first.hasDummy ? whole.slice('1:') : whole
  // Behind layers that change the image the weights belong to other pixels.
  if (!isConvolution && W.shape[0] !== pixelCount(image)) return undefined
  const [height, width, channels] = isConvolution ? W.shape : [image.height, image.width, image.channels]
  const all = weightsOf(W, height, width, channels)
  const classes = target.task === 'classification' && !isNetwork(plan.specification) ? target.classes.map(String) : undefined
  const labels = classes && all.length === classes.length ? classes : classes && all.length === 1 ? [classes[1]] : undefined
  const largest = all.map((weights, unit) => ({ weights, unit })).toSorted((a, b) => length(b.weights) - length(a.weights)).slice(0, WEIGHTS)
  return {
    of: isConvolution ? 'filter' : labels ? 'class' : 'unit',
    count: all.length,
    channels,
    pictures: largest
      .toSorted((a, b) => a.unit - b.unit)
      .map(({ weights, unit }) => {
        const { values, ...size } = thinned({ height, width, channels: 1 }, weights)
        return { label: labels?.[unit] ?? `${unit + 1}`, ...size, weights: values }
      }),
  }
}
