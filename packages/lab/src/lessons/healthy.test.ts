/** Runs in which nothing goes wrong: no lesson cries wolf, at any moment. */
import { describe, expect, it } from 'vitest'
import type { Setup } from '../session/session.ts'
import type { MadeShape } from '../samples/made.ts'
import { samples } from '../samples/samples.ts'
import type { LessonKind } from '../worker/lessons/lesson.ts'
import { drive } from './testing/drive.ts'

const MOMENTS = [1, 5, 20, 50, 100, 200, 500, 1000]

/** What is told at some moments of a run and at its end. */
async function told(setup: Setup): Promise<LessonKind[]> {
  const { lessons, loss } = await drive(setup)
  const found = new Set(lessons.map(({ kind }) => kind))
  for (const at of MOMENTS.filter((each) => each < loss.length)) for (const { kind } of (await drive(setup, at)).lessons) found.add(kind)
  return [...found]
}

const sample = (name: keyof typeof samples) => ({ kind: 'sample', name } as const)
const made = (shape: MadeShape) => ({ kind: 'made', made: { shape, rows: 200, noise: 0.1, seed: 1 } } as const)
const deep = (shape: MadeShape, fit: Partial<Setup['fit']> = {}): Setup =>
  ({ data: made(shape), fit: { target: shape === 'curve' ? 'y' : 'class', model: 'mlp:8,8', iterations: 2000, ...fit } })

const runs: Readonly<Record<string, Setup>> = {
  'the talk': { data: sample('body'), fit: samples.body.fit },
  'sales': { data: sample('sales'), fit: samples.sales.fit },
  'sales, by momentum': { data: sample('sales'), fit: { target: 'sales', optimizer: 'momentum' } },
  'sales, by a network': { data: sample('sales'), fit: { target: 'sales', model: 'mlp:16,16', iterations: 1500 } },
  'orientation': { data: sample('orientation'), fit: { target: 'orientation', iterations: 2000 } },
  'a line': { data: made('line'), fit: { target: 'y' } },
  'clouds': { data: made('blobs'), fit: { target: 'class' } },
  'moons, by a straight border that is good enough': { data: made('moons'), fit: { target: 'class' } },
  'moons': deep('moons'),
  'moons, by noisy mini-batches': deep('moons', { batch: 10, learningRate: 0.01 }),
  'moons, with units dropped': deep('moons', { model: 'mlp:16,16', dropout: 0.5, batch: 16 }),
  'moons, by plain descent and tanh': deep('moons', { model: 'mlp:8', activation: 'tanh', optimizer: 'gradient-descent' }),
  'circles': deep('circles'),
  'exclusive or, stopped early': deep('xor', { patience: 100 }),
  'a curve': deep('curve'),
}

describe('runs in which nothing goes wrong', () => {
  it.each(Object.entries(runs))('%s', async (_name, setup) => {
    expect(await told(setup)).toEqual([])
  })
})

describe('runs in which something does, though nobody set it up', () => {
  it('tells of a straight border on exclusive or, and on a spiral', async () => {
    const spiral = { kind: 'made', made: { shape: 'spiral', rows: 200, noise: 0.02, seed: 1 } } as const
    expect(await told({ data: made('xor'), fit: { target: 'class' } })).toEqual(['tooSimple'])
    expect(await told({ data: spiral, fit: { target: 'class', iterations: 300 } })).toEqual(['tooSimple'])
  })
  it('tells of rows that are known far better than those held out, though the loss of these does not rise', async () => {
    const data = { kind: 'made', made: { shape: 'curve', rows: 30, noise: 0.3, seed: 3 } } as const
    const { lessons: [lesson] } = await drive({ data, fit: { target: 'y', model: 'mlp:64,64', validation: 1 / 3, learningRate: 0.01, iterations: 1000 } })
    if (lesson.kind !== 'memorised') throw new Error(lesson.kind)
    expect(lesson.validation / lesson.train).toBeGreaterThan(2)
  })
  it('tells of heights that are neither centred nor scaled', async () => {
    const { lessons: [lesson] } = await drive({ data: sample('body'), fit: { target: 'weight', scale: 'none', iterations: 100 } })
    // The least squares of the talk's five points: the loss of its line is 2.27.
    expect(lesson).toMatchObject({ kind: 'unscaled', after: expect.closeTo(2.2695, 3) })
  })
})
