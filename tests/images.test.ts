/** Images from their files to predictions: IDX with its labels, folders of PNG and JPEG, tables of pixels. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bytesSource, readTable } from '@kudari/readers'
import { type Tensor, augmentImages, openStep, planFit, startOfStep, typeTable } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../packages/cli/src/testing/run.ts'
import { colourPng, greyPng, idxBytes } from '../packages/readers/src/testing/images.ts'
import { sharedPath } from './shared.ts'

const COUNT = 40
/** Images of 2 x 3: bright at the left (class 0) or at the right (class 1); the pixel in the middle above is always black. */
const pixelsOf = (i: number): number[] => {
  const [left, right] = i % 2 === 0 ? [200 + i, i] : [i, 200 + i]
  return [left, 0, right, left, 10 + i, right]
}
const all = Array.from({ length: COUNT }, (_, i) => pixelsOf(i))
const images = idxBytes(0x08, [COUNT, 2, 3], all.flat())
const labels = idxBytes(0x08, [COUNT], all.map((_, i) => i % 2))
const png = (i: number) => greyPng(pixelsOf(i).slice(0, 3), pixelsOf(i).slice(3))
const training = ['--target', 'label', '--iterations', '200', '--validation', '0']

interface Trained {
  readonly metrics: { readonly train: { readonly accuracy: number } }
}

