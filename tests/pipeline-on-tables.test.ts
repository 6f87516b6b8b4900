import { readFileSync } from 'node:fs'
import {
  type RawTable,
  applyPipeline,
  encodeTarget,
  fitPipeline,
  inputSchema,
  matrixColumns,
  schemaOf,
  suspectedLeaks,
  taskReasonText,
  typeLike,
  typeTable,
} from 'kudari'
import { describe, expect, it } from 'vitest'
import { sharedPath } from './shared.ts'

const titanic = sharedPath('data/titanic.csv')
const kidney = sharedPath('data/kidney-train.csv')
const kidneyTest = sharedPath('data/kidney-test.csv')
const boston = sharedPath('data/boston.csv')

/** As much of CSV as these files use: one quote, escaped by a backslash. */
function rawTable(path = '', quote = '"'): RawTable {
  const [header, ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const quoted = new RegExp(`${quote}(?:\\\\.|[^${quote}\\\\])*${quote}|[^,]*`, 'y')
  const cellsOf = (line: string) => {
    const cells: string[] = []
    for (quoted.lastIndex = 0; ; quoted.lastIndex++) {
      const cell = quoted.exec(line)?.[0] ?? ''
      cells.push(cell.startsWith(quote) ? cell.slice(1, -1).replaceAll(/\\(.)/g, '$1') : cell)
      if (quoted.lastIndex >= line.length) return cells
    }
  }
  const names = header.split(',')
  const cells = rows.map(cellsOf)
  return { names, columns: names.map((_, j) => cells.map((row) => row[j])), rows: rows.length, source: path }
}

const titanicTable = () => typeTable(rawTable(titanic, "'"))

describe.runIf(titanic)('titanic.csv', () => {
  it('has the types that a person would say', () => {
    expect(Object.fromEntries(schemaOf(titanicTable()).columns.map(({ name, type }) => [name, type]))).toEqual({
      pclass: 'integer',
      survived: 'integer',
      name: 'text',
      sex: 'category',
      age: 'number',
      sibsp: 'integer',
      parch: 'integer',
      ticket: 'text',
      fare: 'number',
      cabin: 'text',
      embarked: 'category',
      boat: 'category',
      body: 'integer',
      'home.dest': 'category',
    })
  })

  it('becomes a matrix without gaps, and says what was left out', () => {
    const table = titanicTable()
    const pipeline = fitPipeline(table, { target: 'survived', scale: 'standard' })
    expect(pipeline.reason && taskReasonText.en(pipeline.reason)).toMatch(/^classification, because `survived` holds/)
    expect(pipeline.dropped.map(({ column, reason }) => `${column}: ${reason}`)).toEqual([
      'name: text',
      'ticket: text',
      'cabin: text',
      'home.dest: tooManyCategories',
    ])
    const names = matrixColumns(pipeline).map(({ name }) => name)
    expect(names.filter((name) => !name.startsWith('boat=')).join()).toBe(
      'pclass,sex=male,age,age missing,sibsp,parch,fare,' +
        'embarked=C,embarked=Q,embarked=S,boat missing,body,body missing',
    )
    const { x } = applyPipeline(pipeline, table)
    expect(x.shape).toEqual([1309, names.length])
    expect(x.data.every(Number.isFinite)).toBe(true)
  })

  it('raises the suspicion that the lifeboat gives the answer away', () => {
    const pipeline = fitPipeline(titanicTable(), { target: 'survived', scale: 'standard' })
    // Counted by Python: 800 of the 823 without a boat died, 477 of the 486 with one survived; 809 of all 1309 died.
    expect(suspectedLeaks(pipeline, titanicTable())).toEqual([
      { column: 'boat', accuracy: (800 + 477) / 1309, baseline: 809 / 1309 },
    ])
  })
})

describe.runIf(kidney && kidneyTest)('kidney-train.csv and kidney-test.csv', () => {
  it('go the same way', () => {
    const table = typeTable(rawTable(kidney))
    const pipeline = fitPipeline(table, { target: 'CLASS', scale: 'standard' })
    expect(pipeline.target).toMatchObject({ task: 'classification', classes: ['ckd', 'notckd'] })
    // Medians by NumPy: nanmedian of each column of the training file.
    const fills = Object.fromEntries(pipeline.features.map(({ column, fill }) => [column, fill]))
    expect(fills).toEqual({ AGE: 50, BP: 80, AL: 0, SC: 1.2, POT: 4.2, PCV: 43 })

    const test = typeLike(rawTable(kidneyTest), inputSchema(pipeline))
    const { x, missing, surplus, unseen } = applyPipeline(pipeline, test)
    expect({ missing, surplus, unseen }).toEqual({ missing: [], surplus: [], unseen: [] })
    expect(x.data.every(Number.isFinite)).toBe(true)
  })
})

describe.runIf(boston)('boston.csv', () => {
  it('is a regression on 13 standardised columns', () => {
    const table = typeTable(rawTable(boston))
    const pipeline = fitPipeline(table, { target: 'PRICE', scale: 'standard' })
    expect([pipeline.target.task, matrixColumns(pipeline).length]).toEqual(['regression', 13])
    const { x } = applyPipeline(pipeline, table)
    const { y } = encodeTarget(pipeline, table)
    expect([x.shape, y.shape]).toEqual([[506, 13], [506]])
    // scikit-learn 1.9: StandardScaler().fit_transform(boston[features])[0]
    const expected = [
      -0.4197819386460084, 0.2848298609673567, -1.2879094989577484, -0.2725985670699254, -0.14421743255530006,
      0.4136718893017465, -0.1200134161980508, 0.1402136034929299, -0.9828428567665046, -0.6666082090210975,
      -1.4590003802772087, 0.44105193260704206, -1.075562304567866,
    ]
    expected.forEach((value, j) => expect(x.data[j]).toBeCloseTo(value, 12))
  })
})
