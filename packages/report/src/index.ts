/** What this package offers: the pages, the data that they are made of, and what is needed to make both. */
export { reportHtml } from './page.ts'
export { comparisonHtml } from './comparison/page.ts'
export { formulaStyle } from './formula-style.ts'
export { texText } from './html/tex.ts'
export type * from './comparison/summary.ts'
export type * from './image-summary.ts'
export type * from './summary.ts'
