/** What tracing, differentiating and compiling say when a function cannot be handled. */

export const programMessages = {
  notATensor: {
    en: (v: { place: string; found: string }) =>
      `${v.place} must be a tensor, or an object or array of tensors, but is ${v.found}`,
    ja: (v: { place: string; found: string }) =>
      `${v.place} はテンソル、またはテンソルからなるオブジェクトや配列でなければなりませんが、${v.found} です`,
  },
  lossIsNotOneNumber: {
    en: (v: { shape: string; dtype: string }) =>
      `grad: the function must return one floating-point number (shape ()), but returned shape ${v.shape}, dtype ` +
      `${v.dtype}; reduce it with mean() or sum()`,
    ja: (v: { shape: string; dtype: string }) =>
      `grad: 関数は浮動小数点数 1 個（形状 ()）を返す必要がありますが、形状 ${v.shape}、dtype ${v.dtype} を返しました。` +
      `mean() や sum() で 1 個の数にしてください`,
  },
  notDifferentiable: {
    en: (v: { place: string; dtype: string }) =>
      `grad: cannot differentiate with respect to ${v.place}, whose dtype is ${v.dtype}; use float64 or float32`,
    ja: (v: { place: string; dtype: string }) =>
      `grad: ${v.place}（dtype ${v.dtype}）では微分できません。float64 か float32 を使ってください`,
  },
  badProgramFile: {
    en: (v: { problem: string }) => `this is not a written-down Program: ${v.problem}`,
    ja: (v: { problem: string }) => `Program として読み取れません: ${v.problem}`,
  },
}
