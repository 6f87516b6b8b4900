/** From a Program to tasks: chains, kernel calls and reference kernels, each with what it reads, and when it may run. */
import { type Instruction, type Program, type ValueId } from '../../program/program.ts'
import { isFloat } from '../../tensor/dtype.ts'
import { type Shape, sameShape, sizeOf } from '../../tensor/shape.ts'
import { type Chain, type ChainSum } from './chain.ts'
import { isVectorFunction, numbers, truths, wholeTruths } from './formulas.ts'
import type { KernelCall } from './kernel-call.ts'
import { kernelCall } from './kernel-calls.ts'
import { isCutWithResult, layoutOf } from './layout.ts'
import type { Tiling } from './tiling.ts'

/** What a task needs from memory: the same rows of a value only, or all of it. */
export interface Read {
  readonly value: ValueId
  readonly how: 'tile' | 'whole'
}

interface CommonTask {
  /** Tasks of a level need nothing of one another but rows of the same tile. */
  readonly level: number
  /** How it is cut into tiles; a single tile for tasks that run as a whole. */
  readonly tiling: Tiling
  readonly reads: Read[]
  /** Values it leaves in memory. */
  readonly writes: ValueId[]
}

/** Something to run, for every tile of its rows. */
export type Task = CommonTask &
  (
    | { readonly kind: 'chain'; readonly chain: Chain }
    | { readonly kind: 'kernel'; readonly call: KernelCall; readonly instruction: Instruction }
    /** Adds up what the tiles of a task gave. */
    | { readonly kind: 'combine'; readonly value: ValueId; readonly divisor: number; readonly fromChain: boolean; readonly tiles: number }
    /** Fetches the rows of this step from a larger table. */
    | { readonly kind: 'gather'; readonly value: ValueId }
    /** Runs outside, on the calling thread: by the reference kernel, or by the system's BLAS. */
    | { readonly kind: 'host'; readonly instruction: Instruction; readonly by: 'reference' | 'products' }
  )

/** Operations whose output has the elements of their input, in the same order. */
export const views: ReadonlySet<string> = new Set(['reshape'])

/** For each value the one whose memory it has: itself, or for a view what it looks at. */
export function rootsOf({ values, instructions }: Program): ValueId[] {
  const roots = values.map((_, id) => id)
  for (const { output, operation, inputs } of instructions) if (views.has(operation)) roots[output] = roots[inputs[0]]
  return roots
}

/** What decides how instructions run. */
export interface TaskOptions {
  readonly tilingOf: (shape: Shape) => Tiling
  /** Whether the system's BLAS takes this product. */
  readonly isForProducts: (instruction: Instruction) => boolean
  /** Inputs whose rows are picked from a larger table at every step. */
  readonly gathered: readonly ValueId[]
}

const isReduction = (operation: string): boolean => operation === 'sum' || operation === 'mean'

