/** Texts of the loop. */
export const loopMessages = {
  title: { en: () => 'The loop of learning', ja: () => '学習のループ' },
  parts: {
    data: { en: () => 'Data', ja: () => '学習データ' },
    model: { en: () => 'Model', ja: () => 'モデル' },
    prediction: { en: () => 'Prediction', ja: () => '予測値' },
    loss: { en: () => 'Loss', ja: () => '損失' },
    descent: { en: () => 'Gradient descent', ja: () => '勾配降下法' },
  },
  back: { en: () => 'new parameters, and again', ja: () => '新しいパラメータで、もう一度' },
  rows: {
    en: (v: { rows: number; inputs: number }) => `x: ${v.rows.toLocaleString('en')} × ${v.inputs.toLocaleString('en')}, yt`,
    ja: (v: { rows: number; inputs: number }) => `x: ${v.rows.toLocaleString('ja')} × ${v.inputs.toLocaleString('ja')}、yt`,
  },
  parameters: {
    en: (v: { count: number }) => `${v.count.toLocaleString('en')} parameters`,
    ja: (v: { count: number }) => `パラメータ ${v.count.toLocaleString('ja')} 個`,
  },
}
