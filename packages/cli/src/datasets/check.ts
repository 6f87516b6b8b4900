/** Whether a file that is here is the one of the data set. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { DataFile } from './catalogue.ts'

/** SHA-256 of a file from a byte on, in hexadecimal digits. */
export async function sha256(path: string, start: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { start })) hash.update(piece)
  return hash.digest('hex')
}

/** What stands in the place of a file: nothing, the file, the file without its header, or something else. */
export type Standing = { readonly kind: 'missing' | 'right' | 'bare' } | { readonly kind: 'other'; readonly found: string }

/** Whether a file begins with a text; undefined where there is no file. */
async function beginsWith(path: string, text: string): Promise<boolean | undefined> {
  try {
    const file = await open(path)
    try {
      const expected = Buffer.from(text)
      const { buffer, bytesRead } = await file.read(Buffer.alloc(expected.length), 0, expected.length, 0)
      return bytesRead === expected.length && buffer.equals(expected)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Compares what is there with what the data set has. */
export async function standingOf(path: string, { header, sha256: expected }: DataFile): Promise<Standing> {
  const hasHeader = await beginsWith(path, header)
  if (hasHeader === undefined) return { kind: 'missing' }
  const found = await sha256(path, hasHeader ? Buffer.byteLength(header) : 0)
  if (found !== expected) return { kind: 'other', found }
  return { kind: hasHeader ? 'right' : 'bare' }
}
