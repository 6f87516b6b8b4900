/** The library in a real browser: the same bits as in Node. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as library from 'kudari'
import { type Table, fit } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, openBrowser } from './browser.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'packages/kudari/dist')

/** Rows of which both classes and categories, scaling, shuffles and random weights depend. */
const rows = Array.from({ length: 60 }, (_, i) => ({ a: Math.sin(i) * 10, b: ['x', 'y', 'z'][i % 3], c: (i * 7) % 5 > 1 ? 'yes' : 'no' }))
const table: Table = {
  columns: [
    { name: 'a', type: 'number', values: Float64Array.from(rows, ({ a }) => a) },
    { name: 'b', type: 'category', values: rows.map(({ b }) => b) },
    { name: 'c', type: 'category', values: rows.map(({ c }) => c) },
  ],
  rows: rows.length,
  source: 'made',
  missing: [],
}
const options = { target: 'c', batch: 8, epochs: 5, seed: 7, initial: 'random' } as const

describe('in a browser', () => {
  const browser = findBrowser()
  let server: Server
  let origin = ''
  beforeAll(async () => {
    if (!browser) return
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/kudari'], { cwd: root })
    server = createServer(({ url = '/' }, response) => {
      // Threads need a page that is isolated from other origins.
      if (url === '/isolated')
        response.setHeader('cross-origin-opener-policy', 'same-origin').setHeader('cross-origin-embedder-policy', 'require-corp')
      if (url === '/' || url === '/isolated') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Kudari</title>')
      if (!existsSync(join(dist, url))) return response.writeHead(404).end()
      return response.setHeader('content-type', 'text/javascript').setHeader('cross-origin-resource-policy', 'same-origin').end(readFileSync(join(dist, url)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server?.close())

  it.skipIf(!browser)('a run with mini-batches, shuffles and random weights gives the same bits as in Node', async () => {
    const own = await fit(table, options)
    const opened = await openBrowser(browser!)
    try {
      const page = await opened.newPage()
      await page.goto(origin)
      const made = { ...table, columns: table.columns.map((column) => ({ ...column, values: [...column.values] })) }
      // As text: the test's own compiler would rewrite the import.
      const theirs = await page.evaluate<{ loss: number[]; w: number[] }>(`(async () => {
        const { fit } = await import('/index.js')
        const made = ${JSON.stringify(made)}
        made.columns[0].values = Float64Array.from(made.columns[0].values)
        const { result } = await fit(made, ${JSON.stringify(options)})
        return { loss: result.history.loss, w: Array.from(result.state.parameters.w.data) }
      })()`)
      expect(theirs.loss).toEqual(own.result.history.loss)
      expect(theirs.w).toEqual(Array.from(own.result.state.parameters.w.data))
    } finally {
      await opened.close()
    }
  })

  it.skipIf(!browser)('a network cut into tiles gives the same bits on 1, 2, 3 and 8 threads, there and in Node, isolated or not', async () => {
    const expected = await Promise.all([1, 2, 3, 8].map((threads) => runNetwork(library, threads)))
    for (const losses of expected.slice(1)) expect(losses).toEqual(expected[0])
    expect(expected[0]).toHaveLength(12)
    const opened = await openBrowser(browser!)
    try {
      const page = await opened.newPage()
      for (const [path, isIsolated] of [['/isolated', true], ['/', false]] as const) {
        await page.goto(origin + path)
        const found = await page.evaluate<{ isIsolated: boolean; losses: number[][]; executor: string }>(`(async () => {
          const library = await import('/index.js')
          ${runNetwork.toString()}
          const losses = []
          for (const threads of [1, 2, 3, 8]) losses.push(await runNetwork(library, threads))
          const { executor } = library.describeExecution(library.trace((x) => x.add(1), [{ shape: [2], dtype: 'float32', name: 'x' }]).program)
          return { isIsolated: crossOriginIsolated, losses, executor }
        })()`)
        expect([found.isIsolated, found.executor]).toEqual([isIsolated, 'wasm'])
        for (const losses of found.losses) expect(losses).toEqual(expected[0])
      }
    } finally {
      await opened.close()
    }
  })
})

/** Trains a network on made-up rows; the losses of its steps. Its text also runs in the browser, so it uses nothing from outside. */
async function runNetwork(kudari: typeof library, threads: number): Promise<readonly number[]> {
  const { generator, initializeParameters, oneHot, randomNormal, train, useThreads } = kudari
  useThreads(threads)
  const random = generator(3)
  const rows = 700
  const x = randomNormal(random, [rows, 90], 0, 1, { dtype: 'float32' })
  const yt = oneHot(Array.from({ length: rows }, () => random.integer(10)), 10, 'float32')
  const layers = [{ type: 'dense', units: 96 }, { type: 'tanh' }, { type: 'dense', units: 10 }, { type: 'softmax' }] as const
  const specification = { layers, loss: 'categorical-cross-entropy' } as const
  const parameters = initializeParameters(specification, 90, { dtype: 'float32', random })
  const inputs = Array.from({ length: 90 }, (_, i) => `c${i}`)
  const { history } = await train({ specification, rows: { x, yt }, parameters, inputs }, { learningRate: 0.1, iterations: 12, batch: 300, seed: 5 })
  useThreads(undefined)
  return history.loss
}