describe('images', () => {
  let place: Place
  const run = async (...command: readonly string[]) => {
    const ran = await place.run(command)
    expect([ran.code, ran.err]).toEqual([0, ''])
    return ran.out
  }
  const json = async <Result>(...command: readonly string[]) => JSON.parse(await run(...command, '--json')) as Result
  const refusal = async (...command: readonly string[]) => {
    const { code, out, err } = await place.run(command)
    expect([code, out]).toEqual([2, ''])
    return err
  }
  beforeAll(async () => {
    place = newPlace()
    place.write('few-images-idx3-ubyte.gz', gzipSync(images))
    place.write('few-labels-idx1-ubyte', labels)
    for (const name of ['left', 'right']) mkdirSync(join(place.folder, 'pictures', name), { recursive: true })
    for (let i = 0; i < COUNT; i++) place.write(`pictures/${i % 2 === 0 ? 'left' : 'right'}/${i}.png`, png(i))
    place.write('pictures/notes.txt', 'no image')
    const pixels = Array.from({ length: 6 }, (_, j) => `x${j}`)
    place.write('pixels.csv', [['side', ...pixels].join(','), ...all.map((row, i) => [i % 2 === 0 ? 'left' : 'right', ...row].join(','))].join('\n'))
    await run('train', 'few-images-idx3-ubyte.gz', ...training, '--out', 'digits')
    await run('train', 'pictures', ...training, '--out', 'sides')
  })
  afterAll(() => place.remove())

  it('in IDX are learned with the labels beside them, all of their pixels divided by the largest', async () => {
    const out = await run('train', 'few-images-idx3-ubyte.gz', ...training, '--out', 'again')
    expect(out).toContain('few-images-idx3-ubyte.gz: 40 rows, 7 columns (idx, 2 x 3)')
    expect(out).toContain('scale: pixels, x / 239')
    expect(out).not.toContain('left out')
    expect(place.read('again/history.csv').split('\n')[0]).toBe('iteration,loss,w0,w1,w2,w3,w4,w5,w6')
    const { metrics } = await json<Trained>('train', 'few-images-idx3-ubyte.gz', ...training, '--out', 'once-more')
    expect(metrics.train.accuracy).toBe(1)
  })

  it('in IDX are measured, and predicted without labels and without their pixels', async () => {
    expect((await json<{ accuracy: number; rows: number }>('evaluate', 'digits', 'few-images-idx3-ubyte.gz'))).toMatchObject({ accuracy: 1, rows: COUNT })
    const lines = (await run('predict', 'digits', 'few-images-idx3-ubyte.gz')).split('\n')
    expect(lines[0]).toBe('prediction,probability_0,probability_1')
    expect(lines.slice(1, 5).map((line) => line[0])).toEqual(['0', '1', '0', '1'])
  })

  it('in IDX may have their labels elsewhere, and be repeated from the record', async () => {
    place.write('elsewhere.bin', labels)
    place.write('alone', images)
    expect(await refusal('train', 'alone', ...training)).toMatch(/alone: the images have no labels; give their file with --labels/)
    expect(await json('evaluate', 'digits', 'alone', '--labels', 'elsewhere.bin')).toMatchObject({ accuracy: 1 })
    await run('train', 'alone', ...training, '--labels', 'elsewhere.bin', '--out', 'kept')
    expect(place.read('kept/history.csv')).toBe(place.read('digits/history.csv'))
    expect(JSON.parse(place.read('kept/run.json'))).toMatchObject({ data: { path: '../alone', labels: { path: '../elsewhere.bin' } } })
    expect(await run('explain', 'kept', '--step', '3')).toBe(await run('explain', 'digits', '--step', '3'))
    place.write('elsewhere.bin', labels.map((byte, i) => (i === 9 ? 1 - byte : byte)))
    expect(await refusal('explain', 'kept', '--step', '3')).toMatch(/the table has changed since the run: .*elsewhere\.bin/)
  })

  it('in a folder are learned by the folders of their classes, and predicted by file', async () => {
    expect(await json('evaluate', 'sides', 'pictures')).toMatchObject({ accuracy: 1, rows: COUNT, surplus: [] })
    const lines = (await run('predict', 'sides', 'pictures/left/')).split('\n')
    expect(lines[0]).toBe('file,prediction,probability_left,probability_right')
    expect(lines[1]).toMatch(/^0\.png,left,0\.\d+,0\.\d+$/)
    const labelled = (await run('predict', 'sides', 'pictures')).split('\n')
    expect(labelled[0]).toBe('file,label,prediction,probability_left,probability_right')
    expect(labelled.at(-2)).toMatch(/^right\/9\.png,right,right,/)
    const { predictions } = await json<{ predictions: readonly object[] }>('predict', 'sides', 'pictures')
    expect(predictions[0]).toMatchObject({ file: 'left/0.png', label: 'left', prediction: 'left' })
    expect(await run('explain', 'sides', '--step', '0')).toBe(await run('explain', 'pictures', ...training))
    expect(await refusal('train', 'pictures/left', ...training)).toMatch(/pictures\/left: the images have no classes; put each into the folder of its class/)
  })

  it('in a folder that has changed are not what the run learned from', async () => {
    place.write('pictures/left/0.png', png(1))
    expect(await refusal('explain', 'sides')).toMatch(/the table has changed since the run/)
    place.write('pictures/left/0.png', png(0))
    await run('explain', 'sides')
  })

  it('of the same pixels are the same, whatever they come from', async () => {
    const probabilities = (out: string) => out.trim().split('\n').slice(1).map((line) => line.split(',').at(-1)).toSorted()
    expect(probabilities(await run('predict', 'digits', 'pictures'))).toEqual(probabilities(await run('predict', 'digits', 'few-images-idx3-ubyte.gz')))
  })

  it('of another size, or in colour, are refused', async () => {
    mkdirSync(join(place.folder, 'other'))
    place.write('other/a.png', greyPng([1, 2], [3, 4]))
    expect(await refusal('predict', 'sides', 'other')).toMatch(/other: the images are 2 x 2, but the model was trained on images of 2 x 3/)
    place.write('other/a.png', colourPng([1, 2, 3, 4, 5, 6]))
    expect(await refusal('predict', 'sides', 'other')).toMatch(/other\/a\.png: the image is in colour/)
  })

  it('grey ones are RGB to a model of colours', async () => {
    for (const name of ['red', 'grey']) mkdirSync(join(place.folder, 'colours', name), { recursive: true })
    for (let i = 0; i < 10; i++) {
      place.write(`colours/red/${i}.png`, colourPng([200 + i, i, i]))
      place.write(`colours/grey/${i}.png`, greyPng([10 * i]))
    }
    await run('train', 'colours', ...training, '--out', 'coloured')
    expect((await run('predict', 'coloured', 'colours/grey')).split('\n')[1]).toMatch(/^0\.png,grey,/)
  })

  it('moved a little in every epoch are learned from, put on record, and opened as they were', async () => {
    const moving = ['--target', 'label', '--epochs', '4', '--validation', '0', '--batch', '16', '--seed', '9', '--augment', 'shift:1,rotate:20,flip']
    const out = await run('train', 'few-images-idx3-ubyte.gz', ...moving, '--out', 'moved')
    expect(out).toContain('scale: pixels')
    expect(JSON.parse(place.read('moved/run.json'))).toMatchObject({ given: { augment: 'shift:1,rotate:20,flip' } })
    await run('train', 'few-images-idx3-ubyte.gz', ...moving, '--out', 'moved-again')
    await run('train', 'few-images-idx3-ubyte.gz', ...moving.slice(0, -2), '--out', 'unmoved')
    expect(place.read('moved-again/history.csv')).toBe(place.read('moved/history.csv'))
    expect(place.read('unmoved/history.csv')).not.toBe(place.read('moved/history.csv'))

    // Step 7 is the second of the third epoch; the loss on its rows is that of the history.
    const table = typeTable(await readTable(bytesSource('x', images), { labels: bytesSource('y', labels) }))
    const plan = planFit(table, { target: 'label', epochs: 4, validation: 0, batch: 16, seed: 9, augment: { shift: 1, rotate: 20, flip: true } })
    const start = (await startOfStep(plan, 7))!
    const third = augmentImages(plan.rows.x, table.image!, plan.augment!, 9, 2)
    const own = (x: Tensor, row: number) => Array.from(x.data.subarray(row * 7, (row + 1) * 7)).join()
    const moved = new Set(Array.from({ length: COUNT }, (_, row) => own(third, row)))
    expect(start.rows.x.shape).toEqual([16, 7])
    expect(Array.from({ length: 16 }, (_, row) => moved.has(own(start.rows.x, row)))).not.toContain(false)
    const { instructions } = openStep(plan.specification, start.rows, start.learningRate, start.state, plan.learning)
    const loss = instructions.find(({ numpy }) => numpy.name === 'L')!.tensor.data[0]
    expect(loss).toBeCloseTo(Number(place.read('moved/history.csv').split('\n')[8].split(',')[1]), 12)
    const shown = await json<{ instructions: readonly { name: string; value: unknown }[] }>('explain', 'moved', '--step', '7')
    expect(JSON.stringify(shown)).toContain(String(loss))
    expect(await refusal('explain', 'moved', '--format', 'numpy')).toContain('a run with --augment cannot be written as a NumPy program')
  })

  it('cannot be moved where their columns mean different things', async () => {
    const moving = ['--target', 'label', '--augment', 'shift:1']
    for (const options of [['--scale', 'standard'], ['--scale', 'minmax'], ['--center']])
      expect(await refusal('train', 'few-images-idx3-ubyte.gz', ...moving, ...options)).toContain('--augment moves pixels from one column to another')
    expect(await refusal('train', 'pixels.csv', '--target', 'side', '--augment', 'flip')).toContain('--augment moves the pixels of images, and these inputs are none')
    expect(await refusal('train', 'few-images-idx3-ubyte.gz', '--target', 'label', '--augment', 'shift:2')).toContain('at most 1 leave something to see')
    await run('train', 'few-images-idx3-ubyte.gz', ...moving, '--scale', 'none', '--epochs', '2', '--lr', '1e-6')
  })

  it('may be columns of a table, if that is said', async () => {
    const said = ['--target', 'side', '--iterations', '200', '--validation', '0', '--image', '2x3']
    const out = await run('train', 'pixels.csv', ...said, '--out', 'said')
    expect(out).toContain('pixels.csv: 40 rows, 7 columns (csv, utf-8, 2 x 3)')
    expect(out).toContain('scale: pixels')
    expect(place.read('said/history.csv')).toBe(place.read('digits/history.csv'))
    expect(JSON.parse(place.read('said/run.json'))).toMatchObject({ given: { image: { height: 2, width: 3, channels: 1 } } })
    expect(await run('explain', 'said', '--step', '1')).toBe(await run('explain', 'pixels.csv', ...said, '--step', '1'))
    expect((await run('predict', 'said', 'pixels.csv')).split('\n')[0]).toBe('side,x0,x1,x2,x3,x4,x5,prediction,probability_left,probability_right')
  })
})

describe('MNIST', () => {
  const files = ['mnist-t10k-images-idx3-ubyte.gz', 'mnist-t10k-labels-idx1-ubyte.gz'].map((name) => [name, sharedPath(`data/${name}`)] as const)
  it.skipIf(files.some(([, path]) => path === undefined))('is told apart by softmax regression', async () => {
    const place = newPlace()
    for (const [name, path] of files) copyFileSync(path!, join(place.folder, name))
    const { code, out } = await place.run(['train', files[0][0], '--target', 'label', '--epochs', '5', '--json'])
    const { metrics } = JSON.parse(out) as { metrics: { validation: { accuracy: number } } }
    place.remove()
    expect(code).toBe(0)
    // Linear classifiers reach 88 % on the whole of MNIST (LeCun et al., 1998), pairwise ones 92.4 %.
    expect(metrics.validation.accuracy).toBeGreaterThan(0.87)
  })
})
