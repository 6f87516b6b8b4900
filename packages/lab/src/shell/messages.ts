/** Texts of the page's frame. */
export const shellMessages = {
  tagline: {
    en: () => 'Watch a model learn, step by step',
    ja: () => 'モデルが学ぶ様子を、一歩ずつ',
  },
  language: { en: () => 'Language', ja: () => '言語' },
  toDark: { en: () => 'Dark colours', ja: () => '暗い配色にする' },
  toLight: { en: () => 'Light colours', ja: () => '明るい配色にする' },
  present: { en: () => 'Presentation', ja: () => '発表モード' },
  settings: { en: () => 'Data and settings', ja: () => 'データと設定' },
  sides: { en: () => 'What is seen', ja: () => '表示する面' },
  pictures: { en: () => 'Pictures', ja: () => '図' },
  dismiss: { en: () => 'Close this message', ja: () => 'このメッセージを閉じる' },
  rows: {
    en: (v: { rows: number; source: string; target: string }) => `${v.source} · ${v.rows.toLocaleString('en')} rows · predicts ${v.target}`,
    ja: (v: { rows: number; source: string; target: string }) => `${v.source}・${v.rows.toLocaleString('ja')} 行・${v.target} を予測`,
  },
  scene: { en: () => 'What is presented', ja: () => '表示する図' },
  next: { en: () => 'Next picture', ja: () => '次の図' },
  nextTip: { en: () => 'Next picture (PageDown)', ja: () => '次の図（PageDown）' },
  previous: { en: () => 'Previous picture', ja: () => '前の図' },
  waiting: { en: () => 'This takes a while.', ja: () => '計算に時間がかかっています。' },
  stopAbout: { en: () => 'Stopping goes back to what was here before.', ja: () => '中止すると、その前の状態に戻ります。' },
  stop: { en: () => 'Stop', ja: () => '中止' },
  previousTip: { en: () => 'Previous picture (PageUp)', ja: () => '前の図（PageUp）' },
  leave: { en: () => 'Leave the presentation (Esc)', ja: () => '発表モードを終える（Esc）' },
  noPicture: { en: () => 'Nothing to see yet.', ja: () => 'まだ表示するものがありません。' },
}
