/** Of many numbers, those that matter most. */

/** The places of the largest numbers, in their own order. */
export function largestPlaces(numbers: Float32Array, most: number): readonly number[] {
  const places = Array.from(numbers.keys())
  if (numbers.length <= most) return places
  return places.toSorted((a, b) => Math.abs(numbers[b]) - Math.abs(numbers[a])).slice(0, most).toSorted((a, b) => a - b)
}
