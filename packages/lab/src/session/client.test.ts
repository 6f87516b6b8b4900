import { describe, expect, it } from 'vitest'
import type { Command, Frame } from '../worker/protocol.ts'
import { type HelperEvents, Refused, createClient, lost } from './client.ts'

/** Workers that only note what they are told. */
function noting() {
  const started: { readonly events: HelperEvents; readonly told: Command[] }[] = []
  const start = (events: HelperEvents) => {
    const told: Command[] = []
    started.push({ events, told })
    return { post: (command: Command) => void told.push(command), end: () => {} }
  }
  return { started, start }
}

const frame = { iteration: 3 } as Frame

describe('a client', () => {
  const begin = () => {
    const seen: (Frame | 'lost')[] = []
    const { started, start } = noting()
    const client = createClient({ greeting: () => ({ type: 'watch', watches: {} }), onFrame: (each) => seen.push(each), onLost: () => seen.push('lost') }, start)
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
})
