/** How many threads may be used. */

import { nodeModule } from './node-modules.ts'

let wanted: number | undefined

/** How many threads the machine runs at once, as far as the engine tells. */
function available(): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } }
  if (navigator?.hardwareConcurrency !== undefined) return navigator.hardwareConcurrency
  return nodeModule('node:os')?.availableParallelism() ?? 1
}

/** How many threads large computations use: what {@link useThreads} set, else as many as the machine runs at once. */
export const threadCount = (): number => wanted ?? available()

/**
 * Sets how many threads large computations use; `undefined` leaves it to Kudari. Results depend on it only where a BLAS is used.
 *
 * @param count at least 1.
 */
export function useThreads(count: number | undefined): void {
  wanted = count
}
