/** Layers made of layers: a sequence that is added to its own input, and sequences side by side. */
import { concatenate } from '../../ops/joining.ts'
import { type Shape, formatShape, sameShape, sizeOf } from '../../tensor/shape.ts'
import type { Tensor } from '../../tensor/tensor.ts'
import type { LayerSpecification } from '../specification.ts'
import { oneOf, required } from '../../messages/settings.ts'
import { sequence, sequences } from './settings.ts'
import type { LayerDefinition } from './layer.ts'

/** `x + f(x)` (He et al. 2016): the layers inside learn what is to be changed. `shortcut` brings `x` to the shape of f(x). */
export interface ResidualLayer {
  readonly type: 'residual'
  readonly layers: readonly LayerSpecification[]
  readonly shortcut?: readonly LayerSpecification[]
}

/** Sequences that each take the input; what they give is set side by side along the last axis, or added. */
export interface BranchLayer {
  readonly type: 'branch'
  readonly branches: readonly (readonly LayerSpecification[])[]
  readonly join?: 'concatenate' | 'add'
}

const sum = (values: readonly Tensor[]): Tensor => values.reduce((a, b) => a.add(b))

/** The shape that all have; an error where they differ. */
function common(shapes: readonly Shape[], refuse: (expected: string) => never): Shape {
  const different = shapes.find((shape) => !sameShape(shape, shapes[0]))
  return different ? refuse(`${formatShape(shapes[0])} = ${formatShape(different)}`) : shapes[0]
}

export const residual: LayerDefinition<ResidualLayer> = {
  keys: { layers: required(sequence), shortcut: sequence },
  inner: ({ layers, shortcut = [] }) => [layers, shortcut],
  shape: (_layer, _input, { refuse }, inner) => common(inner, refuse),
  apply: (_layer, x, _own, _pass, inner) => sum(inner.map((apply) => apply(x))),
}

export const branch: LayerDefinition<BranchLayer> = {
  keys: { branches: required(sequences), join: oneOf('concatenate', 'add') },
  inner: ({ branches }) => branches,
  shape({ join = 'concatenate' }, _input, { refuse }, inner) {
    if (join === 'add') return common(inner, refuse)
    const rest = common(inner.map((shape) => shape.slice(0, -1)), refuse)
    return [...rest, inner.reduce((total, shape) => total + (shape.at(-1) ?? refuse('(..., units)')), 0)]
  },
  apply({ join = 'concatenate' }, x, _own, _pass, inner) {
    const values = inner.map((apply) => apply(x))
    return join === 'add' ? sum(values) : concatenate(values, { axis: -1 })
  },
  operations: ({ branches, join = 'concatenate' }, _input, output) => (join === 'add' ? (branches.length - 1) * sizeOf(output) : 0),
}
