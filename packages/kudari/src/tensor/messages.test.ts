/** Every message of the table: who throws it, and that it reads in both languages. */
import { describe, expect, it } from 'vitest'
import {
  KudariError,
  Tensor,
  arange,
  averagePool,
  compile,
  concatenate,
  conv2d,
  eye,
  foldPatches,
  full,
  linspace,
  matmul,
  maxPool,
  maxPoolGradient,
  oneHot,
  patches,
  stack,
  takeAlongAxis,
  takeMaxima,
  tensor,
  zeros,
} from '../index.ts'
import { tensorMessages } from './messages.ts'

const m23 = zeros([2, 3])
const images = zeros([2, 5, 4, 3])
const int32 = (values: number[]) => tensor(values, { dtype: 'int32' })

/** For each message a call that throws it, with what it says in English and Japanese. */
const thrown: Readonly<Record<keyof typeof tensorMessages, readonly [() => unknown, string, string]>> = {
  cannotBroadcast: [
    () => m23.add(zeros([4])),
    'add: shapes (2, 3) and (4,) cannot be broadcast together; seen from the right, two lengths must be ' +
      'equal, or one of them 1',
    'add: 形状 (2, 3) と (4,) はブロードキャストできません。右端からそろえたとき、各軸の長さは等しいか、一方が 1 でなければなりません',
  ],
  cannotStretch: [
    () => m23.broadcastTo([3, 3]),
    'broadcastTo: shape (2, 3) cannot be stretched to (3, 3); seen from the right, each length must be 1 ' +
      'or already as wanted',
    'broadcastTo: 形状 (2, 3) を (3, 3) に引き伸ばすことはできません。右端からそろえたとき、各軸の長さは 1 か、目的の長さと同じでなければなりません',
  ],
  cannotMultiply: [
    () => matmul(zeros([2, 4]), zeros([3, 2])),
    'matmul: shapes (2, 4) and (3, 2) do not fit; a row of the left one has 4 elements, a column of the ' +
      'right one 3, and these must be equal',
    'matmul: 形状 (2, 4) と (3, 2) の行列積は計算できません。左の行の要素数（4）と右の列の要素数（3）が等しくなければなりません',
  ],
  numberInProduct: [
    () => matmul(m23, 2),
    'matmul: shapes (2, 3) and (): a single number has no rows and columns; use multiply instead',
    'matmul: 形状 (2, 3) と (): 数 1 つには行も列もありません。代わりに multiply を使ってください',
  ],
  cannotReshape: [
    () => m23.reshape([4, -1]),
    'reshape: shape (2, 3) cannot become (4, -1); its 6 elements must fill the new shape exactly (one ' +
      'length may be -1: whatever remains)',
    'reshape: 形状 (2, 3) を (4, -1) に変えられません。6 個の要素が新しい形状に過不足なく収まる必要があります（長さの 1 つは -1 にでき、残りから決まります）',
  ],
  cannotConcatenate: [
    () => concatenate([m23, zeros([2, 4])]),
    'concatenate: shapes (2, 3) and (2, 4) do not fit; they may differ only in the length of axis 0',
    'concatenate: 形状 (2, 3) と (2, 4) はつなげられません。違ってよいのは軸 0 の長さだけです',
  ],
  cannotStack: [
    () => stack([m23, zeros([2, 4])]),
    'stack: shapes (2, 3) and (2, 4) differ; only tensors of one shape can be stacked',
    'stack: 形状 (2, 3) と (2, 4) が異なります。重ねられるのは同じ形状のテンソルだけです',
  ],
  nothingToJoin: [
    () => concatenate([]),
    'concatenate: the list of tensors is empty; at least one is needed',
    'concatenate: テンソルのリストが空です。少なくとも 1 個必要です',
  ],
  cannotSqueeze: [
    () => m23.squeeze({ axis: 1 }),
    'squeeze: axis 1 of shape (2, 3) has length 3; only an axis of length 1 can be removed',
    'squeeze: 形状 (2, 3) の軸 1 の長さは 3 です。取り除けるのは長さ 1 の軸だけです',
  ],
  badShape: [
    () => full([2, -1], 0),
    'full: (2, -1) is not a shape; every length must be a whole number, 0 or greater',
    'full: (2, -1) は形状として使えません。どの長さも 0 以上の整数でなければなりません',
  ],
  badCount: [
    () => linspace(0, 1, 2.5),
    'linspace: count must be a whole number, 0 or greater, but is 2.5',
    'linspace: count は 0 以上の整数でなければなりませんが、2.5 です',
  ],
  cannotCount: [
    () => arange(0, 5, 0),
    'arange: cannot count from 0 to 5 by 0; all three must be finite, and step not 0',
    'arange: 0 から 5 まで 0 刻みでは数えられません。どれも有限の数で、step は 0 以外にしてください',
  ],
  badAxis: [
    () => m23.sum({ axis: 2 }),
    'sum: axis 2 does not exist for shape (2, 3); use -2 to 1',
    'sum: 形状 (2, 3) に軸 2 はありません。-2 から 1 までで指定してください',
  ],
  repeatedAxis: [
    () => m23.sum({ axis: [1, -1] }),
    'sum: (1, 1) names an axis of shape (2, 3) twice',
    'sum: 軸の指定 (1, 1) は、形状 (2, 3) の同じ軸を重ねて指しています',
  ],
  badOrder: [
    () => m23.transpose([0]),
    'transpose: (0) is not an order of the axes of shape (2, 3); name each of the 2 axes once',
    'transpose: (0) は形状 (2, 3) の軸の並べ替えになっていません。2 個の軸をちょうど 1 回ずつ指定してください',
  ],
  badIndex: [
    () => m23.slice('0:2:0'),
    "slice: cannot read the index '0:2:0'; a range is 'start:stop:step' in whole numbers, each of which " +
      "may be left out, with a step other than 0",
    "slice: 添字「0:2:0」を解釈できません。範囲は 'start:stop:step' の形の整数で（省略可）、step は 0 以外で指定してください",
  ],
  indexOutOfRange: [
    () => m23.slice(':', [0, 3]),
    'slice: index 3 is out of range for axis 1, which has 3 elements',
    'slice: 添字 3 は範囲外です（軸 1 の要素数は 3）',
  ],
  labelOutOfRange: [
    () => oneHot([0, 3], 3),
    'oneHot: label 3 does not belong to 3 classes; labels are counted from 0',
    'oneHot: ラベル 3 は 3 個のクラスの範囲外です。ラベルは 0 から数えます',
  ],
  tooManyIndices: [
    () => m23.slice(0, ':', 1),
    'slice: too many indices for shape (2, 3): 3 axes are indexed, but there are 2',
    'slice: 形状 (2, 3) に対して添字が多すぎます。軸は 2 個ですが、3 個分の添字があります',
  ],
  twoEllipses: [
    () => m23.slice('...', 0, '...'),
    "slice: '...' may stand only once among the indices of shape (2, 3)",
    "slice: 形状 (2, 3) の添字の中で '...' を使えるのは 1 回だけです",
  ],
  maskDoesNotFit: [
    () => m23.slice(':', [true, false]),
    'slice: a mask of shape (2,) does not fit shape (2, 3) from axis 1 on; it must have one boolean for ' +
      'each element of the axes it selects from',
    'slice: 形状 (2,) のマスクは形状 (2, 3) の軸 1 以降と合いません。選び出す軸の要素ごとに真偽値が 1 つずつ必要です',
  ],
  notIndices: [
    () => m23.take(tensor([0, 1])),
    "take: indices must be whole numbers (dtype int32), but found dtype float64; convert with astype('int32')",
    "take: 添字は整数（dtype int32）でなければなりませんが、dtype float64 が渡されました。astype('int32') で変換してください",
  ],
  indexRank: [
    () => takeAlongAxis(m23, [0, 1]),
    'takeAlongAxis: indices of shape (2,) for shape (2, 3): both must have the same number of axes',
    'takeAlongAxis: 形状 (2, 3) に対する添字の形状が (2,) です。軸の数は同じでなければなりません',
  ],
  emptyReduction: [
    () => zeros([0, 3]).max({ axis: 0 }),
    'max: shape (0, 3) is empty along the axis, so there is nothing to choose from',
    'max: 形状 (0, 3) はこの軸に沿って要素がないため、値を選べません',
  ],
  notForBooleans: [
    () => tensor([true]).sub([false]),
    "subtract: not defined for booleans; use logicalXor, or convert with astype('int32')",
    "subtract: 真偽値には定義されていません。logicalXor を使うか、astype('int32') で変換してください",
  ],
  negativePower: [
    () => int32([2]).pow(int32([-1])),
    "power: an int32 tensor cannot hold a power of -1, which is a fraction; convert the base with astype('float64')",
    "power: -1 乗は分数になるため、int32 のテンソルでは表せません。底を astype('float64') で変換してください",
  ],
  ragged: [
    () => tensor([[1, 2], [3]]),
    'tensor: the nested lists are ragged: values[1] should be a list of 2, but is a list of 1',
    'tensor: 入れ子の長さがそろっていません。values[1] は要素 2 個のリストのはずですが、要素 1 個のリスト です',
  ],
  notANumber: [
    () => tensor([[1, 'x' as unknown as number]]),
    'tensor: values[0][1] is not a number or boolean: "x"',
    'tensor: values[0][1] は数でも真偽値でもありません: "x"',
  ],
  wrongSize: [
    () => new Tensor({ shape: [2, 2], dtype: 'float64' }, new Float64Array(3)),
    'Tensor: shape (2, 2) holds 4 elements, but there are 3',
    'Tensor: 形状 (2, 2) には 4 個の要素が必要ですが、3 個あります',
  ],
  noNumbersYet: [
    () => compile((x: Tensor) => x.mul(x.item()))(tensor(1)),
    'Tensor.data: while a function is being traced its tensors have a shape but no numbers yet; use ' +
      'tensor operations (for a choice: where) instead of reading numbers',
    'Tensor.data: 関数を記録している間、テンソルには形状だけがあり、値はまだありません。値を読み出す代わりに、テンソルの演算（条件分岐には where）を使ってください',
  ],
  notScalar: [
    () => m23.item(),
    'item: expected a tensor with one element, but its shape is (2, 3)',
    'item: 要素が 1 個のテンソルが必要ですが、形状は (2, 3) です',
  ],
  notImages: [
    () => maxPool(zeros([28, 28, 1]), { size: 2 }),
    'maxPool: shape (28, 28, 1) is not that of images: expected (images, height, width, channels), with a ' +
      'height and a width of at least 1',
    'maxPool: 形状 (28, 28, 1) は画像の形状ではありません。(画像数, 高さ, 幅, チャンネル数) の形で、高さと幅は 1 以上でなければなりません',
  ],
  badPair: [
    () => averagePool(images, { size: 2, stride: [2, 0] }),
    'averagePool: stride must be a whole number, 1 or greater, or two of them for height and width, but is (2, 0)',
    'averagePool: stride は 1 以上の整数、または高さと幅についての 2 つの整数でなければなりませんが、(2, 0) です',
  ],
  windowTooLarge: [
    () => conv2d(images, zeros([3, 3, 3, 8]), { dilation: [1, 3], padding: [0, 1] }),
    'conv2d: the window spans 7 pixels of the width, but the image has 4 and 1 of padding on either side; ' +
      'make the window or its dilation smaller, or add padding',
    'conv2d: 窓は幅方向に 7 画素に及びますが、画像は 4 画素（両側のパディング 1 画素ずつを除く）しかありません。窓か dilation を小さくするか、パディングを増やしてください',
  ],
  tooMuchPadding: [
    () => maxPool(images, { size: [2, 3], padding: [1, 2] }),
    'maxPool: padding (1, 2) is more than half of the window (2, 3); a window might then lie in the padding alone',
    'maxPool: パディング (1, 2) が窓 (2, 3) の半分を超えています。窓が画像の外だけに置かれることになりかねません',
  ],
  notConvolutionWeights: [
    () => conv2d(images, zeros([27, 8])),
    'conv2d: shape (27, 8) is not that of weights: expected (window height, window width, channels, outputs)',
    'conv2d: 形状 (27, 8) は重みの形状ではありません。(窓の高さ, 窓の幅, チャンネル数, 出力数) でなければなりません',
  ],
  otherChannels: [
    () => conv2d(images, zeros([3, 3, 1, 8])),
    'conv2d: images of shape (2, 5, 4, 3) have 3 channels, but weights of shape (3, 3, 1, 8) are for 1; ' +
      'these must be equal',
    'conv2d: 形状 (2, 5, 4, 3) の画像のチャンネル数（3）と形状 (3, 3, 1, 8) の重みのチャンネル数（1）が等しくなければなりません',
  ],
  otherShape: [
    () => foldPatches(zeros([6, 8]), { shape: [1, 3, 4, 1], size: 2 }),
    'foldPatches: expected shape (6, 4), but found (6, 8)',
    'foldPatches: 形状は (6, 4) でなければなりませんが、(6, 8) です',
  ],
}

