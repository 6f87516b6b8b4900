/** Lessons on models and the data that they learn from, in words. */
import { type LessonTexts, n, percent } from './text.ts'

export const dataTexts: LessonTexts<'overfitting' | 'memorised' | 'penalised' | 'tooSimple' | 'neverPredicted' | 'leak' | 'fewRows'> = {
  overfitting: {
    title: { en: () => 'It overfits', ja: () => '過学習しています' },
    seen: {
      en: ({ best, lowest, now, trainThen, trainNow }) =>
        `The validation loss was lowest after ${best} steps (${n(lowest)}) and has risen to ${n(now)} since, ` +
        `while the training loss fell from ${n(trainThen)} to ${n(trainNow)}.`,
      ja: ({ best, lowest, now, trainThen, trainNow }) =>
        `検証データの損失は ${best} ステップで最小（${n(lowest)}）になり、その後 ${n(now)} まで増えました。` +
        `その間も、学習データの損失は ${n(trainThen)} から ${n(trainNow)} に減っています。`,
    },
    why: {
      en: () =>
        'The model has begun to learn its rows by heart, noise and all: what it learns now is true of these rows only. It helps to keep the weights ' +
        'small by a penalty, to stop earlier, to take a smaller model, or more data.',
      ja: () =>
        'データの傾向だけでなく、偶然のばらつき（ノイズ）まで覚え始めたためです。この先の学習は、手元のデータにしか当てはまりません。' +
        '正則化で重みを小さく保つ、早めに学習を止める、モデルを小さくする、データを増やす、といった対策があります。',
    },
    formula: () => 'L + \\frac{\\lambda}{2} \\lVert w \\rVert^2',
  },
  memorised: {
    title: { en: () => 'It knows its own rows far better', ja: () => '学習データだけをよく当てています' },
    seen: {
      en: ({ measure, train, validation, rows }) =>
        measure === 'accuracy'
          ? `Of the rows that it learns from ${percent(train)} are right, of the ${rows} rows held out ${percent(validation)}.`
          : `Its errors are about ${n(train)} on rows that it learns from, and ${n(validation)} on the ${rows} rows held out (root mean squares).`,
      ja: ({ measure, train, validation, rows }) =>
        measure === 'accuracy'
          ? `正解率は、学習データでは ${percent(train)} ですが、検証データ（${rows} 行）では ${percent(validation)} です。`
          : `誤差（二乗平均平方根）は、学習データでは約 ${n(train)} ですが、検証データ（${rows} 行）では約 ${n(validation)} です。`,
    },
    why: {
      en: () =>
        'A part of what it has learned holds for these rows only. How good a model is, only rows that it has not seen can tell. A penalty, a smaller ' +
        'model or more data brings the two closer together.',
      ja: () =>
        '学んだことの一部は、手元のデータにしか当てはまりません。モデルの実力は、学習に使っていないデータでしか測れません。' +
        '正則化、より小さなモデル、より多くのデータが、この差を縮めます。',
    },
    formula: () => 'L + \\frac{\\lambda}{2} \\lVert w \\rVert^2',
  },
  penalised: {
    title: { en: () => 'The penalty is too strong', ja: () => '正則化が強すぎます' },
    seen: {
      en: ({ penalty, share, now, ignorant }) =>
        `With the penalty ${n(penalty)}, the weights have shrunk to ${percent(share)} of their first size. The loss without the penalty, ` +
        `${n(now)}, is about that of saying the same of every row (${n(ignorant)}).`,
      ja: ({ penalty, share, now, ignorant }) =>
        `正則化の強さ ${n(penalty)} によって、重みは最初の大きさの ${percent(share)} まで縮みました。` +
        `正則化の項を除いた損失 ${n(now)} は、どの行にも同じ答えを返す場合（${n(ignorant)}）とほとんど変わりません。`,
    },
    why: {
      en: () =>
        'What is made small is the sum of loss and penalty. Where the penalty weighs more than anything that could be learned, ' +
        'it pays to let all weights go to 0.',
      ja: () => '最小にしているのは、損失と正則化の項の和です。正則化の項が、学習で減らせる損失よりも大きいと、重みをすべて 0 に近づけるのが最善になってしまいます。',
    },
    formula: () => 'L + \\frac{\\lambda}{2} \\lVert w \\rVert^2',
  },
  tooSimple: {
    title: { en: () => 'The model is too simple', ja: () => 'モデルが単純すぎます' },
    seen: {
      en: ({ measure, model, neighbours, count }) =>
        measure === 'accuracy'
          ? `The model is right in ${percent(model)} of the rows. Whoever goes by the ${count} nearest other rows is right in ${percent(neighbours)}.`
          : `The model’s errors are about ${n(model)} (root mean square). Whoever takes the mean of the ${count} nearest other rows errs by about ${n(neighbours)}.`,
      ja: ({ measure, model, neighbours, count }) =>
        measure === 'accuracy'
          ? `モデルの正解率は ${percent(model)} です。ところが、最も近い ${count} 行の多数決で答えるだけで、${percent(neighbours)} が正解になります。`
          : `モデルの誤差（二乗平均平方根）は約 ${n(model)} です。ところが、最も近い ${count} 行の平均を答えるだけで、誤差は約 ${n(neighbours)} になります。`,
    },
    why: {
      en: ({ measure }) =>
        'So there is a pattern, but not a straight one. Without a hidden layer a model can only ' +
        `${measure === 'accuracy' ? 'draw a straight border' : 'lay a straight line or a plane'}, however long it learns. A hidden layer bends it.`,
      ja: ({ measure }) =>
        'つまり規則性はあるのですが、まっすぐではありません。隠れ層のないモデルは、いくら学習しても' +
        `${measure === 'accuracy' ? 'まっすぐな境界しか引けません' : '直線や平面しか当てはめられません'}。隠れ層を加えると、曲げられるようになります。`,
    },
    formula: ({ measure }) => (measure === 'accuracy' ? 'w_0 + w_1 x_1 + w_2 x_2 + \\cdots = 0' : 'y_p = w_0 + w_1 x_1 + \\cdots'),
  },
  neverPredicted: {
    title: { en: () => 'A class is never predicted', ja: () => '一度も予測されないクラスがあります' },
    seen: {
      en: ({ classes, share, accuracy }) =>
        `No row is predicted as ${classes.join(', ')}, although ${percent(share)} of the rows are. ` +
        `Still, ${percent(accuracy)} of the predictions are right.`,
      ja: ({ classes, share, accuracy }) =>
        `データの ${percent(share)} は ${classes.join('、')} なのに、そう予測された行は 1 つもありません。それでも正解率は ${percent(accuracy)} です。`,
    },
    why: {
      en: () =>
        'Where a class is rare, always naming the others is right most of the time and costs little loss; the accuracy hides it. With balanced ' +
        'weights, all classes count the same in the loss, however few rows they have.',
      ja: () =>
        'データの少ないクラスがあると、ほかのクラスとだけ答えていてもたいてい当たり、損失もあまり増えません。正解率を見ていても気づけません。' +
        'クラスの重みをそろえると、行の少ないクラスも損失の中で同じ重さになります。',
    },
    formula: () => '\\text{weight}_k = \\frac{M}{K\\, M_k}',
  },
  leak: {
    title: { en: () => 'A column gives the answer away', ja: () => '答えを漏らしている列があります' },
    seen: {
      en: ({ column, accuracy, baseline }) =>
        `Whether “${column}” has a value is enough to name the right class in ${percent(accuracy)} of the rows ` +
        `(always the most frequent class: ${percent(baseline)}).`,
      ja: ({ column, accuracy, baseline }) =>
        `「${column}」に値があるかどうかだけで、${percent(accuracy)} の行のクラスが当たります（最も多いクラスだけを答えた場合は ${percent(baseline)}）。`,
    },
    why: {
      en: () =>
        'Such a column is often filled in only once the answer is known. The model then looks excellent here and fails in use, ' +
        'where the column is still empty.',
      ja: () =>
        'このような列は、答えが分かってから記入されたものかもしれません。そうだとすると、ここでは見かけ上よく当たりますが、その列がまだ空欄の、' +
        '実際の予測では役に立ちません。これをデータリーク（リーケージ）といいます。',
    },
  },
  fewRows: {
    title: { en: () => 'Few rows for so many parameters', ja: () => 'パラメータの数に比べてデータが少なすぎます' },
    seen: {
      en: ({ rows, parameters, isChecked }) =>
        `${parameters} parameters are learned from ${rows} rows` +
        (isChecked ? '.' : ', and no rows are held out to show whether they were only learned by heart.'),
      ja: ({ rows, parameters, isChecked }) =>
        `${rows} 行のデータから ${parameters} 個のパラメータを学習しています。${isChecked ? '' : '丸暗記していないかを確かめる検証データもありません。'}`,
    },
    why: {
      en: () =>
        'With as many free numbers as rows, a model can meet every row exactly, whatever the rule behind them is. A small loss then says nothing; ' +
        'only rows that it has not seen do.',
      ja: () =>
        '自由に選べる数が行の数ほどあると、モデルは、背後の規則がどうであれ、すべての行にぴったり合わせられます。損失が小さくても実力とはいえず、' +
        '学習に使っていないデータで確かめるしかありません。',
    },
  },
}
