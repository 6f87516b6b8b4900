/** Pictures as files: SVG as text, and as pixels. */
import type { Composed } from './compose.ts'

/** Pixels of a PNG for each of the page's: sharp on paper and on a projector. */
const SCALE = 2

export const svgText = ({ svg }: Composed): string => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`

export async function png(picture: Composed): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svgText(picture)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = picture.width * SCALE
    canvas.height = picture.height * SCALE
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError('the picture is too large'))), 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}
