/** The Lab in a real browser, by clicks and keys alone: what it shows is what the library computes. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { type Table, fit } from 'kudari'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { type Place, newPlace } from '../packages/cli/src/testing/run.ts'
import { useLab } from './lab-page.ts'
import { readGolden, sharedPath } from './shared.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const texts = {
  en: { learn: 'Learn', pause: 'Pause', share: 'Keep and share', close: 'Close', ended: 'All planned steps are made.', step: 'One step (→)', back: 'Back one step (←)', iteration: 'Iteration' },
  ja: { learn: '学習開始', pause: '一時停止', share: '保存と共有', close: '閉じる', ended: '予定した繰り返しをすべて終えました。', step: '1 ステップ進める（→）', back: '1 ステップ戻す（←）', iteration: '繰り返し' },
} as const

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const iterationOf = async (page: Page): Promise<number> => Number(await page.locator('.transport .reading b').first().innerText())

/** Waits until the run stands at an iteration. */
const arrival = (page: Page, iteration: number) =>
  page.waitForFunction((wanted) => document.querySelector('.transport .reading b')?.textContent === String(wanted), iteration, { timeout: 30_000 })

/** Saves a file by its button in the dialog. */
async function saved(page: Page, name: string, language: keyof typeof texts = 'en'): Promise<Uint8Array> {
  await press(page, texts[language].share)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name }).click()])
  const bytes = readFileSync((await download.path())!)
  await page.getByRole('dialog').getByRole('button', { name: texts[language].close, exact: true }).click()
  return bytes
}

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const lossesOf = (csv: string): number[] => csv.trim().split(/\r?\n/).slice(1).map((line) => Number(line.split(',')[1]))

/** Two classes that a line tells apart nearly, with a gap and with words. */
const customers = ['age,plan,visits,stays', ...Array.from({ length: 80 }, (_, i) => {
  const [age, visits] = [20 + ((i * 37) % 50), (i * 7) % 11]
  return `${i % 9 === 0 ? '' : age},${['basic', 'plus', 'pro'][i % 3]},${visits},${age / 10 + visits + (i % 3) > 9 ? 'yes' : 'no'}`
})].join('\n')

