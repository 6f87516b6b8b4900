/** The options of every command: one table each, from which parsing, types and help follow. */
import { type Initializer, activationNames, augmentationForm, initializerForms, isInitializer, lossNames, optimizerNames, scheduleForms } from 'kudari'
import {
  type Kind,
  character,
  either,
  flag,
  imageSize,
  number,
  numbers,
  oneOf,
  option,
  pairs,
  path,
  text,
  texts,
  webAddress,
  whole,
} from './option.ts'

const columnTypes = ['number', 'integer', 'boolean', 'category', 'text', 'date'] as const

/** `he`, `normal:0.1`, ...: see the library's initializers. */
const initializer: Kind<Initializer> = {
  placeholder: initializerForms.join('|'),
  expected: {
    en: () => `one of ${initializerForms.join(', ')}`,
    ja: () => `${initializerForms.join('、')} のいずれか`,
  },
  read: (text) => (isInitializer(text) ? text : undefined),
}

/** How often something is done: `5` epochs, `30s`, `10m`; `off`: never. */
const everyKind: Kind<{ readonly epochs?: number; readonly seconds?: number }> = {
  placeholder: '5|30s|10m|off',
  expected: {
    en: () => 'a number of epochs (5), of seconds (30s) or minutes (10m), or off',
    ja: () => 'エポック数（5）、秒数（30s）、分数（10m）、off のいずれか',
  },
  read(value) {
    if (value === 'off') return {}
    const [, count, unit] = /^(\d+)([sm]?)$/.exec(value) ?? []
    if (count === undefined || Number(count) === 0) return undefined
    return unit === '' ? { epochs: Number(count) } : { seconds: Number(count) * (unit === 'm' ? 60 : 1) }
  },
}

/** How files are read; the same for every command. */
export const reading = {
  encoding: option(
    'data',
    text('NAME'),
    'utf-8, utf-16le, utf-16be, shift_jis or euc-jp; detected if not given',
    'utf-8、utf-16le、utf-16be、shift_jis、euc-jp。省略すると自動判別',
  ),
  delimiter: option('data', character('C'), 'between fields; detected if not given', '区切り文字。省略すると自動判別'),
  quote: option('data', character('C'), 'around fields; detected if not given', '引用符。省略すると自動判別'),
  comment: option(
    'data',
    text('C'),
    'lines that begin with it are passed over',
    'この文字で始まる行を読み飛ばす',
  ),
  missing: option(
    'data',
    texts('A,B,...', true),
    "texts that stand for a missing value (default: '', NA, NaN, null, ?, -, 欠損, ...)",
    '欠損値を表す文字列（既定: 空文字、NA、NaN、null、?、-、欠損 など）',
  ),
}

/** Where the labels of images are, for commands that need them. */
const labelling = {
  labels: option(
    'data',
    path('FILE'),
    'of images in IDX: their labels; default: the file beside them with labels-idx1 in its name',
    'IDX 形式の画像のラベル。既定は同じ場所にある labels-idx1 の名前のファイル',
  ),
}

/** How a command speaks. */
export const speaking = {
  lang: option('output', oneOf('ja', 'en'), 'language; default: that of the locale', '表示言語。既定はロケールに従う'),
  quiet: flag('output', 'print errors only', 'エラーだけを表示する'),
  json: flag('output', 'print one JSON object on standard output, nothing else', '標準出力に JSON オブジェクトを 1 個だけ出力する'),
  help: flag('output', 'show this help', 'このヘルプを表示する'),
}

/** How computations are carried out. */
const executing = {
  threads: option('execution', whole(1), 'results depend on it only where a BLAS is used; default: as many as the machine has', '結果が変わるのは BLAS を使うときだけ。既定はマシンのスレッド数'),
  blas: option(
    'execution',
    text('auto|off|PATH'),
    "the system's BLAS for large matrix products, if there is one; default: $KUDARI_BLAS or auto",
    '大きな行列積にシステムの BLAS を使うか。既定は環境変数 KUDARI_BLAS または auto',
  ),
}

