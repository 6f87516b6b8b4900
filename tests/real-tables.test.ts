/** Real tables, with no options but --target: as good as scikit-learn on the same rows and the same prepared inputs. */
import { execFileSync } from 'node:child_process'
import { createReadStream, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readTable } from '@kudari/readers'
import { type Fit, type Table, cellsOf, evaluateTable, evaluationSchema, fit, suspectedLeaks, typeLike, typeTable } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../packages/cli/src/testing/run.ts'
import { findPython } from './python.ts'
import { sharedPath } from './shared.ts'

const read = async (path: string) => readTable({ name: path, bytes: () => createReadStream(path) }, {})
const sales = fileURLToPath(new URL('../examples/sales.csv', import.meta.url))

/** scikit-learn without regularisation, fitted on the prepared training rows and scored on the validation rows. */
const script = `
import json, sys, warnings
warnings.simplefilter('ignore')
from sklearn.linear_model import LinearRegression, LogisticRegression
d = json.load(open(sys.argv[1]))
model = LinearRegression() if d['task'] == 'regression' else LogisticRegression(C=1e6, max_iter=20000)
model.fit(d['x'], d['y'])
print(json.dumps([model.score(d['x'], d['y']), model.score(d['xv'], d['yv'])]))
`

/** Accuracy, or R2 for a regression. */
const score = (metrics: Fit['metrics']['train']): number =>
  metrics.task === 'regression' ? metrics.r2 : metrics.accuracy

describe.each([
  // The least that is expected of the validation rows: what the models of the talk's kind reach on these tables.
  { name: 'kidney-train', path: sharedPath('data/kidney-train.csv'), target: 'CLASS', least: 0.9 },
  { name: 'titanic', path: sharedPath('data/titanic.csv'), target: 'survived', least: 0.95 },
  { name: 'boston', path: sharedPath('data/boston.csv'), target: 'PRICE', least: 0.6 },
  { name: 'iris', path: sharedPath('data/iris.csv'), target: 'class', least: 0.9 },
  { name: 'sales', path: sales, target: 'sales', least: 0.98 },
])('$name', ({ name, path, target, least }) => {
  const python = findPython('sklearn')
  let place: Place
  let table: Table
  let run: Fit
  beforeAll(async () => {
    place = newPlace()
    if (path === undefined) return
    table = typeTable(await read(path))
    run = await fit(table, { target })
  })
  afterAll(() => place.remove())

  it.skipIf(path === undefined)(`reaches ${least} on rows it has not seen`, () => {
    expect(score(run.metrics.validation!)).toBeGreaterThan(least)
  })

  it.skipIf(path === undefined || !python)('is within 2 points of scikit-learn', () => {
    const { training, validation } = run.plan
    const file = `${place.folder}/rows.json`
    writeFileSync(
      file,
      JSON.stringify({
        task: run.metrics.train.task,
        x: training.x.toArray(),
        y: training.y.toArray(),
        xv: validation!.x.toArray(),
        yv: validation!.y.toArray(),
      }),
    )
    const [train, held] = JSON.parse(execFileSync(python!, ['-c', script, file], { encoding: 'utf8' })) as number[]
    const own = { train: score(run.metrics.train), validation: score(run.metrics.validation!) }
    const shown = (value: number) => value.toFixed(4)
    console.log(
      `${name}: train ${shown(own.train)} (scikit-learn ${shown(train)}), validation ${shown(own.validation)} (${shown(held)})`,
    )
    expect(own.train).toBeGreaterThan(train - 0.02)
    expect(own.validation).toBeGreaterThan(held - 0.02)
  })
})

describe('kidney, measured on rows of another file', () => {
  const [train, test] = [sharedPath('data/kidney-train.csv'), sharedPath('data/kidney-test.csv')]
  it.skipIf(train === undefined || test === undefined)('is right in at least 95 % of them', async () => {
    const { model } = await fit(typeTable(await read(train!)), { target: 'CLASS' })
    const table = typeLike(await read(test!), evaluationSchema(model.pipeline))
    const { metrics, rows } = evaluateTable(model, table)
    expect(rows).toBe(100)
    expect(score(metrics)).toBeGreaterThanOrEqual(0.95)
  })
})

describe('titanic', () => {
  const path = sharedPath('data/titanic.csv')
  it.skipIf(path === undefined)('is read with its quotes, and its lifeboats are suspected', async () => {
    const raw = await read(path!)
    expect([raw.rows, raw.names.length, raw.detected?.quote]).toEqual([1309, 14, "'"])
    const names = cellsOf(raw.columns[2])
    expect(names[0]).toBe('Allen, Miss. Elisabeth Walton')
    expect(names).toContain("Barber, Miss. Ellen 'Nellie'")
    const table = typeTable(raw)
    const { plan } = await fit(table, { target: 'survived', iterations: 1 })
    expect(suspectedLeaks(plan.pipeline, table).map(({ column }) => column)).toContain('boat')
    const honest = await fit(table, { target: 'survived', features: ['pclass', 'sex', 'age', 'sibsp', 'parch', 'fare', 'embarked'] })
    expect(score(honest.metrics.validation!)).toBeGreaterThan(0.75)
  })
})