const findings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const violations = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`)
  return violations as string[]
}

describe('the Lab', { timeout: 120_000 }, () => {
  const lab = useLab()
  const places: Place[] = []
  afterAll(() => {
    for (const place of places) place.remove()
  })

  it.skipIf(!lab.isThere)('makes the talk\'s run by a click: the same 200 losses', async () => {
    const { page, complaints } = await lab.open()
    await press(page, 'Learn')
    await page.getByText(texts.en.ended).waitFor()
    expect(await iterationOf(page)).toBe(200)
    const losses = lossesOf(asText(await saved(page, 'history.csv')))
    // The library in Node makes the same run, to the last bit.
    const numbers = (name: string, values: number[]) => ({ name, type: 'number' as const, values: Float64Array.from(values) })
    const table: Table = { columns: [numbers('height', [166, 176, 171, 173, 169]), numbers('weight', [58.7, 75.7, 62.1, 70.4, 60.1])], rows: 5, source: 'talk', missing: [] }
    const { result } = await fit(table, { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 200 })
    expect(losses).toEqual(result.history.loss)
    const golden = sharedPath('golden/talk.json')
    const recorded = golden ? readGolden(golden).history.map(([, loss]) => loss) : result.history.loss
    expect(recorded).toHaveLength(200)
    for (const [k, loss] of recorded.entries()) expect(Math.abs(losses[k] / loss - 1)).toBeLessThan(1e-12)
    expect(complaints).toEqual([])
  })

  it.skipIf(!lab.isThere)('learns from a dropped CSV; its model predicts the same by the command', async () => {
    const { page, complaints } = await lab.open()
    await page.getByRole('button', { name: 'Learn', exact: true }).waitFor()
    // A drop as the browser makes it.
    const transfer = await page.evaluateHandle((csv) => {
      const data = new DataTransfer()
      data.items.add(new File([csv], 'customers.csv', { type: 'text/csv' }))
      return data
    }, customers)
    for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer })
    await page.getByText('customers.csv · 80 rows · predicts stays').waitFor()
    await press(page, 'Learn')
    await page.locator('.notice.calm').waitFor({ timeout: 30_000 })
    const place = newPlace()
    places.push(place)
    place.write('customers.csv', customers)
    place.write('model.safetensors', await saved(page, 'model.safetensors'))
    const own = asText(await saved(page, 'predicted'))
    const { code, out, err } = await place.run(['predict', 'model.safetensors', 'customers.csv', '--quiet'])
    expect([code, err]).toEqual([0, ''])
    const answers = (csv: string): string[] => csv.trim().split(/\r?\n/).map((line) => line.split(',').slice(4).join(','))
    expect(answers(out)).toEqual(answers(own))
    expect(answers(own)).toHaveLength(81)
    expect(new Set(answers(own).slice(1).map((line) => line.split(',')[0]))).toEqual(new Set(['yes', 'no']))
    expect(complaints).toEqual([])
  })

  it.skipIf(!lab.isThere)('goes back by steps, and forward again, to the same bits', async () => {
    const { page, complaints } = await lab.open()
    await press(page, 'Shapes')
    await press(page, 'moons')
    await page.getByText('moons · 200 rows').waitFor()
    await page.getByRole('button', { name: 'Neural network' }).click()
    await page.getByText('33 parameters').first().waitFor()
    for (let i = 0; i < 3; i++) await press(page, 'Ten steps (Shift+→)')
    await arrival(page, 30)
    const there = await saved(page, 'model.safetensors')
    for (let i = 0; i < 7; i++) {
      await press(page, texts.en.back)
      await arrival(page, 29 - i)
    }
    const before = await saved(page, 'model.safetensors')
    expect(Buffer.compare(before, there)).not.toBe(0)
    await page.locator('.transport input[type=range]').fill('30')
    await arrival(page, 30)
    expect(Buffer.compare(await saved(page, 'model.safetensors'), there)).toBe(0)
    await page.locator('.transport input[type=range]').fill('23')
    await arrival(page, 23)
    expect(Buffer.compare(await saved(page, 'model.safetensors'), before)).toBe(0)
    expect(complaints).toEqual([])
  })

  it.skipIf(!lab.isThere)('is restored by its link in a fresh profile, and by its own when it is opened again', async () => {
    const { page, complaints } = await lab.open()
    await press(page, 'Shapes')
    await press(page, 'circles')
    await page.getByText('circles · 200 rows').waitFor()
    await page.getByRole('button', { name: 'Neural network' }).click()
    await page.getByText('33 parameters').first().waitFor()
    await press(page, 'Ten steps (Shift+→)')
    await press(page, texts.en.step)
    await arrival(page, 11)
    const model = await saved(page, 'model.safetensors')
    await press(page, texts.en.share)
    const link = await page.getByLabel('The link', { exact: true }).inputValue()
    expect(link.length).toBeLessThan(2000)

    const fresh = await lab.open({ locale: 'ja-JP' }, link)
    await arrival(fresh.page, 11)
    expect(Buffer.compare(await saved(fresh.page, 'model.safetensors', 'ja'), model)).toBe(0)
    expect(await fresh.page.locator('html').getAttribute('lang')).toBe('ja')
    // A tab that is closed and opened again comes back where it was.
    await fresh.page.waitForTimeout(1500)
    await fresh.page.close()
    const again = await fresh.page.context().newPage()
    await again.goto(lab.origin)
    await arrival(again, 11)
    expect(Buffer.compare(await saved(again, 'model.safetensors', 'ja'), model)).toBe(0)
    expect([...complaints, ...fresh.complaints]).toEqual([])
  })

  it.skipIf(!lab.isThere)('speaks Japanese and English, switched at any time, remembered', async () => {
    const { page, complaints } = await lab.open({ locale: 'ja-JP' })
    await page.locator('.card').nth(3).waitFor()
    const japanese = await page.locator('body').innerText()
    for (const word of ['データ', 'モデル', '損失と勾配降下法', '当てはまり', '学習曲線', '損失曲面']) expect(japanese).toContain(word)
    for (const word of ['Learn', 'Data', 'Learning curve', 'Predict', 'chosen by']) expect(japanese).not.toContain(word)
    await press(page, 'English')
    await page.getByText('The fit').first().waitFor()
    const english = (await page.locator('body').innerText()).replace('日本語', '')
    expect(english.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+/gu)).toBeNull()
    await page.reload()
    await page.getByRole('button', { name: 'Learn', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(complaints).toEqual([])
  })

  it.skipIf(!lab.isThere)('has nothing serious for axe: at first, trained, opened, in dialogs, dark', async () => {
    const { page } = await lab.open({ reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Learn', exact: true }).waitFor()
    expect(await findings(page)).toEqual([])
    await press(page, 'Learn')
    await page.getByText(texts.en.ended).waitFor()
    await press(page, 'Open')
    await page.locator('.value-panel .numbers').waitFor()
    expect(await findings(page)).toEqual([])
    await press(page, 'Dark colours')
    expect(await findings(page)).toEqual([])
    await press(page, texts.en.share)
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await press(page, 'See the table, choose inputs')
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await press(page, 'Shapes')
    await press(page, 'spiral')
    await page.getByText('spiral · 200 rows').waitFor()
    await page.getByRole('button', { name: 'Neural network' }).click()
    await press(page, 'Ten steps (Shift+→)')
    await arrival(page, 10)
    await page.waitForTimeout(500)
    expect(await findings(page)).toEqual([])
  })

  it.skipIf(!lab.isThere)('is used by the keyboard alone', async () => {
    const { page, complaints } = await lab.open()
    await page.getByRole('button', { name: 'Learn', exact: true }).waitFor()
    /** Goes on by Tab until an element of that name has the focus; it must be seen to have it. */
    const tabTo = async (name: string): Promise<void> => {
      for (let i = 0; i < 150; i++) {
        await page.keyboard.press('Tab')
        const found = await page.evaluate((wanted) => {
          const { activeElement: own } = document
          if (!own || !own.matches(':focus-visible')) return false
          const label = (own.getAttribute('aria-label') ?? own.querySelector('b')?.textContent ?? own.textContent ?? '').trim()
          return label === wanted && getComputedStyle(own).outlineStyle !== 'none'
        }, name)
        if (found) return
      }
      throw new Error(`Tab never came to ${name}`)
    }
    await tabTo('Portrait or landscape')
    await page.keyboard.press('Enter')
    await page.getByText(/orientation\.csv · \d+ rows/).waitFor()
    await tabTo('Learn')
    await page.keyboard.press('Space')
    await page.locator('.notice.calm').waitFor({ timeout: 30_000 })
    const end = await iterationOf(page)
    expect(end).toBeGreaterThan(0)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('ArrowLeft')
    await arrival(page, end - 1)
    await page.keyboard.press('Home')
    await arrival(page, 0)
    await page.keyboard.press('Shift+ArrowRight')
    await arrival(page, 10)
    expect(complaints).toEqual([])
  })

  it.skipIf(!lab.isThere).each(['en', 'ja'] as const)('fits on 375 pixels (%s): nothing scrolls sideways, everything can be reached', async (language) => {
    const { page, complaints } = await lab.open({ viewport: { width: 375, height: 740 }, locale: language === 'en' ? 'en-US' : 'ja-JP', hasTouch: true })
    const { learn, ended, step } = texts[language]
    const width = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth)
    await page.getByRole('button', { name: learn, exact: true }).tap()
    await page.getByText(ended).waitFor()
    expect(await width()).toBe(375)
    await page.locator('.sides button').first().tap()
    expect(await width()).toBe(375)
    for (const button of await page.locator('.transport button').all()) {
      const box = (await button.boundingBox())!
      expect({ left: box.x >= 0, right: box.x + box.width <= 375, height: box.height >= 36 }).toEqual({ left: true, right: true, height: true })
    }
    await page.getByRole('button', { name: step, exact: true }).tap()
    await arrival(page, 201)
    expect(complaints).toEqual([])
  })

  it.skipIf(!lab.isThere)('says what is wrong with a bad file and keeps what was there; comes back when its Worker is lost; opens without a network', async () => {
    const { page } = await lab.open()
    await press(page, 'Ten steps (Shift+→)')
    await arrival(page, 10)
    await press(page, 'Your data')
    await page.locator('input[type=file]').first().setInputFiles({ name: 'bad.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n3\n4,5,6\n<img src=x onerror=alert(1)>,"') })
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByRole('alert').first().innerText()).toMatch(/bad\.csv/)
    expect(await iterationOf(page)).toBe(10)
    await press(page, texts.en.step)
    await arrival(page, 11)
    for (const worker of page.workers()) await worker.evaluate(() => self.close()).catch(() => {})
    await page.getByText(/has stopped/).first().waitFor({ timeout: 30_000 })
    await arrival(page, 11)
    await press(page, texts.en.step)
    await arrival(page, 12)
    // The service worker has kept the files by now.
    await expect.poll(() => page.evaluate(async () => navigator.serviceWorker.controller !== null && (await caches.match('./')) !== undefined), { timeout: 30_000 }).toBe(true)
    // What is on the page is kept every second.
    await page.waitForTimeout(1500)
    await page.context().setOffline(true)
    await page.reload()
    await arrival(page, 12)
  })
})
