/**
 * The safetensors format: named tensors in one file, nothing in it that could be executed.
 *
 * Eight bytes hold the length of a JSON header (little-endian), the header tells name, dtype, shape and place of every
 * tensor, and then follow the numbers. Source: the format's specification, github.com/huggingface/safetensors.
 */
import { KudariError } from '../messages/error.ts'
import { type Data, type DType, bytesPerElement } from '../tensor/dtype.ts'
import { sizeOf } from '../tensor/shape.ts'
import { Tensor } from '../tensor/tensor.ts'
import { fileMessages } from './messages.ts'

/** What a safetensors file holds. */
export interface Safetensors {
  readonly tensors: Readonly<Record<string, Tensor>>
  readonly metadata: Readonly<Record<string, string>>
}

const formatNames: Readonly<Record<DType, string>> = { float64: 'F64', float32: 'F32', int32: 'I32', bool: 'BOOL' }
const dtypes = new Map(Object.entries(formatNames).map(([dtype, name]) => [name, dtype as DType]))

const PREFIX = 8
/** The specification's limit on the header. */
const LONGEST_HEADER = 100_000_000

/** Tensors and texts as the bytes of a safetensors file; the same content gives the same bytes. */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  // Wider numbers first, so that every tensor is aligned to its own width (as the reference implementation does).
  const entries = Object.entries(tensors).toSorted(
    ([a, x], [b, y]) => bytesPerElement[y.dtype] - bytesPerElement[x.dtype] || (a < b ? -1 : 1),
  )
  let end = 0
  const header: Record<string, unknown> = { __metadata__: metadata }
  for (const [name, { dtype, shape, size }] of entries) {
    const start = end
    end += size * bytesPerElement[dtype]
    header[name] = { dtype: formatNames[dtype], shape, data_offsets: [start, end] }
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const headerLength = Math.ceil(text.length / 8) * 8
  const bytes = new Uint8Array(PREFIX + headerLength + end)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(headerLength), true)
  bytes.fill(0x20, PREFIX, PREFIX + headerLength)
  bytes.set(text, PREFIX)
  let at = PREFIX + headerLength
  for (const [, tensor] of entries) {
    for (const value of tensor.data) {
      writeElement(view, at, tensor.dtype, value)
      at += bytesPerElement[tensor.dtype]
    }
  }
  return bytes
}

function writeElement(view: DataView, at: number, dtype: DType, value: number): void {
  if (dtype === 'float64') view.setFloat64(at, value, true)
  else if (dtype === 'float32') view.setFloat32(at, value, true)
  else if (dtype === 'int32') view.setInt32(at, value, true)
  else view.setUint8(at, value)
}

function readElements(view: DataView, at: number, dtype: DType, size: number): Data {
  if (dtype === 'float64') return Float64Array.from({ length: size }, (_, i) => view.getFloat64(at + 8 * i, true))
  if (dtype === 'float32') return Float32Array.from({ length: size }, (_, i) => view.getFloat32(at + 4 * i, true))
  if (dtype === 'int32') return Int32Array.from({ length: size }, (_, i) => view.getInt32(at + 4 * i, true))
  return Uint8Array.from({ length: size }, (_, i) => (view.getUint8(at + i) === 0 ? 0 : 1))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isCounts = (value: unknown): value is number[] => Array.isArray(value) && value.every(isCount)

/**
 * Reads the bytes of a safetensors file, and trusts none of them.
 *
 * @param source for messages: where the bytes came from.
 * @throws KudariError when the file is cut off, its header cannot be read, or a tensor does not fit its place.
 */
export function readSafetensors(bytes: Uint8Array, source: string): Safetensors {
  const refuse = (problem: string): never => {
    throw new KudariError('data', fileMessages.badSafetensors, { source, problem })
  }
  if (bytes.length < PREFIX) refuse(`${bytes.length} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headerLength = Number(view.getBigUint64(0, true))
  if (headerLength > LONGEST_HEADER) refuse('header length')
  if (PREFIX + headerLength > bytes.length) refuse(`header: ${PREFIX + headerLength} > ${bytes.length} bytes`)
  const header = readHeader(bytes.subarray(PREFIX, PREFIX + headerLength)) ?? refuse('header: JSON')

  const metadata: Record<string, string> = {}
  const tensors: Record<string, Tensor> = {}
  const places: [number, number][] = []
  const start = PREFIX + headerLength
  for (const [name, entry] of Object.entries(header)) {
    if (!isRecord(entry)) return refuse(`header: "${name}"`)
    if (name === '__metadata__') {
      for (const [key, text] of Object.entries(entry)) metadata[key] = typeof text === 'string' ? text : refuse(`header: "${key}"`)
      continue
    }
    const { dtype: formatName, shape, data_offsets: offsets } = entry
    const dtype = dtypes.get(String(formatName)) ?? refuse(`"${name}": dtype ${String(formatName)}`)
    if (!isCounts(shape)) return refuse(`"${name}": shape`)
    if (!isCounts(offsets) || offsets.length !== 2) return refuse(`"${name}": data_offsets`)
    const [from, to] = offsets
    const size = sizeOf(shape)
    if (to - from !== size * bytesPerElement[dtype]) refuse(`"${name}": ${to - from} bytes, shape [${shape.join(', ')}]`)
    if (start + to > bytes.length) refuse(`"${name}": ${start + to} > ${bytes.length} bytes`)
    places.push([from, to])
    tensors[name] = new Tensor({ shape, dtype }, readElements(view, start + from, dtype, size))
  }
  // The specification wants the tensors to fill the file without holes or overlaps.
  let end = 0
  for (const [from, to] of places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    if (from !== end) refuse(`data_offsets: ${from} ≠ ${end}`)
    end = to
  }
  if (start + end !== bytes.length) refuse(`${bytes.length} bytes, ${start + end} expected`)
  return { tensors, metadata }
}

function readHeader(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isRecord(header) ? header : undefined
  } catch {
    return undefined
  }
}
