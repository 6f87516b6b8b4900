/** Networks that cannot learn, each for a reason of its own, and healthy ones. */
import { describe, expect, it } from 'vitest'
import {
  type DiagnosedWeights,
  type Finding,
  type Initializer,
  type LayerSpecification,
  type ModelSpecification,
  type Parameters,
  diagnoseLayers,
  findingText,
  full,
  generator,
  grad,
  initializeParameters,
  initializeStatistics,
  lossOfModel,
  oneHot,
  randomNormal,
  tensor,
} from '../index.ts'

const FEATURES = 8
const CLASSES = 3

/** Rows of three classes, normally distributed around a centre each. */
function threeClasses(rows: number, features = FEATURES, scale = 1) {
  const random = generator(5)
  const labels = tensor(Array.from({ length: rows }, (_, i) => i % CLASSES)).astype('int32')
  const centres = randomNormal(random, [CLASSES, features])
  const x = randomNormal(random, [rows, features]).add(oneHot(labels, CLASSES).astype('float64').matmul(centres)).multiply(scale)
  return { x, yt: oneHot(labels, CLASSES).astype('float64') }
}

const hidden = (count: number, units: number, ...between: readonly LayerSpecification[]): LayerSpecification[] =>
  Array.from({ length: count }, () => [{ type: 'dense', units } as const, ...between]).flat()

const classifier = (...layers: readonly LayerSpecification[]): ModelSpecification => ({
  layers: [...layers, { type: 'dense', units: CLASSES }, { type: 'softmax' }],
  loss: 'categorical-cross-entropy',
})

function diagnose(specification: ModelSpecification, initializer?: Initializer, change: (parameters: Parameters) => Parameters = (same) => same) {
  const rows = threeClasses(60)
  const options = { dtype: 'float64', random: generator(1), ...(initializer && { initializer }) } as const
  const parameters = change(initializeParameters(specification, FEATURES, options))
  return diagnoseLayers(specification, { ...parameters, ...initializeStatistics(specification, FEATURES, 'float64', generator(2)) }, rows)
}

const kinds = (findings: readonly Finding[]): string[] => findings.map(({ kind }) => kind)
const relu: LayerSpecification = { type: 'relu' }
const sigmoid: LayerSpecification = { type: 'sigmoid' }
const tanh: LayerSpecification = { type: 'tanh' }

describe('what is measured', () => {
  const specification = classifier(...hidden(1, 4, tanh))
  const rows = threeClasses(20)
  const parameters = initializeParameters(specification, FEATURES, { dtype: 'float64', random: generator(3) })
  const { weights, activations, loss } = diagnoseLayers(specification, parameters, rows)
  const gradients = grad((at: Parameters) => lossOfModel(specification, at, rows.x, rows.yt))(parameters)
  const norm = (values: ArrayLike<number>) => Math.hypot(...Array.from(values))

  it('are the norms of weights and of their gradients', () => {
    expect(weights.map(({ place, type, name }) => [place, type, name])).toEqual([['layers[0]', 'dense', 'W1'], ['layers[2]', 'dense', 'W2']])
    for (const one of weights) {
      const [w, g] = [norm(parameters[one.name].data), norm(gradients[one.name].data)]
      expect(one.weights.norm).toBeCloseTo(w, 12)
      expect(one.gradient.norm).toBeCloseTo(g, 12)
      expect(one.gradient.rootMeanSquare).toBeCloseTo(g / Math.sqrt(gradients[one.name].size), 12)
      expect(one.ratio).toBeCloseTo(g / w, 12)
    }
    expect(loss).toBeCloseTo(lossOfModel(specification, parameters, rows.x, rows.yt).item(), 12)
  })

  it('are what arrives at a layer', () => {
    // For softmax with cross-entropy: (yp - yt) / rows, and one layer further in: that @ W2.T * (1 - h1 ** 2).
    const h1 = rows.x.matmul(parameters.W1).add(parameters.b1).tanh()
    const yd = h1.matmul(parameters.W2).add(parameters.b2).softmax().subtract(rows.yt).divide(20)
    const before = yd.matmul(parameters.W2.transpose()).multiply(h1.square().multiply(-1).add(1))
    expect(weights.map(({ arriving }) => arriving)).toEqual([before, yd].map(({ data }) => expect.closeTo(norm(data) / Math.sqrt(20), 12)))
  })

  it('are mean and standard deviation of what activations give', () => {
    const h1 = rows.x.matmul(parameters.W1).add(parameters.b1).tanh()
    expect(activations[0]).toMatchObject({ place: 'layers[1]', type: 'tanh', units: 4 })
    expect(activations[0].mean).toBeCloseTo(h1.mean().item(), 12)
    expect(activations[0].deviation).toBeCloseTo(h1.std().item(), 12)
    expect(activations[0].saturated).toBe([...h1.data].filter((h) => Math.abs(h) > 0.98).length / 80)
  })
})

