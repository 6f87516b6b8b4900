/** Text of the page as lines, each with the place where it stands. */

export interface TextLine {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly style: CSSStyleDeclaration
}

const context = document.createElement('canvas').getContext('2d')!

/** How far the top of a line of this type is above its baseline. */
function ascent({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  return context.measureText('x').fontBoundingBoxAscent
}

/** The lines that a text breaks into, as it stands in the page. */
export function linesOf(node: Text): TextLine[] {
  const style = getComputedStyle(node.parentElement!)
  const range = document.createRange()
  const lines: { text: string; readonly box: DOMRect }[] = []
  let at = 0
  for (const letter of node.data) {
    range.setStart(node, at)
    at += letter.length
    range.setEnd(node, at)
    const [box] = range.getClientRects()
    if (!box || (box.width === 0 && letter.trim() === '')) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) last.text += letter
    else lines.push({ text: letter, box })
  }
  return lines.filter(({ text }) => text.trim() !== '').map(({ text, box }) => ({ text: text.replaceAll(/\s+/g, ' '), x: box.left, y: box.top + ascent(style), style }))
}
