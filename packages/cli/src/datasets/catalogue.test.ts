import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sharedPath } from '../../../../tests/shared.ts'
import { type Place, newPlace } from '../testing/run.ts'
import { type Served, files, serve } from '../testing/server.ts'
import { dataSets } from './catalogue.ts'

let place: Place
let server: Served | undefined
beforeEach(() => {
  place = newPlace()
})
afterEach(async () => {
  await server?.close()
  place.remove()
})

describe('the catalogue', () => {
  it('is well formed', () => {
    expect(new Set(dataSets.map(({ name }) => name)).size).toBe(dataSets.length)
    for (const { bases, files: all, next } of dataSets) {
      for (const base of bases) expect(base).toMatch(/^https?:\/\/.*\/$/)
      for (const { sha256, header } of all) {
        expect(sha256).toMatch(/^[\da-f]{64}$/)
        expect(header).toMatch(/^(?:.+\n)?$/)
      }
      expect(all.map(({ name }) => name)).toContain(next.file)
    }
  })

  it('is listed', async () => {
    const { out } = await place.run(['data', 'list'])
    expect(out).toMatch(/^mnist {11}11\.6 MB {2}handwritten digits/)
    expect(out.trim().split('\n')).toHaveLength(2 * dataSets.length)
    expect(JSON.parse((await place.run(['data', 'list', '--json'])).out).dataSets).toHaveLength(dataSets.length)
  })

  const iris = sharedPath('data/iris.csv')
  it.skipIf(iris === undefined)('has the right iris, on which a model can be trained', async () => {
    const species = ['Iris-setosa', 'Iris-versicolor', 'Iris-virginica']
    const lines = readFileSync(iris!, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => {
      const [kind, ...sizes] = line.split(',')
      return [...sizes, species[Number(kind)]].join(',')
    })
    // The file of the archive differs from Fisher's paper in these two rows, as its iris.names says.
    lines[34] = '4.9,3.1,1.5,0.1,Iris-setosa'
    lines[37] = '4.9,3.1,1.5,0.1,Iris-setosa'
    server = await serve(files({ 'iris.data': Buffer.from(`${lines.join('\n')}\n\n`) }))
    const { code, out } = await place.run(['data', 'get', 'iris', '--url', server.url])
    expect([code, out]).toEqual([0, expect.stringContaining('kudari train iris/iris.csv --target species')])
    const trained = await place.run(['train', 'iris/iris.csv', '--target', 'species', '--json'])
    expect(JSON.parse(trained.out).metrics.train.accuracy).toBeGreaterThan(0.95)
  })
})