const learningProblem = {
  target: option('data', text('COLUMN'), 'the column to predict (required)', '予測する列（必須）'),
  features: option(
    'data',
    texts('A,B,...'),
    'the columns to predict it from, in this order; default: all that are of use',
    '予測に使う列（この順）。既定は使えるすべての列',
  ),
  task: option('data', oneOf('regression', 'classification'), 'default: what the target asks for', '既定は目的変数から判断'),
  ...reading,
  ...labelling,
  image: option(
    'data',
    imageSize('28x28'),
    'the columns of numbers are the pixels of images of this size (height x width, x channels if there are several)',
    '数値の列を、この大きさの画像のピクセルとみなす（高さ x 幅、複数チャンネルなら x チャンネル数）',
  ),
  types: option('data', pairs('COL', ...columnTypes), 'types of columns, instead of the detected ones', '列の型の指定（自動判別の代わり）'),
  center: flag(
    'data',
    'subtract the mean from inputs and target, as the talk does',
    '入力と目的変数から平均を引く（講演と同じ）',
  ),
  scale: option(
    'data',
    oneOf('standard', 'minmax', 'pixels', 'none'),
    'divide inputs by their standard deviation, map each to 0..1, or divide all by the largest (pixels); default: standard, pixels for images, none with --center',
    '入力を標準偏差で割る、0〜1 にそろえる、または全体の最大値で割る（pixels）。既定は standard（画像なら pixels、--center があれば none）',
  ),
  impute: option('data', oneOf('median', 'mean', 'most_frequent'), 'what fills missing numbers; default: median', '欠けた数の補い方。既定は median'),
  validation: option(
    'data',
    number('a share from 0 up to, not including, 1', '0 以上 1 未満の割合', (value) => value >= 0 && value < 1),
    'share of the rows held out; 0 trains on every row; default: 0.2, 0 for small tables',
    '検証用に取り分ける行の割合。0 なら全行で学習。既定は 0.2（小さな表では 0）',
  ),
  'validation-data': option('data', path('FILE'), 'a table of its own to validate with', '検証用の別の表'),

  model: option(
    'model',
    text('linear|logistic|softmax|mlp:128,64|cnn|SPEC.json'),
    'mlp: hidden layers of so many units; cnn: for images; default: linear, logistic or softmax, whichever fits the task',
    'mlp は隠れ層のユニット数を並べる。cnn は画像用。既定は課題に合う linear、logistic、softmax',
  ),
  activation: option('model', oneOf(...activationNames), 'of the hidden layers; default: relu', '隠れ層の活性化関数。既定は relu'),
  dropout: option(
    'model',
    number('a share from 0 up to, not including, 1', '0 以上 1 未満の割合', (value) => value >= 0 && value < 1),
    'share of the units that hidden dense layers leave out while learning',
    '学習中に隠れ層のユニットを休ませる割合',
  ),
  init: option(
    'model',
    either(initializer, either(numbers('2,-1'), path('FILE'))),
    'first weights: by name, as numbers (bias first), or from a weights.json or model.safetensors; default: zeros, of networks he or glorot',
    '初期の重み: 名前、数の並び（バイアスが先）、weights.json または model.safetensors。既定は zeros（ネットワークは he か glorot）',
  ),
  loss: option(
    'model',
    oneOf(...lossNames),
    'default: the one that fits the model',
    '既定はモデルに合うもの',
  ),
  delta: option('model', number('a number above 0', '0 より大きい数', (value) => value > 0), 'of the Huber loss: the error from which it grows along a line; default: 1', 'フーバー損失が直線になる誤差。既定は 1'),
  'label-smoothing': option(
    'model',
    number('a share from 0 up to, not including, 1', '0 以上 1 未満の割合', (value) => value >= 0 && value < 1),
    'share of the truth that all classes get alike',
    '正解の確率のうち全クラスに等しく配る割合',
  ),
  'class-weights': option(
    'model',
    either(oneOf('balanced'), numbers('1,5')),
    'how much rows of each class count, in the order of the classes; balanced: all classes alike',
    '各クラスの行の重み（クラスの順）。balanced なら行数によらず全クラスを等しく扱う',
  ),
  dtype: option('model', oneOf('float64', 'float32'), 'default: float64, float32 for networks', '既定は float64（ネットワークは float32）'),

  optimizer: option(
    'learning',
    oneOf(...optimizerNames),
    'how the gradient becomes a step; default: gradient-descent, for networks adam',
    '勾配から更新量を決める方法。既定は gradient-descent（ネットワークは adam）',
  ),
  momentum: option('learning', number('a number from 0 on', '0 以上の数', (value) => value >= 0), 'of sgd and rmsprop: the share of the last step that goes on', '前回の更新を引き継ぐ割合（sgd、rmsprop）'),
  betas: option('learning', numbers('0.9,0.999'), 'of adam and adamw: what is left of the running means', '移動平均を引き継ぐ割合（adam、adamw）'),
  smoothing: option('learning', number('a number from 0 on', '0 以上の数', (value) => value >= 0), "of rmsprop: what is left of the running mean; PyTorch calls it alpha", '移動平均を引き継ぐ割合（rmsprop。PyTorch の alpha）'),
  eps: option('learning', number('a number from 0 on', '0 以上の数', (value) => value >= 0), 'of adagrad, rmsprop, adam: keeps from dividing by 0', '0 で割らないために加える数（adagrad、rmsprop、adam）'),
  'weight-decay': option('learning', number('a number from 0 on', '0 以上の数', (value) => value >= 0), 'pulls all parameters towards 0 at every step, as in PyTorch', '毎回の更新で全パラメータを 0 に近づける強さ（PyTorch と同じ定義）'),
  l1: option('learning', number('a number from 0 on', '0 以上の数', (value) => value >= 0), 'adds l1 * sum(|w|) of the weights to the loss', '損失に l1 * Σ|w| を加える'),
  l2: option('learning', number('a number from 0 on', '0 以上の数', (value) => value >= 0), 'adds l2 / 2 * sum(w ** 2) of the weights to the loss', '損失に l2 / 2 * Σw² を加える'),
  'clip-value': option('learning', number('a number above 0', '0 より大きい数', (value) => value > 0), 'cuts every element of the gradients to this size', '勾配の各要素の大きさの上限'),
  'clip-norm': option('learning', number('a number above 0', '0 より大きい数', (value) => value > 0), 'shortens the gradients to this length together', '勾配全体の長さの上限'),
  lr: option(
    'learning',
    either(oneOf('find'), number('a number above 0', '0 より大きい数', (value) => value > 0)),
    'learning rate alpha; find: by a range test; default: from the curvature of the loss, or the usual one of the optimizer',
    '学習率 alpha。find は範囲テストで決める。既定は損失の曲率から決めるか、最適化手法の標準の値',
  ),
  schedule: option(
    'learning',
    text(scheduleForms.join('|')),
    'how the learning rate changes, in epochs; default: constant',
    '学習率の変え方（単位はエポック）。既定は constant',
  ),
  augment: option(
    'learning',
    text(augmentationForm),
    'move images a little in every epoch: shift by up to so many pixels, rotate by up to so many degrees, flip left-right; any of these',
    'エポックごとに画像を少し動かす: 平行移動（最大ピクセル数）、回転（最大角度）、左右反転。組み合わせ自由',
  ),
  iterations: option('learning', whole(1), 'steps; default: until it gets no better', '更新回数。既定は改善しなくなるまで'),
  epochs: option('learning', whole(1), 'passes over the rows, instead of steps', '更新回数の代わりに、全行を使う周回数'),
  batch: option(
    'learning',
    either(oneOf('full'), whole(1)),
    'rows in a step; default: full, mini-batches for large tables and networks',
    '1 回の更新に使う行数。既定は full（大きな表とネットワークではミニバッチ）',
  ),
  patience: option(
    'learning',
    whole(1),
    'stop after so many measurements (epochs, or full-batch steps) without a better validation loss',
    '検証データの損失がこの回数（エポック、全行なら更新）改善しなければ止める',
  ),
  'no-shuffle': flag('learning', 'take mini-batches in the order of the table', 'ミニバッチを表の順に取る'),
  seed: option('learning', whole(0), 'the same seed gives the same result; default: 0', '同じシードなら同じ結果。既定は 0'),
  ...executing,
}

