/** A Program as plain data for JSON, lossless, and back again, checked. */
import { KudariError } from '../messages/error.ts'
import { type Data, type DType, allocate } from '../tensor/dtype.ts'
import { sizeOf } from '../tensor/shape.ts'
import { type Attribute, Tensor, type TensorType } from '../tensor/tensor.ts'
import { checkProgram } from './check.ts'
import { type Expected, expected, programMessages } from './messages.ts'
import type { Program } from './program.ts'

/** A number as JSON can hold it: NaN, the infinities and -0 are spelled out. */
type JSONNumber = number | 'NaN' | 'Infinity' | '-Infinity' | '-0'

/** An attribute as JSON can hold it. No operation takes a text that could be mistaken for a number. */
type JSONAttribute = string | boolean | null | JSONNumber | readonly JSONNumber[]

/** What {@link programToJSON} gives. Values are listed once; everything else speaks of them by their position. */
export interface ProgramJSON {
  readonly format: 'kudari-program'
  readonly version: 1
  readonly values: readonly { readonly shape: readonly number[]; readonly dtype: DType; readonly name?: string }[]
  readonly inputs: readonly number[]
  readonly constants: readonly { readonly value: number; readonly data: readonly JSONNumber[] }[]
  readonly instructions: readonly {
    readonly output: number
    readonly operation: string
    readonly inputs: readonly number[]
    readonly attributes: Readonly<Record<string, JSONAttribute>>
  }[]
  readonly outputs: readonly { readonly name: string; readonly value: number }[]
}

const unspeakable: ReadonlyMap<unknown, number> = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
])

const writeNumber = (value: number): JSONNumber => {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return Object.is(value, -0) ? '-0' : (`${value}` as JSONNumber)
}

function writeAttribute(value: Attribute): JSONAttribute {
  if (typeof value === 'number') return writeNumber(value)
  return typeof value === 'object' && value !== null ? value.map(writeNumber) : value
}

/**
 * The Program as plain data that `JSON.stringify` and {@link programFromJSON} keep to the last bit.
 *
 * @throws KudariError when a constant is a tensor of an enclosing trace, which has no numbers.
 */
export function programToJSON({ values, inputs, constants, instructions, outputs }: Program): ProgramJSON {
  return {
    format: 'kudari-program',
    version: 1,
    values,
    inputs,
    constants: constants.map(({ value, tensor }) => ({ value, data: Array.from(tensor.data, writeNumber) })),
    instructions: instructions.map(({ attributes, ...instruction }) => ({
      ...instruction,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, writeAttribute(value)])),
    })),
    outputs,
  }
}

function fail(place: string, what: Expected, found: unknown): never {
  const text = JSON.stringify(found) ?? 'undefined'
  throw new KudariError('data', programMessages.badProgramFile, {
    place,
    expected: what,
    found: text.length > 40 ? `${text.slice(0, 40)}...` : text,
  })
}

type Fields = Readonly<Record<string, unknown>>

const readObject = (value: unknown, place: string): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : fail(place, expected.object, value)

const readString = (value: unknown, place: string): string =>
  typeof value === 'string' ? value : fail(place, expected.string, value)

function readList<T>(value: unknown, place: string, read: (item: unknown, place: string) => T): T[] {
  if (!Array.isArray(value)) return fail(place, expected.list, value)
  return value.map((item, i) => read(item, `${place}[${i}]`))
}

const readCount = (value: unknown, place: string): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : fail(place, expected.count, value)

const dtypes: ReadonlySet<unknown> = new Set<DType>(['float64', 'float32', 'int32', 'bool'])

function readValue(value: unknown, place: string): Program['values'][number] {
  const { shape, dtype, name } = readObject(value, place)
  if (!dtypes.has(dtype)) return fail(`${place}.dtype`, expected.dtype, dtype)
  const type = { shape: readList(shape, `${place}.shape`, readCount), dtype: dtype as DType }
  return name === undefined ? type : { ...type, name: readString(name, `${place}.name`) }
}

function readNumber(value: unknown, place: string): number {
  const number = unspeakable.get(value) ?? value
  return typeof number === 'number' ? number : fail(place, expected.number, value)
}

function readData(value: unknown, place: string, { shape, dtype }: TensorType): Data {
  const numbers = readList(value, place, readNumber)
  const size = sizeOf(shape)
  if (numbers.length !== size) return fail(place, expected.elements(size), numbers.length)
  const data = allocate(dtype, size)
  data.set(numbers)
  const wrong = numbers.findIndex((number, i) => !Object.is(data[i], number) || (dtype === 'bool' && number > 1))
  return wrong === -1 ? data : fail(`${place}[${wrong}]`, expected.ofDtype(dtype), numbers[wrong])
}

function readAttribute(value: unknown, place: string): Attribute {
  if (Array.isArray(value)) return readList(value, place, readNumber)
  const isPlain = value === null || ['number', 'string', 'boolean'].includes(typeof value)
  if (isPlain) return unspeakable.get(value) ?? (value as Attribute)
  return fail(place, expected.attribute, value)
}

/**
 * The Program that {@link programToJSON} wrote down.
 *
 * @param json what `JSON.parse` gives.
 * @throws KudariError badProgramFile, naming the place, when a field is missing or of another kind, an operation is
 *   unknown or does not give the type that is written there, or a value is used before it is assigned.
 */
export function programFromJSON(json: unknown): Program {
  const file = readObject(json, 'program')
  if (file.format !== 'kudari-program') return fail('format', expected.exactly('"kudari-program"'), file.format)
  if (file.version !== 1) return fail('version', expected.exactly('1'), file.version)
  const values = readList(file.values, 'values', readValue)
  const readId = (value: unknown, place: string): number => {
    const id = readCount(value, place)
    return id < values.length ? id : fail(place, expected.valueBelow(values.length), id)
  }
  const program: Program = {
    values,
    inputs: readList(file.inputs, 'inputs', readId),
    constants: readList(file.constants, 'constants', (item, place) => {
      const { value, data } = readObject(item, place)
      const id = readId(value, `${place}.value`)
      const { name, ...type } = values[id]
      return { value: id, tensor: new Tensor(type, readData(data, `${place}.data`, type), name) }
    }),
    instructions: readList(file.instructions, 'instructions', (item, place) => {
      const { output, operation, inputs, attributes } = readObject(item, place)
      const entries = Object.entries(readObject(attributes, `${place}.attributes`))
      return {
        output: readId(output, `${place}.output`),
        operation: readString(operation, `${place}.operation`),
        inputs: readList(inputs, `${place}.inputs`, readId),
        attributes: Object.fromEntries(
          entries.map(([key, value]) => [key, readAttribute(value, `${place}.attributes.${key}`)]),
        ),
      }
    }),
    outputs: readList(file.outputs, 'outputs', (item, place) => {
      const { name, value } = readObject(item, place)
      return { name: readString(name, `${place}.name`), value: readId(value, `${place}.value`) }
    }),
  }
  checkProgram(program, fail)
  return program
}
