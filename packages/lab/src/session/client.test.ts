import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Command, Frame } from '../worker/protocol.ts'
import { Refused, createClient, isOfEnd, lost, stopped } from './client.ts'
import type { HelperEvents } from './helper.ts'

/** Workers that only note what they are told, and how often they were ended. */
function noting() {
  const started: { readonly events: HelperEvents; readonly told: Command[]; ends: number }[] = []
  const start = (events: HelperEvents) => {
    const own = { events, told: [] as Command[], ends: 0 }
    started.push(own)
    return { post: (command: Command) => void own.told.push(command), end: () => void own.ends++ }
  }
  return { started, start }
}

const frame = { iteration: 3 } as Frame

describe('a client', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const begin = () => {
    const seen: (Frame | 'lost' | 'slow' | 'quick')[] = []
    const { started, start } = noting()
    const client = createClient({ greeting: () => ({ type: 'watch', watches: {} }), onFrame: (each) => seen.push(each), onLost: () => seen.push('lost'), onWait: (isLong) => seen.push(isLong ? 'slow' : 'quick') }, start)
    return { client, started, seen }
  }

  it('starts a Worker for the first command, and greets it', () => {
    const { client, started } = begin()
    expect(started).toHaveLength(0)
    client.order({ type: 'pause' })
    client.order({ type: 'drawn' })
    expect(started.map(({ told }) => told)).toEqual([[{ type: 'watch', watches: {} }, { type: 'pause' }, { type: 'drawn' }]])
  })

  it('hands answers to whoever asked, in whatever order they come, and frames on', async () => {
    const { client, started, seen } = begin()
    const [first, second] = [client.ask({ type: 'plan', fit: { target: 'a' } }), client.ask({ type: 'plan', fit: { target: 'b' } })]
    const [{ events, told }] = started
    expect(told.slice(1)).toMatchObject([{ id: 1, fit: { target: 'a' } }, { id: 2, fit: { target: 'b' } }])
    const problem = { kind: 'usage', text: { en: 'no', ja: '否' } } as const
    events.onNotice({ type: 'begun' })
    events.onNotice({ type: 'answer', id: 2, value: new Uint8Array([2]) })
    events.onNotice({ type: 'frame', frame })
    events.onNotice({ type: 'refused', id: 1, problem })
    expect(await second).toEqual(new Uint8Array([2]))
    await expect(first).rejects.toMatchObject({ problem })
    expect(seen).toEqual([frame])
  })

  it('refuses what a lost Worker was asked, and starts no other one by itself', async () => {
    const { client, started, seen } = begin()
    const asked = client.ask({ type: 'plan', fit: { target: 'a' } })
    started[0].events.onEnd()
    await expect(asked).rejects.toBeInstanceOf(Refused)
    await expect(asked).rejects.toMatchObject({ problem: lost })
    expect(seen).toEqual(['lost'])
    expect(started).toHaveLength(1)
    // An answer that comes too late is nobody's.
    started[0].events.onNotice({ type: 'refused', id: 1, problem: lost })
    client.order({ type: 'pause' })
    expect(started[1].told).toEqual([{ type: 'watch', watches: {} }, { type: 'pause' }])
  })
  it('tells when an answer is long in coming, and asks whether orders were obeyed', async () => {
    const { client, started, seen } = begin()
    client.order({ type: 'play', speed: 'full' })
    client.order({ type: 'drawn' })
    vi.advanceTimersByTime(250)
    const [{ told, events }] = started
    expect(told.slice(1)).toEqual([{ type: 'play', speed: 'full' }, { type: 'drawn' }, { type: 'attend', id: 1 }])
    vi.advanceTimersByTime(1249)
    expect(seen).toEqual([])
    vi.advanceTimersByTime(1)
    expect(seen).toEqual(['slow'])
    events.onNotice({ type: 'answer', id: 1, value: true })
    await vi.advanceTimersByTimeAsync(1000)
    expect(seen).toEqual(['slow', 'quick'])
    // An order after that is looked after again.
    client.order({ type: 'pause' })
    vi.advanceTimersByTime(250)
    expect(told.at(-1)).toEqual({ type: 'attend', id: 2 })
  })

  it('stops a Worker with all that it was asked, and is not told of its loss', async () => {
    const { client, started, seen } = begin()
    const asked = client.ask({ type: 'plan', fit: { target: 'a' } })
    client.order({ type: 'play', speed: 'full' })
    vi.advanceTimersByTime(2000)
    client.stop()
    await expect(asked).rejects.toMatchObject({ problem: stopped })
    expect(isOfEnd(await asked.catch((error) => error))).toBe(true)
    await vi.advanceTimersByTimeAsync(5000)
    expect(seen).toEqual(['slow', 'quick'])
    expect(started.map(({ ends }) => ends)).toEqual([1])
    void client.ask({ type: 'plan', fit: { target: 'b' } })
    expect(started[1].told).toMatchObject([{ type: 'watch' }, { type: 'plan', fit: { target: 'b' } }])
  })
})
