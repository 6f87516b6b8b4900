import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs'
import http, { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Place, type Ran, newPlace } from '../testing/run.ts'
import { sampleFiles } from '../testing/sample-set.ts'
import { type Answer, type Served, files, hasBytes, partOf, serve, silence, status } from '../testing/server.ts'

vi.mock(import('../datasets/catalogue.ts'), async (original) => {
  const { dataSets } = await original()
  const { sampleSet } = await import('../testing/sample-set.ts')
  return { dataSets: [...dataSets, sampleSet] }
})

const { 'noise.bin': noise, 'table.data': table } = sampleFiles
const good = files(sampleFiles)
const header = 'a,y\n'

let place: Place
let server: Served | undefined
beforeEach(() => {
  place = newPlace()
})
afterEach(async () => {
  await server?.close()
  server = undefined
  place.remove()
})

const bytesOf = (name: string): Buffer => readFileSync(join(place.folder, name))
const partPath = (): string => join(place.folder, 'sample/noise.bin.part')
const listed = (): string[] => readdirSync(place.folder, { recursive: true }).map(String).toSorted()
const whole = ['sample', 'sample/noise.bin', 'sample/table.csv']

/** Runs the command against a server that gives these answers. */
async function get(answers: readonly Answer[], options: readonly string[] = [], more: Parameters<Place['run']>[1] = {}): Promise<Ran> {
  await server?.close()
  server = await serve(...answers)
  return place.run(['data', 'get', 'sample', '--url', server.url, ...options], more)
}

const rangesAsked = () => server!.requests.filter(({ path }) => path === '/noise.bin').map(({ headers }) => headers.range)

const expectWhole = ({ code, err }: Ran, errors: string | RegExp = '') => {
  expect([code, err]).toEqual([0, typeof errors === 'string' ? errors : expect.stringMatching(errors)])
  expect(listed()).toEqual(whole)
  expect(bytesOf('sample/noise.bin').equals(noise)).toBe(true)
  expect(bytesOf('sample/table.csv').toString()).toBe(`${header}${table.toString()}`)
}

const expectFailure = ({ code, out, err }: Ran, what: RegExp, left: readonly string[]) => {
  expect([code, err, out.includes('Next:')]).toEqual([1, expect.stringMatching(what), false])
  expect(listed()).toEqual(left)
}

/** Interrupts the command as soon as so much has come, while the server holds its breath. */
async function interruptAfter(bytes: number, content: Uint8Array = noise): Promise<Ran> {
  const controller = new AbortController()
  const running = get([partOf(content, bytes, silence)], [], { signal: controller.signal })
  await hasBytes(partPath(), bytes)
  controller.abort()
  return running
}

/** Goes on with a part at a new server: the part is told that it is from there. */
async function goOn(answers: readonly Answer[]): Promise<Ran> {
  await server?.close()
  server = await serve(...answers)
  const version = JSON.parse(place.read('sample/noise.bin.part.json'))
  place.write('sample/noise.bin.part.json', JSON.stringify({ ...version, url: `${server.url}noise.bin` }))
  return place.run(['data', 'get', 'sample', '--url', server.url])
}

