/** What optimisers and learning-rate schedules say when their settings do not fit. */
import type { Message } from '../messages/message.ts'
import { formatNumber } from '../messages/numbers.ts'

/** What is specified: the first word of every place in a message. */
export type Specified = 'optimizer' | 'schedule'

const nameOf: Message<Specified> = {
  en: (what) => ({ optimizer: 'optimizer', schedule: 'learning-rate schedule' })[what],
  ja: (what) => ({ optimizer: '最適化手法', schedule: '学習率スケジュール' })[what],
}

interface ScheduleText {
  /** What was written, and how that schedule is written. */
  readonly text: string
  readonly form: string
  readonly example: string
}

const writeIt: Message<ScheduleText> = {
  en: ({ form, example }) => (form === example ? `write ${form}` : `write ${form}, for example ${example}`),
  ja: ({ form, example }) => `${form} と書いてください${form === example ? '' : `（例: ${example}）`}`,
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
  scheduleSetting: {
    en: (v: ScheduleText & { setting: string; expected: string; found: string | undefined }) =>
      `learning-rate schedule "${v.text}": ${v.setting} must be ${v.expected}, but is ` +
      `${v.found === undefined ? 'missing' : `"${v.found}"`}; ${writeIt.en(v)}`,
    ja: (v: ScheduleText & { setting: string; expected: string; found: string | undefined }) =>
      `学習率スケジュール "${v.text}": ${v.setting} には ${v.expected} が必要ですが、` +
      `${v.found === undefined ? 'ありません' : `"${v.found}" です`}。${writeIt.ja(v)}`,
  },
  schedulePart: {
    en: (v: ScheduleText & { part: string }) =>
      `learning-rate schedule "${v.text}": "${v.part}" has no place there; ${writeIt.en(v)}`,
    ja: (v: ScheduleText & { part: string }) =>
      `学習率スケジュール "${v.text}": "${v.part}" はここには書けません。${writeIt.ja(v)}`,
  },
  warmupTooLong: {
    en: (v: { warmup: number; epochs: number }) =>
      `the learning-rate schedule warms up for ${v.warmup} epochs, but the run ends after ${formatNumber(v.epochs, 3)}; ` +
      `choose a shorter warm-up or a longer run`,
    ja: (v: { warmup: number; epochs: number }) =>
      `学習率スケジュールのウォームアップは ${v.warmup} エポックですが、学習は ${formatNumber(v.epochs, 3)} エポックで終わります。` +
      `ウォームアップを短くするか、学習を長くしてください`,
  },
}
