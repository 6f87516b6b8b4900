/** A card as one picture: its title, its plots and canvases, and what is written beside them, each where it stands. */
import { linesOf } from './lines.ts'
import { standalone } from './standalone.ts'

const NAMESPACE = 'http://www.w3.org/2000/svg'
const MARGIN = 14
/** From the top of the title to what is below it, in letters. */
const TITLE = 2

type Attributes = Readonly<Record<string, string | number>>

function element(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

/** What is for the hand, or for the ear only. */
const passedOver = 'button, input, select, textarea, option, .visually-hidden, .katex-mathml, svg.icon, [role="slider"], [data-not-saved]'

const boxOf = ({ left, top, width, height }: DOMRect): Attributes => ({ x: left, y: top, width, height })
const isPaint = (color: string): boolean => !/^(?:transparent|rgba\(.*, 0\))$/.test(color)

/** The keys of legends are boxes and edges. */
function marksOf(each: Element, style: CSSStyleDeclaration): SVGElement[] {
  const box = each.getBoundingClientRect()
  const edge = Number.parseFloat(style.borderTopWidth)
  const marks: SVGElement[] = []
  if (isPaint(style.backgroundColor) && box.width > 0) {
    const round = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.width / 2, box.height / 2)
    const isRound = style.borderTopLeftRadius.endsWith('%')
    marks.push(element('rect', { ...boxOf(box), fill: style.backgroundColor, rx: isRound ? Math.min(box.width, box.height) / 2 : round }))
  }
  if (edge > 0 && style.borderTopStyle !== 'none' && isPaint(style.borderTopColor)) {
    const y = box.top + edge / 2
    const dashes = style.borderTopStyle === 'dashed' ? `${edge * 2} ${edge}` : 'none'
    marks.push(element('line', { x1: box.left, x2: box.right, y1: y, y2: y, stroke: style.borderTopColor, 'stroke-width': edge, 'stroke-dasharray': dashes }))
  }
  return marks
}

function placed(svg: SVGSVGElement): SVGElement {
  const clone = standalone(svg)
  const { width, height } = svg.getBoundingClientRect()
  // As large as in the page, whatever units it is drawn in.
  if (!clone.hasAttribute('viewBox')) clone.setAttribute('viewBox', `0 0 ${width} ${height}`)
  for (const [key, value] of Object.entries(boxOf(svg.getBoundingClientRect()))) clone.setAttribute(key, String(value))
  return clone
}

const textElement = ({ text, x, y, style }: ReturnType<typeof linesOf>[number]): SVGElement => {
  const made = element('text', { x, y, fill: style.color, 'font-family': style.fontFamily, 'font-size': style.fontSize, 'font-weight': style.fontWeight, 'font-style': style.fontStyle })
  made.textContent = text
  return made
}

/** Everything that is to be seen in a part of the page, from the back to the front. */
function seenIn(node: Node): SVGElement[] {
  if (node instanceof Text) return linesOf(node).map(textElement)
  if (!(node instanceof Element) || node.matches(passedOver)) return []
  const style = getComputedStyle(node)
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return []
  if (node instanceof SVGSVGElement) return [placed(node)]
  if (node instanceof HTMLCanvasElement) return node.width > 0 ? [element('image', { ...boxOf(node.getBoundingClientRect()), href: node.toDataURL(), preserveAspectRatio: 'none' })] : []
  return [...marksOf(node, style), ...[...node.childNodes].flatMap(seenIn)]
}

export interface Composed {
  readonly svg: SVGSVGElement
  readonly width: number
  readonly height: number
}

/** The width of a title's own text. */
function widthOf(title: Element): number {
  const range = document.createRange()
  range.selectNodeContents(title)
  return range.getBoundingClientRect().width
}

/** As much as is drawn, beyond its frame too. */
function extent(svg: SVGSVGElement, content: SVGGraphicsElement): DOMRect {
  svg.setAttribute('class', 'visually-hidden')
  document.body.append(svg)
  const box = content.getBBox()
  svg.remove()
  svg.removeAttribute('class')
  return box
}

/** @param card a picture in its frame. */
export function compose(card: Element): Composed {
  const body = card.querySelector(':scope > .body')!
  const title = card.querySelector(':scope > header h2')!
  const style = getComputedStyle(title)
  const size = Number.parseFloat(style.fontSize)
  const svg = element('svg', { xmlns: NAMESPACE }) as SVGSVGElement
  const content = element('g', {}) as SVGGElement
  // In the page a card is as high as its neighbour; nobody sees it without the gaps that come of this.
  card.classList.add('being-saved')
  content.append(...[...body.childNodes].flatMap(seenIn))
  card.classList.remove('being-saved')
  const head = element('text', { x: MARGIN, y: MARGIN + size, fill: style.color, 'font-family': style.fontFamily, 'font-size': size, 'font-weight': style.fontWeight }) as SVGTextElement
  head.textContent = title.textContent
  svg.append(head, content)
  const { x, y, width: inside, height: below } = extent(svg, content)
  const above = MARGIN + size * TITLE
  const width = Math.ceil(Math.max(inside, widthOf(title)) + 2 * MARGIN)
  const height = Math.ceil(above + below + MARGIN)
  content.setAttribute('transform', `translate(${MARGIN - x} ${above - y})`)
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) svg.setAttribute(key, String(value))
  svg.prepend(element('rect', { width, height, fill: getComputedStyle(card).backgroundColor }))
  return { svg, width, height }
}
