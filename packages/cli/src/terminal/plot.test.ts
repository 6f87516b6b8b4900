import { describe, expect, it } from 'vitest'
import { type PlottedCurve, plotLines } from './plot.ts'

const frame = { columns: 40, lines: 9, range: [0, 9], isLogarithmic: false, xName: 'iteration', color: false } as const
const line = (mark: string, x: readonly number[], y: readonly number[]): PlottedCurve => ({ mark, style: 'cyan', x, y })
const count = (length: number, f: (k: number) => number = (k) => k): number[] => Array.from({ length }, (_, k) => f(k))

describe('a plot in the terminal', () => {
  it('draws a line from corner to corner, two dots wide and four high a character', () => {
    // 36 columns of 2 dots; the ends lie in the middle of the first and the last line, 24 dots apart: one down for three to the right.
    // Marks: at the end, and in columns 8 and 24 (the middle of every 16).
    expect(plotLines([line('A', [0, 10], [10, 0])], { ...frame, range: [0, 10] })).toEqual([
      '10 ┤⠤⣀⡀',
      '   │  ⠈⠉⠒⠢⠤⣀⡀',
      '   │        A⠉⠒⠢⠤⣀⡀',
      ' 5 ┤              ⠈⠉⠒⠢⢄⣀',
      '   │                    ⠉⠑⠒⠤A⣀',
      '   │                          ⠉⠑⠒⠤⢄⣀',
      ' 0 ┤                                ⠉⠑⠒A',
      '   └┬────────────────┬─────────────────┬',
      '    0                5                10',
      '                               iteration',
    ])
  })

  it('marks every curve at its end and along it, so that colours are not needed', () => {
    const x = count(100)
    const plot = plotLines([line('A', x, x.map(() => 2)), line('B', x, x.map(() => 8)), line('C', x.slice(0, 50), x.slice(0, 50).map(() => 5))], frame).join('\n')
    const rowOf = (mark: string) => plot.split('\n').filter((row) => row.includes(mark))
    for (const mark of ['A', 'B', 'C']) expect(rowOf(mark)).toHaveLength(1)
    expect(rowOf('A')[0]).toMatch(/A.*A$/)
    // The short curve ends in the middle, with its mark.
    expect(rowOf('C')[0].length).toBe(4 + 18)
    expect(rowOf('C')[0].at(-1)).toBe('C')
  })

  it('puts marks of curves that end at the same place side by side', () => {
    const x = count(50)
    const plot = plotLines(['A', 'B', 'C'].map((mark) => line(mark, x, x.map(() => 3))), frame).join('\n')
    expect(plot).toContain('CBA')
  })

  it('cuts off what lies outside, and leaves gaps where nothing is', () => {
    const up = plotLines([line('A', [0, 1, 2], [1, 1e300, Infinity]), line('B', [0, 1, 2], [1, 1, 1])], { ...frame, range: [0, 4] })
    expect(up[0]).toMatch(/^4 ┤A$/)
    const gap = plotLines([line('A', [0, 1, 2, 3, 4], [1, 1, Number.NaN, 1, 1])], { ...frame, range: [0, 2] })
    const drawn = gap.find((row) => row.includes('A'))!.slice(frame.columns - 35)
    expect(drawn).toMatch(/^[^ ]+ {10,}[^ ]+$/)
  })

  it('has a logarithmic axis, on which equal ratios are equal distances', () => {
    const x = count(7)
    const plot = plotLines([line('A', x, x.map((k) => 10 ** (3 - k)))], { ...frame, lines: 15, range: [1e-3, 1e3], isLogarithmic: true })
    expect(plot.filter((row) => row.includes('┤')).map((row) => row.split('┤')[0].trim())).toEqual(['1000', '100', '10', '1', '0.1', '0.01', '0.001'])
    // A straight line: every line of the plot has as many characters as the next one, give or take one.
    const lengths = plot.slice(0, 13).map((row) => row.replace(/^.*[┤│]/, '').trim().length)
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(2)
  })

  it.each([
    ['within a power of ten', [2.3, 4.1], ['4', '3.5', '3', '2.5']],
    ['over one', [2, 40], ['100', '30', '10', '3', '1']],
    ['over many', [1e-12, 1e9], ['100000', '1', '1e-5', '1e-10']],
  ] as const)('has round ticks on a logarithmic axis %s', (_, range, expected) => {
    const plot = plotLines([line('A', [0, 1], [...range])], { ...frame, lines: 12, range, isLogarithmic: true })
    const ticks = plot.filter((row) => row.includes('┤')).map((row) => row.split('┤')[0].trim())
    expect(ticks).toEqual(expected)
  })

  it.each([[40], [80], [200]])('is never wider than %d columns', (columns) => {
    for (const [range, xName] of [[[0, 1e8], 'iteration'], [[0, 0.0001], '反復'], [[-5, 5], 'iteration']] as const) {
      const plot = plotLines([line('A', count(1000, (k) => k * 1000), count(1000, (k) => range[0] + ((range[1] - range[0]) * k) / 999))], { ...frame, columns, range, xName })
      for (const row of plot) expect(row.length).toBeLessThanOrEqual(columns)
    }
  })

  it('has the same number of lines between all ticks', () => {
    for (const high of [1, 3, 7, 45, 60, 123, 999]) {
      const plot = plotLines([line('A', [0, 1], [high, 0])], { ...frame, lines: 15, range: [0, high] })
      const rows = plot.flatMap((row, i) => (row.includes('┤') ? [i] : []))
      expect(new Set(rows.slice(1).map((row, i) => row - rows[i])).size).toBe(1)
    }
  })

  it('draws one point, and nothing at all', () => {
    expect(plotLines([line('A', [0], [5])], frame).join('')).toContain('A')
    expect(plotLines([line('A', [], [])], frame).join('')).not.toContain('A')
  })

  it('paints each curve in its colour', () => {
    const plot = plotLines([{ ...line('A', [0, 1], [3, 3]), style: 'magenta' }], { ...frame, color: true }).join('\n')
    expect(plot).toMatch(/\u001B\[35m[^\u001B]*A\u001B\[39m/)
  })
})
