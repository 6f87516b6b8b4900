/** The Lab in Chromium: what a first visit loads and how soon it can be used; frames and steps while models learn. */
import { cpus, loadavg } from 'node:os'
import { watchFrames } from './lab/frames.mjs'
import { browserPath, buildSite, interactive, openBrowser, openPage, serveSite } from './lab/site.mjs'
import { speedInNode, trainings } from './lab/training.mjs'
import { visit } from './lab/visit.mjs'

/** Milliseconds that are watched, and before, until everything runs as it does later. */
const WATCHED = 5000
const WARM = 3000
/** What is on the screen: the top of the page, and pictures further down. */
const places = { 'top of the page': 'header', 'learning curve, surface': '[aria-label="Learning curve"]', 'weights by layer': '[aria-label="Weights and gradients"]' }

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]
const medians = (rounds) => Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]))
const kilobytes = (files, isWanted) => (files.filter(isWanted).reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)

async function measureVisits(browser, url, rounds) {
  for (const slowness of [1, 4]) {
    const visits = []
    for (let i = 0; i < rounds; i++) visits.push(await visit(browser, url, slowness))
    const { files, milliseconds } = visits.toSorted((a, b) => a.milliseconds - b.milliseconds)[rounds >> 1]
    const all = [...files.values()]
    console.log(
      `first visit${slowness > 1 ? `, processor ${slowness} times slower` : ''}: can be used after ${milliseconds.toFixed(0)} ms, ` +
        `${kilobytes(all, ({ at }) => at <= milliseconds)} kB by then, ${kilobytes(all, ({ isBackground }) => !isBackground)} kB at rest; ` +
        `kept for offline in the background ${kilobytes(all, ({ isBackground }) => isBackground)} kB more`,
    )
    if (slowness > 1) continue
    for (const [address, { bytes, at, isBackground }] of [...files].toSorted(([, a], [, b]) => b.bytes - a.bytes))
      if (!isBackground && bytes > 1000) console.log(`  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${at <= milliseconds ? 'before' : 'after '}  ${address.replace(url, '')}`)
  }
}

/** Scrolls to a place, and waits until what is there is drawn. */
async function scrollTo(page, selector) {
  await page.locator(selector).first().evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  await page.waitForTimeout(1000)
}

const rates = ({ frames, median, p95, due, presented, dropped, long, longest, busy, heavy, heaviest, steps }) =>
  `${frames.toFixed(1)} frames/s (median ${median.toFixed(1)} ms, 95 % ${p95.toFixed(1)} ms); trace: ${presented.toFixed(1)} of ${due.toFixed(1)} presented, ` +
  `${dropped.toFixed(1)} dropped, ${long} tasks over 50 ms, longest ${longest.toFixed(0)}; by the processor's time ${busy.toFixed(0)} ms/s, ` +
  `${heavy.toFixed(1)} tasks/s over a frame, heaviest ${heaviest.toFixed(0)} ms; ${Math.round(steps).toLocaleString('en')} steps/s`

async function measureTraining(path, url, name, rounds) {
  const training = trainings[name]
  console.log(`\n${name}  ${training.what}`)
  const browser = await openBrowser(path)
  const seen = new Map([['at rest', []], ...Object.keys(places).map((place) => [place, []])])
  const page = await openPage(browser)
  await page.goto(url)
  await interactive(page)
  await training.prepare(page)
  await scrollTo(page, 'header')
  for (let i = 0; i < rounds; i++) {
    seen.get('at rest').push(await watchFrames(browser, page, WATCHED))
    await page.locator('button.play').click()
    for (const [place, selector] of Object.entries(places)) {
      await scrollTo(page, selector)
      await page.waitForTimeout(WARM)
      seen.get(place).push(await watchFrames(browser, page, WATCHED))
    }
    await scrollTo(page, 'header')
    await page.locator('button.play').click()
    await page.waitForTimeout(1000)
  }
  await browser.close()
  for (const [place, rounds] of seen) console.log(`  ${place}: ${rates(medians(rounds))}`)
  if (!training.read) return
  const steps = median(seen.get('top of the page').map(({ steps }) => steps))
  for (const threads of new Set([1, cpus().length])) {
    const speeds = []
    for (let i = 0; i < rounds; i++) speeds.push(await speedInNode(training, threads, WATCHED))
    console.log(`  Node, ${threads === 1 ? '1 thread' : `${threads} threads`}: ${median(speeds).toFixed(0)} steps/s; the page makes ${((100 * steps) / median(speeds)).toFixed(0)} % of them`)
  }
}

/** Measures what was asked for, and gives the exit code. */
export async function measureLab(rounds, only = ['visit', ...Object.keys(trainings)]) {
  const path = browserPath()
  if (!path) {
    console.error('there is no browser: KUDARI_BROWSER names one (on Debian: apt-get install chromium)')
    return 2
  }
  const unknown = only.find((name) => name !== 'visit' && !trainings[name])
  if (unknown !== undefined) {
    console.error(`--only: '${unknown}' is not one of visit, ${Object.keys(trainings).join(', ')}`)
    return 2
  }
  const [busy] = loadavg()
  if (busy > 0.7) console.log(`warning: the machine is busy (load ${busy.toFixed(1)}); the figures below include what else it does`)
  await buildSite()
  const server = await serveSite()
  try {
    const browser = await openBrowser(path)
    console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}, Chromium ${browser.version()} without a screen and without a GPU; medians of ${rounds} rounds`)
    if (only.includes('visit')) await measureVisits(browser, server.url, rounds)
    await browser.close()
    for (const name of only) if (trainings[name]) await measureTraining(path, server.url, name, rounds)
    return 0
  } finally {
    server.close()
  }
}
