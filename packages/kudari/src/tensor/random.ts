/**
 * Random numbers from a seed: the same seed gives the same numbers on every machine, in Node and in the browser.
 *
 * The generator is xoshiro128** (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", 2021),
 * its state filled from the seed by SplitMix32. It uses 32-bit integer arithmetic only, which every engine does alike.
 */
import { log } from './functions.ts'

/** A source of random numbers with a state of its own; make one with {@link generator}. */
export interface Generator {
  /** The next 32 random bits, as an unsigned integer. */
  bits(): number
  /** A float64 in [0, 1) with 53 random bits. */
  uniform(): number
  /** A float64 of the standard normal distribution. */
  normal(): number
  /** An integer in [0, bound), every one equally likely. */
  integer(bound: number): number
  /** Another one that gives the same numbers from here on. */
  copy(): Generator
}

/**
 * A generator started from a seed.
 *
 * @param seed any integer; only its lowest 32 bits count.
 * @example
 * const random = generator(42)
 * random.uniform() // 0.3... — always the same for seed 42
 */
export function generator(seed: number): Generator {
  let mixed = seed | 0
  const splitMix = () => {
    mixed = (mixed + 0x9e3779b9) | 0
    let z = mixed ^ (mixed >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) | 0
  }
  return xoshiro(splitMix(), splitMix(), splitMix(), splitMix())
}

/** A generator by its state: four integers, and where normals come in pairs the second of them. */
function xoshiro(a: number, b: number, c: number, d: number, spare?: number): Generator {
  const bits = () => {
    const rotated = Math.imul(b, 5)
    const result = Math.imul((rotated << 7) | (rotated >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result
  }

  const uniform = () => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992

  // Marsaglia's polar method gives normals in pairs; the second waits in `spare`.
  const normal = () => {
    if (spare !== undefined) {
      const value = spare
      spare = undefined
      return value
    }
    for (;;) {
      const u = 2 * uniform() - 1
      const v = 2 * uniform() - 1
      const s = u * u + v * v
      if (s > 0 && s < 1) {
        const factor = Math.sqrt((-2 * log(s)) / s)
        spare = v * factor
        return u * factor
      }
    }
  }

  const integer = (bound: number) => Math.floor(uniform() * bound)

  return { bits, uniform, normal, integer, copy: () => xoshiro(a, b, c, d, spare) }
}

/** The integers 0 ... `count` - 1 in random order (Fisher-Yates). */
export function permutation(random: Generator, count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
  return order
}
