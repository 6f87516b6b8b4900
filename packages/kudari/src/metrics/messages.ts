/** What the measures say when true values and predictions do not fit together. */
export const metricsMessages = {
  shapesDiffer: {
    en: (v: { measure: string; truth: string; predicted: string; expected: string }) =>
      `${v.measure}: true values ${v.truth} and predictions ${v.predicted} do not fit; expected ${v.expected}`,
    ja: (v: { measure: string; truth: string; predicted: string; expected: string }) =>
      `${v.measure}: 正解の形状 ${v.truth} と予測の形状 ${v.predicted} が合いません（必要な形状: ${v.expected}）`,
  },
  noRows: {
    en: (v: { measure: string }) => `${v.measure}: there are no rows to measure`,
    ja: (v: { measure: string }) => `${v.measure}: 評価する行がありません`,
  },
  notAClass: {
    en: (v: { measure: string; value: number; row: number; classes: number }) =>
      `${v.measure}: ${v.value} in row ${v.row} is not a class; expected a whole number from 0 to ${v.classes - 1}`,
    ja: (v: { measure: string; value: number; row: number; classes: number }) =>
      `${v.measure}: 行 ${v.row} の値 ${v.value} はクラスではありません。0 から ${v.classes - 1} までの整数が必要です`,
  },
}
