import { describe, expect, it } from 'vitest'
import { reportHtml } from './page.ts'
import { cloudsRun, threeClasses, twoClasses } from './samples/classes.ts'
import { talk } from './samples/talk.ts'
import type { RunSummary } from './summary.ts'

const style = { formulaCss: '.katex{}' }

describe('the report', () => {
  it.each([
    ['a line', talk()],
    ['two classes', twoClasses()],
    ['three classes', cloudsRun('three', ['a', 'b'], 'kind', [
      { name: 'x', centre: [0, 0] }, { name: 'y', centre: [3, 0] }, { name: 'z', centre: [0, 3] },
    ])],
  ])('of %s loads nothing, runs nothing, and holds both languages', (_, run) => {
    const page = reportHtml(run, style, 'ja')
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(page).toContain('<html lang="ja">')
    expect(page).toMatch(/default-src (?:'|&#39;|&#x27;)none/)
    expect(page).not.toMatch(/<script|<link|<img[^>]+src="http|url\(http|@import/i)
    expect(page).toContain('勾配降下法')
    expect(page).toContain('Gradient descent')
    expect(reportHtml(run, style, 'ja')).toBe(page)
  })

  it('shows the numbers of the run', () => {
    const page = reportHtml(talk(), style, 'en')
    // The talk's last loss and the learned line.
    expect(page).toContain('2.306')
    expect(page).toContain('1.8207')
  })

  it('treats every name and cell as text', () => {
    const evil = '<script>alert(1)</script>"\'&'
    const run = cloudsRun(evil, [evil, `${evil} 2`], `${evil} 3`, [
      { name: `${evil} a`, centre: [0, 0] }, { name: `${evil} b`, centre: [3, 3] },
    ])
    const page = reportHtml({ ...run, data: { ...run.data, source: evil } }, style, 'en')
    expect(page).not.toMatch(/<script/i)
    expect(page).toContain('&lt;script&gt;')
  })

  it('tells of a run that diverged, with losses that are no numbers', () => {
    const base = talk()
    const { weights: _, ...rest } = base
    const diagnosis = { en: 'the loss grew without bound', ja: '損失が際限なく大きくなりました' }
    const nothing = { mse: null, rmse: null, mae: null, r2: null }
    const run: RunSummary = {
      ...rest,
      loss: { ...base.loss, history: { iteration: [0, 1, 2], loss: [50, 5e300, null] } },
      descent: { ...base.descent, iterations: 3, outcome: { kind: 'diverged', iteration: 2, diagnosis } },
      result: { task: 'regression', metrics: { train: nothing }, predictions: { train: { yt: [], yp: [] } } },
    }
    const page = reportHtml(run, style, 'en')
    expect(page).toContain('the loss grew without bound')
    expect(page).not.toContain('NaN')
  })

  it('shows a network: one rule, gradients and long formulas folded away, layers inside of layers, findings', () => {
    const base = threeClasses()
    const caption = { en: 'layer by layer', ja: '層ごと' }
    const lines = Array.from({ length: 9 }, (_, i) => `a_{${i}} &= x`).join(String.raw` \\ `)
    const dense = { name: 'dense', inputs: '2', outputs: '2', parameters: 6 }
    const run: RunSummary = {
      ...base,
      model: {
        ...base.model,
        formulas: [{ tex: String.raw`\begin{aligned} ${lines} \end{aligned}`, caption }],
        layers: [{ ...dense, tensors: [{ name: 'W1', shape: '2 × 2' }] }, { ...dense, name: 'inner', depth: 2 }],
        inside: { findings: [{ en: 'dead units', ja: '働かないユニット' }], healthy: { en: 'fine', ja: '良好' } },
      },
      descent: {
        ...base.descent,
        gradients: ['3', '2', '1'].map((k) => ({ layer: 'dense', tensors: [`W${k}`], tex: 'g' })),
        settings: [{ label: caption, value: { en: 'all', ja: '全行' }, given: true }],
      },
    }
    const page = reportHtml(run, style, 'ja')
    expect(page).toContain('The whole formula: 9 lines')
    expect(page).toContain('3 層の勾配を表示')
    expect(page).toContain('class="inner" style="--depth:2"')
    expect(page).toContain('<var>W<sub>1</sub></var> 2 × 2')
    expect(page).toContain('働かないユニット')
    expect(page).toContain('全行')
    const healthy = reportHtml({ ...run, model: { ...run.model, inside: { ...run.model.inside!, findings: [] } } }, style, 'ja')
    expect(healthy).toContain('良好')
  })

  it.each([
    ['one iteration', [50]],
    ['a loss that never changes', [3, 3, 3]],
    ['a loss of 0', [1, 0, 0]],
  ])('draws %s', (_, loss) => {
    const base = talk()
    const run = { ...base, loss: { ...base.loss, history: { iteration: loss.map((__, k) => k), loss } } }
    expect(reportHtml(run, style, 'en')).not.toMatch(/NaN|Infinity/)
  })
})
