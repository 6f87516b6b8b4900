/** The report: everything about one run in one file. */
import type { Language } from 'kudari'
import { documentHtml } from './html/document.ts'
import { html } from './html/html.ts'
import { dataSection } from './sections/data.ts'
import { descentSection } from './sections/descent.ts'
import { windowTitle } from './sections/loop.ts'
import { lossSection } from './sections/loss.ts'
import { modelSection } from './sections/model.ts'
import { nextSection } from './sections/next.ts'
import { opening } from './sections/opening.ts'
import { predictionSection } from './sections/prediction.ts'
import { weightsSection } from './sections/weights.ts'
import { styleSheet } from './style/sheet.ts'
import type { RunSummary } from './summary.ts'

/**
 * One self-contained HTML page about a training run, in Japanese and English at once, with a switch between them.
 *
 * @param run the run, as plain data.
 * @param style `formulaCss`: KaTeX's stylesheet with its fonts inside, from `formulaStyle`.
 * @param language the language that the page opens in.
 * @returns a complete document. The same arguments give the same page, to the byte.
 *
 * @example
 * writeFileSync('report.html', reportHtml(summary, { formulaCss }, 'ja'))
 */
export function reportHtml(run: RunSummary, style: { readonly formulaCss: string }, language: Language): string {
  return documentHtml({
    title: windowTitle(run),
    language,
    version: run.version,
    date: run.date,
    styles: [style.formulaCss, styleSheet],
    content: html`
${opening(run)}
${dataSection(run)}
${modelSection(run)}
${predictionSection(run)}
${lossSection(run)}
${descentSection(run)}
${weightsSection(run)}
${nextSection(run)}
`,
  })
}
