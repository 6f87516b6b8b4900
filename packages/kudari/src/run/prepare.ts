/** Choosing the executor: machines of WebAssembly where there are such, plain TypeScript where not, or where work is small. */
import type { Program } from '../program/program.ts'
import { type Loop, type LoopShape, plainLoop } from './loop.ts'
import { type Executable, prepare as prepareInPlainTypeScript } from './planned/planned.ts'
import { productsVersion } from './products.ts'
import { threadCount } from './threads.ts'
import { prepareOnMachine } from './wasm/executable.ts'
import { machineLoop } from './wasm/machine-loop.ts'
import { workOf } from './work.ts'

/** Which executor runs Programs: `auto` chooses by the work to do, the others are for tests and comparisons. */
export type ExecutorChoice = 'auto' | 'plain' | 'wasm'

let choice: ExecutorChoice = 'auto'

/** Sets which executor runs whatever is prepared from now on. */
export function useExecutor(chosen: ExecutorChoice): void {
  choice = chosen
}

/** What {@link useExecutor} set. */
export const chosenExecutor = (): ExecutorChoice => choice

/** What the choice depends on beside the Program: things prepared under other settings are not to be used again. */
export const executionSettings = (): string => `${choice} ${threadCount()} ${productsVersion()}`

/** A call of a machine costs some microseconds for its copies: below this much work, in nanoseconds, nothing is gained. */
const WORTH_A_MACHINE = 20_000

/** Makes a Program ready to run. */
export function prepareProgram(program: Program): Executable {
  const isWorthIt = choice === 'wasm' || (choice === 'auto' && workOf(program) >= WORTH_A_MACHINE)
  return (isWorthIt ? prepareOnMachine(program) : undefined) ?? prepareInPlainTypeScript(program)
}

/** Makes a loop ready to run. Its steps do not come back to JavaScript, so that machines serve the smallest, too. */
export const prepareLoop = (shape: LoopShape): Loop => (choice === 'plain' ? undefined : machineLoop(shape)) ?? plainLoop(shape)
