import { describe, expect, it } from 'vitest'
import { planFit } from '../../fit/plan.ts'
import type { Table } from '../table.ts'
import { errorOf, tableOf } from '../testing/tables.ts'
import { applyPipeline } from './apply.ts'
import { fitPipeline } from './fit.ts'
import { droppedText } from './messages.ts'
import { type Pipeline, matrixColumns } from './pipeline.ts'
import { requireImages } from './pixels.ts'

const image = { height: 1, width: 3, channels: 1 }
/** Three pixels, the first of them always black, a target and a file name. */
const text = `p0,p1,p2,file,label\n${Array.from({ length: 12 }, (_, i) => `0,${i * 20},255,${i % 2}.png,${i % 2}`).join('\n')}`
const images: Table = { ...tableOf(text), image }
const fitted = (table: Table, features?: readonly string[]) =>
  fitPipeline(table, { target: 'label', scale: 'pixels', ...(features && { features }) })

describe('a table of images', () => {
  const pipeline = fitted(images)

  it('enters with all of its pixels, constant ones too, and nothing else', () => {
    expect(matrixColumns(pipeline)).toEqual(['p0', 'p1', 'p2'].map((name) => ({ name, offset: 0, divisor: 255 })))
    expect(applyPipeline(pipeline, images, Int32Array.of(3)).x.toArray()).toEqual([[0, 60 / 255, 1]])
    expect(pipeline.image).toEqual(image)
    expect([pipeline.dropped, pipeline.unused]).toEqual([[{ column: 'file', reason: 'notPixels', distinct: 0, present: 12 }], ['file']])
    expect(droppedText.en(pipeline.dropped[0])).toBe('`file` is left out: it holds no pixels of the images')
    expect(droppedText.ja(pipeline.dropped[0])).toBe('`file` は使いません: 画像のピクセルではありません')
  })

  it('has no flags, however many values are missing', () => {
    const gaps = { ...tableOf(text.replaceAll(/,255,/g, ',,').replace(',,', ',9,')), image }
    expect(matrixColumns(fitted(gaps)).map(({ name }) => name)).toEqual(['p0', 'p1', 'p2'])
    expect(fitted(gaps).features[2]).toMatchObject({ missing: 11, indicator: false, fill: 9 })
  })

  it('is scaled by 1/255 by itself, with the reason; what is given is obeyed', () => {
    const plan = planFit(images, { target: 'label' })
    expect([plan.scale, plan.pipeline.features[1].columns]).toEqual(['pixels', [{ name: 'p1', offset: 0, divisor: 255 }]])
    const scale = plan.choices.find(({ about }) => about === 'scale')!
    expect(scale.in('en')).toMatch(/^scale: pixels, x \/ 255, so that/)
    expect(scale.in('ja')).toMatch(/^尺度: pixels（x \/ 255）/)
    const standard = planFit(images, { target: 'label', scale: 'standard' })
    expect([standard.scale, standard.inputs, standard.pipeline.features[0].columns[0].divisor]).toEqual(['standard', ['p0', 'p1', 'p2'], 1])
    const centred = planFit(images, { target: 'label', center: true })
    expect([centred.scale, centred.pipeline.features[2].columns]).toEqual(['none', [{ name: 'p2', offset: 255, divisor: 1 }]])
  })

  it('is an ordinary table to a model of some pixels', () => {
    const plan = planFit(images, { target: 'label', features: ['p1', 'p2'] })
    expect([plan.scale, plan.pipeline.image]).toEqual(['standard', undefined])
    expect(fitted(images, ['p2', 'p0', 'p1']).image).toEqual(image)
  })

  it('of another size is refused, and one of unknown size is taken', () => {
    const other = { ...images, image: { height: 3, width: 1, channels: 1 } }
    expect(errorOf(() => applyPipeline(pipeline, other)).message).toMatch(/^t\.csv: the images are 3 x 1, but the model was trained on images of 1 x 3/)
    const { image: _, ...unknown } = images
    expect(applyPipeline(pipeline, unknown).x).toEqual(applyPipeline(pipeline, images).x)
  })

  it('survives JSON, and a pipeline that knows of no images is one', () => {
    expect(JSON.parse(JSON.stringify(pipeline))).toEqual(pipeline)
    const { image: _, ...older } = pipeline
    expect(applyPipeline(older satisfies Pipeline, images).x).toEqual(applyPipeline(pipeline, images).x)
  })
})

describe('a table that is no images', () => {
  it.each([
    ['other numbers of columns', () => fitted({ ...images, image: { height: 2, width: 2, channels: 1 } }), /images of 2 x 2 have 4 pixel values, but there are 3 columns of numbers beside `label`/],
    ['colour', () => fitted({ ...images, image: { height: 2, width: 2, channels: 3 } }), /images of 2 x 2 x 3 have 12 pixel values/],
    ['features of another number', () => requireImages(images, image, 'label', ['p0', 'p1']), /have 3 pixel values, but there are 2 columns/],
    ['features that are no numbers', () => requireImages(images, image, 'label', ['p0', 'p1', 'file']), /but there are 2 columns/],
    ['a pixel without values', () => fitted({ ...tableOf(text.replaceAll(',255,', ',,')), image }), /the pixel `p2` has no value in any training row/],
  ])('%s', (_, action, message) => {
    const error = errorOf(action)
    expect(error.message).toMatch(message)
    expect(error.in('ja')).toMatch(/[\u3040-\u30ff]/)
  })
})
