/** Chains: elementwise instructions of one shape as one loop, whose values stay in registers. */
import type { Instruction as Step, ValueId } from '../../program/program.ts'
import type { Shape } from '../../tensor/shape.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Code } from './assembler.ts'
import { type Lanes, type VectorFunction, isVectorFunction, laneCount, lanesOf, numbers, truths, wholeTruths } from './formulas.ts'
import type { Layout } from './layout.ts'
import type { Registers } from './vector-functions.ts'

/** The sum of all numbers of a value, collected while the chain runs. */
export interface ChainSum {
  readonly value: ValueId
  readonly output: ValueId
  /** What the sum is divided by: 1, or how many numbers there are for a mean. */
  readonly divisor: number
}

/** Elementwise instructions that run as one loop over a shape. */
export interface Chain {
  readonly shape: Shape
  readonly dtype: 'float32' | 'float64'
  /** In order: every value is computed before it is used. */
  readonly members: Step[]
  /** Values that come from memory, and how they lie. */
  readonly loads: Map<ValueId, Layout>
  readonly sums: ChainSum[]
}

/** Where a chain finds and leaves its numbers. */
export interface ChainSite {
  readonly code: Code
  /** Rows in this tile where that is known beforehand; else {@link rows} pushes their number. */
  readonly fixedRows: number | undefined
  rows(): void
  /** Pushes where a value begins: its numbers of this tile, or all where it is the same for every tile. */
  address(value: ValueId): void
  /** The number that a value is known to be. */
  constant(value: ValueId): number | undefined
  /** Whether a value is int32 rather than the chain's float. */
  isWhole(value: ValueId): boolean
  /** Members that are needed in memory. */
  readonly stores: readonly ValueId[]
  /** Pushes where a sum goes: a part of it, as float64, or the finished number. */
  sumAddress(sum: ChainSum): void
  readonly sumsAreParts: boolean
  /** Whether sums are added to the parts that are there. */
  readonly isAdding: boolean
  /** Computes a function of vectors, from one register to another each. */
  call(name: `${'f32' | 'f64'}_${VectorFunction}`, vectors: readonly Registers[]): void
}

/** Loops of so few vectors are written out. */
const WRITTEN_OUT = 8
const VECTOR_BYTES = 16
/**
 * Vectors that are computed side by side where a chain has functions. Each instruction of a function waits for the one before it:
 * four vectors take 2.5 ns a number of sigmoid and softplus where one takes 3.9, and three no longer than four.
 */
const SIDE_BY_SIDE = 4

/** Where the numbers of one round lie: some vectors side by side, or a single lane, at a fixed or counted distance from the start. */
interface Round {
  readonly kind: 'vectors' | 'lane'
  readonly count: number
  readonly offset: number
  /** A local that is added to addresses. */
  readonly counter?: number
}

/** Registers of a running sum: two lanes of float64 at a time, and what single lanes add. */
interface Accumulator {
  readonly sum: ChainSum
  readonly low: number
  readonly high: number
  readonly rest: number
}

/** Whether a number, and its reciprocal, are exact powers of two: 512 is, the size of a batch. */
const isPowerOfTwo = (value: number): boolean => value > 0 && value <= 2 ** 100 && value >= 2 ** -100 && Number.isInteger(Math.log2(value)) && 2 ** Math.log2(value) === value

