/**
 * A service worker that holds the pages of one entrance, so that they open without a network. What was answered or noted never
 * passes through it: it lies in the databases of the pages. Each worker is built into one file (`build/workers.ts`).
 */
import { type HeldScript, holdAsScript } from './held-script.ts'
import { dataOf } from './names.ts'

type Lasting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & { request: Request; respondWith(answer: Promise<Response>): void }
type Syncing = Lasting & { tag: string }
type Client = { url: string }
type Scope = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void>; matchAll(what: { type: 'window' }): Promise<readonly Client[]> }
  location: Location
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void
  addEventListener(type: 'sync', act: (event: Syncing) => void): void
  addEventListener(type: 'message', act: (event: MessageEvent) => void): void
}
export const worker = self as unknown as Scope

export type HeldPages = {
  /** First word of the names of its caches. */
  name: string
  /** Changes with any file. */
  version: string
  files: readonly string[]
  /** Of those, a module to be held as a script. */
  engine?: HeldScript
  /** The file behind the address of a page; null for a page of another entrance. */
  pageAt(pathname: string): string | null
  /** `held`: the page of the version that is installed, at once; `newest`: that of the network, while there is one. */
  shows: 'held' | 'newest'
  /** Addresses of what everybody may know, with their search; the network is asked first. */
  data: RegExp
  /** Many people use the device: the browser may hold no frozen page behind its back button. */
  isShared?: true
}

/** WebKit may give a module that waits unfinished to its second importer (bug 242740), and only Chromium gains by the script. */
const isChromium = 'userAgentData' in navigator

/** Holds the pages. A new version waits until the page says « activate », or until no page of the old one is open. */
export function holdPages(pages: HeldPages): void {
  const shell = `${pages.name}-${pages.version}`
  const data = dataOf(pages.name)

  worker.addEventListener('install', (event) => {
    const hold = async () => {
      const cache = await caches.open(shell)
      await cache.addAll(pages.files.map(asked))
      if (pages.engine && isChromium) await holdAsScript(cache, pages.engine)
    }
    event.waitUntil(hold())
  })

  worker.addEventListener('activate', (event) => {
    const tidy = async () => {
      const known = (await caches.keys()).filter((name) => name.startsWith(`${pages.name}-`))
      await Promise.all(known.filter((name) => name !== shell && name !== data).map((name) => caches.delete(name)))
      await worker.clients.claim()
    }
    event.waitUntil(tidy())
  })

  worker.addEventListener('message', ({ data }) => {
    if (data === 'activate') void worker.skipWaiting()
  })

  worker.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname, search } = new URL(request.url)
    if (request.method !== 'GET' || origin !== worker.location.origin) return
    const page = request.mode === 'navigate' ? pages.pageAt(pathname) : null
    if (page !== null) event.respondWith(pages.shows === 'held' ? heldPage(page) : newestPage(request, page))
    else if (pages.files.includes(pathname)) event.respondWith(heldFile(request))
    else if (pages.data.test(`${pathname}${search}`)) event.respondWith(networkFirst(request))
  })

  const inShell = (path: string | Request) => caches.match(path, { cacheName: shell })
  /** A module comes as a new answer: of one that is held, a browser writes down what it compiles while somebody waits, and reads it at no visit. */
  const heldFile = async (request: Request) => {
    const held = await inShell(request)
    if (held === undefined) return fetch(request)
    return new URL(request.url).pathname === pages.engine?.script ? held : new Response(await held.blob(), held)
  }

  async function heldPage(file: string): Promise<Response> {
    const found = (await inShell(file)) ?? (await fetch(file))
    if (!pages.isShared) return found
    const headers = new Headers(found.headers)
    headers.set('cache-control', 'no-store')
    return new Response(found.body, { status: found.status, headers })
  }

  async function newestPage(request: Request, file: string): Promise<Response> {
    try {
      return await fetch(request)
    } catch (error) {
      const held = await inShell(file)
      if (held) return held
      throw error
    }
  }

  async function networkFirst(request: Request): Promise<Response> {
    const cache = await caches.open(data)
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
}

/** A file that carries its own hash is taken from the browser, which has just fetched it. */
const asked = (path: string) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })
