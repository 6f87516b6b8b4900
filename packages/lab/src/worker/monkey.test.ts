/// <reference types="node" />
/** Whatever is ordered in whatever order: every question is answered once, and what is shown hangs together. */
import { assert, array, asyncProperty, constant, integer, oneof, record, constantFrom } from 'fast-check'
import type { FitOptions } from 'kudari'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AnswerName } from './answers/answers.ts'
import type { DataSource } from './data-source.ts'
import { createHost } from './host.ts'
import { plainFit } from './plain-fit.ts'
import type { Command, Frame, Notice } from './protocol.ts'
import type { TableView } from './table-view.ts'
import type { PlanView } from './plan-view.ts'

const sources: readonly DataSource[] = [
  { kind: 'sample', name: 'body' },
  { kind: 'sample', name: 'orientation' },
  { kind: 'made', made: { shape: 'moons', rows: 40, noise: 0.1, seed: 1 } },
  { kind: 'files', files: [new File(['no table'], 'a.json')], reading: {} },
  { kind: 'files', files: [new File(['a,b,y\n1,2,3\n2,,1\n3,1,2\n'], 'b.csv')], reading: {} },
]
const fits: readonly FitOptions[] = [
  { target: 'weight' },
  { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 20 },
  { target: 'weight', learningRate: 1e6, scale: 'none' },
  { target: 'class' },
  { target: 'class', model: 'mlp:3', batch: 8, epochs: 2, seed: 3 },
  { target: 'class', model: 'mlp:60000,60000' },
  { target: 'y', iterations: 3 },
  { target: 'nothing' },
]
const answers: readonly AnswerName[] = ['formulas', 'history', 'model', 'rows', 'step', 'firstParameters']

type Wish = Command extends infer Each ? (Each extends { readonly id: number } ? Omit<Each, 'id'> : Each) : never

const wish = oneof(
  { weight: 1, arbitrary: constantFrom(...sources).map((data): Wish => ({ type: 'read', data })) },
  { weight: 3, arbitrary: constantFrom(...fits).map((fit): Wish => ({ type: 'plan', fit: plainFit(fit) })) },
  { weight: 2, arbitrary: constantFrom(...answers).map((name): Wish => ({ type: 'ask', question: { name, request: undefined } as never })) },
  { weight: 2, arbitrary: constantFrom(1, 15, 60, 'full' as const).map((speed): Wish => ({ type: 'play', speed })) },
  { weight: 2, arbitrary: constant<Wish>({ type: 'pause' }) },
  { weight: 4, arbitrary: integer({ min: -2, max: 60 }).map((iteration): Wish => ({ type: 'seek', iteration: Math.max(0, iteration) })) },
  { weight: 1, arbitrary: constantFrom<Wish>(
    { type: 'watch', watches: {} },
    { type: 'watch', watches: { a: { name: 'measures', request: undefined } as never, b: { name: 'lessons', request: { isAtRest: true } } } },
  ) },
  { weight: 1, arbitrary: constant<Wish>({ type: 'attend' }) },
  { weight: 2, arbitrary: constant<Wish>({ type: 'drawn' }) },
)
/** A command, the milliseconds that the page does nothing after it, and whether it then draws what it is shown. */
const deed = record({ wish, rest: constantFrom(0, 0, 0, 1, 5, 20), draws: constantFrom(true, true, false) })

/** Messages come one by one. */
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => (milliseconds === 0 ? setImmediate(resolve) : setTimeout(resolve, milliseconds)))

/** What the page knows of a run, and whether what it is told of it hangs together. */
function watching() {
  const answered = new Map<number, Notice>()
  let known = 0
  let frame: Frame | undefined
  return {
    answered,
    get frame() {
      return frame
    },
    take(notice: Notice): void {
      const told = structuredClone(notice)
      if (told.type === 'begun') return
      if (told.type !== 'frame') {
        expect(answered.has(told.id)).toBe(false)
        answered.set(told.id, told)
        // With a new table the run is gone.
        if (told.type === 'answer' && typeof told.value === 'object' && 'names' in told.value) frame = undefined
        return
      }
      const { iteration, furthest, history, views, end } = told.frame
      // A run begins with the frame that tells its history from the first step on.
      if (history.from === 0) known = 0
      expect(history.from).toBe(known)
      known += history.loss.length
      expect(furthest).toBe(known)
      expect(Number.isInteger(iteration) && iteration >= 0 && iteration <= furthest).toBe(true)
      for (const column of [...Object.values(history.validation), ...Object.values(history.parameters)]) expect(column).toHaveLength(history.loss.length)
      if (end) expect(end.iteration).toBeLessThanOrEqual(furthest)
      for (const seen of Object.values(views)) if ('problem' in seen) expect(seen.problem.text.en).not.toMatch(/should not have/)
      frame = told.frame
    },
  }
}

