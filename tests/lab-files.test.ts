/** The files of a run in the Lab, read by the command `kudari`; the same run made by the command. */
import { readFileSync } from 'node:fs'
import type { FitOptions } from 'kudari'
import { afterEach, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../packages/cli/src/testing/run.ts'
import { samples } from '../packages/lab/src/samples/samples.ts'
import type { DataSource } from '../packages/lab/src/worker/data-source.ts'
import { hosted } from '../packages/lab/src/worker/testing/hosted.ts'
import { kudariFilesIn } from '../packages/lab/src/share/kudari-files.ts'
import { dataFileName, recordedData } from '../packages/lab/src/share/recorded-data.ts'
import { dataOfRun, historyOfLosses } from '../packages/lab/src/share/run-files.ts'
import { fitOfRecord } from '../packages/lab/src/worker/recorded-fit.ts'

const date = '2026-11-26T00:00:00.000Z'
let place: Place

/** All files of a run at a moment, in a folder beside its data. */
async function saved(data: DataSource, fit: FitOptions, iteration: number) {
  const host = hosted()
  await host.read(data)
  await host.plan(fit)
  await host.goTo(iteration)
  const table = await host.ask('rows', undefined)
  const file = await recordedData(data, () => Promise.resolve(table))
  const files = {
    'model.safetensors': await host.ask('model', undefined),
    'history.csv': await host.ask('history', undefined),
    'run.json': await host.ask('record', { data: file, reading: data.kind === 'files' ? data.reading : {}, date }),
    'run.py': await host.ask('script', undefined),
    'predicted.csv': await host.ask('predicted', undefined),
    [dataFileName(data)]: data.kind === 'files' ? new Uint8Array(await data.files[0].arrayBuffer()) : data.kind === 'sample' ? samples[data.name].csv : table,
  }
  place = newPlace()
  for (const [name, content] of Object.entries(files)) place.write(name, content)
  return { host, files }
}

const asFiles = (files: Readonly<Record<string, string | Uint8Array>>): File[] =>
  Object.entries(files).map(([name, content]) => new File([content as BlobPart], name))

afterEach(() => place?.remove())

const titanic = ['Age,Sex,Survived', ...Array.from({ length: 60 }, (_, i) => `${i % 7 === 0 ? '' : 20 + ((i * 37) % 50)},${i % 3 === 0 ? 'male' : 'female'},${(i * i + (i % 3)) % 4 < 2 ? 'no' : 'yes'}`)].join('\r\n')

const runs: readonly (readonly [string, DataSource, FitOptions, number])[] = [
  ['the talk\'s run, half way', { kind: 'sample', name: 'body' }, samples.body.fit, 100],
  ['a table with gaps and words', { kind: 'files', files: [new File([titanic], 'titanic.csv')], reading: {} }, { target: 'Survived', learningRate: 0.1 }, 25],
  ['points that were made', { kind: 'made', made: { shape: 'moons', rows: 60, noise: 0.1, seed: 3 } }, { target: 'class', model: 'mlp:5', activation: 'tanh', optimizer: 'gradient-descent', learningRate: 0.05, batch: 'full', iterations: 30, penalty: { l2: 0.01 }, seed: 4 }, 30],
  ['points that were drawn', { kind: 'drawn', drawn: { task: 'regression', points: [[1, 2, 0], [2, 3, 0], [4, 5.5, 0]] } }, { target: 'y', learningRate: 0.01, iterations: 5 }, 5],
]

describe.each(runs)('%s', (_, data, fit, iteration) => {
  it('gives files by which the command predicts the same, repeats the run and compares it', async () => {
    const { files } = await saved(data, fit, iteration)
    const name = dataFileName(data)
    const predicted = await place.run(['predict', 'model.safetensors', name, '--quiet'])
    expect([predicted.code, predicted.err]).toEqual([0, ''])
    // The command writes the cells of the table as they were; the predictions are the same texts.
    const added = (csv: string): string[] => csv.trim().split(/\r?\n/).map((line) => line.split(',').slice(-(fit.target === 'y' || fit.target === 'weight' ? 1 : 3)).join(','))
    expect(added(predicted.out)).toEqual(added(files['predicted.csv'] as string))
    const compared = await place.run(['compare', '.', '.', '--json'])
    expect(compared.code).toBe(0)
    const script = await place.run(['explain', '.', '--format', 'numpy'])
    expect([script.code, script.out]).toEqual([0, files['run.py']])
  })

  it('is read back from its files, to the same settings', async () => {
    const { files, host } = await saved(data, fit, iteration)
    const found = await kudariFilesIn(asFiles(files))
    if (found?.kind !== 'run') throw new TypeError('a run')
    expect(found.losses!.loss).toHaveLength(iteration)
    expect(historyOfLosses(found.losses!).loss.length).toBe(iteration)
    expect(found.record.outcome.iteration).toBe(iteration - 1)
    const again = await dataOfRun(found, undefined, () => Promise.reject(new Error('nothing is on the page')))
    expect(again).toBeDefined()
    await host.read(again!)
    await host.plan(fitOfRecord(found.record))
    await host.goTo(iteration)
    expect(await host.ask('history', undefined)).toBe(files['history.csv'])
  })
})

describe('run.json', () => {
  it('has what was chosen by the names of the command, as the command itself has them', async () => {
    place = newPlace()
    place.write('body.csv', samples.body.csv)
    const ran = await place.run(['train', 'body.csv', '--target', 'weight', '--center', '--init', '2,-1', '--lr', '0.01', '--iterations', '200', '--out', 'run', '--quiet'])
    expect(ran.code).toBe(0)
    const theirs = JSON.parse(place.read('run/run.json')) as Record<string, unknown>
    place.remove()
    const { files } = await saved({ kind: 'sample', name: 'body' }, samples.body.fit, 200)
    const ours = JSON.parse(files['run.json'] as string) as Record<string, unknown>
    const { seconds: _, ...rest } = theirs
    expect(ours).toEqual({ ...rest, date, data: { ...(theirs.data as object), path: 'body.csv' } })
  })

  it('and the model and the history are the command\'s to the byte', async () => {
    place = newPlace()
    place.write('body.csv', samples.body.csv)
    await place.run(['train', 'body.csv', '--target', 'weight', '--center', '--init', '2,-1', '--lr', '0.01', '--iterations', '200', '--out', 'run', '--quiet'])
    const [history, model] = [place.read('run/history.csv'), readFileSync(`${place.folder}/run/model.safetensors`)]
    place.remove()
    const { files } = await saved({ kind: 'sample', name: 'body' }, samples.body.fit, 200)
    expect(files['history.csv']).toBe(history)
    expect(Buffer.from(files['model.safetensors'] as Uint8Array).equals(model)).toBe(true)
  })

  it('keeps every choice', async () => {
    const fit: FitOptions = {
      target: 'sales', features: ['temperature', 'day'], model: 'mlp:4', activation: 'tanh', dropout: 0.1, loss: 'huber', delta: 2, optimizer: 'adam',
      optimizerSettings: { betas: [0.8, 0.9], epsilon: 1e-6, weightDecay: 0.01 }, penalty: { l1: 0.001 }, clip: { norm: 1 }, schedule: { type: 'cosine', warmup: 1 },
      learningRate: 0.02, epochs: 3, batch: 32, patience: 5, shuffle: false, validation: 0.3, seed: 7, dtype: 'float64', scale: 'minmax', impute: 'mean', initial: 'glorot',
    }
    const { files } = await saved({ kind: 'sample', name: 'sales' }, fit, 4)
    const { given } = JSON.parse(files['run.json'] as string) as { given: Record<string, unknown> }
    expect(given).toEqual({
      target: 'sales', features: ['temperature', 'day'], model: 'mlp:4', activation: 'tanh', dropout: 0.1, loss: 'huber', delta: 2, optimizer: 'adam', betas: [0.8, 0.9], eps: 1e-6,
      'weight-decay': 0.01, l1: 0.001, 'clip-norm': 1, schedule: 'cosine:warmup=1', lr: 0.02, epochs: 3, batch: 32, patience: 5, 'no-shuffle': true, validation: 0.3, seed: 7,
      dtype: 'float64', scale: 'minmax', impute: 'mean', init: 'glorot',
    })
  })
})

describe('files', () => {
  it('of steps are refused before the first one, and none is left of a run that diverged', async () => {
    const host = hosted()
    await host.read({ kind: 'sample', name: 'body' })
    await host.plan(samples.body.fit)
    for (const name of ['history', 'script'] as const) await expect(host.ask(name, undefined)).rejects.toThrow(/no step has been made yet/)
    expect((await host.ask('model', undefined)).length).toBeGreaterThan(100)
    await host.plan({ target: 'weight', scale: 'none', learningRate: 10, iterations: 300 })
    await host.goTo(300)
    for (const name of ['model', 'predicted'] as const) await expect(host.ask(name, undefined)).rejects.toThrow(/diverged|grew/)
    expect(await host.ask('history', undefined)).toMatch(/^iteration,loss/)
  })

  it('that are not Kudari\'s are data', async () => {
    expect(await kudariFilesIn([new File(['a,b\n1,2\n'], 'history.csv'), new File(['{"a": 1}'], 'rows.json')])).toBeUndefined()
  })

  it('that are damaged say what to do', async () => {
    await expect(kudariFilesIn([new File(['{"format": "kudari-run", "version": 1, "data": {'], 'run.json')])).rejects.toThrow(/not the record of a run/)
    await expect(kudariFilesIn([new File(['kudari-lab 1\nxyz'], 'a.kudari')])).rejects.toThrow(/no file of the Lab/)
  })
})

describe('a model file', () => {
  it('is measured on the present table, and goes on with the same predictions', async () => {
    const fit: FitOptions = { target: 'sales', learningRate: 0.1, iterations: 50, scale: 'minmax' }
    const { host, files } = await saved({ kind: 'sample', name: 'sales' }, fit, 50)
    const before = await host.ask('predicted', undefined)
    await host.plan({ target: 'temperature' })
    const view = await host.ask('modelFile', { bytes: files['model.safetensors'] as Uint8Array, name: 'model.safetensors' })
    expect(view).toMatchObject({ target: 'sales', task: 'regression', missing: [], measured: { rows: 365, metrics: { task: 'regression' } }, chosen: { isSame: true, fit: { scale: 'minmax' } } })
    if (!view.chosen || !('fit' in view.chosen)) throw new TypeError('a choice')
    const { fitOfPlain } = await import('../packages/lab/src/worker/plain-fit.ts')
    await host.plan(fitOfPlain(view.chosen.fit))
    expect(await host.ask('predicted', undefined)).toBe(before)
  })

  it('names the columns that other data lack', async () => {
    const { host, files } = await saved({ kind: 'sample', name: 'sales' }, { target: 'sales', learningRate: 0.1, iterations: 2 }, 2)
    await host.read({ kind: 'files', files: [new File(['temperature,day\nwarm,Mon\ncold,Tue\nmild,Wed\n'], 'other.csv')], reading: {} })
    await host.plan({ target: 'day', features: ['temperature'] }).catch(() => undefined)
    const view = await host.ask('modelFile', { bytes: files['model.safetensors'] as Uint8Array, name: 'm' }).catch((error: unknown) => error)
    expect(view).toMatchObject({ missing: [{ column: 'weather', why: 'absent' }, { column: 'temperature', why: 'noNumbers' }] })
  })

  it('that is none is refused', async () => {
    const { host } = await saved({ kind: 'sample', name: 'body' }, samples.body.fit, 1)
    await expect(host.ask('modelFile', { bytes: new Uint8Array([1, 2, 3]), name: 'x.safetensors' })).rejects.toThrow(/x\.safetensors: not a readable model file/)
  })
})
