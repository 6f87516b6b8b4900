/** Pictures of pages in at most 256 colours, which few pages need more of: a fourth of the size. */
import { decode, encode } from 'fast-png'

const MOST = 256

/** The colours of a picture, each with how often it is there. */
function countColours({ data, channels, width, height }) {
  const counts = new Map()
  for (let i = 0; i < width * height; i++) {
    const colour = (data[i * channels] << 16) | (data[i * channels + 1] << 8) | data[i * channels + 2]
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return Array.from(counts, ([colour, count]) => ({ rgb: [colour >> 16, (colour >> 8) & 255, colour & 255], colour, count }))
}

/** The channel in which colours lie farthest apart, and how far, weighted by how much of the picture they are. */
function spreadOf(box) {
  const spans = [0, 1, 2].map((channel) => {
    let [low, high] = [255, 0]
    for (const { rgb } of box) [low, high] = [Math.min(low, rgb[channel]), Math.max(high, rgb[channel])]
    return high - low
  })
  const channel = spans.indexOf(Math.max(...spans))
  return { channel, size: spans[channel] * box.reduce((sum, { count }) => sum + Math.sqrt(count), 0) }
}

/** Heckbert's median cut: the box that is largest is cut in two, until there are enough. */
function paletteOf(colours) {
  const boxes = [{ box: colours, ...spreadOf(colours) }]
  while (boxes.length < MOST) {
    const largest = boxes.reduce((best, each) => (each.size > best.size ? each : best))
    if (largest.size === 0) break
    const sorted = largest.box.toSorted((a, b) => a.rgb[largest.channel] - b.rgb[largest.channel])
    const middle = sorted.reduce((sum, { count }) => sum + Math.sqrt(count), 0) / 2
    let [at, sum] = [0, 0]
    while (at < sorted.length - 1 && (sum += Math.sqrt(sorted[at].count)) < middle) at++
    const cut = Math.min(Math.max(at, 1), sorted.length - 1)
    boxes.splice(boxes.indexOf(largest), 1, ...[sorted.slice(0, cut), sorted.slice(cut)].map((box) => ({ box, ...spreadOf(box) })))
  }
  return boxes.map(({ box }) => box)
}

/** The most frequent colour of a box, so that flat ground stays what it is. */
const colourOf = (box) => box.reduce((best, each) => (each.count > best.count ? each : best)).rgb

/** The same picture in fewer bytes. */
export function smallPng(png) {
  const picture = decode(png)
  const boxes = paletteOf(countColours(picture))
  const places = new Map(boxes.flatMap((box, i) => box.map(({ colour }) => [colour, i])))
  const { data, channels, width, height } = picture
  const indices = Uint8Array.from({ length: width * height }, (_, i) => places.get((data[i * channels] << 16) | (data[i * channels + 1] << 8) | data[i * channels + 2]))
  return encode({ width, height, data: indices, channels: 1, depth: 8, palette: boxes.map(colourOf) }, { zlib: { level: 9 } })
}
