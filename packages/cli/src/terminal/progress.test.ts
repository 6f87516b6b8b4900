import { describe, expect, it } from 'vitest'
import type { Io, Voice } from '../io.ts'
import { progressLine } from './progress.ts'

const voice = (language: Voice['language']): Voice => ({ language, mode: 'text', color: false })

/** What a progress line writes, with a clock that the test sets. */
function lines(language: Voice['language'], isErrTerminal = true) {
  const written: string[] = []
  let time = 0
  const io = { isErrTerminal, width: 100, err: (text: string) => void written.push(text.replaceAll(/[\r\u001B]|\[K/g, '')) } as unknown as Io
  return { written, progress: progressLine(io, voice(language), () => time), at: (milliseconds: number) => void (time = milliseconds) }
}

describe('the progress of a run', () => {
  it('tells epoch, loss, measure and the time left, by the steps that were made here', () => {
    const { written, progress, at } = lines('en')
    at(1000)
    // A run that goes on: 400 of 1000 steps were made before.
    progress.update({ done: 401, total: 1000, loss: 0.5, epoch: [5, 10], measure: ['accuracy', 0.9] })
    at(3000)
    progress.update({ done: 601, total: 1000, loss: 0.25, epoch: [7, 10], measure: ['accuracy', 0.95] })
    // 200 steps in 2 s leave 399 steps for 4 s.
    expect(written.at(-1)).toBe('██████████████░░░░░░░░░░  epoch 7/10  L = 0.25  accuracy = 0.95  0:04 left')
  })

  it('counts steps where there are no epochs, in Japanese too', () => {
    const { written, progress, at } = lines('ja')
    at(1000)
    progress.update({ done: 1, total: 101, loss: 2 })
    at(2000)
    progress.update({ done: 51, total: 101, loss: 1 })
    expect(written.at(-1)).toBe('████████████░░░░░░░░░░░░  51/101  L = 1  残り 0:01')
  })

  it('is not there where nobody looks', () => {
    const { written, progress, at } = lines('en', false)
    at(1000)
    progress.update({ done: 1, total: 2, loss: 1 })
    progress.clear()
    expect(written).toEqual([])
  })
})
