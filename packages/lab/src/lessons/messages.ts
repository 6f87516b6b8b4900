/** Texts around the lessons: their frame, the demonstrations, and what a remedy has brought. */
import { type Message, formatNumber } from 'kudari'
import type { LessonKind } from '../worker/lessons/lesson.ts'

export const lessonsMessages = {
  name: { en: () => 'What goes wrong', ja: () => 'うまくいかないとき' },
  before: { en: () => 'Once it learns, what goes wrong is explained here.', ja: () => '学習を始めると、つまずきとその理由をここで説明します。' },
  nothing: { en: () => 'Nothing wrong so far.', ja: () => 'いまのところ、問題は見つかりません。' },
  found: {
    en: (v: { titles: string }) => `Noticed: ${v.titles}`,
    ja: (v: { titles: string }) => `気づいたこと: ${v.titles}`,
  },
  show: { en: (v: { title: string }) => `Explain: ${v.title}`, ja: (v: { title: string }) => `説明を見る: ${v.title}` },
  why: { en: () => 'Why', ja: () => '理由' },
  remedy: { en: () => 'Show the remedy', ja: () => '対策を試す' },
  remedyOf: { en: (v: { remedy: string }) => `Show the remedy: ${v.remedy}`, ja: (v: { remedy: string }) => `対策を試す: ${v.remedy}` },
  dismiss: { en: (v: { title: string }) => `Do not show in this run: ${v.title}`, ja: (v: { title: string }) => `この学習では表示しない: ${v.title}` },
  dismissTip: { en: () => 'Do not show in this run', ja: () => 'この学習では表示しない' },
  separator: { en: () => ', ', ja: () => '、' },
} satisfies Record<string, Message<never> | Message>

const loss = (value: number): string => formatNumber(value, 4)

export const comparisonMessages = {
  title: { en: (v: { remedy: string }) => `The remedy at work: ${v.remedy}`, ja: (v: { remedy: string }) => `対策の効果: ${v.remedy}` },
  step: { en: (v: { steps: number }) => `After ${v.steps} steps`, ja: (v: { steps: number }) => `${v.steps} ステップ後` },
  before: { en: () => 'before', ja: () => '対策前' },
  after: { en: () => 'with the remedy', ja: () => '対策後' },
  train: { en: () => 'training loss', ja: () => '学習データの損失' },
  validation: { en: () => 'validation loss', ja: () => '検証データの損失' },
  dashed: { en: () => 'The dashed curve is the run before.', ja: () => '学習曲線の破線が、対策前の学習です。' },
  back: { en: () => 'Back to how it was', ja: () => '対策前に戻す' },
  close: { en: () => 'Close the comparison', ja: () => '比較を閉じる' },
  loss: { en: loss, ja: loss },
}

/** What to know before the losses are compared. */
export const comparisonNotes: Readonly<Partial<Record<LessonKind, Message>>> = {
  leak: {
    en: () => 'The loss is higher than before, and honest: the model now has to predict from what is known beforehand.',
    ja: () => '損失は対策前より大きくなりますが、これが本当の実力です。予測するときに分かっている列だけで答えています。',
  },
  neverPredicted: {
    en: () => 'The two training losses cannot be compared: rows of the rare class now count more. See which classes are predicted.',
    ja: () => '少ないクラスの行を重く数えるようになったので、学習データの損失は比べられません。どのクラスが予測されるかを見てください。',
  },
  overfitting: {
    en: () => 'The training loss is higher, with the penalty in it; what counts is the validation loss.',
    ja: () => '学習データの損失は、正則化の項を含むので大きくなります。大切なのは検証データの損失です。',
  },
  memorised: {
    en: () => 'The training loss is higher, with the penalty in it; what counts is the validation loss.',
    ja: () => '学習データの損失は、正則化の項を含むので大きくなります。大切なのは検証データの損失です。',
  },
  fewRows: {
    en: () => 'Now it can be seen whether what is learned holds for other rows.',
    ja: () => '学習した内容がほかのデータにも当てはまるかどうかを、確かめられるようになりました。',
  },
}

export const demonstrationMessages = {
  name: { en: () => 'Demonstrations', ja: () => '失敗例を見る' },
  about: {
    en: () => 'Each opens data and settings that go wrong on purpose, and begins to learn.',
    ja: () => 'わざと失敗するデータと設定を開き、学習を始めます。',
  },
}

/** What is set up for each lesson. */
export const demonstrationNames: Readonly<Partial<Record<LessonKind, Message>>> = {
  tooLarge: { en: () => 'Learning rate too large: 0.2 on the talk’s data', ja: () => '学習率が大きすぎる: 講義のデータで 0.2' },
  tooSmall: { en: () => 'Learning rate too small: 0.0001 on the talk’s data', ja: () => '学習率が小さすぎる: 講義のデータで 0.0001' },
  tooSmallSteps: { en: () => 'Steps too short: Adam with 0.000001', ja: () => '歩幅が小さすぎる: Adam で 0.000001' },
  unscaled: { en: () => 'Height in millimetres beside age, unscaled', ja: () => '尺度がばらばら: ミリメートル単位の身長と年齢' },
  alike: { en: () => 'All weights equal, on two moons', ja: () => '重みの初期値がすべて同じ: 2 つの三日月' },
  vanishing: { en: () => 'Vanishing gradient: sigmoid in six hidden layers', ja: () => '勾配消失: シグモイド関数の隠れ層が 6 つ' },
  exploding: { en: () => 'Exploding gradient: large first weights in six hidden layers', ja: () => '勾配爆発: 大きな初期値と 6 つの隠れ層' },
  dead: { en: () => 'Dead ReLU units: Adam with a learning rate of 1', ja: () => '働かない ReLU: Adam で学習率 1' },
  saturated: { en: () => 'Saturated tanh units', ja: () => '飽和した tanh のユニット' },
  overfitting: { en: () => 'Overfitting: a large network on 20 noisy points', ja: () => '過学習: ノイズのある 20 点と大きなネットワーク' },
  penalised: { en: () => 'A penalty that is too strong', ja: () => '正則化が強すぎる' },
  tooSimple: { en: () => 'Too simple: a straight border for two circles', ja: () => '単純すぎるモデル: 二重の円を直線で分ける' },
  neverPredicted: { en: () => 'A rare class that is never predicted', ja: () => '一度も予測されない少数のクラス' },
  leak: { en: () => 'A column that gives the answer away', ja: () => '答えを漏らす列（データリーク）' },
  fewRows: { en: () => 'No rows held out, and more weights than rows', ja: () => '検証データがなく、重みがデータより多い' },
}
