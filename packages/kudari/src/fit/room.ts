/** Whether there is room for what a model learns with: asked before its first weights are drawn. */
import { KudariError } from '../messages/error.ts'
import { inspectNetwork } from '../nn/inspect.ts'
import { type NamedVariable, variablesOf } from '../nn/network.ts'
import type { ModelSpecification } from '../nn/specification.ts'
import { type OptimizerSpecification, optimizerOf } from '../optim/optimizers.ts'
import { zeros } from '../tensor/create.ts'
import { bytesPerElement } from '../tensor/dtype.ts'
import { formatShape, sizeOf } from '../tensor/shape.ts'
import { fitMessages } from './messages.ts'

/** All that WebAssembly can address. */
const ROOM = 2 ** 32

/** Numbers that an optimizer remembers of each parameter: two of Adam, none of plain descent. */
const remembered = (optimizer: OptimizerSpecification): number =>
  Object.keys(optimizerOf(optimizer).initial({ w: zeros([1]) })).filter((name) => name.endsWith('_w')).length

const largestOf = (variables: readonly NamedVariable[]): NamedVariable => variables.reduce((a, b) => (sizeOf(b.shape) > sizeOf(a.shape) ? b : a))

/**
 * Makes sure that weights, gradients and what the optimizer remembers fit into the memory together. What a step needs beside
 * them depends on how its Program is planned, and is seen when it begins.
 *
 * @throws KudariError with the sizes where they do not.
 */
export function requireRoom(specification: ModelSpecification, features: number, optimizer: OptimizerSpecification, dtype: 'float64' | 'float32'): void {
  const { parameters } = inspectNetwork(specification, features)
  const numbers = 2 + remembered(optimizer)
  const bytes = parameters * numbers * bytesPerElement[dtype]
  if (bytes <= ROOM) return
  const { name, shape } = largestOf(variablesOf(specification, features))
  throw new KudariError('usage', fitMessages.noRoom, {
    parameters, bytes, most: ROOM, perParameter: numbers * bytesPerElement[dtype], optimizer: optimizer.type, remembered: numbers - 2, largest: `${name} ${formatShape(shape)}`,
  })
}
