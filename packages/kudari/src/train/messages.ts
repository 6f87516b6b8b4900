/** What training says: wrong settings, and in words why a run diverged and what to do about it. */
import { formatNumber } from '../messages/numbers.ts'

interface DivergenceValues {
  readonly iteration: number
  readonly loss: number
  readonly firstLoss: number
  readonly learningRate: number
  readonly limit: number
  readonly suggestion: number
  readonly columns: readonly { readonly name: string; readonly meanSquare: number }[]
}

const columnList = (columns: DivergenceValues['columns'], separator: string): string =>
  columns.map(({ name, meanSquare }) => `${name} (${formatNumber(meanSquare, 3)})`).join(separator)

export const trainMessages = {
  badOption: {
    en: (v: { option: string; expected: string; found: string }) =>
      `train: ${v.option} must be ${v.expected}, but is ${v.found}`,
    ja: (v: { option: string; expected: string; found: string }) =>
      `train: ${v.option} には ${v.expected} を指定してください（指定された値: ${v.found}）`,
  },
  notFinite: {
    en: (v: { what: string; row: number; column: string; value: string }) =>
      `train: ${v.what} holds ${v.value} (row ${v.row}, ${v.column}); every number must be finite`,
    ja: (v: { what: string; row: number; column: string; value: string }) =>
      `train: ${v.what} に ${v.value} があります（${v.row} 行目、${v.column}）。すべて有限の数でなければなりません`,
  },
  diverged: {
    en: (v: DivergenceValues) =>
      `the loss grew without bound: ${formatNumber(v.firstLoss)} at iteration 0, ${formatNumber(v.loss)} at iteration ` +
      `${v.iteration}. ` +
      (v.learningRate > v.limit
        ? `The learning rate ${formatNumber(v.learningRate)} is too large for these data: the curvature of the loss ` +
          `allows less than ${formatNumber(v.limit, 3)}. Try --lr ${formatNumber(v.suggestion)}`
        : `The learning rate ${formatNumber(v.learningRate)} is too large. Try --lr ${formatNumber(v.suggestion)}`) +
      (v.columns.length > 0
        ? `, or --scale standard: the inputs with a large mean square make the loss steep: ${columnList(v.columns, ', ')}.`
        : '.'),
    ja: (v: DivergenceValues) =>
      `損失が際限なく大きくなりました（0 回目 ${formatNumber(v.firstLoss)} → ${v.iteration} 回目 ${formatNumber(v.loss)}）。` +
      (v.learningRate > v.limit
        ? `学習率 ${formatNumber(v.learningRate)} はこのデータには大きすぎます。損失の曲率から見て、学習率は ` +
          `${formatNumber(v.limit, 3)} 未満でなければなりません。--lr ${formatNumber(v.suggestion)} を試してください。`
        : `学習率 ${formatNumber(v.learningRate)} が大きすぎます。--lr ${formatNumber(v.suggestion)} を試してください。`) +
      (v.columns.length > 0
        ? `または --scale standard で入力をそろえてください。二乗平均の大きい入力が損失を急勾配にしています: ` +
          `${columnList(v.columns, '、')}。`
        : ''),
  },
}
