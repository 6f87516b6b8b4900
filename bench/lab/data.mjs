/** What the Lab learns from: 10,000 images of 28 x 28 pixels in ten classes, as IDX files, and a table of 1,000,000 rows of 20 numbers. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { generator } from '../../packages/kudari/dist/index.js'
import { csvFile, folder, makeData } from '../data.mjs'
import { workloads } from '../workloads.mjs'

export const images = { rows: 10_000, side: 28, classes: 10, files: ['lab-images-idx3-ubyte', 'lab-labels-idx1-ubyte'].map((name) => `${folder}/${name}`) }

const DIMENSIONS_OF_BYTES = 0x0800

function idx(sizes, bytes) {
  const header = Buffer.alloc(4 + 4 * sizes.length)
  header.writeUInt32BE(DIMENSIONS_OF_BYTES + sizes.length)
  for (const [i, size] of sizes.entries()) header.writeUInt32BE(size, 4 + 4 * i)
  return Buffer.concat([header, bytes])
}

/** Two blobs whose places tell the class, each a little off, in noise. */
export function makeImages() {
  const { rows, side, classes, files } = images
  if (files.every((file) => existsSync(file))) return
  mkdirSync(folder, { recursive: true })
  const random = generator(1)
  const labels = Buffer.from(Array.from({ length: rows }, () => random.integer(classes)))
  const pixels = Buffer.alloc(rows * side * side)
  for (let row = 0, at = 0; row < rows; row++) {
    const angle = (2 * Math.PI * labels[row]) / classes
    const blobs = [9, 4].map((distance, i) => ({
      y: side / 2 + distance * Math.sin(angle * (1 + i)) + 1.5 * random.normal(),
      x: side / 2 + distance * Math.cos(angle * (1 + i)) + 1.5 * random.normal(),
    }))
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++, at++) {
        const light = blobs.reduce((sum, blob) => sum + Math.exp(-((y - blob.y) ** 2 + (x - blob.x) ** 2) / 12), 0)
        pixels[at] = Math.max(0, Math.min(255, Math.round(200 * light + 30 * random.normal())))
      }
  }
  writeFileSync(files[0], idx([rows, side, side], pixels))
  writeFileSync(files[1], idx([rows], labels))
}

/** The table of W9. */
export function makeTable() {
  makeData(workloads.W9)
  return csvFile
}
