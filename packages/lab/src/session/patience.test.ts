import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPatience } from './patience.ts'

describe('patience', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const begin = () => {
    const told: boolean[] = []
    return { told, ...createPatience((isLong) => told.push(isLong)) }
  }

  it('does not run out over quick answers, however many follow one another without a gap', () => {
    const { told, begin: wait, end } = begin()
    for (let i = 0; i < 100; i++) {
      wait(i + 1)
      end(i)
      vi.advanceTimersByTime(100)
    }
    expect(told).toEqual([])
  })

  it('runs out after a second and a half, and is restored soon after the answer', () => {
    const { told, begin: wait, end } = begin()
    wait('plan')
    vi.advanceTimersByTime(1499)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual([true])
    vi.advanceTimersByTime(60_000)
    end('plan')
    vi.advanceTimersByTime(299)
    expect(told).toEqual([true])
    vi.advanceTimersByTime(1)
    expect(told).toEqual([true, false])
  })

  it('does not flicker from one long wait to the next, and is restored among quick ones', () => {
    const { told, begin: wait, end } = begin()
    for (let i = 0; i < 5; i++) {
      wait(i)
      vi.advanceTimersByTime(1600)
      end(i)
      vi.advanceTimersByTime(50)
    }
    expect(told).toEqual([true])
    for (let i = 0; i < 50; i++) {
      wait(i)
      vi.advanceTimersByTime(50)
      end(i)
    }
    expect(told).toEqual([true, false])
  })

  it('forgets what will never come', () => {
    const { told, begin: wait, end } = begin()
    wait('ask')
    vi.advanceTimersByTime(1000)
    end('ask')
    end('what nobody waits for')
    vi.advanceTimersByTime(10_000)
    expect(told).toEqual([])
  })
})
