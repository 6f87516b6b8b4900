/** What an option is: its name, what values it takes, and what the help says of it. */
import type { ImageSize, Message } from 'kudari'

/** A kind of value: how it is written in the help, and how the text from the command line becomes it. */
export interface Kind<Value> {
  /** Stands for the value in the help: `N`, `FILE`, `zeros|ones`. Empty for a flag. */
  readonly placeholder: string
  /** What is expected, for messages: "a number above 0". */
  readonly expected: Message
  /** The value, or undefined where the text is not one. */
  readonly read: (text: string) => Value | undefined
}

/** A flag has no value: it is there or not. */
export interface Flag {
  readonly flag: true
}

export interface Option<Value> {
  readonly kind: Kind<Value> | Flag
  readonly help: Message
  /** Which part of the help it stands in. */
  readonly group: Group
}

/** The parts of the help, in order. */
export type Group = 'data' | 'model' | 'learning' | 'execution' | 'output' | 'explain'

/** The options of a command by name, as written after `--`. */
export type OptionTable = { readonly [name: string]: Option<unknown> }

type ValueOf<O> = O extends Option<infer Value> ? (O['kind'] extends Flag ? true : Value) : never

/** What parsing gives: every option that was given, by name. */
export type Values<Table extends OptionTable> = { readonly [Name in keyof Table]?: ValueOf<Table[Name]> }

/** Declares an option; the type of its value follows from its kind. */
export const option = <Value>(group: Group, kind: Kind<Value>, en: string, ja: string) => ({
  group,
  kind,
  help: { en: () => en, ja: () => ja },
})

/** Declares a flag. */
export const flag = (group: Group, en: string, ja: string) => ({
  group,
  kind: { flag: true as const },
  help: { en: () => en, ja: () => ja },
})

const expectation = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const readNumber = (text: string): number | undefined => (decimal.test(text.trim()) ? Number(text) : undefined)

/** A finite number that passes the test. */
export const number = (en: string, ja: string, isFine: (value: number) => boolean, placeholder = 'X'): Kind<number> => ({
  placeholder,
  expected: expectation(en, ja),
  read(text) {
    const value = readNumber(text)
    return value !== undefined && Number.isFinite(value) && isFine(value) ? value : undefined
  },
})

/** A whole number from `least` up. */
export const whole = (least: number): Kind<number> =>
  number(
    `a whole number, ${least} or more`,
    `${least} 以上の整数`,
    (value) => Number.isSafeInteger(value) && value >= least,
    'N',
  )

/** One of some words. */
export const oneOf = <const Word extends string>(...words: readonly Word[]): Kind<Word> => ({
  placeholder: words.join('|'),
  expected: words.length === 1 ? expectation(words[0], words[0]) : expectation(`one of ${words.join(', ')}`, `${words.join('、')} のいずれか`),
  read: (text) => words.find((word) => word === text),
})

/** Any text that is not empty. */
export const text = (placeholder: string): Kind<string> => ({
  placeholder,
  expected: expectation('a text', '文字列'),
  read: (value) => (value === '' ? undefined : value),
})

/** Several texts with commas between them; a comma within one is written `\,`. */
export const texts = (placeholder: string, mayBeEmpty = false): Kind<readonly string[]> => ({
  placeholder,
  expected: expectation('a list with commas between', 'コンマ区切りの並び'),
  read(value) {
    const parts = value.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ',').trim())
    return mayBeEmpty || parts.every((part) => part !== '') ? parts : undefined
  },
})

/** Several `key=word` pairs with commas between them. */
export const pairs = <const Word extends string>(key: string, ...words: readonly Word[]): Kind<Record<string, Word>> => ({
  placeholder: `${key}=${words[0]},...`,
  expected: expectation(
    `${key}=TYPE with commas between, TYPE one of ${words.join(', ')}`,
    `${key}=型 をコンマで区切った並び（型は ${words.join('、')} のいずれか）`,
  ),
  read(value) {
    const entries = value.split(/(?<!\\),/).map((part) => {
      const at = part.lastIndexOf('=')
      const word = words.find((each) => each === part.slice(at + 1).trim())
      return at > 0 && word ? ([part.slice(0, at).replaceAll('\\,', ',').trim(), word] as const) : undefined
    })
    if (entries.some((entry) => entry === undefined)) return undefined
    return Object.fromEntries(entries.filter((entry) => entry !== undefined))
  },
})

/** A kind of value made of another by one more step. */
export const either = <A, B>(first: Kind<A>, second: Kind<B>): Kind<A | B> => ({
  placeholder: `${first.placeholder}|${second.placeholder}`,
  expected: expectation(
    `${first.expected.en()}, or ${second.expected.en()}`,
    `${first.expected.ja()}、または ${second.expected.ja()}`,
  ),
  read: (value) => first.read(value) ?? second.read(value),
})

/** A list of numbers with commas between. */
export const numbers = (placeholder: string): Kind<readonly number[]> => ({
  placeholder,
  expected: expectation('numbers with commas between', 'コンマ区切りの数'),
  read(value) {
    const parts = value.split(',').map(readNumber)
    return parts.every((part) => part !== undefined) ? parts : undefined
  },
})

/** A single character; `\t` and `tab` mean the tabulator. */
export const character = (placeholder: string): Kind<string> => ({
  placeholder,
  expected: expectation('one character (\\t for a tab)', '1 文字（タブは \\t）'),
  read(value) {
    if (value === '\\t' || value === 'tab') return '\t'
    return [...value].length === 1 ? value : undefined
  },
})

/** The size of an image: height, width, and channels unless there is one. */
export const imageSize = (placeholder: string): Kind<ImageSize> => ({
  placeholder,
  expected: expectation('height x width, like 28x28, or with channels, like 28x28x3', '28x28（高さ x 幅）か 28x28x3（チャンネル数付き）のような大きさ'),
  read(value) {
    if (!/^\d+(?:x\d+){1,2}$/.test(value)) return undefined
    const [height, width, channels = 1] = value.split('x').map(Number)
    return height > 0 && width > 0 && channels > 0 ? { height, width, channels } : undefined
  },
})

/** A file's name. */
export const path = (placeholder: string): Kind<string> => ({
  placeholder,
  expected: expectation('the path of a file', 'ファイルのパス'),
  read: (value) => (value === '' ? undefined : value),
})

/** The address of a folder of the web, ending in a slash. */
export const webAddress = (placeholder: string): Kind<string> => ({
  placeholder,
  expected: expectation('an address that begins with http:// or https://', 'http:// か https:// で始まるアドレス'),
  read: (value) => (/^https?:\/\//i.test(value) && URL.canParse(value) ? value.replace(/\/*$/, '/') : undefined),
})
