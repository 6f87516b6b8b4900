/** What the command line says of a call that it cannot follow. */
import { type Message } from 'kudari'

const suggestion = (nearest: string | undefined, en: string, ja: string) => (nearest === undefined ? { en: '', ja: '' } : { en, ja })

export const usageMessages = {
  unknownCommand: {
    en: (v: { command: string; nearest: string | undefined }) =>
      `unknown command '${v.command}'${suggestion(v.nearest, `; did you mean '${v.nearest}'?`, '').en} See: kudari --help`,
    ja: (v: { command: string; nearest: string | undefined }) =>
      `'${v.command}' というコマンドはありません。${suggestion(v.nearest, '', `'${v.nearest}' ではありませんか。`).ja}kudari --help をご覧ください`,
  },
  incompleteCommand: {
    en: (v: { command: string; known: string }) => `'${v.command}' needs one more word: ${v.known}. See: kudari ${v.command} --help`,
    ja: (v: { command: string; known: string }) => `'${v.command}' の後に ${v.known} のいずれかが必要です。kudari ${v.command} --help をご覧ください`,
  },
  unknownOption: {
    en: (v: { option: string; command: string; nearest: string | undefined }) =>
      `unknown option ${v.option}${suggestion(v.nearest, `; did you mean --${v.nearest}?`, '').en} See: kudari ${v.command} --help`,
    ja: (v: { option: string; command: string; nearest: string | undefined }) =>
      `${v.option} というオプションはありません。${suggestion(v.nearest, '', `--${v.nearest} ではありませんか。`).ja}kudari ${v.command} --help をご覧ください`,
  },
  missingValue: {
    en: (v: { option: string; expected: string }) => `--${v.option} needs a value: ${v.expected}`,
    ja: (v: { option: string; expected: string }) => `--${v.option} には値が必要です（${v.expected}）`,
  },
  surplusValue: {
    en: (v: { option: string; value: string }) => `--${v.option} takes no value, but got '${v.value}'`,
    ja: (v: { option: string; value: string }) => `--${v.option} に値は指定できません（'${v.value}' が指定されました）`,
  },
  badValue: {
    en: (v: { option: string; value: string; expected: string }) =>
      `--${v.option}: expected ${v.expected}, but got '${v.value}'`,
    ja: (v: { option: string; value: string; expected: string }) =>
      `--${v.option}: ${v.expected}を指定してください（指定された値: '${v.value}'）`,
  },
  givenTwice: {
    en: (v: { option: string }) => `--${v.option} is given twice; give it once`,
    ja: (v: { option: string }) => `--${v.option} が 2 回指定されています。1 回だけ指定してください`,
  },
  missingArgument: {
    en: (v: { argument: string; command: string; usage: string }) => `${v.argument} is missing. Usage: ${v.usage}`,
    ja: (v: { argument: string; command: string; usage: string }) => `${v.argument} が指定されていません。使い方: ${v.usage}`,
  },
  surplusArgument: {
    en: (v: { argument: string; usage: string }) => `one argument too many: '${v.argument}'. Usage: ${v.usage}`,
    ja: (v: { argument: string; usage: string }) => `余分な引数 '${v.argument}' があります。使い方: ${v.usage}`,
  },
  conflict: {
    en: (v: { first: string; second: string }) => `${v.first} and ${v.second} cannot be given together; leave one out`,
    ja: (v: { first: string; second: string }) => `${v.first} と ${v.second} は同時に指定できません。一方を外してください`,
  },
  missingTarget: {
    en: (v: { command: string }) => `--target is missing: which column shall be predicted? For example: kudari ${v.command} DATA --target COLUMN`,
    ja: (v: { command: string }) => `--target が指定されていません。予測する列を指定してください（例: kudari ${v.command} DATA --target 列名）`,
  },
} satisfies Record<string, Message<never>>
