/** The report of a run as a page, with KaTeX's stylesheet and fonts from the installed package. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Reported, formulaStyle, reportHtml, runSummary } from '@kudari/report'
import type { Language } from 'kudari'

/** KaTeX's stylesheet with its fonts, from the installed package. */
async function formulaCss(): Promise<string> {
  const dist = dirname(fileURLToPath(import.meta.resolve('katex')))
  return formulaStyle(await readFile(join(dist, 'katex.min.css'), 'utf8'), (name) => readFile(join(dist, 'fonts', `${name}.woff2`)))
}

/** The report as a page of its own. */
export const reportPage = async (reported: Reported, language: Language): Promise<string> =>
  reportHtml(runSummary(reported), { formulaCss: await formulaCss() }, language)
