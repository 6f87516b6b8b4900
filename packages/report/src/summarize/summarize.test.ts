import { describe, expect, it } from 'vitest'
import { type FitOptions, type Iteration, type Table, cnn, fitPlan, generator, makeSpiral, planFit } from 'kudari'
import { descentSummary } from './descent.ts'
import { aligned, formulasOf } from './formulas.ts'
import { imagesSummary, mistakes, weightPictures } from './images.ts'
import { layerSummaries } from './layers.ts'
import { epochMeans } from './loss.ts'
import { rangeTestSummary, scheduleSummary } from './rates.ts'
import { settingsOf } from './settings.ts'

function spiral(): Table {
  const { x, y } = makeSpiral({ rows: 90, seed: 0, classes: 3 })
  const column = (j: number): Float64Array => Float64Array.from({ length: 90 }, (_, i) => x.data[2 * i + j])
  return {
    columns: [
      { name: 'a', type: 'number', values: column(0) },
      { name: 'b', type: 'number', values: column(1) },
      { name: 'kind', type: 'category', values: Array.from(y.data, (k) => 'xyz'[k]) },
    ],
    rows: 90,
    source: 'spiral.csv',
    missing: [],
  }
}

const SIDE = 4
/** Images that are bright on the left or on the right, with noise; white is 100. */
function images(rows: number): Table {
  const random = generator(5)
  const isRight = Array.from({ length: rows }, (_, i) => i % 2 === 1)
  const pixel = (j: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => (isRight[i] === j % SIDE >= SIDE / 2 ? 60 : 0) + Math.floor(40 * random.uniform()))
  const pixels = Array.from({ length: SIDE * SIDE }, (_, j) => ({ name: `p${j}`, type: 'integer' as const, values: pixel(j) }))
  // A white pixel in every row, so that one is among the training rows.
  pixels[0].values.fill(100)
  return {
    columns: [...pixels, { name: 'side', type: 'category', values: isRight.map((right) => (right ? 'right' : 'left')) }],
    rows,
    source: 'images.csv',
    missing: [],
    image: { height: SIDE, width: SIDE, channels: 1 },
  }
}

const fitted = async (table: Table, options: FitOptions) => {
  const steps: Iteration[] = []
  const run = await fitPlan(planFit(table, options), { onIteration: (step) => void steps.push(step) })
  return { run, steps }
}

const network: FitOptions = { target: 'kind', model: 'mlp:8', epochs: 12, batch: 16, learningRate: 0.01 }
const named = (settings: ReturnType<typeof settingsOf>) => new Map(settings.map(({ label, ...setting }) => [label.en, setting]))

describe('the loss of mini-batches', () => {
  it('is the mean of the steps of each epoch, of the last as far as it went', () =>
    expect(epochMeans([1, 3, 2, 4, 9], 2)).toEqual([2, 3, 9]))
  it('that is not finite is none', () => expect(epochMeans([1, Infinity], 2)).toEqual([null]))
})

describe('learning rates', () => {
  it.each([
    ['cosine', { type: 'cosine', warmup: 1 }],
    ['plateau', { type: 'plateau', patience: 0, factor: 0.5 }],
  ] as const)('of a schedule are those of the run: %s', async (_, schedule) => {
    const { run, steps } = await fitted(spiral(), { ...network, schedule, learningRate: 0.5 })
    const { iteration, rate, stepsPerEpoch } = scheduleSummary(run)!
    expect(stepsPerEpoch).toBe(Math.ceil(72 / 16))
    expect(iteration).toEqual(steps.map((step) => step.iteration))
    expect(rate).toEqual(steps.map((step) => step.learningRate))
    expect(new Set(rate).size).toBeGreaterThan(1)
  })

  it('that stay the same have no schedule', async () => {
    const { run } = await fitted(spiral(), network)
    expect(scheduleSummary(run)).toBeUndefined()
    expect(rangeTestSummary(run)).toBeUndefined()
  })

  it('of a range test are those of the plan', async () => {
    const options: FitOptions = { target: 'side', model: 'mlp:8', epochs: 1, batch: 16, learningRate: 'find' }
    const { run } = await fitted(images(100), options)
    const { choice, steps } = run.plan.rangeTest!
    if (choice.kind !== 'found') throw new Error(choice.kind)
    const { rate, loss, found } = rangeTestSummary(run)!
    expect(rate).toEqual(steps.map((step) => step.rate))
    expect(loss).toHaveLength(rate.length)
    expect(found).toEqual({ chosen: run.plan.learningRate, lowest: choice.lowest })
    expect(named(settingsOf(run, options)).get('Learning rate α')).toMatchObject({
      given: false, reason: { en: expect.stringMatching(/^a tenth of the rate/), ja: expect.stringMatching(/^範囲テスト/) },
    })
  })

  it('that no range test could find are the usual ones', async () => {
    const { run } = await fitted(spiral(), { ...network, learningRate: 'find' })
    expect(run.plan.rangeTest!.choice.kind).toBe('never-fell')
    expect(rangeTestSummary(run)!.found).toBeUndefined()
  })
})

