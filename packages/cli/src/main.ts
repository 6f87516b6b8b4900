/** From a command line to an exit code: finds the command, hands it its options, and turns errors into words. */
import { KudariError, type Language, nearest } from 'kudari'
import { EXIT } from './exit.ts'
import { type Io, type Voice, chooseColor, chooseLanguage } from './io.ts'
import { usageMessages } from './messages/usage.ts'
import { type CommandName, commandAt, commandNames, commandsUnder } from './options/commands.ts'
import { commandHelp, generalHelp } from './options/help.ts'
import { type Parsed, parse } from './options/parse.ts'
import type { Values } from './options/option.ts'
import type * as tables from './options/tables.ts'
import { styled } from './terminal/style.ts'
import { version } from './version.ts'

const apology = {
  en: (message: string) => `this should not have happened: ${message} (KUDARI_DEBUG=1 shows where)`,
  ja: (message: string) => `予期しないエラーが起きました: ${message}（KUDARI_DEBUG=1 を付けると詳細を表示します）`,
}

/** Runs a command; its body is loaded only now, so that `--help` loads no library. */
async function runCommand(name: CommandName, { arguments: args, options }: Parsed, io: Io, voice: Voice): Promise<number> {
  switch (name) {
    case 'train':
      return (await import('./commands/train.ts')).train(args[0], options as Values<typeof tables.train>, io, voice)
    case 'predict':
      return (await import('./commands/predict.ts')).predict(args[0], args[1], options as Values<typeof tables.predict>, io, voice)
    case 'evaluate':
      return (await import('./commands/evaluate.ts')).evaluate(args[0], args[1], options as Values<typeof tables.evaluate>, io, voice)
    case 'inspect':
      return (await import('./commands/inspect.ts')).inspect(args[0], options as Values<typeof tables.inspect>, io, voice)
    case 'compare':
      return (await import('./commands/compare.ts')).compare(args, options as Values<typeof tables.compare>, io, voice)
    case 'explain':
      return (await import('./commands/explain.ts')).explain(args[0], options as Values<typeof tables.explain>, io, voice)
    case 'lab':
      return (await import('./commands/lab.ts')).lab(args[0], options as Values<typeof tables.lab>, io, voice)
    case 'data get':
      return (await import('./commands/data-get.ts')).dataGet(args[0], options as Values<typeof tables.dataGet>, io, voice)
    case 'data list':
      return (await import('./commands/data-list.ts')).dataList(io, voice)
  }
}

/** The language asked for by `--lang`, also where the rest of the line is wrong. */
function languageIn(argv: readonly string[]): Language | undefined {
  const at = argv.indexOf('--lang')
  const value = at >= 0 ? argv[at + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
  return value === 'ja' || value === 'en' ? value : undefined
}

/**
 * The `kudari` command.
 *
 * @param argv what follows `kudari`.
 * @returns the exit code: 0, 1 for failures, 2 for wrong calls and wrong data.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const language = chooseLanguage(languageIn(argv), io.env)
  const isJson = argv.includes('--json')
  try {
    const [first, ...others] = argv
    if (first === '--version' || first === '-v') return say(io, `${version}\n`)
    if (first === undefined || ['--help', '-h', 'help'].includes(first) || first.startsWith('--lang')) return say(io, helpOn(others, language, io.width))
    const command = commandAt(argv)
    if (command === undefined) {
      if (others.some((word) => word === '--help' || word === '-h')) return say(io, helpOn(argv, language, io.width))
      throw unknownCommand(first, others[0])
    }
    const { name, rest } = command
    const parsed = parse(name, rest)
    if (parsed.options.help) return say(io, commandHelp(name, language, io.width))
    const mode = isJson ? 'json' : parsed.options.quiet ? 'quiet' : 'text'
    return await runCommand(name, parsed, io, { language, mode, color: chooseColor(io) && mode === 'text' })
  } catch (error) {
    return report(error, io, language, isJson)
  }
}

/** The help on the commands that are named, or on the whole program. */
function helpOn(words: readonly string[], language: Language, width: number): string {
  const at = words.findIndex((word, i) => commandAt(words.slice(i)) !== undefined || commandsUnder(word).length > 0)
  if (at < 0) return generalHelp(language, width)
  const command = commandAt(words.slice(at))
  const names = command ? [command.name] : commandsUnder(words[at])
  return names.map((name) => commandHelp(name, language, width)).join('\n')
}

/** What is wrong with words that begin no command. */
function unknownCommand(first: string, second: string | undefined): KudariError {
  const under = commandsUnder(first)
  const isWord = second !== undefined && !second.startsWith('-')
  if (under.length > 0 && !isWord) {
    const known = under.map((name) => name.slice(first.length + 1)).join(', ')
    return new KudariError('usage', usageMessages.incompleteCommand, { command: first, known })
  }
  const [command, known] = under.length > 0 ? [`${first} ${second}`, under] : [first, commandNames.map((name) => name.split(' ')[0])]
  return new KudariError('usage', usageMessages.unknownCommand, { command, nearest: nearest(command, known) })
}

const say = (io: Io, text: string): number => {
  io.out(text)
  return EXIT.fine
}

const prefix = { en: 'kudari: error: ', ja: 'kudari: エラー: ' } as const

/** Says what went wrong: on standard error in words, and with `--json` on standard output as an object too. */
function report(error: unknown, io: Io, language: Language, isJson: boolean): number {
  const isKnown = error instanceof KudariError
  const message = isKnown ? error.in(language) : apology[language](error instanceof Error ? error.message : String(error))
  const code = isKnown && error.kind !== 'failure' ? EXIT.usage : EXIT.failure
  if (isJson) io.out(`${JSON.stringify({ error: { kind: isKnown ? error.kind : 'failure', message } })}\n`)
  io.err(`${styled({ color: io.isErrTerminal && chooseColor({ ...io, isOutTerminal: true }) }, 'red', prefix[language])}${message}\n`)
  if (io.env.KUDARI_DEBUG && error instanceof Error) io.err(`${error.stack}\n`)
  return code
}
