/** The ways to scale as the page offers them, and as the library takes them. */
import type { FitOptions, MatrixColumn, Scale } from 'kudari'

export const scalings = ['none', 'centre', 'standard', 'minmax'] as const
export type Scaling = (typeof scalings)[number] | 'pixels'

/** The talk's moving of the axes also moves the target. */
export const fitOfScaling = (scaling: Scaling): { readonly center: true | undefined; readonly scale: Scale | undefined } =>
  scaling === 'centre' ? { center: true, scale: undefined } : { center: undefined, scale: scaling }

export const scalingOf = ({ scale, fit }: { readonly scale: Scale; readonly fit: Pick<FitOptions, 'center'> }): Scaling =>
  scale === 'none' && fit.center ? 'centre' : scale

type Moved = Pick<MatrixColumn, 'offset' | 'divisor'>

/** `(v - offset) / divisor` with the numbers filled in, without what changes nothing. */
export function movedText(of: string, { offset, divisor }: Moved, number: (value: number) => string): string {
  const moved = offset === 0 ? of : offset < 0 ? `${of} + ${number(-offset)}` : `${of} − ${number(offset)}`
  if (divisor === 1) return moved
  return `${offset === 0 ? moved : `(${moved})`} / ${number(divisor)}`
}

/** `x = (v - offset) / divisor`, likewise. */
export const scaledText = (variable: string, of: string, moved: Moved, number: (value: number) => string): string => `${variable} = ${movedText(of, moved, number)}`
