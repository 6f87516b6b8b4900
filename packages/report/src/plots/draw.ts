/** Observable Plot as a pure function: options in, inline SVG out. */
import * as Plot from '@observablehq/plot'
import { DOMImplementation, type Element, XMLSerializer } from '@xmldom/xmldom'
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

/**
 * A mark's place in whole pixels: in a page on a screen of coarse pixels, and only there, Plot moves marks by half a pixel so
 * that their lines are sharp; the file is for every screen.
 */
function placeInWholePixels(mark: Element): void {
  const place = mark.getAttribute('transform')?.replaceAll(/-?[\d.]+/g, (shift) => `${Math.floor(Number(shift))}`)
  if (place === 'translate(0,0)') mark.removeAttribute('transform')
  else if (place !== undefined) mark.setAttribute('transform', place)
}

/** The plot as an element: for what wants to know of its scales. */
export function plotElement(options: Plot.PlotOptions): ReturnType<typeof Plot.plot> {
  // A document of our own, also where there is one already: a page, a worker and Node draw the same to the byte.
  const document = new DOMImplementation().createDocument('http://www.w3.org/2000/svg', 'svg')
  return Plot.plot({ ...defaults, ...options, document: document as unknown as Document })
}

/** An element and all that it holds, from the outside in. */
const elementsIn = (element: Element): Element[] => [element, ...Array.from(element.children).flatMap(elementsIn)]

/**
 * The plot as SVG that scales with the page and takes its colours from the page's custom properties. Its name and its
 * description are the page's elements `ID-name` and `ID-about`. Marks that are moved as a whole (`dx`, `dy`) move by whole pixels.
 */
export function draw(id: string, options: Plot.PlotOptions): Html {
  const svg = plotElement(options) as unknown as Element
  const elements = elementsIn(svg)
  for (const style of elements.filter(({ tagName }) => tagName === 'style')) style.parentNode!.removeChild(style)
  for (const name of ['width', 'height', 'font-family', 'font-size']) svg.removeAttribute(name)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${id}-name`)
  svg.setAttribute('aria-describedby', `${id}-about`)
  // Plot counts its clip paths over all plots ever made; the page wants the same names every time.
  const clips = elements.filter(({ tagName }) => tagName === 'clipPath').map((clip, i) => [clip, `${id}-clip-${i}`] as const)
  const clipNames = new Map(clips.map(([clip, own]) => [`url(#${clip.getAttribute('id')})`, `url(#${own})`]))
  for (const [clip, own] of clips) clip.setAttribute('id', own)
  for (const mark of elements.filter(({ tagName }) => tagName === 'g')) placeInWholePixels(mark)
  for (const element of elements) {
    const clip = clipNames.get(element.getAttribute('clip-path') ?? '')
    if (clip !== undefined) element.setAttribute('clip-path', clip)
    for (const name of coordinates) {
      const value = element.getAttribute(name)
      if (value !== null) element.setAttribute(name, toTenths(value))
    }
  }
  return raw(new XMLSerializer().serializeToString(svg))
}
