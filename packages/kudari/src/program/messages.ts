/** What tracing, differentiating and compiling say when a function cannot be handled. */

export const programMessages = {
  notATensor: {
    en: (v: { place: string; found: string }) =>
      `${v.place} must be a tensor, or an object or array of tensors, but is ${v.found}`,
    ja: (v: { place: string; found: string }) =>
      `${v.place} はテンソル、またはテンソルからなるオブジェクトや配列でなければなりませんが、${v.found} です`,
  },
  lossIsNotOneNumber: {
    en: (v: { found: string }) =>
      `grad: the function must return one floating-point number, a tensor of shape (), but returned ${v.found}; ` +
      `reduce tensors with mean() or sum()`,
    ja: (v: { found: string }) =>
      `grad: 関数は浮動小数点数 1 個（形状 () のテンソル）を返す必要がありますが、${v.found} を返しました。` +
      `mean() や sum() で 1 個の数にしてください`,
  },
  notDifferentiable: {
    en: (v: { place: string; dtype: string }) =>
      `grad: cannot differentiate with respect to ${v.place}, whose dtype is ${v.dtype}; use float64 or float32`,
    ja: (v: { place: string; dtype: string }) =>
      `grad: ${v.place}（dtype ${v.dtype}）では微分できません。float64 か float32 を使ってください`,
  },
  leftItsTrace: {
    en: (v: { what: string }) =>
      `a tensor (${v.what}) was kept from a function that grad or compile had called, where tensors have no numbers; ` +
      `return it from that function instead`,
    ja: (v: { what: string }) =>
      `grad や compile に渡した関数の中のテンソル（${v.what}）が、関数の外で使われました。関数の中のテンソルは値をもちません。` +
      `関数の戻り値として返してください`,
  },
  badProgramFile: {
    en: (v: { problem: string }) => `this is not a written-down Program: ${v.problem}`,
    ja: (v: { problem: string }) => `Program として読み取れません: ${v.problem}`,
  },
}
