/** An assembler for WebAssembly: modules of functions that import one memory and other functions, as bytes. */

import { type Instruction, type LaneStore, type MemoryInstruction, type ValueType, laneStores, memory, plain, valueTypes, vector } from './opcodes.ts'

/** What a function takes and gives. */
export interface Signature {
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

const V128_CONST = [0xfd, 0x0c]

/** A number in LEB128, seven bits a byte. */
function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  do {
    const low = rest % 128
    rest = Math.floor(rest / 128)
    bytes.push(rest > 0 ? low | 128 : low)
  } while (rest > 0)
  return bytes
}

/** A signed 32-bit number in LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = []
  let rest = value | 0
  for (;;) {
    const low = rest & 127
    rest >>= 7
    const isDone = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)
    bytes.push(isDone ? low : low | 128)
    if (isDone) return bytes
  }
}

/** The body of a function, written instruction by instruction. The stack is the caller's business. */
export class Code {
  readonly #bytes: number[] = []
  readonly #locals: ValueType[] = []
  readonly #parameters: number
  /** Vectors that never change, each in a local variable of its own, by their bytes. */
  readonly #constants = new Map<string, { readonly local: number; readonly bytes: Uint8Array }>()

  constructor(parameters: number) {
    this.#parameters = parameters
  }

  /** A new local variable. */
  local(type: ValueType): number {
    return this.#parameters + this.#locals.push(type) - 1
  }

  get(local: number): this {
    this.#bytes.push(0x20, ...unsigned(local))
    return this
  }

  set(local: number): this {
    this.#bytes.push(0x21, ...unsigned(local))
    return this
  }

  tee(local: number): this {
    this.#bytes.push(0x22, ...unsigned(local))
    return this
  }

