/** Simplification: the same computation in fewer and plainer instructions. */
import type { Program, ValueId } from '../program.ts'
import { Graph } from './graph.ts'
import { rules } from './rules.ts'

/**
 * The Program without what it does not need: constants folded, neutral elements, double transposes and needless
 * broadcasts gone, equal values computed once, transposes folded into matrix products, constant factors gathered and
 * carried outwards, and nothing computed that no output needs.
 *
 * Values that have a name stay as their author wrote them. Factors are reordered, so results may differ from the
 * original's in the last bits; `x * 0` is kept, because it is not 0 where x is NaN or infinite.
 */
export function simplify(program: Program): Program {
  const graph = new Graph(rules)
  const simpler: ValueId[] = []
  for (const { value, tensor } of program.constants)
    simpler[value] = graph.constant(tensor, program.values[value].name)
  for (const id of program.inputs) simpler[id] = graph.input(program.values[id])
  for (const { output, operation, inputs, attributes } of program.instructions) {
    simpler[output] = graph.emit(
      operation,
      inputs.map((id) => simpler[id]),
      attributes,
    )
    graph.rename(simpler[output], program.values[output].name)
  }
  return graph.finish(program.outputs.map(({ name, value }) => ({ name, value: simpler[value] })))
}
