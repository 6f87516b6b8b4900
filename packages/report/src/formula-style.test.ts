import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { formulaStyle } from './formula-style.ts'

const css = readFileSync(join(dirname(fileURLToPath(import.meta.resolve('katex'))), 'katex.min.css'), 'utf8')
const withoutFonts = (style: string): string => style.replaceAll(/@font-face\s*\{[^}]*\}/g, '')

it('the stylesheet of formulas holds the fonts that are needed, and nothing to load', async () => {
  // Instead of each font its name.
  const style = await formulaStyle(css, async (name) => new TextEncoder().encode(name))
  const faces = Array.from(style.matchAll(/@font-face\s*\{([^}]*)\}/g), ([, face]) => ({
    uri: /url\(data:font\/woff2;base64,([^)]*)\)/.exec(face)![1],
    family: /font-family:"?([\w-]+)"?/.exec(face)![1],
  }))
  expect(faces.map(({ uri }) => atob(uri)).toSorted()).toEqual([
    'KaTeX_AMS-Regular', 'KaTeX_Main-Bold', 'KaTeX_Main-Italic', 'KaTeX_Main-Regular', 'KaTeX_Math-Italic',
    'KaTeX_Size1-Regular', 'KaTeX_Size2-Regular', 'KaTeX_Size3-Regular', 'KaTeX_Size4-Regular',
  ])
  for (const { uri, family } of faces) expect(atob(uri).split('-')[0]).toBe(family)
  expect(style.match(/url\((?!data:)/)).toBeNull()
  expect(withoutFonts(style)).toBe(withoutFonts(css))
})
