/** The plan of a Program: its tasks in stages, and where every value lies in memory. */
import { KudariError } from '../../messages/error.ts'
import { type Instruction, type Program, type ValueId, nameValues } from '../../program/program.ts'
import { bytesPerElement } from '../../tensor/dtype.ts'
import { formatShape, sizeOf } from '../../tensor/shape.ts'
import { aligned } from './arena.ts'
import { runMessages } from '../messages.ts'
import { type Interval, packIntervals } from './intervals.ts'
import { withLessToKeep } from './less-to-keep.ts'
import { type Task, rootsOf, tasksOf } from './tasks.ts'
import { tilingsOf } from './tiling.ts'

/** Tasks that run tile by tile, all of them for one tile before the next; a stage begins when the one before has ended. */
export interface Stage {
  readonly tiles: number
  readonly tasks: readonly Task[]
  /** Whether some task runs outside of WebAssembly, which only the calling thread can. */
  readonly needsHost: boolean
  /** Whether its tasks go through a tile in blocks: all of them for some rows that stay in the first-level cache, before the next. */
  readonly inBlocks: boolean
}

/** Where a value begins: in the Program's block, or in the memory that each thread has for its current tile, or block of it. */
export interface Place {
  readonly in: 'block' | 'thread'
  readonly offset: number
}

/** How a Program is used. */
export interface PlanOptions {
  /** Results that are the inputs of the next step: from the position of an output to the position of an input. */
  readonly feedback?: ReadonlyMap<number, number>
  /** Inputs (by position) that are rows of a larger table, and how a step finds them: from one row on, or one by one. */
  readonly picked?: { readonly inputs: readonly number[]; readonly by: 'start' | 'indices' }
  /** Inputs (by position) of which each step takes the next value of a table. */
  readonly perStep?: readonly number[]
  readonly isForProducts?: (instruction: Instruction) => boolean
}

export interface Plan {
  /** The Program as it runs: the given one, with values of its own behind those. */
  readonly program: Program
  readonly roots: readonly ValueId[]
  readonly stages: readonly Stage[]
  /** By value, for all that have memory of their own. */
  readonly places: ReadonlyMap<ValueId, Place>
  /** By value: the parts that the tiles of a sum give. */
  readonly parts: ReadonlyMap<ValueId, number>
  /** Results that are written where the input of the next step lies. */
  readonly inPlace: ReadonlySet<number>
  readonly blockBytes: number
  readonly threadBytes: number
  readonly options: PlanOptions
}

const bytesOf = ({ values }: Program, value: ValueId): number => sizeOf(values[value].shape) * bytesPerElement[values[value].dtype]

/** Plans a Program. The plan depends on the Program and the options alone. */
export function planProgram(given: Program, options: PlanOptions = {}): Plan {
  const program = withLessToKeep(given)
  const { inputs, constants } = program
  const roots = rootsOf(program)
  const tilingOf = tilingsOf(program)
  const { picked, perStep = [] } = options
  const gathered = picked?.by === 'indices' ? picked.inputs.map((position) => inputs[position]) : []
  const tasks = tasksOf(program, { tilingOf, gathered, isForProducts: options.isForProducts ?? (() => false) })
  const stages = stagesOf(tasks)
  const inPlace = resultsInPlace(program, roots, stages, options)
  const { intervals, threadIntervals } = lifetimes(program, roots, stages, inPlace, options)

  // Inputs and constants stay where they are from one step to the next.
  let offset = 0
  const places = new Map<ValueId, Place>()
  const windows = new Set([...(picked?.inputs ?? []), ...perStep].map((position) => inputs[position]))
  for (const value of [...inputs, ...constants.map((constant) => constant.value)]) {
    if (windows.has(value) || places.has(value)) continue
    places.set(value, { in: 'block', offset })
    offset += aligned(bytesOf(program, value))
  }
  const block = packIntervals(intervals)
  const parts = new Map<ValueId, number>()
  for (const [i, { value, isPart }] of intervals.entries())
    if (isPart) parts.set(value, offset + block.offsets[i])
    else places.set(value, { in: 'block', offset: offset + block.offsets[i] })
  const thread = packIntervals(threadIntervals)
  for (const [i, { value }] of threadIntervals.entries()) places.set(value, { in: 'thread', offset: thread.offsets[i] })
  for (const position of inPlace) {
    const { value } = program.outputs[position]
    places.set(value, places.get(inputs[options.feedback!.get(position)!])!)
  }
  return {
    program,
    roots,
    stages,
    places,
    parts,
    inPlace,
    blockBytes: offset + block.bytes,
    threadBytes: thread.bytes,
    options,
  }
}

/** Tasks of one level that are cut alike form a stage; stages of a single tile that follow one another are one. */
function stagesOf(tasks: readonly Task[]): Stage[] {
  const groups: Task[][] = []
  for (const task of tasks) {
    const group = groups.find(([{ level, tiling }]) => level === task.level && tiling === task.tiling)
    if (group) group.push(task)
    else groups.push([task])
  }
  const sorted = groups.toSorted((a, b) => a[0].level - b[0].level)
  const stages: Stage[] = []
  for (const group of sorted) {
    const { tiles } = group[0].tiling
    const needsHost = group.some(({ kind }) => kind === 'host')
    const before = stages.at(-1)
    if (before && before.tiles === 1 && tiles === 1)
      stages[stages.length - 1] = { tiles: 1, tasks: [...before.tasks, ...group], needsHost: before.needsHost || needsHost, inBlocks: false }
    else stages.push({ tiles, tasks: group, needsHost, inBlocks: tiles > 1 && areForBlocks(group) })
  }
  // A step ends where all of its tiles have ended.
  if (stages.at(-1)?.tiles !== 1) stages.push({ tiles: 1, tasks: [], needsHost: false, inBlocks: false })
  return stages
}

