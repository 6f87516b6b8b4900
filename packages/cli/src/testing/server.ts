/** A web server of the test's own, with the virtues and vices of real ones. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** How a request is answered. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface Served {
  /** Its address, ending in a slash. */
  readonly url: string
  /** What was asked so far. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  readonly close: () => Promise<unknown>
}

/** Starts a server on a free port; the n-th request gets the n-th answer, and all later ones the last. */
export async function serve(...answers: readonly Answer[]): Promise<Served> {
  const requests: { path: string; headers: IncomingHttpHeaders }[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)]
    requests.push({ path: request.url ?? '', headers: request.headers })
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      return closed
    },
  }
}

const etagOf = (content: Uint8Array): string => `"${createHash('md5').update(content).digest('hex')}"`

/** The first byte of a part that is asked for, if the request holds for this version of the content. */
function startOf({ headers }: IncomingMessage, content: Uint8Array): number | undefined {
  const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1]
  return start !== undefined && headers['if-range'] === etagOf(content) ? Number(start) : undefined
}

/** Serves the files of a folder as a good server does: with ETag, Range and If-Range (RFC 9110, 13 and 14). */
export const files =
  (folder: Readonly<Record<string, Uint8Array>>): Answer =>
  (request, response) => {
    const content = folder[(request.url ?? '').slice(1)]
    if (content === undefined) return void response.writeHead(404).end('no such file')
    const start = startOf(request, content)
    const headers = { etag: etagOf(content), 'content-length': content.length - (start ?? 0) }
    if (start === undefined) return void response.writeHead(200, headers).end(content)
    response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }).end(content.subarray(start))
  }

/** Promises all of the content, and sends a part of it; once `arrived` resolves, the line is cut. */
export const partOf =
  (content: Uint8Array, bytes: number, arrived: () => Promise<unknown>): Answer =>
  async (_request, response) => {
    response.writeHead(200, { etag: etagOf(content), 'content-length': content.length })
    response.write(content.subarray(0, bytes))
    await arrived()
    response.destroy()
  }

/** Never comes: the line is not cut, but nothing more is sent. */
export const silence = (): Promise<never> => new Promise(() => undefined)

/** Resolves when a file has so many bytes: what a cut line had not delivered would be lost. */
export async function hasBytes(path: string, bytes: number): Promise<void> {
  while ((await stat(path).catch(() => undefined))?.size !== bytes) await pause(10)
}

/** Answers with a status and a page. */
export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(code, headers).end('a page of the server')
