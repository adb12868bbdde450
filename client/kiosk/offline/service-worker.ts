/**
 * The kiosk without a network. It caches the whole application when a version is installed; a new version waits
 * until the page says that nobody is answering. Answers never pass through here: nothing sent is ever cached.
 */
type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Waiting & { request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  location: Location
  addEventListener(type: 'install' | 'activate', act: (event: Waiting) => void): void
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void
  addEventListener(type: 'message', act: (event: MessageEvent) => void): void
}
const worker = self as unknown as Scope

/** Filled in when the client is built (vite.config.ts). */
const version = '%VERSION%'
const files = '%FILES%'.split(' ')

const shell = `kiosk-${version}`
/** The authority's name and logo, which everybody may see. */
const site = 'kiosk-site'
const sitePaths = ['/api/site', '/api/logo']

worker.addEventListener('install', (event) => {
  const fetched = files.map((path) => new Request(path, { cache: 'reload' }))
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(fetched)))
})

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('kiosk-') && name !== shell && name !== site)
    await Promise.all(old.map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(tidy())
})

worker.addEventListener('message', ({ data }) => {
  if (data === 'activate') void worker.skipWaiting()
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && /^\/kiosk\/?$/.test(pathname)) event.respondWith(page())
  else if (files.includes(pathname)) event.respondWith(fromCache(request))
  else if (sitePaths.includes(pathname)) event.respondWith(networkFirst(request))
})

/** Marked so that the browser holds no frozen copy of the page behind the back button. */
async function page(): Promise<Response> {
  const found = (await caches.match('/index.html', { cacheName: shell })) ?? (await fetch('/index.html'))
  const headers = new Headers(found.headers)
  headers.set('cache-control', 'no-store')
  return new Response(found.body, { status: found.status, headers })
}

const fromCache = async (request: Request) => (await caches.match(request, { cacheName: shell })) ?? fetch(request)

async function networkFirst(request: Request): Promise<Response> {
  const cache = await caches.open(site)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(request, fresh.clone())
    return fresh
  } catch (error) {
    const known = await cache.match(request)
    if (known) return known
    throw error
  }
}
