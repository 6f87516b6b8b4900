import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arccos, arcsin, arctan, cos, sin, tan } from './trigonometry.ts'

/** The distance of two numbers in units in the last place of the second. */
function ulps(found: number, expected: number): number {
  if (Object.is(found, expected) || found === expected) return 0
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(expected))))
  return Math.abs(found - expected) / 2 ** (exponent - 52)
}

/** Ours, the engine's (within 1 ulp of the truth), and where both are tried. */
const functions = {
  sin: [sin, Math.sin, 1e308],
  cos: [cos, Math.cos, 1e308],
  tan: [tan, Math.tan, 1e308],
  arcsin: [arcsin, Math.asin, 1],
  arccos: [arccos, Math.acos, 1],
  arctan: [arctan, Math.atan, 1e308],
} as const

describe.each(Object.keys(functions) as (keyof typeof functions)[])('%s', (name) => {
  const [own, engine, most] = functions[name]

  it('is within 4 ulps of the engine: near 0, on a few turns, and on the whole range', () => {
    const check = (x: number): boolean => ulps(own(x), engine(x)) < 4
    for (const size of [1e-3, 1, 8, 1e6, 1e7, 1e16, 1e308].filter((each) => each <= most))
      fc.assert(fc.property(fc.double({ min: -size, max: size, noNaN: true }), check), { numRuns: 5000 })
  })

  it('treats NaN, infinities and zeros as the engine does', () => {
    for (const x of [NaN, Infinity, -Infinity, 0, -0, 1, -1, 2, 5e-324]) {
      const [found, expected] = [own(x), engine(x)]
      expect({ x, isSame: Number.isFinite(expected) ? ulps(found, expected) < 3 : Object.is(found, expected) }).toEqual({ x, isSame: true })
    }
  })
})

describe('known values', () => {
  it('of arbitrary-precision arithmetic, also where nearly nothing is left of the angle', () => {
    // By mpmath with 400 bits. 6381956970095103 * 2^797 is the float64 nearest to a multiple of pi/2 of all.
    const worst = 6381956970095103 * 2 ** 797
    expect(ulps(cos(worst), -4.687165924254628e-19)).toBeLessThan(1)
    expect(sin(worst)).toBe(1)
    expect(ulps(sin(Math.PI), 1.2246467991473532e-16)).toBeLessThan(1)
    expect(ulps(cos(Math.PI / 2), 6.123233995736766e-17)).toBeLessThan(1)
    expect(ulps(sin(1e22), -0.8522008497671888)).toBeLessThan(1)
    expect([arctan(Infinity), arctan(1), arccos(-1), arcsin(1)]).toEqual([Math.PI / 2, Math.PI / 4, Math.PI, Math.PI / 2])
  })
})
