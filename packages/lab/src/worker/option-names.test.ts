/// <reference types="node" />
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { beyondPage, inWordsOfPage, optionNames } from './option-names.ts'
import { hosted } from './testing/hosted.ts'

const packages = fileURLToPath(new URL('../../../', import.meta.url))

/** Options that are named in what the library and the readers say; those of which the name is filled in are named where they are thrown. */
const named = globSync(['kudari/src/**/messages.ts', 'kudari/src/fit/model-choice.ts', 'readers/src/**/messages.ts'], { cwd: packages }).flatMap((file) => {
  const source = readFileSync(`${packages}${file}`, 'utf8')
  const written = [...source.matchAll(/--([a-z][a-z0-9-]*)/g)].map(([, name]) => name)
  const filledIn = [...source.matchAll(/for \(const option of \[(.+?)\]|optionNames = \{(.+?)\}/g)].flatMap(([, list, table]) =>
    [...(list ?? table).matchAll(/'([a-z-]+)'/g)].map(([, name]) => name))
  return [...written, ...filledIn]
})

describe('the names of options', () => {
  it('are there for every option that the library names', () => {
    expect(new Set(named).size).toBeGreaterThan(18)
    expect(named).toEqual(expect.arrayContaining(['lr', 'dropout', 'class-weights', 'labels', 'delta']))
    expect(named.filter((name) => !Object.hasOwn(optionNames, name))).toEqual([])
    for (const [, { name }] of Object.entries(optionNames)) for (const language of ['en', 'ja'] as const) expect(name[language]()).not.toBe('')
  })

  it.each([
    ['Try --lr 0.05, or --scale standard: why.', 'Try “Learning rate α: 0.05”, or “Scaling: standard”: why.'],
    ['Try --lr 1e-7.', 'Try “Learning rate α: 1e-7”.'],
    ['too large (--batch), or float32', 'too large (“Batch (rows in a step)”), or float32'],
    ['--augment moves pixels; --step N opens it', 'data augmentation moves pixels; “Open the box” opens it'],
    ['(--init he or glorot)', '(“Initial weights: He” or “Glorot”)'],
    ['--dropout is for --model mlp:... and cnn; it', '“Dropout” is for “Model: neural network” and “CNN”; it'],
    ['--model mlp:8,4 needs', '“Model: mlp:8,4” needs'],
    ['--model of that kind; --validation-data and --no-such remain', '“Model” of that kind; --validation-data and --no-such remain'],
    ['columns of pixels (--image 28x28)', 'columns of pixels (the command’s --image 28x28)'],
    ['nothing -- at all', 'nothing -- at all'],
  ])('%s', (text, expected) => expect(inWordsOfPage(text, 'en')).toBe(expected))

  it.each([
    ['それでも分けるには --validation 0.2 を指定してください', 'それでも分けるには「検証の割合: 0.2」を指定してください'],
    ['別のモデルか --task を指定してください', '別のモデルか予測する列を指定してください'],
    ['隠れ層のある --model mlp:... と cnn で使います', '隠れ層のある「モデル: ニューラルネットワーク」と「CNN」で使います'],
    ['--scale pixels か none とし、--center は外して', '「尺度: ピクセル」か「なし」とし、「尺度: 中心化」は外して'],
    ['列がピクセルなら --image 28x28 のように', '列がピクセルならコマンドの --image 28x28 のように'],
  ])('%s', (text, expected) => expect(inWordsOfPage(text, 'ja')).toBe(expected))

  it('leave out advice that the page has no control for, which is still given', () => {
    const source = readFileSync(`${packages}kudari/src/data/pipeline/messages.ts`, 'utf8').replaceAll(/` \+\n\s*`/g, '')
    for (const advice of [...Object.keys(beyondPage.en), ...Object.keys(beyondPage.ja)]) expect(source).toContain(advice)
    expect(inWordsOfPage('take it off the list of features, or give it the type category', 'en')).toBe('take it off the list of features')
  })

  it('stand in what goes wrong, and in reasons', async () => {
    const host = hosted()
    await host.read({ kind: 'sample', name: 'body' })
    await expect(host.plan({ target: 'weight', model: 'logistic' })).rejects.toThrow(
      '“Model: logistic regression” needs a target that holds two classes, but `weight` holds numbers to predict; choose another model or column to predict',
    )
    const { choices } = await host.plan({ target: 'weight' })
    const texts = choices.flatMap(({ text }) => [text.en, text.ja])
    expect(texts.filter((text) => text.includes('--'))).toEqual([])
    expect(texts).toContain('検証: なし。5 行では少なすぎて検証用に分けられません（30 行未満）。それでも分けるには「検証の割合: 0.2」を指定してください')
  })
})
