/** Lessons on the layers of a network, in words. */
import { type LessonTexts, n, percent } from './text.ts'

const backward = "\\delta_l = \\left(W_{l+1}^{\\mathsf T}\\, \\delta_{l+1}\\right) \\odot f'(a_l)"

export const layerTexts: LessonTexts<'alike' | 'vanishing' | 'exploding' | 'dead' | 'saturated'> = {
  alike: {
    title: { en: () => 'All units of a layer are the same', ja: () => '層のユニットがすべて同じです' },
    seen: {
      en: ({ layer, units }) => `The ${units} units of layer ${layer} have equal weights and get equal gradients.`,
      ja: ({ layer, units }) => `第 ${layer} 層の ${units} 個のユニットは、重みも勾配もすべて等しくなっています。`,
    },
    why: {
      en: ({ units }) =>
        `Units that begin alike give the same, get the same gradient and stay alike, however long they learn: ${units} of them are worth one. ` +
        'Random first weights make them different, so that each can learn something of its own.',
      ja: ({ units }) =>
        `初期値が等しいユニットは、同じ値を出力し、同じ勾配を受け取るので、いつまでも等しいままです。${units} 個あっても 1 個分の働きしかできません。` +
        '重みの初期値を乱数にすると、ユニットごとに違う役割を学べるようになります。',
    },
    formula: () => 'w_i = w_j \\;\\Rightarrow\\; \\frac{\\partial L}{\\partial w_i} = \\frac{\\partial L}{\\partial w_j}',
  },
  vanishing: {
    title: { en: () => 'The gradient vanishes', ja: () => '勾配消失が起きています' },
    seen: {
      en: ({ layers, ratio }) => `The gradient that arrives at the first of ${layers} layers is only ${n(ratio)} times that at the last.`,
      ja: ({ layers, ratio }) => `${layers} 層のうち最初の層に届く勾配は、最後の層の ${n(ratio)} 倍しかありません。`,
    },
    why: {
      en: ({ flat }) => {
        if (flat.includes('sigmoid'))
          return 'On its way back, the gradient is multiplied by the slope of every activation. That of sigmoid is at most 1/4: layer by layer the ' +
            'product gets tiny, and the layers near the input hardly learn.'
        if (flat.includes('tanh'))
          return 'On its way back, the gradient is multiplied by the slope of every activation. That of tanh is at most 1, and close to 0 at the ' +
            'ends of its range: the product gets tiny, and the layers near the input hardly learn.'
        return 'On its way back, the gradient is multiplied by the weights of every layer, and by 0 at every ReLU that gives 0. Where weights are too ' +
          'small or units silent, next to nothing arrives at the layers near the input.'
      },
      ja: ({ flat }) => {
        if (flat.includes('sigmoid'))
          return '誤差逆伝播では、層をさかのぼるたびに活性化関数の傾きが勾配に掛けられます。シグモイド関数の傾きは最大でも 1/4 なので、' +
            '層を重ねると勾配は急速に小さくなり、入力に近い層はほとんど学習できません。'
        if (flat.includes('tanh'))
          return '誤差逆伝播では、層をさかのぼるたびに活性化関数の傾きが勾配に掛けられます。tanh の傾きは最大でも 1 で、値域の端では 0 に近くなるため、' +
            '勾配は次第に小さくなり、入力に近い層はほとんど学習できません。'
        return '誤差逆伝播では、層をさかのぼるたびに重みが勾配に掛けられ、出力が 0 の ReLU では 0 が掛けられます。重みが小さすぎたり、' +
          '働かないユニットがあったりすると、入力に近い層に勾配がほとんど届きません。'
      },
    },
    formula: ({ flat }) => {
      if (flat.includes('sigmoid')) return "\\sigma'(a) = \\sigma(a)\\,(1 - \\sigma(a)) \\le \\tfrac{1}{4}"
      return flat.includes('tanh') ? "\\tanh'(a) = 1 - \\tanh^2 a \\le 1" : backward
    },
  },
  exploding: {
    title: { en: () => 'The gradient explodes', ja: () => '勾配爆発が起きています' },
    seen: {
      en: ({ layers, ratio }) => `The gradient that arrives at the first of ${layers} layers is ${n(ratio)} times that at the last.`,
      ja: ({ layers, ratio }) => `${layers} 層のうち最初の層に届く勾配が、最後の層の ${n(ratio)} 倍もあります。`,
    },
    why: {
      en: () =>
        'On its way back, the gradient is multiplied by the weights of every layer. Where they are too large, it grows layer by layer, and no ' +
        'learning rate suits both ends. He or Glorot weights keep it at one size.',
      ja: () =>
        '誤差逆伝播では、層をさかのぼるたびに重みが勾配に掛けられます。重みが大きすぎると、勾配は層ごとに大きくなり、' +
        'どの層にも合う学習率がなくなります。He や Glorot の初期値は、勾配の大きさが変わらないように決められています。',
    },
    formula: () => backward,
  },
  dead: {
    title: { en: () => 'Units are dead', ja: () => '働かないユニットがあります' },
    seen: {
      en: ({ layer, dead, units, rows }) => `${dead} of the ${units} ReLU units of layer ${layer} give 0 for all of ${rows} rows.`,
      ja: ({ layer, dead, units, rows }) => `第 ${layer} 層の ${units} 個の ReLU ユニットのうち ${dead} 個は、${rows} 行すべてに対して 0 を出力しています。`,
    },
    why: {
      en: () =>
        'Where ReLU gives 0, its slope is 0 too: no gradient passes, and the weights in front of such a unit never change again. It comes from ' +
        'steps that were too long, or from unfortunate first weights. Leaky ReLU keeps a small slope.',
      ja: () =>
        'ReLU は、出力が 0 のところでは傾きも 0 です。勾配が伝わらないので、そのユニットの手前の重みは二度と変わりません（dying ReLU）。' +
        '歩幅が大きすぎたときや、重みの初期値がよくないときに起こります。Leaky ReLU なら、傾きが少し残ります。',
    },
    formula: () => "\\mathrm{relu}'(a) = 0 \\quad (a < 0)",
  },
  saturated: {
    title: { en: () => 'Units are saturated', ja: () => 'ユニットが飽和しています' },
    seen: {
      en: ({ layer, type, share }) => `${percent(share)} of the outputs of layer ${layer} (${type}) lie at an end of their range.`,
      ja: ({ layer, type, share }) => `第 ${layer} 層（${type}）の出力の ${percent(share)} が、値域の端に張り付いています。`,
    },
    why: {
      en: () =>
        'Inputs or weights are so large that what goes into the activation is far from 0. Its curve is flat there, hardly any gradient passes, ' +
        'and the weights in front of it learn next to nothing.',
      ja: () =>
        '入力や重みが大きすぎて、活性化関数に入る値が 0 から遠く離れています。そこでは曲線がほとんど平らで勾配が伝わらないため、' +
        '手前の重みは学習できません。',
    },
    formula: ({ type }) => (type === 'sigmoid' ? "\\sigma'(a) = \\sigma(a)\\,(1 - \\sigma(a)) \\approx 0" : "\\tanh'(a) = 1 - \\tanh^2 a \\approx 0"),
  },
}
