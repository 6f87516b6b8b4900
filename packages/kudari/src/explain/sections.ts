/** The sections of a training step: forward layer by layer, the loss, the gradient from the last layer to the first, the update. */
import { flattened, isStatistics, layersWithVariables, outputNames, placeLayers } from '../nn/network.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import type { Constant, Instruction, Program, ValueId } from '../program/program.ts'

/** A layer, as headings name it. */
interface OfLayer {
  /** `layers[2]` */
  readonly place: string
  readonly type: string
}

/** A part of a step that belongs together. */
export type Section =
  | ({ readonly kind: 'forward' } & OfLayer)
  | { readonly kind: 'loss' }
  /** The gradient of the loss with respect to a layer's parameters, with what the chain rule needs on the way there. */
  | ({ readonly kind: 'gradient'; readonly parameters: readonly string[] } & OfLayer)
  | { readonly kind: 'update' }

/** A Program in which every instruction has its section; those of a section stand together. */
export interface SectionedProgram {
  readonly program: Program
  /** For each instruction of the Program. */
  readonly sections: readonly Section[]
}

/** The gradient of the only parameter is called `gradient`; of several, `gradient_W1`, `gradient_b1`, ... */
export const gradientName = (parameters: number) => (name: string): string => (parameters === 1 ? 'gradient' : `gradient_${name}`)

/** A section, and the names of the values that it is there for. */
interface Aim {
  readonly section: Section
  readonly names: readonly string[]
}

/** What a step is after, one thing after the other. */
function aims(specification: ModelSpecification, features: number): Aim[] {
  const placed = placeLayers(specification, features)
  const types = new Map(flattened(placed).map(({ place, layer }) => [place, layer.type]))
  const forward = [...outputNames(placed)].map(([place, name]): Aim =>
    ({ section: { kind: 'forward', place, type: types.get(place)! }, names: [name] }))
  const learning = layersWithVariables(specification, features).flatMap(({ place, layer: { type }, variables }) => {
    const parameters = variables.filter((variable) => !isStatistics(variable)).map(({ name }) => name)
    return parameters.length > 0 ? [{ place, type, parameters }] : []
  })
  const nameOf = gradientName(learning.flatMap(({ parameters }) => parameters).length)
  const gradients = learning.toReversed().map((layer): Aim =>
    ({ section: { kind: 'gradient', ...layer }, names: layer.parameters.map(nameOf) }))
  return [...forward, { section: { kind: 'loss' }, names: ['L'] }, ...gradients]
}

/** The Program with its instructions in another order; values are numbered in the order in which they are computed. */
function reordered(program: Program, instructions: readonly Instruction[]): Program {
  const computed = instructions.map(({ output }) => output)
  const isComputed = new Set(computed)
  const order = [...[...program.values.keys()].filter((id) => !isComputed.has(id)), ...computed]
  const places = new Map(order.map((id, place) => [id, place]))
  const at = (id: ValueId): ValueId => places.get(id)!
  return {
    values: order.map((id) => program.values[id]),
    inputs: program.inputs.map(at),
    constants: program.constants.map(({ value, tensor }): Constant => ({ value: at(value), tensor })),
    instructions: instructions.map((one) => ({ ...one, output: at(one.output), inputs: one.inputs.map(at) })),
    outputs: program.outputs.map(({ name, value }) => ({ name, value: at(value) })),
  }
}

/**
 * The Program of a step, section by section: an instruction belongs to the first thing that needs it. What is left in the end
 * is the update: of the parameters, of what layers keep, of what the optimizer remembers.
 *
 * @param program of a training step. Gradients that do not bear the names of {@link gradientName} count to the update.
 * @param features columns of the input, without the dummy column.
 */
export function inSections(program: Program, specification: ModelSpecification, features: number): SectionedProgram {
  const byName = new Map(program.values.map(({ name }, id) => [name, id]))
  const definitions = new Map(program.instructions.map((instruction, i) => [instruction.output, i]))
  const sections: Section[] = []
  const assign = (value: ValueId, section: Section): void => {
    const i = definitions.get(value)
    if (i === undefined || sections[i] !== undefined) return
    sections[i] = section
    for (const input of program.instructions[i].inputs) assign(input, section)
  }
  const all = aims(specification, features)
  for (const { section, names } of all)
    for (const name of names) {
      const value = byName.get(name)
      if (value !== undefined) assign(value, section)
    }
  const update: Section = { kind: 'update' }
  const order = [...all.map(({ section }) => section), update].flatMap((section) =>
    program.instructions.flatMap((instruction, i) => ((sections[i] ?? update) === section ? [{ instruction, section }] : [])))
  return {
    program: reordered(program, order.map(({ instruction }) => instruction)),
    sections: order.map(({ section }) => section),
  }
}
