/** Where the rows to learn from come from: plain data, so that a link can hold it and a Worker can be told of it. */
import type { ReadOptions } from '@kudari/readers'
import { type SampleName, samples } from '../samples/samples.ts'
import type { MadeData } from '../samples/made.ts'

/** What can be told of a file instead of being detected. */
export type Reading = Pick<ReadOptions, 'encoding' | 'delimiter' | 'quote' | 'comment' | 'header' | 'channels'>

/** The classes that points can be drawn of. */
export const drawnClasses = ['A', 'B', 'C', 'D'] as const

/** Points that were put on the plane by hand: to tell classes apart, or with the second coordinate as what is to be predicted. */
export interface DrawnPoints {
  readonly task: 'regression' | 'classification'
  /** `[x1, x2, class]`, or `[x, y, 0]`. */
  readonly points: readonly (readonly [number, number, number])[]
}

export type DataSource =
  | { readonly kind: 'sample'; readonly name: SampleName }
  | { readonly kind: 'made'; readonly made: MadeData }
  | { readonly kind: 'drawn'; readonly drawn: DrawnPoints }
  /**
   * One file; or images with a file of labels, or a folder of images in folders named after their classes. `paths` tells for each
   * file where it lies in what was given, with `/` between; a file that is given alone has none.
   */
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly paths?: readonly string[]; readonly reading: Reading }

/** What a source is called where one name must do. */
export function nameOfSource(data: DataSource): string {
  if (data.kind === 'sample') return samples[data.name].file
  if (data.kind === 'made') return data.made.shape
  return data.kind === 'drawn' ? 'points' : (data.files[0]?.name ?? '')
}
