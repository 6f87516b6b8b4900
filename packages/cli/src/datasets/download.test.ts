import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Place, newPlace } from '../testing/run.ts'
import { sampleFiles, sampleSet } from '../testing/sample-set.ts'
import { type Answer, type Served, files, hasBytes, partOf, serve, silence, status } from '../testing/server.ts'
import { download } from './download.ts'

const { 'noise.bin': noise } = sampleFiles
const servers: Served[] = []
let place: Place
beforeEach(() => {
  place = newPlace()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  place.remove()
})

/** Fetches the file from servers that give these answers, and says what was told on the way. */
async function fetchFrom(...homes: readonly (readonly Answer[])[]): Promise<string[]> {
  for (const answers of homes) servers.push(await serve(...answers))
  const path = join(place.folder, 'noise.bin')
  const told: string[] = []
  await download(
    { file: sampleSet.files[0], path, shown: 'noise.bin', urls: servers.map(({ url }) => new URL('noise.bin', url)) },
    { env: {}, signal: new AbortController().signal, patience: 400 },
    {
      starts: (_url, before) => told.push(`from ${before}`),
      progresses: () => undefined,
      again: (trouble) => told.push(trouble.message),
      elsewhere: (trouble) => told.push(trouble.message),
    },
  )
  expect(readFileSync(path).equals(noise)).toBe(true)
  return told
}

it('waits no longer than its patience, for an answer or for the next byte', async () => {
  const silent = expect.stringMatching(/^127\.0\.0\.1:\d+ sent nothing for 0\.4 s$/)
  const told = await fetchFrom([() => undefined, partOf(noise, 90_000, silence), files(sampleFiles)])
  expect(told).toEqual([silent, 'from 0', silent, 'from 90000'])
})

it('takes the next home where one fails, and begins anew there', async () => {
  const cut = partOf(noise, 90_000, () => hasBytes(join(place.folder, 'noise.bin.part'), 90_000))
  const changed = files({ 'noise.bin': noise.map((byte) => byte ^ 1) })
  const told = await fetchFrom([cut, status(403)], [changed], [files(sampleFiles)])
  expect(told).toEqual([
    'from 0',
    expect.stringContaining('broke (ECONNRESET)'),
    expect.stringContaining('does not give this file (HTTP 403)'),
    'from 0',
    expect.stringContaining('was removed: expected SHA-256'),
    'from 0',
  ])
  expect(servers[1].requests[0].headers.range).toBeUndefined()
})
