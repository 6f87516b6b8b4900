/** Texts of why a part of the loss surface cannot be shown. */
export const surfaceViewMessages = {
  noSuchParameter: {
    en: (v: { name: string }) => `this model has no parameter ${v.name}: choose another one`,
    ja: (v: { name: string }) => `このモデルにパラメータ ${v.name} はありません。別のパラメータを選んでください`,
  },
  noGradient: {
    en: () => 'the gradient is zero here, or no number: it points nowhere. Choose two parameters instead',
    ja: () => 'ここでは勾配が 0 か、数値になっていません。方向が決まらないので、パラメータを 2 つ選んでください',
  },
  noPath: {
    en: () => 'there is no path yet: make a few steps first',
    ja: () => 'まだたどった経路がありません。先に何ステップか進めてください',
  },
}
