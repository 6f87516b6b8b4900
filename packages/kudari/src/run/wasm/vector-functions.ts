/**
 * The kernels' functions of vectors, taken out of their module: chains write the instructions where they are needed, because
 * a call into another module costs more than the function itself.
 */
import type { Code } from './assembler.ts'

/** A value by its number — 0 is the function's argument, n what step n gives — or the instruction that makes a constant. */
type Operand = number | { readonly constant: Uint8Array }

/** An instruction, and what it takes. */
interface Step {
  readonly instruction: Uint8Array
  readonly operands: readonly Operand[]
}

/** A function of one vector without loops, branches, calls or memory. */
export interface VectorFunctionBody {
  /** The steps 1, 2, ... in order; the last gives the result. */
  readonly steps: readonly Step[]
  /** By value: the last step that takes it. */
  readonly lastUse: ReadonlyMap<Operand, number>
}

/** Where an argument lies, and where its result shall lie: two local variables. */
export interface Registers {
  readonly from: number
  readonly to: number
}

const [I32_CONST, LOCAL_GET, LOCAL_SET, LOCAL_TEE] = [0x41, 0x20, 0x21, 0x22]
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

/** Instructions of vectors that take one operand, and three; the others take two. */
const unary: ReadonlySet<number> = new Set([0x4d, 0x5e, 0x5f, 0xe0, 0xe1, 0xec, 0xed, 0xfa, 0xfe])
const ternary: ReadonlySet<number> = new Set([0x52, 0x105, 0x107])
const operandCount = (vector: number): number => (unary.has(vector) ? 1 : ternary.has(vector) ? 3 : 2)

/** Follows the stack and the local variables through a function: only what straight-line code on vectors is made of is known. */
function readBody(body: Uint8Array): VectorFunctionBody {
  const reader = new Reader(body)
  for (let groups = reader.unsigned(); groups > 0; groups--) {
    reader.unsigned()
    reader.skip(1)
  }
  const steps: Step[] = []
  const stack: Operand[] = []
  const locals = new Map<number, Operand>([[0, 0]])
  // Without the `end` of the function.
  while (reader.at < body.length - 1) {
    const start = reader.at
    const opcode = reader.byte()
    const vector = opcode === VECTOR_PREFIX ? reader.unsigned() : undefined
    if (opcode === LOCAL_GET) stack.push(locals.get(reader.unsigned())!)
    else if (opcode === LOCAL_SET) locals.set(reader.unsigned(), stack.pop()!)
    else if (opcode === LOCAL_TEE) locals.set(reader.unsigned(), stack.at(-1)!)
    else if (opcode === I32_CONST || vector === V128_CONST) {
      if (vector === undefined) reader.unsigned()
      else reader.skip(16)
      stack.push({ constant: body.subarray(start, reader.at) })
    } else if (vector !== undefined) {
      if (vector === SHUFFLE) reader.skip(16)
      const operands = stack.splice(-operandCount(vector))
      stack.push(steps.push({ instruction: body.subarray(start, reader.at), operands }))
    } else throw new TypeError(`the instruction ${opcode} cannot be written inline`)
  }
  if (stack.length !== 1 || stack[0] !== steps.length) throw new TypeError('the last step of a function gives its result')
  const lastUse = new Map(steps.flatMap(({ operands }, i) => operands.map((operand) => [operand, i + 1] as const)))
  return { steps, lastUse }
}

/** Writes a function for vectors side by side: every step for all of them before the next, so that none waits for its own. */
export function writeInline(code: Code, { steps, lastUse }: VectorFunctionBody, vectors: readonly Registers[]): void {
  const values = vectors.map(({ from }) => [from])
  const free: number[] = []
  const push = (operand: Operand, own: readonly number[]): void => {
    if (typeof operand === 'number') code.get(own[operand])
    else if (operand.constant[0] === VECTOR_PREFIX) code.constant(operand.constant.subarray(2))
    else code.raw(operand.constant)
  }
  for (const [i, { instruction, operands }] of steps.entries())
    for (const [v, own] of values.entries()) {
      for (const operand of operands) push(operand, own)
      for (const operand of new Set(operands)) if (typeof operand === 'number' && operand > 0 && lastUse.get(operand) === i + 1) free.push(own[operand])
      own.push(i + 1 === steps.length ? vectors[v].to : (free.pop() ?? code.local('v128')))
      code.raw(instruction).set(own[i + 1])
    }
}
