import { describe, expect, it } from 'vitest'
import { tensor } from '../../tensor/create.ts'
import { body, errorOf, numbered, passengers, tableOf } from '../testing/tables.ts'
import { applyPipeline } from './apply.ts'
import { fitPipeline } from './fit.ts'
import { droppedText } from './messages.ts'
import { type Pipeline, matrixColumns } from './pipeline.ts'
import { decodeTarget, encodeTarget, targetRows } from './target.ts'
import { unscale } from './unscale.ts'

const namesOf = (pipeline: Pipeline) => matrixColumns(pipeline).map(({ name }) => name)

// scikit-learn 1.9 on the passenger list: SimpleImputer(median, most_frequent), StandardScaler or MinMaxScaler for the
// numbers, OneHotEncoder(drop='if_binary').
const oneHotRows = [
  [0, 0, 1, 1],
  [1, 0, 0, 0],
  [0, 0, 1, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 1],
  [0, 0, 1, 1],
  [1, 0, 0, 1],
  [0, 0, 1, 1],
]

describe('the talk', () => {
  const pipeline = fitPipeline(body, { target: 'weight', scale: 'none', center: true })

  it('moves the axes to the mean (171, 65.4)', () => {
    expect(applyPipeline(pipeline, body).x.toArray()).toEqual([[-5], [5], [0], [2], [-2]])
    const { y } = encodeTarget(pipeline, body)
    expect(y.dtype).toBe('float64')
    ;[-6.7, 10.3, -3.3, 5, -5.3].forEach((yt, i) => expect(y.data[i]).toBeCloseTo(yt, 12))
  })

  it('moves predictions and weights back', () => {
    expect(decodeTarget(pipeline, tensor([0, 1.5]))).toEqual([65.4, 66.9])
    const { w0, w } = unscale(pipeline, 0.25, [1.8])
    expect(w[0]).toBe(1.8)
    expect(w0).toBeCloseTo(0.25 - 1.8 * 171 + 65.4, 12)
  })

  it('is plain data that survives JSON', () => {
    const stored = JSON.parse(JSON.stringify(pipeline)) as Pipeline
    expect(stored).toEqual(pipeline)
    expect(applyPipeline(stored, body).x).toEqual(applyPipeline(pipeline, body).x)
  })
})

describe('scaling, imputing and encoding agree with scikit-learn', () => {
  const ages = {
    standard: [
      -0.7170347393820747, 0.43022084362924484, 0.21511042181462242, 0.21511042181462242, 0.21511042181462242,
      0.21511042181462242, 1.5774764266405643, -2.1511042181462243,
    ],
    minmax: [
      0.3846153846153847, 0.6923076923076924, 0.6346153846153847, 0.6346153846153847, 0.6346153846153847,
      0.6346153846153847, 1, 0,
    ],
  }
  it.each(['standard', 'minmax'] as const)('%s', (scale) => {
    const pipeline = fitPipeline(passengers, { target: 'survived', scale })
    expect(namesOf(pipeline)).toEqual(['age', 'port=C', 'port=Q', 'port=S', 'sex=male'])
    const { x, filled } = applyPipeline(pipeline, passengers)
    const expected = oneHotRows.flatMap((row, i) => [ages[scale][i], ...row])
    expect(x.shape).toEqual([8, 5])
    expected.forEach((value, i) => expect(x.data[i]).toBeCloseTo(value, 14))
    expect(filled).toEqual([
      { column: 'age', count: 2 },
      { column: 'port', count: 1 },
    ])
  })

  it('divides a constant column by 1', () => {
    const table = tableOf('a,b,y\n3,1,0.5\n3,2,1.5\n3,4,0.25')
    const pipeline = fitPipeline(table, { target: 'y', features: ['a'], scale: 'standard' })
    expect(applyPipeline(pipeline, table).x.toArray()).toEqual([[0], [0], [0]])
  })

  it('centres 0/1 columns only when asked to', () => {
    const pipeline = fitPipeline(passengers, { target: 'survived', features: ['sex'], scale: 'none', center: true })
    expect(applyPipeline(pipeline, passengers).x.data[0]).toBe(1 - 5 / 8)
  })

  it.each([
    ['median', 35],
    ['mean', 31],
    ['most_frequent', 35],
  ] as const)('fills by %s', (impute, fill) => {
    const { features } = fitPipeline(passengers, { target: 'survived', features: ['age'], scale: 'none', impute })
    expect(features[0].fill).toBeCloseTo(fill, 12)
  })
})

