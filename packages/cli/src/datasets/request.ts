/** One file asked of a web server: redirects followed, silence and breaks noticed, every failure in words. */
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { KudariError, type Message } from 'kudari'
import type { Io } from '../io.ts'
import { datasetMessages } from '../messages/datasets.ts'
import { proxyText } from './proxy.ts'

/** Trouble on the way to a file: another try may do better where it may pass, and another server in any case. */
export class ServerTrouble<Values = unknown> extends KudariError<Values> {
  readonly mayPass: boolean

  constructor(mayPass: boolean, text: Message<Values>, values: Values) {
    super('failure', text, values)
    this.mayPass = mayPass
  }
}

/** How servers are asked. */
export interface Link {
  readonly env: Io['env']
  readonly signal: AbortSignal
  /** Milliseconds without a single byte after which a connection counts as dead. */
  readonly patience: number
}

const REDIRECTS = 5

/** Codes of a connection that stood and broke; with any other, none came about. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'HPE_INVALID_EOF_STATE', 'ERR_STREAM_PREMATURE_CLOSE'])

/** An error of the connection, in words. What is not known is given back as it came. */
export function connectionTrouble(error: unknown, { host }: URL, env: Io['env']): unknown {
  if (!(error instanceof Error) || error instanceof KudariError || !('code' in error) || typeof error.code !== 'string') return error
  const { code } = error
  if (code === 'ABORT_ERR') return error
  if (broken.has(code)) return new ServerTrouble(true, datasetMessages.broken, { host, code })
  const { unreachable } = datasetMessages
  const text = {
    en: (v: { host: string; code: string }) => unreachable.en({ ...v, proxy: proxyText(env, 'en') }),
    ja: (v: { host: string; code: string }) => unreachable.ja({ ...v, proxy: proxyText(env, 'ja') }),
  }
  return new ServerTrouble(false, text, { host, code })
}

/** The answer to one request. Node's `fetch` would unpack what a server calls gzip, and then no length and no checksum holds. */
function ask(url: URL, headers: Readonly<Record<string, string>>, { signal, patience }: Link): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { get } = url.protocol === 'https:' ? https : http
    const request = get(url, { headers: { 'user-agent': 'kudari', ...headers }, signal, timeout: patience })
    let answer: IncomingMessage | undefined
    request.on('response', (response) => {
      answer = response
      resolve(response)
    })
    // The timeout stays with the connection, so that it watches over the body too.
    request.on('timeout', () => {
      const trouble = new ServerTrouble(true, datasetMessages.silent, { host: url.host, seconds: patience / 1000 })
      ;(answer ?? request).destroy(trouble)
    })
    request.on('error', reject)
  })
}

/**
 * Asks for a file, and follows where the server points.
 *
 * @throws ServerTrouble when no answer comes; an AbortError when the signal is given.
 */
export async function request(url: URL, headers: Readonly<Record<string, string>>, link: Link): Promise<IncomingMessage> {
  let at = url
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const answer = await ask(at, headers, link).catch((error: unknown) => {
      throw connectionTrouble(error, at, link.env)
    })
    const { statusCode = 0, headers: { location } } = answer
    if (statusCode < 300 || statusCode >= 400 || location === undefined) return answer
    answer.resume()
    if (!URL.canParse(location, at)) break
    at = new URL(location, at)
    if (!/^https?:$/.test(at.protocol)) break
  }
  throw new ServerTrouble(false, datasetMessages.badRedirect, { url: url.href })
}
