/** The page's stylesheet, put together from its parts. */
import { base } from './base.ts'
import { colors } from './colors.ts'
import { imageStyle } from './images.ts'
import { openingStyle } from './opening.ts'
import { printStyle } from './print.ts'
import { sectionStyle } from './sections.ts'

export const styleSheet = [colors, base, openingStyle, sectionStyle, imageStyle, printStyle].join('\n')
