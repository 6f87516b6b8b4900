/** compile: a function that is traced once for each kind of arguments; from then on its Program runs. */
import { replay } from '../program/differentiate.ts'
import type { Program } from '../program/program.ts'
import { simplify } from '../program/simplify/simplify.ts'
import { parameterNames } from '../program/parameters.ts'
import { trace } from '../program/trace.ts'
import { flatten, rootName } from '../program/tree.ts'
import type { Tensor } from '../tensor/tensor.ts'
import type { Executable } from './planned/planned.ts'
import { executionSettings, prepareProgram } from './prepare.ts'
import { type Template, fits, templateOf } from './template.ts'

/** A compiled function. Call it like the original; `program` shows what a call with such arguments runs. */
export interface Compiled<Arguments extends readonly unknown[], Result> {
  (...args: Arguments): Result
  /** The simplified Program for arguments of these shapes and dtypes. */
  program(...args: Arguments): Program
}

/** What one kind of arguments needs. */
interface Prepared<Result> {
  readonly program: Program
  /** Made when it is first run: a Program that is only looked at needs no memory. */
  executable?: Executable
  readonly rebuild: (outputs: readonly Tensor[]) => Result
  /** Whether it brings along tensors of an enclosing trace: then it is good for that trace only, and is not kept. */
  readonly isInsideTrace: boolean
}

/** How many Programs a compiled function keeps: a setting that changes at every call must not fill the memory. */
const PROGRAMS_KEPT = 100

/** Adds an entry; beyond {@link PROGRAMS_KEPT} the oldest goes. */
function keep<T>(cache: Map<string, T>, key: string, entry: T): void {
  cache.set(key, entry)
  const [oldest] = cache.keys()
  if (cache.size > PROGRAMS_KEPT) cache.delete(oldest)
}

/**
 * A function that does what `fn` does, faster: at the first call for each combination of shapes, dtypes and settings it
 * is traced, simplified, and from then on its Program runs.
 *
 * @param fn takes and returns tensors, or nested objects and arrays of tensors. Numbers, strings and booleans among its
 *   arguments are settings: another value is traced anew. Tensors that it brings along are constants.
 * @example
 * const step = compile((w: Tensor) => w.sub(grad(loss)(w).mul(0.01)))
 * w = step(w)
 */
export function compile<Arguments extends readonly unknown[], Result>(
  fn: (...args: Arguments) => Result,
): Compiled<Arguments, Result> {
  const cache = new Map<string, Prepared<Result>>()
  const names = parameterNames(fn)

  const prepare = (args: Arguments) => {
    const trees = args.map((arg, i) =>
      flatten(arg, rootName(arg, names[i] ?? '', `argument${i + 1}`), `argument ${i + 1}`, 'with settings'),
    )
    const leaves = trees.flatMap((tree) => tree.leaves)
    const key = [
      executionSettings(),
      ...trees.map((tree) => tree.structure),
      ...leaves.map(({ tensor }) => `${tensor.dtype}[${tensor.shape.join()}]`),
    ].join(' ')
    let entry = cache.get(key)
    if (!entry) {
      const { program, rebuild } = trace(
        (...tensors) => {
          let used = 0
          const rebuilt = trees.map((tree) => tree.rebuild(tensors.slice(used, (used += tree.leaves.length))))
          return fn(...(rebuilt as unknown as Arguments))
        },
        leaves.map(({ path, tensor }) => ({ shape: tensor.shape, dtype: tensor.dtype, name: path })),
      )
      const isInsideTrace = program.constants.some(({ tensor }) => tensor.recorder)
      entry = { program: simplify(program), rebuild, isInsideTrace }
      if (!isInsideTrace) keep(cache, key, entry)
    }
    return { entry, inputs: leaves.map(({ tensor }) => tensor) }
  }

  // The call before: arguments of the same kind need no looking up.
  let last:
    | { readonly template: Template; readonly settings: string; readonly entry: Prepared<Result>; readonly run: Executable }
    | undefined

  const compiled = (...args: Arguments): Result => {
    const tensors: Tensor[] = []
    if (last && last.settings === executionSettings() && fits(last.template, args, tensors)) return last.entry.rebuild(last.run(tensors))
    const { entry, inputs } = prepare(args)
    const { program, rebuild, isInsideTrace } = entry
    if (!isInsideTrace && !inputs.some((input) => input.recorder)) {
      const run = (entry.executable ??= prepareProgram(program))
      last = { template: templateOf(args), settings: executionSettings(), entry, run }
      return rebuild(run(inputs))
    }
    const values = replay(program, inputs)
    return rebuild(program.outputs.map(({ value }) => values[value]))
  }
  return Object.assign(compiled, { program: (...args: Arguments) => prepare(args).entry.program })
}
