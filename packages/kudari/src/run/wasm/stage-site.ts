/** Writing the tasks of a stage: where values lie for the rows at hand, and what is called with which arguments. */
import type { ValueId } from '../../program/program.ts'
import { bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Code } from './assembler.ts'
import { type ChainSum, emitChain, storeSum } from './chain.ts'
import { importIndex } from './imports.ts'
import type { TileSite } from './kernel-call.ts'
import { isCutWithResult } from './layout.ts'
import type { Plan, Stage } from './plan.ts'
import { SamplesAtHand } from './samples-at-hand.ts'
import type { Task } from './tasks.ts'
import { type Tiling, rowsOf } from './tiling.ts'
import { type VectorFunctionBody, writeInline } from './vector-functions.ts'

/** Functions of vectors by name, such as `f32_exp`. */
export type VectorFunctions = ReadonlyMap<string, VectorFunctionBody>

/** Numbers that a module reads at fixed places of its block, because they change from run to run. */
export const CELL_BYTES = 4

/** Where everything lies that the module must know. */
export interface Addresses {
  /** Where the plan's block begins. */
  readonly block: number
  /** Cells with the addresses of the tables that rows are picked from, one for each picked input, in order. */
  readonly tables: number
  /** Cell with the address of an int32 for every step (its first row) or every row of every step (its index in the table). */
  readonly picks: number
  /** Cell with the address where the step 0 of a run leaves what is recorded. */
  readonly records: number
  /** Cells with the addresses of the values of inputs that are each step's own, one for each such input, in order. */
  readonly perStep: number
  /** Bytes of a thread's memory that kernels use; its tile values follow. */
  readonly scratchBytes: number
}

/** The parameters of a stage's function. */
const TILE = 0
const THREAD = 1
export const STEP = 2

/** Writes the tasks of a stage; knows where values lie for the rows at hand. */
export class StageSite {
  readonly #plan: Plan
  readonly #code: Code
  readonly #addresses: Addresses
  readonly #functions: VectorFunctions
  readonly #stage: Stage
  readonly #samples: SamplesAtHand

  constructor(plan: Plan, code: Code, addresses: Addresses, functions: VectorFunctions, stage: Stage) {
    this.#plan = plan
    this.#code = code
    this.#addresses = addresses
    this.#functions = functions
    this.#stage = stage
    this.#samples = new SamplesAtHand(code, stage)
  }

