import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startWorker } from './helper.ts'

/** Workers as a browser has them, which say nothing unless they are told to. */
class Silent extends EventTarget {
  static readonly all: Silent[] = []
  isEnded = false

  constructor() {
    super()
    Silent.all.push(this)
  }

  terminate(): void {
    this.isEnded = true
  }

  postMessage(): void {}
}

describe('a Worker', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('Worker', Silent)
    vi.stubGlobal('navigator', {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const start = () => {
    const told: string[] = []
    startWorker({ onNotice: ({ type }) => told.push(type), onEnd: () => told.push('end') })
    return { told, worker: Silent.all.at(-1)! }
  }

  it('that is ended before it has begun is missed, once', () => {
    const { told, worker } = start()
    vi.advanceTimersByTime(29_999)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    worker.dispatchEvent(new Event('error'))
    vi.advanceTimersByTime(60_000)
    expect([told, worker.isEnded]).toEqual([['end'], true])
  })

  it('that has begun may be silent for as long as it likes', () => {
    const { told, worker } = start()
    worker.dispatchEvent(new MessageEvent('message', { data: { type: 'begun' } }))
    vi.advanceTimersByTime(3_600_000)
    expect([told, worker.isEnded]).toEqual([[], false])
    worker.dispatchEvent(new Event('error'))
    expect([told, worker.isEnded]).toEqual([['end'], true])
  })
})