/** The tasks of a Program, in an order in which they can run one after the other. */
export function tasksOf(program: Program, { tilingOf, isForProducts, gathered }: TaskOptions): Task[] {
  const { values, instructions, outputs } = program
  const roots = rootsOf(program)
  const whole = tilingOf([])
  const definitions = new Map(instructions.map((instruction) => [instruction.output, instruction]))
  const tasks: Task[] = []
  /** The task that gives a value: for a sum of tiles the one that adds them up. */
  const producers = new Map<ValueId, Task>()
  const chainOf = new Map<ValueId, Task>()
  /** Truth values, and numbers made of them, that chains compute for themselves where they need them. */
  const masks = maskValues(program)

  /** The operands of an instruction in a chain, with masks replaced by what they are made of. */
  const expanded = (instruction: Instruction): Instruction[] => {
    const steps: Instruction[] = []
    const visit = (step: Instruction): void => {
      for (const input of step.inputs) if (masks.has(input)) visit(definitions.get(input)!)
      if (!steps.includes(step)) steps.push(step)
    }
    visit(instruction)
    return steps
  }

  /** The level at which a task may run that reads so, and how its reads are to be seen. */
  const levelFor = (tiling: Tiling, reads: readonly Read[]): number => {
    let level = 0
    for (const { value, how } of reads) {
      const producer = producers.get(roots[value])
      if (!producer) continue
      const isSameTile = how === 'tile' && producer.tiling === tiling
      level = Math.max(level, isSameTile ? producer.level : producer.level + 1)
    }
    return level
  }

  const add = (task: Task): void => {
    tasks.push(task)
    for (const value of task.writes) producers.set(value, task)
  }

  /** After the tasks whose tiles give parts of a sum. */
  const addCombine = (value: ValueId, { level, tiling: { tiles } }: Task, divisor: number, fromChain: boolean): void => {
    const tiling = fromChain ? whole : tilingOf(values[value].shape)
    if (tiles > 1 || (!fromChain && divisor !== 1))
      add({ kind: 'combine', value, divisor, fromChain, tiles, level: level + 1, tiling, reads: [{ value, how: 'whole' }], writes: [value] })
  }

  const readsOf = (shape: Shape, inputs: readonly ValueId[]): Read[] =>
    inputs.map((value) => {
      const layout = layoutOf(values[value].shape, shape)!
      return { value, how: isCutWithResult(layout) && shape.length > 0 ? 'tile' : 'whole' }
    })

  /** The chain that an instruction of this shape can join, or a new one. */
  const chainFor = (shape: Shape, dtype: Chain['dtype'], inputs: readonly ValueId[]): Task & { kind: 'chain' } => {
    const tiling = tilingOf(shape)
    const reads = readsOf(shape, inputs)
    const level = levelFor(tiling, reads)
    const found = tasks.findLast(
      (task): task is Task & { kind: 'chain' } =>
        task.kind === 'chain' && task.level === level && task.chain.dtype === dtype && sameShape(task.chain.shape, shape),
    )
    const position = found ? tasks.indexOf(found) : -1
    const isReady = (value: ValueId): boolean => {
      const producer = producers.get(roots[value])
      if (!producer || producer.level < level) return true
      // A view of a member, or a sum of the chain itself, is not to be had while the chain runs.
      return producer === found ? chainOf.get(value) === found : tasks.indexOf(producer) < position
    }
    if (found && inputs.every(isReady)) return found
    const task: Task & { kind: 'chain' } = {
      kind: 'chain',
      chain: { shape, dtype, members: [], loads: new Map(), sums: [] },
      level,
      tiling,
      reads: [],
      writes: [],
    }
    tasks.push(task)
    return task
  }

  const addToChain = (task: Task & { kind: 'chain' }, steps: readonly Instruction[]): void => {
    const { chain } = task
    const isMember = (value: ValueId): boolean => chain.members.some(({ output }) => output === value)
    for (const step of steps) {
      if (isMember(step.output)) continue
      for (const value of step.inputs) load(task, value)
      chain.members.push(step)
      if (masks.has(step.output)) continue
      chainOf.set(step.output, task)
      producers.set(step.output, task)
    }
  }

  const load = (task: Task & { kind: 'chain' }, value: ValueId): void => {
    const { chain } = task
    if (chain.loads.has(value) || chain.members.some(({ output }) => output === value)) return
    chain.loads.set(value, layoutOf(values[value].shape, chain.shape)!)
    task.reads.push(...readsOf(chain.shape, [value]))
  }

  for (const value of gathered)
    add({ kind: 'gather', value, level: 0, tiling: tilingOf(values[value].shape), reads: [], writes: [value] })
  for (const instruction of instructions) {
    const { output, operation, inputs, attributes } = instruction
    const type = values[output]
    if (views.has(operation) || masks.has(output)) continue
    if (isChainable(program, instruction, masks)) {
      const steps = expanded(instruction)
      const leaves = [...new Set(steps.flatMap((step) => step.inputs.filter((value) => !masks.has(value))))]
      addToChain(chainFor(type.shape, type.dtype as Chain['dtype'], leaves), steps)
      continue
    }
    const isTotal = isReduction(operation) && Array.isArray(attributes.axes) && attributes.axes.length === values[inputs[0]].shape.length
    if (isTotal && isFloat(values[inputs[0]].dtype) && values[inputs[0]].dtype === type.dtype) {
      const [value] = inputs
      const { shape, dtype } = values[value]
      const count = sizeOf(shape)
      const task = chainOf.get(value) ?? chainFor(shape, dtype as Chain['dtype'], [value])
      if (task.kind !== 'chain') throw new TypeError('a chain holds chains only')
      if (chainOf.get(value) !== task) load(task, value)
      const sum: ChainSum = { value, output, divisor: operation === 'mean' ? count : 1 }
      task.chain.sums.push(sum)
      task.writes.push(output)
      producers.set(output, task)
      addCombine(output, task, sum.divisor, true)
      continue
    }
    if (operation === 'matmul' && isForProducts(instruction)) {
      addHost(instruction, 'products')
      continue
    }
    const call = kernelCall(operation, inputs.map((id) => values[id]), attributes, type, tilingOf)
    if (!call) {
      addHost(instruction, 'reference')
      continue
    }
    const reads = inputs.map((value, i): Read => ({ value, how: call.reads[i] }))
    const tiling = tilingOf(call.cut)
    const task: Task = { kind: 'kernel', call, instruction, level: levelFor(tiling, reads), tiling, reads, writes: [output] }
    add(task)
    if (call.result === 'sum') addCombine(output, task, call.divisor, false)
  }

  function addHost(instruction: Instruction, by: 'reference' | 'products'): void {
    const reads = instruction.inputs.map((value): Read => ({ value, how: 'whole' }))
    add({ kind: 'host', instruction, by, level: levelFor(whole, reads), tiling: whole, reads, writes: [instruction.output] })
  }

  takePatchesLate(tasks, roots)
  storeWhatIsNeeded(tasks, chainOf, roots, outputs.map(({ value }) => value))
  return tasks
}

