import { type LayerWeights, Tensor, tensor } from 'kudari'
import { describe, expect, it } from 'vitest'
import { fitOfPlain, plainFit } from './plain-fit.ts'

describe('plainFit', () => {
  it('spells weights as lists, which JSON holds to the last bit', () => {
    const W = tensor([[0.1, -1 / 3], [1e-300, 2]])
    const plain = plainFit({ target: 'y', model: 'mlp:2', initial: [{ W, b: tensor([0, 1]) }], validation: 0.2 })
    expect(plain.initial).toEqual([{ W: [[0.1, -1 / 3], [1e-300, 2]], b: [0, 1] }])
    const back = fitOfPlain(JSON.parse(JSON.stringify(plain)) as typeof plain)
    const [layer] = back.initial as readonly LayerWeights[]
    expect(layer.W).toBeInstanceOf(Tensor)
    expect([...layer.W!.data]).toEqual([...W.data])
    expect({ ...back, initial: undefined }).toEqual({ target: 'y', model: 'mlp:2', validation: 0.2, initial: undefined })
  })

  it('leaves names and lists of numbers as they are', () => {
    for (const initial of ['he', [2, -1]] as const) expect(fitOfPlain(plainFit({ target: 'y', initial }))).toEqual({ target: 'y', initial })
  })

  it('refuses a table to validate with', () => {
    expect(() => plainFit({ target: 'y', validation: { columns: [], rows: 0, source: '', missing: [] } })).toThrow(TypeError)
  })
})
