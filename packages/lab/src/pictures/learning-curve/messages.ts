/** Texts of the learning curve. */
export const learningCurveMessages = {
  name: { en: () => 'Learning curve', ja: () => '学習曲線' },
  about: {
    en: (v: { first: string; last: string; steps: number }) => `The loss over ${v.steps} steps, from ${v.first} to ${v.last}`,
    ja: (v: { first: string; last: string; steps: number }) => `${v.steps} ステップの損失の推移。${v.first} から ${v.last} まで`,
  },
  iteration: { en: () => 'Iteration', ja: () => '繰り返し回数' },
  train: { en: () => 'training loss', ja: () => '学習データの損失' },
  validation: { en: () => 'validation loss', ja: () => '検証データの損失' },
  kept: { en: (v: { name: string }) => `run ${v.name}`, ja: (v: { name: string }) => `学習 ${v.name}` },
  logarithmic: { en: () => 'Log scale', ja: () => '対数目盛' },
  none: { en: () => 'No step has been made yet. Press “Learn”, or make one step.', ja: () => 'まだ学習していません。「学習開始」を押すか、1 ステップ進めてください。' },
}
