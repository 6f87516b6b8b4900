import { IDBFactory } from 'fake-indexeddb'
import { tensor } from 'kudari'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PlanView } from '../worker/plan-view.ts'
import { createKeeper } from './keep.ts'
import type { KeptRun } from './kept-runs.ts'
import type { LabState } from './state.ts'
import { openStore } from './store.ts'

const talk: LabState = { data: { kind: 'sample', name: 'body' }, fit: { target: 'weight', initial: [2, -1] }, iteration: 120, speed: 15 }
const withFile = (content: string): LabState =>
  ({ data: { kind: 'files', files: [new File([content], 'a.csv')], reading: {} }, fit: { target: 'y', initial: [{ W: tensor([[1 / 3]]) }] }, iteration: 3 })
const textOf = async (state: LabState | undefined): Promise<string | undefined> =>
  state?.data.kind === 'files' ? state.data.files[0].text() : undefined

describe('a keeper', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
  })

  it('has nothing at first, and then what another tab finds', async () => {
    const keeper = createKeeper(await openStore())
    expect([await keeper.keptState(), await keeper.keptRuns()]).toEqual([undefined, []])
    await keeper.keepState(talk)
    expect(await createKeeper(await openStore()).keptState()).toEqual(talk)
  })

  it('keeps files and weights', async () => {
    const state = withFile('x,y\n1,2\n')
    await createKeeper(await openStore()).keepState(state)
    const found = await createKeeper(await openStore()).keptState()
    expect(await textOf(found)).toBe('x,y\n1,2\n')
    const [layer] = found!.fit.initial as readonly { W: { toArray(): unknown } }[]
    expect(layer.W.toArray()).toEqual([[1 / 3]])
  })

  it('does not write the data again for another moment of the same run', async () => {
    const store = await openStore()
    let writes = 0
    const keeper = createKeeper({
      ...store,
      change: (work) => store.change((values) => work({ ...values, put: (name, value) => (name === 'data' && writes++, values.put(name, value)) })),
    })
    const state = withFile('x,y\n1,2\n')
    for (const iteration of [1, 2, 3]) await keeper.keepState({ ...state, iteration })
    expect([writes, (await keeper.keptState())?.iteration]).toEqual([1, 3])
  })

  it('never mixes the data of one tab with the settings of another', async () => {
    const [one, other] = [createKeeper(await openStore()), createKeeper(await openStore())]
    const first = withFile('first\n')
    await one.keepState(first)
    await other.keepState(talk)
    await one.keepState({ ...first, iteration: 9 })
    const found = await other.keptState()
    expect([found?.iteration, found?.fit.target, await textOf(found)]).toEqual([9, 'y', 'first\n'])
  })

  it('keeps runs with their curves, without the room behind them', async () => {
    const series = (...numbers: number[]) => ({ length: numbers.length, values: Float64Array.of(...numbers, 0, 0) })
    const history = { loss: series(3, 2), validation: { loss: series(4, Number.NaN) }, parameters: {} }
    const runs: KeptRun[] = [
      { name: '1', setup: { data: { kind: 'sample', name: 'body' }, fit: talk.fit }, plan: { fit: talk.fit, learningRate: 0.1 } as PlanView, history },
      { name: 'body-linear', history },
    ]
    await createKeeper(await openStore()).keepRuns(runs)
    const found = await createKeeper(await openStore()).keptRuns()
    const exact = { loss: { length: 2, values: Float64Array.of(3, 2) }, validation: { loss: { length: 2, values: Float64Array.of(4, Number.NaN) } }, parameters: {} }
    expect(found).toEqual(runs.map((run) => ({ ...run, history: exact })))
  })

  it('leaves alone what another version of the page has written', async () => {
    const store = await openStore()
    const keeper = createKeeper(store)
    await keeper.keepState(talk)
    await store.change(async ({ put }) => {
      put('place', { version: 2, wholly: 'different' })
      put('runs', [1, 2])
    })
    expect([await keeper.keptState(), await keeper.keptRuns()]).toEqual([undefined, []])
  })

  it('says so when what is to be kept cannot be', async () => {
    const keeper = createKeeper(await openStore())
    await expect(keeper.keepState({ ...talk, fit: { ...talk.fit, features: (() => 0) as never } })).rejects.toThrow(/could not be cloned/)
    expect(await keeper.keptState()).toBeUndefined()
  })
})
