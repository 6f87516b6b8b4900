/** What reading the files of a run says when one is not what it should be. */

export const fileMessages = {
  badSafetensors: {
    en: (v: { source: string; problem: string }) =>
      `${v.source}: not a readable model file: ${v.problem}. Give the model.safetensors of a run, or train again`,
    ja: (v: { source: string; problem: string }) =>
      `${v.source}: モデルファイルとして読み取れません（${v.problem}）。学習結果の model.safetensors を指定するか、学習をやり直してください`,
  },
  noKudariModel: {
    en: (v: { source: string }) =>
      `${v.source}: a safetensors file, but not a model of Kudari: its header has no "kudari" entry`,
    ja: (v: { source: string }) =>
      `${v.source}: safetensors ファイルですが、Kudari のモデルではありません（ヘッダーに "kudari" がありません）`,
  },
  noCheckpoint: {
    en: (v: { source: string }) => `${v.source}: not a checkpoint of Kudari; give the folder of a run that was broken off`,
    ja: (v: { source: string }) => `${v.source}: Kudari のチェックポイントではありません。中断した学習のフォルダーを指定してください`,
  },
  newerModel: {
    en: (v: { source: string; found: number; known: number }) =>
      `${v.source}: written by a newer Kudari (model format ${v.found}; this one reads up to ${v.known}). Update Kudari to use it`,
    ja: (v: { source: string; found: number; known: number }) =>
      `${v.source}: 新しい Kudari で作られたモデルです（形式 ${v.found}。この版で読めるのは ${v.known} まで）。Kudari を更新してください`,
  },
}

type Line = { readonly source: string; readonly line: number }

export const historyMessages = {
  noColumns: {
    en: (v: { source: string }) => `${v.source}, line 1: the columns iteration and loss are not there; the file is damaged, train the run again`,
    ja: (v: { source: string }) => `${v.source} の 1 行目: iteration 列と loss 列がありません。ファイルが壊れています。学習をやり直してください`,
  },
  noLines: {
    en: (v: { source: string }) => `${v.source} holds no iterations; the file is damaged, train the run again`,
    ja: (v: { source: string }) => `${v.source} に学習の記録が 1 回分もありません。ファイルが壊れています。学習をやり直してください`,
  },
  ragged: {
    en: (v: Line & { expected: number; found: number }) =>
      `${v.source}, line ${v.line}: ${v.found} fields, but the header has ${v.expected}; the file is damaged, train the run again`,
    ja: (v: Line & { expected: number; found: number }) =>
      `${v.source} の ${v.line} 行目: 項目が ${v.found} 個ありますが、見出しは ${v.expected} 個です。ファイルが壊れています。学習をやり直してください`,
  },
  notANumber: {
    en: (v: Line & { column: string; text: string }) =>
      `${v.source}, line ${v.line}, column ${v.column}: expected a number, but found '${v.text}'; the file is damaged, train the run again`,
    ja: (v: Line & { column: string; text: string }) =>
      `${v.source} の ${v.line} 行目、${v.column} 列: 数があるはずの所に '${v.text}' があります。ファイルが壊れています。学習をやり直してください`,
  },
  notInOrder: {
    en: (v: Line & { found: string; before: number }) =>
      `${v.source}, line ${v.line}: expected an iteration after ${v.before}, but found '${v.found}'; the file is damaged, train the run again`,
    ja: (v: Line & { found: string; before: number }) =>
      `${v.source} の ${v.line} 行目: ${v.before} より後の回があるはずの所に '${v.found}' があります。ファイルが壊れています。学習をやり直してください`,
  },
}
