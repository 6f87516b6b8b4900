/** The page: everything about one run in one file that loads nothing and runs no script. */
import type { Language } from 'kudari'
import { languages, tell } from './html/bilingual.ts'
import { type Html, html, raw } from './html/html.ts'
import { page } from './messages/page.ts'
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

/** Nothing may be loaded and no script may run, whatever stands in the table. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The switch: two radio buttons before everything else, by which the stylesheet hides the other language. */
const languageSwitch = (language: Language): Html => html`
${languages.map(({ code, name }) => html`
<input type="radio" name="language" class="switch" id="language-${code}" aria-label="${name}" lang="${code}"${code === language ? html` checked` : undefined}>`)}
<div class="languages" aria-hidden="true">${languages.map(({ code, name }) =>
  html`<label for="language-${code}" lang="${code}">${name}</label>`)}</div>`

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
  const date = run.date.slice(0, 10)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Kudari ${run.version}">
<title>${windowTitle(run)}</title>
<style>${raw(style.formulaCss)}</style>
<style>${raw(styleSheet)}</style>
</head>
<body>
${languageSwitch(language)}
<main>
${opening(run)}
${dataSection(run)}
${modelSection(run)}
${predictionSection(run)}
${lossSection(run)}
${descentSection(run)}
${weightsSection(run)}
${nextSection(run)}
</main>
<footer><p>${tell(page.made, { version: run.version, date })} ${tell(page.selfContained, undefined)}</p></footer>
</body>
</html>
`.text
}
