import { type FitOptions, KudariError, generator, tensor } from 'kudari'
import { describe, expect, it } from 'vitest'
import { samples } from '../samples/samples.ts'
import { LONGEST, linkOf, stateOfLink } from './link.ts'
import type { LabState } from './state.ts'
import { readStateFile, writeStateFile } from './state-file.ts'

const textOf = (state: LabState): Promise<string[]> =>
  state.data.kind === 'files' ? Promise.all(state.data.files.map((file) => file.text())) : Promise.resolve([])

const fileState = (content: BlobPart, name = '表 1.csv', more: Partial<LabState> = {}): LabState =>
  ({ data: { kind: 'files', files: [new File([content], name)], reading: { delimiter: ';' } }, fit: { target: 'y' }, iteration: 7, ...more })

/** Numbers that no compression makes shorter. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const random = generator(1)
  return Uint8Array.from({ length: bytes }, () => random.integer(256))
}

describe('a link', () => {
  it('gives the talk\'s run back as it was', async () => {
    const state: LabState = { data: { kind: 'sample', name: 'body' }, fit: samples.body.fit, iteration: 120, speed: 15 }
    const link = (await linkOf(state))!
    expect(link.holdsData).toBe(true)
    expect(link.fragment).toMatch(/^kudari=1\.[\w-]+$/)
    expect(link.fragment.length).toBeLessThan(300)
    expect(await stateOfLink(`#${link.fragment}`)).toEqual(state)
  })

  it.each<LabState['data']>([
    { kind: 'made', made: { shape: 'moons', rows: 200, noise: 0.1, seed: 3 } },
    { kind: 'drawn', drawn: { task: 'classification', points: [[0.1, -1 / 3, 0], [1, 1e-17, 2]] } },
  ])('holds %o', async (data) => {
    const fit: FitOptions = { target: 'class', model: { layers: [{ type: 'dense', units: 4 }, { type: 'tanh' }, { type: 'dense', units: 1 }, { type: 'sigmoid' }], loss: 'binary-cross-entropy' }, schedule: { type: 'cosine', warmup: 5 } }
    const { fragment } = (await linkOf({ data, fit, iteration: 0 }))!
    expect(await stateOfLink(fragment)).toEqual({ data, fit, iteration: 0 })
  })

  it('holds small files, their names and their weights to the last bit', async () => {
    const content = 'x;y\n1;2\n3;4\n'
    const state = fileState(content, undefined, { fit: { target: 'y', initial: [{ W: tensor([[1 / 3]]), b: tensor([-0.1]) }] } })
    const back = (await stateOfLink((await linkOf(state))!.fragment))!
    expect(back.data).toMatchObject({ kind: 'files', reading: { delimiter: ';' }, files: [{ name: '表 1.csv' }] })
    expect(await textOf(back)).toEqual([content])
    const [layer] = back.fit.initial as readonly { W: { data: Float64Array }; b: { data: Float64Array } }[]
    expect([layer.W.data[0], layer.b.data[0]]).toEqual([1 / 3, -0.1])
  })

  it('keeps several files apart, with their paths', async () => {
    const files = [new File([new Uint8Array([1, 10, 2])], '1.png'), new File([], 'empty.png'), new File(['xyz'], '2.png')]
    const state: LabState = { data: { kind: 'files', files, paths: ['a/1.png', 'a/empty.png', 'b/2.png'], reading: {} }, fit: { target: 'label' }, iteration: 0 }
    const back = (await stateOfLink((await linkOf(state))!.fragment))!
    expect(back.data).toMatchObject({ paths: ['a/1.png', 'a/empty.png', 'b/2.png'] })
    expect(await textOf(back)).toEqual(['\u0001\n\u0002', '', 'xyz'])
  })

  it('says that larger data must be sent along', async () => {
    const link = (await linkOf(fileState(noise(60_000), 'noise.csv')))!
    expect(link.holdsData).toBe(false)
    expect((await stateOfLink(link.fragment))!.data).toEqual({ kind: 'absent', files: [{ name: 'noise.csv', size: 60_000 }], reading: { delimiter: ';' } })
  })

  it('holds long tables that say the same again and again', async () => {
    const link = (await linkOf(fileState('1;2\n'.repeat(90_000))))!
    expect([link.holdsData, link.fragment.length < LONGEST]).toEqual([true, true])
  })

  it('is not made of more weights than it can hold', async () => {
    const random = generator(2)
    const W = tensor(Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => random.normal())))
    expect(await linkOf({ data: { kind: 'sample', name: 'sales' }, fit: { target: 'sales', initial: [{ W }] }, iteration: 0 })).toBeUndefined()
  })

  it('is none where the address has another fragment', async () => {
    for (const hash of ['', '#', '#top', '#other=1.abc']) expect(await stateOfLink(hash)).toBeUndefined()
  })

  it('says what to do when it was cut off or changed anywhere, or is newer', async () => {
    const { fragment } = (await linkOf(fileState('x;y\n1;2\n3;4\n')))!
    const start = 'kudari=1.'.length
    // The last letter holds some bits that are nobody's.
    for (let at = start; at < fragment.length - 1; at++) {
      const changed = `${fragment.slice(0, at)}${fragment[at] === 'A' ? 'B' : 'A'}${fragment.slice(at + 1)}`
      for (const text of [fragment.slice(0, at), changed]) await expect(stateOfLink(text)).rejects.toThrow(/not complete/)
    }
    for (const text of ['kudari=', 'kudari=abc', 'kudari=1.', 'kudari=1.%%%', 'kudari=1.日本']) await expect(stateOfLink(text)).rejects.toThrow(KudariError)
    await expect(stateOfLink(`kudari=2.${fragment.slice(start)}`)).rejects.toThrow(/newer Lab \(format 2/)
  })

  it.each([
    { data: { kind: 'sample', name: 'constructor' }, fit: { target: 'y' }, iteration: 0 },
    { data: { kind: 'made', made: { shape: 'cube', rows: 1, noise: 0, seed: 0 } }, fit: { target: 'y' }, iteration: 0 },
    { data: { kind: 'drawn', drawn: { task: 'classification', points: [[0, 0, 9]] } }, fit: { target: 'y' }, iteration: 0 },
    { data: { kind: 'sample', name: 'body' }, fit: {}, iteration: 0 },
    { data: { kind: 'sample', name: 'body' }, fit: { target: 'weight', model: { layers: 5 } }, iteration: 0 },
    { data: { kind: 'sample', name: 'body' }, fit: { target: 'y' }, iteration: -1 },
  ])('of something else than a state is refused: %o', async (state) => {
    const { fragment } = (await linkOf(state as unknown as LabState))!
    await expect(stateOfLink(fragment)).rejects.toThrow(/not complete/)
  })
})

describe('a file of the Lab', () => {
  it('holds data of any size', async () => {
    const content = noise(200_000)
    const file = await writeStateFile(fileState(content, 'noise.csv'))
    const { data, ...rest } = await readStateFile(file)
    expect(rest).toEqual({ fit: { target: 'y' }, iteration: 7 })
    expect(data.kind === 'files' && new Uint8Array(await data.files[0].arrayBuffer())).toEqual(content)
  })

  it('says what is wrong with another file, a part of one, and a newer one', async () => {
    const file = await writeStateFile(fileState('a;b\n'))
    await expect(readStateFile(new Blob(['a,b\n1,2\n']))).rejects.toThrow(/no file of the Lab/)
    await expect(readStateFile(file.slice(0, file.size - 3))).rejects.toThrow(/no file of the Lab/)
    await expect(readStateFile(new Blob(['kudari-lab 9\n', file.slice(13)]))).rejects.toThrow(/newer Lab \(format 9/)
  })
})
