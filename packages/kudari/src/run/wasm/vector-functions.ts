/**
 * The kernels' functions of vectors, taken out of their module: chains write the instructions where they are needed, because
 * a call into another module costs more than the function itself.
 */
import type { Code } from './assembler.ts'
import { type ValueType, valueTypes } from './opcodes.ts'

/** A function of one vector without loops, branches, calls or memory. */
export interface VectorFunctionBody {
  readonly locals: readonly ValueType[]
  readonly instructions: Uint8Array
}

const VECTOR_PREFIX = 0xfd
const V128_CONST = 0x0c
const SHUFFLE = 0x0d

const SECTION = { export: 7, code: 10 } as const

/** Reads bytes of a module one after the other. */
class Reader {
  readonly bytes: Uint8Array
  at: number

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  byte(): number {
    return this.bytes[this.at++]
  }

  /** An unsigned number in LEB128. */
  unsigned(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  skip(count: number): void {
    this.at += count
  }

  text(): string {
    const length = this.unsigned()
    this.at += length
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at))
  }
}

function sectionAt(module: Uint8Array, id: number): Reader {
  const reader = new Reader(module, 8)
  for (;;) {
    const found = reader.byte()
    const length = reader.unsigned()
    if (found === id) return reader
    reader.skip(length)
  }
}

/** How many functions a module imports: none of ours but memory. */
const IMPORTED_FUNCTIONS = 0

/** The functions of those names that a module exports. */
export function takeVectorFunctions(module: Uint8Array, names: readonly string[]): Map<string, VectorFunctionBody> {
  const exported = new Map<string, number>()
  const exports = sectionAt(module, SECTION.export)
  for (let left = exports.unsigned(); left > 0; left--) {
    const name = exports.text()
    exports.skip(1)
    exported.set(name, exports.unsigned() - IMPORTED_FUNCTIONS)
  }
  const bodies: Uint8Array[] = []
  const code = sectionAt(module, SECTION.code)
  for (let left = code.unsigned(); left > 0; left--) {
    const length = code.unsigned()
    bodies.push(module.subarray(code.at, code.at + length))
    code.skip(length)
  }
  return new Map(names.map((name) => [name, readBody(bodies[exported.get(name)!])]))
}

const typeNames = new Map(Object.entries(valueTypes).map(([name, byte]) => [byte as number, name as ValueType]))

function readBody(body: Uint8Array): VectorFunctionBody {
  const reader = new Reader(body)
  const locals: ValueType[] = []
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    const count = reader.unsigned()
    const type = typeNames.get(reader.byte())!
    for (let i = 0; i < count; i++) locals.push(type)
  }
  // Without the `end` of the function.
  return { locals, instructions: body.subarray(reader.at, body.length - 1) }
}

/** Writes the instructions of a function; its argument is on the stack, and then its result. */
export function writeInline(code: Code, { locals, instructions }: VectorFunctionBody): void {
  const own = [code.local('v128'), ...locals.map((type) => code.local(type))]
  code.set(own[0])
  const reader = new Reader(instructions)
  let copied = 0
  const copyUpTo = (end: number): void => {
    if (end > copied) code.raw(instructions.subarray(copied, end))
    copied = end
  }
  while (reader.at < instructions.length) {
    const start = reader.at
    const opcode = reader.byte()
    if (opcode >= 0x20 && opcode <= 0x22) {
      copyUpTo(start)
      const local = own[reader.unsigned()]
      if (opcode === 0x20) code.get(local)
      else if (opcode === 0x21) code.set(local)
      else code.tee(local)
      copied = reader.at
    } else if (opcode === VECTOR_PREFIX && instructions[reader.at] === V128_CONST) {
      copyUpTo(start)
      code.constant(instructions.subarray(reader.at + 1, reader.at + 17))
      reader.skip(17)
      copied = reader.at
    } else skipImmediates(reader, opcode)
  }
  copyUpTo(instructions.length)
}

/** Passes over what follows an opcode. Only what straight-line code on vectors is made of is known. */
function skipImmediates(reader: Reader, opcode: number): void {
  if (opcode === 0x41 || opcode === 0x42) reader.unsigned()
  else if (opcode === 0x43) reader.skip(4)
  else if (opcode === 0x44) reader.skip(8)
  else if (opcode === VECTOR_PREFIX) {
    const vector = reader.unsigned()
    if (vector === SHUFFLE) reader.skip(16)
    else if (vector >= 0x15 && vector <= 0x22) reader.skip(1)
  } else if (opcode < 0x45) throw new TypeError(`the instruction ${opcode} cannot be written inline`)
}
