/** How a Program runs, as plain data: the executor, its threads, and what is done in which order — for people to read. */
import { type Program, nameValues } from '../program/program.ts'
import { chosenExecutor } from './prepare.ts'
import { products } from './products.ts'
import { commonArena } from './wasm/arena.ts'
import { machineOptions } from './wasm/executable.ts'
import { type KernelKind, kernelKind } from './wasm/kernels.ts'
import { type PlanOptions, planProgram } from './wasm/plan.ts'
import type { Task } from './wasm/tasks.ts'

/** Something that runs as one piece. */
export interface DescribedTask {
  /**
   * `chain`: elementwise operations as one loop. `kernel`: a SIMD kernel. `combine`: parts of a sum added up. `gather`: rows
   * fetched from the table. `reference`: no fast kernel, the reference kernel on the same memory. `blas`: the system's BLAS.
   */
  readonly kind: 'chain' | 'kernel' | 'combine' | 'gather' | 'reference' | 'blas'
  /** The operations of a chain, the name of a kernel, or the operation. */
  readonly runs: readonly string[]
  readonly reads: readonly string[]
  readonly writes: readonly string[]
}

/** Tasks that run tile by tile. */
export interface DescribedStage {
  readonly tiles: number
  readonly tasks: readonly DescribedTask[]
}

/** How a Program runs. */
export interface Execution {
  readonly executor: 'wasm' | 'plain'
  /** Whether multiplications and additions are fused. */
  readonly kernels?: KernelKind
  readonly threads: number
  /** The BLAS that takes some of the products. */
  readonly products?: string
  /** Memory for everything but the rows of the table. */
  readonly bytes: number
  readonly stages: readonly DescribedStage[]
}

function describeTask(task: Task, nameOf: (value: number) => string): DescribedTask {
  const reads = [...new Set(task.reads.map(({ value }) => nameOf(value)))]
  const writes = task.writes.map(nameOf)
  switch (task.kind) {
    case 'chain': {
      const sums = task.chain.sums.map(({ divisor }) => (divisor === 1 ? 'sum' : 'mean'))
      return { kind: 'chain', runs: [...task.chain.members.map(({ operation }) => operation), ...sums], reads, writes }
    }
    case 'kernel':
      return { kind: 'kernel', runs: [task.call.kernel], reads, writes }
    case 'host':
      return { kind: task.by === 'products' ? 'blas' : 'reference', runs: [task.instruction.operation], reads, writes }
    case 'combine':
    case 'gather':
      return { kind: task.kind, runs: [], reads: [], writes }
  }
}

/** How a Program would run now. */
export function describeExecution(program: Program, options: Pick<PlanOptions, 'feedback' | 'picked' | 'perStep'> = {}): Execution {
  const arena = chosenExecutor() === 'plain' ? undefined : commonArena()
  const kernels = arena && kernelKind(arena)
  if (!kernels) return { executor: 'plain', threads: 1, bytes: 0, stages: [] }
  const { threads, isForProducts } = machineOptions(program, arena)
  const plan = planProgram(program, { ...options, ...(isForProducts && { isForProducts }) })
  const names = nameValues(plan.program)
  const stages = plan.stages.map(({ tiles, tasks }) => ({ tiles, tasks: tasks.map((task) => describeTask(task, (value) => names[value])) }))
  const usesThreads = stages.some(({ tiles }) => tiles > 1)
  return {
    executor: 'wasm',
    kernels,
    threads: usesThreads ? threads : 1,
    ...(isForProducts && { products: products()!.name }),
    bytes: plan.blockBytes + plan.threadBytes * threads,
    stages: stages.filter(({ tasks }) => tasks.length > 0),
  }
}
