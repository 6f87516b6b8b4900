/** Pictures of how cost grows: `node bench/plots.mjs FILE` draws what growth.mjs wrote, into docs/pictures. */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

// The report draws with the same libraries.
const require = createRequire(new URL('../packages/report/package.json', import.meta.url))
const { parseHTML } = await import(require.resolve('linkedom'))
const Plot = await import(require.resolve('@observablehq/plot'))

const [file] = process.argv.slice(2)
if (!file) {
  console.error('node bench/plots.mjs FILE: names the file that growth.mjs wrote')
  process.exit(2)
}
const { rows, width } = JSON.parse(readFileSync(file, 'utf8'))
const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** One curve for each number of threads, on logarithmic axes. */
function draw(name, data, x, label) {
  const threads = (entry) => (entry.threads === 1 ? '1 thread' : `${entry.threads} threads`)
  const plot = Plot.plot({
    document,
    width: 560,
    height: 320,
    marginLeft: 56,
    marginRight: 80,
    marginTop: 30,
    marginBottom: 44,
    style: { background: 'white', color: '#222', fontFamily: 'system-ui, sans-serif', fontSize: '13px' },
    x: { type: 'log', label },
    y: { type: 'log', label: 'milliseconds a step', grid: true, nice: true, ticks: [0.001, 0.01, 0.1, 1, 10, 100], tickFormat: String },
    color: { range: ['#2f6db5', '#d9622b'] },
    marks: [
      Plot.line(data, { x, y: 'ms', stroke: threads, strokeWidth: 2 }),
      Plot.dot(data, { x, y: 'ms', fill: threads, r: 3.5 }),
      // The curves end near one another: their names move apart.
      ...[1, 2].map((count) =>
        Plot.text(data.filter((entry) => entry.threads === count), Plot.selectLast({ x, y: 'ms', text: threads, fill: threads, textAnchor: 'start', dx: 9, dy: count === 1 ? -6 : 7 })),
      ),
    ],
  })
  plot.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  writeFileSync(fileURLToPath(new URL(`../docs/pictures/${name}.svg`, import.meta.url)), `${plot.outerHTML}\n`)
}

draw('growth-rows', rows, 'rows', 'rows (linear regression, 20 columns, float32)')
draw('growth-width', width, 'width', 'hidden units (256 inputs, batches of 256)')
