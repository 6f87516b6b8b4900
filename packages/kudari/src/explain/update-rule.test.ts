import { describe, expect, it } from 'vitest'
import type { Learning } from '../train/step.ts'
import { updateRule } from './update-rule.ts'

const tex = String.raw
const written = (learning: Learning): string[] =>
  updateRule(learning).map(({ name, expression, isKept }) => `${name} ${isKept ? '<-' : '='} ${expression}`)

const derivative = tex`\frac{\partial L}{\partial \theta}`

describe('the rule of an optimizer', () => {
  it.each<[string, Learning, readonly string[]]>([
    ['gradient descent', {}, [tex`\theta <- \theta - \alpha \, ${derivative}`]],
    // Sutskever et al. 2013, with alpha outside of the velocity.
    ['momentum', { optimizer: { type: 'sgd', momentum: 0.9 } }, [tex`v <- 0.9 \, v + ${derivative}`, tex`\theta <- \theta - \alpha \, v`]],
    ['RMSprop', { optimizer: { type: 'rmsprop' } }, [
      `g = ${derivative}`, tex`v <- 0.99 \, v + 0.01 \, g^{2}`, tex`\theta <- \theta - \frac{\alpha \, g}{\sqrt{v} + 10^{-8}}`,
    ]],
    // Kingma and Ba 2015, Algorithm 1.
    ['Adam', { optimizer: { type: 'adam', betas: [0.8, 0.99] } }, [
      `g = ${derivative}`,
      tex`m <- 0.8 \, m + 0.2 \, g`,
      tex`v <- 0.99 \, v + 0.01 \, g^{2}`,
      tex`\hat{m} = \frac{m}{1 - 0.8^{k}}`,
      tex`\hat{v} = \frac{v}{1 - 0.99^{k}}`,
      tex`\theta <- \theta - \frac{\alpha \, \hat{m}}{\sqrt{\hat{v}} + 10^{-8}}`,
    ]],
  ])('is that of the paper: %s', (_, learning, expected) => expect(written(learning)).toEqual(expected))

  it('decays weights beside the gradient in AdamW, and in it in Adam', () => {
    expect(written({ optimizer: { type: 'adamw' } }).at(-1)).toContain(tex`+ 0.01 \, \theta\right)`)
    expect(written({ optimizer: { type: 'adam', weightDecay: 0.1 } })[0]).toBe(tex`g = ${derivative} + 0.1 \, \theta`)
  })

  it('clips first', () =>
    expect(written({ optimizer: { type: 'adam' }, clip: { value: 2 } })[0]).toBe(tex`g = \min\left(\max\left(${derivative}, -2\right), 2\right)`))

  it('does not call two things v', () =>
    expect(written({ optimizer: { type: 'rmsprop', momentum: 0.9 } }).at(-1)).toBe(tex`\theta <- \theta - \alpha \, \mathit{velocity}`))
})