export const train = {
  ...learningProblem,
  'check-gradients': flag(
    'learning',
    'train nothing: compare the derived gradient with central differences where the run would begin, on at most 32 rows and 100 elements of each tensor, and end (exit code 1 if it is wrong)',
    '学習せず、学習を始める時点での勾配を中心差分と比べて終了する。最大 32 行と、各テンソルの最大 100 要素を使う（誤りがあれば終了コード 1）',
  ),
  'log-every': option(
    'output',
    whole(1),
    'print every N-th iteration; default: about 20 lines, all of them up to 200 iterations',
    'N 回ごとに経過を表示。既定は約 20 行（200 回までは毎回）',
  ),
  checkpoint: option(
    'output',
    everyKind,
    'keep a checkpoint every so many epochs, seconds or minutes: a run that breaks off goes on from it; default: every minute',
    'エポック、秒、分ごとにチェックポイントを保存し、中断しても続きから再開できるようにする。既定は 1 分ごと',
  ),
  resume: option('output', path('RUN'), 'go on with a run that was broken off, to the same bits; instead of DATA and its options', '中断した学習を続きから再開する（DATA とオプションの代わり）。結果は中断しなかった場合とビット単位で一致'),
  out: option('output', path('DIR'), 'where the results go; default: runs/NAME', '結果の保存先。既定は runs/名前'),
  force: flag('output', 'overwrite what is there', '既にある結果を上書きする'),
  ...speaking,
}

