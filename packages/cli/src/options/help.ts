/** The help: written from the tables, in the language and width of the reader. */
import type { Language, Message } from 'kudari'
import { padEnd, displayWidth, wrap } from '../terminal/width.ts'
import { type Command, type CommandName, commandNames, commands, usageOf } from './commands.ts'
import type { Group, OptionTable } from './option.ts'

const both = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

const texts = {
  usage: both('Usage', '使い方'),
  commands: both('Commands', 'コマンド'),
  examples: both('Examples', '例'),
  tagline: both(
    'Kudari: machine learning by one method, every step open to view.',
    'Kudari（下り）: 1 つの方法で学ぶ機械学習。どの一歩も開いて見られます。',
  ),
  more: both('kudari COMMAND --help explains a command.', 'kudari コマンド --help で各コマンドの説明を表示します。'),
}

const groups: Readonly<Record<Group, Message>> = {
  explain: both('What to show', '表示するもの'),
  data: both('Data', 'データ'),
  model: both('Model', 'モデル'),
  learning: both('Learning', '学習'),
  execution: both('Execution', '実行'),
  output: both('Output', '出力'),
}

const LEFT = 30

/** Two columns: what is explained, and the explanation, wrapped. */
function entry(left: string, right: string, width: number): string[] {
  const lines = wrap(right, Math.max(24, width - LEFT - 2))
  const indent = ' '.repeat(LEFT)
  if (displayWidth(left) > LEFT - 2) return [left, ...lines.map((line) => indent + line)]
  return lines.map((line, i) => (i === 0 ? padEnd(left, LEFT) + line : indent + line))
}

function optionLines(table: OptionTable, language: Language, width: number): string[] {
  return (Object.keys(groups) as Group[]).flatMap((group) => {
    const own = Object.entries(table).filter(([, option]) => option.group === group)
    if (own.length === 0) return []
    const lines = own.flatMap(([name, { kind, help }]) => {
      const placeholder = 'flag' in kind ? '' : ` ${kind.placeholder}`
      return entry(`  --${name}${placeholder}`, help[language](), width)
    })
    return ['', `${groups[group][language]()}:`, ...lines]
  })
}

/** The help of one command. */
export function commandHelp(name: CommandName, language: Language, width: number): string {
  const { about, options, examples }: Command = commands[name]
  return [
    `${texts.usage[language]()}: ${usageOf(name)}`,
    '',
    ...wrap(about[language](), width - 1),
    ...optionLines(options, language, width),
    '',
    `${texts.examples[language]()}:`,
    ...examples.flatMap((example) => [`  # ${example.about[language]()}`, `  ${example.command}`]),
    '',
  ].join('\n')
}

/** The help of the whole program. */
export function generalHelp(language: Language, width: number): string {
  return [
    ...wrap(texts.tagline[language](), width - 1),
    '',
    `${texts.usage[language]()}: kudari COMMAND [options]`,
    '',
    `${texts.commands[language]()}:`,
    ...commandNames.flatMap((name) => entry(`  ${[name, ...commands[name].arguments].join(' ')}`, commands[name].about[language](), width)),
    '',
    texts.more[language](),
    '',
  ].join('\n')
}
