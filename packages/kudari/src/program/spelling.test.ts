import { describe, expect, it } from 'vitest'
import { texName } from './spelling.ts'

describe('a name in TeX', () => {
  it.each([
    ['w', 'w'],
    ['yp', 'y_{p}'],
    ['W12', 'W_{12}'],
    ['alpha', String.raw`\alpha`],
    ['beta1', String.raw`\beta_{1}`],
    ['m_W1', 'm_{W_{1}}'],
    ['gradient_gamma1', String.raw`\mathit{gradient}_{\gamma_{1}}`],
    ['m_hat_b2', String.raw`\hat{m}_{b_{2}}`],
    ['gradient_w', String.raw`\mathit{gradient}_{w}`],
    ['v_max_W1', String.raw`\mathit{v\_max}_{W_{1}}`],
    ['yp_W1', '{y_{p}}_{W_{1}}'],
    ['clip_factor', String.raw`\mathit{clip\_factor}`],
    ['W1_2', String.raw`\mathit{W1\_2}`],
    ['収入_a%', String.raw`\text{収入\_a\%}`],
    ['parameters.W1', String.raw`\mathit{parameters.W1}`],
  ])('%s is %s', (name, tex) => expect(texName(name)).toBe(tex))
})
