/** Ready-made setups that each go wrong on purpose, for a lecture: one lesson each. */
import { type FitOptions, generator } from 'kudari'
import type { Setup } from '../session/session.ts'
import type { LessonKind } from '../worker/lessons/lesson.ts'
import type { DataSource } from '../worker/data-source.ts'
import type { MadeShape } from '../samples/made.ts'

export interface Demonstration {
  /** What it is made for. */
  readonly kind: LessonKind
  readonly setup: Setup
}

const talk: DataSource = { kind: 'sample', name: 'body' }
const talkFit: FitOptions = { target: 'weight', center: true, initial: [2, -1], iterations: 200 }

const made = (shape: MadeShape, rows: number, noise: number, seed = 1): DataSource => ({ kind: 'made', made: { shape, rows, noise, seed } })

/** A table that was made up, as a file. */
const fileOf = (name: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): DataSource =>
  ({ kind: 'files', files: [new File([[columns, ...rows].map((cells) => cells.join(',')).join('\n')], name, { type: 'text/csv' })], reading: {} })

const PEOPLE = 60

/** People with their height in millimetres and their age in years; heavier where taller, and a little where older. */
function people(): DataSource {
  const random = generator(3)
  const rows = Array.from({ length: PEOPLE }, () => {
    const [height, age] = [Math.round(1680 + 90 * random.normal()), Math.round(20 + 40 * random.uniform())]
    return [height, age, (62 + 0.08 * (height - 1680) + 0.3 * (age - 40) + 4 * random.normal()).toFixed(1)]
  })
  return fileOf('people.csv', ['height_mm', 'age', 'weight'], rows)
}

const PASSENGERS = 120

/** Passengers of a ship: the number of a lifeboat is known only of those who got into one. */
function passengers(): DataSource {
  const random = generator(4)
  const rows = Array.from({ length: PASSENGERS }, () => {
    const [age, deck] = [Math.round(5 + 60 * random.uniform()), 1 + Math.floor(3 * random.uniform())]
    const isSaved = random.uniform() < 0.75 - 0.15 * deck
    return [age, deck, isSaved ? 1 + Math.floor(8 * random.uniform()) : '', isSaved ? 'yes' : 'no']
  })
  return fileOf('passengers.csv', ['age', 'deck', 'lifeboat', 'saved'], rows)
}

/** A cloud of many points, and one of few that overlaps it. */
function rarePoints(): DataSource {
  const random = generator(5)
  const cloud = (count: number, at: number, label: number) =>
    Array.from({ length: count }, () => [at + random.normal(), at + random.normal(), label] as const)
  return { kind: 'drawn', drawn: { task: 'classification', points: [...cloud(150, 0, 0), ...cloud(10, 0.5, 1)] } }
}

const moons = made('moons', 200, 0.15)
const deep = { target: 'class', model: 'mlp:8,8,8,8,8,8' } as const

const demonstration = (kind: LessonKind, data: DataSource, fit: FitOptions): Demonstration => ({ kind, setup: { data, fit } })

export const demonstrations: readonly Demonstration[] = [
  demonstration('tooLarge', talk, { ...talkFit, learningRate: 0.2 }),
  demonstration('tooSmall', talk, { ...talkFit, learningRate: 0.0001 }),
  demonstration('tooSmallSteps', moons, { target: 'class', model: 'mlp:8', learningRate: 1e-6, batch: 'full', iterations: 500 }),
  demonstration('unscaled', people(), { target: 'weight', scale: 'none', initial: 'zeros', iterations: 500 }),
  demonstration('alike', moons, { target: 'class', model: 'mlp:8', activation: 'tanh', initial: 'constant:0.5', learningRate: 0.01, iterations: 600 }),
  demonstration('vanishing', moons, { ...deep, activation: 'sigmoid', optimizer: 'gradient-descent', learningRate: 0.1, iterations: 1000 }),
  demonstration('exploding', moons, { ...deep, activation: 'relu', initial: 'normal:4', learningRate: 0.0001, iterations: 300 }),
  demonstration('dead', made('moons', 200, 0.1), { target: 'class', model: 'mlp:8,8', learningRate: 1, iterations: 500 }),
  demonstration('saturated', moons, { target: 'class', model: 'mlp:8,8', activation: 'tanh', initial: 'normal:10', learningRate: 0.01, iterations: 300 }),
  demonstration('overfitting', made('curve', 30, 0.5, 2), { target: 'y', model: 'mlp:64,64', validation: 1 / 3, learningRate: 0.01, iterations: 1000 }),
  demonstration('penalised', moons, { target: 'class', model: 'mlp:16', penalty: { l2: 1 }, learningRate: 0.01, batch: 'full', iterations: 500 }),
  demonstration('tooSimple', made('circles', 200, 0.1), { target: 'class', model: 'logistic', iterations: 300 }),
  demonstration('neverPredicted', rarePoints(), { target: 'class', iterations: 300 }),
  demonstration('leak', passengers(), { target: 'saved', iterations: 300 }),
  demonstration('fewRows', made('moons', 40, 0.3), { target: 'class', model: 'mlp:32', validation: 0, learningRate: 0.01, iterations: 500 }),
]
