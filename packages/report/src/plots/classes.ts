/** The legend of classes, in their colours and shapes. */
import { classCharacter, classColor } from '../class-marks.ts'
import type { Html } from '../html/html.ts'
import { nameTag } from '../html/name.ts'
import { legendEntry } from './figure.ts'

export const classLegend = (classes: readonly string[]): readonly Html[] =>
  classes.map((name, k) => legendEntry({ symbol: classCharacter(k) }, classColor(k), nameTag(name)))
