/** What is meant by the files that were given: one table, images with their labels, or a folder of images. */
import { type ImageFolder, imageFolder } from '@kudari/readers'
import { KudariError } from 'kudari'
import { workerMessages } from './messages.ts'

export interface GivenFile {
  /** Where it lies in what was given, with `/` between. */
  readonly path: string
  readonly file: File
}

export type Given =
  | { readonly kind: 'table'; readonly table: GivenFile }
  | { readonly kind: 'labelled'; readonly images: GivenFile; readonly labels: GivenFile }
  | { readonly kind: 'folder'; readonly folder: ImageFolder }

/** So many names are listed where there are too many files. */
const NAMED = 3

const isHidden = ({ path }: GivenFile): boolean => /(?:^|\/)\./.test(path)
const isPicture = ({ path }: GivenFile): boolean => /\.(?:png|jpe?g)$/i.test(path)
const isLabels = ({ path }: GivenFile): boolean => /labels|idx1/i.test(path)

/**
 * The paths of images as seen from the folder that holds the folders of their classes, and that folder's name.
 *
 * @example
 * seenFromFolder(['pets/cat/1.png', 'pets/dog/1.png']) // { name: 'pets', paths: ['cat/1.png', 'dog/1.png'] }
 * seenFromFolder(['cat/1.png', 'dog/1.png']) // { name: 'images', paths: ['cat/1.png', 'dog/1.png'] }
 */
export function seenFromFolder(paths: readonly string[]): { readonly name: string; readonly paths: readonly string[] } {
  const [first] = paths[0].split('/')
  const isCommon = paths.every((path) => path.startsWith(`${first}/`))
  // The last folder before an image is its class, and stays.
  const hasClasses = paths.some((path) => path.split('/').length > 2)
  return isCommon && hasClasses ? { name: first, paths: paths.map((path) => path.slice(first.length + 1)) } : { name: 'images', paths }
}

function folderOf(files: readonly GivenFile[]): ImageFolder {
  const { name, paths } = seenFromFolder(files.map(({ path }) => path))
  const byPath = new Map(files.map(({ file }, i) => [paths[i], file]))
  const folder = imageFolder(name, paths, async (path) => new Uint8Array(await byPath.get(path)!.arrayBuffer()))
  if (folder.images[0].label === undefined) throw new KudariError('data', workerMessages.noClasses, { name: folder.images[0].name })
  return folder
}

/** @throws KudariError when the files are not one thing to learn from. */
export function meantBy(all: readonly GivenFile[]): Given {
  const files = all.filter((file) => !isHidden(file))
  const [first] = files
  if (!first) throw new KudariError('usage', workerMessages.noFiles, undefined)
  if (files.some(isPicture)) return { kind: 'folder', folder: folderOf(files) }
  const labels = files.filter(isLabels)
  if (files.length === 1) {
    if (/idx1/i.test(first.path)) throw new KudariError('usage', workerMessages.onlyLabels, { name: first.path })
    return { kind: 'table', table: first }
  }
  if (files.length === 2 && labels.length === 1) return { kind: 'labelled', images: files.find((file) => !isLabels(file))!, labels: labels[0] }
  throw new KudariError('usage', workerMessages.tooManyFiles, { count: files.length, names: files.slice(0, NAMED).map(({ path }) => path) })
}
