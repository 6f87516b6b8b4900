/** The Lab on a projector: one picture at a time, as a presenter's remote goes through them, and none of them cut. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useLab } from './lab-page.ts'

/** How high the numbers of a plot are on the screen. */
const typeOf = (page: Page): Promise<number> => page.locator('.layers .plot text').first().evaluate((text) => text.getBoundingClientRect().height)

describe('presentation mode', () => {
  const lab = useLab()

  it.skipIf(!lab.isThere).each([[1280, 720], [1920, 1080]])('shows each picture as a whole at %i × %i, by the keys of a remote; Escape leaves', async (width, height) => {
    const { page, complaints } = await lab.open({ viewport: { width, height }, reducedMotion: 'reduce' })
    await page.getByRole('button', { name: 'Ten steps (Shift+→)', exact: true }).click()
    await page.getByText('10', { exact: true }).first().waitFor()
    const ordinary = await typeOf(page)
    await page.getByRole('button', { name: 'Presentation', exact: true }).click()
    const choice = page.getByRole('combobox', { name: 'What is presented', exact: true })
    const scenes = await choice.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    expect(scenes).toEqual(['fit', 'learning-curve', 'surface', 'predictions', 'axes', 'layers', 'lessons', 'box'])
    await expect.poll(() => typeOf(page)).toBeGreaterThan(1.2 * ordinary)
    const large = ['fit', 'learning-curve', 'surface', 'predictions', 'axes']
    for (const scene of scenes) {
      expect(await choice.inputValue()).toBe(scene)
      await page.waitForTimeout(600)
      const seen = await page.evaluate(() => {
        const top = document.querySelector('.transport')!.getBoundingClientRect().top
        const drawn = [...document.querySelectorAll('.pictures :is(.plot, .surface-map canvas, .axes-plot)')].filter((each) => each.getBoundingClientRect().height > 0)
        return { cut: drawn.filter((each) => each.getBoundingClientRect().bottom > top).length, sideways: document.documentElement.scrollWidth - innerWidth, share: Math.max(0, ...drawn.map((each) => each.getBoundingClientRect().height)) / innerHeight }
      })
      expect({ scene, ...seen, share: 0 }).toEqual({ scene, cut: 0, sideways: 0, share: 0 })
      expect({ scene, isLarge: seen.share > 0.55 }).toEqual({ scene, isLarge: large.includes(scene) })
      await page.keyboard.press('PageDown')
    }
    // After the last comes the first, and before it the last.
    expect(await choice.inputValue()).toBe('fit')
    await page.keyboard.press('PageUp')
    expect(await choice.inputValue()).toBe('box')
    await page.keyboard.press('ArrowLeft')
    await page.getByText('9', { exact: true }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Kudari Lab' }).waitFor()
    expect(await page.locator('.card').count()).toBe(6)
    expect(complaints).toEqual([])
  })
})
