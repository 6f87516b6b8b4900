import { describe, expect, it } from 'vitest'
import { safeName, stem } from './download.ts'

describe('names of files', () => {
  it.each([
    ['model.safetensors', 'model.safetensors'],
    ['学習曲線.png', '学習曲線.png'],
    ['../../etc/passwd', 'etc_passwd'],
    ['a<b>:"c"|?*\u0000.svg', 'a_b_c_.svg'],
    ['...', 'kudari'],
  ])('%s is saved as %s', (text, expected) => expect(safeName(text)).toBe(expected))

  it.each([['titanic.csv', 'titanic'], ['train.csv.gz', 'train'], ['moons', 'moons'], ['売上 2024.csv', '売上_2024']])('the stem of %s is %s', (name, expected) => expect(stem(name)).toBe(expected))
})
