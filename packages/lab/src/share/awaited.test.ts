import { describe, expect, it } from 'vitest'
import { awaitFiles, takeAwaited } from './awaited.ts'

const awaited = { data: { kind: 'absent', files: [{ name: 'a.csv', size: 4 }], reading: { delimiter: ';' } }, fit: { target: 'y' }, iteration: 3 } as const

describe('files that a state waits for', () => {
  it('are those of the same names and sizes, and are taken once', () => {
    expect(takeAwaited([new File(['x\n1\n'], 'a.csv')])).toBeUndefined()
    awaitFiles(awaited)
    const other = [[new File(['x\n12\n'], 'a.csv')], [new File(['x\n1\n'], 'b.csv')], [new File(['x\n1\n'], 'a.csv'), new File([''], 'c.csv')], []]
    for (const files of other) expect(takeAwaited(files)).toBeUndefined()
    const file = new File(['x\n1\n'], 'a.csv')
    expect(takeAwaited([file])).toEqual({ ...awaited, data: { kind: 'files', files: [file], reading: { delimiter: ';' } } })
    expect(takeAwaited([file])).toBeUndefined()
  })
})
