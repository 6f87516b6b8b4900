import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Io, Voice } from '../io.ts'
import { type Place, newPlace } from '../testing/run.ts'
import { lab } from './lab.ts'

let place: Place
beforeEach(() => {
  place = newPlace()
  mkdirSync(join(place.folder, 'site'))
  place.write('site/index.html', '<!doctype html><title>Lab</title>')
  place.write('iris.csv', 'a,y\n1,2\n')
  place.write('train-images-idx3-ubyte', 'images')
})
afterEach(() => place.remove())

type Options = Parameters<typeof lab>[1]

/** Starts the command on a page of the test's own; what it printed by then, and how to press Ctrl-C. */
async function started(data: string | undefined, options: Options, more: { mode?: Voice['mode']; language?: Voice['language']; env?: Io['env'] } = {}) {
  const controller = new AbortController()
  let print: (text: string) => void = () => {}
  const printed = new Promise<string>((resolve) => (print = resolve))
  const io = { out: print, cwd: place.folder, env: more.env ?? {}, signal: controller.signal } as unknown as Io
  const voice = { language: more.language ?? 'en', color: false, mode: more.mode ?? 'text' } as const
  const code = lab(data, { port: 0, ...options }, io, voice, () => join(place.folder, 'site'))
  const out = await Promise.race([printed, code.then(() => '')])
  return { out, url: /http:\/\/[^\s"]+/.exec(out)![0], end: () => { controller.abort(); return code } }
}

describe('lab', () => {
  it('serves the page and the table until Ctrl-C, and ends well', async () => {
    const { out, url, end } = await started('iris.csv', { 'no-open': true })
    expect(out).toMatch(/^The Lab: http:\/\/127\.0\.0\.1:\d+\/\?data=iris\.csv\nCtrl-C ends it\.\n$/)
    expect(await (await fetch(url)).text()).toContain('<title>Lab</title>')
    expect(await (await fetch(new URL('/data/iris.csv', url))).text()).toBe('a,y\n1,2\n')
    expect((await fetch(new URL('/data/index.html', url))).status).toBe(404)
    expect(await end()).toBe(0)
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })

  it('serves the labels that lie beside images as well', async () => {
    place.write('train-labels-idx1-ubyte.gz', 'labels')
    const { out, url, end } = await started('train-images-idx3-ubyte', { 'no-open': true })
    expect(out).toContain('/?data=train-images-idx3-ubyte&data=train-labels-idx1-ubyte.gz\n')
    expect(await (await fetch(new URL('/data/train-images-idx3-ubyte', url))).text()).toBe('images')
    expect(await (await fetch(new URL('/data/train-labels-idx1-ubyte.gz', url))).text()).toBe('labels')
    await end()
  })

  it('speaks Japanese, and gives an object with --json', async () => {
    const japanese = await started(undefined, { 'no-open': true }, { language: 'ja' })
    expect(japanese.out).toMatch(/^Lab: http:\/\/127\.0\.0\.1:\d+\/\nCtrl-C で終了します。\n$/)
    await japanese.end()
    const json = await started('iris.csv', { 'no-open': true }, { mode: 'json' })
    expect(JSON.parse(json.out)).toEqual({ url: json.url })
    await json.end()
  })

  it.skipIf(process.platform !== 'linux')('opens the browser, and does without where there is none', async () => {
    place.write('xdg-open', '#!/bin/sh\nprintf %s "$1" > "$OPENED.part" && mv "$OPENED.part" "$OPENED"\n')
    chmodSync(join(place.folder, 'xdg-open'), 0o755)
    const opened = join(place.folder, 'opened')
    const { url, end } = await started('iris.csv', {}, { env: { PATH: `${place.folder}:${process.env.PATH}`, OPENED: opened } })
    while (!existsSync(opened)) await pause(10)
    expect(place.read('opened')).toBe(url)
    await end()
    const without = await started(undefined, {}, { env: { PATH: join(place.folder, 'site') } })
    expect((await fetch(without.url)).status).toBe(200)
    expect(await without.end()).toBe(0)
  })

  it.each([
    ['a file that is not there', ['nowhere.csv'], 'nowhere.csv: no such file'],
    ['a folder', ['site'], 'site is a folder; start kudari lab without it, and drop the folder of images onto the page'],
    ['images without labels', ['train-images-idx3-ubyte'], 'train-images-idx3-ubyte: the images have no labels: train-labels-idx1-ubyte is not beside them; put it there'],
    ['standard input', ['-'], '-: the Lab needs a file that can be read again and again'],
    ['two tables', ['iris.csv', 'iris.csv'], "one argument too many: 'iris.csv'. Usage: kudari lab [DATA] [options]"],
    ['a port that is none', ['--port', '70000'], "--port: expected a whole number from 0 to 65535, but got '70000'"],
    ['an option of another command', ['--target', 'y'], 'unknown option --target See: kudari lab --help'],
  ])('refuses %s before anything is served', async (_, args, message) => {
    const { code, out, err } = await place.run(['lab', ...args, '--no-open'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('refuses a port that is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(started(undefined, { 'no-open': true, port })).rejects.toMatchObject({ kind: 'usage', message: expect.stringContaining(`--port ${port} is in use`) })
    other.close()
  })
})