describe('missing values', () => {
  const table = numbered(20, { a: (i) => (i < 5 ? '' : i), b: (i) => (i < 4 ? '' : i % 7), y: (i) => i / 3 })
  const pipeline = fitPipeline(table, { target: 'y', scale: 'none' })

  it('are flagged from five training rows on', () => {
    expect(namesOf(pipeline)).toEqual(['a', 'a missing', 'b'])
    expect(pipeline.features.map(({ missing }) => missing)).toEqual([5, 4])
    const x = applyPipeline(pipeline, table, Int32Array.of(0, 19)).x.toArray()
    expect(x).toEqual([
      [12, 1, 3.5],
      [19, 0, 5],
    ])
  })

  it('of a whole column are filled and reported', () => {
    const { x, missing, surplus, filled } = applyPipeline(pipeline, tableOf('b,c\n1,2'))
    expect(x.toArray()).toEqual([[12, 1, 1]])
    expect({ missing, surplus, filled }).toEqual({ missing: ['a'], surplus: ['c'], filled: [] })
  })

  it('of all columns are an error', () => {
    const error = errorOf(() => applyPipeline(pipeline, tableOf('c\n1')))
    expect(error.message).toBe('t.csv has none of the columns that the model takes: `a`, `b`')
  })
})

describe('training rows', () => {
  it('alone decide; others leave no trace', () => {
    const table = tableOf('a,c,y\n1,p,1.5\n3,q,2.5\n1000,z,99.5')
    const pipeline = fitPipeline(table, { target: 'y', scale: 'standard', center: true }, Int32Array.of(0, 1))
    expect(matrixColumns(pipeline)).toEqual([
      { name: 'a', offset: 2, divisor: 1 },
      { name: 'c=q', offset: 0.5, divisor: 1 },
    ])
    expect(pipeline.target).toMatchObject({ task: 'regression', offset: 2 })
    expect(applyPipeline(pipeline, table).unseen).toEqual([{ column: 'c', category: 'z', count: 1 }])
  })

  it('without a target value are passed over', () => {
    const table = tableOf('a,y\n1,1.5\n2,\n9,2.5')
    expect([...targetRows(table, 'y')]).toEqual([0, 2])
    expect(matrixColumns(fitPipeline(table, { target: 'y', scale: 'standard' }))[0].offset).toBe(5)
    expect(encodeTarget(fitPipeline(table, { target: 'y', scale: 'none' }), table)).toMatchObject({ missing: 1 })
  })
})

