/**
 * `npm run lab:pictures [-- OPTIONS] [NAME ...]`: the pictures of the Lab in README and docs, made by clicks in a real browser.
 *
 * Ten states, each in Japanese and English; all data are the project's own. To look at them in other ways:
 *
 *     --out FOLDER      instead of docs/pictures/lab
 *     --theme dark      or light; also --width and --height in pixels
 *     --images A,B      an IDX file of images and one of labels, for the state "images"; --seconds N to learn from them
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { boxMessages } from '../packages/lab/src/box/messages.ts'
import { dataMessages, sourceMessages } from '../packages/lab/src/data/messages.ts'
import { comparisonMessages, demonstrationMessages, demonstrationNames } from '../packages/lab/src/lessons/messages.ts'
import { modelMessages } from '../packages/lab/src/model/messages.ts'
import { surfaceMessages } from '../packages/lab/src/pictures/surface/messages.ts'
import { shellMessages } from '../packages/lab/src/shell/messages.ts'
import { trainingMessages } from '../packages/lab/src/training/messages.ts'
import { findBrowser, openBrowser } from '../tests/browser.ts'
import { openLab, serveLab } from '../tests/lab-page.ts'
import { patternFiles } from './lab-pictures/patterns.mjs'
import { smallPng } from './lab-pictures/small-png.mjs'

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: fileURLToPath(new URL('../docs/pictures/lab', import.meta.url)) },
    theme: { type: 'string' }, width: { type: 'string' }, height: { type: 'string' }, images: { type: 'string' }, seconds: { type: 'string' },
  },
})

/** What a new user does, in the words of the page. */
function handOf(page, language) {
  const say = (message, values) => message[language](values).replaceAll('\u200b', '')
  const named = (message, values) => page.getByRole('button', { name: say(message, values), exact: true })
  const iteration = () => page.locator('.transport .reading b').first()
  return {
    say,
    press: (message, values) => named(message, values).first().click(),
    /** Learns to the end, or for some seconds. */
    async learn(seconds) {
      await named(trainingMessages.play).click()
      if (seconds === undefined) await page.locator('.stage > [role=status] .notice:not(.standing)').waitFor({ timeout: 120_000 })
      else {
        await page.waitForTimeout(1000 * seconds)
        const pause = named(trainingMessages.pause)
        if (await pause.isVisible()) await pause.click()
      }
    },
    async arrive(at) {
      await page.waitForFunction((wanted) => document.querySelector('.transport .reading b')?.textContent === wanted, String(at))
    },
    async seek(at) {
      await page.locator('.transport input[type=range]').fill(String(at))
      await iteration().filter({ hasText: new RegExp(`^${at}$`) }).waitFor()
    },
    /** Chooses a setting: a value and Enter. */
    async set(label, value) {
      await page.getByLabel(label, { exact: true }).first().fill(String(value))
      await page.keyboard.press('Enter')
    },
    async structure(message) {
      await page.locator('.thumbnails button').filter({ hasText: message.en().split(' ')[0] === 'Neural' ? /Neural|ニューラル/ : /regression|回帰/ }).first().click()
    },
    /** Brings a part of the page to the top, under the loop. */
    async show(selector, above = 100) {
      await page.locator(selector).first().evaluate((element, space) => window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - space, behavior: 'instant' }), above)
    },
    settings: (top) => page.locator('.settings').evaluate((element, y) => element.scrollTo({ top: y, behavior: 'instant' }), top),
  }
}

/** A table that somebody typed in. */
const customers = ['age,plan,city,visits,stays', ...Array.from({ length: 120 }, (_, i) => {
  const [age, visits] = [20 + ((i * 37) % 50), (i * 7) % 11]
  return `${i % 9 === 0 ? '' : age},${['basic', 'plus', 'pro'][i % 3]},${['Kyoto', 'Osaka', 'Nara', 'Kobe'][(i * 5) % 4]},${visits},${age / 10 + visits + (i % 3) > 9 ? 'yes' : 'no'}`
})].join('\n')

const folder = mkdtempSync(join(tmpdir(), 'kudari-pictures-'))
writeFileSync(join(folder, 'customers.csv'), customers)
const images = options.images?.split(',') ?? patternFiles(folder)

