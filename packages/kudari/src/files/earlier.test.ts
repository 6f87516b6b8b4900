/** Models of earlier versions: the files in testing/ were written before networks had layers beyond dense and activations. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inputSchema } from '../data/pipeline/pipeline.ts'
import { typeLike } from '../data/types.ts'
import { predictTable } from '../fit/model.ts'
import { readModel } from './model-file.ts'

/** The table that they were trained on, and what the version that wrote them predicted. */
const size = [1.5, 2.5, 3, 4.5, 5, 6.5, 7, 8]
const colour = ['red', 'blue', 'red', 'green', 'blue', 'green', 'red', 'blue']
const predicted = {
  linear: [11.275000000000073, 17.099999999999945, 21.062500000000128, 30.974999999999604, 33.412500000000044, 44.02499999999968, 47.16250000000028, 52.98750000000016],
  network: [12.31808090209961, 17.627811431884766, 20.8980655670166, 31.400794982910156, 33.643714904785156, 47.424346923828125, 49.681365966796875, 52.330875396728516],
}

describe('a model of version 0.1.0', () => {
  it.each(Object.entries(predicted))('%s predicts what it did then', (name, values) => {
    const source = `${name}-0.1.0.safetensors`
    const model = readModel(readFileSync(new URL(`testing/${source}`, import.meta.url)), source)
    expect(model.statistics).toEqual({})
    const raw = { names: ['size', 'colour'], columns: [size.map(String), colour], rows: size.length, source: 'shop.csv' }
    expect(predictTable(model, typeLike(raw, inputSchema(model.pipeline))).values).toEqual(values)
  })
})
