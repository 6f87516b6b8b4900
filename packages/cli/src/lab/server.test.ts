import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, type RequestOptions, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataQuery, servedFiles } from './served.ts'
import { type LabServer, startLab } from './server.ts'
import { labSite } from './site.ts'

const page = `<!doctype html><title>Lab</title>${'<p>Kudari</p>'.repeat(500)}`
const wasm = Buffer.from('0061736d01000000', 'hex')
const table = Buffer.from('a,y\n1,2\n')
/** A name of which every part has to be encoded. */
const dataName = '売上 100%&x?#.csv'

let folder: string
let server: LabServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kudari-lab-'))
  const site = join(folder, 'site')
  mkdirSync(join(site, 'assets'), { recursive: true })
  const files = {
    'site/index.html': page, 'site/icon.svg': '<svg/>', 'site/manifest.webmanifest': '{}', 'site/assets/index-BHeGqseq.js': 'export {}',
    'site/assets/kernels-abc.wasm': wasm, 'site/assets/font-abc.woff2': 'wOF2', 'site/assets/odd': 'x', [dataName]: table, 'secret.csv': 'secret',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  symlinkSync(join(folder, 'secret.csv'), join(site, 'link.csv'))
  server = await startLab(await servedFiles(site, [join(folder, dataName)]), 0)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A request as it is written, without what `fetch` would tidy up. */
async function ask(path: string, options: RequestOptions = {}): Promise<Answered> {
  const asked = request(new URL(server.url), { path, ...options }).end()
  const [response] = await once(asked, 'response')
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) }
}

describe('the server of the Lab', () => {
  it.each([
    ['/', page, 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', page, 'text/html; charset=utf-8', 'no-cache'],
    ['/icon.svg', '<svg/>', 'image/svg+xml', 'no-cache'],
    ['/manifest.webmanifest', '{}', 'application/manifest+json', 'no-cache'],
    ['/assets/index-BHeGqseq.js?v=1', 'export {}', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/kernels-abc.wasm', wasm, 'application/wasm', 'public, max-age=31536000, immutable'],
    ['/assets/font-abc.woff2', 'wOF2', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['/assets/odd', 'x', 'application/octet-stream', 'public, max-age=31536000, immutable'],
    [`/data/${encodeURIComponent(dataName)}`, table, 'application/octet-stream', 'no-store'],
  ])('serves %s, isolated, with its type and how long it may be kept', async (path, content, type, cache) => {
    const { status, headers, body } = await ask(path)
    expect(status).toBe(200)
    expect(body.equals(Buffer.from(content))).toBe(true)
    expect(headers).toMatchObject({
      'content-type': type,
      'content-length': `${body.length}`,
      'cache-control': cache,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
  })

  it('answers HEAD with what GET would begin with', async () => {
    const { status, headers, body } = await ask('/', { method: 'HEAD' })
    expect([status, headers['content-length'], body.length]).toEqual([200, `${page.length}`, 0])
  })

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['deflate', undefined, (body: Buffer) => body],
  ])('compresses texts where the browser takes %s', async (accepted, encoding, open) => {
    const { headers, body } = await ask('/', { headers: { 'accept-encoding': accepted } })
    expect([headers['content-encoding'], headers.vary]).toEqual([encoding, 'accept-encoding'])
    expect(open(body).toString()).toBe(page)
    expect(body.length < page.length / 10).toBe(encoding !== undefined)
    const data = await ask(`/data/${encodeURIComponent(dataName)}`, { headers: { 'accept-encoding': accepted } })
    expect([data.headers['content-encoding'], data.body.equals(table)]).toEqual([undefined, true])
  })

  it.each([
    '/../secret.csv', '/%2e%2e/secret.csv', '/..%2fsecret.csv', '/assets/../../secret.csv', '/data/../secret.csv', '/data/..%2Fsecret.csv', '/data/secret.csv',
    '/data/', '/data', '/assets', '/assets/', '/link.csv', '/%', '/%00', '/no-such-file', '//', '/C:%5Csecret.csv', '/index.html/', '/INDEX.HTML',
  ])('does not serve %s', async (path) => {
    const { status, headers, body } = await ask(path)
    expect([status, headers['x-content-type-options']]).toEqual([404, 'nosniff'])
    expect(body.toString()).not.toContain('secret')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await ask('/', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each([
    ['evil.example', 403], ['127.0.0.1.evil.example:80', 403], ['localhost.evil.example', 403], ['evil.example:localhost', 403], ['[::1]:5180', 403],
    ['localhost', 200], ['localhost:8080', 200], ['127.0.0.1', 200],
  ])('asked as %s answers %i', async (host, status) => {
    const answered = await ask('/', { headers: { host } })
    expect(answered.status).toBe(status)
    expect(answered.body.toString().includes('Kudari')).toBe(status === 200)
  })

  it('asked by no name at all refuses', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.end('GET / HTTP/1.0\r\n\r\n')
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('says that a table is gone', async () => {
    const gone = join(folder, 'gone.csv')
    writeFileSync(gone, 'a\n1\n')
    const own = await startLab(await servedFiles(join(folder, 'site'), [gone]), 0)
    expect((await fetch(`${own.url}data/gone.csv`)).status).toBe(200)
    rmSync(gone)
    expect((await fetch(`${own.url}data/gone.csv`)).status).toBe(404)
    expect((await fetch(own.url)).status).toBe(200)
    await own.close()
  })

  it('tells the page of the table in its address', () => {
    expect(dataQuery([join('folder', dataName)])).toBe('?data=%E5%A3%B2%E4%B8%8A%20100%25%26x%3F%23.csv')
    expect(new URLSearchParams(dataQuery([dataName, 'b'])).getAll('data')).toEqual([dataName, 'b'])
    expect(dataQuery([])).toBe('')
  })
})

describe('the ports of the Lab', () => {
  it('are two for two of them, and one is refused that is taken', async () => {
    const files = await servedFiles(join(folder, 'site'), [])
    const [first, second] = [await startLab(files), await startLab(files)]
    const ports = [first, second].map(({ url }) => Number(new URL(url).port))
    expect(ports[0]).not.toBe(ports[1])
    await expect(startLab(files, ports[0])).rejects.toThrow(`--port ${ports[0]} is in use`)
    await Promise.all([first.close(), second.close()])
    const again = await startLab(files, ports[0])
    expect(again.url).toBe(first.url)
    await again.close()
  })
})

describe('the page of the Lab', () => {
  const manifest = (name: string) => (): string => pathToFileURL(join(folder, name, 'package.json')).href

  it('is the folder site of its package', () => {
    writeFileSync(join(folder, 'package.json'), '{}')
    expect(labSite(manifest('.'))).toBe(join(folder, 'site'))
  })

  it.each([
    ['is not installed', () => { throw new Error('Cannot find package') }, /@kudari\/lab is missing; install it/],
    ['would be somewhere, but is not', () => manifest('nowhere')(), /@kudari\/lab is missing; install it/],
    ['is not built', () => {
      mkdirSync(join(folder, 'unbuilt'), { recursive: true })
      writeFileSync(join(folder, 'unbuilt/package.json'), '{}')
      return manifest('unbuilt')()
    }, /unbuilt\/site holds no index\.html.*npm run build/],
  ])('that %s is asked for', (_, resolve, message) => expect(() => labSite(resolve)).toThrow(message))
})