/** The states: what is done to come to each, and where one looks. */
const states = {
  async first() {},
  async steps(page, { press, arrive }) {
    for (let i = 1; i <= 3; i++) {
      await press(trainingMessages.step)
      await arrive(i)
    }
  },
  async curve(page, { press, learn, show, set, say }) {
    await learn()
    await press(trainingMessages.keep)
    await page.locator('#descent input.number').first().fill('0.002')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('.transport .reading b')?.textContent === '0')
    await learn()
    await show('.pictures')
    await page.locator('.reader').first().hover({ position: { x: 120, y: 60 } })
  },
  async box(page, { press, arrive, show }) {
    for (let i = 1; i <= 3; i++) {
      await press(trainingMessages.step)
      await arrive(i)
    }
    await press(boxMessages.open)
    await page.locator('.program .line').nth(1).click()
    await page.locator('.value-panel .numbers td button').nth(1).click()
    await show('#box')
  },
  async table(page, { press }) {
    await press(dataMessages.kinds.files)
    await page.locator('input[type=file]').first().setInputFiles(join(folder, 'customers.csv'))
    await page.locator('.header .about').filter({ hasText: 'customers.csv' }).waitFor()
    await press(dataMessages.openTable)
    await page.getByRole('dialog').waitFor()
  },
  async network(page, { press, learn, show, structure, say }) {
    await press(dataMessages.kinds.made)
    await press(sourceMessages.shapes.spiral)
    await page.locator('.header .about').filter({ hasText: 'spiral' }).waitFor()
    await structure(modelMessages.network)
    await page.getByRole('button', { name: say(modelMessages.addLayer) }).click()
    await learn()
    await show('.pictures')
  },
  async relief(page, { press, learn, show }) {
    await learn()
    await press(surfaceMessages.relief)
    await show('.card:has(.surface)')
  },
  async images(page, { press, learn, show, structure, say }) {
    await press(dataMessages.kinds.files)
    await page.locator('input[type=file]').first().setInputFiles(images)
    await page.locator('.header .about').filter({ hasText: 'label' }).waitFor({ timeout: 60_000 })
    await structure(modelMessages.network)
    await page.getByRole('button', { name: say(modelMessages.convolutional) }).click()
    await page.locator('.panel.model small').filter({ hasText: /\d/ }).first().waitFor()
    await learn(Number(options.seconds ?? 20))
    await show('.pictures')
  },
  async lesson(page, { press, say }) {
    await page.locator('.demonstrations summary').click()
    await page.getByRole('button', { name: say(demonstrationNames.tooLarge) }).click()
    await page.locator('.lesson .remedies button').first().click()
    await page.locator('.comparison').waitFor()
    await page.locator('.stage > [role=status] .notice:not(.standing)').waitFor({ timeout: 60_000 })
  },
  async present(page, { press, arrive }) {
    for (let i = 1; i <= 3; i++) {
      await press(trainingMessages.step)
      await arrive(i)
    }
    await press(shellMessages.present)
  },
}

const chosen = names.length > 0 ? names : Object.keys(states)
for (const name of chosen) if (!(name in states)) throw new Error(`${name}: there are ${Object.keys(states).join(', ')}`)
const browser = await openBrowser(findBrowser())
const site = await serveLab()
mkdirSync(options.out, { recursive: true })
try {
  for (const name of chosen)
    for (const language of ['ja', 'en']) {
      const { page, complaints } = await openLab(browser, site.origin, {
        locale: language === 'ja' ? 'ja-JP' : 'en-US', colorScheme: options.theme ?? 'light', reducedMotion: 'reduce',
        viewport: { width: Number(options.width ?? 1280), height: Number(options.height ?? 860) },
      })
      await page.locator('.transport .play:not(:disabled)').waitFor()
      try {
        await states[name](page, handOf(page, language))
      } catch (error) {
        console.log(`${name} ${language}: ${error.message}`)
      }
      await page.mouse.move(0, 0)
      await page.waitForTimeout(1200)
      const png = smallPng(await page.screenshot())
      writeFileSync(join(options.out, `${name}-${language}.png`), png)
      console.log(`${name}-${language}.png  ${Math.round(png.length / 1024)} kB`, ...complaints)
      await page.context().close()
    }
} finally {
  await browser.close()
  site.close()
  rmSync(folder, { recursive: true, force: true })
}
