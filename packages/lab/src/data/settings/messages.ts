/** Texts of how the data are scaled and split before the first step. */
const count = (value: number, language: 'en' | 'ja'): string => value.toLocaleString(language)

export const settingsMessages = {
  scaling: { en: () => 'Scaling', ja: () => '尺度' },
  scalings: {
    none: { en: () => 'none: as they are', ja: () => 'なし（そのまま）' },
    centre: { en: () => 'centre: axes to the mean (the talk)', ja: () => '中心化（講演: 軸を平均へ）' },
    standard: { en: () => 'standard: mean 0, spread 1', ja: () => '標準化（平均 0・標準偏差 1）' },
    minmax: { en: () => 'min–max: from 0 to 1', ja: () => '最小–最大（0 から 1）' },
    pixels: { en: () => 'pixels: white is 1', ja: () => 'ピクセル（白を 1 に）' },
  },
  see: { en: () => 'See the axes move', ja: () => '軸の移動を見る' },
  onlyCategories: { en: () => 'Categories become columns of 0 and 1.', ja: () => 'カテゴリは 0 と 1 の列になります。' },

  split: { en: () => 'Learn and check', ja: () => '学習用と検証用' },
  learns: { en: (v: { rows: number }) => `${count(v.rows, 'en')} to learn from`, ja: (v: { rows: number }) => `学習 ${count(v.rows, 'ja')} 行` },
  checks: { en: (v: { rows: number }) => `${count(v.rows, 'en')} held out to check`, ja: (v: { rows: number }) => `検証 ${count(v.rows, 'ja')} 行` },
  bar: {
    en: (v: { train: number; validation: number }) => `${count(v.train, 'en')} rows are learned from, ${count(v.validation, 'en')} are held out`,
    ja: (v: { train: number; validation: number }) => `${count(v.train, 'ja')} 行で学習し、${count(v.validation, 'ja')} 行を検証に取り分けます`,
  },
  tooFew: {
    en: (v: { rows: number }) => `${v.rows} rows are too few to do without any: all are learned from.`,
    ja: (v: { rows: number }) => `${v.rows} 行では少なすぎるため取り分けず、すべて学習に使います。`,
  },
  noneChosen: { en: () => 'None are held out, as you chose: nothing tells whether the model also holds for new rows.', ja: () => '検証用は 0 行です。新しいデータでも当たるかどうかは確かめられません。' },
  notUsed: {
    en: (v: { rows: number; target: string }) => `${count(v.rows, 'en')} ${v.rows === 1 ? 'row has' : 'rows have'} no ${v.target} and ${v.rows === 1 ? 'is' : 'are'} not used.`,
    ja: (v: { rows: number; target: string }) => `${v.target} の値がない ${count(v.rows, 'ja')} 行は使いません。`,
  },
  change: { en: () => 'Change', ja: () => '変更' },
  share: { en: () => 'Share held out', ja: () => '検証の割合' },
  seed: { en: () => 'Seed', ja: () => '乱数の種' },
  seedAbout: { en: () => 'decides which rows are held out, and the first weights', ja: () => '検証に回る行と、重みの初期値が決まります' },
  dice: { en: () => 'Another draw', ja: () => '選び直す' },
  automatic: { en: () => 'Leave it to Kudari', ja: () => '自動に戻す' },
}
