/** Bytes in a unit that suits them. */
import { formatNumber } from 'kudari'

const UNITS = ['B', 'KiB', 'MiB', 'GiB'] as const

/** `241 KiB`; the number has three digits. */
export function memoryText(bytes: number): string {
  const unit = UNITS.findLastIndex((_, power) => bytes >= 2 ** (10 * power))
  return `${formatNumber(bytes / 2 ** (10 * Math.max(unit, 0)), 3)} ${UNITS[Math.max(unit, 0)]}`
}
