/** Initializers: how the weights of a layer begin. */
import { full } from '../tensor/create.ts'
import { type DType, allocate } from '../tensor/dtype.ts'
import type { Generator } from '../tensor/random.ts'
import { type Shape, sizeOf } from '../tensor/shape.ts'
import { Tensor } from '../tensor/tensor.ts'

/** The inputs that one output of a layer sums up, and the outputs that one input goes to. */
export interface Fan {
  readonly in: number
  readonly out: number
}

type Distribution = 'normal' | 'uniform'

/** Normal numbers of a standard deviation; uniform ones between -limit and limit, which have limit / sqrt(3). */
const spread = { normal: 1, uniform: Math.sqrt(3) } as const

/** The standard deviations that keep the signal of a layer as large as it came in. */
const deviations = {
  /** He et al. 2015, for ReLU. */
  he: ({ in: inputs }: Fan) => Math.sqrt(2 / inputs),
  /** Glorot and Bengio 2010, for sigmoid and tanh. */
  glorot: ({ in: inputs, out }: Fan) => Math.sqrt(2 / (inputs + out)),
} as const

/** Initializers without a number. `random` is normal with a standard deviation of 0.01, whatever the shape. */
const plain = ['zeros', 'ones', 'random', 'glorot', 'he', 'glorot-uniform', 'he-uniform'] as const
/** Initializers with one: a constant, the standard deviation, the limit on both sides of 0. */
const measured = ['constant', 'normal', 'uniform'] as const

/** `glorot` and `he` are normal. `constant:0.5`, `normal:0.1` (standard deviation), `uniform:0.1` (from -0.1 to 0.1). */
export type Initializer = (typeof plain)[number] | `${(typeof measured)[number]}:${number}`

/** For messages: how initializers are written. */
export const initializerForms: readonly string[] = [...plain, 'constant:0.5', 'normal:0.1', 'uniform:0.1']

/** The number of a measured initializer; NaN where there is none. */
function numberOf(text: string): number {
  const [name, value, ...rest] = text.split(':')
  if (!measured.some((known) => known === name) || value === undefined || value.trim() === '' || rest.length > 0) return Number.NaN
  return name === 'constant' || Number(value) > 0 ? Number(value) : Number.NaN
}

/** Whether a text is an initializer. */
export const isInitializer = (text: unknown): text is Initializer =>
  typeof text === 'string' && (plain.some((name) => name === text) || Number.isFinite(numberOf(text)))

/**
 * First values of a weight tensor.
 *
 * @param fan see {@link Fan}.
 * @example
 * initialValues('he', [784, 128], { in: 784, out: 128 }, 'float32', generator(0))
 */
export function initialValues(initializer: Initializer, shape: Shape, fan: Fan, dtype: DType, random: Generator): Tensor {
  const draw = (distribution: Distribution, deviation: number): Tensor => {
    const scale = deviation * spread[distribution]
    const data = allocate(dtype, sizeOf(shape))
    for (let i = 0; i < data.length; i++)
      data[i] = scale * (distribution === 'normal' ? random.normal() : 2 * random.uniform() - 1)
    return new Tensor({ shape, dtype }, data)
  }
  switch (initializer) {
    case 'zeros':
      return full(shape, 0, { dtype })
    case 'ones':
      return full(shape, 1, { dtype })
    case 'random':
      return draw('normal', 0.01)
    case 'he':
    case 'glorot':
      return draw('normal', deviations[initializer](fan))
    case 'he-uniform':
      return draw('uniform', deviations.he(fan))
    case 'glorot-uniform':
      return draw('uniform', deviations.glorot(fan))
    default: {
      const value = numberOf(initializer)
      if (initializer.startsWith('constant')) return full(shape, value, { dtype })
      return initializer.startsWith('normal') ? draw('normal', value) : draw('uniform', value / spread.uniform)
    }
  }
}
