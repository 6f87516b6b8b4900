import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { displayWidth } from '../terminal/width.ts'
import { type Place, newPlace } from '../testing/run.ts'

const specification = {
  layers: [
    { type: 'reshape', shape: [2, 2, 1] },
    { type: 'residual', layers: [{ type: 'conv2d', units: 1, kernel: 3, padding: 1, bias: false }, { type: 'batch-normalization' }] },
    { type: 'relu' },
    { type: 'flatten' },
    { type: 'dense', units: 2 },
    { type: 'softmax' },
  ],
  loss: { type: 'categorical-cross-entropy', labelSmoothing: 0.1 },
}

let place: Place
beforeEach(async () => {
  place = newPlace()
  const rows = Array.from({ length: 12 }, (_, i) => `${i},${(i * 7) % 5},${(i * 3) % 4},${i % 3},${i % 2 === 0 ? 'odd' : 'even'}`)
  place.write('data.csv', `a,b,c,d,kind\n${rows.join('\n')}\n`)
  place.write('spec.json', JSON.stringify(specification))
  await place.run(['train', 'data.csv', '--target', 'kind', '--model', 'spec.json', '--iterations', '2', '--lr', '0.1', '--out', 'run'])
})
afterEach(() => place.remove())

describe('inspect', () => {
  it('lays a model out, layers inside of layers indented', async () => {
    const { code, out } = await place.run(['inspect', 'run'], { width: 140 })
    expect(code).toBe(0)
    // 9 weights of the kernel; gamma and beta; 4 * 2 + 2. Kernel: 4 * (2 * 9 - 1). Residual: that, 4 * 4, 4 additions.
    expect(out.replace(/\d{4}-\d\d-\d\d/, 'DATE')).toBe(`Kudari  0.1.0, DATE
inputs  4 from 4 columns: 4 numbers, scaled
target  kind, 2 classes: even, odd
loss    categorical-cross-entropy (labelSmoothing 0.1)
dtype   float32

layer                            row before  row after  parameters  statistics  operations
layers[0] reshape                         4  2 × 2 × 1           0           0           0
layers[1] residual                2 × 2 × 1  2 × 2 × 1          11           2          88
  layers[0] conv2d                2 × 2 × 1  2 × 2 × 1           9           0          68
  layers[1] batch-normalization   2 × 2 × 1  2 × 2 × 1           2           2          16
layers[2] relu                    2 × 2 × 1  2 × 2 × 1           0           0           4
layers[3] flatten                 2 × 2 × 1          4           0           0           0
layers[4] dense                           4          2          10           0          16
layers[5] softmax                         2          2           0           0           5
total                                                           21           2         113

layer                       settings
layers[1].layers[0] conv2d  kernel 3, padding 1, bias false

Memory: 84 B for the parameters, 8 B for the statistics; while it learns, 80 B more for what the layers give for one row (20 numbers).
Operations are those of a prediction for one row: a multiplication and an addition are two; a division, a comparison and a function such as
exp are one each.
A layer with layers inside counts those too.
Statistics are numbers that a layer keeps up to date while it learns, such as running means; the gradient does not change them.
`)
  })

  it('does so in Japanese, with columns that stand below one another', async () => {
    const { out } = await place.run(['inspect', 'run', '--lang', 'ja'], { width: 140 })
    const lines = out.split('\n')
    const start = lines.findIndex((line) => line.startsWith('層'))
    const column = (line: string, word: string) => displayWidth(line.slice(0, line.indexOf(word) + word.length))
    expect(column(lines[start], '演算数')).toBe(column(lines[start + 3], '68'))
    expect(out).toContain('4 列から 4 個（数値 4 列、尺度を変換）')
  })

  it('gives the same as one JSON object, also for a model without its run', async () => {
    const whole = JSON.parse((await place.run(['inspect', 'run', '--json'])).out)
    expect(whole).toMatchObject({
      model: join('run', 'model.safetensors'),
      kudari: '0.1.0',
      total: { parameters: 21, statistics: 2, operations: 113, activations: 20 },
      bytes: { parameters: 84, statistics: 8, activationsPerRow: 80 },
    })
    expect(whole.layers[2]).toMatchObject({ place: 'layers[1].layers[0]', depth: 1, input: [2, 2, 1], operations: 68 })
    rmSync(join(place.folder, 'run/run.json'))
    const { kudari: _kudari, date: _date, ...rest } = whole
    expect(JSON.parse((await place.run(['inspect', 'run/model.safetensors', '--json'])).out)).toEqual(rest)
    expect((await place.run(['inspect', 'run'])).out).toContain('version unknown: there is no run.json beside the model')
  })
})
