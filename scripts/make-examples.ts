/** Writes the tables of examples/: the same from every run, on every machine. Run: node scripts/make-examples.ts */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Generator, generator } from '../packages/kudari/src/tensor/random.ts'

type Row = readonly (string | number)[]

const csv = (...rows: readonly Row[]): string => rows.map((row) => `${row.join(',')}\n`).join('')

/** The talk's five people: height in cm, weight in kg. */
const body = (): string =>
  csv(['height', 'weight'], [166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1])

/** The talk's three pictures, width and height in pixels, and more of the kind; none is square. */
function orientation(): string {
  const random = generator(2019)
  const length = () => 10 * (10 + random.integer(31))
  const pictures: Row[] = [
    [200, 300, 'portrait'],
    [250, 150, 'landscape'],
    [150, 200, 'portrait'],
  ]
  while (pictures.length < 60) {
    const [width, height] = [length(), length()]
    if (width !== height) pictures.push([width, height, width < height ? 'portrait' : 'landscape'])
  }
  return csv(['width', 'height', 'orientation'], ...pictures)
}

/** The rule behind sales.csv, in yen; a day's sales are the sum, plus noise. */
export const salesRule = {
  base: 4_000,
  perDegree: 2_000,
  weather: { snow: 0, rain: 20_000, cloudy: 50_000, fine: 80_000 },
  day: {
    Monday: 0,
    Tuesday: 2_000,
    Wednesday: 5_000,
    Thursday: 4_000,
    Friday: 20_000,
    Saturday: 60_000,
    Sunday: 76_000,
  },
  /** Standard deviation of the normal noise. */
  noise: 2_000,
} as const

type Weather = keyof typeof salesRule.weather
type Day = keyof typeof salesRule.day

const days = Object.keys(salesRule.day) as Day[]

/** What the rule says without noise. */
export const salesByRule = (weather: Weather, temperature: number, day: Day): number =>
  salesRule.base + salesRule.perDegree * temperature + salesRule.weather[weather] + salesRule.day[day]

function weatherOf(random: Generator, temperature: number): Weather {
  const share = random.uniform()
  if (share < 0.5) return 'fine'
  if (share < 0.75) return 'cloudy'
  return temperature < 5 ? 'snow' : 'rain'
}

/** A year of a shop: weather, temperature in °C, day of the week, sales in yen. */
function sales(): string {
  const random = generator(365)
  const year = Array.from({ length: 365 }, (_, date): Row => {
    const season = 15.5 - 12 * Math.cos((2 * Math.PI * (date - 25)) / 365)
    const temperature = Number((season + 2.5 * random.normal()).toFixed(1))
    const weather = weatherOf(random, temperature)
    const day = days[date % 7]
    const noise = salesRule.noise * random.normal()
    return [weather, temperature, day, Math.round(salesByRule(weather, temperature, day) + noise)]
  })
  return csv(['weather', 'temperature', 'day', 'sales'], ...year)
}

/** The text of every table by its file name. */
export const exampleFiles = (): Record<string, string> => ({
  'body.csv': body(),
  'orientation.csv': orientation(),
  'sales.csv': sales(),
})

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, text] of Object.entries(exampleFiles()))
    writeFileSync(new URL(`../examples/${name}`, import.meta.url), text)
