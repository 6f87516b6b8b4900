/** Models by name, and what is said of them beside it. */
import { describe, expect, it } from 'vitest'
import { numbered } from '../data/testing/tables.ts'
import { placeLayers } from '../nn/network.ts'
import { hiddenUnits, isModelName } from './model-choice.ts'
import { type FitOptions, planFit } from './plan.ts'

const three = numbered(60, { a: (i) => i, b: (i) => (i * 7) % 60, kind: (i) => (i < 10 ? 0 : i < 30 ? 1 : 2), side: (i) => Number(i > 20), weight: (i) => i / 2 })
const plan = (target: string, options: Partial<FitOptions>) => planFit(three, { target, features: ['a', 'b'], validation: 0, ...options })

describe('a network by name', () => {
  it('has an output that fits the target', () => {
    const hidden = [{ type: 'dense', units: 5 }, { type: 'tanh' }, { type: 'dropout', rate: 0.5 }, { type: 'dense', units: 3 }, { type: 'tanh' }, { type: 'dropout', rate: 0.5 }]
    const options = { model: 'mlp:5,3', activation: 'tanh', dropout: 0.5 } as const
    expect(plan('kind', { ...options, task: 'classification' }).specification).toEqual({
      layers: [...hidden, { type: 'dense', units: 3 }, { type: 'softmax' }], loss: 'categorical-cross-entropy',
    })
    expect(plan('side', options).specification).toEqual({ layers: [...hidden, { type: 'dense' }, { type: 'sigmoid' }], loss: 'binary-cross-entropy' })
    expect(plan('weight', options).specification).toEqual({ layers: [...hidden, { type: 'dense' }], loss: 'half-mean-square' })
  })

  it('reads its units', () => {
    expect([hiddenUnits('mlp:128, 64'), hiddenUnits('mlp:'), hiddenUnits('mlp:3,x'), hiddenUnits('mlp:0'), hiddenUnits('cnn')]).toEqual([[128, 64], undefined, undefined, undefined, undefined])
    expect(['linear', 'cnn', 'mlp:2', 'mlp', 'tree'].map(isModelName)).toEqual([true, true, true, false, false])
  })

  it('for images halves them while they are large, and doubles the channels', () => {
    const pixels = Object.fromEntries(Array.from({ length: 144 }, (_, j) => [`p${j}`, (i: number) => (i * (j + 1)) % 256]))
    const images = { ...numbered(30, { ...pixels, label: (i) => i % 3 }), image: { height: 12, width: 12, channels: 1 } }
    const { specification } = planFit(images, { target: 'label', model: 'cnn', validation: 0 })
    expect(placeLayers(specification, 144).map(({ output }) => output.join())).toEqual(
      ['12,12,1', '12,12,16', '12,12,16', '6,6,16', '576', '128', '128', '3', '3'])
    expect(() => plan('kind', { model: 'cnn', task: 'classification' })).toThrow('--model cnn looks at images')
  })
})

describe('the loss', () => {
  it('takes settings', () => {
    expect(plan('weight', { loss: 'huber', delta: 2 }).specification.loss).toEqual({ type: 'huber', delta: 2 })
    // 10, 20 and 30 rows of 60: scikit-learn's compute_class_weight('balanced') gives 60 / (3 * rows).
    expect(plan('kind', { task: 'classification', classWeights: 'balanced', labelSmoothing: 0.1 }).specification.loss).toEqual({
      type: 'categorical-cross-entropy', labelSmoothing: 0.1, classWeights: [2, 1, 60 / 90],
    })
  })

  const wrong: readonly (readonly [string, Partial<FitOptions>, string])[] = [
    ['weight', { delta: 2 }, '--delta means nothing to the loss half-mean-square'],
    ['weight', { labelSmoothing: 0.1 }, '--label-smoothing means nothing to the loss half-mean-square'],
    ['side', { classWeights: [1, 2, 3] }, '--class-weights: there are 2 classes, but 3 weights are given'],
    ['side', { loss: 'huber' }, '--loss huber does not fit the model logistic'],
    ['weight', { model: 'linear', dropout: 0.5 }, '--dropout is for the hidden layers of --model mlp:... and cnn; linear has none'],
    ['weight', { activation: 'relu' }, '--activation is for the hidden layers'],
  ]
  it.each(wrong)('of %s with %j is refused', (target, options, message) => {
    expect(() => plan(target, options)).toThrow(message)
  })
})

describe('learning', () => {
  const learning = (options: Partial<FitOptions>) => plan('side', options).learning

  it('is gradient descent, and Adam for networks', () => {
    expect([learning({}), learning({ model: 'mlp:4' })]).toEqual([{}, { optimizer: { type: 'adam' } }])
  })

  it('goes by the settings where no optimizer is named', () => {
    expect(learning({ optimizerSettings: { momentum: 0.5 } })).toEqual({ optimizer: { type: 'sgd', momentum: 0.5 } })
    expect(learning({ model: 'mlp:4', optimizerSettings: { weightDecay: 0.1 } })).toEqual({ optimizer: { type: 'adamw', weightDecay: 0.1 } })
    expect(learning({ optimizer: 'adam', optimizerSettings: { epsilon: 0.1 }, penalty: { l2: 1 } })).toEqual({
      optimizer: { type: 'adam', epsilon: 0.1 }, penalty: { l2: 1 },
    })
    expect(() => learning({ optimizer: 'adam', optimizerSettings: { momentum: 0.5 } })).toThrow('the optimizer adam has no setting "momentum"')
  })

  it('finds a rate by a range test', () => {
    const { learningRate, rangeTest, choices } = plan('side', { model: 'mlp:8', learningRate: 'find' })
    if (rangeTest?.choice.kind !== 'found') throw new Error('nothing was found')
    expect(rangeTest.choice.suggested / learningRate).toBeLessThan(10)
    expect(learningRate).toBeLessThanOrEqual(rangeTest.choice.suggested)
    expect(choices.find(({ about }) => about === 'learningRate')!.in('en')).toMatch(/a tenth of the rate at which the range test found the lowest loss/)
  })
})
