/** Observable Plot as a pure function: options in, inline SVG out. */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Html, raw } from '../html/html.ts'

/** What all plots share. Names of axes stand outside, in HTML, where they can be in two languages and any length. */
const defaults: Plot.PlotOptions = {
  className: 'plot',
  width: 480,
  height: 320,
  marginTop: 10,
  marginRight: 16,
  marginBottom: 30,
  marginLeft: 64,
}

const coordinates = ['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'width', 'height', 'd', 'transform']

const toTenths = (text: string): string => text.replace(/\d+\.\d{2,}/g, (digits) => String(Number(Number(digits).toFixed(1))))

/** The plot as an element: for what wants to know of its scales. */
export function plotElement(options: Plot.PlotOptions): ReturnType<typeof Plot.plot> {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  return Plot.plot({ ...defaults, ...options, document })
}

/**
 * The plot as SVG that scales with the page and takes its colours from the page's custom properties. Its name and its
 * description are the page's elements `ID-name` and `ID-about`.
 */
export function draw(id: string, options: Plot.PlotOptions): Html {
  const svg = plotElement(options)
  svg.querySelector('style')?.remove()
  for (const name of ['width', 'height', 'font-family', 'font-size']) svg.removeAttribute(name)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${id}-name`)
  svg.setAttribute('aria-describedby', `${id}-about`)
  // Plot counts its clip paths over all plots ever made; the page wants the same names every time.
  for (const [i, path] of [...svg.querySelectorAll('clipPath')].entries()) {
    const own = `${id}-clip-${i}`
    for (const element of svg.querySelectorAll(`[clip-path="url(#${path.id})"]`)) {
      element.setAttribute('clip-path', `url(#${own})`)
    }
    path.id = own
  }
  for (const element of svg.querySelectorAll('*')) {
    for (const name of coordinates) {
      const value = element.getAttribute(name)
      if (value !== null) element.setAttribute(name, toTenths(value))
    }
  }
  return raw(svg.outerHTML)
}
