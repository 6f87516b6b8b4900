/** Classifiers of two inputs: clouds of points around known centres, told apart by softmax regression. */
import { generator } from 'kudari'
import type { RunSummary } from '../summary.ts'
import { texText } from '../html/tex.ts'
import { crossEntropy, descend, oneHot, predict, softmax, standardize, withDummy } from './learn.ts'
import { measureClassification } from './measure.ts'

export interface Cloud {
  readonly name: string
  readonly centre: readonly [number, number]
}

const rowsOfEach = 60
const iterations = 400
const alpha = 0.5
const gridSize = 60

/** A run on clouds, a third of the rows held out; names of columns and classes as given. */
export function cloudsRun(title: string, inputs: readonly [string, string], target: string, clouds: readonly Cloud[]): RunSummary {
  const random = generator(7)
  const all = clouds.flatMap(({ centre }, k) => Array.from({ length: rowsOfEach }, (_, i) => ({
    point: [centre[0] + random.normal(), centre[1] + 0.8 * random.normal()], target: k, held: i % 3 === 0,
  })))
  const { rows, mean, std } = standardize(all.map(({ point }) => point))
  const x = withDummy(rows)
  const train = all.flatMap(({ held }, m) => (held ? [] : [m]))
  const validation = all.flatMap(({ held }, m) => (held ? [m] : []))
  const pick = (rowsOf: readonly number[]) => ({
    x: rowsOf.map((m) => x[m]), yt: rowsOf.map((m) => oneHot(all[m].target, clouds.length)),
  })
  const learned = descend(
    { ...pick(train), activate: softmax, loss: crossEntropy, validation: pick(validation) },
    clouds.map(() => [0, 0, 0]), alpha, iterations)
  const classes = clouds.map(({ name }) => name)
  // With two classes the difference of their weights is the weight of the second: logistic regression.
  const outputs = classes.length === 2
    ? [learned.weights[1].map((w, d) => w - learned.weights[0][d])]
    : learned.weights
  const answers = (rowsOf: readonly number[]) => ({
    yt: rowsOf.map((m) => all[m].target),
    probability: predict(rowsOf.map((m) => x[m]), learned.weights, softmax),
  })
  const answer = { train: answers(train), validation: answers(validation) }
  const range = (d: number): readonly [number, number] => {
    const values = all.map(({ point }) => point[d])
    return [Math.min(...values) - 0.5, Math.max(...values) + 0.5]
  }
  const [rangeX, rangeY] = [range(0), range(1)]
  const at = ([low, high]: readonly [number, number], i: number) => low + ((i + 0.5) / gridSize) * (high - low)
  const grid = predict(
    withDummy(Array.from({ length: gridSize ** 2 }, (_, i) => [
      (at(rangeX, i % gridSize) - mean[0]) / std[0], (at(rangeY, Math.floor(i / gridSize)) - mean[1]) / std[1],
    ])), learned.weights, softmax)
  const measure = (part: { yt: number[]; probability: readonly (readonly number[])[] }) =>
    measureClassification(classes.length, part.yt, part.probability)
  const best = learned.validationLoss.indexOf(Math.min(...learned.validationLoss))
  const two = classes.length === 2
  return {
    title, version: '0.1.0', date: '2026-11-24T02:30:00Z',
    data: {
      source: 'clouds.csv', rows: { train: train.length, validation: validation.length }, target,
      split: { en: 'every third row held out', ja: '3 行に 1 行を検証用に取り分け' },
      taskReason: { en: `the target holds ${classes.length} texts`, ja: `目的変数の値は ${classes.length} 種類の文字列です` },
      columns: [
        ...inputs.map((name, d) => ({
          name, role: 'input' as const, type: 'number' as const,
          steps: [
            ...(d === 1 ? [{ step: 'impute' as const, method: 'median' as const, value: 3.2, missing: 4 }] : []),
            { step: 'standardize' as const, mean: mean[d], std: std[d] },
          ],
        })),
        { name: target, role: 'target', type: 'category', steps: [] },
        { name: 'id', role: 'dropped', type: 'text', steps: [{
          step: 'drop', reason: { en: 'every value is different', ja: '値がすべて異なるため' },
        }] },
      ],
    },
    model: {
      name: two ? { en: 'Logistic regression', ja: 'ロジスティック回帰' } : { en: 'Softmax regression', ja: 'ソフトマックス回帰' },
      reason: two ? { en: 'The target has two classes.', ja: '目的変数が 2 クラスだからです。' }
        : { en: 'The target has more than two classes.', ja: '目的変数が 3 クラス以上だからです。' },
      layers: [{ name: 'dense', inputs: '2', outputs: `${outputs.length}`, parameters: 3 * outputs.length, activation: two ? 'sigmoid' : 'softmax' }],
      parameters: 3 * outputs.length,
      formulas: [
        {
          tex: two
            ? String.raw`\begin{aligned} u &= w_0 + w_1 x_1 + w_2 x_2 \\ y_p &= \frac{1}{1 + e^{-u}} \end{aligned}`
            : String.raw`\begin{aligned} u_k &= w_{0k} + w_{1k} x_1 + w_{2k} x_2 \\ y_{p,k} &= \frac{e^{u_k}}{\sum_j e^{u_j}} \end{aligned}`,
          caption: { en: 'A weighted sum, made into a probability.', ja: '重みつきの和を確率に変えます。' },
        },
        {
          tex: String.raw`x_1 = ${texText(inputs[0])}, \quad x_2 = ${texText(inputs[1])}`,
          caption: { en: 'The inputs, after scaling.', ja: '入力（尺度をそろえた後）です。' },
        },
      ],
      picture: {
        kind: 'plane', inputs, x: rangeX, y: rangeY, columns: gridSize, rows: gridSize,
        values: two ? [grid.map((p) => p[1])] : classes.map((_, k) => grid.map((p) => p[k])),
        points: all.map(({ point: [px, py], target: k }) => ({ x: px, y: py, target: k })),
      },
    },
    loss: {
      name: { en: 'Cross-entropy', ja: '交差エントロピー' },
      formulas: [{
        tex: String.raw`L = -\frac{1}{M} \sum_{m=1}^{M} \sum_k y_{t,k}^{(m)} \log y_{p,k}^{(m)}`,
        caption: {
          en: 'The more probable the model thinks the true class, the smaller.',
          ja: 'モデルが正解のクラスに高い確率を与えるほど小さくなります。',
        },
      }],
      history: {
        iteration: learned.loss.map((_, k) => k), loss: learned.loss, validationLoss: learned.validationLoss,
      },
    },
    descent: {
      formulas: [{
        tex: String.raw`w \leftarrow w - \alpha \, \frac{x^{\mathsf{T}} (y_p - y_t)}{M}`,
        caption: { en: 'The same step as in linear regression.', ja: '線形回帰とまったく同じ更新式です。' },
      }],
      settings: [
        {
          label: { en: 'Learning rate α', ja: '学習率 α' }, value: alpha, given: false,
          reason: { en: 'safe for standardised inputs', ja: '標準化した入力に対して安全な値です' },
        },
        { label: { en: 'Seed', ja: '乱数シード' }, value: 7, given: true },
      ],
      iterations,
      outcome: { kind: 'stopped-early', iteration: iterations - 1, best },
    },
    result: {
      task: 'classification', classes,
      metrics: { train: measure(answer.train), validation: measure(answer.validation) },
      baseline: { accuracy: 1 / classes.length, class: classes[0] },
      predictions: answer,
    },
    weights: {
      rows: inputs.map((name, d) => ({
        name, scaled: outputs.map((w) => w[d + 1]), original: outputs.map((w) => w[d + 1] / std[d]),
      })),
      bias: {
        scaled: outputs.map((w) => w[0]),
        original: outputs.map((w) => w[0] - (w[1] * mean[0]) / std[0] - (w[2] * mean[1]) / std[1]),
      },
    },
    warnings: [],
    commands: [{
      command: 'kudari evaluate runs/clouds-1 other.csv',
      about: { en: 'Measure the model on other rows.', ja: '別のデータで成績を測ります。' },
    }],
  }
}

export const twoClasses = (): RunSummary =>
  cloudsRun('アイスの売れ行き', ['気温', '湿度'], '売れ行き', [
    { name: '少ない', centre: [-1.2, 2] },
    { name: '多い', centre: [1.4, 3.4] },
  ])

export const threeClasses = (): RunSummary =>
  cloudsRun('flowers.csv: species', ['petal length', 'petal width'], 'species', [
    { name: 'setosa', centre: [-2, 0] },
    { name: 'versicolor', centre: [1, 2.5] },
    { name: 'virginica', centre: [3, 0] },
  ])

const nasty = '<script>alert(1)</script>'

/** Names that try to leave their place. */
export const nastyNames = (): RunSummary =>
  cloudsRun(`${nasty} & "title" </style>`, [`${nasty}\n'"&`, `</title></svg>${'とても長い列の名前'.repeat(30)}`], 'שלום \u202Eabc', [
    { name: nasty, centre: [-1, 0] },
    { name: '😀 " onload="x', centre: [2, 2] },
    { name: '\\$%#_^~{}\u0000', centre: [2, -2] },
    { name: '', centre: [-2, 3] },
  ])
