/** What layers give, against the same computed by hand, and against the prediction. */
import { describe, expect, it } from 'vitest'
import {
  type ModelSpecification,
  type Parameters,
  cnn,
  generator,
  initializeParameters,
  initializeStatistics,
  layerOutputs,
  logistic,
  mlp,
  predictions,
  prepareInputs,
  randomNormal,
  tensor,
} from '../index.ts'

function made(specification: ModelSpecification, features: number): Parameters {
  const random = generator(1)
  const parameters = initializeParameters(specification, features, { dtype: 'float64', random, initializer: 'he' })
  return { ...parameters, ...initializeStatistics(specification, features, 'float64', random) }
}

describe('what layers give', () => {
  const x = randomNormal(generator(2), [7, 4])

  it('is every station of a pass, under the names of formulas', () => {
    const specification = mlp([3, 2], { classes: 2 }, { activation: 'tanh' })
    const variables = made(specification, 4)
    const found = layerOutputs(specification, variables, x)
    expect(found.map(({ name, layer }) => `${name} ${layer.layer.type}`)).toEqual(['a1 dense', 'h1 tanh', 'a2 dense', 'h2 tanh', 'u dense', 'yp sigmoid'])
    const h1 = x.matmul(variables.W1).add(variables.b1).tanh()
    const u = h1.matmul(variables.W2).add(variables.b2).tanh().matmul(variables.W3).add(variables.b3)
    const by = (name: string) => found.find((one) => one.name === name)!.output
    expect([...by('h1').data]).toEqual([...h1.data].map((value) => expect.closeTo(value, 12)))
    expect([...by('u').data]).toEqual([...u.data].map((value) => expect.closeTo(value, 12)))
  })

  it('ends in the prediction, of any model', () => {
    const branched: ModelSpecification = {
      layers: [{ type: 'dense', units: 4 }, { type: 'residual', layers: [{ type: 'dense', units: 4 }, { type: 'relu' }] }, { type: 'batch-normalization' }, { type: 'dropout', rate: 0.5 }, { type: 'dense' }],
      loss: 'half-mean-square',
    }
    for (const specification of [logistic(), branched, cnn({ height: 2, width: 2, channels: 1 }, { classes: 3 })]) {
      const variables = made(specification, 4)
      const inputs = prepareInputs(specification, x)
      const found = layerOutputs(specification, variables, inputs)
      expect(found.at(-1)!.name).toBe('yp')
      expect([...found.at(-1)!.output.data]).toEqual([...predictions(specification, variables, inputs).data])
      for (const { layer, output } of found) expect(output.shape).toEqual([7, ...layer.output])
    }
  })

  it('passes the inputs of a model without hidden layers by', () => {
    expect(layerOutputs(logistic(), { w: tensor([0, 1, 0, 0, 0]) }, x.insert(0, 1, { axis: 1 })).map(({ name }) => name)).toEqual(['u', 'yp'])
  })
})
