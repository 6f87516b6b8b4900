/** Images that the project made: circles, crosses, stripes and triangles of 20 by 20 pixels, as IDX files. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SIZE = 20
const COUNT = 800

/** Whether a point of the plane, seen from the middle of the shape, lies on it. */
const shapes = [
  (x, y) => Math.abs(Math.hypot(x, y) - 0.72) < 0.17,
  (x, y) => Math.min(Math.abs(x), Math.abs(y)) < 0.17 && Math.max(Math.abs(x), Math.abs(y)) < 0.9,
  (x, y) => Math.abs(Math.abs(x) - 0.5) < 0.19 && Math.abs(y) < 0.85,
  (x, y) => y < 0.7 && y > 2 * Math.abs(x) - 0.8,
]

/** Numbers from 0 to 1 that are the same every time. */
function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** An IDX file of bytes: its sizes, then its values. */
function idx(sizes, values) {
  const head = Buffer.alloc(4 + 4 * sizes.length)
  head.writeUInt8(8, 2)
  head.writeUInt8(sizes.length, 3)
  sizes.forEach((size, i) => head.writeUInt32BE(size, 4 + 4 * i))
  return Buffer.concat([head, values])
}

/** Writes the images and their labels into a folder, and returns the paths. */
export function patternFiles(folder) {
  const random = numbers(7)
  const pixels = Buffer.alloc(COUNT * SIZE * SIZE)
  const labels = Buffer.alloc(COUNT)
  for (let i = 0; i < COUNT; i++) {
    const label = (labels[i] = i % shapes.length)
    const [left, up, angle, scale] = [10 + 3 * (random() - 0.5), 10 + 3 * (random() - 0.5), 0.8 * (random() - 0.5), 6 + 2 * random()]
    for (let row = 0; row < SIZE; row++)
      for (let column = 0; column < SIZE; column++) {
        const [x, y] = [(column + 0.5 - left) / scale, (row + 0.5 - up) / scale]
        const isInk = shapes[label](x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle))
        pixels[(i * SIZE + row) * SIZE + column] = Math.min(255, (isInk ? 190 : 0) + 65 * random())
      }
  }
  const paths = [join(folder, 'patterns-images-idx3-ubyte'), join(folder, 'patterns-labels-idx1-ubyte')]
  writeFileSync(paths[0], idx([COUNT, SIZE, SIZE], pixels))
  writeFileSync(paths[1], idx([COUNT], labels))
  return paths
}
