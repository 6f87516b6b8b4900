/** Dropout: while a network trains, units are left out at random, so that none of them relies on another (Srivastava et al. 2014). */
import { randomUniformLike } from '../../ops/random.ts'
import { required, share } from '../../messages/settings.ts'
import type { LayerDefinition } from './layer.ts'

/** Every unit is left out with the probability `rate`; those that remain are multiplied by 1 / (1 - rate), so that sums keep their size. */
export interface DropoutLayer {
  readonly type: 'dropout'
  readonly rate: number
}

export const dropout: LayerDefinition<DropoutLayer> = {
  keys: { rate: required(share) },
  shape: (_layer, input) => input,
  // Which units are left out follows from a number that is counted on: the same run, the same units.
  variables: () => [{ role: 'draws', kind: 'statistics', shape: [], initial: 'seed' }],
  apply({ rate }, x, { draws }, { isTraining, remember }) {
    if (!isTraining) return x
    remember('draws', draws.add(1))
    if (rate === 0) return x
    const isKept = randomUniformLike(x, draws).greaterEqual(rate).astype(x.dtype)
    return x.multiply(isKept).divide(1 - rate)
  },
  // A prediction leaves nothing out.
  operations: () => 0,
}
