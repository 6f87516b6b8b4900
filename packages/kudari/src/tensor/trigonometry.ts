/**
 * Sine, cosine, tangent and their inverses, of which every engine gives the same bits, as of the functions in functions.ts. Errors
 * are below 1 unit in the last place for sine and cosine, below 3 for those made of several steps.
 */

/**
 * pi / 2 in four parts (152 bits in all): products of the first three with whole numbers up to 2^20 are exact.
 */
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32] as const
const LARGEST_COUNT = 2 ** 20

/** A number in two parts: the second is what the first lacks. */
interface Reduced {
  /** How many quarter turns were taken away, modulo 4. */
  readonly quarter: number
  readonly r: number
  readonly lost: number
}

/** A sum of two numbers and what it loses by rounding (D. Knuth, "The Art of Computer Programming" 2, 4.2.2). */
function sumOf(a: number, b: number): readonly [sum: number, lost: number] {
  const sum = a + b
  const part = sum - a
  return [sum, a - (sum - part) + (b - part)]
}

/** x - n pi / 2 with the nearest n, for |n| up to 2^20. */
function reduced(x: number): Reduced {
  const n = Math.round(x * 0.6366197723675814)
  let [r, lost] = [x, 0]
  for (const part of HALF_PI) {
    const [sum, rounding] = sumOf(r, -n * part)
    ;[r, lost] = sumOf(sum, lost + rounding)
  }
  return { quarter: n & 3, r, lost }
}

/** Bits of the fixed-point numbers that large angles are reduced in: more than an exponent of 1023 and two mantissas take. */
const FIXED = 1200n

/** arctan(1 / n) as a fixed-point number: 1/n - 1/(3 n^3) + 1/(5 n^5) - ... */
function arctanOfInverse(n: bigint): bigint {
  let power = (1n << FIXED) / n
  let sum = 0n
  for (let k = 1n; power > 0n; k += 2n) {
    sum += (k & 2n) === 0n ? power / k : -(power / k)
    power /= n * n
  }
  return sum
}

/** pi / 2 as a fixed-point number, by Machin's formula pi / 4 = 4 arctan(1/5) - arctan(1/239); made when it is first needed. */
let halfPi: bigint | undefined
const fixedHalfPi = (): bigint => (halfPi ??= 2n * (4n * arctanOfInverse(5n) - arctanOfInverse(239n)))

/** Of what is left of a large angle so many bits behind the point are used. */
const REST = 200n

/** The same as {@link reduced} for larger angles, which are whole multiples of 2^-33. */
function reducedExactly(x: number): Reduced {
  const quarterTurn = fixedHalfPi()
  const fixed = Number.isInteger(x) ? BigInt(x) << FIXED : BigInt(x * 2 ** 33) << (FIXED - 33n)
  let n = fixed / quarterTurn
  let rest = fixed - n * quarterTurn
  if (2n * rest > quarterTurn) [n, rest] = [n + 1n, rest - quarterTurn]
  if (2n * rest < -quarterTurn) [n, rest] = [n - 1n, rest + quarterTurn]
  const bits = rest >> (FIXED - REST)
  const r = Number(bits)
  const lost = Number(bits - BigInt(r))
  return { quarter: Number(n & 3n), r: r * 2 ** -200, lost: lost * 2 ** -200 }
}

const reduce = (x: number): Reduced => (Math.abs(x) < LARGEST_COUNT ? reduced(x) : reducedExactly(x))

/** sin(r + lost) for |r| <= pi / 4: the series r - r^3/3! + ... + r^17/17!. */
function sineNear(r: number, lost: number): number {
  const z = r * r
  let sum = 2.8114572543455206e-15
  sum = sum * z - 7.647163731819816e-13
  sum = sum * z + 1.6059043836821613e-10
  sum = sum * z - 2.505210838544172e-8
  sum = sum * z + 2.7557319223985893e-6
  sum = sum * z - 1.984126984126984e-4
  sum = sum * z + 8.333333333333333e-3
  sum = sum * z - 0.16666666666666666
  return r + (r * z * sum + lost * (1 - z / 2))
}