  /** All tasks, for what the tile holds. */
  emitTasks(hosts: readonly Task[]): void {
    const { tasks, inBlocks } = this.#stage
    if (inBlocks) for (const task of tasks) this.#clearSums(task)
    this.#samples.forTile(TILE, () => {
      for (const task of tasks) this.#emit(task, hosts)
    })
  }

  /** The blocks of a tile add to its part of a sum. */
  #clearSums(task: Task): void {
    for (const value of task.writes) {
      if (!this.#isSum(task, value)) continue
      const bytes = task.kind === 'chain' ? Float64Array.BYTES_PER_ELEMENT : this.#bytesOf(value)
      this.#pushSum(task, value, bytes)
      this.#code.i32(0).i32(bytes).fillMemory()
    }
  }

  #emit(task: Task, hosts: readonly Task[]): void {
    switch (task.kind) {
      case 'chain':
        return this.#emitChain(task)
      case 'kernel':
        return task.call.emit(this.#tileSite(task))
      case 'combine':
        return this.#emitCombine(task)
      case 'gather':
        return this.#emitGather(task)
      case 'host':
        this.#code.i32(hosts.indexOf(task)).get(STEP).call(importIndex.get('host')!)
    }
  }

  /** Pushes the address of a value: of its rows at hand, or of all. */
  valueAddress(value: ValueId, how: 'tile' | 'whole', tiling?: Tiling): void {
    const { places, roots } = this.#plan
    const code = this.#code
    const root = roots[value]
    const place = places.get(root)
    if (place?.in === 'thread') {
      code.get(THREAD).i32(this.#addresses.scratchBytes + place.offset).op('i32.add')
      return
    }
    if (place) code.i32(this.#addresses.block + place.offset)
    else this.#pushWindow(root)
    if (how === 'whole' || this.#stage.tiles === 1) return
    this.#samples.pushFirst(this.#bytesOf(value), tiling!)
    code.op('i32.add')
  }

  /** Pushes where this step's part of a table begins: its own value, or the rows that are picked. */
  #pushWindow(input: ValueId): void {
    const code = this.#code
    const { program, options } = this.#plan
    const own = (options.perStep ?? []).findIndex((position) => program.inputs[position] === input)
    if (own >= 0) {
      code.i32(this.#addresses.perStep + own * CELL_BYTES).memory('i32.load')
      code.get(STEP).i32(this.#bytesOf(input)).op('i32.mul').op('i32.add')
      return
    }
    const picked = options.picked!.inputs.findIndex((position) => program.inputs[position] === input)
    const { shape, dtype } = program.values[input]
    const perRow = sizeOf(shape.slice(1)) * bytesPerElement[dtype]
    code.i32(this.#addresses.tables + picked * CELL_BYTES).memory('i32.load')
    code.i32(this.#addresses.picks).memory('i32.load').get(STEP).i32(CELL_BYTES).op('i32.mul').op('i32.add').memory('i32.load')
    code.i32(perRow).op('i32.mul').op('i32.add')
  }

  #isSum(task: Task, output: ValueId): boolean {
    return this.#plan.parts.has(output) && task.kind !== 'combine'
  }

  /** Pushes where a sum goes: this tile's part of it, or where there is but one tile and nothing to add up the value itself. */
  #pushSum(task: Task, output: ValueId, partBytes: number): void {
    const code = this.#code
    if (!this.#isSum(task, output)) return this.valueAddress(output, 'whole')
    code.i32(this.#addresses.block + this.#plan.parts.get(output)!)
    if (this.#stage.tiles > 1) code.get(TILE).i32(partBytes).op('i32.mul').op('i32.add')
  }

  #bytesOf(value: ValueId): number {
    const { shape, dtype } = this.#plan.program.values[value]
    return sizeOf(shape) * bytesPerElement[dtype]
  }

  #tileSite(task: Task & { kind: 'kernel' }): TileSite {
    const { instruction, call, tiling } = task
    const rows = rowsOf({ shape: call.cut })
    const code = this.#code
    return {
      code,
      input: (position) => this.valueAddress(instruction.inputs[position], call.reads[position], tiling),
      output: () =>
        call.result === 'sum'
          ? this.#pushSum(task, instruction.output, this.#bytesOf(instruction.output))
          : this.valueAddress(instruction.output, 'tile', tiling),
      firstRow: () => this.#samples.pushFirst(rows, tiling),
      rows: () => this.#samples.pushCount(rows, tiling),
      isAdding: this.#stage.inBlocks,
      scratch: () => void code.get(THREAD),
      call: (kernel) => void code.call(importIndex.get(kernel)!),
    }
  }

  #emitChain(task: Task & { kind: 'chain' }): void {
    const { chain, tiling, writes } = task
    const rows = rowsOf(chain)
    const code = this.#code
    const constants = this.#plan.program.constants
    const sums = new Set(chain.sums.map(({ output }) => output))
    emitChain(chain, {
      code,
      fixedRows: this.#samples.fixed(rows, tiling),
      rows: () => this.#samples.pushCount(rows, tiling),
      address: (value) => this.valueAddress(value, isCutWithResult(chain.loads.get(value) ?? 'same') ? 'tile' : 'whole', tiling),
      constant: (value) => {
        const constant = constants.find((other) => other.value === value)
        return constant?.tensor.size === 1 && !constant.tensor.recorder ? constant.tensor.data[0] : undefined
      },
      isWhole: (value) => this.#plan.program.values[value].dtype === 'int32',
      stores: writes.filter((value) => !sums.has(value)),
      sumAddress: ({ output }: ChainSum) => this.#pushSum(task, output, Float64Array.BYTES_PER_ELEMENT),
      sumsAreParts: chain.sums.some(({ output }) => this.#isSum(task, output)),
      isAdding: this.#stage.inBlocks,
      call: (name, vectors) => writeInline(code, this.#functions.get(name)!, vectors),
    })
  }

  #emitCombine({ value, divisor, fromChain, tiles, tiling }: Task & { kind: 'combine' }): void {
    const code = this.#code
    const { dtype, shape } = this.#plan.program.values[value]
    const parts = this.#addresses.block + this.#plan.parts.get(value)!
    if (!fromChain) {
      const perRow = sizeOf(shape) / Math.max(rowsOf({ shape }), 1)
      code.i32(parts)
      this.#samples.pushFirst(rowsOf({ shape }), tiling)
      code.i32(perRow * bytesPerElement[dtype]).op('i32.mul').op('i32.add').i32(tiles).i32(sizeOf(shape))
      this.valueAddress(value, 'tile', tiling)
      this.#samples.pushCount(rowsOf({ shape }), tiling)
      code.i32(perRow).op('i32.mul').f64(divisor).call(importIndex.get(`${dtype === 'float32' ? 'f32' : 'f64'}_add_partials`)!)
      return
    }
    const [at, total] = [code.local('i32'), code.local('f64')]
    code.f64(0).set(total).i32(parts).set(at)
    code.loop(at, () => code.i32(parts + tiles * 8), 8, () => code.get(total).get(at).memory('f64.load').op('f64.add').set(total))
    this.valueAddress(value, 'whole')
    code.get(total)
    storeSum(code, divisor, dtype as 'float32' | 'float64')
  }

  /** Copies the rows of this tile of this step from the table. */
  #emitGather({ value, tiling }: Task & { kind: 'gather' }): void {
    const code = this.#code
    const { program, options } = this.#plan
    const picked = options.picked!.inputs.findIndex((position) => program.inputs[position] === value)
    const { shape, dtype } = program.values[value]
    const [rows] = shape
    code.i32(this.#addresses.tables + picked * CELL_BYTES).memory('i32.load')
    code.i32(sizeOf(shape.slice(1)) * bytesPerElement[dtype])
    code.i32(this.#addresses.picks).memory('i32.load').get(STEP).i32(rows * CELL_BYTES).op('i32.mul').op('i32.add')
    this.#samples.pushFirst(rows, tiling)
    code.i32(CELL_BYTES).op('i32.mul').op('i32.add')
    this.valueAddress(value, 'tile', tiling)
    this.#samples.pushCount(rows, tiling)
    code.call(importIndex.get('gather_rows')!)
  }
}
