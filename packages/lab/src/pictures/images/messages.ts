/** Texts of the picture of images. */
export const imagesMessages = {
  name: { en: () => 'Images, filters and feature maps', ja: () => '画像・フィルタ・特徴マップ' },
  heldOut: {
    en: (v: { rows: number; mistakes: number }) => `${v.rows} images that the model does not learn from; ${v.mistakes} of them are mistaken.`,
    ja: (v: { rows: number; mistakes: number }) => `学習に使っていない画像 ${v.rows} 枚のうち、間違いは ${v.mistakes} 枚です。`,
  },
  training: {
    en: (v: { rows: number; mistakes: number }) => `${v.rows} images that the model learns from; ${v.mistakes} of them are mistaken.`,
    ja: (v: { rows: number; mistakes: number }) => `学習に使っている画像 ${v.rows} 枚のうち、間違いは ${v.mistakes} 枚です。`,
  },
  ofNumbers: { en: (v: { rows: number }) => `${v.rows} images.`, ja: (v: { rows: number }) => `画像 ${v.rows} 枚。` },
  onlyMistakes: { en: () => 'Only mistakes', ja: () => '間違いだけ' },
  noMistakes: { en: () => 'There are no mistakes among these images.', ja: () => 'この中に間違いはありません。' },
  previous: { en: () => 'Previous image', ja: () => '前の画像' },
  next: { en: () => 'Next image', ja: () => '次の画像' },
  position: { en: (v: { at: number; of: number }) => `${v.at} of ${v.of}`, ja: (v: { at: number; of: number }) => `${v.of} 枚中 ${v.at} 枚目` },
  row: { en: (v: { row: number }) => `Row ${v.row} of the table`, ja: (v: { row: number }) => `表の ${v.row} 行目` },
  truth: { en: () => 'Truth', ja: () => '正解' },
  prediction: { en: () => 'Prediction', ja: () => '予測' },
  wrong: { en: () => 'mistaken', ja: () => '間違い' },
  right: { en: () => 'right', ja: () => '正しい' },
  thumbnail: {
    en: (v: { at: number; truth: string; predicted: string; isMistake: boolean }) => `Image ${v.at}: ${v.truth}, predicted ${v.predicted}${v.isMistake ? ', mistaken' : ''}`,
    ja: (v: { at: number; truth: string; predicted: string; isMistake: boolean }) => `画像 ${v.at}: 正解 ${v.truth}、予測 ${v.predicted}${v.isMistake ? '、間違い' : ''}`,
  },
  images: { en: () => 'Images', ja: () => '画像' },
  probabilities: { en: () => 'Probability of each class', ja: () => '各クラスの確率' },
  class: { en: () => 'Class', ja: () => 'クラス' },
  probability: { en: () => 'Probability', ja: () => '確率' },
  filters: { en: (v: { name: string }) => `Filters ${v.name}`, ja: (v: { name: string }) => `フィルタ ${v.name}` },
  weights: { en: (v: { name: string }) => `Weights ${v.name} as images`, ja: (v: { name: string }) => `画像として見た重み ${v.name}` },
  aboutFilters: {
    en: () => 'Each filter slides over the image and answers where the image looks like it: blue wants light, orange wants dark.',
    ja: () => '各フィルタは画像の上を動き、自分に似た場所で大きな値を返します。青は明るさを、オレンジは暗さを求めます。',
  },
  aboutParts: {
    en: (v: { parts: number; inputs: number }) => `Each picture is a filter with one square for each map before it (${v.parts} of ${v.inputs}).`,
    ja: (v: { parts: number; inputs: number }) => `1 つの図が 1 つのフィルタで、小さな四角は前の層の各マップに対応します（${v.inputs} 個中 ${v.parts} 個）。`,
  },
  aboutColours: {
    en: () => 'Each filter slides over the image; it is shown in the colours that it answers to.',
    ja: () => '各フィルタは画像の上を動きます。反応する色で表しています。',
  },
  aboutWeights: {
    en: () => 'Each picture has the weight of every pixel for one unit: light on blue raises what the unit gives, light on orange lowers it.',
    ja: () => '1 つの図が 1 つのユニットで、各画素への重みを表します。青い所が明るいと出力は増え、オレンジの所が明るいと減ります。',
  },
  maps: { en: (v: { number: number; name: string; type: string; shape: string }) => `Layer ${v.number}: ${v.name}, ${v.type}, ${v.shape}`, ja: (v: { number: number; name: string; type: string; shape: string }) => `第 ${v.number} 層: ${v.name}、${v.type}、${v.shape}` },
  aboutMaps: {
    en: () => 'What the layers make of the chosen image, from the first to the last: edges first, then what they form.',
    ja: () => '選んだ画像から各層が作り出すものを、最初の層から順に示します。まず輪郭、次にそれらが組み合わさった形が現れます。',
  },
  mapsTitle: { en: () => 'Feature maps of the chosen image', ja: () => '選んだ画像の特徴マップ' },
  weightsTitle: { en: () => 'What the model looks for', ja: () => 'モデルが探しているもの' },
  unit: {
    en: (v: { number: number; name: string }) => `${v.name}, unit ${v.number}`,
    ja: (v: { number: number; name: string }) => `${v.name} のユニット ${v.number}`,
  },
  units: { en: (v: { name: string; count: number }) => `${v.name}: the outputs of ${v.count} units`, ja: (v: { name: string; count: number }) => `${v.name}: ${v.count} ユニットの出力` },
  more: { en: (v: { count: number }) => `And ${v.count} more.`, ja: (v: { count: number }) => `ほかに ${v.count} 個。` },
  scale: { en: (v: { limit: string }) => `Colours: -${v.limit} – 0 – ${v.limit}.`, ja: (v: { limit: string }) => `色: -${v.limit} 〜 0 〜 ${v.limit}。` },
}
