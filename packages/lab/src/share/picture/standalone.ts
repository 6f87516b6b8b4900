/** An SVG of the page as one that stands alone: every colour and font that stylesheets give it is written into it. */

/** What children take from their parents: written only where it changes. */
const inherited = [
  'fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'paint-order',
  'font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'text-anchor', 'visibility',
] as const

/** What is each element's own, with what it is where nobody says otherwise. */
const own: Readonly<Record<string, string>> = { opacity: '1', display: 'inline', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1', 'dominant-baseline': 'auto' }

function write(original: Element, clone: Element, around: CSSStyleDeclaration | undefined): void {
  const style = getComputedStyle(original)
  for (const name of inherited) {
    const value = style.getPropertyValue(name)
    if (around?.getPropertyValue(name) === value) clone.removeAttribute(name)
    else clone.setAttribute(name, value)
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name)
    if (value === usual || value === '') clone.removeAttribute(name)
    else clone.setAttribute(name, value)
  }
  // In the page a style attribute may have said more than colours and fonts; a file needs no classes.
  if (style.whiteSpaceCollapse === 'preserve' || style.whiteSpace.startsWith('pre')) clone.setAttribute('xml:space', 'preserve')
  for (const name of ['class', 'style', 'tabindex']) clone.removeAttribute(name)
  for (const [i, child] of [...original.children].entries()) write(child, clone.children[i], style)
}

/** A copy that looks the same wherever it is opened. Colours are those of the page as it is now, light or dark. */
export function standalone(svg: SVGSVGElement): SVGSVGElement {
  const clone = svg.cloneNode(true) as SVGSVGElement
  write(svg, clone, undefined)
  for (const each of clone.querySelectorAll('style, script')) each.remove()
  clone.setAttribute('overflow', 'visible')
  return clone
}
