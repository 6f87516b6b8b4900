/** Regressions of two and more inputs with Japanese names: one that goes well, and one that diverges. */
import { generator } from 'kudari'
import type { RunSummary } from '../summary.ts'
import { texText } from '../html/tex.ts'
import { descend, halfSquare, identity, predict, standardize, withDummy } from './learn.ts'
import { measureRegression } from './measure.ts'
import { talk } from './talk.ts'

const inputs = ['気温', '駅からの距離'] as const
const target = '売上'
const iterations = 300
const gridSize = 40

/** Sales by temperature and distance: a rule with noise, learned on three rows of four. */
export function sales(): RunSummary {
  const random = generator(3)
  const all = Array.from({ length: 120 }, () => {
    const temperature = 2 + 30 * random.uniform()
    const distance = 50 + 900 * random.uniform()
    return { inputs: [temperature, distance], yt: 40000 + 5200 * temperature - 60 * distance + 14000 * random.normal() }
  })
  const { rows, mean, std } = standardize(all.map((row) => row.inputs))
  const x = withDummy(rows)
  const train = all.flatMap((_, m) => (m % 4 === 0 ? [] : [m]))
  const validation = all.flatMap((_, m) => (m % 4 === 0 ? [m] : []))
  const pick = (of: readonly number[]) => ({ x: of.map((m) => x[m]), yt: of.map((m) => [all[m].yt]) })
  const learned = descend(
    { ...pick(train), activate: identity, loss: halfSquare, validation: pick(validation) }, [[0, 0, 0]], 0.02, iterations)
  const [w] = learned.weights
  const answers = (of: readonly number[]) => ({
    yt: of.map((m) => all[m].yt), yp: predict(of.map((m) => x[m]), learned.weights, identity).map(([yp]) => yp),
  })
  const answer = { train: answers(train), validation: answers(validation) }
  const centre = answer.train.yt.reduce((sum, value) => sum + value, 0) / train.length
  const naive = measureRegression(answer.validation.yt, answer.validation.yt.map(() => centre))
  const range: readonly [readonly [number, number], readonly [number, number]] = [[0, 34], [0, 1000]]
  const at = (d: 0 | 1, i: number) => range[d][0] + ((i + 0.5) / gridSize) * (range[d][1] - range[d][0])
  const ground = Array.from({ length: gridSize ** 2 }, (_, i) =>
    w[0] + (w[1] * (at(0, i % gridSize) - mean[0])) / std[0] + (w[2] * (at(1, Math.floor(i / gridSize)) - mean[1])) / std[1])
  const base = talk()
  return {
    ...base,
    title: '店舗売上.csv：売上',
    data: {
      source: '店舗売上.csv', rows: { train: train.length, validation: validation.length }, target,
      split: { en: 'a quarter of the rows, drawn with seed 0', ja: '全体の 1/4 をシード 0 で無作為に抽出' },
      taskReason: { en: '“売上” holds 120 different numbers', ja: '「売上」は 120 通りの数値をとります' },
      columns: [
        ...inputs.map((name, d) => ({
          name, role: 'input' as const, type: 'number' as const,
          steps: [{ step: 'standardize' as const, mean: mean[d], std: std[d] }],
        })),
        { name: '天気', role: 'input', type: 'category', steps: [
          { step: 'impute', method: 'most-frequent', value: '晴れ', missing: 3 },
          { step: 'one-hot', categories: ['くもり', '晴れ', '雨', '雪'] },
        ] },
        { name: target, role: 'target', type: 'number', steps: [] },
        { name: '備考', role: 'dropped', type: 'text', steps: [{
          step: 'drop', reason: { en: 'free text cannot be used yet', ja: '自由記述の文章はまだ扱えないため' },
        }] },
      ],
    },
    model: {
      ...base.model,
      layers: [{ name: 'dense', inputs: '2', outputs: '1', parameters: 3 }], parameters: 3,
      formulas: [{
        tex: String.raw`${texText(target)} = w_0 + w_1\,${texText(inputs[0])} + w_2\,${texText(inputs[1])}`,
        caption: { en: 'The prediction, for scaled inputs.', ja: '予測の式です（入力は標準化した値）。' },
      }],
      picture: {
        kind: 'plane', inputs, x: range[0], y: range[1], columns: gridSize, rows: gridSize, values: [ground],
        points: all.map((row) => ({ x: row.inputs[0], y: row.inputs[1], target: row.yt })),
      },
    },
    loss: {
      ...base.loss,
      history: {
        iteration: learned.loss.map((_, k) => k), loss: learned.loss, validationLoss: learned.validationLoss,
      },
    },
    descent: { ...base.descent, iterations },
    result: {
      task: 'regression',
      metrics: {
        train: measureRegression(answer.train.yt, answer.train.yp),
        validation: measureRegression(answer.validation.yt, answer.validation.yp),
      },
      baseline: { rmse: naive.rmse ?? 0, mae: naive.mae ?? 0 },
      predictions: answer,
    },
    weights: {
      rows: inputs.map((name, d) => ({ name, scaled: [w[d + 1]], original: [w[d + 1] / std[d]] })),
      bias: { scaled: [w[0]], original: [w[0] - (w[1] * mean[0]) / std[0] - (w[2] * mean[1]) / std[1]] },
    },
    warnings: [],
  }
}

/** The talk's run with a learning rate that is too large: the loss grows until it is no number any more. */
export function diverged(): RunSummary {
  const base = talk()
  const { loss } = descend(
    { x: withDummy([[-5], [5], [0], [2], [-2]]), yt: [[-6.7], [10.3], [-3.3], [5], [-5.3]], activate: identity, loss: halfSquare },
    [[2, -1]], 0.2, 700)
  const finite = loss.map((value) => (Number.isFinite(value) ? value : null))
  const nothing = { mse: null, rmse: null, mae: null, r2: null }
  return {
    ...base,
    title: 'body.csv: weight',
    model: { ...base.model, formulas: base.model.formulas.slice(0, 1), picture: undefined },
    loss: { ...base.loss, history: { iteration: loss.map((_, k) => k), loss: finite } },
    descent: {
      ...base.descent, iterations: 42,
      outcome: {
        kind: 'diverged', iteration: 42, diagnosis: {
          en: 'The learning rate 0.2 is too large for the curvature of this loss, 11.6: above 2 / 11.6 = 0.17 each step '
            + 'overshoots the valley by more than it went down. Try --lr 0.05, or --scale standard.',
          ja: '学習率 0.2 が、この損失の曲率 11.6 に対して大きすぎます。2 / 11.6 = 0.17 を超えると、一歩ごとに谷底を'
            + '通り越し、かえって高い所へ出てしまいます。--lr 0.05 または --scale standard を試してください。',
        },
      },
    },
    result: { task: 'regression', metrics: { train: nothing }, predictions: { train: { yt: [], yp: [] } } },
    weights: undefined,
    warnings: [],
  }
}
