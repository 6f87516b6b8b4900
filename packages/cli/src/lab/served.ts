/** What the Lab's server serves: the files of the page and the data that were named, each at its path, and nothing else. */
import { readdir } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'

/** A file and how it goes to the browser. */
export interface ServedFile {
  /** Where it lies. */
  readonly file: string
  readonly type: string
  /** Whether it is worth being compressed. */
  readonly isText: boolean
  /** How long the browser may keep it: the value of Cache-Control. */
  readonly cache: string
}

/** Files by the path of their address, decoded. What is not in the list cannot be asked for, whatever a path looks like. */
export type ServedFiles = ReadonlyMap<string, ServedFile>

const binary = 'application/octet-stream'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const isText = (type: string): boolean => /^text\/|javascript|json|wasm|svg/.test(type)

/** Vite puts what has its hash in its name into this folder: under one name there will always be the same bytes. */
const hashed = '/assets/'

function siteFile(path: string, file: string): ServedFile {
  const type = types[extname(file).toLowerCase()] ?? binary
  return { file, type, isText: isText(type), cache: path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache' }
}

/** Where a file of the data is, in an address. */
const dataPath = (file: string): string => `/data/${basename(file)}`

/** The query by which the page is told of the data. */
export const dataQuery = (data: readonly string[]): string =>
  data.length === 0 ? '' : `?${data.map((file) => `data=${encodeURIComponent(basename(file))}`).join('&')}`

/**
 * Everything that is served.
 *
 * @param site the folder of the page.
 * @param data the files of the data, if there are any: a table, or images and their labels.
 */
export async function servedFiles(site: string, data: readonly string[]): Promise<ServedFiles> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true })
  const files = new Map<string, ServedFile>()
  for (const entry of entries) {
    // A link could lead anywhere.
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(site, file).split(sep).join('/')}`
    files.set(path, siteFile(path, file))
  }
  files.set('/', files.get('/index.html')!)
  // As bytes, whatever it is: as a page of this origin a file could run.
  for (const file of data) files.set(dataPath(file), { file, type: binary, isText: false, cache: 'no-store' })
  return files
}
