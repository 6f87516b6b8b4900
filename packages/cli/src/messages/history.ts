/** What the command line says of a `history.csv` that cannot be read. */
import type { Message } from 'kudari'

type Place = { readonly path: string; readonly line: number }

export const historyMessages = {
  noHistory: {
    en: (v: { path: string }) => `${v.path} is missing, so the run has no learning curve; train it again`,
    ja: (v: { path: string }) => `${v.path} がないので、学習曲線が分かりません。学習をやり直してください`,
  },
  noColumns: {
    en: (v: { path: string }) => `${v.path}, line 1: the columns iteration and loss are not there; the file is damaged, train the run again`,
    ja: (v: { path: string }) => `${v.path} の 1 行目: iteration 列と loss 列がありません。ファイルが壊れています。学習をやり直してください`,
  },
  noLines: {
    en: (v: { path: string }) => `${v.path} holds no iterations; the file is damaged, train the run again`,
    ja: (v: { path: string }) => `${v.path} に学習の記録が 1 回分もありません。ファイルが壊れています。学習をやり直してください`,
  },
  ragged: {
    en: (v: Place & { expected: number; found: number }) =>
      `${v.path}, line ${v.line}: ${v.found} fields, but the header has ${v.expected}; the file is damaged, train the run again`,
    ja: (v: Place & { expected: number; found: number }) =>
      `${v.path} の ${v.line} 行目: 項目が ${v.found} 個ありますが、見出しは ${v.expected} 個です。ファイルが壊れています。学習をやり直してください`,
  },
  notANumber: {
    en: (v: Place & { column: string; text: string }) =>
      `${v.path}, line ${v.line}, column ${v.column}: expected a number, but found '${v.text}'; the file is damaged, train the run again`,
    ja: (v: Place & { column: string; text: string }) =>
      `${v.path} の ${v.line} 行目、${v.column} 列: 数があるはずの所に '${v.text}' があります。ファイルが壊れています。学習をやり直してください`,
  },
  notInOrder: {
    en: (v: Place & { found: string; before: number }) =>
      `${v.path}, line ${v.line}: expected an iteration after ${v.before}, but found '${v.found}'; the file is damaged, train the run again`,
    ja: (v: Place & { found: string; before: number }) =>
      `${v.path} の ${v.line} 行目: ${v.before} より後の回があるはずの所に '${v.found}' があります。ファイルが壊れています。学習をやり直してください`,
  },
  cutOff: {
    en: (v: Place & { last: number; expected: number }) =>
      `${v.path}, line ${v.line}: the history ends with iteration ${v.last}, but the run with ${v.expected} (run.json); the file is damaged, train the run again`,
    ja: (v: Place & { last: number; expected: number }) =>
      `${v.path} の ${v.line} 行目: 記録は ${v.last} 回目で終わっていますが、run.json によれば学習は ${v.expected} 回目までです。ファイルが壊れています。学習をやり直してください`,
  },
} satisfies Record<string, Message<never>>
