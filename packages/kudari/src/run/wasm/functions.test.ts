/** Functions of the kernels: at most 2 units in the last place from the truth in float32, 4 in float64, over their whole range. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as exact from '../../tensor/functions.ts'
import { trace } from '../../program/trace.ts'
import { Tensor } from '../../tensor/tensor.ts'
import { type VectorFunction, vectorFunctions } from './formulas.ts'
import { createArena, type Arena } from './arena.ts'
import { prepareOnMachine } from './executable.ts'

/** The functions in float64, of which float32 results are the nearest ones: exact to 2.5 units of float64. */
const inFloat64: Readonly<Record<VectorFunction, (x: number) => number>> = {
  exp: exact.exp,
  expm1: exact.expm1,
  log: exact.log,
  log1p: exact.log1p,
  log2: exact.log2,
  log10: exact.log10,
  tanh: exact.tanh,
  sigmoid: (u) => (u >= 0 ? 1 / (1 + exact.exp(-u)) : exact.exp(u) / (1 + exact.exp(u))),
  softplus: (u) => Math.max(u, 0) + exact.log1p(exact.exp(-Math.abs(u))),
  erf: exact.erf,
}

/** The functions as a machine computes them, on arrays. */
function onMachine(arena: Arena, name: VectorFunction, data: Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>): Float32Array | Float64Array {
  const type = { shape: [data.length], dtype: data instanceof Float32Array ? 'float32' : 'float64' } as const
  const { program } = trace((x) => x[name](), [{ ...type, name: 'x' }])
  return prepareOnMachine(program, arena)!([new Tensor(type, data)])[0].data as Float32Array | Float64Array
}

/** The distance to the next float32 or float64 at a number. */
function unit(value: number, bits: 24 | 53): number {
  const least = bits === 24 ? 2 ** -149 : 2 ** -1074
  const exponent = Math.floor(Math.log2(Math.abs(value) || least))
  return Math.max(least, 2 ** (exponent - bits + 1))
}

/** The largest distance of found numbers from expected ones, in units in the last place, and where it is. */
function worst(x: ArrayLike<number>, found: ArrayLike<number>, expected: (i: number) => number, bits: 24 | 53): { units: number; at: number } {
  const result = { units: 0, at: 0 }
  const round = bits === 24 ? Math.fround : (value: number) => value
  for (let i = 0; i < x.length; i++) {
    const truth = expected(i)
    if (Object.is(found[i], round(truth))) continue
    const distance = Number.isFinite(round(truth)) ? Math.abs(found[i] - truth) / unit(truth, bits) : Infinity
    if (!(distance <= result.units)) Object.assign(result, { units: distance, at: x[i] })
  }
  return result
}

/** Every sign and exponent of float32 with many fractions, and so the subnormal ones, infinities and NaN. */
function everyExponent(step: number): Float32Array<ArrayBuffer> {
  const bits = new Uint32Array(Math.ceil(2 ** 32 / step))
  for (let i = 0; i < bits.length; i++) bits[i] = i * step + ((i * 40503) % step)
  return new Float32Array(bits.buffer)
}

const special = [0, -0, 1, -1, Infinity, -Infinity, NaN, 2 ** -149, -(2 ** -149), 2 ** -126, 88.72283, 88.72284, -87.33655, -103.97208, 3.4028235e38, -3.4028235e38]

describe.each(['fma', 'simd'] as const)('the build %s', (kernels) => {
  const arena = createArena({ kernels })

  describe('in float32', () => {
    it.each(vectorFunctions)('%s is within 2 units of the truth everywhere', (name) => {
      // A prime step: more than a million numbers, with all fractions.
      const x = Float32Array.from([...special, ...everyExponent(4001)])
      const { units, at } = worst(x, onMachine(arena, name, x), (i) => inFloat64[name](x[i]), 24)
      expect({ units: units <= 2 ? 0 : units, at }).toEqual({ units: 0, at })
    })
  })

  describe('in float64', () => {
    const golden = JSON.parse(readFileSync(new URL('testing/functions.json', import.meta.url), 'utf8')) as Record<VectorFunction, [number, number][]>
    it.each(vectorFunctions)('%s is within 4 units of what mpmath computed', (name) => {
      const pairs = golden[name]
      expect(pairs.length).toBeGreaterThan(100)
      const x = Float64Array.from(pairs, ([from]) => from)
      const { units, at } = worst(x, onMachine(arena, name, x), (i) => pairs[i][1], 53)
      expect({ units: units <= 4 ? 0 : units, at }).toEqual({ units: 0, at })
    })

    it.each(vectorFunctions)('%s of zeros, infinities, NaN and subnormal numbers', (name) => {
      const x = Float64Array.of(0, -0, Infinity, -Infinity, NaN, 5e-324, -5e-324, 1e-310, -1, 1.7976931348623157e308, -1.7976931348623157e308, 709.78, 709.79, -745.1, -745.2)
      const { units, at } = worst(x, onMachine(arena, name, x), (i) => inFloat64[name](x[i]), 53)
      expect({ units: units <= 4 ? 0 : units, at }).toEqual({ units: 0, at })
    })
  })
})
