/** Texts of the controls of a run. */
export const trainingMessages = {
  controls: { en: () => 'Controls of the run', ja: () => '学習の操作' },
  play: { en: () => 'Learn', ja: () => '学習開始' },
  pause: { en: () => 'Pause', ja: () => '一時停止' },
  first: { en: () => 'Back to the start (Home)', ja: () => '最初に戻す（Home）' },
  back: { en: () => 'Back one step (←)', ja: () => '1 ステップ戻す（←）' },
  step: { en: () => 'One step (→)', ja: () => '1 ステップ進める（→）' },
  ten: { en: () => 'Ten steps (Shift+→)', ja: () => '10 ステップ進める（Shift+→）' },
  playTip: { en: () => 'Play or pause (Space)', ja: () => '再生・一時停止（Space）' },
  iteration: { en: () => 'Iteration', ja: () => '繰り返し' },
  epoch: { en: () => 'Epoch', ja: () => 'エポック' },
  loss: { en: () => 'Loss', ja: () => '損失' },
  validationLoss: { en: () => 'Validation loss', ja: () => '検証損失' },
  speed: { en: () => 'Speed', ja: () => '速さ' },
  perSecond: { en: (v: { steps: number }) => `${v.steps} a second`, ja: (v: { steps: number }) => `毎秒 ${v.steps} 回` },
  full: { en: () => 'As fast as it goes', ja: () => '最高速' },
  keep: { en: () => 'Keep this run', ja: () => 'この学習を残す' },
  announced: {
    en: (v: { iteration: number; loss: string }) => `Iteration ${v.iteration}, loss ${v.loss}`,
    ja: (v: { iteration: number; loss: string }) => `繰り返し ${v.iteration}、損失 ${v.loss}`,
  },
  invitation: { en: () => 'Press “Learn”, or → for a single step: the model begins here and learns from its errors.', ja: () => '「学習開始」か → キー（1 ステップ）を押すと、誤差を手がかりに学習が始まります。' },
  learning: { en: () => 'Learning …', ja: () => '学習しています…' },
  accuracy: {
    en: (v: { percent: string; isHeldOut: boolean }) => `${v.isHeldOut ? 'Validation' : 'Training'} accuracy: ${v.percent} %`,
    ja: (v: { percent: string; isHeldOut: boolean }) => `${v.isHeldOut ? '検証' : '学習'}データの正解率 ${v.percent} %`,
  },
  r2: {
    en: (v: { r2: string; isHeldOut: boolean }) => `${v.isHeldOut ? 'Validation' : 'Training'} R²: ${v.r2}`,
    ja: (v: { r2: string; isHeldOut: boolean }) => `${v.isHeldOut ? '検証' : '学習'}データの決定係数 R² ${v.r2}`,
  },
  ended: {
    finished: { en: () => 'All planned steps are made.', ja: () => '予定した繰り返しをすべて終えました。' },
    converged: { en: () => 'The loss no longer falls: the bottom is reached.', ja: () => '損失がこれ以上減らなくなりました。谷底に着いています。' },
    stoppedEarly: {
      en: () => 'Stopped: the rows held out were no longer predicted better.',
      ja: () => '検証データの予測が良くならなくなったので止めました。',
    },
    diverged: {
      en: (v: { iteration: number }) => `The loss grew without end: the run stopped at iteration ${v.iteration}.`,
      ja: (v: { iteration: number }) => `損失が際限なく大きくなったため、繰り返し ${v.iteration} で止めました。`,
    },
    interrupted: { en: () => 'Paused.', ja: () => '一時停止しています。' },
  },
}
