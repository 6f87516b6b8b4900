/** Why things were chosen as they were, when the user left the choice to Kudari. */
import type { Message } from '../messages/message.ts'
import { formatNumber } from '../messages/numbers.ts'

/** What a target may hold. */
export const targetKinds = {
  twoClasses: { en: () => 'two classes', ja: () => ' 2 クラス' },
  classes: { en: () => 'classes', ja: () => 'クラス' },
  numbers: { en: () => 'numbers to predict', ja: () => '数値' },
} satisfies Record<string, Message>

interface ModelForTask {
  readonly model: string
  readonly needs: Message
  readonly target: string
  /** 0 for numbers. */
  readonly classes: number
}

interface RoomWanted {
  readonly parameters: number
  readonly bytes: number
  readonly most: number
  readonly perParameter: number
  readonly optimizer: string
  /** Numbers for each parameter that the optimizer remembers. */
  readonly remembered: number
  readonly largest: string
}

const grouped = (count: number): string => count.toLocaleString('en-US')
const gibibytes = (bytes: number): string => formatNumber(bytes / 2 ** 30, 3)

export const fitMessages = {
  validationHeldOut: {
    en: (v: { rows: number; fraction: number; stratified: boolean }) =>
      `validation: ${v.rows} rows (${formatNumber(v.fraction * 100, 3)} %) held out at random` +
      (v.stratified ? ', with the same share of every class' : ''),
    ja: (v: { rows: number; fraction: number; stratified: boolean }) =>
      `検証: ${v.rows} 行（${formatNumber(v.fraction * 100, 3)} %）を無作為に取り分けました` +
      (v.stratified ? '（クラスの割合は保っています）' : ''),
  },
  tooFewToHoldOut: {
    en: (v: { rows: number; least: number }) =>
      `validation: none, because ${v.rows} rows are too few to hold any out (fewer than ${v.least}); --validation 0.2 does it all the same`,
    ja: (v: { rows: number; least: number }) =>
      `検証: なし。${v.rows} 行では少なすぎて検証用に分けられません（${v.least} 行未満）。それでも分けるには --validation 0.2 を指定してください`,
  },
  validationTable: {
    en: (v: { source: string; rows: number }) => `validation: ${v.rows} rows of ${v.source}`,
    ja: (v: { source: string; rows: number }) => `検証: ${v.source} の ${v.rows} 行`,
  },
  model: {
    en: (v: { model: string; task: string; classes: number }) =>
      `model: ${v.model}, because ` +
      (v.task === 'regression' ? 'the target is a number' : `there are ${v.classes} classes`),
    ja: (v: { model: string; task: string; classes: number }) =>
      `モデル: ${v.model}（${v.task === 'regression' ? '目的変数が数であるため' : `クラスが ${v.classes} 個であるため`}）`,
  },
  scale: {
    en: () => `scale: standard, so that one learning rate suits every input (--scale none leaves the inputs as they are)`,
    ja: () => `尺度: standard。1 つの学習率がどの入力にも合うようにします（--scale none で入力をそのまま使います）`,
  },
  pixels: {
    en: ({ white }: { white: number }) => `scale: pixels, x / ${white}, so that every pixel lies between 0 and 1 and the picture stays as it is (--scale standard standardises each pixel)`,
    ja: ({ white }: { white: number }) => `尺度: pixels（x / ${white}）。どのピクセルも 0〜1 に収まり、画像の見え方は変わりません（--scale standard でピクセルごとに標準化します）`,
  },
  learningRate: {
    en: (v: { learningRate: number; curvature: number; batch: boolean }) =>
      `learning rate: ${formatNumber(v.learningRate)}, because the curvature of the loss is ${formatNumber(v.curvature, 3)} ` +
      `and steps are safe up to 1 / curvature${v.batch ? '; less for mini-batches' : ''}`,
    ja: (v: { learningRate: number; curvature: number; batch: boolean }) =>
      `学習率: ${formatNumber(v.learningRate)}。損失の曲率は ${formatNumber(v.curvature, 3)} で、1 / 曲率 までは安全に進めます` +
      (v.batch ? '（ミニバッチではさらに小さくします）' : ''),
  },
  foundRate: {
    en: (v: { learningRate: number; lowest: number }) =>
      `learning rate: ${formatNumber(v.learningRate)}, a tenth of the rate at which the range test found the lowest loss (${formatNumber(v.lowest, 2)})`,
    ja: (v: { learningRate: number; lowest: number }) =>
      `学習率: ${formatNumber(v.learningRate)}。範囲テストで損失が最小になった学習率 ${formatNumber(v.lowest, 2)} の 1/10 です`,
  },
  neverFell: {
    en: () => `learning rate: the range test found none at which the loss falls`,
    ja: () => `学習率: 範囲テストでは損失の下がる学習率が見つかりませんでした`,
  },
  usualRate: {
    en: (v: { learningRate: number; optimizer: string }) => `learning rate: ${formatNumber(v.learningRate)}, the usual one for ${v.optimizer}, which sizes its steps itself`,
    ja: (v: { learningRate: number; optimizer: string }) => `学習率: ${formatNumber(v.learningRate)}。歩幅を自分で調整する ${v.optimizer} の標準の値です`,
  },
  optimizer: {
    en: (v: { optimizer: string }) => `optimizer: ${v.optimizer}, because no single learning rate suits all layers of a network (--optimizer sgd is plain gradient descent)`,
    ja: (v: { optimizer: string }) => `最適化手法: ${v.optimizer}。ネットワークでは 1 つの学習率がすべての層に合うことはないためです（--optimizer sgd で通常の勾配降下法）`,
  },
  networkBatch: {
    en: (v: { batch: number; rows: number }) => `batch: ${v.batch} of ${v.rows} rows a step, because networks learn faster from many small steps (--batch full uses all)`,
    ja: (v: { batch: number; rows: number }) => `バッチ: 1 回に ${v.rows} 行中 ${v.batch} 行。ネットワークは小さな更新を重ねるほうが速く学習します（--batch full で全行を使います）`,
  },
  batch: {
    en: (v: { batch: number; rows: number }) =>
      `batch: ${v.batch} rows a step, because ${v.rows} rows at once would be slow (--batch full uses all)`,
    ja: (v: { batch: number; rows: number }) =>
      `バッチ: 1 回に ${v.batch} 行。${v.rows} 行を一度に使うと遅くなるためです（--batch full で全行を使います）`,
  },
  iterations: {
    en: (v: { iterations: number; validation: boolean }) =>
      `iterations: at most ${v.iterations}; stops when the ${v.validation ? 'validation ' : ''}loss no longer falls`,
    ja: (v: { iterations: number; validation: boolean }) =>
      `繰り返し: 最大 ${v.iterations} 回。${v.validation ? '検証データの' : ''}損失が下がらなくなったら止めます`,
  },
  rowsWithoutTarget: {
    en: (v: { rows: number; target: string }) => `${v.rows} rows have no ${v.target} and are not used`,
    ja: (v: { rows: number; target: string }) => `${v.target} の値がない ${v.rows} 行は使いません`,
  },
  modelForTask: {
    en: (v: ModelForTask) =>
      `--model ${v.model} needs a target that holds ${v.needs.en()}, but \`${v.target}\` holds ` +
      `${v.classes === 0 ? targetKinds.numbers.en() : `${v.classes} classes`}; choose another model or --task`,
    ja: (v: ModelForTask) =>
      `--model ${v.model} の目的変数は${v.needs.ja()}でなければなりませんが、\`${v.target}\` は` +
      `${v.classes === 0 ? targetKinds.numbers.ja() : ` ${v.classes} クラス`}です。別のモデルか --task を指定してください`,
  },
  lossForModel: {
    en: (v: { loss: string; model: string; allowed: string }) =>
      `--loss ${v.loss} does not fit the model ${v.model}; choose ${v.allowed}`,
    ja: (v: { loss: string; model: string; allowed: string }) =>
      `--loss ${v.loss} はモデル ${v.model} では使えません。${v.allowed} から選んでください`,
  },
  onlyForNetworks: {
    en: (v: { option: string; model: string }) => `--${v.option} is for the hidden layers of --model mlp:... and cnn; ${v.model} has none`,
    ja: (v: { option: string; model: string }) => `--${v.option} は隠れ層のある --model mlp:... と cnn で使います。${v.model} に隠れ層はありません`,
  },
  noImages: {
    en: () => `--model cnn looks at images, and these inputs are none; --image 28x28 says that the columns are pixels, and --scale and --features keep them so`,
    ja: () => `--model cnn は画像を見るモデルですが、入力が画像ではありません。列がピクセルなら --image 28x28 のように大きさを指定してください`,
  },
  augmentNeedsImages: {
    en: () => `--augment moves the pixels of images, and these inputs are none; --image 28x28 says that the columns are pixels`,
    ja: () => `--augment は画像のピクセルを動かすオプションですが、入力が画像ではありません。列がピクセルなら --image 28x28 のように大きさを指定してください`,
  },
  augmentNeedsPixels: {
    en: () => `--augment moves pixels from one column to another, so that all must be scaled alike, and black be 0; use --scale pixels or none, without --center`,
    ja: () => `--augment はピクセルを別の列に動かすので、すべての列の尺度が同じで、黒が 0 でなければなりません。--scale pixels か none とし、--center は外してください`,
  },
  augmentedScript: {
    en: () => `a run with --augment cannot be written as a NumPy program, because it learns from other images in every epoch; --step N lays any step of it open`,
    ja: () => `--augment を使った学習は、エポックごとに画像が変わるため NumPy のプログラムとして書き出せません。--step N でどの回の更新も開いて見られます`,
  },
  noRoom: {
    en: (v: RoomWanted) =>
      `the model has ${grouped(v.parameters)} parameters; to learn them takes ${gibibytes(v.bytes)} GiB of memory ` +
      `(${v.perParameter} bytes for each: its weight${v.remembered === 0 ? ' and its gradient' : `, its gradient and what ${v.optimizer} remembers of it`}), but there are ${gibibytes(v.most)}. ` +
      `The largest tensor is ${v.largest}: take fewer units`,
    ja: (v: RoomWanted) =>
      `モデルのパラメータは ${grouped(v.parameters)} 個で、学習には ${gibibytes(v.bytes)} GiB のメモリが必要です` +
      `（重みと勾配${v.remembered === 0 ? '' : `、${v.optimizer} が覚えておく値`}に 1 個あたり ${v.perParameter} バイト）。使えるのは ${gibibytes(v.most)} GiB までです。` +
      `最も大きいテンソルは ${v.largest} です。ユニットの数を減らしてください`,
  },
  notForLoss: {
    en: (v: { option: string; loss: string }) => `--${v.option} means nothing to the loss ${v.loss}`,
    ja: (v: { option: string; loss: string }) => `--${v.option} は損失 ${v.loss} では使えません`,
  },
  classWeightCount: {
    en: (v: { classes: number; found: number }) => `--class-weights: there are ${v.classes} classes, but ${v.found} weights are given; their order is that of the sorted classes`,
    ja: (v: { classes: number; found: number }) => `--class-weights: クラスは ${v.classes} 個ですが、重みが ${v.found} 個指定されました。整列したクラスの順に指定してください`,
  },
  noValidationRows: {
    en: (v: { source: string; target: string }) =>
      `${v.source}: no row has a usable value of ${v.target}; validation needs at least one`,
    ja: (v: { source: string; target: string }) =>
      `${v.source}: 目的変数 ${v.target} の使える値を持つ行がありません。検証には 1 行以上必要です`,
  },
}