  /** Instructions as bytes, from elsewhere. */
  raw(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte)
    return this
  }

  op(instruction: Instruction): this {
    if (instruction in plain) this.#bytes.push(plain[instruction as keyof typeof plain])
    else this.#bytes.push(0xfd, ...unsigned(vector[instruction as keyof typeof vector]))
    return this
  }

  /** A 32-bit constant: a count, or an address up to 4 GiB. */
  i32(value: number): this {
    this.#bytes.push(0x41, ...signed(value))
    return this
  }

  f64(value: number): this {
    this.#bytes.push(0x44, ...new Uint8Array(Float64Array.of(value).buffer))
    return this
  }

  /** A vector of equal numbers. */
  splat(value: number, lanes: 'f32x4' | 'f64x2'): this {
    const numbers = lanes === 'f32x4' ? Float32Array.from([value, value, value, value]) : Float64Array.of(value, value)
    return this.constant(new Uint8Array(numbers.buffer))
  }

  /**
   * A vector of 16 bytes. It is made once, where the function begins: engines make constants anew wherever they stand, which
   * in a loop takes longer than to read them back from the stack.
   */
  constant(bytes: Uint8Array): this {
    if (bytes.every((byte) => byte === 0)) {
      this.#bytes.push(...V128_CONST, ...bytes)
      return this
    }
    const key = bytes.join()
    const known = this.#constants.get(key) ?? { local: this.local('v128'), bytes: bytes.slice() }
    this.#constants.set(key, known)
    return this.get(known.local)
  }

  /** A load or store at the address on the stack plus `offset`; nothing is assumed about alignment. */
  memory(instruction: MemoryInstruction, offset = 0): this {
    this.#bytes.push(...memory[instruction], 0, ...unsigned(offset))
    return this
  }

  storeFirstLane(instruction: LaneStore, offset = 0): this {
    this.#bytes.push(0xfd, laneStores[instruction], 0, ...unsigned(offset), 0)
    return this
  }

  /** A lane of a vector as a number. */
  extract(lanes: 'f32x4' | 'f64x2', lane: number): this {
    this.#bytes.push(0xfd, lanes === 'f32x4' ? 0x1f : 0x21, lane)
    return this
  }

  /** The upper two float32 of the vector that lies twice on the stack, moved down. */
  upperHalf(): this {
    const lanes = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]
    this.#bytes.push(0xfd, 0x0d, ...lanes)
    return this
  }

  call(functionIndex: number): this {
    this.#bytes.push(0x10, ...unsigned(functionIndex))
    return this
  }

  /** Copies bytes: destination, source and length are on the stack. */
  copyMemory(): this {
    this.#bytes.push(0xfc, 0x0a, 0, 0)
    return this
  }

  /** Fills bytes with one: destination, byte and length are on the stack. */
  fillMemory(): this {
    this.#bytes.push(0xfc, 0x0b, 0)
    return this
  }

  /** The body runs once, and again while it leaves a number other than 0. */
  repeatWhile(body: () => void): this {
    this.#bytes.push(0x03, 0x40)
    body()
    this.#bytes.push(0x0d, 0, 0x0b)
    return this
  }

  /** `for (; counter < limit; counter += step)`: the limit is computed before every round. */
  loop(counter: number, limit: () => void, step: number, body: () => void): this {
    // block { loop { if !(counter < limit) leave; body; counter += step; again } }
    this.#bytes.push(0x02, 0x40, 0x03, 0x40)
    this.get(counter)
    limit()
    this.op('i32.lt_u').op('i32.eqz')
    this.#bytes.push(0x0d, 1)
    body()
    this.get(counter).i32(step).op('i32.add').set(counter)
    this.#bytes.push(0x0c, 0, 0x0b, 0x0b)
    return this
  }

  /** The function as the code section holds it. */
  finish(): number[] {
    const locals = this.#locals.flatMap((type) => [1, valueTypes[type]])
    const constants = [...this.#constants.values()].flatMap(({ local, bytes }) => [...V128_CONST, ...bytes, 0x21, ...unsigned(local)])
    const body = [...unsigned(this.#locals.length), ...locals, ...constants, ...this.#bytes, 0x0b]
    return [...unsigned(body.length), ...body]
  }
}

/** A module in the making. */
export interface ModuleParts {
  /** Whether the memory is shared between threads. */
  readonly isShared: boolean
  /** Functions from outside, by the module `env` and a name; they have the indices 0, 1, ... */
  readonly imports: readonly { readonly name: string; readonly signature: Signature }[]
  /** Functions of its own, which follow the imported ones. Those with a name are exported. */
  readonly functions: readonly { readonly name?: string; readonly signature: Signature; readonly code: Code }[]
}

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content]
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()]
const text = (value: string): number[] => {
  const bytes = new TextEncoder().encode(value)
  return [...unsigned(bytes.length), ...bytes]
}
const typesOf = (types: readonly ValueType[]): number[] => list(types.map((type) => [valueTypes[type]]))

/** The most pages of 64 KiB that a memory can have: 4 GiB. */
export const MOST_PAGES = 65536

/** What every module begins with: its name, and the version of the format. */
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]

/** The module as bytes; its memory is imported as `env.memory`. */
export function assemble({ isShared, imports, functions }: ModuleParts): Uint8Array<ArrayBuffer> {
  const signatures = [...imports, ...functions].map(({ signature }) => [
    0x60,
    ...typesOf(signature.parameters),
    ...typesOf(signature.results),
  ])
  const memoryType = [0x02, isShared ? 0x03 : 0x01, ...unsigned(1), ...unsigned(MOST_PAGES)]
  const imported = [
    [...text('env'), ...text('memory'), ...memoryType],
    ...imports.map(({ name }, i) => [...text('env'), ...text(name), 0x00, ...unsigned(i)]),
  ]
  const exported = functions.flatMap(({ name }, i) =>
    name === undefined ? [] : [[...text(name), 0x00, ...unsigned(imports.length + i)]],
  )
  return Uint8Array.from([
    ...HEADER,
    ...section(1, list(signatures)),
    ...section(2, list(imported)),
    ...section(3, list(functions.map((_, i) => unsigned(imports.length + i)))),
    ...section(7, list(exported)),
    ...section(10, list(functions.map(({ code }) => code.finish()))),
  ])
}
