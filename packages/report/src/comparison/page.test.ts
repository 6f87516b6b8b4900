import { describe, expect, it } from 'vitest'
import { comparisonHtml } from './page.ts'
import type { ComparedCurves, ComparisonSummary } from './summary.ts'

const same = (text: string) => ({ en: text, ja: text })
const x = [0, 1, 2, 3]

/** Three runs; the last one diverged. */
const summary = (more: Partial<ComparisonSummary> = {}, curves: Partial<ComparedCurves> = {}): ComparisonSummary => ({
  version: '0.1.0',
  date: '2026-01-02T03:04:05Z',
  title: { en: '3 runs compared: y', ja: '3 件の学習の比較: y' },
  runs: ['slow', 'fast', 'wild'].map((name, i) => ({ mark: 'ABC'[i], name, path: `runs/${name}`, hasDiverged: i === 2 })),
  shared: [{ name: 'seed', value: same('0') }],
  columns: [
    { name: { en: 'model', ja: 'モデル' }, format: 'text', isAside: true, cells: [1, 2, 3].map(() => ({ en: 'Linear regression', ja: '線形回帰' })), best: [] },
    { name: same('lr'), format: 'setting', cells: ['0.01', '0.1', '9'].map(same), best: [] },
    { part: 'train', name: { en: 'final loss', ja: '最終損失' }, format: 'loss', cells: [2.306147, 2.26951724, null], best: [1] },
  ],
  warnings: [],
  notes: [],
  curves: [{
    part: 'train', name: { en: 'Training loss', ja: '訓練データの損失' }, along: { en: 'iteration', ja: '反復' },
    curves: [{ x, y: [9, 5, 3, 2.3] }, { x, y: [9, 3, 2.4, 2.27] }, { x, y: [9, 1e300, Infinity, Number.NaN] }],
    range: [2.27, 9], isLogarithmic: false, ...curves,
  }],
  ...more,
})

/** The letters at the ends of curves, by their places in the plot. */
const letters = (page: string): { mark: string; x: number; y: number }[] =>
  Array.from(page.matchAll(/<g[^>]*transform="translate\(([\d.-]+),([\d.-]+)\)"[^>]*><text[^>]*>([A-Z])<\/text>/g), ([, left, top, mark]) => ({ mark, x: Number(left), y: Number(top) }))

describe('the page of a comparison', () => {
  it('loads nothing, runs nothing, and holds both languages', () => {
    const page = comparisonHtml(summary(), 'ja')
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(page).toContain('<html lang="ja">')
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).not.toMatch(/<script|<link|url\(http|@import/i)
    expect(page).not.toMatch(/NaN|Infinity/)
    for (const text of ['Learning curves', '学習曲線', 'Linear regression', '線形回帰', '訓練データの損失']) expect(page).toContain(text)
    expect(comparisonHtml(summary(), 'ja')).toBe(page)
  })

  it('has a row for each run, with the best value marked and the run that diverged told', () => {
    const rows = Array.from(comparisonHtml(summary(), 'en').split('<tbody>')[1].split('</tbody>')[0].matchAll(/<tr[\s\S]*?<\/tr>/g), ([row]) => row)
    expect(rows).toHaveLength(3)
    expect(rows[0]).toContain('<td class="worse">2.30615</td>')
    expect(rows[1]).toMatch(/<td class="best"><b>2\.26952<\/b>/)
    expect(rows[2]).toMatch(/class="diverged"[\s\S]*<td class="worse">–<\/td>/)
  })

  it('treats names, settings and targets as text', () => {
    const evil = '<script>alert(1)</script>"\'&'
    const page = comparisonHtml(summary({
      title: same(evil), verdict: same(evil), warnings: [same(evil)], notes: [same(evil)], shared: [{ name: evil, value: same(evil) }],
      runs: [1, 2, 3].map((_, i) => ({ mark: 'ABC'[i], name: evil, path: evil, hasDiverged: false })),
      columns: [{ name: same(evil), format: 'setting', cells: [1, 2, 3].map(() => same(evil)), best: [] }],
    }), 'en')
    expect(page).not.toMatch(/<script/i)
    expect(page).toContain('&#60;script&#62;')
  })

  it('keeps the letters of curves that end at the same place apart, and inside of the plot', () => {
    const ends = letters(comparisonHtml(summary({}, { curves: [5, 2.271, 2.27].map((end) => ({ x, y: [9, 5, 3, end] })) }), 'en'))
    expect(ends.map(({ mark }) => mark)).toEqual(expect.arrayContaining(['A', 'B', 'C']))
    const heights = ends.map(({ y }) => y).sort((a, b) => a - b)
    for (const [i, y] of heights.slice(1).entries()) expect(y - heights[i]).toBeGreaterThanOrEqual(13.9)
  })

  it.each([
    ['of one value', { range: [2, 4] as const, curves: [{ x: [0], y: [3] }, { x: [], y: [] }, { x: [0], y: [3] }] }],
    ['on a logarithmic axis, with losses that cannot stand on it', { range: [1e-6, 10] as const, isLogarithmic: true, curves: [{ x, y: [10, 1, 0, 1e-6] }, { x, y: [-1, -1, -1, -1] }, { x, y: [1, 1e308, 1e308, Infinity] }] }],
    ['on a logarithmic axis within a power of ten', { range: [2, 3] as const, isLogarithmic: true, curves: [{ x, y: [3, 2, 2, 2] }, { x, y: [3, 2, 2, 2] }, { x, y: [3, 2, 2, 2] }] }],
    ['over huge numbers', { range: [1e-300, 1e300] as const, isLogarithmic: true, curves: [{ x, y: [1e300, 1, 1e-10, 1e-300] }, { x, y: [1, 1, 1, 1] }, { x, y: [1, 1, 1, 1] }] }],
  ])('draws curves %s', (_, curves) => {
    const page = comparisonHtml(summary({}, curves), 'en')
    expect(page).not.toMatch(/NaN|Infinity/)
    expect(page).toMatch(/<path[^>]* d="M/)
  })

  it('tells more runs apart than there are colours', () => {
    const page = comparisonHtml(summary({
      runs: Array.from({ length: 10 }, (_, i) => ({ mark: 'ABCDEFGHIJ'[i], name: `run ${i}`, path: `run ${i}`, hasDiverged: false })), columns: [],
    }, { curves: Array.from({ length: 10 }, (_, i) => ({ x, y: [9, 5, 3, i] })) }), 'en')
    const lines = Array.from(page.matchAll(/<g [^>]*stroke-width="2.5"[^>]*>/g), ([mark]) => mark)
    const strokes = lines.map((mark) => ['stroke', 'stroke-dasharray'].map((name) => new RegExp(` ${name}="([^"]*)"`).exec(mark)?.[1]).join(' '))
    expect(strokes).toHaveLength(10)
    expect(new Set(strokes).size).toBe(10)
  })
})
