/** The format of a file: by its first bytes where they tell, else by its name. */
import { KudariError, type Message } from 'kudari'
import { isIdx } from './images/idx.ts'
import { readerMessages } from './messages.ts'
import type { Format } from './options.ts'

const text = (head: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...head.subarray(start, start + length))

const kind = (en: string, ja: string): Message => ({ en: () => en, ja: () => ja })

/** Files that people mistake for tables, by the bytes they begin with. */
const others: readonly (readonly [string, Message])[] = [
  ['\u0089PNG', kind('a PNG image', 'PNG 画像')],
  ['\u00ff\u00d8\u00ff', kind('a JPEG image', 'JPEG 画像')],
  ['GIF8', kind('a GIF image', 'GIF 画像')],
  ['%PDF', kind('a PDF document', 'PDF 文書')],
  ['PK\u0003\u0004', kind('a ZIP archive or an Excel workbook', 'ZIP 書庫か Excel ブック')],
  ['\u00d0\u00cf\u0011\u00e0', kind('an old Excel workbook', '古い形式の Excel ブック')],
  ['SQLite format 3', kind('an SQLite database', 'SQLite データベース')],
  ['\u007fELF', kind('a program', 'プログラム')],
]

/** The ending of a name, that of a packed file within it. */
function ending(name: string): string {
  const bare = name.toLowerCase().replace(/\.gz$/, '')
  return /\.([a-z0-9]+)$/.exec(bare)?.[1] ?? ''
}

/**
 * The format of a file.
 *
 * @param head its first bytes, unpacked.
 * @throws KudariError when it is something that is known not to be a table.
 */
export function detectFormat(head: Uint8Array, name: string): Format {
  if (head.length === 0) throw new KudariError('data', readerMessages.empty, { source: name })
  if (text(head, 0, 4) === 'PAR1') return 'parquet'
  if (isIdx(head)) return 'idx'
  for (const [magic, what] of others)
    if (text(head, 0, magic.length) === magic) throw new KudariError('data', readerMessages.notATable, { source: name, what })
  // `t10k-images-idx3-ubyte`: if it does not begin as such a file does, that is what has to be said.
  if (/[-.]idx\d-/.test(name)) return 'idx'
  const told = ending(name)
  if (told === 'csv' || told === 'tsv' || told === 'json' || told === 'parquet') return told
  if (told === 'jsonl' || told === 'ndjson') return 'jsonl'
  const start = text(head, 0, Math.min(head.length, 4096)).replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (start.startsWith('[')) return /^\[\s*[{\]]/.test(start) ? 'json' : 'csv'
  // An object that ends on its line is one record of many; one that goes on is an object of lists.
  if (start.startsWith('{')) return /^\{[^\n]*\}\s*(?:\n|$)/.test(start) && !/^\{\s*"[^"]*"\s*:\s*\[/.test(start) ? 'jsonl' : 'json'
  return 'csv'
}
