/** The library's texts name settings by the options of the command; on the page they bear the names of its controls. */
import type { Language, Message } from 'kudari'
import { boxMessages } from '../box/messages.ts'
import { settingsMessages } from '../data/settings/messages.ts'
import { descentMessages } from '../descent/messages.ts'
import { modelMessages } from '../model/messages.ts'

interface OptionName {
  readonly name: Message
  /** What may follow the option as its value, by what that is called on the page. */
  readonly values?: Readonly<Record<string, Message>>
  /** Values that stay as they are written, as numbers do. */
  readonly plain?: RegExp
  /** Whether the name goes on with the sentence, without quotes. */
  readonly isPhrase?: boolean
}

const text = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })
const phrase = (en: string, ja: string): OptionName => ({ name: text(en, ja), isPhrase: true })

const number = /^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/

const scales = { none: text('none', 'なし'), standard: text('standard', '標準化'), minmax: text('min–max', '最小–最大'), pixels: text('pixels', 'ピクセル') }
const models = {
  linear: text('linear regression', '線形回帰'),
  logistic: text('logistic regression', 'ロジスティック回帰'),
  softmax: text('softmax regression', 'ソフトマックス回帰'),
  cnn: text('CNN', 'CNN'),
  'mlp:...': text('neural network', 'ニューラルネットワーク'),
  'spec.json': modelMessages.own,
}
const initializers = { he: text('He', 'He'), glorot: text('Glorot', 'Glorot') }

/** Every option that a text of the library names. What the page has no control for remains the command's. */
export const optionNames: Readonly<Record<string, OptionName>> = {
  task: phrase('column to predict', '予測する列'),
  features: phrase('the choice of inputs', '入力の選択'),
  labels: phrase('the file of labels', 'ラベルのファイル'),
  image: { ...phrase('the command’s --image', 'コマンドの --image'), plain: /^\d+x\d+$/ },
  step: { name: boxMessages.name, values: { N: text('', '') } },
  scale: { name: settingsMessages.scaling, values: scales },
  center: { name: text('Scaling: centre', '尺度: 中心化') },
  validation: { name: settingsMessages.share, plain: number },
  model: { name: modelMessages.title, values: models, plain: /^mlp:[\d,]+$/ },
  activation: { name: modelMessages.activation },
  dropout: { name: modelMessages.dropout },
  init: { name: modelMessages.initial, values: initializers },
  loss: { name: descentMessages.loss, values: descentMessages.losses },
  delta: { name: descentMessages.delta },
  'label-smoothing': { name: descentMessages.smoothing },
  'class-weights': { name: descentMessages.classWeights },
  lr: { name: descentMessages.learningRate, plain: number },
  optimizer: { name: descentMessages.optimizer, values: descentMessages.optimizers },
  batch: { name: descentMessages.batch, values: { full: text('all rows', '全行') } },
  'clip-norm': { name: descentMessages.clip, plain: number },
  augment: phrase('data augmentation', 'データ拡張'),
}

/** Advice for which the page has no control, and what remains of it. */
export const beyondPage: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    ', or give it the type category': '',
    'choose the other task or another type for the column': 'choose another column to predict',
    ', or check which texts count as missing': '',
    ', or list its text as a missing marker': '',
    ', or regression if it is a number': '',
  },
  ja: {
    '入力から外すか、型を category と指定してください': '入力から外してください',
    'もう一方のタスクを選ぶか、列の型を指定してください': '予測する列を選び直してください',
    '別の列を選ぶか、欠損値の印を確認してください': '別の列を選んでください',
    '値を直すか、その文字列を欠損値の印に加えてください': '値を直してください',
    '別の列を選ぶか、数値なら回帰を選んでください': '別の列を選んでください',
  },
}

const quoted: Message<string> = { en: (name) => `“${name}”`, ja: (name) => `「${name}」` }

/** An option, what may be its value, and what may be another one. */
const option = /--([a-z][a-z0-9-]*)(?: ([\w.:,-]*[\w.]))?(?: (and|or|と|か) ([a-z]+))?/g

/** How a value is called; undefined where the text is none. */
function valueName({ values = {}, plain }: OptionName, value: string | undefined, language: Language): string | undefined {
  if (value === undefined) return undefined
  if (Object.hasOwn(values, value)) return values[value][language]()
  return plain?.test(value) ? value : undefined
}

/** What stands for an option in a text. */
function replaced(match: readonly (string | undefined)[], language: Language): string {
  const [whole, name, found, word, other] = match
  const known = optionNames[name!]
  if (!known) return whole!
  // A full stop ends the sentence, not the number.
  const stop = found?.endsWith('.') && !found.endsWith('...') ? '.' : ''
  const value = valueName(known, stop ? found!.slice(0, -1) : found, language)
  const further = value === undefined ? undefined : valueName(known, other, language)
  const own = known.name[language]()
  const said = value ? `${own}${known.isPhrase ? ' ' : ': '}${value}` : own
  const rest = whole!.slice(`--${name}`.length + (value === undefined ? 0 : 1 + found!.length - stop.length))
  const end = further === undefined ? rest : language === 'en' ? ` ${word} ${quoted.en(further)}` : `${word}${quoted.ja(further)}`
  return (known.isPhrase ? said : quoted[language](said)) + end
}

/**
 * A text of the library in the words of the page.
 *
 * @example
 * inWordsOfPage('Try --lr 0.05, or --scale standard.', 'en') // 'Try “Learning rate α: 0.05”, or “Scaling: standard”.'
 */
export function inWordsOfPage(textOfLibrary: string, language: Language): string {
  const within = Object.entries(beyondPage[language]).reduce((before, [advice, rest]) => before.replaceAll(advice, rest), textOfLibrary)
  const named = within.replaceAll(option, (...match: (string | undefined)[]) => replaced(match, language))
  // Spaces in Japanese stand around other letters only.
  return language === 'ja' ? named.replaceAll(/(?<=[ぁ-ん、。]) (?=[「ぁ-んァ-ヶ一-龠])|(?<=[」ァ-ヶ一-龠]) (?=[ぁ-ん])/g, '') : named
}
