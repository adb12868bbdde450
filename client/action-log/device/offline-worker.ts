/**
 * The action log without a network. It caches what the pages of the log are made of; with a network the page is always the newest.
 * Nothing that was noted passes through here: what waits lies in the database of the page.
 */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  clients: { claim(): Promise<void> }
  location: Location
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void
}
const worker = self as unknown as Scope

/** Filled in when the client is built (vite.config.ts). */
const version = '%VERSION%'
const files = '%FILES%'.split(' ')

const shell = `carnet-${version}`
/** The authority's name and logo, which everybody may see. */
const site = 'carnet-site'
const sitePaths = ['/api/site', '/api/logo']

worker.addEventListener('install', (event) => {
  const fetched = files.map((path) => new Request(path, { cache: 'reload' }))
  event.waitUntil(caches.open(shell).then((cache) => cache.addAll(fetched)))
})

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('carnet-') && name !== shell && name !== site)
    await Promise.all(old.map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(tidy())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (files.includes(pathname)) event.respondWith(fromCache(request))
  else if (sitePaths.includes(pathname)) event.respondWith(networkFirst(request))
})

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const held = await caches.match('/index.html', { cacheName: shell })
    if (held) return held
    throw error
  }
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
