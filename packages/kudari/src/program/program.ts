/** A Program: a computation written down as plain data — a list of instructions over values of known shape and dtype. */
import type { Attributes, Tensor, TensorType } from '../tensor/tensor.ts'

/** The number of a value: its position in {@link Program.values}. */
export type ValueId = number

/** What is known of a value before the Program runs, and the name that its author gave it. */
export interface Value extends TensorType {
  readonly name?: string
}

/** One step: `yd = subtract(yp, yt)`. Every value is assigned once, before it is used. */
export interface Instruction {
  readonly output: ValueId
  readonly operation: string
  readonly inputs: readonly ValueId[]
  readonly attributes: Attributes
}

/** A tensor that the traced function brought along instead of taking it as an argument. */
export interface Constant {
  readonly value: ValueId
  readonly tensor: Tensor
}

/** A result: under which name the traced function returned which value. */
export interface Output {
  readonly name: string
  readonly value: ValueId
}

/** Everything meets in this structure: it can be run, differentiated, simplified, printed, and written to a file. */
export interface Program {
  readonly values: readonly Value[]
  readonly inputs: readonly ValueId[]
  readonly constants: readonly Constant[]
  readonly instructions: readonly Instruction[]
  readonly outputs: readonly Output[]
}

/** How often each value is used, as an input of an instruction or as an output of the Program. */
export function countUses(program: Program): number[] {
  const uses = program.values.map(() => 0)
  for (const { inputs } of program.instructions) for (const input of inputs) uses[input]++
  for (const { value } of program.outputs) uses[value]++
  return uses
}

/** The constants that readings write as numbers where they are used: those of a single number without a name. */
export function numbersInPlace({ constants, values }: Program): Map<ValueId, number> {
  const isNumber = ({ value, tensor }: Constant): boolean =>
    tensor.ndim === 0 && !tensor.recorder && values[value].name === undefined
  return new Map(constants.filter(isNumber).map(({ value, tensor }) => [value, tensor.item()]))
}

/**
 * For each value the name by which readings of the Program speak of it: the author's where there is one, made unique;
 * else `t1`, `t2`, ... in order. Inputs choose first: where a value of another kind bears an input's name, it gets `w_2`.
 *
 * @param isNamed which values to name; the others get `''`.
 */
export function nameValues(program: Program, isNamed: (value: ValueId) => boolean = () => true): string[] {
  const wanted = program.values.map(({ name }, id) => (isNamed(id) ? name : ''))
  return uniqueNames(wanted, program.inputs)
}

/**
 * Names that are all different: a name wanted twice gets `_2` the second time, `undefined` becomes `t1`, `t2`, ...; `''`
 * stays as it is.
 *
 * @param first the positions that choose first.
 * @param spell how a language spells a name; the spelled names are the different ones.
 */
export function uniqueNames(
  wanted: readonly (string | undefined)[],
  first: readonly number[],
  spell = (name: string): string => name,
): string[] {
  const taken = new Set<string>()
  const nextSuffix = new Map<string, number>()
  const unique = (name: string): string => {
    let free = spell(name)
    let suffix = nextSuffix.get(name) ?? 2
    for (; taken.has(free); suffix++) free = spell(`${name}_${suffix}`)
    nextSuffix.set(name, suffix)
    taken.add(free)
    return free
  }
  const names: string[] = []
  for (const position of [...first, ...wanted.keys()]) {
    const name = wanted[position]
    if (name !== undefined) names[position] ??= name && unique(name)
  }
  let temporary = 0
  for (const position of wanted.keys())
    if (names[position] === undefined) {
      do temporary++
      while (taken.has(spell(`t${temporary}`)))
      names[position] = spell(`t${temporary}`)
    }
  return names
}
