/** The labels of images in IDX: a file of their own, which lies beside the images under a name like theirs. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Io } from '../io.ts'
import { resolvePath } from './paths.ts'

/** `t10k-labels-idx1-ubyte` for `t10k-images-idx3-ubyte`; undefined for another name. */
export function labelsName(images: string): string | undefined {
  const name = basename(images)
  const labels = name.replace(/images([-.])idx[34]/, 'labels$1idx1')
  return labels === name ? undefined : labels
}

/**
 * Where the labels of a table are: the file that was told, else the one beside the images, packed or not.
 *
 * @param told with `--labels`.
 * @returns undefined where there are none, as for a table of another kind.
 */
export async function labelsPath(io: Io, data: string, told: string | undefined): Promise<string | undefined> {
  const name = labelsName(data)
  if (told !== undefined || name === undefined) return told
  const bare = name.replace(/\.gz$/, '')
  for (const each of [name, bare, `${bare}.gz`]) {
    const path = join(dirname(data), each)
    const isThere = await stat(resolvePath(io.cwd, path)).then((info) => info.isFile(), () => false)
    if (isThere) return path
  }
  return undefined
}
