/** An image as it is: painted again only if another one takes its place. */
import type { ImageSize } from 'kudari'
import { createMemo } from 'solid-js'
import { Painting } from '../canvas/painting.tsx'
import { paintImage } from './paint.ts'

export interface ImageProps {
  readonly size: ImageSize
  readonly pixels: Uint8Array
  readonly label?: string
}

const areSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((value, i) => value === b[i])

export function Image(props: ImageProps) {
  const own = createMemo(() => ({ size: props.size, pixels: props.pixels }), undefined, { equals: (a, b) => a.size.width === b.size.width && areSame(a.pixels, b.pixels) })
  return <Painting of={own} height={(width, { size }) => (width * size.height) / size.width} paint={paintImage} label={props.label} />
}
