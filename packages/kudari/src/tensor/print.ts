/** Tensors as text, laid out exactly as NumPy's `str` and `repr` do: brackets, line breaks, and `...` in large ones. */
import type { DType } from './dtype.ts'
import { formatElements, formatNumber } from './print-numbers.ts'
import { type Shape, formatShape, sizeOf, stridesOf } from './shape.ts'
import type { Tensor } from './tensor.ts'

// NumPy's print options, at their defaults.
const lineWidth = 75

/** How much of a tensor is printed; the defaults are NumPy's. */
export interface PrintOptions {
  /** Tensors of more elements are summarised. Default: 1000. */
  readonly threshold?: number
  /** Then so many elements are printed at either end of each axis. Default: 3. */
  readonly edgeItems?: number
}

const defaults: Required<PrintOptions> = { threshold: 1000, edgeItems: 3 }

/** Where elements stand on the page. */
interface Layout extends PrintOptions {
  /** Between two elements: a space, or a comma and a space. */
  readonly separator: string
  /** What stands before the opening bracket: later lines are indented as far. */
  readonly prefix: string
  readonly width: number
}

/** The positions along an axis that are shown; undefined stands for the `...` between them. */
function shownPositions(length: number, isSummary: boolean, edgeItems: number): (number | undefined)[] {
  const all = Array.from({ length }, (_, i) => i)
  return isSummary && length > 2 * edgeItems ? [...all.slice(0, edgeItems), undefined, ...all.slice(-edgeItems)] : all
}

/** Words one after the other, with a new line where the next one would not fit. */
function wrap(words: readonly string[], separator: string, indent: string, width: number): string {
  const end = separator.trimEnd()
  const lines: string[] = []
  let line = indent
  for (const [i, word] of words.entries()) {
    if (line.length + word.length > width - Math.max(end.length, 1) && line.length > indent.length) {
      lines.push(line.trimEnd())
      line = indent
    }
    line += i < words.length - 1 ? word + separator : word
  }
  return [...lines, line].join('\n')
}

/** The elements between brackets, one pair for each axis. */
function layOut({ data, shape, dtype }: Tensor, { separator, prefix, width, ...options }: Layout): string {
  const { threshold, edgeItems } = { ...defaults, ...options }
  const size = sizeOf(shape)
  if (size === 0) return '[]'
  const strides = stridesOf(shape)
  const positions = shape.map((length) => shownPositions(length, size > threshold, edgeItems))
  const shown: number[] = []
  const collect = (axis: number, start: number): void => {
    if (axis === shape.length) shown.push(data[start])
    else for (const i of positions[axis]) if (i !== undefined) collect(axis + 1, start + i * strides[axis])
  }
  collect(0, 0)
  const words = formatElements(shown, dtype)
  let next = 0
  const build = (axis: number, indent: string, room: number): string => {
    const axesLeft = shape.length - axis
    const parts = positions[axis].map((i) => {
      if (i === undefined) return '...'
      return axesLeft === 1 ? words[next++] : build(axis + 1, `${indent} `, room - 1)
    })
    if (axesLeft === 1) return `[${wrap(parts, separator, indent, room).slice(indent.length)}]`
    return `[${parts.join(`${separator.trimEnd()}${'\n'.repeat(axesLeft - 1)}${indent}`)}]`
  }
  return build(0, ' '.repeat(prefix.length + 1), width)
}

/**
 * The elements as text, exactly as NumPy's `str(array)`: aligned, with 8 digits, `...` in the middle of large tensors.
 *
 * @example
 * formatTensor(tensor([[166, 58.7], [176, 75.7]]))
 * // [[166.   58.7]
 * //  [176.   75.7]]
 */
export function formatTensor(tensor: Tensor, options: PrintOptions = {}): string {
  if (tensor.recorder) return formatType(tensor)
  if (tensor.ndim === 0) return formatNumber(tensor.data[0], tensor.dtype)
  return layOut(tensor, { separator: ' ', prefix: '', width: lineWidth, ...options })
}

/**
 * The tensor as the call that makes it, in the style of NumPy's `repr(array)`: what a terminal shows.
 *
 * @example
 * inspectTensor(tensor([1, 2], { dtype: 'float32' })) // tensor([1., 2.], dtype=float32)
 */
export function inspectTensor(tensor: Tensor): string {
  if (tensor.recorder) return formatType(tensor)
  const { shape, dtype, size } = tensor
  const prefix = 'tensor('
  const list =
    tensor.ndim === 0
      ? formatElements([tensor.data[0]], dtype)[0].trim()
      : layOut(tensor, { separator: ', ', prefix, width: lineWidth - 1 })
  const extras: string[] = []
  if ((size === 0 && shape.length > 1) || size > defaults.threshold) extras.push(`shape=${formatShape(shape)}`)
  if (!isImplied(dtype) || size === 0) extras.push(`dtype=${dtype}`)
  if (extras.length === 0) return `${prefix}${list})`
  const text = `${prefix}${list},`
  const extra = `${extras.join(', ')})`
  const lastLine = text.length - (text.lastIndexOf('\n') + 1)
  return lastLine + extra.length + 1 > lineWidth ? `${text}\n${' '.repeat(prefix.length)}${extra}` : `${text} ${extra}`
}

/** Whether the elements as they are printed show the dtype already. */
const isImplied = (dtype: DType): boolean => dtype === 'float64' || dtype === 'bool'

/** A tensor without numbers, as Programs print its type: `yp: float64[5]`. */
const formatType = ({ name, dtype, shape }: { name: string | undefined; dtype: DType; shape: Shape }): string =>
  `${name === undefined ? '' : `${name}: `}${dtype}[${shape.join(', ')}]`
