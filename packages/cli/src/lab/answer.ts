/** How the Lab's server answers a request. */
import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { ServedFile, ServedFiles } from './served.ts'

/**
 * With every answer: the page is isolated from other origins, so that it may use threads; no other page may read or embed
 * anything of it; types are what they are said to be; and no address of it is told to anybody.
 */
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const

/** Ways to compress what is sent, the best first. (Brotli's highest levels would take longer than they save.) */
const encodings: readonly (readonly [name: string, start: () => Transform])[] = [
  ['br', () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ['gzip', () => createGzip()],
]

/** Of the encodings that the browser takes, the best. */
const encodingFor = ({ headers: { 'accept-encoding': accepted = '' } }: IncomingMessage) =>
  encodings.find(([name]) => String(accepted).split(',').some((each) => each.split(';')[0].trim() === name && !/;\s*q=0(?:\.0*)?\s*$/.test(each)))

/** Whether this machine was asked by its own name: a page elsewhere could give its name our address (DNS rebinding). */
const isOwnHost = (host: string | undefined): boolean => /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/i.test(host ?? '')

/** The path of an address, decoded; undefined where there is none. */
function pathOf(url: string | undefined): string | undefined {
  try {
    return decodeURIComponent(new URL(url ?? '', 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

function refuse(response: ServerResponse, status: number, text: string, more: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8', ...more }).end(`${text}\n`)
}

/** Sends a file, in a stream. */
async function send({ file, type, isText, cache }: ServedFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const opened = await open(file).catch(() => undefined)
  if (!opened) return refuse(response, 404, 'the file is no longer there')
  const { size } = await opened.stat()
  const encoding = isText ? encodingFor(request) : undefined
  response.writeHead(200, {
    ...headers,
    'content-type': type,
    'cache-control': cache,
    ...(isText && { vary: 'accept-encoding' }),
    ...(encoding ? { 'content-encoding': encoding[0] } : { 'content-length': size }),
  })
  if (request.method === 'HEAD') {
    response.end()
    return opened.close()
  }
  // Who asked may have gone, or the file grown shorter: either way the answer breaks off, and there is nobody to tell.
  const stream = opened.createReadStream()
  await (encoding ? pipeline(stream, encoding[1](), response) : pipeline(stream, response)).catch(() => undefined)
}

/** Answers a request for one of the files. */
export async function answer(files: ServedFiles, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOwnHost(request.headers.host)) return refuse(response, 403, 'only http://127.0.0.1 and http://localhost are served')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'only GET and HEAD are allowed', { allow: 'GET, HEAD' })
  const found = files.get(pathOf(request.url) ?? '')
  return found ? send(found, request, response) : refuse(response, 404, 'there is no such file')
}
