/** Images as they are seen: rows, filters, maps of features. */
import { describe, expect, it } from 'vitest'
import { madeTable } from '../../samples/made.ts'
import { barTable, momentAfter } from '../testing/moments.ts'
import { images } from './images.ts'

const dense = momentAfter(0, barTable(6), { target: 'label', model: 'mlp:5', validation: 0 })

describe('images', () => {
  it('are shown as they are in the table, with what is said of them', () => {
    const view = images(dense, { row: 3, onlyMistakes: false })!
    expect([view.rows, view.listed, view.isHeldOut, view.shown.length]).toEqual([48, 48, false, 24])
    const { image, position, previous, next } = view.chosen!
    expect([position, previous, next, image.tableRow]).toEqual([3, 2, 4, 3])
    // The second lying bar; its 200 is white.
    expect([...image.pixels]).toEqual([0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0])
    const [lying, standing] = image.probabilities
    expect(lying + standing).toBeCloseTo(1, 6)
    expect(image.truth).toBe(0)
    expect(image.predicted).toBe(lying >= standing ? 0 : 1)
    expect(image.isMistake).toBe(image.predicted !== 0)
  })

  it('are the mistakes alone, from the one that is asked for on', () => {
    const all = images(dense, { row: 0, onlyMistakes: false })!
    const some = images(dense, { row: 0, onlyMistakes: true })!
    expect(some.listed).toBe(all.mistakes)
    expect(all.mistakes).toBeGreaterThan(0)
    expect(some.shown.every(({ isMistake }) => isMistake)).toBe(true)
    const [first, second] = some.shown
    expect(images(dense, { row: first.row + 1, onlyMistakes: true })!.chosen!.image.row).toBe(second.row)
    expect(images(dense, { row: 47, onlyMistakes: true })!.chosen!.position).toBeLessThan(some.listed)
  })

  it('have no mistakes left once they are learned', () => {
    const learned = momentAfter(300, barTable(6), { target: 'label', model: 'mlp:8', validation: 0, learningRate: 0.5 })
    const view = images(learned, { row: 5, onlyMistakes: true })!
    expect([view.mistakes, view.listed, view.chosen]).toEqual([0, 0, undefined])
  })

  it('are none where rows are no images', () => {
    expect(images(momentAfter(0, madeTable({ shape: 'moons', rows: 40, noise: 0, seed: 1 }), { target: 'class' }), { row: 0, onlyMistakes: false })).toBeUndefined()
  })
})

describe('weights as pictures', () => {
  it('are those of a dense layer that takes the pixels, without the dummy column', () => {
    const [picture, ...rest] = images(dense, { row: 0, onlyMistakes: false })!.weights
    expect(rest).toEqual([])
    expect(picture).toMatchObject({ name: 'W1', type: 'dense', height: 4, width: 4, channels: 1, parts: 1, count: 5 })
    const { W1 } = dense.state.parameters
    expect([...picture.pictures[2]].map((byte) => (byte / 127) * picture.limit)).toEqual(Array.from({ length: 16 }, (_, pixel) => expect.closeTo(W1.data[pixel * 5 + 2], 1)))
    const logistic = momentAfter(0, barTable(6), { target: 'label', model: 'logistic', validation: 0, initial: Array.from({ length: 17 }, (_, i) => i - 3) })
    const [own] = images(logistic, { row: 0, onlyMistakes: false })!.weights
    expect(own.pictures).toHaveLength(1)
    // Weights -3 (of the ones), -2, -1, 0, 1, ... up to 13: the limit is 15.
    expect(own.limit).toBe(15)
    expect([own.pictures[0][2], own.pictures[0][15]]).toEqual([0, Math.round((13 / 15) * 127)])
  })

  it('are filters of every convolution, with a part for every input', () => {
    const moment = momentAfter(1, barTable(6), { target: 'label', model: 'cnn', validation: 0 })
    const { weights, chosen } = images(moment, { row: 0, onlyMistakes: false })!
    const [first] = weights
    expect(first).toMatchObject({ name: 'W1', height: 3, width: 3, channels: 1, parts: 1, inputs: 1, count: 16 })
    const { W1 } = moment.state.parameters
    // W1 has the shape (3, 3, 1, 16): pixel (1, 2) of unit 4.
    expect(first.pictures[4][5]).toBe(Math.round((W1.data[5 * 16 + 4] / first.limit) * 127))
    expect(chosen!.maps[0]).toMatchObject({ name: 'h1', type: 'relu', height: 4, width: 4, count: 16 })
    expect(chosen!.maps[0].pictures.every((map) => map.every((byte) => byte >= 0))).toBe(true)
    expect(chosen!.maps.at(-1)).toMatchObject({ height: 4, width: 32, count: 1, lined: 128 })
  })

  it('of colours are pictures in colour', () => {
    const table = barTable(6)
    const colours = { ...table, image: { height: 2, width: 2, channels: 3 as const }, columns: [...table.columns.slice(0, 12), table.columns[16]] }
    const moment = momentAfter(0, colours, {
      target: 'label', validation: 0,
      model: { layers: [{ type: 'reshape', shape: [2, 2, 3] }, { type: 'conv2d', units: 2, kernel: 2 }, { type: 'relu' }, { type: 'flatten' }, { type: 'dense' }, { type: 'sigmoid' }], loss: 'binary-cross-entropy' },
    })
    const { weights } = images(moment, { row: 0, onlyMistakes: false })!
    const { W1 } = moment.state.parameters
    expect(weights[0]).toMatchObject({ height: 2, width: 2, channels: 3, parts: 1, inputs: 1 })
    // Pixel 3, blue (3 * 3 + 2), of unit 1.
    expect(weights[0].pictures[1][11]).toBe(Math.round((W1.data[11 * 2 + 1] / weights[0].limit) * 127))
  })
})
