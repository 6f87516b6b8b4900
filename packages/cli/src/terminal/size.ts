/** Sizes of files as people read them. */
import { formatNumber } from 'kudari'

/**
 * Bytes in the decimal unit that suits them.
 *
 * @example
 * sizeText(9_912_422) // '9.91 MB'
 */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${Math.round(bytes)} B`
  return bytes < 1e6 ? `${formatNumber(bytes / 1e3, 3)} kB` : `${formatNumber(bytes / 1e6, 3)} MB`
}
