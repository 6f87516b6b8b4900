/** Round numbers along an axis. */

/**
 * Multiples of 1, 2 or 5 times a power of ten, between two numbers.
 *
 * @param count how many about.
 * @example
 * niceTicks(166, 176, 5) // [166, 168, 170, 172, 174, 176]
 */
export function niceTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count)
  if (!(rough > 0) || !Number.isFinite(rough)) return []
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5].find((each) => each * power >= rough * 0.999) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const ticks = Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
  return ticks.map((tick) => (tick === 0 ? 0 : tick))
}
