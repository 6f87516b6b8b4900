/** What the pipeline says: why it chose a task or left a column out, and what it cannot work with. */
import type { Message } from '../../messages/message.ts'
import { formatNumber } from '../../messages/numbers.ts'
import { type Place, names, placeText } from '../messages.ts'
import type { Dropped } from './drop.ts'
import type { Task } from './pipeline.ts'
import type { TaskReason } from './task.ts'

const taskName: Message<Task> = {
  en: (task) => task,
  ja: (task) => ({ regression: '回帰', classification: '分類' })[task],
}

/** "classification, because `class` holds 3 texts". */
export const taskReasonText: Message<TaskReason> = {
  en: ({ code, column, distinct }) =>
    ({
      texts: `classification, because \`${column}\` holds ${distinct} texts`,
      booleans: `classification, because \`${column}\` is true or false`,
      classCodes: `classification, because \`${column}\` holds only ${distinct} whole numbers, like codes of classes`,
      numbers: `regression, because \`${column}\` holds numbers (${distinct} different ones)`,
    })[code],
  ja: ({ code, column, distinct }) =>
    ({
      texts: `分類（\`${column}\` は ${distinct} 種類の文字列なので）`,
      booleans: `分類（\`${column}\` は真偽値なので）`,
      classCodes: `分類（\`${column}\` はクラス番号のような ${distinct} 種類の整数だけなので）`,
      numbers: `回帰（\`${column}\` は ${distinct} 種類の数値なので）`,
    })[code],
}

