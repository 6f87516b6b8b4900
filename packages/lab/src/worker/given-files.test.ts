import { KudariError } from 'kudari'
import { describe, expect, it } from 'vitest'
import { type Given, meantBy, seenFromFolder } from './given-files.ts'

const given = (...paths: readonly string[]): Given => meantBy(paths.map((path) => ({ path, file: new File([path], path.split('/').at(-1)!) })))

const problem = (...paths: readonly string[]): string => {
  try {
    given(...paths)
  } catch (error) {
    if (error instanceof KudariError) return `${error.kind}: ${error.message}`
    throw error
  }
  return 'none'
}

describe('the files that were given', () => {
  it('are one table', () => {
    expect(given('body.csv')).toMatchObject({ kind: 'table', table: { path: 'body.csv' } })
    expect(given('folder/.DS_Store', 'folder/body.csv')).toMatchObject({ kind: 'table', table: { path: 'folder/body.csv' } })
  })

  it('are images with their labels, in whatever order', () => {
    for (const paths of [['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'], ['train-labels-idx1-ubyte.gz', 'train-images-idx3-ubyte.gz']])
      expect(given(...paths)).toMatchObject({ kind: 'labelled', images: { path: 'train-images-idx3-ubyte.gz' }, labels: { path: 'train-labels-idx1-ubyte.gz' } })
  })

  it('are a folder of images in folders named after their classes', async () => {
    const found = given('pets/dog/2.jpg', 'pets/cat/1.png', 'pets/readme.txt', 'pets/cat/.hidden.png')
    if (found.kind !== 'folder') throw new Error(found.kind)
    expect(found.folder.name).toBe('pets')
    expect(found.folder.images.map(({ name, label }) => [name, label])).toEqual([['cat/1.png', 'cat'], ['dog/2.jpg', 'dog']])
    expect(new TextDecoder().decode(await found.folder.images[1].bytes())).toBe('pets/dog/2.jpg')
  })

  it('must be one thing, and say what else was found', () => {
    expect(problem()).toMatch(/^usage: there is no file/)
    expect(problem('a.csv', 'b.csv')).toMatch(/^usage: 2 files were given \(a\.csv, b\.csv\)/)
    expect(problem('a', 'b', 'c', 'd')).toMatch(/\(a, b, c, \.\.\.\)/)
    expect(problem('t10k-labels-idx1-ubyte')).toMatch(/labels without their images/)
    expect(problem('1.png')).toMatch(/^data: 1\.png: nobody says what the images show/)
    expect(problem('pets/1.png', 'pets/cat/2.png')).toMatch(/lies in no class folder/)
  })
})

describe('seenFromFolder', () => {
  it('leaves the folders of the classes', () => {
    expect(seenFromFolder(['pets/cat/1.png', 'pets/dog/2.png'])).toEqual({ name: 'pets', paths: ['cat/1.png', 'dog/2.png'] })
    expect(seenFromFolder(['cat/1.png', 'dog/2.png'])).toEqual({ name: 'images', paths: ['cat/1.png', 'dog/2.png'] })
    expect(seenFromFolder(['cat/1.png', 'cat/2.png']).paths).toEqual(['cat/1.png', 'cat/2.png'])
  })
})
