import { execFileSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPython } from '../../../../tests/python.ts'
import { type Place, newPlace } from '../testing/run.ts'

/** Images of 6 x 6 pixels: a bright bar that lies or stands, over noise. */
function images(rows: number): string {
  let state = 7
  const noise = () => (state = (state * 1103515245 + 12345) % 2 ** 31) % 80
  const lines = Array.from({ length: rows }, (_, row) => {
    const isLying = row % 2 === 0
    const at = noise() % 6
    const pixels = Array.from({ length: 36 }, (__, i) => ((isLying ? Math.floor(i / 6) : i % 6) === at ? 200 : 0) + (noise() % 50))
    return `${pixels.join(',')},${isLying ? 'lying' : 'standing'}`
  })
  return `${Array.from({ length: 36 }, (_, i) => `p${i}`).join(',')},kind\n${lines.join('\n')}\n`
}

const convolutional = {
  layers: [
    { type: 'reshape', shape: [6, 6, 1] },
    { type: 'conv2d', units: 3, kernel: 3, padding: 'same' },
    { type: 'batch-normalization' },
    { type: 'relu' },
    { type: 'max-pool', size: 2 },
    { type: 'residual', layers: [{ type: 'conv2d', units: 3, kernel: 3, padding: 1, bias: false }, { type: 'relu' }] },
    { type: 'average-pool', size: [3, 1] },
    { type: 'flatten' },
    { type: 'dropout', rate: 0.2 },
    { type: 'dense', units: 2 },
    { type: 'softmax' },
  ],
  loss: 'categorical-cross-entropy',
}
const dense = { layers: [{ type: 'dense', units: 4 }, { type: 'tanh' }, { type: 'dense', units: 3 }, { type: 'relu' }, { type: 'dense' }], loss: 'mean-square' }

let place: Place
beforeEach(() => {
  place = newPlace()
  place.write('images.csv', images(30))
  place.write('body.csv', 'height,weight\n166,58.7\n176,75.7\n171,62.1\n173,70.4\n169,60.1\n')
  place.write('cnn.json', JSON.stringify(convolutional))
  place.write('mlp.json', JSON.stringify(dense))
})
afterEach(() => place.remove())

const cnn = ['images.csv', '--target', 'kind', '--model', 'cnn.json', '--validation', '0', '--scale', 'none', '--lr', '0.01']
const mlp = ['body.csv', '--target', 'weight', '--model', 'mlp.json', '--lr', '0.01']

/** Lines that stand at the margin. */
const headings = (text: string): string[] => text.split(/\n(?:Layers|層の様子)\n/)[0].split('\n').filter((line) => /^\S/.test(line))