function errorOf(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}

describe('messages about tensors', () => {
  it.each(Object.entries(thrown))('%s', (_name, [call, en, ja]) => {
    const error = errorOf(call)
    expect(error).toBeInstanceOf(KudariError)
    expect((error as KudariError).in('en')).toBe(en)
    expect((error as KudariError).in('ja')).toBe(ja)
  })

  const more: readonly (readonly [() => unknown, string])[] = [
    [() => tensor(5).sum({ axis: 0 }), 'sum: axis 0 does not exist; shape () is a single number, without axes'],
    [() => tensor([1, [2] as unknown as number]), 'tensor: values[1] is not a number or boolean: a list of 1'],
    [() => tensor([null as unknown as number]), 'tensor: values[0] is not a number or boolean: null'],
    [() => tensor([[1], 2]), 'tensor: the nested lists are ragged: values[1] should be a list of 1, but is 2'],
    [() => tensor([new Map() as never]), 'tensor: values[0] is not a number or boolean: Map'],
    [
      () => m23.take([0.5]),
      "take: indices must be whole numbers (dtype int32), but found 0.5; convert with astype('int32')",
    ],
    [
      () => m23.slice(tensor([0])),
      "slice: indices must be whole numbers (dtype int32), but found dtype float64; convert with " +
        "astype('int32')",
    ],
    [() => m23.take([2]), 'take: index 2 is out of range for axis 0, which has 2 elements'],
    [
      () => takeAlongAxis(m23, [[3]], { axis: 1 }),
      'takeAlongAxis: index 3 is out of range for axis 1, which has 3 elements',
    ],
    [() => m23.slice(0.5), 'slice: index 0.5 is out of range for axis 0, which has 2 elements'],
    [() => m23.insert(4, 1, { axis: 1 }), 'insert: index 4 is out of range for axis 1, which has 3 elements'],
    [
      () => matmul(zeros([2, 3]), zeros([4]), {}),
      'matmul: shapes (2, 3) and (4,) do not fit; a row of the left one has 3 elements, a column of the ' +
        'right one 4, and these must be equal',
    ],
    [
      () => matmul(zeros([3, 2]), zeros([4]), { transposeA: true }),
      'matmul: shapes (2, 3) and (4,) do not fit; a row of the left one has 3 elements, a column of the ' +
        'right one 4, and these must be equal',
    ],
    [() => eye(-1), 'eye: rows must be a whole number, 0 or greater, but is -1'],
    [() => m23.repeat(-1), 'repeat: repeats must be a whole number, 0 or greater, but is -1'],
    [
      () => patches(images, { size: 6 }),
      'patches: the window spans 6 pixels of the height, but the image has 5; make the window or its dilation ' +
        'smaller, or add padding',
    ],
    [
      () => patches(images, { size: 2, padding: -1 }),
      'patches: padding must be a whole number, 0 or greater, or two of them for height and width, but is (-1, -1)',
    ],
    [
      () => images.maxPool({ size: 1.5 }),
      'maxPool: size must be a whole number, 1 or greater, or two of them for height and width, but is (1.5, 1.5)',
    ],
    [
      () => patches(images, { size: 2, dilation: [1, 1, 1] as unknown as [number, number] }),
      'patches: dilation must be a whole number, 1 or greater, or two of them for height and width, but is (1, 1, 1)',
    ],
    [
      () => conv2d(zeros([2, 0, 4, 3]), zeros([1, 1, 3, 8]), { padding: 1 }),
      'conv2d: shape (2, 0, 4, 3) is not that of images: expected (images, height, width, channels), with a ' +
        'height and a width of at least 1',
    ],
    [
      () => maxPoolGradient(images, zeros([2, 2, 2, 1]), { size: [2, 2], stride: [2, 2], padding: [0, 0] }),
      'maxPoolGradient: expected shape (2, 2, 2, 3), but found (2, 2, 2, 1)',
    ],
    [
      () => takeMaxima(images, zeros([2, 5, 4, 1]), { size: [2, 2], stride: [2, 2], padding: [0, 0] }),
      'takeMaxima: expected shape (2, 5, 4, 3), but found (2, 5, 4, 1)',
    ],
    [() => zeros([0]).argmax(), 'argmax: shape (0,) is empty along the axis, so there is nothing to choose from'],
  ]
  it.each(more)('%o: %s', (call, en) => {
    expect(errorOf(call)).toMatchObject({ message: en, kind: 'usage' })
  })
})
