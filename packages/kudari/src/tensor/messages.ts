/** What tensors say when a shape, an axis, an index or a dtype does not fit. */

/** Something found in nested lists: a list of some length, or else what it is in a word. */
export type Found = string | { readonly listOf: number }

const found = {
  en: (value: Found) => (typeof value === 'string' ? value : `a list of ${value.listOf}`),
  ja: (value: Found) => (typeof value === 'string' ? value : `要素 ${value.listOf} 個のリスト`),
}

/** The two axes of an image along which windows slide. */
type ImageAxis = 'height' | 'width'
const imageAxis = { height: '高さ', width: '幅' } as const

export const tensorMessages = {
  cannotBroadcast: {
    en: (v: { operation: string; left: string; right: string }) =>
      `${v.operation}: shapes ${v.left} and ${v.right} cannot be broadcast together; seen from the right, ` +
      `two lengths must be equal, or one of them 1`,
    ja: (v: { operation: string; left: string; right: string }) =>
      `${v.operation}: 形状 ${v.left} と ${v.right} はブロードキャストできません。右端からそろえたとき、` +
      `各軸の長さは等しいか、一方が 1 でなければなりません`,
  },
  cannotStretch: {
    en: (v: { operation: string; from: string; to: string }) =>
      `${v.operation}: shape ${v.from} cannot be stretched to ${v.to}; seen from the right, ` +
      `each length must be 1 or already as wanted`,
    ja: (v: { operation: string; from: string; to: string }) =>
      `${v.operation}: 形状 ${v.from} を ${v.to} に引き伸ばすことはできません。右端からそろえたとき、` +
      `各軸の長さは 1 か、目的の長さと同じでなければなりません`,
  },
  cannotMultiply: {
    en: (v: { left: string; right: string; columns: number; rows: number }) =>
      `matmul: shapes ${v.left} and ${v.right} do not fit; a row of the left one has ${v.columns} elements, ` +
      `a column of the right one ${v.rows}, and these must be equal`,
    ja: (v: { left: string; right: string; columns: number; rows: number }) =>
      `matmul: 形状 ${v.left} と ${v.right} の行列積は計算できません。左の行の要素数（${v.columns}）と` +
      `右の列の要素数（${v.rows}）が等しくなければなりません`,
  },
  numberInProduct: {
    en: (v: { left: string; right: string }) =>
      `matmul: shapes ${v.left} and ${v.right}: a single number has no rows and columns; use multiply instead`,
    ja: (v: { left: string; right: string }) =>
      `matmul: 形状 ${v.left} と ${v.right}: 数 1 つには行も列もありません。代わりに multiply を使ってください`,
  },
  cannotReshape: {
    en: (v: { from: string; to: string; size: number }) =>
      `reshape: shape ${v.from} cannot become ${v.to}; its ${v.size} elements must fill the new shape exactly ` +
      `(one length may be -1: whatever remains)`,
    ja: (v: { from: string; to: string; size: number }) =>
      `reshape: 形状 ${v.from} を ${v.to} に変えられません。${v.size} 個の要素が新しい形状に過不足なく収まる` +
      `必要があります（長さの 1 つは -1 にでき、残りから決まります）`,
  },
  cannotConcatenate: {
    en: (v: { left: string; right: string; axis: number }) =>
      `concatenate: shapes ${v.left} and ${v.right} do not fit; they may differ only in the length of axis ${v.axis}`,
    ja: (v: { left: string; right: string; axis: number }) =>
      `concatenate: 形状 ${v.left} と ${v.right} はつなげられません。違ってよいのは軸 ${v.axis} の長さだけです`,
  },
  cannotStack: {
    en: (v: { left: string; right: string }) =>
      `stack: shapes ${v.left} and ${v.right} differ; only tensors of one shape can be stacked`,
    ja: (v: { left: string; right: string }) =>
      `stack: 形状 ${v.left} と ${v.right} が異なります。重ねられるのは同じ形状のテンソルだけです`,
  },
  nothingToJoin: {
    en: (v: { operation: string }) => `${v.operation}: the list of tensors is empty; at least one is needed`,
    ja: (v: { operation: string }) => `${v.operation}: テンソルのリストが空です。少なくとも 1 個必要です`,
  },
  cannotSqueeze: {
    en: (v: { shape: string; axis: number; length: number }) =>
      `squeeze: axis ${v.axis} of shape ${v.shape} has length ${v.length}; only an axis of length 1 can be removed`,
    ja: (v: { shape: string; axis: number; length: number }) =>
      `squeeze: 形状 ${v.shape} の軸 ${v.axis} の長さは ${v.length} です。取り除けるのは長さ 1 の軸だけです`,
  },
  badShape: {
    en: (v: { operation: string; shape: string }) =>
      `${v.operation}: ${v.shape} is not a shape; every length must be a whole number, 0 or greater`,
    ja: (v: { operation: string; shape: string }) =>
      `${v.operation}: ${v.shape} は形状として使えません。どの長さも 0 以上の整数でなければなりません`,
  },
  badCount: {
    en: (v: { operation: string; name: string; value: number }) =>
      `${v.operation}: ${v.name} must be a whole number, 0 or greater, but is ${v.value}`,
    ja: (v: { operation: string; name: string; value: number }) =>
      `${v.operation}: ${v.name} は 0 以上の整数でなければなりませんが、${v.value} です`,
  },
  cannotCount: {
    en: (v: { start: number; stop: number; step: number }) =>
      `arange: cannot count from ${v.start} to ${v.stop} by ${v.step}; all three must be finite, and step not 0`,
    ja: (v: { start: number; stop: number; step: number }) =>
      `arange: ${v.start} から ${v.stop} まで ${v.step} 刻みでは数えられません。どれも有限の数で、step は 0 以外に` +
      `してください`,
  },
  badAxis: {
    en: (v: { operation: string; axis: number; shape: string; rank: number }) =>
      v.rank === 0
        ? `${v.operation}: axis ${v.axis} does not exist; shape ${v.shape} is a single number, without axes`
        : `${v.operation}: axis ${v.axis} does not exist for shape ${v.shape}; use ${-v.rank} to ${v.rank - 1}`,
    ja: (v: { operation: string; axis: number; shape: string; rank: number }) =>
      v.rank === 0
        ? `${v.operation}: 軸 ${v.axis} はありません。形状 ${v.shape} は数 1 つで、軸を持ちません`
        : `${v.operation}: 形状 ${v.shape} に軸 ${v.axis} はありません。` +
          `${-v.rank} から ${v.rank - 1} までで指定してください`,
  },
  repeatedAxis: {
    en: (v: { operation: string; axes: string; shape: string }) =>
      `${v.operation}: (${v.axes}) names an axis of shape ${v.shape} twice`,
    ja: (v: { operation: string; axes: string; shape: string }) =>
      `${v.operation}: 軸の指定 (${v.axes}) は、形状 ${v.shape} の同じ軸を重ねて指しています`,
  },
  badOrder: {
    en: (v: { axes: string; shape: string; rank: number }) =>
      `transpose: (${v.axes}) is not an order of the axes of shape ${v.shape}; name each of the ${v.rank} axes once`,
    ja: (v: { axes: string; shape: string; rank: number }) =>
      `transpose: (${v.axes}) は形状 ${v.shape} の軸の並べ替えになっていません。` +
      `${v.rank} 個の軸をちょうど 1 回ずつ指定してください`,
  },
  badIndex: {
    en: (v: { index: string }) =>
      `slice: cannot read the index '${v.index}'; a range is 'start:stop:step' in whole numbers, ` +
      `each of which may be left out, with a step other than 0`,
    ja: (v: { index: string }) =>
      `slice: 添字「${v.index}」を解釈できません。範囲は 'start:stop:step' の形の整数で（省略可）、` +
      `step は 0 以外で指定してください`,
  },
  indexOutOfRange: {
    en: (v: { operation: string; index: number; axis: number; length: number }) =>
      `${v.operation}: index ${v.index} is out of range for axis ${v.axis}, which has ${v.length} elements`,
    ja: (v: { operation: string; index: number; axis: number; length: number }) =>
      `${v.operation}: 添字 ${v.index} は範囲外です（軸 ${v.axis} の要素数は ${v.length}）`,
  },
  labelOutOfRange: {
    en: (v: { label: number; classes: number }) =>
      `oneHot: label ${v.label} does not belong to ${v.classes} classes; labels are counted from 0`,
    ja: (v: { label: number; classes: number }) =>
      `oneHot: ラベル ${v.label} は ${v.classes} 個のクラスの範囲外です。ラベルは 0 から数えます`,
  },
  tooManyIndices: {
    en: (v: { given: number; shape: string; rank: number }) =>
      `slice: too many indices for shape ${v.shape}: ${v.given} axes are indexed, but there are ${v.rank}`,
    ja: (v: { given: number; shape: string; rank: number }) =>
      `slice: 形状 ${v.shape} に対して添字が多すぎます。軸は ${v.rank} 個ですが、${v.given} 個分の添字があります`,
  },
  twoEllipses: {
    en: (v: { shape: string }) => `slice: '...' may stand only once among the indices of shape ${v.shape}`,
    ja: (v: { shape: string }) => `slice: 形状 ${v.shape} の添字の中で '...' を使えるのは 1 回だけです`,
  },
  maskDoesNotFit: {
    en: (v: { shape: string; mask: string; axis: number }) =>
      `slice: a mask of shape ${v.mask} does not fit shape ${v.shape} from axis ${v.axis} on; ` +
      `it must have one boolean for each element of the axes it selects from`,
    ja: (v: { shape: string; mask: string; axis: number }) =>
      `slice: 形状 ${v.mask} のマスクは形状 ${v.shape} の軸 ${v.axis} 以降と合いません。` +
      `選び出す軸の要素ごとに真偽値が 1 つずつ必要です`,
  },
  notIndices: {
    en: (v: { operation: string; found: string }) =>
      `${v.operation}: indices must be whole numbers (dtype int32), but found ${v.found}; convert with astype('int32')`,
    ja: (v: { operation: string; found: string }) =>
      `${v.operation}: 添字は整数（dtype int32）でなければなりませんが、${v.found} が渡されました。` +
      `astype('int32') で変換してください`,
  },
  indexRank: {
    en: (v: { shape: string; indices: string }) =>
      `takeAlongAxis: indices of shape ${v.indices} for shape ${v.shape}: both must have the same number of axes`,
    ja: (v: { shape: string; indices: string }) =>
      `takeAlongAxis: 形状 ${v.shape} に対する添字の形状が ${v.indices} です。軸の数は同じでなければなりません`,
  },
  emptyReduction: {
    en: (v: { operation: string; shape: string }) =>
      `${v.operation}: shape ${v.shape} is empty along the axis, so there is nothing to choose from`,
    ja: (v: { operation: string; shape: string }) =>
      `${v.operation}: 形状 ${v.shape} はこの軸に沿って要素がないため、値を選べません`,
  },
  notForBooleans: {
    en: (v: { operation: string; instead: string }) =>
      `${v.operation}: not defined for booleans; use ${v.instead}, or convert with astype('int32')`,
    ja: (v: { operation: string; instead: string }) =>
      `${v.operation}: 真偽値には定義されていません。${v.instead} を使うか、astype('int32') で変換してください`,
  },
  negativePower: {
    en: (v: { exponent: number }) =>
      `power: an int32 tensor cannot hold a power of ${v.exponent}, which is a fraction; ` +
      `convert the base with astype('float64')`,
    ja: (v: { exponent: number }) =>
      `power: ${v.exponent} 乗は分数になるため、int32 のテンソルでは表せません。底を astype('float64') で変換してください`,
  },
  ragged: {
    en: (v: { path: string; expected: number; found: Found }) =>
      `tensor: the nested lists are ragged: ${v.path} should be a list of ${v.expected}, but is ${found.en(v.found)}`,
    ja: (v: { path: string; expected: number; found: Found }) =>
      `tensor: 入れ子の長さがそろっていません。${v.path} は要素 ${v.expected} 個のリストのはずですが、` +
      `${found.ja(v.found)} です`,
  },
  notANumber: {
    en: (v: { path: string; found: Found }) => `tensor: ${v.path} is not a number or boolean: ${found.en(v.found)}`,
    ja: (v: { path: string; found: Found }) => `tensor: ${v.path} は数でも真偽値でもありません: ${found.ja(v.found)}`,
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
  notImages: {
    en: (v: { operation: string; shape: string }) =>
      `${v.operation}: shape ${v.shape} is not that of images: expected (images, height, width, channels), ` +
      `with a height and a width of at least 1`,
    ja: (v: { operation: string; shape: string }) =>
      `${v.operation}: 形状 ${v.shape} は画像の形状ではありません。(画像数, 高さ, 幅, チャンネル数) の形で、` +
      `高さと幅は 1 以上でなければなりません`,
  },
  badPair: {
    en: (v: { operation: string; name: string; least: number; value: string }) =>
      `${v.operation}: ${v.name} must be a whole number, ${v.least} or greater, or two of them for height and width, ` +
      `but is (${v.value})`,
    ja: (v: { operation: string; name: string; least: number; value: string }) =>
      `${v.operation}: ${v.name} は ${v.least} 以上の整数、または高さと幅についての 2 つの整数でなければなりませんが、` +
      `(${v.value}) です`,
  },
  windowTooLarge: {
    en: (v: { operation: string; axis: ImageAxis; span: number; length: number; padding: number }) =>
      `${v.operation}: the window spans ${v.span} pixels of the ${v.axis}, but the image has ${v.length}` +
      `${v.padding > 0 ? ` and ${v.padding} of padding on either side` : ''}; ` +
      `make the window or its dilation smaller, or add padding`,
    ja: (v: { operation: string; axis: ImageAxis; span: number; length: number; padding: number }) =>
      `${v.operation}: 窓は${imageAxis[v.axis]}方向に ${v.span} 画素に及びますが、画像は ${v.length} 画素` +
      `${v.padding > 0 ? `（両側のパディング ${v.padding} 画素ずつを除く）` : ''}しかありません。` +
      `窓か dilation を小さくするか、パディングを増やしてください`,
  },
  tooMuchPadding: {
    en: (v: { operation: string; padding: string; size: string }) =>
      `${v.operation}: padding ${v.padding} is more than half of the window ${v.size}; ` +
      `a window might then lie in the padding alone`,
    ja: (v: { operation: string; padding: string; size: string }) =>
      `${v.operation}: パディング ${v.padding} が窓 ${v.size} の半分を超えています。` +
      `窓が画像の外だけに置かれることになりかねません`,
  },
  notConvolutionWeights: {
    en: (v: { shape: string }) =>
      `conv2d: shape ${v.shape} is not that of weights: expected (window height, window width, channels, outputs)`,
    ja: (v: { shape: string }) =>
      `conv2d: 形状 ${v.shape} は重みの形状ではありません。(窓の高さ, 窓の幅, チャンネル数, 出力数) でなければなりません`,
  },
  otherChannels: {
    en: (v: { images: string; weights: string; found: number; expected: number }) =>
      `conv2d: images of shape ${v.images} have ${v.found} channels, but weights of shape ${v.weights} are for ` +
      `${v.expected}; these must be equal`,
    ja: (v: { images: string; weights: string; found: number; expected: number }) =>
      `conv2d: 形状 ${v.images} の画像のチャンネル数（${v.found}）と形状 ${v.weights} の重みのチャンネル数` +
      `（${v.expected}）が等しくなければなりません`,
  },
  otherShape: {
    en: (v: { operation: string; expected: string; found: string }) =>
      `${v.operation}: expected shape ${v.expected}, but found ${v.found}`,
    ja: (v: { operation: string; expected: string; found: string }) =>
      `${v.operation}: 形状は ${v.expected} でなければなりませんが、${v.found} です`,
  },
}
