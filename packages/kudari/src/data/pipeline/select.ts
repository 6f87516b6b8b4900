/** The k-th smallest of many numbers, without sorting them all. */

/**
 * The number that would stand at place `k` (from 0) if the numbers were sorted (Hoare's selection). Their order changes: what
 * stands before place `k` is then not larger, and what stands behind it not smaller.
 *
 * @param numbers at least `k` + 1 of them, without NaN.
 */
export function select(numbers: Float64Array, k: number): number {
  let left = 0
  let right = numbers.length - 1
  while (left < right) {
    const pivot = medianOfThree(numbers[left], numbers[(left + right) >> 1], numbers[right])
    let i = left
    let j = right
    while (i <= j) {
      while (numbers[i] < pivot) i++
      while (numbers[j] > pivot) j--
      if (i > j) break
      const kept = numbers[i]
      numbers[i++] = numbers[j]
      numbers[j--] = kept
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else break
  }
  return numbers[k]
}

const medianOfThree = (a: number, b: number, c: number): number =>
  a < b ? (b < c ? b : Math.max(a, c)) : a < c ? a : Math.max(b, c)
