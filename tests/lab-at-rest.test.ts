/** The Lab takes no part of the processor when nothing happens: page and Worker say nothing to each other. */
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { useLab } from './lab-page.ts'

/** Longer than anything in the page waits. */
const QUIET = 1500

/** From now on, how often the page and its Worker say something. */
async function messagesIn(page: Page, milliseconds: number): Promise<number> {
  const before = await page.evaluate('messages')
  await page.waitForTimeout(milliseconds)
  return Number(await page.evaluate('messages')) - Number(before)
}

describe('the Lab at rest', () => {
  const lab = useLab()

  it.skipIf(!lab.isThere)('is quiet: at first, behind a run, and where other pictures are on the screen', async () => {
    const { page } = await lab.open({}, 'about:blank')
    await page.addInitScript(`
      globalThis.messages = 0
      globalThis.Worker = class extends Worker {
        constructor(...given) {
          super(...given)
          this.addEventListener('message', () => messages++)
        }
        postMessage(...given) {
          messages++
          super.postMessage(...given)
        }
      }`)
    await page.goto(lab.origin)
    await page.getByRole('button', { name: 'Learn', exact: true }).waitFor()
    await page.waitForTimeout(QUIET)
    expect(await page.evaluate('messages')).toBeGreaterThan(4)
    expect(await messagesIn(page, QUIET)).toBe(0)
    await page.getByRole('button', { name: 'Learn', exact: true }).click()
    await page.getByText('All planned steps are made.').waitFor()
    await page.waitForTimeout(QUIET)
    expect(await messagesIn(page, QUIET)).toBe(0)
    for (const name of ['Loss surface', 'Weights and gradients']) {
      await page.getByRole('region', { name, exact: true }).scrollIntoViewIfNeeded()
      await page.waitForTimeout(QUIET)
      expect(await messagesIn(page, QUIET)).toBe(0)
    }
  }, 60_000)
})