/** Writes the loop of a chain. */
export function emitChain({ shape, dtype, members, loads, sums }: Chain, site: ChainSite): void {
  const { code } = site
  const lanes = lanesOf(dtype)
  const bytes = VECTOR_BYTES / laneCount[lanes]
  const sideBySide = members.some(({ operation }) => isVectorFunction(operation)) ? SIDE_BY_SIDE : 1
  /** By value, for each of the vectors side by side; what is one number for all of them has one register. */
  const registers = Array.from({ length: sideBySide }, () => new Map<ValueId, number>())
  const pointers = new Map<ValueId, number>()
  const pointer = (value: ValueId): void => {
    const local = code.local('i32')
    site.address(value)
    code.set(local)
    pointers.set(value, local)
  }
  for (const [value, layout] of loads) {
    const common = layout === 'single' || layout === 'column' ? code.local('v128') : undefined
    for (const own of registers) own.set(value, common ?? code.local('v128'))
    if (layout !== 'single') pointer(value)
    else loadSingle(site, value, common!, lanes)
  }
  for (const own of registers) for (const { output } of members) own.set(output, code.local('v128'))
  for (const value of site.stores) pointer(value)
  const accumulators = sums.map((sum) => startSum(code, sum))

  const at = (value: ValueId, { counter, offset }: Round): number => {
    code.get(pointers.get(value)!)
    if (counter !== undefined) code.get(counter).op('i32.add')
    return offset
  }
  const round = (where: Round): void => {
    const used = registers.slice(0, where.count)
    for (const [value, layout] of loads)
      if (layout === 'same' || layout === 'row' || layout === 'block')
        for (const [i, own] of used.entries()) {
          const offset = at(value, where) + i * VECTOR_BYTES
          code.memory(where.kind === 'vectors' ? 'v128.load' : `v128.load${bytes === 4 ? 32 : 64}_zero`, offset)
          code.set(own.get(value)!)
        }
    for (const step of members) computeMember(step, site, lanes, used)
    for (const value of site.stores)
      for (const [i, own] of used.entries()) {
        const offset = at(value, where) + i * VECTOR_BYTES
        code.get(own.get(value)!)
        if (where.kind === 'vectors') code.memory('v128.store', offset)
        else code.storeFirstLane(`v128.store${bytes === 4 ? 32 : 64}_lane`, offset)
      }
    for (const accumulator of accumulators) for (const own of used) addToSum(code, accumulator, own, lanes, where.kind)
  }

  /** Lines of the last axis, one after the other, so many as `end` pushes. */
  const lines = (end: () => void): void => {
    const columns = shape.at(-1)!
    const counter = code.local('i32')
    code.i32(0).set(counter)
    code.loop(counter, end, 1, () => {
      for (const [value, layout] of loads)
        if (layout === 'column') {
          code.get(pointers.get(value)!).memory(`v128.load${bytes === 4 ? 32 : 64}_splat`).set(registers[0].get(value)!)
        }
      line(code, { fixed: columns * bytes }, bytes, sideBySide, round)
      for (const [value, local] of pointers) {
        const layout = loads.get(value) ?? 'same'
        if (layout === 'same' || layout === 'column') code.get(local).i32(layout === 'column' ? bytes : columns * bytes).op('i32.add').set(local)
      }
    })
  }
  const layouts = new Set(loads.values())
  if (layouts.has('block')) {
    const [counter, end] = [code.local('i32'), code.local('i32')]
    site.rows()
    code.set(end).i32(0).set(counter)
    code.loop(counter, () => code.get(end), 1, () => {
      lines(() => code.i32(sizeOf(shape.slice(1, -1))))
      for (const [value, layout] of loads)
        if (layout === 'block') {
          const local = pointers.get(value)!
          code.get(local).i32(shape.at(-1)! * bytes).op('i32.add').set(local)
        }
    })
  } else if (layouts.has('row') || layouts.has('column')) {
    const end = code.local('i32')
    site.rows()
    code.i32(sizeOf(shape.slice(1, -1))).op('i32.mul').set(end)
    lines(() => code.get(end))
  } else {
    const perRow = shape.length === 0 ? bytes : sizeOf(shape.slice(1)) * bytes
    const { fixedRows } = site
    if (fixedRows !== undefined) line(code, { fixed: fixedRows * perRow }, bytes, sideBySide, round)
    else {
      const length = code.local('i32')
      site.rows()
      code.i32(perRow).op('i32.mul').set(length)
      line(code, { local: length }, bytes, sideBySide, round)
    }
  }
  for (const accumulator of accumulators) finishSum(accumulator, site, dtype)
}

/** Numbers one after the other: vectors side by side, then those that are left one by one, and the rest lane by lane. */
function line(
  code: Code,
  length: { readonly fixed: number } | { readonly local: number },
  bytes: number,
  sideBySide: number,
  round: (where: Round) => void,
): void {
  const together = sideBySide * VECTOR_BYTES
  const fixed = 'fixed' in length ? length.fixed : undefined
  if (fixed !== undefined) {
    const vectors = Math.floor(fixed / VECTOR_BYTES)
    const rest = (fixed - vectors * VECTOR_BYTES) / bytes
    if (vectors + rest <= WRITTEN_OUT) {
      for (let i = 0; i < vectors; i += sideBySide) round({ kind: 'vectors', count: Math.min(sideBySide, vectors - i), offset: i * VECTOR_BYTES })
      for (let i = 0; i < rest; i++) round({ kind: 'lane', count: 1, offset: vectors * VECTOR_BYTES + i * bytes })
      return
    }
  }
  const counter = code.local('i32')
  code.i32(0).set(counter)
  /** Rounds of so many bytes, a power of 2, as long as they are whole. */
  const rounds = (size: number, kind: Round['kind'], count: number): void => {
    const end = code.local('i32')
    if ('fixed' in length) code.i32(length.fixed - (length.fixed % size))
    else code.get(length.local).i32(-size).op('i32.and')
    code.set(end)
    code.loop(counter, () => code.get(end), size, () => round({ kind, count, offset: 0, counter }))
  }
  rounds(together, 'vectors', sideBySide)
  if (sideBySide > 1 && (fixed === undefined || fixed % together >= VECTOR_BYTES)) rounds(VECTOR_BYTES, 'vectors', 1)
  if (fixed === undefined || fixed % VECTOR_BYTES > 0) rounds(bytes, 'lane', 1)
}

