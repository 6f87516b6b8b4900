/** Lessons on the length of steps, in words. */
import { type LessonTexts, about, n, texNumber } from './text.ts'

export const rateTexts: LessonTexts<'tooLarge' | 'tooSmall' | 'tooSmallSteps' | 'unscaled'> = {
  tooLarge: {
    title: { en: () => 'The learning rate is too large', ja: () => '学習率が大きすぎます' },
    seen: {
      en: ({ how, learningRate, lowest, now, limit }) =>
        (how === 'grows'
          ? `With the learning rate ${n(learningRate)}, the loss has grown from ${n(lowest)} to ${n(now)}.`
          : `With the learning rate ${n(learningRate)}, the loss goes up and down and gets nowhere: ` +
            `it is ${n(now)}, and was ${n(lowest)} at its lowest.`) +
        (limit === undefined ? '' : ` The curvature of the loss allows less than ${n(limit)}.`),
      ja: ({ how, learningRate, lowest, now, limit }) =>
        (how === 'grows'
          ? `学習率 ${n(learningRate)} で進めたところ、損失が ${n(lowest)} から ${n(now)} まで増えました。`
          : `学習率 ${n(learningRate)} では、損失が上がったり下がったりするばかりで、減っていきません（現在 ${n(now)}、最小 ${n(lowest)}）。`) +
        (limit === undefined ? '' : `損失の曲率から見て、学習率は ${n(limit)} 未満でなければなりません。`),
    },
    why: {
      en: () =>
        'A step goes down the slope, but so far that it lands beyond the bottom, higher up on the other side. There the slope is steeper still, ' +
        'and the next step even longer. Gradient descent settles only while the learning rate is below 2 divided by the curvature.',
      ja: () =>
        '勾配の逆向きに進んでも、歩幅が大きすぎると谷底を飛び越えて、反対側の斜面のもっと高いところに着いてしまいます。そこでは傾きがさらに急なので、' +
        '次の一歩はもっと大きくなります。勾配降下法が収束するのは、学習率が「2 ÷ 曲率」より小さいときだけです。',
    },
    formula: ({ limit }) => (limit === undefined ? '\\alpha < \\frac{2}{\\lambda}' : `\\alpha < \\frac{2}{\\lambda} = ${texNumber(limit)}`),
  },
  tooSmall: {
    title: { en: () => 'The learning rate is too small', ja: () => '学習率が小さすぎます' },
    seen: {
      en: ({ learningRate, allowed, now, after, steps }) =>
        `With the learning rate ${n(learningRate)}, the loss (${n(now)}) falls very slowly. The curvature allows ${n(allowed)}: ` +
        `one step of that length would bring it to ${n(after)}, which takes about ${about(steps)} of the present ones.`,
      ja: ({ learningRate, allowed, now, after, steps }) =>
        `学習率 ${n(learningRate)} では、損失（現在 ${n(now)}）がなかなか減りません。曲率から見ると学習率は ${n(allowed)} まで大きくでき、` +
        `その 1 ステップで損失は ${n(after)} になります。今の歩幅では、約 ${about(steps)} ステップかかる道のりです。`,
    },
    why: {
      en: () =>
        'A step is the learning rate times the gradient. Where the rate is a hundredth of what the slope allows, the way to the bottom takes ' +
        'a hundred times as many steps. The direction is right; it only takes very long.',
      ja: () =>
        '一歩の大きさは「学習率 × 勾配」です。学習率が、許される大きさの 100 分の 1 しかなければ、谷底に着くまでに 100 倍のステップが必要です。' +
        '進む方向は正しいのですが、時間がかかりすぎます。',
    },
    formula: () => 'w \\leftarrow w - \\alpha\\, \\frac{\\partial L}{\\partial w}',
  },
  tooSmallSteps: {
    title: { en: () => 'The learning rate is too small', ja: () => '学習率が小さすぎます' },
    seen: {
      en: ({ learningRate, usual, steps, first, now }) =>
        `After ${steps} steps with the learning rate ${n(learningRate)}, the loss is still ${n(now)} (${n(first)} at the start). ` +
        `The usual rate of this optimizer is ${n(usual)}.`,
      ja: ({ learningRate, usual, steps, first, now }) =>
        `学習率 ${n(learningRate)} で ${steps} ステップ進みましたが、損失はまだ ${n(now)} です（最初は ${n(first)}）。` +
        `この最適化手法では、学習率は ${n(usual)} が標準的です。`,
    },
    why: {
      en: ({ learningRate, steps }) =>
        'This optimizer brings every step to about the same size, the learning rate, however large the gradient is. ' +
        `In ${steps} steps, a weight can have moved by about ${about(learningRate * steps)} at most.`,
      ja: ({ learningRate, steps }) =>
        'この最適化手法では、勾配の大きさにかかわらず、一歩の大きさがほぼ学習率に等しくなります。' +
        `${steps} ステップでは、重みは最大でも約 ${about(learningRate * steps)} しか動けません。`,
    },
  },
  unscaled: {
    title: { en: () => 'The inputs are not scaled', ja: () => '入力の尺度がそろっていません' },
    seen: {
      en: ({ columns, limit, now, after, steps }) =>
        `${columns.map(({ name, mean, deviation }) => `“${name}” has a mean of ${n(mean)} and a standard deviation of ${n(deviation)}`).join('; ')}. ` +
        `The learning rate must stay below ${n(limit)}, and the loss (${n(now)}) hardly falls. One step on scaled columns would bring it to ` +
        `${n(after)}; at the present pace that takes about ${about(steps)} steps.`,
      ja: ({ columns, limit, now, after, steps }) =>
        `${columns.map(({ name, mean, deviation }) => `「${name}」は平均 ${n(mean)}、標準偏差 ${n(deviation)}`).join('、')} です。` +
        `学習率を ${n(limit)} 以上にはできないため、損失（現在 ${n(now)}）がほとんど減りません。尺度をそろえれば 1 ステップで ${n(after)} まで下がりますが、` +
        `今の進み方では約 ${about(steps)} ステップかかります。`,
    },
    why: {
      en: () =>
        'The loss is a long, narrow valley: steep along the weights of columns with large values, nearly flat along the others. The steep sides ' +
        'limit the learning rate, and with such short steps the flat direction is hardly walked at all. Subtracting the mean (the talk moves the ' +
        'axes) and dividing by the standard deviation makes the valley round.',
      ja: () =>
        '損失が細長い谷の形をしているためです。値の大きい列の重みの方向は急な斜面で、ほかの方向はほとんど平らです。急な斜面に合わせて歩幅を小さくすると、' +
        '平らな方向にはなかなか進めません。各列から平均を引き（講義の「軸の移動」）、標準偏差で割ると、谷は丸くなります。',
    },
    formula: () => "x' = \\frac{x - \\mu}{\\sigma}",
  },
}