describe('a step of a network', () => {
  it('is laid open part by part, in both languages', async () => {
    const { out } = await place.run(['explain', ...mlp])
    expect(headings(out)).toEqual([
      'Step 0, learning rate alpha = 0.01',
      'What the step begins with',
      'Forward: layers[0] (dense)',
      'Forward: layers[1] (tanh)',
      'Forward: layers[2] (dense)',
      'Forward: layers[3] (relu)',
      'Forward: layers[4] (dense)',
      'Loss',
      'Gradient: layers[4] (dense), W3, b3',
      'Gradient: layers[2] (dense), W2, b2',
      'Gradient: layers[0] (dense), W1, b1',
      'Update: one step down',
    ])
    expect(headings((await place.run(['explain', ...mlp, '--lang', 'ja'])).out).slice(-5)).toEqual([
      '損失',
      '勾配（逆伝播）: layers[4]（dense）の W3、b3',
      '勾配（逆伝播）: layers[2]（dense）の W2、b2',
      '勾配（逆伝播）: layers[0]（dense）の W1、b1',
      '更新: 一歩下る',
    ])
  })

  it('shortens long tensors, also those of many axes', async () => {
    const { out } = await place.run(['explain', ...cnn])
    const lines = out.split('\n')
    const at = lines.findIndex((line) => line.startsWith('  reshape1 = '))
    expect(lines[at]).toContain('reshape1 = x.reshape(30, 6, 6, 1)')
    const end = lines.findIndex((line, i) => i > at && line === '')
    // The first and the last along each of four axes.
    expect(end - at - 1).toBe(15)
    expect(Math.max(...lines.slice(at + 1, end).map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('has the same parts in TeX and in JSON', async () => {
    const { out } = await place.run(['explain', ...mlp, '--format', 'tex'])
    expect(out.match(/\\textbf\{[^}]*\}/g)).toEqual(
      headings((await place.run(['explain', ...mlp])).out).slice(2).map((text) => String.raw`\textbf{${text}}`),
    )
    const { instructions } = JSON.parse((await place.run(['explain', ...mlp, '--json'])).out)
    expect(instructions.find(({ name }: { name: string }) => name === 'gradient_W2').section).toEqual({
      kind: 'gradient', place: 'layers[2]', type: 'dense', parameters: ['W2', 'b2'],
    })
  })
})

describe('the layers of a network at a step', () => {
  it('are measured below the instructions', async () => {
    const { out } = await place.run(['explain', ...mlp, '--seed', '2'])
    const { layers } = JSON.parse((await place.run(['explain', ...mlp, '--seed', '2', '--json'])).out)
    const below = out.slice(out.indexOf('\nLayers\n'))
    for (const { place: at, type, name, gradient } of layers.weights)
      expect(below).toMatch(new RegExp(`^${at.replace(/[[\]]/g, '\\$&')} ${type} +${name} +${Number(gradient.norm.toPrecision(3))} `, 'm'))
    expect(layers.activations.map(({ type }: { type: string }) => type)).toEqual(['tanh', 'relu'])
    expect([layers.rows, layers.findings]).toEqual([5, []])
    expect(below).toContain('Nothing stands in the way of learning')
  })

  it('say what is wrong, in both languages', async () => {
    expect((await place.run(['explain', ...mlp, '--init', 'ones'])).out).toContain('\n! Units all alike: the 4 units of layers[0] (dense) have the same weights in W1')
    expect((await place.run(['explain', ...mlp, '--init', 'ones', '--lang', 'ja'])).out).toContain('\n! ユニットがすべて同じ: layers[0]（dense）の 4 個のユニット')
    const { layers } = JSON.parse((await place.run(['explain', ...mlp, '--init', 'ones', '--json'])).out)
    expect(layers.findings[0]).toMatchObject({ kind: 'alike', place: 'layers[0]', units: 4, message: expect.stringMatching(/^Units all alike/) })
  })

  it('are those of networks only', async () => {
    const { out } = await place.run(['explain', 'body.csv', '--target', 'weight', '--lr', '0.01'])
    expect(out).not.toContain('\nLayers\n')
  })
})

const command = findPython('numpy')
if (!command) console.log('skipped: there is no Python with NumPy')

describe.skipIf(!command)('the NumPy program of a network', () => {
  const runs: readonly (readonly [string, readonly string[]])[] = [
    ['dense layers, gradient descent', [...mlp, '--optimizer', 'sgd']],
    ['dense layers, momentum, a penalty, gradients clipped', [...mlp, '--optimizer', 'momentum', '--l2', '0.01', '--clip-norm', '1']],
    ['convolution, normalisation, dropout, Adam', cnn],
    ['the same in shuffled mini-batches, the last one smaller', [...cnn, '--batch', '8', '--seed', '3']],
  ]
  it.each(runs)('%s: gives the same history', async (_, options) => {
    await place.run(['train', ...options, '--dtype', 'float64', '--iterations', '12', '--out', 'run'])
    const { out } = await place.run(['explain', 'run', '--format', 'numpy'])
    expect(out).not.toMatch(/\b100003\b/)
    place.write('run.py', `${out}\nimport json\njson.dump([[float(v) for v in row] for row in history], open('history.json', 'w'))\n`)
    execFileSync(command!, ['run.py'], { cwd: place.folder, stdio: 'ignore' })
    const theirs = JSON.parse(place.read('history.json')) as number[][]
    const own = place.read('run/history.csv').trim().split('\n').slice(1).map((line) => line.split(',').map(Number))
    expect(theirs).toHaveLength(12)
    const worst = Math.max(...own.flatMap((row, k) => row.map((value, i) => Math.abs(value - theirs[k][i]) / Math.max(1, Math.abs(value)))))
    expect(worst).toBeLessThan(1e-10)
  })

  it('says which lines belong to which layer', async () => {
    const { out } = await place.run(['explain', ...cnn, '--iterations', '2', '--format', 'numpy'])
    const comments = out.split('\n').filter((line) => line.startsWith('    # '))
    expect(comments.slice(0, 3)).toEqual(['    # layers[0] (reshape)', '    # layers[1] (conv2d)', '    # layers[2] (batch-normalization)'])
    expect(comments.slice(-2)).toEqual(['    # gradient: layers[1] (conv2d)', '    # update'])
    // The batch's size is a variable, also where it is multiplied by the pixels of an image.
    expect(out).toContain('sampleVariance = (36 * M) * t4 / (36 * M - 1)')
  })
})
