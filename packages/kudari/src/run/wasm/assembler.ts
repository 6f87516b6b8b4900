/** An assembler for WebAssembly: modules of functions that import one memory and other functions, as bytes. */

/** Value types, as the format numbers them. */
export const valueTypes = { i32: 0x7f, i64: 0x7e, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const
export type ValueType = keyof typeof valueTypes

/** What a function takes and gives. */
export interface Signature {
  readonly parameters: readonly ValueType[]
  readonly results: readonly ValueType[]
}

/** Plain instructions by their name in the format's text form. */
const plain = {
  return: 0x0f,
  drop: 0x1a,
  'i32.eqz': 0x45,
  'i32.lt_u': 0x49,
  'i32.add': 0x6a,
  'i32.sub': 0x6b,
  'i32.mul': 0x6c,
  'i32.and': 0x71,
  'f64.add': 0xa0,
  'f64.mul': 0xa2,
  'f64.div': 0xa3,
  'f32.demote_f64': 0xb6,
  'f64.promote_f32': 0xbb,
} as const

/** Instructions on vectors of four float32 or two float64, after the prefix 0xfd. */
const vector = {
  'f32x4.splat': 0x13,
  'f64x2.splat': 0x14,
  'f32x4.eq': 0x41,
  'f32x4.ne': 0x42,
  'f32x4.lt': 0x43,
  'f32x4.gt': 0x44,
  'f32x4.le': 0x45,
  'f32x4.ge': 0x46,
  'f64x2.eq': 0x47,
  'f64x2.ne': 0x48,
  'f64x2.lt': 0x49,
  'f64x2.gt': 0x4a,
  'f64x2.le': 0x4b,
  'f64x2.ge': 0x4c,
  'v128.not': 0x4d,
  'v128.and': 0x4e,
  'v128.andnot': 0x4f,
  'v128.or': 0x50,
  'v128.xor': 0x51,
  'v128.bitselect': 0x52,
  'f64x2.promote_low_f32x4': 0x5f,
  'f32x4.ceil': 0x67,
  'f32x4.floor': 0x68,
  'f32x4.nearest': 0x6a,
  'f64x2.ceil': 0x74,
  'f64x2.floor': 0x75,
  'f64x2.nearest': 0x94,
  'f32x4.abs': 0xe0,
  'f32x4.neg': 0xe1,
  'f32x4.sqrt': 0xe3,
  'f32x4.add': 0xe4,
  'f32x4.sub': 0xe5,
  'f32x4.mul': 0xe6,
  'f32x4.div': 0xe7,
  'f32x4.min': 0xe8,
  'f32x4.max': 0xe9,
  'f64x2.abs': 0xec,
  'f64x2.neg': 0xed,
  'f64x2.sqrt': 0xef,
  'f64x2.add': 0xf0,
  'f64x2.sub': 0xf1,
  'f64x2.mul': 0xf2,
  'f64x2.div': 0xf3,
  'f64x2.min': 0xf4,
  'f64x2.max': 0xf5,
} as const

/** Loads and stores with the prefix 0x00 (plain) or 0xfd (vectors). */
const memory = {
  'i32.load': [0x28],
  'f32.load': [0x2a],
  'f64.load': [0x2b],
  'i32.store': [0x36],
  'f32.store': [0x38],
  'f64.store': [0x39],
  'v128.load': [0xfd, 0x00],
  'v128.load32_splat': [0xfd, 0x09],
  'v128.load64_splat': [0xfd, 0x0a],
  'v128.store': [0xfd, 0x0b],
  'v128.load32_zero': [0xfd, 0x5c],
  'v128.load64_zero': [0xfd, 0x5d],
} as const

/** Stores of the first lane. */
const laneStores = { 'v128.store32_lane': 0x5a, 'v128.store64_lane': 0x5b } as const

export type Instruction = keyof typeof plain | keyof typeof vector
export type MemoryInstruction = keyof typeof memory
export type LaneStore = keyof typeof laneStores

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
