/** What tensors say when a shape, an axis, an index or a dtype does not fit. */

export const tensorMessages = {
  cannotBroadcast: {
    en: (v: { operation: string; left: string; right: string }) =>
      `${v.operation}: shapes ${v.left} and ${v.right} cannot be broadcast together; seen from the right, ` +
      `two lengths must be equal, or one of them 1`,
    ja: (v: { operation: string; left: string; right: string }) =>
      `${v.operation}: 形状 ${v.left} と ${v.right} はブロードキャストできません。右端からそろえたとき、` +
      `各軸の長さは等しいか、一方が 1 でなければなりません`,
  },
  shapesDiffer: {
    en: (v: { operation: string; left: string; right: string; expected: string }) =>
      `${v.operation}: shapes ${v.left} and ${v.right} do not fit; ${v.expected}`,
    ja: (v: { operation: string; left: string; right: string; expected: string }) =>
      `${v.operation}: 形状 ${v.left} と ${v.right} が合いません（${v.expected}）`,
  },
  badShape: {
    en: (v: { operation: string; shape: string; expected: string }) =>
      `${v.operation}: shape ${v.shape} does not fit; ${v.expected}`,
    ja: (v: { operation: string; shape: string; expected: string }) =>
      `${v.operation}: 形状 ${v.shape} は使えません（${v.expected}）`,
  },
  badAxis: {
    en: (v: { operation: string; axis: number; shape: string; rank: number }) =>
      `${v.operation}: axis ${v.axis} does not exist in shape ${v.shape}; use ${-v.rank} to ${v.rank - 1}`,
    ja: (v: { operation: string; axis: number; shape: string; rank: number }) =>
      `${v.operation}: 形状 ${v.shape} に軸 ${v.axis} はありません。${-v.rank} から ${v.rank - 1} までで指定してください`,
  },
  repeatedAxis: {
    en: (v: { operation: string; axes: string }) => `${v.operation}: an axis is named twice in (${v.axes})`,
    ja: (v: { operation: string; axes: string }) => `${v.operation}: 軸の指定 (${v.axes}) に重複があります`,
  },
  badIndex: {
    en: (v: { index: string; expected: string }) => `slice: cannot read the index '${v.index}'; ${v.expected}`,
    ja: (v: { index: string; expected: string }) => `slice: 添字「${v.index}」を解釈できません（${v.expected}）`,
  },
  indexOutOfRange: {
    en: (v: { operation: string; index: number; axis: number; length: number }) =>
      `${v.operation}: index ${v.index} is out of range for axis ${v.axis}, which has ${v.length} elements`,
    ja: (v: { operation: string; index: number; axis: number; length: number }) =>
      `${v.operation}: 添字 ${v.index} は範囲外です（軸 ${v.axis} の要素数は ${v.length}）`,
  },
  tooManyIndices: {
    en: (v: { given: number; shape: string }) => `slice: ${v.given} indices for shape ${v.shape}`,
    ja: (v: { given: number; shape: string }) => `slice: 形状 ${v.shape} に対して添字が ${v.given} 個あります`,
  },
  emptyReduction: {
    en: (v: { operation: string; shape: string }) =>
      `${v.operation}: there is nothing to choose from along an empty axis of shape ${v.shape}`,
    ja: (v: { operation: string; shape: string }) =>
      `${v.operation}: 形状 ${v.shape} の空の軸に沿っては値を選べません`,
  },
  wrongDtype: {
    en: (v: { operation: string; dtype: string; expected: string }) =>
      `${v.operation}: dtype ${v.dtype} does not fit; ${v.expected}`,
    ja: (v: { operation: string; dtype: string; expected: string }) =>
      `${v.operation}: dtype ${v.dtype} は使えません（${v.expected}）`,
  },
  ragged: {
    en: (v: { path: string; expected: number; found: string }) =>
      `tensor: the nested lists are ragged: ${v.path} should be a list of ${v.expected}, but is ${v.found}`,
    ja: (v: { path: string; expected: number; found: string }) =>
      `tensor: 入れ子の長さがそろっていません。${v.path} は要素 ${v.expected} 個のリストのはずですが、${v.found} です`,
  },
  notANumber: {
    en: (v: { path: string; found: string }) => `tensor: ${v.path} is not a number or boolean: ${v.found}`,
    ja: (v: { path: string; found: string }) => `tensor: ${v.path} は数でも真偽値でもありません: ${v.found}`,
  },
  wrongSize: {
    en: (v: { operation: string; shape: string; size: number; found: number }) =>
      `${v.operation}: shape ${v.shape} holds ${v.size} elements, but there are ${v.found}`,
    ja: (v: { operation: string; shape: string; size: number; found: number }) =>
      `${v.operation}: 形状 ${v.shape} には ${v.size} 個の要素が必要ですが、${v.found} 個あります`,
  },
  noNumbersYet: {
    en: (v: { what: string }) =>
      `${v.what}: while a function is being traced its tensors have a shape but no numbers yet; ` +
      `use tensor operations (for a choice: where) instead of reading numbers`,
    ja: (v: { what: string }) =>
      `${v.what}: 関数を記録している間、テンソルには形状だけがあり、値はまだありません。` +
      `値を読み出す代わりに、テンソルの演算（条件分岐には where）を使ってください`,
  },
  notScalar: {
    en: (v: { operation: string; shape: string }) =>
      `${v.operation}: expected a tensor with one element, but its shape is ${v.shape}`,
    ja: (v: { operation: string; shape: string }) =>
      `${v.operation}: 要素が 1 個のテンソルが必要ですが、形状は ${v.shape} です`,
  },
}
