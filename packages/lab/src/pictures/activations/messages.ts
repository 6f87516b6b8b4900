/** Texts of the picture of what units give. */
export const activationsMessages = {
  name: { en: () => 'Activations of the units', ja: () => '各ユニットの出力' },
  plane: {
    en: () => 'Each square is the plane of the two inputs, coloured by what one unit gives there. In the first layer a unit can only divide the plane by a straight line; later layers mix what is before them, and out of lines grow regions.',
    ja: () => '四角はどれも 2 つの入力の平面で、1 つのユニットの出力を色で表しています。最初の層のユニットは平面を直線で分けることしかできません。次の層がそれらを混ぜ合わせ、直線から複雑な領域ができていきます。',
  },
  line: {
    en: () => 'Each small plot has the input from left to right, and what one unit gives. The next layer adds up such curves, each times a weight.',
    ja: () => '小さなグラフはどれも、横軸が入力、縦軸が 1 つのユニットの出力です。次の層は、これらの曲線に重みを掛けて足し合わせます。',
  },
  spread: {
    en: (v: { rows: number }) => `For each unit, how often it gives what, over ${v.rows} rows. A unit that gives the same for every row tells nothing apart, and hardly learns.`,
    ja: (v: { rows: number }) => `各ユニットがどんな値をどれだけ出すかを、${v.rows} 行について数えたものです。どの行にも同じ値を出すユニットは何も区別しておらず、ほとんど学習しません。`,
  },
  hidden: {
    en: (v: { number: number; name: string; type: string; count: number }) => `Hidden layer ${v.number}: ${v.name}, ${v.type}, ${v.count} unit${v.count === 1 ? '' : 's'}`,
    ja: (v: { number: number; name: string; type: string; count: number }) => `隠れ層 ${v.number}: ${v.name}、${v.type}、${v.count} ユニット`,
  },
  output: { en: () => 'Output: the prediction yp', ja: () => '出力: 予測 yp' },
  more: { en: (v: { count: number }) => `And ${v.count} more units.`, ja: (v: { count: number }) => `ほかに ${v.count} ユニット。` },
  unit: {
    en: (v: { unit: string; min: string; max: string }) => `${v.unit}: from ${v.min} to ${v.max}`,
    ja: (v: { unit: string; min: string; max: string }) => `${v.unit}: ${v.min} から ${v.max} まで`,
  },
  constant: {
    en: (v: { unit: string; value: string }) => `${v.unit}: always ${v.value}`,
    ja: (v: { unit: string; value: string }) => `${v.unit}: 常に ${v.value}`,
  },
  dead: { en: () => 'dead', ja: () => '死んでいる' },
  always: { en: (v: { value: string }) => `always ${v.value}`, ja: (v: { value: string }) => `常に ${v.value}` },
  unitName: { en: (v: { number: number }) => `unit ${v.number}`, ja: (v: { number: number }) => `ユニット ${v.number}` },
  scale: {
    en: (v: { low: string; middle: string; high: string }) => `Colours: ${v.low} – ${v.middle} – ${v.high}.`,
    ja: (v: { low: string; middle: string; high: string }) => `色: ${v.low} 〜 ${v.middle} 〜 ${v.high}。`,
  },
  height: { en: (v: { low: string; high: string }) => `Height: ${v.low} to ${v.high}.`, ja: (v: { low: string; high: string }) => `高さ: ${v.low} 〜 ${v.high}。` },
  width: { en: (v: { low: string; high: string }) => `Left to right: ${v.low} to ${v.high}.`, ja: (v: { low: string; high: string }) => `左から右へ: ${v.low} 〜 ${v.high}。` },
  border: { en: () => 'Line: where the sum that the unit is given changes its sign.', ja: () => '線: 入力の重み付き和の符号が変わる境界。' },
  decision: { en: () => 'Line: where the decision changes.', ja: () => '線: 判断が変わる境界。' },
  axes: {
    en: (v: { across: string; up: string }) => `Across: ${v.across}. Up: ${v.up}.`,
    ja: (v: { across: string; up: string }) => `横軸は ${v.across}、縦軸は ${v.up} です。`,
  },
  axis: { en: (v: { across: string }) => `Across: ${v.across}.`, ja: (v: { across: string }) => `横軸は ${v.across} です。` },
  extent: { en: (v: { name: string; low: string; high: string }) => `${v.name} from ${v.low} to ${v.high}`, ja: (v: { name: string; low: string; high: string }) => `${v.name}（${v.low} 〜 ${v.high}）` },
}
