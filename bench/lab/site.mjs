/** The Lab as a user gets it: built, served by `kudari lab`, opened in Chromium. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const installed = [process.env.KUDARI_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()]

export const browserPath = () => installed.find((path) => path && existsSync(path))

export const openBrowser = (executablePath) =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })

export const buildSite = () => build({ configFile: `${root}packages/lab/vite.config.ts`, logLevel: 'error' })

/** The address of the command's own server, and what ends it. */
export async function serveSite() {
  const server = spawn(process.execPath, [`${root}packages/cli/bin/kudari.mjs`, 'lab', '--no-open', '--port', '0', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(server.stdout, 'data')
  return { url: JSON.parse(line).url, close: () => server.kill('SIGINT') }
}

/** A page in a fresh profile. */
export async function openPage(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
  return context.newPage()
}

export const interactive = (page) => page.locator('button.play:not([disabled])').waitFor({ timeout: 60_000 })
