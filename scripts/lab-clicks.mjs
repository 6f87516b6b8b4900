/**
 * `npm run lab:clicks -- [IRIS.csv KIDNEY.csv IMAGES LABELS]`: how many clicks it takes, from a cold start, to a trained model whose quality is seen.
 *
 * Does what a new user would do, in a fresh profile, and counts; without files, only the shop's sales, which come with the Lab. A file is chosen in
 * the browser's dialog by one click and one on Open.
 */
import { parseArgs } from 'node:util'
import { dataMessages, sourceMessages } from '../packages/lab/src/data/messages.ts'
import { modelMessages } from '../packages/lab/src/model/messages.ts'
import { trainingMessages } from '../packages/lab/src/training/messages.ts'
import { findBrowser, openBrowser } from '../tests/browser.ts'
import { openLab, serveLab } from '../tests/lab-page.ts'

const { positionals: [iris, kidney, images, labels] } = parseArgs({ allowPositionals: true })

/** A user whose clicks are counted. */
function userOf(page) {
  let clicks = 0
  const name = (message) => message.en().replaceAll('\u200b', '')
  return {
    clicks: () => clicks,
    async press(message) {
      clicks++
      // A button whose whole text it is, or whose title.
      const button = page.getByRole('button', { name: name(message), exact: true })
      await ((await button.count()) > 0 ? button : page.locator('button').filter({ has: page.locator('b, span').filter({ hasText: name(message) }) })).first().click()
    },
    async choose(...paths) {
      const [dialog] = await Promise.all([page.waitForEvent('filechooser'), this.press(sourceMessages.file)])
      // Each of the files, and Open.
      clicks += paths.length + 1
      const before = await page.locator('.header .about').innerText()
      await dialog.setFiles(paths)
      await page.waitForFunction((old) => document.querySelector('.header .about').textContent !== old, before, { timeout: 120_000 })
    },
    /** Learns to the end; the quality then stands beside it. */
    async learn() {
      await this.press(trainingMessages.play)
      await page.locator('.notice.calm b').filter({ hasText: /\d/ }).waitFor({ timeout: 300_000 })
      return page.locator('.notice.calm').innerText()
    },
  }
}

const openFiles = (...paths) => async (user) => {
  await user.press(dataMessages.kinds.files)
  await user.choose(...paths)
}

const ways = {
  sales: (user) => user.press(sourceMessages.samples.sales.title),
  ...(iris && { iris: openFiles(iris) }),
  ...(kidney && { kidney: openFiles(kidney) }),
  ...(images && labels && {
    digits: openFiles(images, labels),
    'digits, network': async (user) => {
      await openFiles(images, labels)(user)
      await user.press(modelMessages.network)
    },
  }),
}

const browser = await openBrowser(findBrowser())
const site = await serveLab()
try {
  for (const [name, begin] of Object.entries(ways)) {
    const { page } = await openLab(browser, site.origin)
    await page.locator('.transport .play:not(:disabled)').waitFor()
    const user = userOf(page)
    await begin(user)
    const start = performance.now()
    const end = await user.learn()
    console.log(`${name}: ${user.clicks()} clicks, ${((performance.now() - start) / 1000).toFixed(1)} s; ${end}`, `(${await page.locator('.model header small').innerText()})`)
    await page.context().close()
  }
} finally {
  await browser.close()
  site.close()
}
