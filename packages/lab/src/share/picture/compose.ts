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
const passedOver = 'button, input, select, textarea, label, .visually-hidden, .katex-mathml, svg.icon, [role="slider"], [data-not-saved]'

const boxOf = ({ left, top, width, height }: DOMRect): Attributes => ({ x: left, y: top, width, height })
const isPaint = (color: string): boolean => !/^(?:transparent|rgba\(.*, 0\))$/.test(color)

/** The keys of legends are boxes, rings and edges. */
function marksOf(each: Element, style: CSSStyleDeclaration): SVGElement[] {
  const { left: x, right, top: y, width, height } = each.getBoundingClientRect()
  const edge = style.borderTopStyle !== 'none' && isPaint(style.borderTopColor) ? Number.parseFloat(style.borderTopWidth) : 0
  const isFilled = isPaint(style.backgroundColor) && width > 0
  const isRing = edge > 0 && Number.parseFloat(style.borderBottomWidth) > 0
  const round = Number.parseFloat(style.borderTopLeftRadius) || 0
  const rx = Math.min(style.borderTopLeftRadius.endsWith('%') ? (round * width) / 100 : round, width / 2, height / 2)
  const stroke = { stroke: style.borderTopColor, 'stroke-width': edge, 'stroke-dasharray': style.borderTopStyle === 'dashed' ? `${edge * 2} ${edge}` : 'none' }
  const inside = { x: x + edge / 2, y: y + edge / 2, width: Math.max(width - edge, 0), height: Math.max(height - edge, 0) }
  if (isRing) return [element('rect', { ...inside, rx: Math.max(rx - edge / 2, 0), fill: isFilled ? style.backgroundColor : 'none', ...stroke })]
  const marks = isFilled ? [element('rect', { x, y, width, height, rx, fill: style.backgroundColor })] : []
  if (edge > 0) marks.push(element('line', { x1: x, x2: right, y1: y + edge / 2, y2: y + edge / 2, ...stroke }))
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
