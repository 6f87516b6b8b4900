/** Letting a page or terminal do its work in the middle of a long computation. */

/** How long, in milliseconds, is computed before others get their turn. */
const SLICE = 30

/** A function to be awaited again and again: it waits for others once a slice of time has passed. */
export function breathing(): () => Promise<void> {
  let sliceEnd = performance.now() + SLICE
  return async () => {
    if (performance.now() <= sliceEnd) return
    await new Promise((resolve) => setTimeout(resolve, 0))
    sliceEnd = performance.now() + SLICE
  }
}
