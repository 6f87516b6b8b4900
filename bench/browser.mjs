/** W4 in a page of Chromium that is isolated from other origins, so that threads can share memory: Kudari beside its peers there. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { makeData } from './data.mjs'
import { workloads } from './workloads.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.bin': 'application/octet-stream' }
const installed = [process.env.KUDARI_BROWSER, '/usr/bin/chromium', '/usr/bin/google-chrome', chromium.executablePath()]

/** The files of the project, with the headers that isolate a page. */
function serve() {
  const server = createServer(({ url }, response) => {
    const path = join(root, normalize(new URL(url, 'http://localhost').pathname))
    response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp')
    if (url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Kudari bench</title>')
    if (!existsSync(path)) return response.writeHead(404).end()
    return response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(readFileSync(path))
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** How each peer is loaded in the page: as text, because it runs there. */
const peers = {
  kudari: `const library = await import('/packages/kudari/dist/index.js')
    const { network } = await import('/bench/peers/networks/kudari.mjs')
    return network(library, workload, read)`,
  'tfjs-wasm': `const script = (src) => new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject })))
    await script('/bench/node_modules/@tensorflow/tfjs/dist/tf.min.js')
    await script('/bench/node_modules/@tensorflow/tfjs-backend-wasm/dist/tf-backend-wasm.min.js')
    tf.wasm.setWasmPaths('/bench/node_modules/@tensorflow/tfjs-backend-wasm/dist/')
    await tf.setBackend('wasm')
    const { network } = await import('/bench/peers/networks/tfjs.mjs')
    return network(tf, workload, read)`,
  'jax-js': `const library = await import('/bench/node_modules/@jax-js/jax/dist/index.js')
    await library.init('wasm')
    library.defaultDevice('wasm')
    const { network } = await import('/bench/peers/networks/jax-js.mjs')
    return network(library, workload, read)`,
}

/** Runs a peer in a fresh page: milliseconds of each repetition, and the last loss. */
async function measurePeer(browser, origin, peer) {
  const page = await browser.newPage()
  await page.goto(origin)
  const text = `(async () => {
    const workload = ${JSON.stringify(workloads.W4)}
    const parts = ['x', 'y', ...workload.layers.map((_, i) => 'w' + (i + 1))]
    const files = new Map(await Promise.all(parts.map(async (part) => [part, await (await fetch('/bench/data/images-' + part + '.bin')).arrayBuffer()])))
    const read = (part, Type = Float32Array) => new Type(files.get(part))
    const prepare = async () => { ${peers[peer]} }
    const run = await prepare()
    let loss = await run()
    const ms = []
    for (let i = 0; i < 3; i++) {
      const start = performance.now()
      loss = await run()
      ms.push(performance.now() - start)
    }
    return { ms, loss, isIsolated: crossOriginIsolated }
  })()`
  const result = await page.evaluate(text)
  await page.close()
  return result
}

/** Measures all peers that are installed, prints a table, and gives the exit code. */
export async function measureInBrowser() {
  const executablePath = installed.find((path) => path && existsSync(path))
  if (!executablePath) {
    console.error('there is no browser: KUDARI_BROWSER names one (on Debian: apt-get install chromium)')
    return 2
  }
  makeData(workloads.W4)
  const server = await serve()
  const origin = `http://127.0.0.1:${server.address().port}/`
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  console.log(`W4 in a page  ${workloads.W4.what}; Chromium ${browser.version()}, medians in ms`)
  let own
  let code = 0
  for (const peer of Object.keys(peers)) {
    if (peer !== 'kudari' && !existsSync(join(root, 'bench/node_modules'))) {
      console.log(`  left out: ${peer} (npm install --prefix bench brings it)`)
      continue
    }
    const { ms, loss } = await measurePeer(browser, origin, peer)
    const time = ms.toSorted((a, b) => a - b)[ms.length >> 1]
    own ??= { time, loss }
    const ratio = peer === 'kudari' ? '' : `  kudari / ${peer} = ${(own.time / time).toPrecision(3)}`
    console.log(`  ${peer.padEnd(12)} ${time.toFixed(1).padStart(9)}  loss ${loss.toPrecision(7)}${ratio}`)
    if (Math.abs(loss - own.loss) > 2e-3 * Math.abs(own.loss)) {
      console.error(`the losses of kudari and ${peer} do not agree`)
      code = 1
    }
  }
  await browser.close()
  server.close()
  return code
}
