/** Images as rows of a table: their size, and how many columns they take. */

/**
 * The size of the images that the rows of a table are: a column a pixel, row by row from the top left, the channels of a pixel
 * side by side, values from 0 (black) to 255.
 */
export interface ImageSize {
  readonly height: number
  readonly width: number
  /** 1: grey; 3: red, green, blue. */
  readonly channels: number
}

/** How many columns an image takes. */
export const pixelCount = ({ height, width, channels }: ImageSize): number => height * width * channels

/** `28 x 28`, or `28 x 28 x 3`: height, width, and channels unless there is one. */
export const imageText = ({ height, width, channels }: ImageSize): string =>
  [height, width, ...(channels === 1 ? [] : [channels])].join(' x ')
