/** A state as bytes: a line of JSON, the files behind it, all of it deflated. What stands in links and in files of the Lab. */
import { KudariError } from 'kudari'
import { isShape } from '../samples/made.ts'
import { samples } from '../samples/samples.ts'
import { type DataSource, drawnClasses } from '../worker/data-source.ts'
import { type PlainFit, fitOfPlain, plainFit } from '../worker/plain-fit.ts'
import { sessionMessages } from './messages.ts'
import type { AbsentData, LabState } from './state.ts'

/** Files by their lengths: their bytes stand behind the JSON. */
type PackedData = Exclude<DataSource, { kind: 'files' }> | AbsentData | (Omit<Extract<DataSource, { kind: 'files' }>, 'files'> & { readonly files: AbsentData['files'] })

interface Packed extends Omit<LabState, 'data' | 'fit'> {
  readonly data: PackedData
  readonly fit: PlainFit
}

/** Bytes through a stream that changes them. @throws Error when it cannot, or gives more than `most`. */
async function through(bytes: Uint8Array, stream: GenericTransformStream, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>).getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      void reader.cancel().catch(() => {})
      throw new RangeError('the data are longer than any that were written')
    }
    parts.push(value as Uint8Array<ArrayBuffer>)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

const packedData = (data: LabState['data']): PackedData =>
  data.kind === 'files' ? { ...data, files: data.files.map(({ name, size }) => ({ name, size })) } : data

/** A state as bytes, with its files in it. Unlike bare deflate, the format has a checksum: what was damaged is not read as something else. */
export async function packState({ data, fit, ...rest }: LabState): Promise<Uint8Array<ArrayBuffer>> {
  const packed: Packed = { ...rest, data: packedData(data), fit: plainFit(fit) }
  const files = data.kind === 'files' ? data.files : []
  const whole = new Blob([JSON.stringify(packed), '\n', ...files])
  return through(new Uint8Array(await whole.arrayBuffer()), new CompressionStream('deflate'))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTask = (value: unknown): boolean => value === 'regression' || value === 'classification'
const isPoint = (value: unknown): boolean => Array.isArray(value) && value.length === 3 && value.every(Number.isFinite) && isCount(value[2]) && value[2] < drawnClasses.length
const isFile = (value: unknown): boolean => isObject(value) && typeof value.name === 'string' && isCount(value.size)

function isData(data: unknown): data is PackedData {
  if (!isObject(data)) return false
  if (data.kind === 'sample') return typeof data.name === 'string' && Object.hasOwn(samples, data.name)
  if (data.kind === 'made') return isObject(data.made) && isShape(data.made.shape) && isCount(data.made.rows) && isCount(data.made.seed) && typeof data.made.noise === 'number'
  if (data.kind === 'drawn') return isObject(data.drawn) && isTask(data.drawn.task) && Array.isArray(data.drawn.points) && data.drawn.points.every(isPoint)
  return (data.kind === 'files' || data.kind === 'absent') && Array.isArray(data.files) && data.files.length > 0 && data.files.every(isFile) && isObject(data.reading)
}

const isPacked = (value: unknown): value is Packed =>
  isObject(value) && isData(value.data) && isObject(value.fit) && typeof value.fit.target === 'string' && isCount(value.iteration)

function withFiles(data: PackedData, bytes: Uint8Array<ArrayBuffer>): LabState['data'] {
  if (data.kind !== 'files') return data
  let at = 0
  const files = data.files.map(({ name, size }) => new File([bytes.subarray(at, (at += size))], name))
  if (at !== bytes.length) throw new RangeError('the files have other lengths')
  return { ...data, files }
}

/**
 * Reads a state back.
 *
 * @param most so many bytes it may be when inflated.
 * @throws KudariError when the bytes are none of a state, or only a part of them.
 */
export async function unpackState(bytes: Uint8Array, most = Infinity): Promise<LabState> {
  try {
    const whole = await through(bytes, new DecompressionStream('deflate'), most)
    const end = whole.indexOf(10)
    const packed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(whole.subarray(0, Math.max(end, 0))))
    if (!isPacked(packed)) throw new TypeError('no state')
    return { ...packed, data: withFiles(packed.data, whole.subarray(end + 1)), fit: fitOfPlain(packed.fit) }
  } catch {
    throw new KudariError('data', sessionMessages.damaged, undefined)
  }
}