describe('the host', () => {
  const unhandled: unknown[] = []
  const note = (reason: unknown): void => void unhandled.push(reason)
  beforeEach(() => void process.on('unhandledRejection', note))
  afterEach(() => void process.off('unhandledRejection', note))

  it('answers everything once, and shows what hangs together, whatever it is told', async () => {
    await assert(
      asyncProperty(array(deed, { minLength: 3, maxLength: 25 }), async (deeds) => {
        const page = watching()
        const wrong: unknown[] = []
        let draws = true
        const draw = (): void => void setTimeout(() => host.obey({ type: 'drawn' }))
        const host = createHost((notice) => {
          try {
            page.take(notice)
          } catch (error) {
            wrong.push(error)
          }
          if (notice.type === 'frame' && draws) draw()
        })
        let id = 0
        const obey = async (given: Wish): Promise<void> => {
          await wait(0)
          host.obey(['read', 'plan', 'ask', 'attend'].includes(given.type) ? ({ ...given, id: ++id } as Command) : (given as Command))
        }
        await obey({ type: 'read', data: sources[0] })
        await obey({ type: 'plan', fit: plainFit(fits[0]) })
        for (const { wish: given, rest, draws: next } of deeds) {
          draws = next
          await obey(given)
          await wait(rest)
        }
        // Then everybody comes to rest.
        draws = true
        await obey({ type: 'pause' })
        await obey({ type: 'drawn' })
        const until = performance.now() + 5000
        while (page.answered.size < id && performance.now() < until) await wait(1)
        await wait(5)
        expect(wrong).toEqual([])
        expect(page.answered.size).toBe(id)
        expect(unhandled).toEqual([])
        const reasons = [...page.answered.values()].flatMap((told) => (told.type === 'refused' ? [told.problem.text.en] : []))
        expect(reasons.filter((reason) => reason.includes('should not have'))).toEqual([])
        expect(page.frame?.isPlaying ?? false).toBe(false)

        // And the run can still be had, and taken wherever one likes.
        const asked = id
        await obey({ type: 'read', data: sources[0] })
        while (!page.answered.has(asked + 1)) await wait(1)
        await obey({ type: 'plan', fit: plainFit(fits[1]) })
        await obey({ type: 'seek', iteration: 7 })
        while (page.frame?.iteration !== 7 && performance.now() < until + 5000) await wait(1)
        expect((page.answered.get(asked + 1) as { value: TableView }).value.rows).toBe(5)
        expect((page.answered.get(asked + 2) as { value: PlanView }).value.iterations).toBe(20)
        expect([wrong, page.frame?.iteration, page.frame?.furthest]).toEqual([[], 7, 7])
        await obey({ type: 'read', data: sources[0] })
      }),
      { numRuns: Number(process.env.MONKEYS ?? 40) },
    )
  }, 120_000)

  it('shows that a run plays no more when other data are asked for, even if they cannot be read', async () => {
    const page = watching()
    const host = createHost((notice) => {
      page.take(notice)
      if (notice.type === 'frame') setTimeout(() => host.obey({ type: 'drawn' }))
    })
    host.obey({ type: 'read', id: 1, data: sources[0] })
    while (!page.answered.has(1)) await wait(0)
    host.obey({ type: 'plan', id: 2, fit: plainFit(fits[0]) })
    host.obey({ type: 'play', speed: 15 })
    while (!page.frame?.isPlaying) await wait(1)
    host.obey({ type: 'read', id: 3, data: sources[3] })
    while (!page.answered.has(3)) await wait(1)
    expect(page.answered.get(3)!.type).toBe('refused')
    await wait(20)
    expect(page.frame.isPlaying).toBe(false)
  })
})
