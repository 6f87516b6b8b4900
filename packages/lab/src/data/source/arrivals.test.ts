import { describe, expect, it } from 'vitest'
import { chosenFiles, looksLikeTable, sourceOfText } from './arrivals.ts'

describe('what arrives', () => {
  it('is a table if it has a second line', () => {
    expect(['a,b\n1,2', 'a\r\n1', 'a\r1', '\na\n1\n'].map(looksLikeTable)).toEqual([true, true, true, true])
    expect(['', 'hello', 'hello\n', '\n\n'].map(looksLikeTable)).toEqual([false, false, false, false])
  })

  it('is a source like a file', async () => {
    const { files, reading } = sourceOfText('a,b\n1,2\n', 'pasted.csv')
    expect([files[0].name, await files[0].text(), reading]).toEqual(['pasted.csv', 'a,b\n1,2\n', {}])
  })

  it('keeps the folders of files', () => {
    const inFolder = Object.defineProperty(new File([], '1.png'), 'webkitRelativePath', { value: 'pets/cat/1.png' })
    expect(chosenFiles([inFolder, new File([], 'b.csv')]).paths).toEqual(['pets/cat/1.png', 'b.csv'])
  })
})
