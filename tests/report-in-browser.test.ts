/** The files of a run in a real browser, bundled, under a strict policy: the same bytes as in Node. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../vitest.config.ts'
import { findBrowser, openBrowser } from './browser.ts'
import { filesOf } from './report-in-browser/runs.ts'

const katex = dirname(fileURLToPath(import.meta.resolve('katex')))
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

describe('in a browser', () => {
  const browser = findBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'kudari-report-'))
  let server: Server
  beforeAll(async () => {
    if (!browser) return
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: config.resolve,
      worker: { format: 'es' },
      build: { outDir: folder, rollupOptions: { input: fileURLToPath(new URL('report-in-browser/page.ts', import.meta.url)), output: { entryFileNames: 'page.js' } } },
    })
    server = createServer(({ url = '/' }, response) => {
      response.setHeader('content-security-policy', policy)
      if (url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Kudari</title><script type="module" src="/page.js"></script>')
      const path = url.startsWith('/katex/') ? join(katex, url.slice('/katex/'.length)) : join(folder, url)
      if (!existsSync(path)) return response.writeHead(404).end()
      return response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(readFileSync(path))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  }, 120_000)
  afterAll(() => {
    server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.skipIf(!browser)('a page and a worker make the same report, history, model and NumPy program as Node', async () => {
    const own = await filesOf(await readFile(join(katex, 'katex.min.css'), 'utf8'), (name) => readFile(join(katex, 'fonts', `${name}.woff2`)))
    expect(Object.keys(own)).toHaveLength(20)
    const opened = await openBrowser(browser!)
    try {
      // Observable Plot draws otherwise on screens of coarse and of fine pixels.
      for (const [deviceScaleFactor, maker] of [[1, 'filesFrom(location.origin)'], [2, 'filesFrom(location.origin)'], [1, 'filesFromWorker()']] as const) {
        const page = await opened.newPage({ deviceScaleFactor })
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(error.message))
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
        const theirs = await page.evaluate<Record<string, string>>(maker)
        for (const [name, content] of Object.entries(own)) expect(theirs[name] === content, `${maker}: ${name}`).toBe(true)
        expect(errors).toEqual([])
      }
    } finally {
      await opened.close()
    }
  })
})
