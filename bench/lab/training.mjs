/** What is trained in the page, by its own controls as a user would; and the same in Node, for its speed without pictures. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { planFit, timelineOfPlan, typeTable, useThreads } from '../../packages/kudari/dist/index.js'
import { bytesSource, readTable } from '../../packages/readers/dist/index.js'
import { images, makeImages, makeTable } from './data.mjs'

/** Longer than is measured. */
const ITERATIONS = 100_000_000

const sourceOf = (file) => bytesSource(basename(file), readFileSync(file))

/** Waits until what was chosen is settled. */
const settled = (page) => page.locator('.data[aria-busy="false"]').waitFor({ timeout: 120_000 })

async function write(page, label, text) {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Enter')
  await settled(page)
}

async function openFiles(page, files) {
  await page.getByRole('button', { name: 'Your data' }).click()
  await page.locator('input[type=file]').first().setInputFiles(files)
}

/** Two hidden layers of 128, whatever there was. */
async function chooseNetwork(page) {
  await page.getByRole('button', { name: 'Neural network' }).click()
  await write(page, 'Units of hidden layer 1', '128')
  await page.getByText('101,770 parameters').first().waitFor()
  await page.getByRole('button', { name: 'Add a hidden layer' }).click()
  await page.getByText('118,282 parameters').first().waitFor()
  await page.getByRole('button', { name: '64', exact: true }).click()
  await settled(page)
}

/** The run does not end while it is measured. */
async function goOn(page) {
  await write(page, 'Length', `${ITERATIONS}`)
  const patience = page.getByLabel('Early stopping: patience', { exact: true })
  if ((await patience.inputValue()) === '') return
  await page.getByText('More settings', { exact: true }).click()
  await write(page, 'Early stopping: patience', `${ITERATIONS}`)
}

const goSlowly = (page) => page.getByLabel('Speed', { exact: true }).selectOption('60')

/** `prepare` brings the page to where learning can begin, `rows` and `fit` the same for Node. */
export const trainings = {
  network: {
    what: '784-128-128-10, batch 64, 10,000 images of 28 x 28',
    async prepare(page) {
      makeImages()
      await openFiles(page, images.files)
      await page.getByText('10,000 rows').first().waitFor({ timeout: 60_000 })
      await chooseNetwork(page)
      await goOn(page)
    },
    read: async () => typeTable(await readTable(sourceOf(images.files[0]), { labels: sourceOf(images.files[1]) })),
    fit: { target: 'label', model: 'mlp:128,128', batch: 64 },
  },
  table: {
    what: 'a table of 1,000,000 rows x 20, logistic regression',
    async prepare(page) {
      await openFiles(page, [makeTable()])
      await page.getByText('1,000,000 rows').first().waitFor({ timeout: 120_000 })
      await settled(page)
      await goOn(page)
    },
    read: async () => typeTable(await readTable(sourceOf(makeTable()), {})),
    fit: { target: 'y' },
  },
  talk: {
    what: "the talk's run at 60 steps a second",
    async prepare(page) {
      await goOn(page)
      await goSlowly(page)
    },
  },
  'long-talk': {
    what: 'the same behind 1,000,000 steps',
    async prepare(page) {
      await write(page, 'Length', '1000000')
      await page.locator('button.play').click()
      await page.getByText('All planned steps are made.').waitFor({ timeout: 120_000 })
      await goSlowly(page)
    },
  },
}

/** Steps a second in Node, by the same engine (no BLAS), on so many threads. */
export async function speedInNode({ read, fit }, threads, milliseconds) {
  useThreads(threads)
  const run = timelineOfPlan(planFit(await read(), { ...fit, iterations: ITERATIONS, patience: ITERATIONS }))
  // The first steps prepare.
  run.towards(20)
  const start = { at: performance.now(), iteration: run.iteration }
  while (performance.now() - start.at < milliseconds) run.towards(ITERATIONS)
  const speed = ((run.iteration - start.iteration) / (performance.now() - start.at)) * 1000
  run.end()
  return speed
}
