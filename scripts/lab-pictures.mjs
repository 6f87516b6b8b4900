/**
 * `npm run lab:pictures [-- OPTIONS] [NAME ...]`: the pictures of the Lab in README and docs, made by clicks in a real browser.
 *
 * Ten states, each in Japanese and English; all data are the project's own. To look at them in other ways:
 *
 *     --out FOLDER      instead of docs/pictures/lab
 *     --theme dark      or light; also --width and --height in pixels
 *     --images A,B      an IDX file of images and one of labels, for the state "images"; --seconds N (20) to learn from them
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { boxMessages } from '../packages/lab/src/box/messages.ts'
import { dataMessages, sourceMessages } from '../packages/lab/src/data/messages.ts'
import { demonstrationNames } from '../packages/lab/src/lessons/messages.ts'
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
    theme: { type: 'string' }, width: { type: 'string' }, height: { type: 'string' }, images: { type: 'string' }, seconds: { type: 'string', default: '20' },
  },
})

/** What a new user does, in the words of the page. */
function handOf(page, language) {
  const say = (message, values) => message[language](values).replaceAll('\u200b', '')
  const named = (message) => page.getByRole('button', { name: say(message), exact: true }).first()
  const end = () => page.locator('.stage > [role=status] .notice:not(.standing)').waitFor({ timeout: 180_000 })
  return {
    say, end,
    press: (message) => named(message).click(),
    /** Learns to the end, or for some seconds. */
    async learn(seconds) {
      await named(trainingMessages.play).click()
      if (seconds === undefined) return end()
      await page.waitForTimeout(1000 * seconds)
      await named(trainingMessages.pause).click()
    },
    arrive: (at) => page.waitForFunction((wanted) => document.querySelector('.transport .reading b')?.textContent === wanted, String(at)),
    /** Changes a setting, and waits for the new run. */
    async set(selector, value) {
      await page.locator(selector).first().fill(String(value))
      await page.keyboard.press('Enter')
      await page.locator('.stage > [role=status] .standing').waitFor()
      await page.waitForTimeout(500)
    },
    /** The pictures of structures are buttons, in the order of the talk. */
    structure: (message) => page.locator('.thumbnails button').filter({ hasText: message[language]().split('\u200b')[0] }).click(),
    /** Brings a part of the page to the top, under the loop. */
    async show(selector, above = 88) {
      // Pictures on the way are painted when they are come to, and take their heights then.
      for (const pause of [2000, 0]) {
        await page.locator(selector).first().evaluate((element, space) => window.scrollTo({ top: element.getBoundingClientRect().top + scrollY - space, behavior: 'instant' }), above)
        await page.waitForTimeout(pause)
      }
    },
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

/** Three steps of the talk's run. */
async function threeSteps(page, { press, arrive }) {
  for (let i = 1; i <= 3; i++) {
    await press(trainingMessages.step)
    await arrive(i)
  }
}

/** A network of two hidden layers that has learned a spiral. */
async function spiral(page, { press, learn, structure, set, say }) {
  await press(dataMessages.kinds.made)
  await press(sourceMessages.shapes.spiral)
  await page.locator('.header .about').filter({ hasText: '200' }).waitFor()
  await structure(modelMessages.network)
  await page.getByRole('button', { name: say(modelMessages.addLayer) }).click()
  await page.getByLabel(say(modelMessages.activation)).selectOption('tanh')
  await set('#descent input.number', 0.02)
  await learn()
}

/** What is done to come to each state, where one looks, and how large the window is. */
const states = {
  first: { act: () => undefined },
  steps: { act: threeSteps, height: 1380 },
  curve: {
    async act(page, hand) {
      await hand.learn()
      await hand.press(trainingMessages.keep)
      await hand.set('#descent input.number', 0.002)
      await hand.learn()
      await hand.show('.pictures')
    },
  },
  box: {
    async act(page, hand) {
      await threeSteps(page, hand)
      await hand.press(boxMessages.open)
      await page.locator('.program .line').nth(1).click()
      await page.locator('.value-panel .numbers td button').nth(1).click()
      await hand.show('#box')
    },
  },
  table: {
    async act(page, { press }) {
      await press(dataMessages.kinds.files)
      await page.locator('input[type=file]').first().setInputFiles(join(folder, 'customers.csv'))
      await page.locator('.header .about').filter({ hasText: 'customers.csv' }).waitFor()
      await press(dataMessages.openTable)
      await page.getByRole('dialog').waitFor()
    },
  },
  network: {
    async act(page, hand) {
      await spiral(page, hand)
      await hand.show('.pictures')
    },
  },
  activations: {
    async act(page, hand) {
      await spiral(page, hand)
      await hand.show('.card:has(.activations-picture)')
    },
  },
  relief: {
    async act(page, { press, learn, show }) {
      await learn()
      await press(surfaceMessages.relief)
      await show('.card:has(.surface)')
    },
  },
  images: {
    height: 1160,
    async act(page, { press, learn, show, structure, say }) {
      await press(dataMessages.kinds.files)
      await page.locator('input[type=file]').first().setInputFiles(images)
      await page.locator('.header .about').filter({ hasText: 'label' }).waitFor({ timeout: 60_000 })
      await structure(modelMessages.network)
      await page.getByRole('button', { name: say(modelMessages.convolutional) }).click()
      await page.locator('.blocks').waitFor()
      await learn(Number(options.seconds))
      await show('.pictures')
    },
  },
  lesson: {
    height: 1060,
    async act(page, { say, end }) {
      await page.locator('.demonstrations summary').click()
      await page.getByRole('button', { name: say(demonstrationNames.tooLarge) }).click()
      await page.locator('.lesson .remedies button').first().click()
      await page.locator('.comparison').waitFor()
      await end()
    },
  },
  present: {
    height: 720,
    async act(page, hand) {
      await threeSteps(page, hand)
      await hand.press(shellMessages.present)
      await page.keyboard.press('PageDown')
      await page.keyboard.press('PageDown')
    },
  },
  dark: {
    height: 1380, theme: 'dark',
    async act(page, hand) {
      await hand.learn()
      await hand.press(surfaceMessages.relief)
    },
  },
  phone: { act: threeSteps, width: 375, height: 812 },
}

const chosen = names.length > 0 ? names : Object.keys(states)
for (const name of chosen) if (!(name in states)) throw new Error(`${name}: there are ${Object.keys(states).join(', ')}`)
const browser = await openBrowser(findBrowser())
const site = await serveLab()
mkdirSync(options.out, { recursive: true })
try {
  for (const name of chosen) {
    const { act, theme = 'light', width = 1280, height = 860 } = states[name]
    for (const language of ['ja', 'en']) {
      const { page, complaints } = await openLab(browser, site.origin, {
        locale: language === 'ja' ? 'ja-JP' : 'en-US', colorScheme: options.theme ?? theme, reducedMotion: 'reduce',
        viewport: { width: Number(options.width ?? width), height: Number(options.height ?? height) },
      })
      await page.locator('.transport .play:not(:disabled)').waitFor()
      await act(page, handOf(page, language))
      await page.mouse.move(0, 0)
      await page.waitForTimeout(1200)
      const png = smallPng(await page.screenshot())
      writeFileSync(join(options.out, `${name}-${language}.png`), png)
      console.log(`${name}-${language}.png  ${Math.round(png.length / 1024)} kB`, ...complaints)
      await page.context().close()
    }
  }
} finally {
  await browser.close()
  site.close()
  rmSync(folder, { recursive: true, force: true })
}