describe('networks that cannot learn', () => {
  it('ten sigmoid layers: the gradient vanishes', () => {
    const { findings, weights } = diagnose(classifier(...hidden(10, 8, sigmoid)), 'glorot')
    expect(kinds(findings)).toEqual(['vanishing'])
    expect(findings[0]).toMatchObject({ first: { place: 'layers[0]', name: 'W1' }, last: { place: 'layers[20]', name: 'W11' }, flat: ['sigmoid'] })
    // A sigmoid lets through a quarter at most.
    const ratio = weights[0].arriving / weights[10].arriving
    expect(ratio).toBeLessThan(0.25 ** 10 * 20)
    expect(findings[0]).toHaveProperty('ratio', ratio)
  })

  it('ten relu layers with small weights: so it does', () => {
    const { findings } = diagnose(classifier(...hidden(10, 8, relu)), 'normal:0.05')
    expect(findings).toEqual([expect.objectContaining({ kind: 'vanishing', flat: [] })])
  })

  it('ten relu layers with large weights: the gradient explodes', () => {
    const { findings } = diagnose(classifier(...hidden(10, 32, relu)), 'normal:1')
    expect(findings).toEqual([expect.objectContaining({ kind: 'exploding', first: { place: 'layers[0]', type: 'dense', name: 'W1' } })])
  })

  it('large negative biases: units die', () => {
    const { findings, activations } = diagnose(classifier(...hidden(2, 6, relu)), 'he', (parameters) => ({ ...parameters, b1: full([6], -100), b2: full([6], -1e9) }))
    expect(activations.map(({ dead }) => dead)).toEqual([6, 6, undefined])
    expect(findings.map((finding) => ('dead' in finding ? [finding.kind, finding.place, finding.dead] : finding))).toEqual([
      ['dead', 'layers[1]', 6],
      ['dead', 'layers[3]', 6],
    ])
  })

  it('of images whole channels die, at every pixel', () => {
    const layers: readonly LayerSpecification[] = [
      { type: 'reshape', shape: [2, 4, 1] }, { type: 'conv2d', units: 3, kernel: 1 }, relu, { type: 'flatten' },
    ]
    const { activations, findings } = diagnose(classifier(...layers), 'he', (parameters) => ({ ...parameters, b1: tensor([-50, 0, -60]) }))
    expect(activations[0]).toMatchObject({ units: 3, dead: 2 })
    expect(kinds(findings)).toEqual(['dead'])
  })

  it.each([[tanh], [sigmoid]] as const)('large weights: $type saturates', (activation) => {
    const { findings } = diagnose(classifier(...hidden(1, 16, activation)), 'normal:40')
    expect(findings).toContainEqual({ kind: 'saturated', place: 'layers[1]', type: activation.type, share: expect.toSatisfy((share: number) => share > 0.8) })
  })

  it.each(['ones', 'zeros', 'constant:0.3'] as const)('weights that are all %s: units stay alike', (initializer) => {
    const { findings } = diagnose(classifier(...hidden(2, 5, tanh)), initializer)
    const alike = findings.filter(({ kind }) => kind === 'alike')
    expect(alike).toEqual([
      { kind: 'alike', place: 'layers[0]', type: 'dense', name: 'W1', units: 5 },
      { kind: 'alike', place: 'layers[2]', type: 'dense', name: 'W2', units: 5 },
    ])
    // Where all weights of the last layer are equal, what arrives in front of it is their multiple of sum(yp - yt) = 0.
    expect(kinds(findings)).not.toContain('vanishing')
  })

  it('but not with dropout, which tells them apart', () => {
    const { findings } = diagnose(classifier(...hidden(1, 5, relu, { type: 'dropout', rate: 0.5 })), 'ones')
    expect(findings).toEqual([])
  })

  const broken: readonly (readonly [string, Initializer, (parameters: Parameters) => Parameters, object])[] = [
    ['a weight', 'he', (parameters) => ({ ...parameters, W2: full([8, 8], Number.NaN) }), { what: 'parameter', name: 'W2' }],
    ['an output', 'he', (parameters) => ({ ...parameters, W2: full([8, 8], 1e200), W3: full([8, 3], 1e200) }), { what: 'outputs', name: 'layers[4]' }],
  ]
  it.each(broken)('%s that is not finite is all that is said', (_, initializer, change, expected) => {
    expect(diagnose(classifier(...hidden(2, 8, relu)), initializer, change).findings).toEqual([{ kind: 'notFinite', ...expected }])
  })
})

