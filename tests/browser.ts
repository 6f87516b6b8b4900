/** Finds the browser that tests drive: KUDARI_BROWSER, Debian's chromium, Chrome, Playwright's own. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The path of a browser; undefined, with a printed reason, where there is none.
 *
 * @throws Error under CI=true, where .ci/run has installed one.
 */
export function findBrowser(): string | undefined {
  const { KUDARI_BROWSER: named, CI } = process.env
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`KUDARI_BROWSER=${named}: no such file`)
  }
  const found = [...installed, chromium.executablePath()].find((path) => existsSync(path))
  if (found === undefined) {
    if (CI === 'true') throw new Error('there is no browser; .ci/run installs one')
    console.log('skipped: there is no browser (KUDARI_BROWSER names one; apt-get install chromium, or npx playwright-core install chromium)')
  }
  return found
}

/** Opens the browser. Chromium refuses its sandbox to root. */
export const openBrowser = (executablePath: string) =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
