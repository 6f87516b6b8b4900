/** Texts of the controls that all parts of the page share. */
export const controlMessages = {
  close: { en: () => 'Close', ja: () => '閉じる' },
  reset: { en: () => 'Leave it to Kudari', ja: () => 'Kudari に任せる' },
  resetOf: { en: (v: { name: string }) => `${v.name}: leave it to Kudari`, ja: (v: { name: string }) => `${v.name}を Kudari に任せる` },
  chosen: { en: () => 'chosen by Kudari', ja: () => 'Kudari が選択' },
  usual: { en: () => 'default', ja: () => '既定値' },
  whyOf: { en: (v: { name: string }) => `chosen by Kudari: why? (${v.name})`, ja: (v: { name: string }) => `Kudari が選択（${v.name}を選んだ理由）` },
  notANumber: {
    en: (v: { found: string; expected: string }) => `“${v.found}” is not ${v.expected}`,
    ja: (v: { found: string; expected: string }) => `「${v.found}」は使えません。${v.expected}を入力してください`,
  },
  positive: { en: () => 'a number above 0', ja: () => '0 より大きい数' },
  notNegative: { en: () => 'a number from 0 on', ja: () => '0 以上の数' },
  share: { en: () => 'a number from 0 up to, not including, 1', ja: () => '0 以上 1 未満の数' },
  counting: { en: () => 'a whole number from 1 on', ja: () => '1 以上の整数' },
  countingUpTo: { en: (v: { most: number }) => `a whole number from 1 to ${v.most}`, ja: (v: { most: number }) => `1 以上 ${v.most} 以下の整数` },
  whole: { en: () => 'a whole number from 0 on', ja: () => '0 以上の整数' },
  any: { en: () => 'a number', ja: () => '数' },
}
