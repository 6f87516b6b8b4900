/** The table of optimisers, and how one is chosen: by a specification (plain data) or by a name. */
import { KudariError } from '../messages/error.ts'
import type { Settings } from '../messages/settings.ts'
import { type AdagradOptions, adagrad, adagradSettings } from './adagrad.ts'
import { type AdamOptions, adam, adamSettings, adamw } from './adam.ts'
import { optimMessages } from './messages.ts'
import type { Optimizer } from './optimizer.ts'
import { type RmspropOptions, rmsprop, rmspropSettings } from './rmsprop.ts'
import { checkSpecification, readName } from './settings.ts'
import { type SgdOptions, sgd, sgdSettings } from './sgd.ts'

/** The options of every optimiser. */
interface OptionsOf {
  'gradient-descent': Record<never, never>
  sgd: SgdOptions
  adagrad: AdagradOptions
  rmsprop: RmspropOptions
  adam: AdamOptions
  adamw: AdamOptions
}

type OptimizerType = keyof OptionsOf
type Specified<Type extends OptimizerType> = { readonly type: Type } & OptionsOf[Type]

/** An optimiser as plain data: `{ type: 'adam', betas: [0.9, 0.99] }`. What is left out is as in PyTorch. */
export type OptimizerSpecification = { [Type in OptimizerType]: Specified<Type> }[OptimizerType]

const optimizers: {
  readonly [Type in OptimizerType]: {
    readonly make: (options: Specified<Type>) => Optimizer
    readonly settings: Settings<OptionsOf[Type]>
  }
} = {
  'gradient-descent': { make: () => sgd({}), settings: {} },
  sgd: { make: sgd, settings: sgdSettings },
  adagrad: { make: adagrad, settings: adagradSettings },
  rmsprop: { make: rmsprop, settings: rmspropSettings },
  adam: { make: adam, settings: adamSettings },
  adamw: { make: adamw, settings: adamSettings },
}

/** The optimiser that a specification describes. */
export const optimizerOf = <Type extends OptimizerType>(specification: Specified<Type>): Optimizer =>
  optimizers[specification.type].make(specification)

/** The optimisers that have a name of one word, as on the command line. */
export const namedOptimizers = {
  'gradient-descent': { type: 'gradient-descent' },
  sgd: { type: 'sgd' },
  momentum: { type: 'sgd', momentum: 0.9 },
  nesterov: { type: 'sgd', momentum: 0.9, nesterov: true },
  adagrad: { type: 'adagrad' },
  rmsprop: { type: 'rmsprop' },
  adam: { type: 'adam' },
  adamw: { type: 'adamw' },
} satisfies Record<string, OptimizerSpecification>

export type OptimizerName = keyof typeof namedOptimizers
export const optimizerNames = Object.keys(namedOptimizers) as OptimizerName[]

/**
 * The optimiser of that name.
 *
 * @throws KudariError with the names that there are.
 * @example
 * optimizerNamed('momentum') // { type: 'sgd', momentum: 0.9 }
 */
export const optimizerNamed = (name: string): OptimizerSpecification =>
  namedOptimizers[readName('optimizer', name, optimizerNames)]

const settings = Object.fromEntries(
  Object.entries(optimizers).map(([type, entry]) => [type, entry.settings]),
) as { readonly [Type in OptimizerType]: Settings<OptionsOf[Type]> }

/**
 * Checks a specification that came from outside (a JSON file, a model file).
 *
 * @throws KudariError naming the place, what was expected there and what was found.
 * @example
 * readOptimizer({ type: 'adam', betas: [0.9, 0.99] })
 */
export function readOptimizer(value: unknown): OptimizerSpecification {
  checkSpecification('optimizer', value, settings)
  const specification = value as OptimizerSpecification
  if (specification.type === 'sgd') {
    const { nesterov = false, momentum = 0, dampening = 0 } = specification
    if (nesterov && (momentum === 0 || dampening !== 0))
      throw new KudariError('usage', optimMessages.nesterovNeedsMomentum, undefined)
  }
  return specification
}