export const predict = {
  ...reading,
  out: option('output', path('FILE'), 'write here instead of standard output', '標準出力の代わりに書き込むファイル'),
  force: flag('output', 'overwrite the file', 'ファイルを上書きする'),
  ...executing,
  ...speaking,
}

export const evaluate = { ...reading, ...labelling, ...executing, ...speaking }

export const inspect = speaking

export const explain = {
  plan: flag(
    'explain',
    'how the steps are carried out here: executor, threads, kernels, in order',
    '各回の計算の実行方法（実行方式、スレッド、カーネルと順序）を表示する',
  ),
  step: option('explain', whole(0), 'the step to lay open; default: 0, the first', '開いて見る更新の番号。既定は 0（最初）'),
  format: option(
    'explain',
    oneOf('text', 'tex', 'numpy'),
    'text: values and formulas; tex: formulas; numpy: the whole run as a Python program; default: text',
    'text: 値と式、tex: 数式、numpy: 学習全体の Python プログラム。既定は text',
  ),
  ...learningProblem,
  ...speaking,
}

export const compare = {
  log: flag('output', 'show the losses on a logarithmic axis', '損失を対数目盛で表示する'),
  out: option('output', path('FILE'), 'write the comparison as an HTML page too', '比較を HTML ページとしても書き込むファイル'),
  force: flag('output', 'overwrite the file', 'ファイルを上書きする'),
  ...speaking,
}

export const lab = {
  port: option(
    'execution',
    number('a whole number from 0 to 65535', '0 以上 65535 以下の整数', (value) => Number.isInteger(value) && value >= 0 && value <= 65_535, 'N'),
    'where the page is served on this machine; 0: any free port; default: the first free one from 5180 on',
    'ページを配信するポート番号（このマシン内のみ）。0 なら空いている番号。既定は 5180 以降で最初に空いている番号',
  ),
  'no-open': flag('output', 'only print the address, do not open the browser', 'ブラウザーを開かず、アドレスだけを表示する'),
  ...speaking,
}

export const dataGet = {
  out: option('output', path('DIR'), 'where the files go; default: a folder with the name of the data set', 'ファイルの保存先。既定はデータセットと同じ名前のフォルダー'),
  url: option(
    'data',
    webAddress('URL'),
    'a folder of the web with the same files, instead of their home',
    '本来の配布元の代わりに使う、同じファイルのある場所',
  ),
  force: flag('output', 'replace files that are there and differ', '内容の異なる既存のファイルを置き換える'),
  ...speaking,
}

export const dataList = speaking
