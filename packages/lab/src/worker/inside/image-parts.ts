/** What a model makes of images, as pictures: the weights that look at them, and what its layers give for one of them. */
import { type ImageSize, type PlacedLayer, type Plan, type Tensor, type TrainingState, flattened, pixelCount, placeLayers } from 'kudari'
import { toByte } from './bytes.ts'
import { largestSize, roundLimit } from './spread.ts'
import { type Station, stationsOf } from './stations.ts'

/** Pictures of the same size: of the weights of units, or of what units give. */
export interface Pictures {
  /** `W1`, or `h1`. */
  readonly name: string
  readonly place: string
  readonly type: string
  readonly height: number
  readonly width: number
  /** 3: the pixels are red, green and blue. */
  readonly channels: 1 | 3
  /** Each picture consists of so many parts beside each other, one for each input of a filter, the rest of them left out. */
  readonly parts: number
  readonly inputs: number
  /** How many units there are; the pictures are those of the first. */
  readonly count: number
  /** Of layers without maps: the one picture has this many units in lines. */
  readonly lined?: number
  /** Steps of `limit / 127`, picture by picture, part by part, row by row. */
  readonly pictures: readonly Int8Array[]
  readonly limit: number
}

/** Pictures of a layer at most, of its filters' parts at most, and about so many bytes for all. */
const MOST = 32
const PARTS = 16
const BYTES = 16_000

const howMany = (count: number, size: number): number => Math.min(count, MOST, Math.max(4, Math.floor(BYTES / size)))

const bytes = (numbers: ArrayLike<number>, limit: number): Int8Array => Int8Array.from(numbers, (value) => toByte(value, 0, limit))

/** The filters of a convolution: `W` has the shape (height, width, inputs, units). */
function filtersOf({ name, place, type }: Pick<Pictures, 'name' | 'place' | 'type'>, { data, shape }: Tensor): Pictures {
  const [height, width, inputs, count] = shape
  const channels = inputs === 3 ? 3 : 1
  const parts = channels === 3 ? 1 : Math.min(inputs, PARTS)
  const limit = roundLimit(largestSize(data))
  const size = height * width * channels * parts
  const pictures = Array.from({ length: howMany(count, size) }, (_, unit) => {
    const numbers = new Float64Array(size)
    for (let part = 0, at = 0; part < parts; part++)
      for (let pixel = 0; pixel < height * width; pixel++)
        for (let channel = 0; channel < channels; channel++, at++) numbers[at] = data[(pixel * inputs + part + channel) * count + unit]
    return bytes(numbers, limit)
  })
  return { name, place, type, height, width, channels, parts, inputs: channels === 3 ? 1 : inputs, count, pictures, limit }
}

/** The weights of a dense layer that takes the pixels themselves; those of the dummy column are no pixel. */
function weightImages({ name, place, type }: Pick<Pictures, 'name' | 'place' | 'type'>, { data, shape }: Tensor, size: ImageSize, first: number): Pictures {
  const [pixels, count] = [pixelCount(size), shape[1] ?? 1]
  const limit = roundLimit(largestSize(data.subarray(first * count)))
  const pictures = Array.from({ length: howMany(count, pixels) }, (_, unit) =>
    bytes(Float64Array.from({ length: pixels }, (__, pixel) => data[(first + pixel) * count + unit]), limit))
  return { name, place, type, height: size.height, width: size.width, channels: size.channels === 3 ? 3 : 1, parts: 1, inputs: 1, count, pictures, limit }
}

/** Whether a layer takes the pixels as they are. */
const takesPixels = ({ layers }: Plan['specification'], index: number): boolean =>
  layers.slice(0, index).every(({ type }) => type === 'dummy' || type === 'reshape' || type === 'flatten' || type === 'dropout')

/** The weights that can be seen as pictures. */
export function weightPictures({ specification, inputs, pipeline }: Plan, { parameters }: TrainingState): readonly Pictures[] {
  const placed = placeLayers(specification, inputs.length)
  const pictureOf = (own: PlacedLayer): Pictures[] => {
    const { layer, place, variables, hasDummy } = own
    const name = variables.find(({ role }) => role === 'W')?.name
    if (name === undefined) return []
    const what = { name, place, type: layer.type }
    if (layer.type === 'conv2d') return [filtersOf(what, parameters[name])]
    const index = placed.indexOf(own)
    return index >= 0 && takesPixels(specification, index) ? [weightImages(what, parameters[name], pipeline.image!, hasDummy ? 1 : 0)] : []
  }
  return flattened(placed).flatMap(pictureOf)
}

/** So many numbers of a layer without a picture of its own stand in a line. */
const LINE = 32

function mapsOf({ name, layer: { place, layer: { type }, output: shape }, output: { data } }: Station): Pictures {
  const limit = roundLimit(largestSize(data))
  const what = { name, place, type, channels: 1, parts: 1, inputs: 1, limit } as const
  if (shape.length !== 3) {
    const units = shape[0] ?? 1
    const [height, width] = [Math.ceil(units / LINE), Math.min(units, LINE)]
    // Beyond the last unit there is nothing.
    const numbers = Float64Array.from({ length: height * width }, (_, unit) => (unit < units ? data[unit] : 0))
    return { ...what, height, width, count: 1, lined: units, pictures: [bytes(numbers, limit)] }
  }
  const [height, width, count] = shape
  const pictures = Array.from({ length: howMany(count, height * width) }, (_, unit) =>
    bytes(Float64Array.from({ length: height * width }, (__, pixel) => data[pixel * count + unit]), limit))
  return { ...what, height, width, count, pictures }
}

/** What the hidden layers give for one row: maps of features, or the numbers of their units in lines. */
export const featureMaps = (plan: Plan, state: TrainingState, row: Tensor): readonly Pictures[] => stationsOf(plan, state, row).hidden.map(mapsOf)
