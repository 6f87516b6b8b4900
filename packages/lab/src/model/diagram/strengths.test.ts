import { inspectNetwork, mlp, tensor } from 'kudari'
import { describe, expect, it } from 'vitest'
import { cornerOf } from '../../worker/views/weights.ts'
import { edgesOf, layOut } from './layout.ts'
import { strengthsOf } from './strengths.ts'

describe('strengthsOf', () => {
  const { layers } = inspectNetwork(mlp([2], { classes: 0 }), 1)
  const edges = edgesOf(layOut(layers, ['x'], ['y'])!)
  const weights = {
    b1: cornerOf(tensor([0, -0.5]), 9),
    W1: cornerOf(tensor([[2, -4]]), 9),
    b2: cornerOf(tensor(3), 9),
    W2: cornerOf(tensor([0, 0]), 9),
  }

  it('finds the weight of every line, and measures it by the largest of its tensor', () => {
    expect(strengthsOf(edges, weights)).toEqual([
      { weight: 0, share: 0 }, { weight: 2, share: 0.5 }, { weight: -0.5, share: 1 }, { weight: -4, share: 1 },
      { weight: 3, share: 1 }, { weight: 0, share: 0 }, { weight: 0, share: 0 },
    ])
  })

  it('knows nothing of weights that are not in view, as those of a model that was before', () => {
    expect(strengthsOf(edges, { W1: cornerOf(tensor([[2, -4]]), 1) }).map((strength) => strength?.weight)).toEqual([undefined, 2, undefined, undefined, undefined, undefined, undefined])
  })
})
