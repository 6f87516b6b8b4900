/** Where everything stands in the picture of a structure: columns of units from the inputs to the output, with room for their names. */
import { type ActivationName, type InspectedLayer, isActivation } from 'kudari'

/** Of more units than these the first are shown, with how many there are. */
export const MOST_SHOWN = 8

/** Room around the columns, in pixels at the natural size of the picture. */
const ROOM = { top: 18, side: 22, bottom: 18, captions: 36 } as const
/** Of names, so many letters are written. */
export const LETTERS = 12
const LETTER = 6.4

/** Room beside a column for the names of its units. */
const roomFor = (labels: readonly string[]): number =>
  ROOM.side + LETTER * Math.max(3, ...labels.slice(0, MOST_SHOWN).map((label) => Math.min(LETTERS + 1, textWidth(label))))

/** Distances between columns and units: the fewer there are, the more room they have. */
const distances = (parts: readonly Part[]): { readonly across: number; readonly down: number } => {
  const most = Math.max(...parts.map(places))
  return { across: parts.length === 2 ? 140 : parts.length <= 4 ? 84 : 66, down: most <= 3 ? 54 : most <= 5 ? 40 : 30 }
}

export interface DrawnUnit {
  readonly y: number
  /** Undefined for the talk's dummy variable, which is always 1. */
  readonly index?: number
  /** The name of an input, or what an output stands for. */
  readonly label?: string
}

/** The weights between a column and the one before it. */
export interface DrawnWeights {
  readonly name: string
  /** Where the biases are: a tensor of their own, or the first row of the weights. */
  readonly bias: { readonly kind: 'row' } | { readonly kind: 'tensor'; readonly name: string } | { readonly kind: 'none' }
}

export interface DrawnColumn {
  readonly kind: 'inputs' | 'hidden' | 'outputs'
  readonly x: number
  readonly units: readonly DrawnUnit[]
  /** All units, the dummy not among them. */
  readonly count: number
  /** Where an ellipsis stands for those that are not shown. */
  readonly ellipsis?: number
  readonly weights?: DrawnWeights
  /** What the units' sums go through. */
  readonly activation?: ActivationName
  /** Layers that do something else with them. */
  readonly others: readonly string[]
}

export interface DrawnStructure {
  readonly columns: readonly DrawnColumn[]
  readonly width: number
  readonly height: number
}

type Part = Omit<DrawnColumn, 'x' | 'units' | 'ellipsis'> & { readonly hasDummy: boolean; readonly labels: readonly string[] }

const isFunction = ({ layer }: InspectedLayer): boolean => isActivation(layer.type)

const isDense = ({ layer }: InspectedLayer): boolean => layer.type === 'dense'

/** Layers that leave the rows of a network rows of numbers. */
const isFlat = ({ depth, input, output }: InspectedLayer): boolean => depth === 0 && input.length <= 1 && output.length <= 1

function weightsOf({ variables }: InspectedLayer, hasDummy: boolean): DrawnWeights {
  const bias = variables.find(({ role }) => role === 'b')
  return {
    name: variables.find(({ role }) => role === 'W')!.name,
    bias: hasDummy ? { kind: 'row' } : bias ? { kind: 'tensor', name: bias.name } : { kind: 'none' },
  }
}

/** The columns of a structure, if it is one of dense layers. */
function partsOf(layers: readonly InspectedLayer[], inputs: readonly string[], outputs: readonly string[]): Part[] | undefined {
  if (!layers.every(isFlat)) return undefined
  const dense = layers.filter(isDense)
  const parts: Part[] = dense.map((layer, i) => {
    const at = layers.indexOf(layer)
    const behind = layers.slice(at + 1, i === dense.length - 1 ? undefined : layers.indexOf(dense[i + 1]))
    const activation = behind.find(isFunction)?.layer.type as ActivationName | undefined
    const isLast = i === dense.length - 1
    const next = dense.at(i + 1)
    return {
      kind: isLast ? 'outputs' : 'hidden',
      count: layer.output[0] ?? 1,
      weights: weightsOf(layer, layers[at - 1]?.layer.type === 'dummy'),
      ...(activation && { activation }),
      others: behind.filter((one) => !isFunction(one)).map(({ layer: { type } }) => type),
      hasDummy: !isLast && next !== undefined && weightsOf(next, false).bias.kind !== 'none',
      labels: isLast ? outputs : [],
    }
  })
  const first = parts.at(0)
  if (!first) return undefined
  return [{ kind: 'inputs', count: inputs.length, others: [], hasDummy: first.weights!.bias.kind !== 'none', labels: inputs }, ...parts]
}