/** "`name` is left out: nearly every row has a different text (1307 in 1309 rows)". */
export const droppedText: Message<Dropped> = {
  en: ({ column, reason, distinct, present }) =>
    `\`${column}\` is left out: ` +
    {
      allMissing: 'no row has a value',
      constant: 'every row has the same value',
      text: `nearly every row has a different text (${distinct} in ${present} rows)`,
      tooManyCategories: `too many categories for the rows (${distinct} in ${present} rows)`,
      rowNumber: 'it only numbers the rows',
      notPixels: 'it holds no pixels of the images',
    }[reason],
  ja: ({ column, reason, distinct, present }) =>
    `\`${column}\` は使いません: ` +
    {
      allMissing: 'どの行にも値がありません',
      constant: 'すべての行で値が同じです',
      text: `ほとんどの行で文字列が異なります（${present} 行に ${distinct} 種類）`,
      tooManyCategories: `行数に対してカテゴリが多すぎます（${present} 行に ${distinct} 種類）`,
      rowNumber: '行の通し番号にすぎません',
      notPixels: '画像のピクセルではありません',
    }[reason],
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** A feature whose being there or not nearly decides the class. */
export interface SuspectedLeak {
  readonly column: string
  /** The share of rows that are classified rightly by whether the feature has a value. */
  readonly accuracy: number
  /** The share of the most frequent class. */
  readonly baseline: number
}

/** "whether `boat` has a value alone gives the right class in 97.6 % of the rows ...". */
export const suspectedLeakText: Message<SuspectedLeak> = {
  en: ({ column, accuracy, baseline }) =>
    `whether \`${column}\` has a value alone gives the right class in ${percent(accuracy)} of the rows ` +
    `(the most frequent class: ${percent(baseline)}); if it is known only afterwards, leave it out of the features`,
  ja: ({ column, accuracy, baseline }) =>
    `\`${column}\` に値があるかどうかだけで ${percent(accuracy)} の行のクラスが当たります` +
    `（最も多いクラスと答えた場合は ${percent(baseline)}）。結果が出た後に分かる列なら、入力から外してください`,
}

const list = (dropped: readonly Dropped[], text: (each: Dropped) => string): string => dropped.map(text).join('; ')

export const pipelineMessages = {
  noRows: {
    en: (v: { source: string; target: string; rows: number }) =>
      v.rows === 0
        ? `${v.source} has no rows below its header; training needs at least two`
        : `${v.source}: no row has a value in the target column \`${v.target}\`; choose another target, ` +
          `or check which texts count as missing`,
    ja: (v: { source: string; target: string; rows: number }) =>
      v.rows === 0
        ? `${v.source} には見出しの下にデータ行がありません。学習には 2 行以上が必要です`
        : `${v.source}: 目的変数の列 \`${v.target}\` に値のある行がありません。別の列を選ぶか、欠損値の印を確認してください`,
  },
  constantTarget: {
    en: (v: { source: string; target: string; value: string; rows: number }) =>
      `${v.source}: the target \`${v.target}\` is ${v.value} in ${v.rows === 1 ? 'the only training row' : `all ${v.rows} training rows`} with a value, ` +
      `so that there is nothing to learn; choose another target or add rows that differ`,
    ja: (v: { source: string; target: string; value: string; rows: number }) =>
      `${v.source}: 目的変数 \`${v.target}\` は、値のある学習データ ${v.rows} 行のすべてで ${v.value} なので、` +
      `学習することがありません。別の列を選ぶか、値の異なる行を加えてください`,
  },
  wrongTask: {
    en: (v: { target: string; type: string; task: Task }) =>
      `the target \`${v.target}\` is of type ${v.type}, which does not fit ${v.task}; ` +
      `choose the other task or another type for the column`,
    ja: (v: { target: string; type: string; task: Task }) =>
      `目的変数 \`${v.target}\` の型 ${v.type} では${taskName.ja(v.task)}ができません。` +
      `もう一方のタスクを選ぶか、列の型を指定してください`,
  },
  dateTarget: {
    en: (v: { target: string }) =>
      `the target \`${v.target}\` holds dates, which cannot be predicted; turn them into a number, such as days`,
    ja: (v: { target: string }) =>
      `目的変数 \`${v.target}\` は日付なので予測できません。日数などの数値に直してください`,
  },
  tooManyClasses: {
    en: (v: { target: string; classes: number; rows: number }) =>
      `the target \`${v.target}\` has ${v.classes} classes in ${v.rows} rows: too few rows for each to learn from; ` +
      `choose another target, or regression if it is a number`,
    ja: (v: { target: string; classes: number; rows: number }) =>
      `目的変数 \`${v.target}\` のクラスは ${v.rows} 行に対して ${v.classes} 種類あり、学習には行が足りません。` +
      `別の列を選ぶか、数値なら回帰を選んでください`,
  },
  targetAmongFeatures: {
    en: (v: { target: string }) =>
      `\`${v.target}\` is the target and cannot be a feature too: the model would see the answer; take it off one list`,
    ja: (v: { target: string }) =>
      `\`${v.target}\` は目的変数なので入力には使えません（答えが見えてしまいます）。どちらかから外してください`,
  },
  featureTwice: {
    en: (v: { column: string }) => `the feature \`${v.column}\` is named twice; name it once`,
    ja: (v: { column: string }) => `入力の列 \`${v.column}\` が 2 回指定されています。1 回にしてください`,
  },
  unusableFeature: {
    en: (v: Dropped) =>
      v.reason === 'allMissing'
        ? `the feature \`${v.column}\` has no value in any training row; take it off the list of features`
        : `the feature \`${v.column}\` holds free text (${v.distinct} different in ${v.present} rows), which no ` +
          `model here takes; take it off the list of features, or give it the type category`,
    ja: (v: Dropped) =>
      v.reason === 'allMissing'
        ? `入力の列 \`${v.column}\` は学習データのどの行にも値がありません。入力から外してください`
        : `入力の列 \`${v.column}\` は自由な文字列（${v.present} 行に ${v.distinct} 種類）なので、モデルに入力できません。` +
          `入力から外すか、型を category と指定してください`,
  },
  noFeatures: {
    en: (v: { source: string; dropped: readonly Dropped[] }) =>
      `${v.source}: no column is left to learn from beside the target` +
      (v.dropped.length > 0 ? ` (${list(v.dropped, droppedText.en)})` : '') +
      `; add columns, or name the features to use all the same`,
    ja: (v: { source: string; dropped: readonly Dropped[] }) =>
      `${v.source}: 目的変数のほかに、学習に使える列がありません` +
      (v.dropped.length > 0 ? `（${list(v.dropped, droppedText.ja)}）` : '') +
      `。列を加えるか、それでも使う列を明示してください`,
  },
  otherPixels: {
    en: (v: { source: string; size: string; pixels: number; columns: number; target: string }) =>
      `${v.source}: images of ${v.size} have ${v.pixels} pixel values, but there are ${v.columns} columns of numbers beside \`${v.target}\`; ` +
      `give the size of the images, or name their pixels with --features`,
    ja: (v: { source: string; size: string; pixels: number; columns: number; target: string }) =>
      `${v.source}: ${v.size} の画像の値は ${v.pixels} 個ですが、\`${v.target}\` 以外の数値の列は ${v.columns} 列です。` +
      `画像の大きさを直すか、ピクセルの列を --features で指定してください`,
  },
  emptyPixel: {
    en: (v: { source: string; column: string }) =>
      `${v.source}: the pixel \`${v.column}\` has no value in any training row; fill it (0 is black), since an image needs all of its pixels`,
    ja: (v: { source: string; column: string }) =>
      `${v.source}: ピクセル \`${v.column}\` は学習データのどの行にも値がありません。画像にはすべてのピクセルが必要なので、値を入れてください（0 は黒）`,
  },
  otherImages: {
    en: (v: { source: string; found: string; expected: string }) =>
      `${v.source}: the images are ${v.found}, but the model was trained on images of ${v.expected} (height x width, and channels unless there is one); ` +
      `scale them to that size`,
    ja: (v: { source: string; found: string; expected: string }) =>
      `${v.source}: 画像の大きさは ${v.found} ですが、モデルは ${v.expected} の画像で学習しています（高さ x 幅。複数チャンネルなら x チャンネル数）。` +
      `同じ大きさに変換してください`,
  },
  infiniteValue: {
    en: (v: Place & { column: string }) =>
      `${placeText.en(v)}, column \`${v.column}\`: the value is infinite or beyond float64 (1.8e308); ` +
      `correct it, or list its text as a missing marker`,
    ja: (v: Place & { column: string }) =>
      `${placeText.ja(v)}、列 \`${v.column}\`: 値が無限大か、float64 の範囲（1.8e308）を超えています。` +
      `値を直すか、その文字列を欠損値の印に加えてください`,
  },
  valuesTooLarge: {
    en: (v: { column: string; largest: number }) =>
      `column \`${v.column}\`: its values (up to ${formatNumber(v.largest)}) are so large that their mean or spread ` +
      `overflows float64; correct the values or use a larger unit`,
    ja: (v: { column: string; largest: number }) =>
      `列 \`${v.column}\`: 値（絶対値の最大 ${formatNumber(v.largest)}）が大きすぎて、平均や散らばりが float64 の範囲を超えます。` +
      `値を直すか、より大きな単位に換算してください`,
  },
  wrongColumnType: {
    en: (v: { source: string; column: string; type: string; expected: string }) =>
      `${v.source}: column \`${v.column}\` is of type ${v.type}, but the model learned it as ${v.expected}; ` +
      `read the table with the model's schema`,
    ja: (v: { source: string; column: string; type: string; expected: string }) =>
      `${v.source}: 列 \`${v.column}\` の型は ${v.type} ですが、モデルは ${v.expected} として学習しています。` +
      `モデルのスキーマで表を読み込んでください`,
  },
  noKnownColumns: {
    en: (v: { source: string; expected: readonly string[] }) =>
      `${v.source} has none of the columns that the model takes: ${names.en(v.expected)}`,
    ja: (v: { source: string; expected: readonly string[] }) =>
      `${v.source} には、モデルが入力とする列（${names.ja(v.expected)}）が一つもありません`,
  },
  notAClass: {
    en: (v: { index: number; classes: number }) => `class ${v.index} does not exist; there are ${v.classes} classes`,
    ja: (v: { index: number; classes: number }) => `クラス ${v.index} はありません。クラスは ${v.classes} 個です`,
  },
  weightsLength: {
    en: (v: { weights: number; columns: number }) =>
      `expected a weight for each of the ${v.columns} columns of the input matrix, but there are ${v.weights}`,
    ja: (v: { weights: number; columns: number }) =>
      `重みは入力行列の列と同じ ${v.columns} 個が必要ですが、${v.weights} 個あります`,
  },
}
