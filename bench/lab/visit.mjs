/** A first visit, with nothing in any cache: what is loaded, and how long it takes until the page can be used. */
import { get } from 'node:http'
import { interactive, openPage } from './site.mjs'

/** Milliseconds after which the page is at rest, and its files are kept for a visit without a network. */
const REST = 6000

/** The bytes of a file as the server sends it: of a Worker's own script, Chromium does not tell them. */
const askServer = (url) =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, async (response) => {
      let bytes = 0
      for await (const chunk of response) bytes += chunk.length
      resolve(bytes)
    }).on('error', reject)
  })

/** Two frames after the button for learning can be pressed, the first moment is on the screen. */
const shown = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/**
 * Opens the Lab.
 *
 * @param slowness how many times slower the processor is made (`Emulation.setCPUThrottlingRate`).
 * @returns milliseconds until the page can be used, and every file with its bytes on the wire (body and headers), when it was there,
 * and whether the service worker alone has asked for it.
 */
export async function visit(browser, url, slowness) {
  const page = await openPage(browser)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  const finished = []
  page.context().on('requestfinished', (request) => finished.push({ request, at: performance.now() }))
  const start = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await interactive(page)
  await shown(page)
  const milliseconds = performance.now() - start
  await page.waitForTimeout(REST)
  const files = new Map()
  for (const { request, at } of finished) {
    const { responseBodySize: body, responseHeadersSize: headers } = await request.sizes()
    const known = files.get(request.url())
    const isBackground = request.serviceWorker() !== null
    // What came from a cache has no body; where page and service worker both ask, one of them has it from the other.
    files.set(request.url(), {
      bytes: Math.max(known?.bytes ?? 0, body > 0 ? body + headers : 0),
      at: Math.min(known?.at ?? Infinity, isBackground ? Infinity : at - start),
      isBackground: isBackground && (known?.isBackground ?? true),
    })
  }
  for (const [address, file] of files) if (file.bytes === 0) file.bytes = await askServer(address)
  await page.context().close()
  return { milliseconds, files }
}