describe('data get', () => {
  it('fetches every file, puts the header in front, and says what to do next', async () => {
    const ran = await get([good])
    expectWhole(ran)
    expect(ran.out).toBe(
      [
        'sample: for tests (CC0 1.0, http://sample.invalid/about)',
        `sample/noise.bin: 300 kB from ${new URL(server!.url).host}`,
        'sample/noise.bin: 300000 bytes came, SHA-256 as expected',
        `sample/table.csv: 18 B from ${new URL(server!.url).host}`,
        'sample/table.csv: 18 bytes came, SHA-256 as expected',
        '',
        'Next:',
        '  kudari train sample/table.csv --target y',
        '',
      ].join('\n'),
    )
    expect((await place.run(['train', 'sample/table.csv', '--target', 'y', '--iterations', '2', '--quiet'])).code).toBe(0)
  })

  it('does not fetch what is there and right', async () => {
    await get([good])
    const again = await get([good])
    expectWhole(again)
    expect(again.out).toContain('sample/noise.bin: is there already, SHA-256 as expected')
    expect(server!.requests).toEqual([])
  })

  it('gives one JSON object with --json, and nothing with --quiet', async () => {
    const { out } = await get([good], ['--json', '--out', 'a b'])
    const sha256 = createHash('sha256').update(noise).digest('hex')
    const { name, out: folder, files: [first], interrupted } = JSON.parse(out)
    expect([name, folder, interrupted]).toEqual(['sample', 'a b', false])
    expect(first).toEqual({ path: 'a b/noise.bin', bytes: 300_000, sha256, fetched: true })
    expect(await get([good], ['--quiet'])).toEqual({ code: 0, out: '', err: '' })
    expect(JSON.parse((await get([status(404)], ['--json', '--out', 'c'])).out).error.message).toContain('HTTP 404')
  })

  it('speaks Japanese', async () => {
    const { out } = await get([good], ['--lang', 'ja'])
    expect(out).toContain('sample/noise.bin: 300000 バイトを取得しました。SHA-256 は一致しています')
    expect(out).toContain('次にできること:')
  })

  it('shows how far it is to who looks, on one line', async () => {
    const slowly: Answer = async (request, response) => {
      if (request.url !== '/noise.bin') return good(request, response)
      response.writeHead(200, { 'content-length': noise.length })
      for (let i = 0; i < noise.length; i += 50_000) {
        response.write(noise.subarray(i, i + 50_000))
        await pause(60)
      }
      response.end()
    }
    const { err } = await get([slowly], [], { isErrTerminal: true })
    const shown = err.split('\r\u001B[K').filter((line) => line !== '')
    expect(shown.length).toBeGreaterThan(1)
    for (const line of shown) expect(line).toMatch(/^[█░]{24} \d+ kB \/ 300 kB {2}[\d.]+ [kM]?B\/s {2}0:0\d left$/)
    expect(err.endsWith('\r\u001B[K')).toBe(true)
  })

  it('keeps bytes as they are sent where the server calls them gzip', async () => {
    const labelled: Answer = (request, response) => {
      response.setHeader('content-encoding', 'gzip')
      good(request, response)
    }
    expectWhole(await get([labelled]))
  })

  it('follows redirects, but not for ever', async () => {
    server = await serve(good)
    const elsewhere = server
    try {
      server = undefined
      expectWhole(await get([(request, response) => response.writeHead(302, { location: `${elsewhere.url}${request.url!.slice(1)}` }).end()]))
    } finally {
      await elsewhere.close()
    }
    const endless = await get([status(302, { location: '/noise.bin' })], ['--out', 'b'])
    expectFailure(endless, /the server redirects without end/, whole)
    expect(server!.requests).toHaveLength(6)
    expectFailure(await get([status(301, { location: 'file:///etc/passwd' })], ['--out', 'b']), /to no web address/, whole)
  })
})

describe('data get that breaks off', () => {
  it('goes on by itself where the connection was cut', async () => {
    const ran = await get([partOf(noise, 100_000, () => hasBytes(partPath(), 100_000)), good])
    expectWhole(ran, /^the connection to 127\.0\.0\.1:\d+ broke \(ECONNRESET\)\. Trying again in 0\.5 s \(1 of 3\)\n$/)
    expect(rangesAsked()).toEqual([undefined, 'bytes=100000-'])
  })

  it('keeps what came when interrupted, and goes on with the next call', async () => {
    const { code, out } = await interruptAfter(120_000)
    expect(code).toBe(130)
    expect(out).toContain('Stopped. What came of sample/noise.bin is kept beside it; the same command goes on from there.')
    expect(listed()).toEqual(['sample', 'sample/noise.bin.part', 'sample/noise.bin.part.json'])
    const again = await goOn([good])
    expectWhole(again)
    expect(again.out).toContain('300 kB from')
    expect(again.out).toContain('of which 120 kB are here already')
    expect(rangesAsked()).toEqual(['bytes=120000-'])
  })

  it('begins anew where the server ignores Range', async () => {
    await interruptAfter(120_000)
    const deaf: Answer = (request, response) => {
      delete request.headers.range
      good(request, response)
    }
    expectWhole(await goOn([deaf]))
    expect(server!.requests).toHaveLength(2)
  })

  it('begins anew where the file has changed', async () => {
    // An older version, of which nothing may be left.
    await interruptAfter(120_000, noise.map((byte) => byte ^ 1))
    expectWhole(await goOn([good]))
    expect(server!.requests[0].headers['if-range']).toMatch(/^"[\da-f]{32}"$/)
  })

  it('begins anew where a server sends parts of another version all the same', async () => {
    await interruptAfter(120_000, noise.map((byte) => byte ^ 1))
    const careless: Answer = (_request, response) =>
      void response
        .writeHead(206, { etag: '"another"', 'content-length': 180_000, 'content-range': 'bytes 120000-299999/300000' })
        .end(noise.subarray(120_000))
    expectWhole(await goOn([careless, good]))
    expect(rangesAsked()).toEqual(['bytes=120000-', undefined])
  })

  it('only checks what came whole before it was killed', async () => {
    mkdirSync(join(place.folder, 'sample'))
    place.write('sample/noise.bin.part', noise)
    expectWhole(await get([good]))
    expect(rangesAsked()).toEqual([])
  })

  it('tries again what a server cannot do now, three times', async () => {
    const twice = await get([status(503), status(503), good])
    expectWhole(twice, /cannot serve it now \(HTTP 503\)\. Trying again in 0\.5 s \(1 of 3\)\n.*in 1 s \(2 of 3\)\n$/)
    const never = await get([status(500)], ['--out', 'b'])
    expectFailure(never, /\(HTTP 500\), also after 3 more attempts; what came is kept/, whole)
    expect(server!.requests).toHaveLength(4)
  })

  it('goes on where a server that names no length stops early', async () => {
    const short: Answer = (_request, response) => void response.writeHead(200, { etag: '"1"' }).end(noise.subarray(0, 70_000))
    expectWhole(await get([short, good]), /broke \(70000 < 300000\)\. Trying again/)
    expect(rangesAsked()).toEqual([undefined, 'bytes=70000-'])
  })
})

