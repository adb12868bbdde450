/** Serves the built pages from memory, each file compressed once: what is not in the folder cannot be asked for. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt', '.map', '.wasm'])
const brotli = promisify(brotliCompress)

type Served = { plain: Buffer; br: Buffer | null; gzip: Buffer | null; tag: string }

/** @param folder the built client; a page saying what to type is served when it is not there */
export function clientFiles(folder: string): RequestHandler {
  const files = new Map<string, Promise<Served> | null>(namesIn(folder).map((name) => [name, null]))

  function served(name: string): Promise<Served> | null {
    if (!files.has(name)) return null
    const known = files.get(name) ?? prepared(join(folder, name))
    files.set(name, known)
    return known
  }

  return async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const path = decodeURIComponent(req.path).slice(1)
    const isPage = !path.split('/').at(-1)!.includes('.')
    const name = isPage && !files.has(path) ? 'index.html' : path
    res.locals.route = isPage ? 'page' : 'file'
    const file = await served(name)
    if (file) return send(req, res, name, file)
    if (isPage) return notBuilt(res)
    next()
  }
}

const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    : []

async function prepared(path: string): Promise<Served> {
  const plain = await readFile(path)
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  if (!compressible.has(extname(path)) || plain.length < 1_000) return { plain, br: null, gzip: null, tag }
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return { plain, br: await brotli(plain, options), gzip: await promisify(gzip)(plain, { level: 9 }), tag }
}

function send(req: Request, res: Response, name: string, file: Served) {
  // files of assets/ carry their own hash in their name
  res.set('Cache-Control', name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  res.set('ETag', file.tag).vary('Accept-Encoding').type(extname(name))
  if (req.get('if-none-match') === file.tag) return void res.status(304).end()
  const encoding = req.acceptsEncodings(['br', 'gzip', 'identity'])
  const body = (encoding === 'br' && file.br) || (encoding === 'gzip' && file.gzip) || file.plain
  if (body !== file.plain) res.set('Content-Encoding', encoding as string)
  res.set('Content-Length', String(body.length)).end(req.method === 'HEAD' ? undefined : body)
}

function notBuilt(res: Response) {
  const text = 'Les pages ne sont pas encore construites : lancez le serveur par « npm start ».'
  res.status(503).type('html').send(`<!doctype html><html lang="fr"><title>Questionnaires</title><p>${text}</p></html>`)
}