describe('healthy networks', () => {
  const block = (units: number): LayerSpecification => ({
    type: 'residual',
    layers: [{ type: 'conv2d', units, kernel: 3, padding: 1 }, { type: 'batch-normalization' }, relu, { type: 'conv2d', units, kernel: 3, padding: 1 }],
  })
  const networks: readonly (readonly [string, ModelSpecification])[] = [
    ['one hidden layer', classifier(...hidden(1, 16, relu))],
    ['ten relu layers, He', classifier(...hidden(10, 32, relu))],
    ['five tanh layers, Glorot', classifier(...hidden(5, 32, tanh))],
    ['two sigmoid layers', classifier(...hidden(2, 16, sigmoid))],
    ['ten sigmoid layers, normalised', classifier(...hidden(10, 16, { type: 'batch-normalization' }, sigmoid))],
    ['gelu and dropout', classifier(...hidden(3, 16, { type: 'gelu' }, { type: 'dropout', rate: 0.3 }))],
    ['residual blocks on images', classifier({ type: 'reshape', shape: [2, 4, 1] }, { type: 'conv2d', units: 8, kernel: 3, padding: 1 }, relu, block(8), block(8), { type: 'flatten' })],
    ['no hidden layer', classifier()],
  ]
  it.each(networks)('%s', (_, specification) => {
    expect(diagnose(specification).findings).toEqual([])
  })

  it('may be sure of the answer: the activation of the loss is at its end then', () => {
    const specification: ModelSpecification = { layers: [{ type: 'dense' }, { type: 'sigmoid' }], loss: 'binary-cross-entropy' }
    const rows = { x: tensor([[1], [-1], [2]]), yt: tensor([1, 0, 1]) }
    const { activations, findings } = diagnoseLayers(specification, { W: tensor([30]), b: tensor(0) }, rows)
    expect([activations[0].saturated, findings]).toEqual([1, []])
    // With a loss of the outputs themselves, the gradient has to pass the sigmoid.
    expect(kinds(diagnoseLayers({ ...specification, loss: 'mean-square' }, { W: tensor([30]), b: tensor(0) }, rows).findings)).toEqual(['saturated'])
  })
})

it('says findings in both languages, with the layer', () => {
  const [vanishing] = diagnose(classifier(...hidden(10, 8, sigmoid)), 'glorot').findings
  expect(findingText.en(vanishing)).toMatch(/^Vanishing gradient: what arrives at layers\[0\] \(W1\) is only \d\.\de-\d+ times what arrives at layers\[20\] \(W11\), .*Every sigmoid/)
  expect(findingText.ja(vanishing)).toMatch(/^勾配消失: layers\[0\]（W1）に届く勾配は、layers\[20\]（W11）に届く勾配の \d\.\de-\d+ 倍しかありません。/)
  const [alike] = diagnose(classifier(...hidden(1, 5, tanh)), 'ones').findings
  expect(findingText.en(alike)).toContain('the 5 units of layers[0] (dense) have the same weights in W1')
  expect(findingText.ja(alike)).toContain('5 個のユニットは、重み W1 が等しく')
})

it('tells the units of the last layer apart by their gradients', () => {
  const units = ({ weights }: { weights: readonly DiagnosedWeights[] }) => weights.map((one) => [one.units, one.hasEqualWeights, one.hasEqualGradients])
  expect(units(diagnose(classifier(...hidden(1, 5, tanh)), 'ones'))).toEqual([[5, true, true], [3, true, false]])
})
