/** A Program under construction, in which equal values are one value and constants of one number are kept as fractions. */
import { operations } from '../../ops/table.ts'
import { type DType, allocate, isFloat } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import { type Attributes, Tensor, type TensorType } from '../../tensor/tensor.ts'
import type { Constant, Instruction, Program, Value, ValueId } from '../program.ts'
import { type Uniform, quotient } from './fraction.ts'

/** A rule: an instruction that can be written more simply becomes another value; `undefined` where it does not apply. */
export type Rule = (instruction: Omit<Instruction, 'output'>, graph: Graph) => ValueId | undefined

const isCommutative = new Set(['add', 'multiply', 'maximum', 'minimum', 'equal', 'notEqual', 'logicalAnd', 'logicalOr'])

/** The number that all elements are, if they are. */
function uniformElement({ data, size }: Tensor): number | undefined {
  if (size === 0) return undefined
  for (let i = 1; i < size; i++) if (!Object.is(data[i], data[0])) return undefined
  return data[0]
}

/** Builds a Program instruction by instruction; every rule sees inputs that have been simplified already. */
export class Graph {
  readonly #rules: readonly Rule[]
  readonly #values: Value[] = []
  readonly #definitions: (Instruction | undefined)[] = []
  readonly #uniforms: (Uniform | undefined)[] = []
  readonly #tensors: (Tensor | undefined)[] = []
  readonly #inputs: ValueId[] = []
  readonly #byKey = new Map<string, ValueId>()

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
  }

  type(id: ValueId): Value {
    return this.#values[id]
  }

  /** The instruction that makes a value — unless its author named the value: then it stays as it was written. */
  definition(id: ValueId): Instruction | undefined {
    return this.#values[id].name === undefined ? this.#definitions[id] : undefined
  }

  /** The definition, if it is of the given operation. */
  defined(id: ValueId, operation: string): Instruction | undefined {
    const definition = this.definition(id)
    return definition?.operation === operation ? definition : undefined
  }

  /** The number that all elements of an unnamed floating-point constant are. */
  uniform(id: ValueId): Uniform | undefined {
    return this.#uniforms[id]
  }

  input(value: Value): ValueId {
    const id = this.#values.push(value) - 1
    this.#inputs.push(id)
    return id
  }

  constant(tensor: Tensor, name: string | undefined): ValueId {
    // A tensor of an enclosing trace has no numbers to look at.
    const mayBeUniform = name === undefined && isFloat(tensor.dtype) && !tensor.recorder
    const element = mayBeUniform ? uniformElement(tensor) : undefined
    if (element !== undefined) return this.uniformConstant({ numerator: element, denominator: 1 }, tensor)
    const type = { shape: tensor.shape, dtype: tensor.dtype }
    const small = tensor.size <= 16 && name === undefined && !tensor.recorder
    const key = small ? `constant ${tensor.dtype} ${tensor.shape.join()} ${Array.from(tensor.data, keyOf).join()}` : ''
    const known = small ? this.#byKey.get(key) : undefined
    if (known !== undefined) return known
    const id = this.#values.push(name === undefined ? type : { ...type, name }) - 1
    this.#tensors[id] = tensor
    if (small) this.#byKey.set(key, id)
    return id
  }

  /** A constant of one number, in any shape. */
  uniformConstant(uniform: Uniform, { shape, dtype }: TensorType): ValueId {
    const { denominator } = uniform
    const isRounded = denominator === 1 && dtype === 'float32'
    const numerator = isRounded ? Math.fround(uniform.numerator) : uniform.numerator
    const key = `uniform ${dtype} ${shape.join()} ${keyOf(numerator)}/${denominator}`
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const id = this.#values.push({ shape, dtype }) - 1
    this.#uniforms[id] = { numerator, denominator }
    this.#byKey.set(key, id)
    return id
  }

  /** A number beside a tensor of the given dtype. */
  number(value: number, dtype: DType): ValueId {
    return this.uniformConstant({ numerator: value, denominator: 1 }, { shape: [], dtype })
  }

  /** The type that an instruction would give. */
  typeOf(operation: string, inputs: readonly ValueId[], attributes: Attributes = {}): TensorType {
    return operations.get(operation)!.type(
      inputs.map((id) => this.#values[id]),
      attributes,
    )
  }

  /** The value of an instruction: simplified by the first rule that applies, found if it exists already, or new. */
  emit(operation: string, inputs: readonly ValueId[], attributes: Attributes = {}): ValueId {
    const instruction = { operation, inputs, attributes }
    for (const rule of this.#rules) {
      const simpler = rule(instruction, this)
      if (simpler !== undefined) return simpler
    }
    const ordered = isCommutative.has(operation) ? inputs.toSorted((a, b) => a - b) : inputs
    const key = `${operation} ${ordered.join()} ${JSON.stringify(attributes)}`
    const known = this.#byKey.get(key)
    if (known !== undefined) return known
    const id = this.#values.push(this.typeOf(operation, inputs, attributes)) - 1
    this.#definitions[id] = { output: id, operation, inputs, attributes }
    this.#byKey.set(key, id)
    return id
  }

  /** Gives a value the name its author gave it; a value that has a name, or a constant, keeps what it has. */
  rename(id: ValueId, name: string | undefined): void {
    if (name !== undefined && this.#values[id].name === undefined && !this.#uniforms[id])
      this.#values[id] = { ...this.#values[id], name }
  }

  /** The finished Program: what the outputs need, and all inputs. */
  finish(outputs: Program['outputs']): Program {
    const isNeeded = this.#values.map(() => false)
    for (const id of this.#inputs) isNeeded[id] = true
    for (const { value } of outputs) isNeeded[value] = true
    // What an instruction needs stands before it, so that one walk backwards finds everything.
    for (let id = isNeeded.length - 1; id >= 0; id--)
      if (isNeeded[id]) for (const input of this.#definitions[id]?.inputs ?? []) isNeeded[input] = true
    const order = [...isNeeded.keys()].filter((id) => isNeeded[id])
    const renumbered = new Map(order.map((id, i) => [id, i]))
    const at = (id: ValueId): ValueId => renumbered.get(id)!
    const constants: Constant[] = order.flatMap((id) => {
      const tensor = this.#tensors[id] ?? this.#uniformTensor(id)
      return tensor ? [{ value: at(id), tensor }] : []
    })
    const instructions: Instruction[] = order.flatMap((id) => {
      const definition = this.#definitions[id]
      return definition ? [{ ...definition, output: at(id), inputs: definition.inputs.map(at) }] : []
    })
    return {
      values: order.map((id) => this.#values[id]),
      inputs: this.#inputs.map(at),
      constants,
      instructions,
      outputs: outputs.map(({ name, value }) => ({ name, value: at(value) })),
    }
  }

  #uniformTensor(id: ValueId): Tensor | undefined {
    const uniform = this.#uniforms[id]
    if (!uniform) return undefined
    const { shape, dtype } = this.#values[id]
    return new Tensor({ shape, dtype }, allocate(dtype, sizeOf(shape)).fill(quotient(uniform)))
  }
}

const keyOf = (value: number): string => (Object.is(value, -0) ? '-0' : `${value}`)
