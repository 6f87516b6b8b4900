/** Reading a command line: arguments and options, checked against the command's table. */
import { parseArgs } from 'node:util'
import { KudariError, type Language, nearest } from 'kudari'
import { usageMessages } from '../messages/usage.ts'
import { type Command, type CommandName, commands, mayBeLeftOut, takesSeveral, usageOf } from './commands.ts'
import type { OptionTable, Values } from './option.ts'

/** What a command was called with. */
export interface Parsed<Table extends OptionTable = OptionTable> {
  readonly arguments: readonly string[]
  readonly options: Values<Table>
}

const expectedIn = (text: (language: Language) => string) => ({ en: text('en'), ja: text('ja') })

/** Throws a usage error whose "expected ..." part is in the language of the error. */
function refuse(option: string, value: string | undefined, expected: (language: Language) => string): never {
  const texts = expectedIn(expected)
  const message = value === undefined ? usageMessages.missingValue : usageMessages.badValue
  throw new KudariError(
    'usage',
    {
      en: (v: { option: string; value: string }) => message.en({ ...v, expected: texts.en }),
      ja: (v: { option: string; value: string }) => message.ja({ ...v, expected: texts.ja }),
    },
    { option, value: value ?? '' },
  )
}

/**
 * Reads the arguments that follow a command's name.
 *
 * @throws KudariError for unknown, repeated or unreadable options and for missing or surplus arguments.
 */
export function parse(name: CommandName, argv: readonly string[]): Parsed {
  const command = commands[name]
  const table: OptionTable = command.options
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(table).map(([key, { kind }]) => [key, { type: 'flag' in kind ? ('boolean' as const) : ('string' as const) }]),
    ),
  })
  const given: string[] = []
  const options: Record<string, unknown> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') given.push(token.value)
    if (token.kind !== 'option') continue
    const key = token.rawName === '-h' ? 'help' : token.name
    if (!Object.hasOwn(table, key) || (!token.rawName.startsWith('--') && token.rawName !== '-h'))
      throw new KudariError('usage', usageMessages.unknownOption, {
        option: token.rawName,
        command: name,
        nearest: nearest(token.name, Object.keys(table)),
      })
    if (key in options) throw new KudariError('usage', usageMessages.givenTwice, { option: key })
    const { kind } = table[key]
    if ('flag' in kind) {
      if (token.value !== undefined) throw new KudariError('usage', usageMessages.surplusValue, { option: key, value: token.value })
      options[key] = true
      continue
    }
    // `--lr --iterations 5`: the next option is no value. (`--init -1,2` is one.)
    const text = !token.inlineValue && token.value?.startsWith('--') ? undefined : token.value
    const value = text === undefined ? undefined : kind.read(text)
    if (value === undefined) refuse(key, text, (language) => kind.expected[language]())
    options[key] = value
  }
  const { instead }: Command = commands[name]
  if (!options.help) checkArguments(name, given, instead !== undefined && options[instead] !== undefined)
  return { arguments: given, options: options as Values<OptionTable> }
}

/** @param isReplaced whether an option stands instead of them. */
function checkArguments(name: CommandName, given: readonly string[], isReplaced: boolean): void {
  const expected: readonly string[] = isReplaced ? [] : commands[name].arguments
  const usage = usageOf(name)
  const missing = expected.slice(given.length).find((argument) => !mayBeLeftOut(argument))
  if (missing !== undefined) throw new KudariError('usage', usageMessages.missingArgument, { argument: missing.replace('...', ''), command: name, usage })
  if (given.length > expected.length && !takesSeveral(name))
    throw new KudariError('usage', usageMessages.surplusArgument, { argument: given[expected.length], usage })
}

/** Refuses options that contradict each other; each pair as they are written. */
export function checkConflicts(options: Readonly<Record<string, unknown>>, ...conflicts: readonly (readonly [string, string])[]): void {
  for (const [first, second] of conflicts)
    if (options[first] !== undefined && options[second] !== undefined)
      throw new KudariError('usage', usageMessages.conflict, { first: `--${first}`, second: `--${second}` })
}
