/** A plan as a WebAssembly module: a function for every stage, and one that runs whole steps on a single thread. */
import type { ValueId } from '../../program/program.ts'
import { bytesPerElement } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { Code, type Signature, assemble } from './assembler.ts'
import { i32s, imports } from './imports.ts'
import type { Plan, Stage } from './plan.ts'
import { type Addresses, STEP, StageSite, type VectorFunctions } from './stage-site.ts'
import type { Task } from './tasks.ts'

/** What is kept of every step, one after the other: where each output (by position) lies in a record. */
export interface RecordLayout {
  readonly bytes: number
  readonly fields: readonly { readonly output: number; readonly offset: number }[]
}

/** A stage takes the number of a tile, the address of its thread's memory, and the number of the step. */
const STAGE: Signature = i32s(3)

/** What `run` and the stages are called in the module. */
export const stageName = (stage: number): string => `stage${stage}`

/** The module of a plan as bytes. */
export function emitModule(plan: Plan, addresses: Addresses, record: RecordLayout, functions: VectorFunctions, isShared: boolean): Uint8Array<ArrayBuffer> {
  const hosts: Task[] = hostTasks(plan)
  const stages = plan.stages.map((stage, i) => ({
    name: stageName(i),
    signature: STAGE,
    code: emitStage(plan, stage, addresses, record, functions, hosts, i === plan.stages.length - 1),
  }))
  const run = { name: 'run', signature: i32s(3), code: emitRun(plan.stages) }
  return assemble({ isShared, imports, functions: [...stages, run] })
}

/** Tasks that run outside, in the order of the numbers with which `host` is called. */
export const hostTasks = ({ stages }: Plan): Task[] => stages.flatMap(({ tasks }) => tasks.filter(({ kind }) => kind === 'host'))

/** `run(first, last, thread)`: all stages, tile by tile, for the steps from `first` up to, not including, `last`. */
function emitRun(stages: readonly Stage[]): Code {
  const [step, last, thread] = [0, 1, 2]
  const code = new Code(3)
  const tile = code.local('i32')
  code.loop(step, () => code.get(last), 1, () => {
    for (const [i, { tiles }] of stages.entries()) {
      const call = (): void => void code.get(tile).get(thread).get(step).call(imports.length + i)
      code.i32(0).set(tile)
      if (tiles === 1) call()
      else code.loop(tile, () => code.i32(tiles), 1, call)
    }
  })
  return code
}

function emitStage(
  plan: Plan,
  stage: Stage,
  addresses: Addresses,
  record: RecordLayout,
  functions: VectorFunctions,
  hosts: readonly Task[],
  isLast: boolean,
): Code {
  const code = new Code(3)
  const site = new StageSite(plan, code, addresses, functions, stage)
  site.emitTasks(hosts)
  // A last stage of several tiles has no place where all of them have ended: the plan adds one of a single tile.
  if (isLast) {
    if (stage.tiles !== 1) throw new TypeError('the last stage of a plan has one tile')
    emitEnd(plan, site, code, addresses, record)
  }
  return code
}

/** The end of a step: what is recorded is copied to its record, and results become the inputs of the next step. */
function emitEnd(plan: Plan, site: StageSite, code: Code, addresses: Addresses, record: RecordLayout): void {
  const { program, options, inPlace } = plan
  const bytesOf = (value: ValueId): number => sizeOf(program.values[value].shape) * bytesPerElement[program.values[value].dtype]
  for (const { output, offset } of record.fields) {
    const { value } = program.outputs[output]
    code.i32(addresses.records).memory('i32.load').get(STEP).i32(record.bytes).op('i32.mul').op('i32.add').i32(offset).op('i32.add')
    site.valueAddress(value, 'whole')
    if (bytesOf(value) === 8) code.memory('f64.load').memory('f64.store')
    else if (bytesOf(value) === 4) code.memory('f32.load').memory('f32.store')
    else code.i32(bytesOf(value)).copyMemory()
  }
  for (const [position, input] of options.feedback ?? []) {
    const { value } = program.outputs[position]
    if (inPlace.has(position) || plan.roots[value] === program.inputs[input]) continue
    site.valueAddress(program.inputs[input], 'whole')
    site.valueAddress(value, 'whole')
    code.i32(bytesOf(value)).copyMemory()
  }
}