/** cos(r + lost) for |r| <= pi / 4: the series 1 - r^2/2! + ... - r^18/18!. */
function cosineNear(r: number, lost: number): number {
  const z = r * r
  let sum = -1.5619206968586225e-16
  sum = sum * z + 4.779477332387385e-14
  sum = sum * z - 1.1470745597729725e-11
  sum = sum * z + 2.08767569878681e-9
  sum = sum * z - 2.755731922398589e-7
  sum = sum * z + 2.48015873015873e-5
  sum = sum * z - 1.388888888888889e-3
  sum = sum * z + 4.1666666666666664e-2
  // What 1 - z/2 loses comes back with the small terms.
  const half = z / 2
  const first = 1 - half
  return first + (1 - first - half + (z * z * sum - r * lost))
}

/** sin(x + quarters of a turn). */
function sineOf({ quarter, r, lost }: Reduced, more: number): number {
  const turn = (quarter + more) & 3
  const value = (turn & 1) === 0 ? sineNear(r, lost) : cosineNear(r, lost)
  return turn < 2 ? value : -value
}

/** The sine of an angle in radians. */
export function sin(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x
  return Number.isFinite(x) ? sineOf(reduce(x), 0) : NaN
}

/** The cosine of an angle in radians. */
export const cos = (x: number): number => (Number.isFinite(x) ? sineOf(reduce(x), 1) : NaN)

/** The tangent of an angle in radians. */
export function tan(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x
  if (!Number.isFinite(x)) return NaN
  const angle = reduce(x)
  return sineOf(angle, 0) / sineOf(angle, 1)
}

/** arctan(k / 8) for k = 0 ... 8, each in two parts. */
const ARCTANGENTS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.12435499454676144, -3.1253241424539383e-18],
  [0.24497866312686414, 1.0698755618734451e-17],
  [0.35877067027057225, -2.4623815582638635e-17],
  [0.4636476090008061, 2.2698777452961687e-17],
  [0.5585993153435624, -5.4556305485916264e-18],
  [0.6435011087932844, 1.5834785051444286e-17],
  [0.7188299996216245, -2.1478388444456983e-17],
  [0.7853981633974483, 3.061616997868383e-17],
]
/** What the float64 nearest to pi / 2 lacks. */
const [NEAREST_HALF_PI, HALF_PI_LOST] = [1.5707963267948966, 6.123233995736766e-17]

/** arctan(x) for 0 <= x <= 1 without its small part, and that: arctan(c) + arctan((x - c) / (1 + x c)) with the nearest c = k / 8. */
function arctanParts(x: number): readonly [number, number] {
  const k = Math.round(x * 8)
  const c = k / 8
  const t = (x - c) / (1 + x * c)
  const z = t * t
  // t - t^3/3 + t^5/5 - ... - t^15/15 for |t| <= 1/16.
  let sum = -1 / 15
  sum = sum * z + 1 / 13
  sum = sum * z - 1 / 11
  sum = sum * z + 1 / 9
  sum = sum * z - 1 / 7
  sum = sum * z + 1 / 5
  sum = sum * z - 1 / 3
  const small = t * z * sum + ARCTANGENTS[k][1]
  return k === 0 ? [t, small] : [ARCTANGENTS[k][0], t + small]
}

/** The angle, from -pi/2 to pi/2, whose tangent is x. */
export function arctan(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x
  const size = Math.abs(x)
  const [large, small] = arctanParts(size > 1 ? 1 / size : size)
  const positive = size > 1 ? NEAREST_HALF_PI - (large - (HALF_PI_LOST - small)) : large + small
  return x < 0 ? -positive : positive
}

/** The angle, from -pi/2 to pi/2, whose sine is x. */
export const arcsin = (x: number): number => (x === 0 ? x : 2 * arctan(x / (1 + Math.sqrt((1 - x) * (1 + x)))))

/** The angle, from 0 to pi, whose cosine is x. */
export const arccos = (x: number): number => 2 * arctan(Math.sqrt((1 - x) / (1 + x)))
