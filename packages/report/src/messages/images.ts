/** What is said of images, and of weights as pictures. */
import { fixed } from './fixed.ts'

type Shown = { readonly count: string; readonly rows: string; readonly shown: number; readonly all: boolean }
type Label = { readonly label: string }

export const images = {
  gallery: fixed('Training images', '訓練画像の例'),
  pixels: {
    en: (v: { count: string; size: string; preparation: string }) => `Each row is an image of ${v.size}: ${v.count} pixels, ${v.preparation}.`,
    ja: (v: { count: string; size: string; preparation: string }) => `1 行が 1 枚の画像です（${v.size}、${v.count} ピクセル）。ピクセルの値は${v.preparation}。`,
  },
  /** What was done to the pixels; the end of the sentence above. */
  preparation: {
    divided: {
      en: (v: { white: number }) => `divided by ${v.white}`,
      ja: (v: { white: number }) => ` ${v.white} で割って 0〜1 にします`,
    },
    standard: fixed('each pixel standardised by its own mean and standard deviation', '、ピクセルごとに標準化します'),
    minmax: fixed('each pixel mapped to 0 … 1', '、ピクセルごとに 0〜1 に変換します'),
    none: fixed('as they are', 'そのまま使います'),
  },
  sampleSpoken: { en: (v: Label) => `A training image of “${v.label}”`, ja: (v: Label) => `「${v.label}」の訓練画像` },

  mistakes: fixed('Mistaken images', '間違えた画像'),
  mistakesAbout: {
    en: (v: Shown) => `${v.count} of ${v.rows} images were mistaken. ${v.all ? '' : `These ${v.shown} are those of which the model was the surest. `}`
      + 'Beside each class stands the probability that the model gave to it.',
    ja: (v: Shown) => `${v.rows} 枚のうち ${v.count} 枚を間違えました。${v.all ? '' : `そのうち、モデルが最も確信をもって間違えた ${v.shown} 枚です。`}`
      + 'クラスの右の数値は、モデルがそのクラスに与えた確率です。',
  },
  noMistakes: fixed('Not one image was mistaken.', '間違えた画像はありませんでした。'),
  truth: fixed('true', '正解'),
  predicted: fixed('predicted', '予測'),
  mistakeSpoken: {
    en: (v: { truth: string; predicted: string; probability: string }) => `An image of “${v.truth}” that the model took for “${v.predicted}” with ${v.probability}`,
    ja: (v: { truth: string; predicted: string; probability: string }) => `「${v.truth}」の画像を ${v.probability} の確率で「${v.predicted}」と予測`,
  },

  weights: {
    filter: fixed('Filters of the first convolution', '最初の畳み込み層のフィルター'),
    unit: fixed('Weights of the first hidden layer', '最初の隠れ層の重み'),
    class: fixed('Weights of each class', 'クラスごとの重み'),
  },
  weightsAbout: {
    filter: fixed(
      'Each filter slides over the image and answers where the image looks like it. Light on blue and dark on orange raise the answer.',
      'フィルターは画像の上を動き、自分と似た模様のある場所で大きな値を出します。青の部分が明るく、オレンジの部分が暗いほど値が大きくなります。'),
    unit: fixed(
      'Each picture is what one hidden unit looks for. A bright pixel raises its value where the weight is blue, and lowers it where it is orange.',
      '1 枚が 1 つの隠れユニットの重みです。青の部分のピクセルが明るいとユニットの値が上がり、オレンジの部分が明るいと下がります。'),
    class: fixed(
      'A bright pixel speaks for the class where the weight is blue, and against it where it is orange.',
      '青の部分のピクセルが明るいとそのクラスらしいと判断し、オレンジの部分が明るいとそのクラスではないと判断します。'),
  },
  largestOf: {
    en: (v: { shown: number; count: string }) => `These ${v.shown} of ${v.count} have the largest weights.`,
    ja: (v: { shown: number; count: string }) => `${v.count} 個のうち、重みの大きい ${v.shown} 個を示します。`,
  },
  meanOfChannels: {
    en: (v: { channels: number }) => `A pixel is the mean of its ${v.channels} channels.`,
    ja: (v: { channels: number }) => `各ピクセルは ${v.channels} チャネルの平均です。`,
  },
  weightSpoken: {
    filter: { en: (v: Label) => `Filter ${v.label}`, ja: (v: Label) => `フィルター ${v.label}` },
    unit: { en: (v: Label) => `Weights of unit ${v.label}`, ja: (v: Label) => `ユニット ${v.label} の重み` },
    class: { en: (v: Label) => `Weights of “${v.label}”`, ja: (v: Label) => `「${v.label}」の重み` },
  },
}
