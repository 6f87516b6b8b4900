/** The talk's run: a line through five points, by 200 steps from (2, -1). */
import type { RunSummary } from '../summary.ts'
import { texText } from '../html/tex.ts'
import { descend, halfSquare, identity, withDummy } from './learn.ts'
import { measureRegression } from './measure.ts'

const height = [166, 176, 171, 173, 169]
const weight = [58.7, 75.7, 62.1, 70.4, 60.1]
const iterations = 200

export function talk(): RunSummary {
  const x = withDummy(height.map((value) => [value - 171]))
  const { weights: [[w0, w1]], loss } = descend(
    { x, yt: weight.map((value) => [value - 65.4]), activate: identity, loss: halfSquare }, [[2, -1]], 0.01, iterations)
  const model = (value: number) => w0 + w1 * (value - 171) + 65.4
  const yp = height.map(model)
  const line = Array.from({ length: 50 }, (_, i) => 165 + (i * 12) / 49)
  return {
    title: 'body.csv: weight',
    version: '0.1.0',
    date: '2026-11-24T02:30:00Z',
    data: {
      source: 'examples/body.csv',
      rows: { train: 5 },
      target: 'weight',
      taskReason: { en: '`weight` holds numbers', ja: '`weight` の値は数値です' },
      columns: [
        { name: 'height', role: 'input', type: 'integer', steps: [{ step: 'center', mean: 171 }] },
        { name: 'weight', role: 'target', type: 'number', steps: [{ step: 'center', mean: 65.4 }] },
      ],
    },
    model: {
      name: { en: 'Linear regression', ja: '線形回帰' },
      layers: [{ name: 'dense', inputs: '1', outputs: '1', parameters: 2 }],
      parameters: 2,
      formulas: [
        { tex: 'y_p = w_0 + w_1 x', caption: { en: 'The prediction: a straight line.', ja: '予測値は入力の一次式です。' } },
        {
          tex: String.raw`${texText('weight')} - 65.4 = ${w0.toFixed(4)} + ${w1.toFixed(4)}\,(${texText('height')} - 171)`,
          caption: { en: 'With the values that were learned.', ja: '学習で得られた値を入れた式です。' },
        },
      ],
      picture: {
        kind: 'curve', input: 'height', x: line, values: [line.map(model)],
        points: height.map((value, m) => ({ x: value, target: weight[m] })),
      },
    },
    loss: {
      name: { en: 'Half the mean square error', ja: '平均二乗誤差の 1/2' },
      formulas: [{
        tex: String.raw`L = \frac{1}{2M} \sum_{m=1}^{M} \left(y_p^{(m)} - y_t^{(m)}\right)^2`,
        caption: {
          en: 'The mean over all M rows of the squared error, halved so that its derivative is easy.',
          ja: '誤差の二乗を M 行すべてで平均し、微分したときに式が簡単になるよう 2 で割ります。',
        },
      }],
      history: { iteration: loss.map((_, k) => k), loss },
    },
    descent: {
      formulas: [{
        tex: String.raw`w \leftarrow w - \alpha \, \frac{x^{\mathsf{T}} (y_p - y_t)}{M}`,
        caption: {
          en: 'One step down: against the gradient, by the learning rate α.',
          ja: '勾配と逆の向きに、学習率 α に比例した分だけ動かします。',
        },
      }],
      settings: [
        { label: { en: 'Learning rate α', ja: '学習率 α' }, value: 0.01, given: true },
        { label: { en: 'Iterations', ja: '反復回数' }, value: iterations, given: true },
        { label: { en: 'First weights', ja: '重みの初期値' }, value: '2, -1', given: true },
        {
          label: { en: 'Batch', ja: 'バッチ' }, value: 'full', given: false,
          reason: { en: '5 rows fit into one step', ja: '5 行なら一度に計算できます' },
        },
      ],
      iterations,
      outcome: { kind: 'finished' },
    },
    result: {
      task: 'regression',
      metrics: { train: measureRegression(weight, yp) },
      baseline: { rmse: Math.sqrt(measureRegression(weight, weight.map(() => 65.4)).mse ?? 0), mae: 6.12 },
      predictions: { train: { yt: weight, yp } },
    },
    weights: {
      rows: [{ name: 'height', scaled: [w1], original: [w1] }],
      bias: { scaled: [w0], original: [w0 + 65.4 - w1 * 171] },
    },
    warnings: [{
      en: 'Five rows are enough to see how learning works, not to trust the model.',
      ja: '5 行は学習のしくみを知るには十分ですが、モデルを信頼するには足りません。',
    }],
    commands: [
      {
        command: 'kudari predict runs/talk new.csv --out predicted.csv',
        about: { en: 'Predict for new rows.', ja: '新しいデータで予測します。' },
      },
      {
        command: 'kudari explain examples/body.csv --target weight --center --init 2,-1 --step 0',
        about: { en: 'See one step with all its numbers.', ja: '1 回分の計算を、すべての数値とともに見ます。' },
      },
    ],
  }
}
