/** A Program that runs on a machine: tensors are copied in, steps run, results are copied out. */
import type { Instruction, Program } from '../../program/program.ts'
import { type Data, allocate, bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { Tensor } from '../../tensor/tensor.ts'
import type { Executable } from '../planned/planned.ts'
import { products } from '../products.ts'
import { threadCount } from '../threads.ts'
import { workOf } from '../work.ts'
import { type Arena, commonArena, view } from './arena.ts'
import { type Machine, type MachineOptions, createMachine } from './machine.ts'
import { tooLarge } from './plan.ts'
import { multiplicationsOf, productSizes, productsOfPatches } from './blas-call.ts'
import { growingBlock, knownAddress } from './residents.ts'

/** Below so many nanoseconds a step, waking threads costs more than they give. */
const WORTH_THREADS = 60_000

/**
 * How a Program shall run: on how many threads, and which products the system's BLAS takes. Those of patches stay with our
 * kernels: a BLAS would need the patches of all images at once. Where they are most of the work, it takes none, because the
 * crew rests while it is in use.
 */
export function machineOptions(program: Program, { memory }: Arena): Pick<MachineOptions, 'threads' | 'isForProducts'> {
  const threads = workOf(program) >= WORTH_THREADS ? threadCount() : 1
  const ofPatches = productsOfPatches(program)
  const sizes = new Map(program.instructions.map((instruction) => [instruction, productSizes(instruction, program.values)]))
  const multiplications = (instructions: readonly Instruction[]): number =>
    instructions.reduce((total, instruction) => total + multiplicationsOf(sizes.get(instruction)!), 0)
  const others = program.instructions.filter((instruction) => sizes.get(instruction) && !ofPatches.includes(instruction))
  // A BLAS is looked for only where there is something for it to do.
  const blas = others.length > 0 ? products() : undefined
  if (!blas) return { threads }
  const taken = others.filter((instruction) => {
    const { dtype, m, n, k } = sizes.get(instruction)!
    return blas.isWorthIt(dtype, m, n, k)
  })
  if (taken.length === 0 || multiplications(taken) < multiplications(ofPatches)) return { threads }
  blas.attach(memory)
  blas.setThreads(threadCount())
  // BLAS has threads of its own; two crews would fight for the same cores.
  return { threads: 1, isForProducts: (instruction) => taken.includes(instruction) }
}

/** Inputs from so many bytes on are read where they lie, if a run has brought them into the machine's memory before. */
const LARGE_INPUT = 1 << 20

/** Makes a Program ready to run on a machine; undefined where there is no WebAssembly with SIMD. */
export function prepareOnMachine(program: Program, arena: Arena | undefined = commonArena()): Executable | undefined {
  if (!arena) return undefined
  const { inputs, values } = program
  const large = [...inputs.keys()].filter((i) => {
    const { shape, dtype } = values[inputs[i]]
    return sizeOf(shape) * bytesPerElement[dtype] >= LARGE_INPUT
  })
  const machine = createMachine(program, { ...machineOptions(program, arena), picked: { inputs: large, by: 'start' } }, arena)
  return machine && executableOf(machine, arena, large)
}

function executableOf(machine: Machine, arena: Arena, large: readonly number[]): Executable {
  const { program } = machine.plan
  const { inputs, outputs, values } = program
  const blocks = inputs.map(() => growingBlock(arena))
  // The rows of every step begin with the first.
  const picks = growingBlock(arena)(Int32Array.BYTES_PER_ELEMENT)!
  view(arena, 'int32', picks, 1).fill(0)
  /** What was copied in last: tensors do not change, so that the same one need not be copied again. */
  const before: (WeakRef<Data> | undefined)[] = inputs.map(() => undefined)

  const addressOf = (i: number, tensor: Tensor): number => {
    const known = knownAddress(arena, tensor)
    if (known !== undefined) return known
    const { data, dtype } = tensor
    const address = blocks[i](data.length * bytesPerElement[dtype])
    if (address === undefined) throw tooLarge(machine.plan)
    if (before[i]?.deref() !== data) view(arena, dtype, address, data.length).set(data)
    before[i] = new WeakRef(data)
    return address
  }

  return (tensors) => {
    for (const [i, value] of inputs.entries()) {
      const { data } = tensors[i]
      if (large.includes(i) || before[i]?.deref() === data) continue
      machine.numbers(value).set(data)
      before[i] = new WeakRef(data)
    }
    if (large.length > 0) machine.setPicks(large.map((i) => addressOf(i, tensors[i])), picks)
    machine.run(1)
    return outputs.map(({ value }) => {
      const { dtype, shape } = values[value]
      const data = allocate(dtype, sizeOf(shape))
      data.set(machine.numbers(value))
      return new Tensor(values[value], data)
    })
  }
}
