/** Texts of the loss surface. */
interface At {
  readonly a: string
  readonly b: string
}

export const surfaceMessages = {
  name: { en: () => 'Loss surface', ja: () => '損失曲面' },
  contour: { en: () => 'Contours', ja: () => '等高線' },
  relief: { en: () => '3-D', ja: () => '立体' },
  seenAs: { en: () => 'Kind of picture', ja: () => '図の種類' },
  plane: { en: () => 'Over', ja: () => '見る方向' },
  byParameters: { en: () => 'parameters', ja: () => 'パラメータ' },
  byGradient: { en: () => 'gradient and random', ja: () => '勾配とランダムな方向' },
  byPath: { en: () => 'directions of the path', ja: () => '経路の主な方向' },
  across: { en: () => 'Across', ja: () => '横軸' },
  up: { en: () => 'Up', ja: () => '縦軸' },
  position: { en: (v: { tensor: string; axis: number }) => `${v.tensor}: index ${v.axis}`, ja: (v: { tensor: string; axis: number }) => `${v.tensor} の添字 ${v.axis}` },
  none: { en: () => 'loss (one parameter only)', ja: () => '損失（パラメータ 1 つだけ）' },
  another: { en: () => 'Another random direction', ja: () => '別のランダムな方向' },
  closer: { en: () => 'Zoom in', ja: () => '拡大' },
  farther: { en: () => 'Zoom out', ja: () => '縮小' },
  fit: { en: () => 'Fit', ja: () => '全体' },
  fitTip: { en: () => 'Show the whole path and the lowest place', ja: () => '経路と最小点の全体を表示' },
  gradient: { en: () => 'Gradient', ja: () => '勾配' },
  turning: { en: () => 'Turn slowly', ja: () => 'ゆっくり回す' },
  turn: { en: () => 'Turn the surface: arrow keys, or drag', ja: () => '曲面を回す: 矢印キーまたはドラッグ' },
  turnedTo: { en: (v: { degrees: number }) => `${v.degrees} degrees`, ja: (v: { degrees: number }) => `${v.degrees} 度` },
  loss: { en: () => 'Loss L', ja: () => '損失 L' },
  lossLogarithmic: { en: () => 'Loss L (log scale)', ja: () => '損失 L（対数目盛）' },
  alongGradient: { en: () => 'down the gradient →', ja: () => '勾配を下る向き →' },
  random: { en: () => 'random direction ↑', ja: () => 'ランダムな方向 ↑' },
  firstOfPath: { en: () => 'main direction of the path →', ja: () => '経路の第 1 主方向 →' },
  secondOfPath: { en: () => 'second direction ↑', ja: () => '第 2 主方向 ↑' },
  shortGradient: { en: () => 'down ∇L', ja: () => '勾配を下る' },
  shortRandom: { en: () => 'random', ja: () => 'ランダム' },
  shortFirst: { en: () => 'direction 1', ja: () => '第 1 主方向' },
  shortSecond: { en: () => 'direction 2', ja: () => '第 2 主方向' },
  computing: { en: () => 'Computing the surface …', ja: () => '曲面を計算しています…' },
  walked: { en: () => 'path walked', ja: () => 'たどった経路' },
  present: { en: () => 'present weights', ja: () => '現在の重み' },
  start: { en: () => 'start', ja: () => '出発点' },
  next: { en: () => 'next step', ja: () => '次のステップ' },
  longer: { en: () => 'next step (× so many times as long, where it is short)', ja: () => '次のステップ（短いときは × の倍率で拡大）' },
  lowest: { en: () => 'lowest place in sight', ja: () => '範囲内の最小点' },
  gradientKey: { en: () => 'gradient ∇L, at right angles to the contour', ja: () => '勾配 ∇L（等高線と直交）' },
  bluer: { en: () => 'the bluer, the lower the loss', ja: () => '青いほど損失が小さい' },
  about: {
    en: (v: At & { loss: string }) => `Contours of the loss over ${v.a} and ${v.b}; the present loss is ${v.loss}`,
    ja: (v: At & { loss: string }) => `${v.a} と ${v.b} に対する損失の等高線。現在の損失は ${v.loss}`,
  },
  aboutRelief: {
    en: (v: At & { loss: string }) => `The loss over ${v.a} and ${v.b} as a surface in space; the present loss is ${v.loss}`,
    ja: (v: At & { loss: string }) => `${v.a} と ${v.b} に対する損失を立体的な曲面として表示。現在の損失は ${v.loss}`,
  },
  aboutCurve: {
    en: (v: { a: string; loss: string }) => `The loss over ${v.a}; the present loss is ${v.loss}`,
    ja: (v: { a: string; loss: string }) => `${v.a} に対する損失の曲線。現在の損失は ${v.loss}`,
  },
  handle: {
    en: (v: At & { x: string; y: string }) => `Initial weights: ${v.a} = ${v.x}, ${v.b} = ${v.y}. Drag, or move with the arrow keys, to begin from elsewhere`,
    ja: (v: At & { x: string; y: string }) => `初期値: ${v.a} = ${v.x}、${v.b} = ${v.y}。ドラッグか矢印キーで動かすと、そこから学習をやり直します`,
  },
  explain: {
    en: () => 'Along a line the loss is the same. The step goes down, at right angles to the lines: where they lie close the slope is steep and the step long; towards the valley floor the steps get shorter. If the learning rate α is too large, steps jump across the valley, and may climb out of it.',
    ja: () => '1 本の線の上では損失が等しくなります。ステップは線に直交する向きに下ります。線が密なところは傾きが急でステップが長く、谷底に近づくほど短くなります。学習率 α が大きすぎると谷を飛び越え、外へ登っていくこともあります。',
  },
  explainCurve: {
    en: () => 'The slope of the curve is the derivative. The step goes down against it, the further the steeper; at the lowest place the derivative is 0 and the steps end.',
    ja: () => '曲線の傾きが微分です。ステップは傾きと逆向きに、急なほど大きく進みます。最小点では微分が 0 になり、それ以上動きません。',
  },
  explainOptimizer: {
    en: () => 'The arrow is the step that the optimizer makes. It need not be at right angles to the lines.',
    ja: () => '矢印は最適化手法が実際に進む向きです。等高線と直交するとは限りません。',
  },
  unequal: {
    en: () => 'The axes have different scales, so right angles do not look right here.',
    ja: () => '縦横の縮尺が異なるため、直角でも直角には見えません。',
  },
  held: {
    en: () => 'All other parameters stay as they are at this moment, so the picture itself changes from step to step.',
    ja: () => '他のパラメータは現在の値のまま固定しています。そのため図そのものもステップごとに変わります。',
  },
  slice: {
    en: () => 'The parameters span more dimensions than a picture has: this is the cut through the present weights; the random direction is scaled filter by filter.',
    ja: () => 'パラメータは図より多くの次元をもつため、現在の重みを通る断面を表示しています。ランダムな方向はフィルターごとに大きさをそろえています。',
  },
  share: {
    en: (v: { percent: string }) => `This plane holds ${v.percent} % of the path's variance.`,
    ja: (v: { percent: string }) => `この平面は経路の分散の ${v.percent} % を表しています。`,
  },
  sampled: {
    en: (v: { rows: number }) => `Computed on ${v.rows} of the training rows.`,
    ja: (v: { rows: number }) => `学習データから選んだ ${v.rows} 行で計算しています。`,
  },
  batches: {
    en: () => 'The arrow is for these rows; a mini-batch sees some of them only and steps aside a little.',
    ja: () => '矢印はこれらの行での値です。ミニバッチは一部の行だけを見るため、実際のステップは少しずれます。',
  },
  drag: {
    en: () => 'Drag the point to choose the initial weights.',
    ja: () => '点をドラッグすると、初期値を選べます。',
  },
  outside: {
    en: () => 'The weights have left the picture: the steps are too large. Choose a smaller learning rate.',
    ja: () => '重みが図の外に出ました。ステップが大きすぎます。学習率を小さくしてください。',
  },
  behind: {
    en: (v: { iteration: number }) => `surface as of iteration ${v.iteration}`,
    ja: (v: { iteration: number }) => `曲面は繰り返し ${v.iteration} のもの`,
  },
}