describe('columns left out', () => {
  const table = numbered(60, {
    id: (i) => i + 1,
    name: (i) => `person ${i}`,
    same: () => 'x',
    nothing: () => '',
    city: (i) => `city ${i % 20}`,
    grade: (i) => 'abc'[i % 3],
    x: (i) => i * i,
    y: (i) => i / 7,
  })

  it('are recorded with the reason', () => {
    const { features, dropped, unused } = fitPipeline(table, { target: 'y', scale: 'none' })
    expect(features.map(({ column }) => column)).toEqual(['grade', 'x'])
    expect(dropped.map(({ column, reason }) => [column, reason])).toEqual([
      ['id', 'rowNumber'],
      ['name', 'text'],
      ['same', 'constant'],
      ['nothing', 'allMissing'],
      ['city', 'tooManyCategories'],
    ])
    expect(unused).toEqual(['id', 'name', 'same', 'nothing', 'city'])
    expect(droppedText.en(dropped[1])).toBe(
      '`name` is left out: nearly every row has a different text (60 in 60 rows)',
    )
    expect(droppedText.ja(dropped[0])).toBe('`id` は使いません: 行の通し番号にすぎません')
  })

  it('are used when the caller names them, in the order given', () => {
    const { features, dropped } = fitPipeline(table, {
      target: 'y',
      features: ['same', 'city', 'id'],
      scale: 'none',
    })
    expect(features.map(({ column }) => column)).toEqual(['same', 'city', 'id'])
    expect(dropped).toEqual([])
  })

  it('are errors when the caller names what cannot be used', () => {
    const options = { target: 'y', scale: 'none' } as const
    const error = (features: string[]) => errorOf(() => fitPipeline(table, { ...options, features }))
    expect(error(['name']).message).toMatch(/`name` holds free text \(60 different in 60 rows\)/)
    expect(error(['nothing']).message).toMatch(/`nothing` has no value in any training row/)
    expect(error(['grad']).message).toMatch(/did you mean `grade`\?/)
    expect(error(['x', 'y']).message).toMatch(/`y` is the target/)
    expect(error(['x', 'x']).message).toMatch(/`x` is named twice/)
  })

  it('keep a count of rows that is all there is', () => {
    const months = numbered(24, { month: (i) => i + 1, sales: (i) => 100 + i / 4 })
    expect(namesOf(fitPipeline(months, { target: 'sales', scale: 'none' }))).toEqual(['month'])
  })

  it('leave an error when nothing remains', () => {
    const error = errorOf(() => fitPipeline(tableOf('a,y\nx,1.5\nx,2.5'), { target: 'y', scale: 'none' }))
    expect(error.message).toMatch(/no column is left .* \(`a` is left out: every row has the same value\)/)
  })
})

describe('dates and booleans', () => {
  it('become days and 0/1', () => {
    const table = tableOf('day,open,y\n1970-01-02,true,1.5\n1970-01-11,false,2.5\n1970-01-03,,0.5')
    const pipeline = fitPipeline(table, { target: 'y', scale: 'none' })
    expect(applyPipeline(pipeline, table).x.toArray()).toEqual([
      [1, 1],
      [10, 0],
      [2, 0],
    ])
  })
})

describe('unscale', () => {
  it('gives the weights that predict the same from unscaled inputs', () => {
    const table = tableOf('a,b,y\n1,10,1.5\n2,30,2.5\n4,20,0.5')
    const pipeline = fitPipeline(table, { target: 'y', scale: 'standard', center: true })
    const scaled = applyPipeline(pipeline, table).x.data
    const [w0, w] = [0.3, [2, -1]]
    const original = unscale(pipeline, w0, w)
    const rows = [
      [1, 10],
      [2, 30],
      [4, 20],
    ]
    rows.forEach(([a, b], i) => {
      const [predicted] = decodeTarget(pipeline, tensor([w0 + w[0] * scaled[2 * i] + w[1] * scaled[2 * i + 1]]))
      expect(original.w0 + original.w[0] * a + original.w[1] * b).toBeCloseTo(Number(predicted), 12)
    })
    expect(errorOf(() => unscale(pipeline, 0, [1])).message).toMatch(/each of the 2 columns .* there are 1/)
  })
})

describe('values beyond float64', () => {
  it('are named with their place', () => {
    const table = tableOf('a,y\n1,1.5\n-inf,2.5')
    expect(errorOf(() => fitPipeline(table, { target: 'y', scale: 'none' })).message).toMatch(/line 3, column `a`/)
  })

  it('that only overflow when scaled are named by column', () => {
    const table = tableOf('a,y\n1,1.5\n1e308,2.5')
    expect(errorOf(() => fitPipeline(table, { target: 'y', scale: 'standard' })).message).toMatch(
      /column `a`: its values \(up to 1e308\) are so large/,
    )
    expect(applyPipeline(fitPipeline(table, { target: 'y', scale: 'none' }), table).x.toArray()).toEqual([[1], [1e308]])
  })
})

describe('a table of other types', () => {
  it('is refused', () => {
    const pipeline = fitPipeline(body, { target: 'weight', scale: 'none' })
    const error = errorOf(() => applyPipeline(pipeline, tableOf('height\ntall')))
    expect(error.message).toMatch(/`height` is of type category, but the model learned it as integer/)
  })
})
