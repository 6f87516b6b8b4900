/** A machine: a plan with its memory and its module, ready to run steps — alone, or with a crew of threads. */
import { operations } from '../../ops/table.ts'
import type { Program, ValueId } from '../../program/program.ts'
import { type Data, bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { type Arena, type Block, aligned, allocate, release, view } from './arena.ts'
import { type Crewed, joinCrew } from './crew.ts'
import { type RecordLayout, emitModule, hostTasks } from './emit.ts'
import type { StageFunction } from './follower.ts'
import { importedKernels } from './imports.ts'
import { type Kernels, commonKernels, vectorFunctionBodies } from './kernels.ts'
import { type Plan, type PlanOptions, planProgram, tooLarge } from './plan.ts'
import { type Addresses, CELL_BYTES } from './stage-site.ts'
import type { Task } from './tasks.ts'
import { threadMemory } from './thread-memory.ts'
import { productCall } from './blas-call.ts'
import { products } from '../products.ts'

/** What a machine's module exports beside its stages. */
type RunFunction = (first: number, last: number, thread: number) => void

/** How a machine is made. */
export interface MachineOptions extends PlanOptions {
  /** Outputs (by position) whose value after every step is kept. */
  readonly recorded?: readonly number[]
  readonly threads: number
}

export interface Machine {
  readonly plan: Plan
  /** The numbers of a value that has a place of its own: to be read or written between runs. Good until memory grows. */
  numbers(value: ValueId): Data
  /** Sets the tables that rows are picked from, and where each step finds its rows there. */
  setPicks(tables: readonly number[], picks: number): void
  /** Sets where the values of inputs that are each step's own begin. */
  setPerStep(values: readonly number[]): void
  /** Where the records of the next run go. */
  setRecords(address: number): void
  readonly record: RecordLayout
  /** Runs so many steps. */
  run(steps: number): void
}

/** Memory that is free again once a machine is no longer used. */
const released = new FinalizationRegistry<() => void>((give) => give())

const bytesOf = ({ values }: Program, value: ValueId): number => sizeOf(values[value].shape) * bytesPerElement[values[value].dtype]

function recordLayout(program: Program, recorded: readonly number[]): RecordLayout {
  let offset = 0
  const fields = recorded.map((output) => {
    const field = { output, offset }
    offset += Math.ceil(bytesOf(program, program.outputs[output].value) / 8) * 8
    return field
  })
  return { bytes: offset, fields }
}

/** Where things lie in the block of a machine: cells, then the plan's values. */
function layOut(block: Block, plan: Plan, scratchBytes: number): Addresses {
  const tables = block.address
  const picked = plan.options.picked?.inputs.length ?? 0
  return {
    block: tables + cellBytes(plan),
    tables,
    picks: tables + picked * CELL_BYTES,
    records: tables + (picked + 1) * CELL_BYTES,
    perStep: tables + (picked + 2) * CELL_BYTES,
    scratchBytes,
  }
}

const cellBytes = ({ options: { picked, perStep = [] } }: Plan): number => aligned(((picked?.inputs.length ?? 0) + 2 + perStep.length) * CELL_BYTES)

/**
 * A machine for a Program; undefined where WebAssembly has no SIMD.
 *
 * @throws KudariError naming the largest tensors where they do not fit into the memory that WebAssembly can address.
 */
export function createMachine(program: Program, options: MachineOptions, arena: Arena): Machine | undefined {
  const kernels = commonKernels(arena)
  if (!kernels) return undefined
  const plan = planProgram(program, options)
  const { threads } = options
  const scratchBytes = aligned(Math.max(kernels.f32_gemm_scratch(), kernels.f64_gemm_scratch()))
  const perThread = scratchBytes + plan.threadBytes
  const block = allocate(arena, cellBytes(plan) + plan.blockBytes)
  if (!block || !threadMemory(arena, threads, perThread)) throw tooLarge(plan)
  const addresses = layOut(block, plan, scratchBytes)
  const record = recordLayout(program, options.recorded ?? [])
  const module = new WebAssembly.Module(emitModule(plan, addresses, record, vectorFunctionBodies(arena), arena.isShared))
  const locate = (value: ValueId, step: number): number => addressOf(arena, plan, addresses, value, step)
  const numbers = (value: ValueId): Data => view(arena, program.values[value].dtype, locate(value, 0), sizeOf(program.values[value].shape))
  const hosts = hostTasks(plan).map((task) => hostCall(task, plan, arena, locate))
  const imports = importsOf(arena, kernels, (index, step) => hosts[index](step))
  const { exports } = new WebAssembly.Instance(module, { env: imports })
  const runAlone = exports.run as RunFunction
  const stages = plan.stages.map((_, i) => exports[`stage${i}`] as StageFunction)

  for (const { value, tensor } of program.constants) if (!tensor.recorder) numbers(value).set(tensor.data)
  const memoryOf = (count: number): number[] => threadMemory(arena, count, perThread)!
  const canBeShared = threads > 1 && arena.isShared && plan.stages.some(({ tiles }) => tiles > 1)
  const crewed: Crewed | undefined = canBeShared
    ? joinCrew({ arena, module, stages, tiles: plan.stages.map(({ tiles }) => tiles), threads, memoryOf, importNames: importedKernels })
    : undefined
  const setCells = (address: number, contents: readonly number[]): void =>
    new Uint32Array(arena.memory.buffer, address, contents.length).set(contents)
  const machine: Machine = {
    plan,
    numbers,
    record,
    setPicks: (tables, picks) => setCells(addresses.tables, [...tables, picks]),
    setPerStep: (values) => setCells(addresses.perStep, values),
    setRecords: (address) => setCells(addresses.records, [address]),
    run: crewed ? (steps) => crewed.run(steps) : (steps) => runAlone(0, steps, memoryOf(1)[0]),
  }
  released.register(machine, () => {
    crewed?.leave()
    release(arena, block)
  })
  return machine
}

/** The functions that a machine's module imports. */
function importsOf({ memory }: Arena, kernels: Kernels, host: (index: number, step: number) => void): WebAssembly.ModuleImports {
  const functions = Object.fromEntries(importedKernels.map((name) => [name, kernels[name as keyof Kernels]]))
  return { memory, host, ...functions } as unknown as WebAssembly.ModuleImports
}

/** Where a value lies at a step: rows that are picked from a table lie there, wherever they begin, and so do a step's own values. */
function addressOf(arena: Arena, { program, places, roots, options }: Plan, addresses: Addresses, value: ValueId, step: number): number {
  const place = places.get(roots[value])
  if (place?.in === 'block') return addresses.block + place.offset
  if (place) throw new TypeError(`the value ${value} has no place of its own`)
  const cell = (at: number): number => new Uint32Array(arena.memory.buffer, at, 1)[0]
  const indexIn = (positions: readonly number[]): number => positions.findIndex((position) => program.inputs[position] === roots[value])
  const own = indexIn(options.perStep ?? [])
  if (own >= 0) return cell(addresses.perStep + own * CELL_BYTES) + step * bytesOf(program, roots[value])
  const first = cell(cell(addresses.picks) + step * CELL_BYTES)
  const { shape, dtype } = program.values[roots[value]]
  return cell(addresses.tables + indexIn(options.picked!.inputs) * CELL_BYTES) + first * sizeOf(shape.slice(1)) * bytesPerElement[dtype]
}

/** A task that runs outside of the module: by the system's BLAS, or by the reference kernel on the same memory. */
function hostCall(task: Task, plan: Plan, arena: Arena, locate: (value: ValueId, step: number) => number): (step: number) => void {
  if (task.kind !== 'host') throw new TypeError('only host tasks run outside')
  const { output, operation, inputs, attributes } = task.instruction
  const { values } = plan.program
  if (task.by === 'products') return productCall(products()!, task.instruction, values, locate)
  const { kernel } = operations.get(operation)!
  const numbers = (value: ValueId, step: number): Data => view(arena, values[value].dtype, locate(value, step), sizeOf(values[value].shape))
  return (step) => {
    const operands = inputs.map((id) => new Tensor(values[id], numbers(id, step)))
    numbers(output, step).set(kernel(operands, attributes, values[output]))
  }
}
