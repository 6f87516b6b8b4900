/** The Lab in a real browser: built, served as a host would, and opened. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser, openBrowser } from './browser.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json',
}

interface Site {
  readonly origin: string
  close(): void
}

/** Builds the site and serves it: a static host that sends no headers of its own. */
async function serveLab(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'kudari-lab-'))
  // As it is published; the runner of the tests says that this is one.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({ configFile: fileURLToPath(new URL('../packages/lab/vite.config.ts', import.meta.url)), logLevel: 'error', build: { outDir: folder } })
  process.env.NODE_ENV = NODE_ENV
  const server = createServer(({ url = '/' }, response) => {
    const path = join(folder, new URL(url, 'http://host').pathname.replace(/\/$/, '/index.html'))
    if (!existsSync(path) || statSync(path).isDirectory()) return response.writeHead(404).end()
    return response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(readFileSync(path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * The Lab and a browser for the tests of a `describe`, from its beginning to its end.
 *
 * @returns whether there is a browser, where the site is, and `open`: a page of it, or of a link, in a fresh profile.
 */
export function useLab() {
  const path = findBrowser()
  let browser: Browser | undefined
  let site: Site | undefined
  beforeAll(async () => {
    if (path !== undefined) [site, browser] = await Promise.all([serveLab(), openBrowser(path)])
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })
  return {
    isThere: path !== undefined,
    get origin(): string {
      return site!.origin
    },
    open: (options?: BrowserContextOptions, url = site!.origin): Promise<Opened> => openLab(browser!, url, options),
  }
}

/** What the page has complained of: errors, and what its policy blocked. */
export interface Opened {
  readonly page: Page
  readonly complaints: readonly string[]
}

/** Opens the Lab in a fresh profile. */
async function openLab(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints }
}
