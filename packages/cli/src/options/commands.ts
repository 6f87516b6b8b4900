/** The commands by name: their arguments, options, and what the help says of them. */
import type { Message } from 'kudari'
import type { OptionTable } from './option.ts'
import { compare, dataGet, dataList, evaluate, explain, inspect, lab, predict, train } from './tables.ts'

export interface Command {
  /** Arguments that stand without a name, in order. The last one may be given several times, `RUN...`, or left out, `[DATA]`. */
  readonly arguments: readonly string[]
  /** An option that stands instead of the arguments. */
  readonly instead?: string
  readonly options: OptionTable
  readonly about: Message
  readonly examples: readonly { readonly command: string; readonly about: Message }[]
}

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

export const commands = {
  train: {
    arguments: ['DATA'],
    instead: 'resume',
    options: train,
    about: both(
      'Train a model on a table: CSV, TSV, JSON, JSON lines or Parquet, or images in IDX (all also gzipped), or a folder of PNG and JPEG images, CLASS/FILE; - reads standard input.',
      '表や画像からモデルを学習します。CSV、TSV、JSON、JSON Lines、Parquet、画像の IDX（いずれも gzip 圧縮可）と、PNG・JPEG 画像のフォルダー（クラス名/ファイル名）に対応。- は標準入力です。',
    ),
    examples: [
      {
        command: 'kudari train examples/body.csv --target weight --center --init 2,-1 --lr 0.01 --iterations 200',
        about: both("the talk's run", '講演の学習'),
      },
      { command: 'kudari train t10k-images-idx3-ubyte.gz --target label', about: both('handwritten digits', '手書き数字の画像') },
      { command: 'kudari train digits/train-images-idx3-ubyte.gz --target label --model cnn', about: both('a network for images', '画像用のネットワーク') },
      { command: 'kudari train --resume runs/customers-network', about: both('go on with a run that was broken off', '中断した学習を再開する') },
      { command: 'kudari train customers.csv --target churn', about: both('everything else is chosen', 'ほかはすべて自動で決める') },
    ],
  },
  predict: {
    arguments: ['MODEL', 'DATA'],
    options: predict,
    about: both(
      'Add the predictions of a model to a table, as CSV. MODEL is a run folder or a model.safetensors.',
      'モデルの予測を表に加え、CSV で出力します。MODEL は学習結果のフォルダーか model.safetensors です。',
    ),
    examples: [
      { command: 'kudari predict runs/body-linear new.csv --out predicted.csv', about: both('into a file', 'ファイルに書き込む') },
    ],
  },
  evaluate: {
    arguments: ['MODEL', 'DATA'],
    options: evaluate,
    about: both(
      'Measure how good a model is on a table that has the target column.',
      '目的変数のある表で、モデルの良さを測ります。',
    ),
    examples: [
      { command: 'kudari evaluate runs/kidney-train-logistic kidney-test.csv', about: both('on rows it has not seen', '学習に使っていない行で') },
    ],
  },
  inspect: {
    arguments: ['MODEL'],
    options: inspect,
    about: both(
      'Show what a model consists of: its layers with shapes, parameters, operations and memory. MODEL is a run folder or a model.safetensors.',
      'モデルの構成を表示します。層ごとの形状、パラメータ数、演算数、メモリー量が分かります。MODEL は学習結果のフォルダーか model.safetensors です。',
    ),
    examples: [{ command: 'kudari inspect runs/digits-cnn', about: both('layer by layer', '層ごとに') }],
  },
  explain: {
    arguments: ['MODEL|DATA'],
    options: explain,
    about: both(
      'Lay one training step open: every instruction with its formula, shapes and values. Takes a run folder, or a table with the options of train.',
      '学習の 1 回の更新を開いて見せます。命令ごとに式、形状、値を表示します。学習結果のフォルダー、または表と train のオプションを指定します。',
    ),
    examples: [
      { command: 'kudari explain runs/body-linear --step 3', about: both('step 3 of a run', '学習の 3 回目の更新') },
      { command: 'kudari explain runs/body-linear --format numpy', about: both('the run as a Python program', '学習全体を Python プログラムとして') },
    ],
  },
  compare: {
    arguments: ['RUN...'],
    options: compare,
    about: both(
      'Compare runs: what was set, what came of it, and their learning curves. A RUN is a run folder.',
      '学習を比べます。設定の違いと結果を表にし、学習曲線を重ねて描きます。RUN は学習結果のフォルダーです。',
    ),
    examples: [
      { command: 'kudari compare runs/*', about: both('all runs', 'すべての学習') },
      { command: 'kudari compare runs/slow runs/fast --log --out comparison.html', about: both('two of them, also as a page', '2 つを比べ、ページにもする') },
    ],
  },
  lab: {
    arguments: ['[DATA]'],
    options: lab,
    about: both(
      'Open the Lab in your browser: see how a model learns, step by step. The page and DATA are served to this machine only; nothing leaves it.',
      'Lab をブラウザーで開きます。モデルが学習する様子を一歩ずつ見られます。ページと DATA はこのマシンの中だけで配信され、外部には送られません。',
    ),
    examples: [
      { command: 'kudari lab', about: both('with the examples of the Lab', 'Lab にあるサンプルで') },
      { command: 'kudari lab customers.csv', about: both('with a table of your own', '手元の表で') },
    ],
  },
  'data get': {
    arguments: ['NAME'],
    options: dataGet,
    about: both(
      'Fetch a well-known data set from its home and check it byte for byte. A download that broke off is resumed.',
      'よく知られたデータセットを配布元から取得し、内容を検査します。途中で切れた場合は続きから再開します。',
    ),
    examples: [
      { command: 'kudari data get iris', about: both('into the folder iris', 'フォルダー iris に保存する') },
      { command: 'kudari data get mnist --out digits', about: both('into another folder', '別のフォルダーに保存する') },
      {
        command: 'HTTPS_PROXY=http://proxy.example:8080 kudari data get mnist',
        about: both(
          'through a proxy (Node 24.14 and later; from Node 22.21 on with NODE_USE_ENV_PROXY=1 beside it)',
          'プロキシを通す（Node 24.14 以降。Node 22.21 以降でも NODE_USE_ENV_PROXY=1 を付ければ使えます）',
        ),
      },
    ],
  },
  'data list': {
    arguments: [],
    options: dataList,
    about: both('List the data sets that can be fetched.', '取得できるデータセットの一覧を表示します。'),
    examples: [{ command: 'kudari data list', about: both('names, sizes and licenses', '名前、大きさ、ライセンス') }],
  },
} satisfies Record<string, Command>

export type CommandName = keyof typeof commands
export const commandNames = Object.keys(commands) as CommandName[]

/** Whether the last argument of a command may be given several times. */
export const takesSeveral = (name: CommandName): boolean => commands[name].arguments.at(-1)?.endsWith('...') ?? false

/** The command that a line of words begins with, of one word or two, and the words that follow. */
export function commandAt(words: readonly string[]): { readonly name: CommandName; readonly rest: readonly string[] } | undefined {
  const name = commandNames.find((each) => each.split(' ').every((word, i) => words[i] === word))
  return name && { name, rest: words.slice(name.split(' ').length) }
}

/** The commands of two words that begin with this one. */
export const commandsUnder = (word: string): CommandName[] => commandNames.filter((each) => each.startsWith(`${word} `))

/** Whether an argument may be left out. */
export const mayBeLeftOut = (argument: string): boolean => argument.startsWith('[')

/** `kudari train DATA [options]` */
export const usageOf = (name: CommandName): string => ['kudari', name, ...commands[name].arguments, '[options]'].join(' ')
