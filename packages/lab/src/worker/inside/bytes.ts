/** Numbers as bytes: what a colour can show of them, at a quarter of the size. */

/** Stands for a number that is NaN or infinite. */
export const NOT_FINITE = -128

/** A number as steps of `limit / 127` away from `centre`, from -127 to 127. */
export function toByte(value: number, centre: number, limit: number): number {
  if (!Number.isFinite(value)) return NOT_FINITE
  return limit === 0 ? 0 : Math.max(-127, Math.min(127, Math.round(((value - centre) / limit) * 127)))
}