/** Patches are many times as large as their images: they are taken where they are needed, not as soon as there is an image. */
function takePatchesLate(tasks: Task[], roots: readonly ValueId[]): void {
  // Readers first: they may be patches themselves.
  for (let i = tasks.length - 1; i >= 0; i--) {
    const task = tasks[i]
    if (task.kind !== 'kernel' || task.instruction.operation !== 'patches') continue
    const levels = tasks.flatMap(({ reads, level, tiling }, position) =>
      reads
        .filter(({ value }) => roots[value] === task.instruction.output)
        .map(({ how }) => (how === 'tile' && tiling === task.tiling && position > i ? level : level - 1)),
    )
    if (levels.length > 0) tasks[i] = { ...task, level: Math.min(...levels) }
  }
}

/** Members of chains that other tasks read, or that leave the Program, go to memory. */
function storeWhatIsNeeded(tasks: readonly Task[], chainOf: ReadonlyMap<ValueId, Task>, roots: readonly ValueId[], outputs: readonly ValueId[]): void {
  const store = (value: ValueId, reader: Task | undefined): void => {
    const owner = chainOf.get(roots[value])
    if (owner && owner !== reader && !owner.writes.includes(roots[value])) owner.writes.push(roots[value])
  }
  for (const task of tasks) for (const { value } of task.reads) store(value, task)
  for (const value of outputs) store(value, undefined)
}

/** Whether an instruction has a formula, and its operands lie in a way that chains can read. */
function isChainable({ values }: Program, { operation, inputs, output }: Instruction, masks: ReadonlySet<ValueId>): boolean {
  const { dtype, shape } = values[output]
  if (!(operation in numbers || isVectorFunction(operation)) || !isFloat(dtype)) return false
  if (operation === 'astype' && !masks.has(inputs[0])) return false
  return inputs.every((id) => fitsChain(values[id], masks.has(id), dtype, shape))
}

function fitsChain(operand: { readonly shape: Shape; readonly dtype: string }, isMask: boolean, dtype: string, shape: Shape): boolean {
  if (operand.dtype === 'bool') return isMask && sameShape(operand.shape, shape)
  return operand.dtype === dtype && layoutOf(operand.shape, shape) !== undefined
}

/**
 * Truth values, and the numbers 0 and 1 made of them, that need no memory: every use of them is in a chain of the same shape,
 * which computes them anew in its registers.
 */
function maskValues(program: Program): Set<ValueId> {
  const { values, instructions, outputs } = program
  const masks = new Set<ValueId>()
  const floatOf = new Map<ValueId, string>()
  for (const { operation, inputs, output } of instructions) {
    const { shape, dtype } = values[output]
    if (operation === 'astype' && masks.has(inputs[0]) && floatOf.get(inputs[0]) === dtype) {
      masks.add(output)
      floatOf.set(output, dtype)
    }
    if (dtype !== 'bool' || !(operation in truths)) continue
    const first = values[inputs[0]].dtype === 'bool' ? floatOf.get(inputs[0]) : values[inputs[0]].dtype
    // int32 is as wide as float32: comparisons of them can be masks there.
    const isWhole = first === 'int32' && operation in wholeTruths
    if (first === undefined || (!isWhole && first !== 'float32' && first !== 'float64')) continue
    const isLogical = operation.startsWith('logical')
    const fits = inputs.every((id) => {
      const isMask = masks.has(id)
      if (isLogical !== isMask) return false
      return isMask ? floatOf.get(id) === first && sameShape(values[id].shape, shape) : fitsChain(values[id], false, first, shape)
    })
    if (!fits) continue
    masks.add(output)
    floatOf.set(output, isWhole ? 'float32' : first)
  }
  for (const { value } of outputs) masks.delete(value)
  // A mask that is needed in memory is none, and then its operands and its other uses need memory too: until nothing changes.
  for (let before = -1; before !== masks.size; ) {
    before = masks.size
    for (const instruction of instructions) {
      const { inputs, output } = instruction
      const isInside = masks.has(output) ? inputs.every((id) => values[id].dtype !== 'bool' || masks.has(id)) : isChainable(program, instruction, masks)
      const { shape, dtype } = values[output]
      const fits = isInside && inputs.every((id) => !masks.has(id) || masks.has(output) || (floatOf.get(id) === dtype && sameShape(values[id].shape, shape)))
      if (fits) continue
      masks.delete(output)
      for (const id of inputs) masks.delete(id)
    }
  }
  return masks
}
