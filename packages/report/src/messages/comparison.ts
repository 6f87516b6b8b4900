/** Headings, labels and notes of the page that compares runs. */
import { fixed } from './fixed.ts'

export const comparison = {
  eyebrow: fixed('Comparison of runs', '学習の比較'),
  warnings: fixed('Before you compare', '比べる前に'),
  results: fixed('Settings and results', '設定と結果'),
  resultsAbout: fixed('Settings that are the same in all runs stand below the table.', 'すべての学習に共通の設定は、表の下にまとめました。'),
  bestAbout: fixed('The best value of each measure is bold and has a star.', '各指標で最も良い値は、太字と星印で示しています。'),
  resultsAboutOne: fixed('What was set, and what came of it.', '学習の設定とその結果です。'),
  run: fixed('Run', '学習'),
  best: fixed('best', '最良'),
  shared: fixed('The same in all runs', 'すべてに共通の設定'),
  sharedOne: fixed('Settings', '設定'),
  curves: fixed('Learning curves', '学習曲線'),
  curvesAbout: fixed(
    'How the loss fell, run by run. Each curve ends with the letter of its run.',
    '損失がどのように小さくなったかを、学習ごとに示します。曲線の終わりの文字が、どの学習かを表します。'),
  train: {
    about: fixed('On the rows that the runs learned from.', '学習に使った行での損失です。'),
    aboutEpochs: fixed('On the rows that the runs learned from, the mean over each epoch.', '学習に使った行での損失を、エポックごとに平均したものです。'),
    part: fixed('Training rows', '訓練データ'),
  },
  validation: {
    about: fixed('On rows that the runs did not learn from.', '学習に使わずに取り分けた行での損失です。'),
    part: fixed('Validation rows', '検証データ'),
  },
  noCurves: fixed('Not one value was recorded that can be drawn.', '図に描ける値が記録されていません。'),
}
