import { cnn, inspectNetwork, linear, mlp, softmaxRegression } from 'kudari'
import { describe, expect, it } from 'vitest'
import { MOST_SHOWN, edgesOf, layOut, shortened } from './layout.ts'

const layersOf = (specification: Parameters<typeof inspectNetwork>[0], features: number) => inspectNetwork(specification, features).layers

describe('the picture of a structure', () => {
  it('has for the talk: the dummy and one input, and a line for each of w0 and w1', () => {
    const picture = layOut(layersOf(linear(), 1), ['height'], ['weight'])!
    expect(picture.columns.map(({ kind, units }) => [kind, units.map(({ index, label }) => label ?? index)])).toEqual([
      ['inputs', [undefined, 'height']],
      ['outputs', ['weight']],
    ])
    expect(edgesOf(picture).map(({ tensor, row, column }) => [tensor, row, column])).toEqual([['w', 0, 0], ['w', 1, 0]])
  })

  it('finds biases beside the weights of networks', () => {
    const picture = layOut(layersOf(mlp([2], { classes: 2 }, { activation: 'tanh', dropout: 0.1 }), 1), ['x'], ['a', 'b'])!
    expect(picture.columns.map(({ activation, others }) => [activation, others])).toEqual([[undefined, []], ['tanh', ['dropout']], ['sigmoid', []]])
    expect(edgesOf(picture).map(({ tensor, row, column }) => `${tensor}[${row}, ${column}]`)).toEqual([
      'b1[0, 0]', 'W1[0, 0]', 'b1[1, 0]', 'W1[0, 1]',
      'b2[0, 0]', 'W2[0, 0]', 'W2[1, 0]',
    ])
  })

  it('gives every class an output of its own', () => {
    const picture = layOut(layersOf(softmaxRegression(3), 2), ['a', 'b'], ['x', 'y', 'z'])!
    expect(edgesOf(picture)).toHaveLength(9)
    expect(edgesOf(picture).at(-1)).toMatchObject({ tensor: 'w', row: 2, column: 2 })
  })

  it('shows some of many units, none above or below the picture', () => {
    const names = Array.from({ length: 784 }, (_, i) => `pixel${i}`)
    const picture = layOut(layersOf(mlp([128], { classes: 10 }), 784), names, [])!
    expect(picture.columns.map(({ units, count }) => [units.length, count])).toEqual([[MOST_SHOWN + 1, 784], [MOST_SHOWN + 1, 128], [MOST_SHOWN, 10]])
    for (const { units, ellipsis } of picture.columns)
      for (const y of [...units.map(({ y }) => y), ellipsis!]) expect(y > 0 && y < picture.height).toBe(true)
  })

  it('is none where there are images between', () => {
    expect(layOut(layersOf(cnn({ height: 8, width: 8, channels: 1 }, { classes: 2 }), 64), [], [])).toBeUndefined()
  })
})

describe('shortened', () => {
  it('counts Japanese letters as two', () => {
    expect(shortened('petal length', 8)).toBe('petal l…')
    expect(shortened('身長', 4)).toBe('身長')
    expect(shortened('とても長い名前', 6)).toBe('とて…')
  })
})
