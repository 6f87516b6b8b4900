/** What optimisers and learning-rate schedules say when their settings do not fit. */
import type { Message } from '../messages/message.ts'

/** What is specified: the first word of every place in a message. */
export type Specified = 'optimizer' | 'schedule'

const nameOf: Message<Specified> = {
  en: (what) => ({ optimizer: 'optimizer', schedule: 'learning-rate schedule' })[what],
  ja: (what) => ({ optimizer: '最適化手法', schedule: '学習率スケジュール' })[what],
}

const quoted = (names: readonly string[], separator: string): string => names.map((name) => `"${name}"`).join(separator)

export const optimMessages = {
  unknownName: {
    en: (v: { what: Specified; name: string; names: readonly string[]; nearest: string | undefined }) =>
      `there is no ${nameOf.en(v.what)} "${v.name}"${v.nearest === undefined ? '' : `; did you mean "${v.nearest}"?`} ` +
      `Known are ${v.names.join(', ')}`,
    ja: (v: { what: Specified; name: string; names: readonly string[]; nearest: string | undefined }) =>
      `${nameOf.ja(v.what)} "${v.name}" はありません。` +
      (v.nearest === undefined ? '' : `"${v.nearest}" のことでしょうか。`) +
      `使えるのは ${v.names.join('、')} です`,
  },
  wrongSetting: {
    en: (v: { place: string; expected: string; found: string | undefined }) =>
      `${v.place} must be ${v.expected}, but is ${v.found ?? 'missing'}`,
    ja: (v: { place: string; expected: string; found: string | undefined }) =>
      `${v.place} には ${v.expected} が必要ですが、${v.found === undefined ? 'ありません' : `${v.found} です`}`,
  },
  unknownSetting: {
    en: (v: { what: Specified; type: string; key: string; names: readonly string[] }) =>
      `the ${nameOf.en(v.what)} ${v.type} has no setting "${v.key}"; ` +
      (v.names.length === 0 ? 'it has none' : `its settings are ${quoted(v.names, ', ')}`),
    ja: (v: { what: Specified; type: string; key: string; names: readonly string[] }) =>
      `${nameOf.ja(v.what)} ${v.type} に設定 "${v.key}" はありません。` +
      (v.names.length === 0 ? '設定できる項目はありません' : `設定できるのは ${quoted(v.names, '、')} です`),
  },
  nesterovNeedsMomentum: {
    en: () => 'optimizer.nesterov: Nesterov\'s momentum needs "momentum" above 0 and "dampening" 0; set "momentum": 0.9',
    ja: () =>
      'optimizer.nesterov: ネステロフの加速法では "momentum" を 0 より大きく、"dampening" を 0 にする必要があります。"momentum": 0.9 などを指定してください',
  },
}