describe('settings', () => {
  it('of a network are given, or chosen with a reason', async () => {
    const options: FitOptions = { ...network, penalty: { l2: 0.01 }, clip: { norm: 1 }, dropout: 0.1, optimizer: 'momentum', patience: 3, labelSmoothing: 0.1 }
    const { run } = await fitted(spiral(), options)
    const settings = named(settingsOf(run, options))
    expect(settings.get('Optimizer')).toEqual({ value: { en: 'momentum', ja: 'モーメンタム' }, given: true })
    expect(settings.get('Momentum')).toMatchObject({ value: 0.9, given: false })
    expect(settings.get('Epochs, at most')).toEqual({ value: { en: '12 (60 iterations, 5 an epoch)', ja: '12（1 エポック 5 回、計 60 回の反復）' }, given: true })
    expect(settings.get('Patience')).toMatchObject({ value: { en: '3 epochs' }, given: true })
    expect(settings.get('L2 penalty')).toEqual({ value: 0.01, given: true })
    expect(settings.get('Gradient norm clipped at')).toEqual({ value: 1, given: true })
    expect(settings.get('Dropout')).toEqual({ value: 0.1, given: true })
    expect(settings.get('Label smoothing')).toEqual({ value: 0.1, given: true })
    expect(settings.get('Activation of the hidden layers')).toMatchObject({ value: 'relu', given: false, reason: { en: 'the usual one' } })
    expect(settings.get('Seed')).toMatchObject({ value: 0, given: false })
    expect([...settings.keys()]).not.toContain('Schedule of the learning rate')
  })
})

describe('the way down', () => {
  it('of a network is one rule for all parameters, after the gradients from the last layer to the first', async () => {
    const { run } = await fitted(spiral(), network)
    const { formulas, gradients } = descentSummary(run, network, formulasOf(run))
    expect(formulas[0].tex).toContain(String.raw`\theta &\leftarrow \theta - \frac{\alpha \, \hat{m}}`)
    expect(gradients!.map(({ layer, tensors }) => [layer, ...tensors])).toEqual([['dense', 'W2', 'b2'], ['dense', 'W1', 'b1']])
  })
})

describe('formulas', () => {
  const line = (name: string, expression: string, isKept = false) => ({ name, expression, isKept })
  it('are aligned, replace by an arrow, and round what nobody reads to the end', () => {
    expect(aligned([line('w', 'w - x', true)])).toBe(String.raw`w \leftarrow w - x`)
    expect(aligned([line('t', '0.03333333333333333 + 0.000001'), line('w', 't', true)])).toBe(
      String.raw`\begin{aligned} t &= 0.0333333 + 0.000001 \\ w &\leftarrow t \end{aligned}`)
    expect(aligned([line('a', String.raw`\frac{1}{2}`), line('b', String.raw`\frac{1}{3}`)])).toContain(String.raw`\\[0.9em]`)
  })
})

describe('layers', () => {
  it('stand with their activations, those inside of others indented', () => {
    const specification = {
      layers: [
        { type: 'dense', units: 4 },
        { type: 'residual', layers: [{ type: 'dense', units: 4 }, { type: 'relu' }], shortcut: [{ type: 'dense', units: 4, bias: false }] },
        { type: 'dense', units: 3 },
        { type: 'softmax' },
      ],
      loss: 'categorical-cross-entropy',
    } as const
    const layers = layerSummaries({ plan: planFit(spiral(), { ...network, model: specification }) } as unknown as Parameters<typeof layerSummaries>[0])
    expect(layers.map(({ name, depth = 0, outputs, parameters, activation }) => [name, depth, outputs, parameters, activation])).toEqual([
      ['dense', 0, '4', 12, undefined],
      ['residual', 0, '4', 0, undefined],
      ['dense', 1, '4', 20, 'relu'],
      ['shortcut', 1, '4', 0, undefined],
      ['dense', 2, '4', 16, undefined],
      ['dense', 0, '3', 15, 'softmax'],
    ])
    expect(layers[4]).toMatchObject({ settings: 'bias false', tensors: [{ name: 'W3', shape: '4 × 4' }] })
  })
})

