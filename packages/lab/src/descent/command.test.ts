/// <reference types="node" />
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FitOptions } from 'kudari'
import { describe, expect, it } from 'vitest'
import { readProblem } from '../../../cli/src/learning/problem.ts'
import { commands } from '../../../cli/src/options/commands.ts'
import { parse } from '../../../cli/src/options/parse.ts'
import type { Io } from '../../../cli/src/io.ts'
import { samples } from '../samples/samples.ts'
import { commandOf, grouped, shellText } from './command.ts'

/** The examples are where the command is run. */
const cwd = fileURLToPath(new URL('../../../../examples', import.meta.url))

/** What a shell makes of a command. */
const inShell = (text: string): string[] => execFileSync('sh', ['-c', `printf '%s\\n' ${text}`], { encoding: 'utf8' }).trimEnd().split('\n')

/** What `kudari train` would learn, and how. */
async function understood(text: string): Promise<FitOptions> {
  const [, , ...rest] = inShell(text)
  const parsed = parse('train', rest)
  const problem = await readProblem({ cwd } as Io, 'train', parsed.arguments[0], parsed.options as Parameters<typeof readProblem>[3])
  return problem.fit
}

const body = { kind: 'sample', name: 'body' } as const
const textOf = (fit: FitOptions): string => shellText(commandOf({ data: body, fit }).words)

describe('commandOf', () => {
  it('writes the talk as the talk is written', () => {
    expect(textOf(samples.body.fit)).toBe('kudari train body.csv --target weight --center --init 2,-1 --lr 0.01 --iterations 200')
  })

  const fits: readonly FitOptions[] = [
    samples.body.fit,
    { target: 'weight', initial: [-1, 0.5] },
    {
      target: 'weight', features: ['height'], task: 'regression', scale: 'minmax', impute: 'mean', validation: 0.2, model: 'mlp:8,4', activation: 'tanh', dropout: 0.1,
      initial: 'normal:0.1', loss: 'huber', delta: 2, dtype: 'float64', optimizer: 'adam', optimizerSettings: { betas: [0.8, 0.99], epsilon: 1e-7, weightDecay: 0.01 },
      penalty: { l1: 0.001, l2: 0.01 }, clip: { value: 5, norm: 1 }, learningRate: 'find', schedule: { type: 'cosine', warmup: 2 }, epochs: 30, batch: 2, patience: 4, shuffle: false, seed: 7,
    },
    { target: 'weight', optimizer: 'nesterov', optimizerSettings: { momentum: 0.8 }, batch: 'full', learningRate: 1e-7, iterations: 3 },
    { target: 'weight', optimizer: 'rmsprop', optimizerSettings: { smoothing: 0.9 }, augment: { shift: 2, flip: true } },
    { target: 'weight', model: 'logistic', classWeights: 'balanced', labelSmoothing: 0.1 },
    { target: 'weight', model: 'softmax', classWeights: [1, 2, 3] },
  ]
  it.each(fits)('is understood by the command as the Lab understands it: %j', async (fit) => {
    expect(await understood(textOf(fit))).toEqual(fit)
  })

  it('names no option that the command does not have', () => {
    const words = fits.flatMap((fit) => commandOf({ data: body, fit }).words.filter((word) => word.startsWith('--')))
    for (const word of words) expect(Object.keys(commands.train.options)).toContain(word.slice(2))
  })

  it('tells what has to be in a file, and what cannot be said', () => {
    const model = { layers: [{ type: 'dense' }], loss: 'mean-square' } as const
    expect(commandOf({ data: body, fit: { target: 'weight', model } })).toEqual({
      words: ['kudari', 'train', 'body.csv', '--target', 'weight', '--model', 'model.json'], specification: { file: 'model.json', model }, unsaid: [],
    })
    expect(commandOf({ data: body, fit: { target: 'weight', optimizer: { type: 'adam', amsgrad: true } } })).toMatchObject({ unsaid: ['optimizer'] })
    expect(commandOf({ data: body, fit: { target: 'weight', optimizer: { type: 'sgd', momentum: 0.9, nesterov: true } } })).toMatchObject({ unsaid: [] })
    expect(textOf({ target: 'weight', optimizer: { type: 'sgd', momentum: 0.9, nesterov: true } })).toContain('--optimizer nesterov --momentum 0.9')
  })

  it('names files and how they are read', () => {
    const file = (name: string, webkitRelativePath = ''): File => Object.assign(new File([], name), { webkitRelativePath })
    const text = (files: readonly File[], reading: object, target: string): string => shellText(commandOf({ data: { kind: 'files', files, reading }, fit: { target } }).words)
    expect(text([file('train-labels-idx1-ubyte'), file('train-images-idx3-ubyte')], {}, 'label'))
      .toBe('kudari train train-images-idx3-ubyte --labels train-labels-idx1-ubyte --target label')
    expect(text([file('a b.tsv')], { encoding: 'shift_jis', delimiter: '\t' }, 'y')).toBe("kudari train 'a b.tsv' --encoding shift_jis --delimiter tab --target y")
    expect(text([file('1.png', 'pets/cat/1.png'), file('2.png', 'pets/dog/2.png')], {}, 'label')).toBe('kudari train pets --target label')
    expect(commandOf({ data: { kind: 'made', made: { shape: 'moons', rows: 100, noise: 0.1, seed: 0 } }, fit: { target: 'class' } }).words[2]).toBe('moons.csv')
  })
})

describe('shellText', () => {
  it('is read back by a shell, whatever columns are called', () => {
    const words = ['体重', "it's", 'a b', '$HOME', '"x"', 'a\\,b', '-1,2', '*']
    expect(inShell(shellText(words))).toEqual(words)
    expect(shellText(['体重', 'a=1'])).toBe('体重 a=1')
  })
})

describe('grouped', () => {
  it('keeps every option with its value, and all words in their order', () => {
    const { words } = commandOf({ data: body, fit: samples.body.fit })
    expect(grouped(words).map((group) => group.join(' '))).toEqual(['kudari train body.csv', '--target weight', '--center', '--init 2,-1', '--lr 0.01', '--iterations 200'])
    expect(grouped(words).flat()).toEqual(words)
  })
})
