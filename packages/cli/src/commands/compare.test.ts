import { cpSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../testing/run.ts'

const body = 'height,weight\n166,58.7\n176,75.7\n171,62.1\n173,70.4\n169,60.1\n'
const talk = ['--target', 'weight', '--center', '--init', '2,-1', '--iterations', '200']
const kinds = `size,kind\n${Array.from({ length: 60 }, (_, i) => `${i % 7},${i % 7 > 2 + (i % 2) ? 'big' : 'small'}`).join('\n')}\n`

let place: Place
/** The columns of a history by name; '' is NaN. */
const history = (run: string): Record<string, number[]> => {
  const [names, ...rows] = place.read(`${run}/history.csv`).trim().split('\n').map((line) => line.split(','))
  return Object.fromEntries(names.map((name, i) => [name, rows.map((row) => (row[i] === '' ? Number.NaN : Number(row[i])))]))
}
const record = (run: string) => JSON.parse(place.read(`${run}/run.json`))
/** The lines of a table, cut into cells. */
const cells = (line: string): string[] => line.trim().split(/\s{2,}/)

/** How training went: exit codes, by run folder. */
const codes: Record<string, number> = {}

beforeAll(async () => {
  place = newPlace()
  place.write('body.csv', body)
  place.write('kinds.csv', kinds)
  const train = async (out: string, ...command: readonly string[]) => {
    codes[out] = (await place.run(['train', ...command, '--out', out, '--quiet', '--blas', 'off'])).code
  }
  for (const lr of ['0.001', '0.01']) await train(`runs/lr ${lr}`, 'body.csv', ...talk, '--lr', lr)
  await train('runs/too-large', 'body.csv', ...talk, '--lr', '1')
  const classes = ['kinds.csv', '--target', 'kind', '--lr', '0.5']
  await train('runs/七', ...classes, '--epochs', '5', '--batch', '7')
  await train('runs/sixteen', ...classes, '--epochs', '5', '--batch', '16')
  await train('full/sixteen', ...classes, '--iterations', '30', '--seed', '1')
})
afterAll(() => place.remove())

describe('compare', () => {
  it('has runs to compare, one of which diverged', () => {
    expect(codes).toEqual({ 'runs/lr 0.001': 0, 'runs/lr 0.01': 0, 'runs/too-large': 1, 'runs/七': 0, 'runs/sixteen': 0, 'full/sixteen': 0 })
  })

  it('tells what differs between runs, and what came of them', async () => {
    const { code, out, err } = await place.run(['compare', 'runs/lr 0.001', 'runs/lr 0.01'], { width: 200 })
    const lines = out.split('\n')
    expect([code, err]).toEqual([0, ''])
    expect(cells(lines[0])[0]).toMatch(/^training ─+$/)
    expect(cells(lines[1])).toEqual(['run', 'model', 'lr', 'iterations', 'seconds', 'final loss', 'R²', 'RMSE'])
    // The loss of the talk's last line; the measures as train gave them.
    const { r2, rmse } = record('runs/lr 0.01').metrics.train
    const [slow, fast] = [cells(lines[2]), cells(lines[3])]
    expect(fast.toSpliced(5, 1)).toEqual(['B', 'lr 0.01', 'Linear regression', '0.01', '200', '2.30615 *', `${r2.toPrecision(4)} *`, `${rmse.toPrecision(4)} *`])
    expect([slow[1], slow[6]]).toEqual(['lr 0.001', history('runs/lr 0.001').loss.at(-1)!.toPrecision(6)])
    expect(lines[4]).toBe('* best of the runs')
    expect(out).toMatch(/lowest final loss .* lr 0\.01: 2\.30615\. No rows were held out/)
    expect(out).toMatch(/The same in all runs: data body\.csv · target weight · center yes · init 2, -1 · .*batch full/)
  })

  it('draws every loss of the history where it belongs', async () => {
    const { out } = await place.run(['compare', 'runs/lr 0.001'])
    const lines = out.split('\n')
    const start = lines.indexOf('Training loss') + 1
    const plot = lines.slice(start, lines.findIndex((line) => line.includes('└')))
    const ticks = plot.flatMap((line, row) => (line.includes('┤') ? [{ row, value: Number(line.split('┤')[0]) }] : []))
    const [top, bottom] = [ticks[0], ticks.at(-1)!]
    const drawn = plot.map((line) => line.replace(/^.*[┤│]/, ''))
    const bits = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    const { loss } = history('runs/lr 0.001')
    const dots = (80 - plot[0].indexOf('┤') - 1) * 2 - 1
    let seen = 0
    for (const [k, value] of loss.entries()) {
      const x = Math.round((k / 199) * dots)
      // Ticks stand in the middle of their lines, 1.5 dots below the upper border.
      const y = Math.round(1.5 + 4 * (bottom.row - ((value - bottom.value) / (top.value - bottom.value)) * (bottom.row - top.row)))
      const cell = drawn[Math.floor(y / 4)][Math.floor(x / 2)]
      if (cell === 'A') continue
      expect(cell.codePointAt(0)! & bits[y % 4][x % 2]).toBeGreaterThan(0)
      seen++
    }
    expect(seen).toBeGreaterThan(180)
  })

  it('finds the lowest validation loss and its iteration, and means over epochs', async () => {
    const { out } = await place.run(['compare', 'runs/七', 'runs/sixteen', '--json'])
    const { runs } = JSON.parse(out)
    for (const [i, run] of ['runs/七', 'runs/sixteen'].entries()) {
      const { validation_loss: losses, iteration, loss } = history(run)
      const lowest = Math.min(...losses.filter(Number.isFinite))
      expect(runs[i].validation).toEqual({ loss: lowest, iteration: iteration[losses.indexOf(lowest)] })
      expect([runs[i].iterations, runs[i].loss, runs[i].epochs]).toEqual([loss.length, loss.at(-1), 5])
      expect(runs[i].metrics.validation.accuracy).toBe(record(run).metrics.validation.accuracy)
    }
    expect(runs.map(({ settings }: { settings: object }) => settings)).toEqual([{ batch: 7 }, { batch: 16 }])
    const text = (await place.run(['compare', 'runs/七', 'runs/sixteen'])).out
    expect(text).toContain('Training curves show the mean of the loss over each epoch.')
    expect(text).toMatch(/^ +1 +2 +3 +4 +5\n +epoch$/m)
  })

  it('tells equal names apart, counts in iterations where a run has no mini-batches, and says that other rows were held out', async () => {
    const { out } = await place.run(['compare', 'runs/sixteen', 'full/sixteen'])
    expect(out).toMatch(/A {2}runs\/sixteen .*\n.*B {2}full\/sixteen/)
    expect(out).toMatch(/^ +0 +5 +10 +15 +20 +25\n +iteration$/m)
    expect(out).toMatch(/^! The runs held out different rows/m)
  })

  it('says what must not be compared, marks no best there, and still shows it', async () => {
    const { code, out } = await place.run(['compare', 'runs/lr 0.01', 'runs/sixteen', '--lang', 'ja'])
    expect(code).toBe(0)
    expect(out).toMatch(/^! タスク（回帰と分類）が異なるため、損失も指標も比べられません。\n! 目的変数（weight, kind）が異なる/)
    expect(out).not.toContain(' *')
    expect(out).toContain('2.30615')
    expect(JSON.parse((await place.run(['compare', 'runs/lr 0.01', 'runs/sixteen', '--json'])).out).warnings).toHaveLength(2)
  })

  it('shows a run that diverged, and lets it neither win nor spoil the axis', async () => {
    const { out } = await place.run(['compare', 'runs/too-large', 'runs/lr 0.01'], { width: 200 })
    expect(cells(out.split('\n')[2])).toEqual(expect.arrayContaining(['A', 'too-large', 'diverged']))
    expect(out).toContain('A diverged: its curve leaves the plot and it has no model.')
    expect(out).toContain('60 ┤A')
    expect(out).not.toContain('lowest final loss')
    const three = (await place.run(['compare', 'runs/too-large', 'runs/lr 0.01', 'runs/lr 0.001'])).out
    expect(three).toContain('lr 0.01: 2.30615')
    expect((await place.run(['compare', 'runs/too-large'])).code).toBe(0)
  })

  it('has a logarithmic axis', async () => {
    const { out } = await place.run(['compare', 'runs/lr 0.01', '--log'])
    expect(out).toContain('Training loss (logarithmic)')
    expect(out.match(/^ *(\d+) ┤/gm)!.map((tick) => Number.parseFloat(tick))).toEqual([100, 30, 10, 3, 1])
  })

  it('leaves a loss of 0 out of a logarithmic axis and says so', async () => {
    // A line that passes through all points, begun where it ends: every loss is exactly 0.
    place.write('line.csv', 'x,y\n-1,-2\n1,2\n')
    const exact = ['train', 'line.csv', '--target', 'y', '--scale', 'none', '--init', '0,2', '--lr', '0.1', '--iterations', '5', '--out', 'runs/exact']
    expect((await place.run(exact)).code).toBe(0)
    expect(history('runs/exact').loss).toEqual([0, 0, 0, 0, 0])
    expect((await place.run(['compare', 'runs/exact', 'runs/lr 0.01', '--log'])).out.replaceAll(/\n {2}/g, ' ')).toContain('5 values of 0 or below cannot stand on a logarithmic axis and are left out: A.')
    expect((await place.run(['compare', 'runs/exact', '--log'])).out).toContain('No value can be shown here.')
    expect((await place.run(['compare', 'runs/exact'])).out).toContain('┤')
  })

  it('shows a run once that is given twice, also by another way', async () => {
    symlinkSync(join(place.folder, 'runs/sixteen'), join(place.folder, 'link'))
    const { out } = await place.run(['compare', 'runs/sixteen', 'runs/sixteen/', 'link'])
    expect(out).toMatch(/runs\/sixteen\/ is given more than once; it is shown once\.\n.*link is given more than once/)
    expect(out).not.toMatch(/^B /m)
  })

  it('has letters for 52 runs, and refuses more', async () => {
    const copies = Array.from({ length: 53 }, (_, i) => `copies/${i}`)
    for (const copy of copies) cpSync(join(place.folder, 'runs/lr 0.01'), join(place.folder, copy), { recursive: true })
    expect((await place.run(['compare', ...copies.slice(0, 52)])).out).toMatch(/^z {2}51 /m)
    const { code, err } = await place.run(['compare', ...copies])
    expect([code, err]).toEqual([2, 'kudari: error: 53 runs are too many for one plot; compare at most 52\n'])
  })

  it.each([40, 50, 80, 120])('keeps to %d columns, in both languages', async (width) => {
    for (const lang of ['en', 'ja']) {
      const { out } = await place.run(['compare', 'runs/七', 'full/sixteen', 'runs/lr 0.01', '--lang', lang], { width })
      // Japanese characters are two columns wide.
      for (const line of out.split('\n')) expect(line.replaceAll(/[\u3000-\u9fff\uff00-\uff60]/g, '##').length).toBeLessThanOrEqual(width)
    }
  })

  it('marks runs in colour where somebody is looking', async () => {
    const { out } = await place.run(['compare', 'runs/lr 0.01', 'runs/lr 0.001'], { isOutTerminal: true })
    expect(out).toContain('\u001B[36mA\u001B[39m')
    expect(out).toMatch(/\u001B\[1m +2\.30615 \*\u001B\[22m/)
  })

  it('writes a page as a whole, and not over another without --force', async () => {
    const command = ['compare', 'runs/七', 'runs/sixteen', '--out', 'comparison.html']
    const { out } = await place.run(command)
    expect(out).toContain('Comparison: comparison.html (open it in a browser)')
    const page = place.read('comparison.html')
    expect(page).toMatch(/^<!doctype html>[\s\S]*七[\s\S]*<\/html>\n$/)
    expect((await place.run(command)).code).toBe(2)
    expect((await place.run([...command, '--force', '--quiet'])).out).toBe('')
    expect(JSON.parse((await place.run([...command, '--force', '--json'])).out).out).toBe('comparison.html')
    expect(readdirSync(place.folder).filter((name) => name.includes('tmp'))).toEqual([])
    // The numbers of the table, as the page writes them.
    const lowest = Math.min(...history('runs/七').validation_loss.filter(Number.isFinite))
    expect(page).toContain(`${Number(lowest.toPrecision(6))}`)
  })

  it('treats names as text', async () => {
    place.write('evil.csv', `"<b>x</b>","<i>y</i>"\n${Array.from({ length: 9 }, (_, i) => `${i},${i * 2.5}`).join('\n')}\n`)
    for (const name of ['<script>alert(1)</script>', 'other'])
      await place.run(['train', 'evil.csv', '--target', '<i>y</i>', '--iterations', '2', '--out', `evil/${name.replace('/', '⁄')}`])
    const [evil] = readdirSync(join(place.folder, 'evil'))
    expect((await place.run(['compare', `evil/${evil}`, 'evil/other', '--out', 'evil.html', '--quiet'])).code).toBe(0)
    const page = place.read('evil.html')
    expect(page).not.toMatch(/<script|<i>y|<b>x/)
    expect(page).toContain('&#60;script&#62;')
  })
})
