import { describe, expect, it } from 'vitest'
import { servedAddress, servedName } from './served.ts'

describe('data of the address', () => {
  it('are named by ?data=', () => {
    expect(servedName('?data=body.csv')).toBe('body.csv')
    expect(servedName('?data=%E8%BA%AB%E4%BD%93%20%231.csv&x=1')).toBe('身体 #1.csv')
    expect(servedName('?data=')).toBeUndefined()
    expect(servedName('')).toBeUndefined()
  })

  it('lie beside the page, whatever stands in their names', () => {
    expect(servedAddress('body.csv')).toBe('./data/body.csv')
    expect(servedAddress('a b#1?.csv')).toBe('./data/a%20b%231%3F.csv')
  })
})
