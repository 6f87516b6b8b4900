/** What tracing, differentiating, compiling and reading Programs say when something cannot be handled. */
import type { Message } from '../messages/message.ts'

export const programMessages = {
  notATensor: {
    en: (v: { place: string; found: string }) =>
      `${v.place} must be a tensor, or an object or array of tensors, but is ${v.found}`,
    ja: (v: { place: string; found: string }) =>
      `${v.place} はテンソル、またはテンソルからなるオブジェクトや配列でなければなりませんが、${v.found} です`,
  },
  lossIsNotOneNumber: {
    en: (v: { found: string }) =>
      `grad: the function must return one floating-point number, a tensor of shape (), but returned ${v.found}; ` +
      `reduce tensors with mean() or sum()`,
    ja: (v: { found: string }) =>
      `grad: 関数は浮動小数点数 1 個（形状 () のテンソル）を返す必要がありますが、${v.found} を返しました。` +
      `mean() や sum() で 1 個の数にしてください`,
  },
  notDifferentiable: {
    en: (v: { place: string; dtype: string }) =>
      `grad: cannot differentiate with respect to ${v.place}, whose dtype is ${v.dtype}; use float64 or float32`,
    ja: (v: { place: string; dtype: string }) =>
      `grad: ${v.place}（dtype ${v.dtype}）では微分できません。float64 か float32 を使ってください`,
  },
  leftItsTrace: {
    en: (v: { what: string }) =>
      `a tensor (${v.what}) was kept from a function that grad or compile had called, where tensors have no numbers; ` +
      `return it from that function instead`,
    ja: (v: { what: string }) =>
      `grad や compile に渡した関数の中のテンソル（${v.what}）が、関数の外で使われました。関数の中のテンソルは値をもちません。` +
      `関数の戻り値として返してください`,
  },
  badProgramFile: {
    en: (v: { place: string; expected: Expected; found: string }) =>
      `this is not a Program as programToJSON writes it: ${v.place} must be ${v.expected.en()}, but is ${v.found}`,
    ja: (v: { place: string; expected: Expected; found: string }) =>
      `programToJSON が書き出した Program ではありません。${v.place} は${v.expected.ja()}でなければなりませんが、${v.found} です`,
  },
}

/** What must stand at a place of a written-down Program. */
export type Expected = Message

/** What {@link programMessages.badProgramFile} expects. */
export const expected = {
  object: { en: () => 'an object', ja: () => 'オブジェクト' },
  list: { en: () => 'a list', ja: () => '配列' },
  string: { en: () => 'a string', ja: () => '文字列' },
  number: { en: () => 'a number, "NaN", "Infinity", "-Infinity" or "-0"', ja: () => '数、"NaN"、"Infinity"、"-Infinity"、"-0" のいずれか' },
  count: { en: () => 'a whole number from 0', ja: () => ' 0 以上の整数' },
  dtype: { en: () => '"float64", "float32", "int32" or "bool"', ja: () => ' "float64"、"float32"、"int32"、"bool" のいずれか' },
  attribute: { en: () => 'a number, text, boolean, null, or a list of numbers', ja: () => '数、文字列、真偽値、null、数の配列のいずれか' },
  operation: { en: () => 'the name of an operation of this version', ja: () => 'この版にある演算の名前' },
  assigned: { en: () => 'a value that has been assigned before', ja: () => 'すでに代入された値の番号' },
  unassigned: { en: () => 'a value that has not been assigned yet', ja: () => 'まだ代入されていない値の番号' },
  validInstruction: { en: () => 'an instruction that fits its inputs and attributes', ja: () => '入力と属性に合う命令' },
  exactly: (what: string): Expected => ({ en: () => what, ja: () => ` ${what} ` }),
  elements: (count: number): Expected => ({ en: () => `a list of ${count}`, ja: () => `要素 ${count} 個の配列` }),
  ofDtype: (dtype: string): Expected => ({ en: () => `a number that ${dtype} holds`, ja: () => ` ${dtype} で表せる数` }),
  valueBelow: (count: number): Expected => ({ en: () => `a value below ${count}`, ja: () => ` ${count} 未満の値の番号` }),
} as const