describe('data get that fails', () => {
  it('says what the server answers, and tries no more', async () => {
    const ran = await get([status(404)])
    expectFailure(ran, /noise\.bin: the server does not give this file \(HTTP 404\)\. Try again later, or fetch noise\.bin elsewhere/, [])
    expect(ran.err).toContain('put it there as sample/noise.bin and run this again: it will be checked')
    expect(server!.requests).toHaveLength(1)
  })

  it('removes what is not the file, and tells both checksums', async () => {
    const wrong = noise.slice()
    wrong[200_000] ^= 1
    const [expected, found] = [noise, wrong].map((content) => createHash('sha256').update(content).digest('hex'))
    expectFailure(await get([files({ 'noise.bin': wrong })]), new RegExp(`was removed: expected SHA-256 ${expected}, found ${found}`), ['sample'])
  })

  it('refuses another length before anything is written', async () => {
    const page = await get([status(200, { 'content-length': '20' })])
    expectFailure(page, /expected 300000 bytes, but the server has 20: another file, or a page that asks to log in/, [])
    const endless: Answer = (_request, response) => void response.writeHead(200).end(Buffer.concat([noise, noise]))
    expectFailure(await get([endless]), /but the server has more/, ['sample'])
  })

  it('says so when there is no network', async () => {
    server = await serve(good)
    const { url } = server
    await server.close()
    server = undefined
    const command = ['data', 'get', 'sample', '--url', url]
    expectFailure(await place.run(command), /^kudari: error: 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\): there is no network/, [])
    expect((await place.run([...command, '--lang', 'ja'])).err).toMatch(/127\.0\.0\.1:\d+ に接続できません（ECONNREFUSED）/)
    expectFailure(await place.run(['data', 'get', 'sample']), /sample\.invalid cannot be reached \((?:ENOTFOUND|EAI_AGAIN)\)/, [])
  })

  it('leaves another file in its place alone, unless forced', async () => {
    mkdirSync(join(place.folder, 'sample'))
    place.write('sample/table.csv', 'mine\n')
    const { code, err } = await get([good])
    expect([code, err]).toEqual([2, expect.stringContaining('sample/table.csv is there, but is not the file of the data set (SHA-256 ')])
    expect([place.read('sample/table.csv'), server!.requests]).toEqual(['mine\n', []])
    // It stays until the new one is there.
    await get([status(404)], ['--force'])
    expect(place.read('sample/table.csv')).toBe('mine\n')
    expectWhole(await get([good], ['--force']))
  })

  it('takes a file that was fetched by hand, and puts the header in front', async () => {
    mkdirSync(join(place.folder, 'sample'))
    place.write('sample/table.csv', table)
    expectWhole(await get([good]))
    expect(server!.requests.map(({ path }) => path)).toEqual(['/noise.bin'])
  })

  it.skipIf(!existsSync('/dev/full'))('says so when the disk is full', async () => {
    mkdirSync(join(place.folder, 'sample'))
    symlinkSync('/dev/full', join(place.folder, 'sample/noise.bin.part'))
    const { code, err } = await get([good])
    expect([code, err]).toEqual([1, expect.stringContaining('sample/noise.bin: the disk is full; 300000 bytes are still to come')])
  })

  it('knows no other names', async () => {
    const { code, err } = await place.run(['data', 'get', 'mnits'])
    expect([code, err]).toEqual([2, expect.stringMatching(/there is no data set 'mnits'; did you mean mnist\? Known are mnist, fashion-mnist, .*penguins/)])
  })
})

it.skipIf(http.setGlobalProxyFromEnv === undefined)('goes through the proxy of the environment', async () => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(request.url!)
    // Not through itself: an agent of its own knows no proxy.
    http.get(request.url!.replace('sample.invalid', new URL(server!.url).host), { agent: new http.Agent() }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
  })
  // Node may ask the proxy for a tunnel instead.
  proxy.on('connect', (request, socket) => {
    asked.push(request.url!)
    const { hostname, port } = new URL(server!.url)
    const target = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    target.pipe(socket)
    socket.pipe(target)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  try {
    server = await serve(good)
    const env = { LANG: 'C', http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }
    expectWhole(await place.run(['data', 'get', 'sample'], { env }))
    expect(asked.length).toBeGreaterThan(0)
    for (const url of asked) expect(url).toContain('sample.invalid')
  } finally {
    proxy.close()
    proxy.closeAllConnections()
  }
  const { err } = await place.run(['data', 'get', 'sample', '--out', 'b'], { env: { http_proxy: 'http://127.0.0.1:1' } })
  expect(err).toContain('the proxy of http_proxy was used')
})
