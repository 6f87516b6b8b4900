/** The ways to scale as the page offers them, and as the library takes them. */
import type { FitOptions, MatrixColumn, Scale } from 'kudari'

export const scalings = ['none', 'centre', 'standard', 'minmax'] as const
export type Scaling = (typeof scalings)[number] | 'pixels'

/** The talk's moving of the axes also moves the target. */
export const fitOfScaling = (scaling: Scaling): { readonly center: true | undefined; readonly scale: Scale | undefined } =>
  scaling === 'centre' ? { center: true, scale: undefined } : { center: undefined, scale: scaling }

export const scalingOf = ({ scale, fit }: { readonly scale: Scale; readonly fit: Pick<FitOptions, 'center'> }): Scaling =>
  scale === 'none' && fit.center ? 'centre' : scale

/** `x = (v - offset) / divisor` with the numbers filled in, without what changes nothing. */
export function scaledText(variable: string, of: string, { offset, divisor }: Pick<MatrixColumn, 'offset' | 'divisor'>, number: (value: number) => string): string {
  const moved = offset === 0 ? of : offset < 0 ? `${of} + ${number(-offset)}` : `${of} − ${number(offset)}`
  if (divisor === 1) return `${variable} = ${moved}`
  return `${variable} = ${offset === 0 ? moved : `(${moved})`} / ${number(divisor)}`
}
