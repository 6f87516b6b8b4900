/** Texts of the picture of weights and gradients. */
export const layersMessages = {
  name: { en: () => 'Weights and gradients', ja: () => '重みと勾配' },
  about: {
    en: () => 'Every column is a unit, every row one of its inputs. Gradient descent moves each weight against its gradient: blue gradients lower the weight, orange ones raise it.',
    ja: () => '列はユニット、行はその入力です。勾配降下法では、重みは勾配の逆向きに動きます。勾配が青なら重みは減り、オレンジなら増えます。',
  },
  aboutBars: {
    en: () => 'One weight for each input. Gradient descent moves each weight against its gradient: where the gradient is 0, the weight has arrived.',
    ja: () => '入力ごとに重みが 1 つあります。勾配降下法では、重みは勾配の逆向きに動きます。勾配が 0 になれば、その重みは谷底に着いています。',
  },
  standardized: {
    en: () => 'The inputs are standardised, so that the sizes of weights can be compared.',
    ja: () => '入力は標準化されているので、重みの大きさをそのまま比べられます。',
  },
  layer: {
    en: (v: { number: number; type: string; input: string; output: string }) => `Layer ${v.number}: ${v.type}, ${v.input} → ${v.output}`,
    ja: (v: { number: number; type: string; input: string; output: string }) => `第 ${v.number} 層: ${v.type}、${v.input} → ${v.output}`,
  },
  W: { en: (v: { name: string }) => `Weights ${v.name}`, ja: (v: { name: string }) => `重み ${v.name}` },
  b: { en: (v: { name: string }) => `Biases ${v.name}`, ja: (v: { name: string }) => `バイアス ${v.name}` },
  gamma: { en: (v: { name: string }) => `Scales ${v.name}`, ja: (v: { name: string }) => `倍率 ${v.name}` },
  beta: { en: (v: { name: string }) => `Shifts ${v.name}`, ja: (v: { name: string }) => `ずらし ${v.name}` },
  gradient: { en: (v: { name: string }) => `Gradient ∂L/∂${v.name}`, ja: (v: { name: string }) => `勾配 ∂L/∂${v.name}` },
  weight: { en: () => 'Weight', ja: () => '重み' },
  gradientShort: { en: () => 'Gradient', ja: () => '勾配' },
  input: { en: () => 'Input', ja: () => '入力' },
  sizes: { en: () => 'Mean sizes, layer by layer', ja: () => '層ごとの平均的な大きさ' },
  tensor: { en: () => 'Tensor', ja: () => 'テンソル' },
  shape: { en: () => 'Shape', ja: () => '形' },
  logarithmic: {
    en: () => 'The bars are logarithmic: each tenth of their length is a factor of about four.',
    ja: () => '棒は対数目盛です。長さの 10 分の 1 が約 4 倍にあたります。',
  },
  blocks: {
    en: (v: { rows: number; columns: number }) => `Each cell is the mean of ${v.rows} × ${v.columns} numbers.`,
    ja: (v: { rows: number; columns: number }) => `1 つのマスは ${v.rows} × ${v.columns} 個の数の平均です。`,
  },
  summary: {
    en: (v: { min: string; max: string; mean: string; zeros: string }) => `${v.min} to ${v.max}, mean size ${v.mean}, ${v.zeros} zeros`,
    ja: (v: { min: string; max: string; mean: string; zeros: string }) => `${v.min} 〜 ${v.max}、平均の大きさ ${v.mean}、ゼロ ${v.zeros}`,
  },
  notFinite: {
    en: (v: { count: number }) => `${v.count} of them NaN or infinite`,
    ja: (v: { count: number }) => `うち ${v.count} 個は NaN または無限大`,
  },
  cells: {
    en: (v: { what: string; rows: number; columns: number; summary: string }) => `${v.what}, ${v.rows} × ${v.columns}: ${v.summary}. Arrow keys go from cell to cell.`,
    ja: (v: { what: string; rows: number; columns: number; summary: string }) => `${v.what}、${v.rows} × ${v.columns}: ${v.summary}。矢印キーでマスを移動できます。`,
  },
  reading: {
    en: (v: { row: string; column: string; weight: string; gradient: string }) => `${v.row} → ${v.column}: weight ${v.weight}, gradient ${v.gradient}`,
    ja: (v: { row: string; column: string; weight: string; gradient: string }) => `${v.row} → ${v.column}: 重み ${v.weight}、勾配 ${v.gradient}`,
  },
  readingOfVector: {
    en: (v: { column: string; weight: string; gradient: string }) => `${v.column}: value ${v.weight}, gradient ${v.gradient}`,
    ja: (v: { column: string; weight: string; gradient: string }) => `${v.column}: 値 ${v.weight}、勾配 ${v.gradient}`,
  },
  point: { en: () => 'Point at a cell to read it.', ja: () => 'マスに触れると値が読めます。' },
  bias: { en: () => '1 (bias)', ja: () => '1（バイアス）' },
  unit: { en: (v: { number: string }) => `unit ${v.number}`, ja: (v: { number: string }) => `ユニット ${v.number}` },
  inputNumber: { en: (v: { number: string }) => `input ${v.number}`, ja: (v: { number: string }) => `入力 ${v.number}` },
  output: { en: () => 'output', ja: () => '出力' },
  patch: {
    en: (v: { row: number; column: number; channel: number }) => `pixel (${v.row}, ${v.column}) of channel ${v.channel}`,
    ja: (v: { row: number; column: number; channel: number }) => `チャネル ${v.channel} の画素（${v.row}, ${v.column}）`,
  },
  table: { en: () => 'As a table', ja: () => '表で見る' },
  alike: {
    en: (v: { name: string }) => `In ${v.name} all units have the same weights: they do the same, get the same gradient, and stay the same. Random first weights break this symmetry.`,
    ja: (v: { name: string }) => `${v.name} では、すべてのユニットが同じ重みを持っています。同じ働きをし、同じ勾配を受け取るので、いつまでも同じままです。重みの初期値を乱数にすると、この対称性が破れます。`,
  },
  vanishing: {
    en: (v: { factor: string }) => `The gradient of the first layer is ${v.factor} times smaller than that of the last: it vanishes on its way back, and the first layers hardly learn. ReLU, He initialisation or normalisation help.`,
    ja: (v: { factor: string }) => `最初の層の勾配は、最後の層の ${v.factor} 分の 1 しかありません。後ろから伝わるうちに小さくなり（勾配消失）、最初の層はほとんど学習できません。ReLU、He の初期値、正規化が有効です。`,
  },
  largest: {
    en: (v: { shown: number; all: number }) => `The ${v.shown} largest of ${v.all} weights`,
    ja: (v: { shown: number; all: number }) => `${v.all} 個の重みのうち大きいほうから ${v.shown} 個`,
  },
  measured: {
    en: (v: { rows: number; iteration: number }) => `Gradient of iteration ${v.iteration}, measured on ${v.rows} rows.`,
    ja: (v: { rows: number; iteration: number }) => `勾配は繰り返し ${v.iteration} のもので、${v.rows} 行で計算しています。`,
  },
}
