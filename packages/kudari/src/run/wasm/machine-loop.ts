/** A loop on a machine: whole stretches of steps run without coming back to JavaScript. */
import { type Data, bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { Tensor } from '../../tensor/tensor.ts'
import type { Loop, LoopShape } from '../loop.ts'
import { workOf } from '../work.ts'
import { aligned, commonArena, view } from './arena.ts'
import { machineOptions } from './executable.ts'
import { createMachine } from './machine.ts'
import { tooLarge } from './plan.ts'
import { growingBlock, residentAddress, writableAddress, writableTable } from './residents.ts'

/** A loop on a machine; undefined where there is no WebAssembly with SIMD. */
export function machineLoop({ program, feedback, recorded, picked, perStep }: LoopShape): Loop | undefined {
  const arena = commonArena()
  const machine = arena && createMachine(program, { feedback, recorded, picked, perStep, ...machineOptions(program, arena) }, arena)
  if (!machine) return undefined
  const { inputs, outputs, values } = program
  const tables = new Map<number, number>()
  /** Values that are fed back, and where a copy of each begins in the memory for them. */
  const fedBack = [...new Set(feedback.values())].map((position) => inputs[position])
  const starts: number[] = []
  let keptBytes = 0
  for (const value of fedBack) {
    starts.push(keptBytes)
    keptBytes += aligned(sizeOf(values[value].shape) * bytesPerElement[values[value].dtype])
  }
  const keptMemory = growingBlock(arena)
  const copyOf = (i: number): Data => {
    const { dtype, shape } = values[fedBack[i]]
    return view(arena, dtype, orFail(keptMemory(keptBytes)) + starts[i], sizeOf(shape))
  }
  const picksMemory = growingBlock(arena)
  const perStepMemory = perStep.map(() => growingBlock(arena))
  const recordsMemory = growingBlock(arena)
  const orFail = <T>(found: T | undefined): T => {
    if (found === undefined) throw tooLarge(machine.plan)
    return found
  }
  return {
    work: workOf(program),
    setInput(position, { data }) {
      machine.numbers(inputs[position]).set(data)
    },
    setTable(position, table) {
      tables.set(position, orFail(table instanceof Tensor ? residentAddress(arena, table) : writableAddress(table)))
    },
    makeTable: (type) => orFail(writableTable(arena, type)),
    state(position) {
      const value = inputs[position]
      return new Tensor(values[value], machine.numbers(value).slice() as Data)
    },
    keep() {
      for (const [i, value] of fedBack.entries()) copyOf(i).set(machine.numbers(value))
    },
    restore() {
      for (const [i, value] of fedBack.entries()) machine.numbers(value).set(copyOf(i))
    },
    run(steps, picks, own) {
      const picksAt = orFail(picksMemory(picks.byteLength))
      view(arena, 'int32', picksAt, picks.length).set(picks)
      machine.setPicks(picked.inputs.map((position) => tables.get(position)!), picksAt)
      const ownAt = own.map((numbers, i) => {
        const { dtype } = values[inputs[perStep[i]]]
        const address = orFail(perStepMemory[i](numbers.length * bytesPerElement[dtype]))
        view(arena, dtype, address, numbers.length).set(numbers)
        return address
      })
      machine.setPerStep(ownAt)
      const { bytes, fields } = machine.record
      const recordsAt = orFail(recordsMemory(Math.max(steps * bytes, 8)))
      machine.setRecords(recordsAt)
      machine.run(steps)
      return fields.map(({ output, offset }) => {
        const { dtype, shape } = values[outputs[output].value]
        const size = sizeOf(shape)
        const perRecord = bytes / bytesPerElement[dtype]
        const all = view(arena, dtype, recordsAt, steps * perRecord)
        const numbers = dtype === 'float32' ? new Float32Array(steps * size) : new Float64Array(steps * size)
        const first = offset / bytesPerElement[dtype]
        for (let step = 0, to = 0; step < steps; step++)
          for (let i = 0; i < size; i++) numbers[to++] = all[step * perRecord + first + i]
        return numbers
      })
    },
  }
}
