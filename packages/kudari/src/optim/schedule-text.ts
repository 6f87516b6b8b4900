/** Schedules as the command line writes them: `step:10:0.5`, `cosine:warmup=5`, `plateau`. */
import { KudariError } from '../messages/error.ts'
import type { Setting } from '../messages/settings.ts'
import { optimMessages } from './messages.ts'
import { type ScheduleSpecification, type ScheduleType, scheduleSettings } from './schedule.ts'
import { readName } from './settings.ts'

/** How a schedule is written. */
interface Form {
  readonly form: string
  readonly example: string
  /** The settings that may be written without their names, in this order. */
  readonly positions: readonly string[]
}

const forms: { readonly [Type in ScheduleType]: Form } = {
  constant: { form: 'constant', example: 'constant', positions: [] },
  step: { form: 'step:EVERY[:FACTOR]', example: 'step:10:0.5', positions: ['every', 'factor'] },
  exponential: { form: 'exponential:FACTOR', example: 'exponential:0.95', positions: ['factor'] },
  cosine: { form: 'cosine[:warmup=EPOCHS][:final=SHARE]', example: 'cosine:warmup=5', positions: [] },
  'one-cycle': { form: 'one-cycle', example: 'one-cycle', positions: [] },
  plateau: { form: 'plateau[:PATIENCE[:FACTOR]]', example: 'plateau:5:0.5', positions: ['patience', 'factor'] },
}

const scheduleTypes = Object.keys(forms) as ScheduleType[]

/** Every schedule as it is written, for help: `step:EVERY[:FACTOR]`. */
export const scheduleForms: readonly string[] = Object.values(forms).map(({ form }) => form)

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * The schedule that a text describes.
 *
 * @param text a name, and after colons its settings: by position (`step:10:0.5`) or by name (`cosine:warmup=5`).
 * @throws KudariError with how the schedule is written.
 * @example
 * parseSchedule('step:10:0.5') // { type: 'step', every: 10, factor: 0.5 }
 */
export function parseSchedule(text: string): ScheduleSpecification {
  const [name, ...parts] = text.split(':')
  const type = readName('schedule', name, scheduleTypes)
  const settings: Readonly<Record<string, Setting>> = scheduleSettings[type]
  const { form, example, positions } = forms[type]
  const found: Record<string, number> = {}
  for (const [i, part] of parts.entries()) {
    const named = /^(\w+)=(.*)$/.exec(part)
    const [setting, value] = named ? [named[1], named[2]] : [positions[i] as string | undefined, part]
    if (setting === undefined || !Object.hasOwn(settings, setting) || Object.hasOwn(found, setting))
      throw new KudariError('usage', optimMessages.schedulePart, { text, form, example, part })
    const number = decimal.test(value) ? Number(value) : NaN
    const { isFine, expected } = settings[setting]
    if (!isFine(number))
      throw new KudariError('usage', optimMessages.scheduleSetting, { text, form, example, setting, expected, found: value })
    found[setting] = number
  }
  for (const [setting, { isRequired, expected }] of Object.entries(settings))
    if (isRequired && !Object.hasOwn(found, setting))
      throw new KudariError('usage', optimMessages.scheduleSetting, { text, form, example, setting, expected, found: undefined })
  return { type, ...found } as ScheduleSpecification
}

/**
 * A schedule as text, which {@link parseSchedule} reads.
 *
 * @example
 * formatSchedule({ type: 'cosine', warmup: 5 }) // 'cosine:warmup=5'
 */
export function formatSchedule({ type, ...options }: ScheduleSpecification): string {
  const { positions } = forms[type]
  const given: Readonly<Record<string, number>> = options
  const parts: string[] = []
  for (const setting of Object.keys(scheduleSettings[type])) {
    if (!Object.hasOwn(given, setting)) continue
    // By position as long as nothing was left out before.
    const isNext = positions[parts.length] === setting
    parts.push(isNext ? `${given[setting]}` : `${setting}=${given[setting]}`)
  }
  return [type, ...parts].join(':')
}
