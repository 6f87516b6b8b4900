import { describe, expect, it } from 'vitest'
import { servedAddress, servedNames } from './served.ts'

describe('data of the address', () => {
  it('are named by ?data=', () => {
    expect(servedNames('?data=body.csv')).toEqual(['body.csv'])
    expect(servedNames('?data=%E8%BA%AB%E4%BD%93%20%231.csv&x=1')).toEqual(['身体 #1.csv'])
    expect(servedNames('?data=images&x=1&data=labels')).toEqual(['images', 'labels'])
    expect(['?data=', ''].map(servedNames)).toEqual([[], []])
  })

  it('lie beside the page, whatever stands in their names', () => {
    expect(servedAddress('body.csv')).toBe('./data/body.csv')
    expect(servedAddress('a b#1?.csv')).toBe('./data/a%20b%231%3F.csv')
  })
})