/** Whether tasks are better run block by block: rows are small enough, and are read again. */
function areForBlocks(tasks: readonly Task[]): boolean {
  const { tileSamples, blockSamples } = tasks[0].tiling
  return blockSamples < tileSamples && tasks.length > 1 && tasks.every((task) => task.kind === 'chain' || (task.kind === 'kernel' && task.call.isForBlocks))
}

/** The stage in which each task runs, and its position there. */
function positionsOf(stages: readonly Stage[]): Map<Task, { stage: number; position: number }> {
  return new Map(stages.flatMap(({ tasks }, stage) => tasks.map((task, position) => [task, { stage, position }] as const)))
}

/**
 * Results that can be written over the input that they become at the next step: a chain reads the input number by number,
 * and everything else that reads it has done so before.
 */
function resultsInPlace({ inputs, outputs }: Program, roots: readonly ValueId[], stages: readonly Stage[], { feedback }: PlanOptions): Set<number> {
  const found = new Set<number>()
  const positions = positionsOf(stages)
  const all = [...positions.keys()]
  for (const [position, input] of feedback ?? []) {
    const { value } = outputs[position]
    const from = inputs[input]
    const writer = all.find((task) => task.kind === 'chain' && task.writes.includes(value) && roots[value] === value)
    if (!writer || writer.kind !== 'chain' || writer.chain.loads.get(from) !== 'same') continue
    if (outputs.some((other, i) => i !== position && roots[other.value] === from)) continue
    const own = positions.get(writer)!
    const isSafe = all.every((task) => {
      if (task === writer) return true
      const { stage, position: at } = positions.get(task)!
      return task.reads.every(
        ({ value: read, how }) =>
          roots[read] !== from || stage < own.stage || (stage === own.stage && at < own.position && (how === 'tile' || stages[stage].tiles === 1)),
      )
    })
    const isOnlyOnce = outputs.every((other, i) => i === position || other.value !== value || !feedback!.has(i))
    if (isSafe && isOnlyOnce) found.add(position)
  }
  return found
}

/** A value, or the parts of a sum, and how long its memory is needed. */
interface Lifetime extends Interval {
  readonly value: ValueId
  readonly isPart: boolean
}

function lifetimes(
  program: Program,
  roots: readonly ValueId[],
  stages: readonly Stage[],
  inPlace: ReadonlySet<number>,
  options: PlanOptions,
): { intervals: Lifetime[]; threadIntervals: Lifetime[] } {
  const { outputs } = program
  const positions = positionsOf(stages)
  const leaving = new Set(outputs.map(({ value }) => roots[value]))
  const placed = new Set([...inPlace].map((position) => outputs[position].value))
  const readers = new Map<ValueId, { task: Task; how: 'tile' | 'whole' }[]>()
  for (const task of positions.keys())
    for (const { value, how } of task.reads) {
      const root = roots[value]
      readers.set(root, [...(readers.get(root) ?? []), { task, how }])
    }
  const intervals: Lifetime[] = []
  const threadIntervals: Lifetime[] = []
  // Tables that rows are picked from are not part of the block.
  const windows = new Set(options.picked?.by === 'start' ? options.picked.inputs.map((position) => program.inputs[position]) : [])
  const seen = new Set<ValueId>()
  for (const [task, { stage, position }] of positions)
    for (const value of task.writes) {
      const { samples, tileSamples, blockSamples, tiles } = task.tiling
      const isSum = (task.kind === 'kernel' && task.call.result === 'sum') || (task.kind === 'chain' && task.chain.sums.some(({ output }) => output === value))
      const isCombined = stages.some(({ tasks }) => tasks.some((other) => other.kind === 'combine' && other.value === value))
      if (task.kind !== 'combine' && isSum && isCombined) {
        const perPart = task.kind === 'chain' ? 8 : bytesOf(program, value)
        const end = [...positions].find(([other]) => other.kind === 'combine' && other.value === value)![1].stage
        intervals.push({ value, isPart: true, bytes: tiles * perPart, from: stage, to: end })
        continue
      }
      if (placed.has(value) || windows.has(value) || seen.has(value)) continue
      seen.add(value)
      const own = (readers.get(value) ?? []).filter((reader) => reader.task !== task && !(reader.task.kind === 'combine' && reader.task.value === value))
      const isInside = own.every((reader) => positions.get(reader.task)!.stage === stage && reader.how === 'tile')
      if (stages[stage].tiles > 1 && isInside && !leaving.has(value) && !isSum) {
        const bytes = (bytesOf(program, value) / Math.max(samples, 1)) * (stages[stage].inBlocks ? blockSamples : tileSamples)
        const to = Math.max(position, ...own.map((reader) => positions.get(reader.task)!.position))
        // Stages follow one another, so that their tiles can use the same memory.
        threadIntervals.push({ value, isPart: false, bytes, from: stage * 1e6 + position, to: stage * 1e6 + to })
      } else {
        const to = leaving.has(value) ? stages.length : Math.max(stage, ...own.map((reader) => positions.get(reader.task)!.stage))
        intervals.push({ value, isPart: false, bytes: bytesOf(program, value), from: stage, to })
      }
    }
  return { intervals, threadIntervals }
}

/** The error of a Program that needs more memory than there is, with its largest values by name. */
export function tooLarge({ program, blockBytes, threadBytes }: Plan): Error {
  const names = nameValues(program)
  const largest = program.values
    .map((value, id) => ({ name: names[id], type: `${value.dtype} ${formatShape(value.shape)}`, bytes: bytesOf(program, id) }))
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
  return new KudariError('failure', runMessages.tooLarge, { bytes: blockBytes + threadBytes, largest })
}
