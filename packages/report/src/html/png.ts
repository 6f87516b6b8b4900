/** Pictures inside of the page: bytes as PNG in a data URI. */
import { encode } from 'fast-png'

/**
 * A picture as a data URI.
 *
 * @param pixels bytes, row by row from the top left; `channels` of them a pixel: 1 grey, 3 red, green and blue, 4 with opacity.
 * @example
 * pngUri({ width: 1, height: 1, channels: 1, pixels: [255] }) // 'data:image/png;base64,iVBORw0KG...', one white pixel
 */
export function pngUri({ width, height, channels, pixels }: {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly pixels: readonly number[]
}): string {
  const bytes = encode({ width, height, channels, depth: 8, data: Uint8Array.from(pixels) })
  return `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
