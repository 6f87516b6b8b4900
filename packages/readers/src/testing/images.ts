/** Image files for tests, byte by byte. */

/** An IDX file: a type, sizes, and numbers as bytes. */
export function idxBytes(type: number, sizes: readonly number[], bytes: readonly number[]): Uint8Array {
  const header = Buffer.alloc(4 + 4 * sizes.length)
  header[2] = type
  header[3] = sizes.length
  for (const [i, size] of sizes.entries()) header.writeUInt32BE(size, 4 + 4 * i)
  return new Uint8Array(Buffer.concat([header, Buffer.from(bytes)]))
}