describe('images', () => {
  it('are shown class by class, as bytes, without a column for each pixel', () => {
    const table = images(40)
    const plan = planFit(table, { target: 'side' })
    const { samples, preparation, height } = imagesSummary(plan)!
    expect([height, samples.length, preparation.en]).toEqual([SIDE, 20, 'divided by 100'])
    expect(samples.slice(0, 4).map(({ label }) => label)).toEqual(['left', 'right', 'left', 'right'])
    const row = plan.split.train[Array.from(plan.split.train).findIndex((i) => i % 2 === 0)]
    const bytes = table.columns.slice(0, SIDE * SIDE).map(({ values }) => Math.round((Number(values[row]) / 100) * 255))
    expect(samples[0].picture.pixels).toEqual(bytes)
  })

  it('that were mistaken come with the surest first', async () => {
    // Trained for one step on classes that mean nothing: about half of the rows are wrong.
    const table = images(60)
    const random = generator(1)
    const label = Array.from({ length: 60 }, () => (random.uniform() < 0.5 ? 'a' : 'b'))
    const { run } = await fitted({ ...table, columns: [...table.columns.slice(0, -1), { name: 'side', type: 'category', values: label }] }, { target: 'side', iterations: 1, validation: 0 })
    const { count, rows, worst } = mistakes(run)!
    const metrics = run.metrics.train as { accuracy: number }
    expect(rows).toBe(60)
    expect(count).toBe(Math.round((1 - metrics.accuracy) * 60))
    expect(worst.length).toBe(Math.min(12, count))
    for (const one of worst) {
      expect(one.predicted).not.toBe(one.truth)
      expect(one.probability + one.truthProbability).toBeCloseTo(1, 10)
    }
    const probabilities = worst.map(({ probability }) => probability)
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a))
  })

  it('have weights that look at them: of logistic regression those for the second class', async () => {
    const { run } = await fitted(images(40), { target: 'side', iterations: 50 })
    const { of, count, pictures } = weightPictures(run)!
    expect([of, count, pictures[0].label]).toEqual(['class', 1, 'right'])
    const sum = (from: number): number => pictures[0].weights.reduce((total, w, j) => (j % SIDE >= from && j % SIDE < from + SIDE / 2 ? total + w : total), 0)
    expect(sum(SIDE / 2)).toBeGreaterThan(0)
    expect(sum(0)).toBeLessThan(0)
  })

  it('have filters of a convolution, and the largest of many hidden units', async () => {
    const size = { height: SIDE, width: SIDE, channels: 1 }
    const { run } = await fitted(images(20), { target: 'side', model: cnn(size, { classes: 2 }), iterations: 1, validation: 0 })
    const filters = weightPictures(run)!
    expect([filters.of, filters.count, filters.pictures.length]).toEqual(['filter', 16, 16])
    const { W1 } = run.result.state.parameters
    // Unit 2, second row, third pixel of W1 (3, 3, 1, 16).
    expect(filters.pictures[2].weights[5]).toBeCloseTo(W1.data[5 * 16 + 2], 4)
    expect(filters.pictures[2]).toMatchObject({ label: '3', height: 3, width: 3 })
    const { run: wide } = await fitted(images(20), { target: 'side', model: 'mlp:40', iterations: 1, validation: 0 })
    const units = weightPictures(wide)!
    expect([units.of, units.count, units.pictures.length]).toEqual(['unit', 40, 32])
  })

  it('that are large are thinned', () => {
    const rows = 4
    const size = { height: 2, width: 130, channels: 1 }
    const columns = Array.from({ length: 260 }, (_, j) => ({ name: `p${j}`, type: 'integer' as const, values: Float64Array.from({ length: rows }, () => j % 130) }))
    const side = { name: 'side', type: 'category' as const, values: ['a', 'b', 'a', 'b'] }
    const plan = planFit({ columns: [...columns, side], rows, source: 'wide.csv', missing: [], image: size }, { target: 'side' })
    // Every third pixel of 130, white being 129.
    const [{ picture }] = imagesSummary(plan)!.samples
    expect([picture.height, picture.width]).toEqual([1, 44])
    expect(picture.pixels.slice(0, 3)).toEqual([0, Math.round((3 / 129) * 255), Math.round((6 / 129) * 255)])
  })
})
