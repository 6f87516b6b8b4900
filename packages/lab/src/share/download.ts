/** Saving: bytes of the page as a file of the user's. */

/** A name that every file system takes. */
export const safeName = (text: string): string => text.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^[._]+/, '').slice(0, 80) || 'kudari'

/** Without its endings: `titanic` for `titanic.csv.gz`. */
export const stem = (name: string): string => safeName(name.replace(/(?:\.[A-Za-z]\w{0,7}){1,2}$/, ''))

/** Milliseconds after which the browser has certainly begun to save. */
const BEGUN = 60_000

export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = safeName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), BEGUN)
}
