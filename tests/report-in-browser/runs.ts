/** Some runs and the files that they leave. Node, a page and a worker make them, so nothing here is of one of these only. */
import { formulaStyle, reportHtml, runSummary } from '@kudari/report'
import {
  type Column,
  type FitOptions,
  type Table,
  cnn,
  fit,
  generator,
  historyCsv,
  lookInside,
  makeBlobs,
  numpyScript,
  scriptedRun,
  writeModel,
} from 'kudari'

const tableOf = (source: string, columns: readonly Column[]): Table => ({ source, columns, rows: columns[0].values.length, missing: [] })

const body = tableOf('examples/body.csv', [
  { name: '身長 <cm>', type: 'integer', values: Float64Array.of(166, 176, 171, 173, 169) },
  { name: 'weight', type: 'number', values: Float64Array.of(58.7, 75.7, 62.1, 70.4, 60.1) },
])

function clouds(): Table {
  const { x, y } = makeBlobs({ rows: 150, seed: 1, classes: 3, noise: 4 })
  const along = (j: number): Float64Array => Float64Array.from({ length: 150 }, (_, i) => x.data[2 * i + j])
  return tableOf('clouds', [
    { name: 'a', type: 'number', values: along(0) },
    { name: 'b', type: 'number', values: along(1) },
    { name: 'kind', type: 'category', values: Array.from(y.data, (label) => 'xyz'[label]) },
  ])
}

/** Numbers and words, some of them missing. */
function customers(): Table {
  const random = generator(2)
  const values = Array.from({ length: 80 }, () => ({ age: Math.round(20 + 50 * random.uniform()), plan: ['a', 'b', 'c'][random.integer(3)] }))
  return tableOf('customers.csv', [
    { name: 'age', type: 'number', values: Float64Array.from(values, ({ age }, i) => (i % 9 === 0 ? Number.NaN : age)) },
    { name: 'plan', type: 'category', values: values.map(({ plan }, i) => (i % 11 === 0 ? null : plan)) },
    { name: 'stays', type: 'category', values: values.map(({ age, plan }) => (age + (plan === 'a' ? 20 : 0) + 20 * random.uniform() > 60 ? 'yes' : 'no')) },
  ])
}

const size = { height: 6, width: 6, channels: 1 }
/** Images that are bright on the left or on the right, with noise. */
function images(): Table {
  const random = generator(3)
  const pixels = Array.from({ length: 36 }, (_, j) => ({
    name: `p${j}`,
    type: 'integer' as const,
    values: Float64Array.from({ length: 60 }, (__, i) => (i % 2 === Math.floor((j % 6) / 3) ? 130 : 0) + Math.floor(120 * random.uniform())),
  }))
  const sides = { name: 'side', type: 'category' as const, values: Array.from({ length: 60 }, (_, i) => ['left', 'right'][i % 2]) }
  return { ...tableOf('images', [...pixels, sides]), image: size }
}

const runs: readonly (readonly [name: string, table: Table, options: FitOptions])[] = [
  ['line', body, { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 200 }],
  ['clouds', clouds(), { target: 'kind', model: 'mlp:8,8', epochs: 6, batch: 16, learningRate: 'find', schedule: { type: 'cosine', warmup: 1 } }],
  ['customers', customers(), { target: 'stays' }],
  ['images', images(), { target: 'side', model: cnn(size, { classes: 2 }), epochs: 2, batch: 8 }],
  ['diverged', body, { target: 'weight', scale: 'none', learningRate: 10, iterations: 300 }],
]

/** The files of all runs by their names; those of bytes as numbers. */
export async function filesOf(css: string, font: (name: string) => Promise<Uint8Array>): Promise<Record<string, string>> {
  const formulaCss = await formulaStyle(css, font)
  const files: Record<string, string> = {}
  for (const [name, table, options] of runs) {
    const run = await fit(table, options)
    const summary = runSummary({
      run, diagnosis: lookInside(run), table, fit: options, folder: `runs/${name}`, version: '0.1.0', date: '2026-11-26T00:00:00.000Z',
    })
    files[`${name}/report.html`] = reportHtml(summary, { formulaCss }, 'ja')
    files[`${name}/history.csv`] = historyCsv(run.result.history)
    files[`${name}/run.py`] = numpyScript(await scriptedRun(run.plan, table, run.result.history.loss.length))
    files[`${name}/model.safetensors`] = writeModel(run.model).join()
  }
  return files
}

/** The same where files are fetched. */
export async function filesFrom(origin: string): Promise<Record<string, string>> {
  const css = await (await fetch(`${origin}/katex/katex.min.css`)).text()
  return filesOf(css, async (name) => new Uint8Array(await (await fetch(`${origin}/katex/fonts/${name}.woff2`)).arrayBuffer()))
}
