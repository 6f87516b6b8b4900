/**
 * Keeps the page's files in the browser, so that it opens without a network; and gives its pages the headers that isolate them
 * from other origins, without which there are no threads, on hosts that do not send them.
 */
interface WorkerScope extends EventTarget {
  readonly caches: CacheStorage
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  readonly registration: { readonly scope: string }
}
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Event {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

const scope = self as unknown as WorkerScope
const CACHE = 'kudari-lab'

/** Files whose names change with their contents never change. */
const isHashed = (url: URL): boolean => url.pathname.includes('/assets/')

const isolated = (response: Response): Response => {
  // An answer without a status to read, such as one from another origin, is handed on as it is.
  if (response.status === 0) return response
  const headers = new Headers(response.headers)
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

async function fromNetwork(request: Request): Promise<Response> {
  const response = await fetch(request)
  if (response.ok) await (await scope.caches.open(CACHE)).put(request, response.clone())
  return response
}

/** Hashed files from the cache; everything else from the network, and from the cache where there is none. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const known = await scope.caches.match(request, { ignoreSearch: request.mode === 'navigate' })
  if (known && isHashed(url)) return isolated(known)
  try {
    return isolated(await fromNetwork(request))
  } catch (error) {
    if (known) return isolated(known)
    throw error
  }
}

/** All files of the site, as the build has listed them; those of an older build go. */
async function keepAll(): Promise<void> {
  const list = (await (await fetch(new URL('files.json', scope.registration.scope), { cache: 'no-cache' })).json()) as string[]
  const cache = await scope.caches.open(CACHE)
  const wanted = new Set(list.map((name) => new URL(name, scope.registration.scope).href))
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  await Promise.all([...kept].filter((url) => isHashed(new URL(url)) && !wanted.has(url)).map((url) => cache.delete(url)))
  await cache.addAll([...wanted].filter((url) => !kept.has(url)))
}

scope.addEventListener('install', (event) => (event as Extendable).waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => (event as Extendable).waitUntil(scope.clients.claim()))
scope.addEventListener('message', (event) => (event as Extendable).waitUntil(keepAll().catch(() => {})))
scope.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching
  const { origin, pathname } = new URL(request.url)
  // Data that the command serves is not the page's to keep.
  if (request.method !== 'GET' || origin !== new URL(scope.registration.scope).origin || pathname.includes('/data/')) return
  respondWith.call(event, answer(request))
})
