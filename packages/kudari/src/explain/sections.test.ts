import { describe, expect, it } from 'vitest'
import {
  type LayerSpecification,
  type ModelSpecification,
  type Section,
  firstState,
  generator,
  initializeParameters,
  initializeStatistics,
  linear,
  openStep,
  randomNormal,
  softmaxRegression,
  stateOf,
  tensor,
} from '../index.ts'

const random = generator(1)

function open(specification: ModelSpecification, features: number, yt: number[] | number[][]) {
  const x = randomNormal(random, [yt.length, specification.layers[0].type === 'dummy' ? features + 1 : features])
  const parameters = initializeParameters(specification, features, { dtype: 'float64', random })
  const statistics = initializeStatistics(specification, features, 'float64', random)
  const learning = { optimizer: { type: 'adam' }, clip: { norm: 1 } } as const
  return openStep(specification, { x, yt: tensor(yt) }, 0.1, firstState(parameters, statistics, learning), learning)
}

const heading = (section: Section): string => ('place' in section ? `${section.kind} ${section.place}` : section.kind)
const headings = (sections: readonly Section[]): string[] =>
  sections.flatMap((section, i) => (section === sections[i - 1] ? [] : [heading(section)]))

describe('the sections of a step', () => {
  it('of a linear model are one of each', () => {
    const parameters = { w: tensor([2, -1]) }
    const { instructions } = openStep(linear(), { x: tensor([[1, 2], [1, 3]]), yt: tensor([1, 2]) }, 0.1, stateOf(parameters))
    expect(instructions.map(({ section, numpy }) => [heading(section), numpy.name])).toEqual([
      ['forward layers[1]', 'yp'],
      ['loss', 'yd'],
      ['loss', 't1'],
      ['loss', 't2'],
      ['loss', 'L'],
      ['gradient layers[1]', 't3'],
      ['gradient layers[1]', 'gradient'],
      ['update', 't4'],
      ['update', 'w'],
    ])
  })

  it('of a classifier have the difference where it is needed: in the gradient', () => {
    const { instructions } = open(softmaxRegression(2), 1, [[1, 0], [0, 1]])
    expect(instructions.filter(({ name }) => name === 'yd').map(({ section }) => heading(section))).toEqual(['gradient layers[1]'])
  })

  const layers: readonly LayerSpecification[] = [
    { type: 'reshape', shape: [4, 4, 1] },
    { type: 'conv2d', units: 2, kernel: 3, padding: 'same' },
    { type: 'batch-normalization' },
    { type: 'relu' },
    { type: 'max-pool', size: 2 },
    { type: 'residual', layers: [{ type: 'relu' }, { type: 'conv2d', units: 2, kernel: 1 }], shortcut: [{ type: 'conv2d', units: 2, kernel: 1 }] },
    { type: 'flatten' },
    { type: 'dropout', rate: 0.25 },
    { type: 'dense', units: 3 },
    { type: 'softmax' },
  ]
  const step = open({ layers, loss: 'categorical-cross-entropy' }, 16, [[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]])

  it('of a network go forward through all of its layers, back through those that learn, and down', () => {
    expect(headings(step.instructions.map(({ section }) => section))).toEqual([
      'forward layers[0]',
      'forward layers[1]',
      'forward layers[2]',
      'forward layers[3]',
      'forward layers[4]',
      'forward layers[5].layers[0]',
      'forward layers[5].layers[1]',
      'forward layers[5].shortcut[0]',
      'forward layers[5]',
      'forward layers[6]',
      'forward layers[7]',
      'forward layers[8]',
      'forward layers[9]',
      'loss',
      'gradient layers[8]',
      'gradient layers[5].shortcut[0]',
      'gradient layers[5].layers[1]',
      'gradient layers[2]',
      'gradient layers[1]',
      'update',
    ])
  })

  it('hold what their headings say', () => {
    const sectionOf = (name: string) => heading(step.instructions.find((one) => one.name === name)!.section)
    const named = ['a1', 'batchNormalization1', 'h1', 'h1_2', 'a2', 'a3', 'residual1', 'u', 'yp', 'L', 'gradient_W4', 'gradient_W2', 'gradient_gamma1', 'mean1', 'm_W1']
    expect(Object.fromEntries(named.map((name) => [name, sectionOf(name)]))).toEqual({
      a1: 'forward layers[1]',
      batchNormalization1: 'forward layers[2]',
      h1: 'forward layers[3]',
      h1_2: 'forward layers[5].layers[0]',
      a2: 'forward layers[5].layers[1]',
      a3: 'forward layers[5].shortcut[0]',
      residual1: 'forward layers[5]',
      u: 'forward layers[8]',
      yp: 'forward layers[9]',
      L: 'loss',
      gradient_W4: 'gradient layers[8]',
      gradient_W2: 'gradient layers[5].layers[1]',
      gradient_gamma1: 'gradient layers[2]',
      mean1: 'update',
      m_W1: 'update',
    })
  })

  it('use nothing before it is computed, and count it in order', () => {
    const { program, instructions } = step
    const known = new Set([...program.inputs, ...program.constants.map(({ value }) => value)])
    for (const { output, inputs } of program.instructions) {
      expect(inputs.filter((input) => !known.has(input))).toEqual([])
      known.add(output)
    }
    const numbers = instructions.flatMap(({ name }) => (/^t\d+$/.test(name) ? [Number(name.slice(1))] : []))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  })
})
