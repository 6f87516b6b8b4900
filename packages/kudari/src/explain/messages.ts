/** What is said of a network that does not learn as it should, and what to do about it. */
import type { Message } from '../messages/message.ts'
import { formatNumber } from '../messages/numbers.ts'
import type { Finding } from './findings.ts'

type Of<Kind extends Finding['kind']> = Extract<Finding, { kind: Kind }>

const times = (ratio: number): string => formatNumber(ratio, 2)
const percent = (share: number): string => `${formatNumber(share * 100, 2)} %`

const notFinitePlaces: Readonly<Record<Of<'notFinite'>['what'], Message<string>>> = {
  parameter: { en: (name) => `${name} holds NaN or infinities`, ja: (name) => `パラメータ ${name} に NaN か無限大があります` },
  outputs: { en: (place) => `the outputs of ${place} hold NaN or infinities`, ja: (place) => `${place} の出力に NaN か無限大があります` },
  loss: { en: () => 'the loss is NaN or infinite', ja: () => '損失が NaN か無限大になりました' },
  gradient: { en: (name) => `the gradient of ${name} holds NaN or infinities`, ja: (name) => `${name} の勾配に NaN か無限大があります` },
}

const texts: { readonly [Kind in Finding['kind']]: Message<Of<Kind>> } = {
  notFinite: {
    en: ({ what, name }) =>
      `Numbers that are not finite: ${notFinitePlaces[what].en(name)}. ` +
      'Take a smaller learning rate, scale the inputs (--scale standard), or begin with smaller weights (--init he or glorot).',
    ja: ({ what, name }) =>
      `有限でない数: ${notFinitePlaces[what].ja(name)}。` +
      '学習率を小さくする、入力の尺度をそろえる（--scale standard）、重みの初期値を小さくする（--init he、--init glorot）、といった対策があります。',
  },
  alike: {
    en: ({ place, type, name, units }) =>
      `Units all alike: the ${units} units of ${place} (${type}) have the same weights in ${name} and get the same gradient. ` +
      'They will stay alike however long they learn, so that the layer is worth a single unit. Begin with random weights: --init glorot or he.',
    ja: ({ place, type, name, units }) =>
      `ユニットがすべて同じ: ${place}（${type}）の ${units} 個のユニットは、重み ${name} が等しく、勾配も等しくなっています。` +
      'いくら学習しても等しいままなので、1 個のユニットと同じ働きしかできません。重みの初期値を乱数にしてください（--init glorot、--init he）。',
  },
  dead: {
    en: ({ place, type, dead, units, rows }) =>
      `Dead units: ${dead} of the ${units} units of ${place} (${type}) give 0 for all ${rows} rows. ` +
      'Where relu gives 0 its slope is 0 as well: no gradient passes, and the weights in front of these units no longer change. ' +
      'Begin with He weights and biases of 0, take a smaller learning rate, or leaky-relu instead of relu.',
    ja: ({ place, type, dead, units, rows }) =>
      `働かないユニット（dying ReLU）: ${place}（${type}）の ${units} 個のユニットのうち ${dead} 個は、${rows} 行すべてで出力が 0 です。` +
      'relu は出力が 0 のところで傾きも 0 なので、勾配が伝わらず、手前の重みはもう変わりません。' +
      '重みの初期値を He、バイアスの初期値を 0 にする、学習率を小さくする、relu の代わりに leaky-relu を使う、といった対策があります。',
  },
  saturated: {
    en: ({ place, type, share }) =>
      `Saturation: ${percent(share)} of the outputs of ${place} (${type}) lie close to an end of its range, where the curve is flat ` +
      'and hardly any gradient passes. Begin with smaller weights (--init glorot), scale the inputs (--scale standard), ' +
      'or put {"type": "batch-normalization"} in front of the activation.',
    ja: ({ place, type, share }) =>
      `飽和: ${place}（${type}）の出力の ${percent(share)} が値域の端の近くにあります。そこでは曲線が平らで、勾配がほとんど伝わりません。` +
      '重みの初期値を小さくする（--init glorot）、入力の尺度をそろえる（--scale standard）、' +
      '活性化関数の前に {"type": "batch-normalization"} を置く、といった対策があります。',
  },
  vanishing: {
    en: ({ first, last, ratio, flat }) =>
      `Vanishing gradient: what arrives at ${first.place} (${first.name}) is only ${times(ratio)} times what arrives at ${last.place} (${last.name}), ` +
      'so that the layers near the input hardly learn. ' +
      (flat.length > 0
        ? `Every ${flat.join(' and ')} on the way makes the gradient smaller: take relu between the layers, with He weights (--init he), or put {"type": "batch-normalization"} in front of the activations.`
        : 'The weights on the way are too small: begin with He weights (--init he), or put {"type": "batch-normalization"} in front of the activations.'),
    ja: ({ first, last, ratio, flat }) =>
      `勾配消失: ${first.place}（${first.name}）に届く勾配は、${last.place}（${last.name}）に届く勾配の ${times(ratio)} 倍しかありません。` +
      '入力に近い層はほとんど学習できません。' +
      (flat.length > 0
        ? `${flat.join(' や ')} を通るたびに勾配が小さくなっています。隠れ層の活性化関数を relu に替えて重みの初期値を He にする（--init he）か、活性化関数の前に {"type": "batch-normalization"} を置いてください。`
        : '途中の重みが小さすぎます。重みの初期値を He にする（--init he）か、活性化関数の前に {"type": "batch-normalization"} を置いてください。'),
  },
  exploding: {
    en: ({ first, last, ratio }) =>
      `Exploding gradient: what arrives at ${first.place} (${first.name}) is ${times(ratio)} times what arrives at ${last.place} (${last.name}). ` +
      'The weights on the way are so large that every layer makes the gradient larger: begin with smaller ones (--init he or glorot), ' +
      'put {"type": "batch-normalization"} in front of the activations, or clip the gradient (--clip-norm 1) and take a smaller learning rate.',
    ja: ({ first, last, ratio }) =>
      `勾配爆発: ${first.place}（${first.name}）に届く勾配が、${last.place}（${last.name}）に届く勾配の ${times(ratio)} 倍あります。` +
      '途中の重みが大きすぎて、層を通るたびに勾配が大きくなっています。重みの初期値を小さくする（--init he、--init glorot）、' +
      '活性化関数の前に {"type": "batch-normalization"} を置く、勾配をクリッピングする（--clip-norm 1）、学習率を小さくする、といった対策があります。',
  },
}

const textOf = <Kind extends Finding['kind']>(finding: Of<Kind>): Message<Of<Kind>> => texts[finding.kind as Kind]

/** A finding in words: what was seen, what it means, what to do. */
export const findingText: Message<Finding> = {
  en: (finding) => textOf(finding).en(finding),
  ja: (finding) => textOf(finding).ja(finding),
}

/** What is said where nothing was found. */
export const healthyText: Message<{ readonly rows: number }> = {
  en: ({ rows }) => `Nothing stands in the way of learning: no dead or saturated layers, no vanishing or exploding gradient (${rows} rows).`,
  ja: ({ rows }) =>
    `学習を妨げるものは見つかりませんでした。働かない層や飽和した層、勾配消失や勾配爆発はありません（${rows} 行で調査）。`,
}