function loadSingle(site: ChainSite, value: ValueId, register: number, lanes: Lanes): void {
  const { code } = site
  const known = site.constant(value)
  if (known === undefined) {
    site.address(value)
    code.memory(lanes === 'f32x4' ? 'v128.load32_splat' : 'v128.load64_splat')
  } else if (site.isWhole(value)) code.constant(new Uint8Array(Int32Array.of(known, known, known, known).buffer))
  else code.splat(known, lanes)
  code.set(register)
}

/** Computes a member for vectors side by side. */
function computeMember({ output, operation, inputs }: Step, site: ChainSite, lanes: Lanes, registers: readonly ReadonlyMap<ValueId, number>[]): void {
  const { code } = site
  if (isVectorFunction(operation)) {
    const vectors = registers.map((own) => ({ from: own.get(inputs[0])!, to: own.get(output)! }))
    site.call(`${lanes === 'f32x4' ? 'f32' : 'f64'}_${operation}`, vectors)
    return
  }
  const divisor = operation === 'divide' ? site.constant(inputs[1]) : undefined
  const formula = (site.isWhole(inputs[0]) ? wholeTruths : truths)[operation] ?? numbers[operation]
  for (const own of registers) {
    // The product with the reciprocal is the same number, and many times as fast.
    if (divisor !== undefined && isPowerOfTwo(divisor)) code.get(own.get(inputs[0])!).splat(1 / divisor, lanes).op(`${lanes}.mul`)
    else formula({ code, lanes, operand: (position) => void code.get(own.get(inputs[position])!) })
    code.set(own.get(output)!)
  }
}

function startSum(code: Code, sum: ChainSum): Accumulator {
  const accumulator = { sum, low: code.local('v128'), high: code.local('v128'), rest: code.local('f64') }
  code.splat(0, 'f64x2').set(accumulator.low).splat(0, 'f64x2').set(accumulator.high).f64(0).set(accumulator.rest)
  return accumulator
}

/** Sums are formed in float64, whatever the numbers are. */
function addToSum(code: Code, { sum, low, high, rest }: Accumulator, registers: Map<ValueId, number>, lanes: Lanes, kind: Round['kind']): void {
  const value = registers.get(sum.value)!
  const promote = (): void => {
    if (lanes === 'f32x4') code.op('f64x2.promote_low_f32x4')
  }
  if (kind === 'lane') {
    code.get(rest).get(value)
    promote()
    code.extract('f64x2', 0).op('f64.add').set(rest)
    return
  }
  code.get(low).get(value)
  promote()
  code.op('f64x2.add').set(low)
  if (lanes === 'f64x2') return
  code.get(high).get(value).get(value).upperHalf()
  promote()
  code.op('f64x2.add').set(high)
}

function finishSum({ sum, low, high, rest }: Accumulator, site: ChainSite, dtype: Chain['dtype']): void {
  const { code } = site
  site.sumAddress(sum)
  code.get(low).get(high).op('f64x2.add').tee(low).extract('f64x2', 0)
  code.get(low).extract('f64x2', 1).op('f64.add').get(rest).op('f64.add')
  if (site.isAdding) {
    site.sumAddress(sum)
    code.memory('f64.load').op('f64.add')
  }
  if (site.sumsAreParts) code.memory('f64.store')
  else storeSum(code, sum.divisor, dtype)
}

/** Divides the float64 on the stack, and stores it at the address below it. */
export function storeSum(code: Code, divisor: number, dtype: Chain['dtype']): void {
  if (divisor !== 1) code.f64(divisor).op('f64.div')
  if (dtype === 'float32') code.op('f32.demote_f64').memory('f32.store')
  else code.memory('f64.store')
}