/** How many places a column takes from top to bottom. */
const places = ({ count, hasDummy }: Part): number => (hasDummy ? 1 : 0) + (count > MOST_SHOWN ? MOST_SHOWN + 1 : count)

function drawn(part: Part, x: number, height: number, down: number): DrawnColumn {
  const { hasDummy, labels, ...rest } = part
  const top = ROOM.top + (height - (places(part) - 1) * down) / 2
  const shown = Math.min(part.count, MOST_SHOWN)
  const from = hasDummy ? 1 : 0
  const units = Array.from({ length: shown }, (_, index): DrawnUnit => ({
    y: top + (from + index) * down,
    index,
    ...(labels[index] !== undefined && { label: labels[index] }),
  }))
  return {
    ...rest,
    x,
    units: [...(hasDummy ? [{ y: top }] : []), ...units],
    ...(part.count > shown && { ellipsis: top + (from + shown) * down }),
  }
}

/**
 * The picture of a structure of dense layers; undefined for others, such as those with convolutions.
 *
 * @param inputs names of the columns that go in.
 * @param outputs what comes out: the target, or the classes.
 */
export function layOut(layers: readonly InspectedLayer[], inputs: readonly string[], outputs: readonly string[]): DrawnStructure | undefined {
  const parts = partsOf(layers, inputs, outputs)
  if (!parts) return undefined
  const { across, down } = distances(parts)
  const [left, right] = [roomFor(inputs), roomFor(outputs)]
  const height = (Math.max(...parts.map(places)) - 1) * down
  const hasCaptions = parts.some(({ activation, others, count }) => activation !== undefined || others.length > 0 || count > MOST_SHOWN)
  return {
    columns: parts.map((part, i) => drawn(part, left + i * across, height, down)),
    width: left + (parts.length - 1) * across + right,
    height: ROOM.top + height + ROOM.bottom + (hasCaptions ? ROOM.captions : 0),
  }
}

/** A line between two units, with where its weight is found. */
export interface DrawnEdge {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  readonly tensor: string
  readonly row: number
  readonly column: number
}

/** All lines of a picture. */
export function edgesOf({ columns }: DrawnStructure): DrawnEdge[] {
  return columns.slice(1).flatMap(({ x, units, weights }, i) => {
    const before = columns[i]
    return units.filter(({ index }) => index !== undefined).flatMap(({ y, index }) =>
      before.units.map((unit): DrawnEdge => ({
        from: { x: before.x, y: unit.y },
        to: { x, y },
        ...placeOf(weights!, unit.index, index!),
      })))
  })
}

/** Where the weight between two units is found; `from` is undefined for the dummy. Biases are a column, one below the other. */
function placeOf({ name, bias }: DrawnWeights, from: number | undefined, to: number): Pick<DrawnEdge, 'tensor' | 'row' | 'column'> {
  if (from === undefined && bias.kind === 'tensor') return { tensor: bias.name, row: to, column: 0 }
  return { tensor: name, row: bias.kind === 'row' ? (from ?? -1) + 1 : from!, column: to }
}

/** Letters of Japanese and its neighbours are as wide as two Latin ones. */
const widthOf = (letter: string): number => (/[\u1100-\u{1faff}]/u.test(letter) ? 2 : 1)

const textWidth = (text: string): number => [...text].reduce((width, letter) => width + widthOf(letter), 0)

/** A text in at most so many Latin letters. */
export function shortened(text: string, most: number): string {
  if (textWidth(text) <= most) return text
  let width = 0
  const kept = [...text].filter((letter) => (width += widthOf(letter)) < most)
  return `${kept.join('').trimEnd()}…`
}
