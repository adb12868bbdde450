/** Serves the built pages from memory, as the build compressed them: what is not in the folder cannot be asked for. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'
import { hasSession } from '../accounts/visitor.ts'

const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt', '.map', '.wasm'])
const brotli = promisify(brotliCompress)
/** For what the build left as it was. */
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** `gzip` is made for the first that asks for it: browsers take what Brotli made. */
type Served = { plain: Buffer; br: Buffer | null; gzip: (() => Promise<Buffer>) | null; tag: string }

/** Writes into a page what its address says of itself; null leaves it as it was built. */
export type PageWriter = (req: Request) => Promise<((page: string) => string) | null>

const mostWritten = 128

/**
 * @param folder the built client; a page saying what to type is served when it is not there
 * @param writer of pages that are not the same at each address
 */
export function clientFiles(folder: string, writer: PageWriter = async () => null): RequestHandler {
  const files = new Map<string, Promise<Served> | null>(namesIn(folder).map((name) => [name, null]))
  // read before anybody asks: pages built anew in the same folder take nothing from those that are open
  const contents = new Map([...files.keys()].map((name) => [name, contentOf(join(folder, name))]))
  const written = new Map<string, Promise<Served>>()

  function served(name: string): Promise<Served> | null {
    if (!files.has(name)) return null
    const known = files.get(name) ?? prepared(contents.get(name)!, join(folder, name))
    files.set(name, known)
    return known
  }

  /** The page with what its address says, compressed once for the same words. */
  async function pageOf(req: Request, file: Served): Promise<Served> {
    // a store that does not answer leaves the page as it is: it says so itself
    const write = await writer(req).catch(() => null)
    if (write === null) return file
    const page = write(file.plain.toString())
    const known = written.get(page) ?? compressed(Buffer.from(page))
    written.set(page, known)
    if (written.size > mostWritten) written.delete(written.keys().next().value!)
    return known
  }

  return async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const path = decodeURIComponent(req.path).slice(1)
    const isPage = !path.split('/').at(-1)!.includes('.')
    const first = isPage && !files.has(path) ? firstPageAt(path) : undefined
    const name = !isPage || files.has(path) ? path : first && files.has(first.page) ? first.page : 'index.html'
    res.locals.route = isPage ? 'page' : 'file'
    const file = await served(name)
    if (file) askAhead(req, res, first)
    if (file) return send(req, res, name, isPage ? await pageOf(req, file) : file)
    if (isPage) return notBuilt(res)
    next()
  }
}

/** `asks`: what the page will ask of the api, sent for while its scripts are on their way; of the staff, once logged in. */
type FirstPage = { at: RegExp; page: string; asks: readonly string[]; isStaff?: boolean }

const ofStaff = ['/api/site', '/api/me', '/api/authority']
/** Addresses where it is known what is needed first; some have a page of their own, which names the files. */
const firstPages: readonly FirstPage[] = [
  { at: /^$/, page: 'index.html', asks: ['/api/site', '/api/questionnaires'] },
  { at: /^q\//, page: 'question.html', asks: [] },
  { at: /^gerer$/, page: 'staff.html', asks: [...ofStaff, '/api/today'], isStaff: true },
  { at: /^(?:gerer|analyse|concevoir|terrain|ecoute)(?:\/|$)/, page: 'staff.html', asks: ofStaff, isStaff: true },
  { at: /^connexion$/, page: 'staff.html', asks: [] },
]

const firstPageAt = (path: string) => firstPages.find(({ at }) => at.test(path))

function askAhead(req: Request, res: Response, { asks = [], isStaff = false }: Partial<FirstPage> = {}) {
  if (asks.length === 0 || (isStaff && !hasSession(req))) return
  res.set('Link', asks.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`).join(', '))
}

const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    : []

function contentOf(path: string): Promise<Buffer> {
  const content = readFile(path)
  content.catch(() => {}) // said when it is asked for
  return content
}

async function prepared(content: Promise<Buffer>, path: string): Promise<Served> {
  const plain = await content
  if (!compressible.has(extname(path)) || plain.length < 1_000)
    return { plain, br: null, gzip: null, tag: tagOf(plain) }
  return compressed(plain, () => readFile(`${path}.br`))
}

const tagOf = (plain: Buffer) => `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`

/** @param built what the build compressed already, when there is such a file */
async function compressed(plain: Buffer, built = async () => brotli(plain, options)): Promise<Served> {
  const br = await built().catch(() => brotli(plain, options))
  let zipped: Promise<Buffer> | undefined
  return { plain, br, gzip: () => (zipped ??= promisify(gzip)(plain, { level: 9 })), tag: tagOf(plain) }
}

async function send(req: Request, res: Response, name: string, file: Served) {
  res.set('Cache-Control', lastingOf(name))
  res.set('ETag', file.tag).vary('Accept-Encoding').type(extname(name))
  if (req.get('if-none-match') === file.tag) return void res.status(304).end()
  // browsers name gzip first and mean no preference by it
  const encoding = (file.br && req.acceptsEncodings('br')) || (file.gzip && req.acceptsEncodings('gzip')) || 'identity'
  const body = (encoding === 'br' && file.br) || (encoding === 'gzip' && (await file.gzip?.())) || file.plain
  if (body !== file.plain) res.set('Content-Encoding', encoding)
  res.set('Content-Length', String(body.length)).end(req.method === 'HEAD' ? undefined : body)
}

/** Files of assets/ carry their own hash in their name; a sign that changes may be seen an hour later. */
const lastingOf = (name: string) =>
  name.startsWith('assets/')
    ? 'public, max-age=31536000, immutable'
    : /\.(svg|png)$/.test(name)
      ? 'public, max-age=3600'
      : 'no-cache'

function notBuilt(res: Response) {
  const text = 'Les pages ne sont pas encore construites : lancez le serveur par « npm start ».'
  res.status(503).type('html').send(`<!doctype html><html lang="fr"><title>Questionnaires</title><p>${text}</p></html>`)
}
