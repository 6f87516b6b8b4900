/** A data set that only tests know: a file of 300 kB, and a table that comes without its header. */
import { createHash } from 'node:crypto'
import type { DataFile, DataSet } from '../datasets/catalogue.ts'

const digest = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Bytes without a period, so that no part is like another. */
const noise = Uint8Array.from({ length: 300_000 }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 255)
const table = Buffer.from('1,2.5\n2,3.5\n3,5.5\n')

/** What its home serves, by name. */
export const sampleFiles = { 'noise.bin': noise, 'table.data': table }

const file = (remote: keyof typeof sampleFiles, name: string, header: string): DataFile => ({
  remote,
  name,
  bytes: sampleFiles[remote].length,
  sha256: digest(sampleFiles[remote]),
  header,
})

export const sampleSet: DataSet = {
  name: 'sample',
  title: { en: () => 'for tests', ja: () => 'テスト用' },
  home: 'http://sample.invalid/about',
  license: 'CC0 1.0',
  bases: ['http://sample.invalid/'],
  files: [file('noise.bin', 'noise.bin', ''), file('table.data', 'table.csv', 'a,y\n')],
  next: { file: 'table.csv', options: '--target y' },
}
