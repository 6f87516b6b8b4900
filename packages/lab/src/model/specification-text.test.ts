import { cnn, linear } from 'kudari'
import { describe, expect, it } from 'vitest'
import { specificationText } from './specification-text.ts'

describe('specificationText', () => {
  it('writes a line a layer', () => {
    expect(specificationText(linear()).split('\n')).toEqual([
      '{', '  "layers": [', '    {"type": "dummy"},', '    {"type": "dense", "bias": false}', '  ],', '  "loss": "half-mean-square"', '}',
    ])
  })

  it('is JSON of the same specification', () => {
    const specification = { ...cnn({ height: 8, width: 8, channels: 3 }, { classes: 3 }), loss: { type: 'categorical-cross-entropy', classWeights: [1, 2, 3] } } as const
    expect(JSON.parse(specificationText(specification))).toEqual(specification)
  })
})
