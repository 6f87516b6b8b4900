/** What this package offers: the page, the data that it is made of, and what is needed to make both. */
export { reportHtml } from './page.ts'
export { formulaStyle } from './formula-style.ts'
export { texText } from './html/tex.ts'
export type * from './summary.ts'
