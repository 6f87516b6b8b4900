/** Tracing: a function is called once with tensors that have no numbers, and what it does with them is written down. */
import { operations } from '../ops/table.ts'
import { type Attributes, type Recorder, Tensor, type TensorType } from '../tensor/tensor.ts'
import type { Constant, Instruction, Program, Value, ValueId } from './program.ts'
import { flatten } from './tree.ts'

/** Writes down every operation that is applied to its tensors. */
class Trace implements Recorder {
  readonly level: number
  readonly #values: Value[] = []
  readonly #inputs: ValueId[] = []
  readonly #constants: Constant[] = []
  readonly #instructions: Instruction[] = []
  readonly #ids = new Map<Tensor, ValueId>()

  constructor(level: number) {
    this.level = level
  }

  #add(value: Value): { id: ValueId; tensor: Tensor } {
    const id = this.#values.push(value) - 1
    const tensor = new Tensor(value, this, value.name)
    this.#ids.set(tensor, id)
    return { id, tensor }
  }

  /** The value of a tensor; one that this trace does not know was brought along from outside and becomes a constant. */
  #idOf(tensor: Tensor): ValueId {
    const known = this.#ids.get(tensor)
    if (known !== undefined) return known
    const id = this.#values.push(typeOf(tensor)) - 1
    this.#constants.push({ value: id, tensor })
    this.#ids.set(tensor, id)
    return id
  }

  input(type: TensorType, name: string): Tensor {
    const { id, tensor } = this.#add({ shape: type.shape, dtype: type.dtype, name })
    this.#inputs.push(id)
    return tensor
  }

  lift(tensor: Tensor): Tensor {
    const { id, tensor: lifted } = this.#add(typeOf(tensor))
    this.#constants.push({ value: id, tensor })
    return lifted
  }

  record(operation: string, inputs: readonly Tensor[], attributes: Attributes): Tensor {
    const type = operations.get(operation)!.type(inputs, attributes)
    const inputIds = inputs.map((input) => this.#idOf(input))
    const { id, tensor } = this.#add(type)
    this.#instructions.push({ output: id, operation, inputs: inputIds, attributes })
    return tensor
  }

  rename(tensor: Tensor, name: string): Tensor {
    const id = this.#idOf(tensor)
    this.#values[id] = { ...this.#values[id], name }
    const renamed = new Tensor(tensor, this, name)
    this.#ids.set(renamed, id)
    return renamed
  }

  finish(outputs: readonly { readonly path: string; readonly tensor: Tensor }[]): Program {
    return {
      outputs: outputs.map(({ path, tensor }) => ({ name: path, value: this.#idOf(tensor) })),
      values: this.#values,
      inputs: this.#inputs,
      constants: this.#constants,
      instructions: this.#instructions,
    }
  }
}

const typeOf = ({ shape, dtype, name }: Tensor): Value => (name === undefined ? { shape, dtype } : { shape, dtype, name })

/** A tensor argument of a traced function: its type, and the name under which Programs know it. */
export interface Parameter extends TensorType {
  readonly name: string
}

/** What tracing gives: the Program, and the structure of what the function returned. */
export interface Traced<R> {
  readonly program: Program
  rebuild(outputs: readonly Tensor[]): R
}

let depth = 0

/**
 * Calls `fn` once with tensors of the given types and writes down what it does.
 *
 * @param fn from tensors to a tensor, or to nested objects and arrays of tensors. Tensors that it uses without taking
 *   them as arguments become constants of the Program.
 */
export function trace<R>(fn: (...tensors: readonly Tensor[]) => R, parameters: readonly Parameter[]): Traced<R> {
  depth++
  try {
    const recorder = new Trace(depth)
    const result = fn(...parameters.map((parameter) => recorder.input(parameter, parameter.name)))
    const { leaves, rebuild } = flatten(result, '', 'the result')
    const outputs = leaves.map(({ path, tensor }) => ({ path: path === '' ? 'result' : path, tensor }))
    return { program: recorder.finish(outputs), rebuild }
  } finally {
    depth--
  }
}

/**
 * The names of a function's parameters, read from its source, so that a Program can speak of `w` rather than of its
 * first argument. A parameter that is taken apart (`({ x, w }) => ...`) has no name of its own: the keys name its parts.
 */
export function parameterNames(fn: (...args: never[]) => unknown): string[] {
  const source = fn.toString()
  const single = /^(?:async\s+)?([A-Za-z_$][\w$]*)\s*=>/.exec(source)
  if (single) return [single[1]]
  const list = /^[^(]*\(([^)]*)\)/.exec(source)
  if (!list || /[{[=]/.test(list[1])) return []
  return list[1].split(',').map((name) => name.trim())
}
