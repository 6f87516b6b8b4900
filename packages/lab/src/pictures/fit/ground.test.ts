import { describe, expect, it } from 'vitest'
import { mixed, rgbOf } from '../colors.ts'
import { atPixels, bandColors, leadsOf, ofAllClasses, regionColors } from './ground.ts'

const ticks = { first: -1, step: 1, count: 5 }
const picture = { width: 2, height: 2, x: [0, 2], y: [0, 2] } as const

describe('a grid at pixels', () => {
  it('is exact for what is straight, with the lowest row at the bottom', () => {
    const plane = Float64Array.from({ length: 25 }, (_, i) => 10 * (Math.floor(i / 5) - 1) + ((i % 5) - 1))
    // Centres of pixels lie at 0.5 and 1.5: y runs upwards.
    expect([...atPixels(plane, [ticks, ticks], picture)]).toEqual([15.5, 16.5, 5.5, 6.5])
  })

  it('carries on what is no number', () => expect(atPixels(new Float64Array(25).fill(Number.NaN), [ticks, ticks], picture)[0]).toBeNaN())
})

describe('regions', () => {
  it('of two classes come from the probability of the second', () => {
    const [first, second] = ofAllClasses([Float64Array.of(0.25, 1)])
    expect([...first]).toEqual([0.75, 0])
    expect(leadsOf([first, second]).map(({ k, lead }) => [k, ...lead])).toEqual([[0, 0.5, -1], [1, -0.5, 1]])
  })

  it('have borders where a class is answered somewhere', () => {
    const leads = leadsOf([Float64Array.of(0.5, 0.25), Float64Array.of(0.25, 0.125), Float64Array.of(0.25, 0.625), Float64Array.of(0, 0)])
    expect(leads.map(({ k, lead }) => [k, ...lead])).toEqual([[0, 0.25, -0.375], [2, -0.25, 0.375]])
    expect(leadsOf([Float64Array.of(Number.NaN), Float64Array.of(Number.NaN)])).toEqual([])
  })

  it('have the colour of the class, deeper where the model is surer', () => {
    const bytes = regionColors([Float64Array.of(1, 0.5, 0), Float64Array.of(0, 0.5, 1)], [[0, 0, 200], [200, 0, 0]], [255, 255, 255])
    expect([...bytes.subarray(0, 4)]).toEqual([115, 115, 225, 255])
    expect([...bytes.subarray(4, 7)]).toEqual([235, 235, 251])
    expect([...bytes.subarray(8, 11)]).toEqual([225, 115, 115])
  })
})

describe('bands', () => {
  const ramp = [rgbOf('#000000'), rgbOf('rgb(100, 100, 100)'), rgbOf('#ffffff')]

  it('are as wide as one another; what lies outside has the colour of the nearest, what is no number none', () => {
    const bytes = bandColors(Float64Array.of(-5, 0.1, 1.5, 3, 9, Number.NaN), [0, 3], ramp)
    expect(Array.from({ length: 6 }, (_, i) => bytes[4 * i])).toEqual([0, 0, 100, 255, 255, 0])
    expect([bytes[19], bytes[23]]).toEqual([255, 0])
  })
})

it('reads colours', () => expect(['#0072b2', '#fA0', 'rgb(1, 2, 3)'].map(rgbOf)).toEqual([[0, 114, 178], [255, 170, 0], [1, 2, 3]]))

it('mixes colours', () => expect(mixed([0, 100, 200], [100, 0, 200], 0.25)).toEqual([25, 75, 200]))
