/** Tracing: a function is called once with tensors that have no numbers, and what it does with them is written down. */
import { KudariError } from '../messages/error.ts'
import { operations } from '../ops/table.ts'
import { formatShape } from '../tensor/shape.ts'
import { type Attributes, type Recorder, Tensor, type TensorType } from '../tensor/tensor.ts'
import { programMessages } from './messages.ts'
import type { Constant, Instruction, Program, Value, ValueId } from './program.ts'
import { type Leaf, flatten, rootName } from './tree.ts'

/** Writes down every operation that is applied to its tensors. */
class Trace implements Recorder {
  readonly level: number
  readonly #values: Value[] = []
  readonly #inputs: ValueId[] = []
  readonly #constants: Constant[] = []
  readonly #instructions: Instruction[] = []
  readonly #ids = new Map<Tensor, ValueId>()
  #isFinished = false

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
    // A trace outlives the traces inside it: a tensor of a deeper level was kept after its own trace had ended.
    if (tensor.recorder && tensor.recorder.level >= this.level) throw leftItsTrace(tensor)
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
    if (this.#isFinished) throw leftItsTrace(inputs.find(({ recorder }) => recorder === this)!)
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

  finish(outputs: readonly Leaf[]): Program {
    const results = outputs.map(({ path, tensor }) => ({ name: path, value: this.#idOf(tensor) }))
    this.#isFinished = true
    return {
      outputs: results,
      values: this.#values,
      inputs: this.#inputs,
      constants: this.#constants,
      instructions: this.#instructions,
    }
  }
}

function leftItsTrace({ shape, dtype, name }: Tensor): Error {
  return new KudariError('usage', programMessages.leftItsTrace, { what: name ?? `${dtype} ${formatShape(shape)}` })
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
    const { leaves, rebuild } = flatten(result, rootName(result, '', 'result'), 'the result', 'with settings')
    return { program: recorder.finish(leaves), rebuild }
  } finally {
    depth--
  }
}
