/** The router: the name a browser asked for says which process answers; a name nobody has gets a clear page. */
import type { RequestHandler } from 'express'

const http = process.getBuiltinModule('node:http')
const silentMs = 60_000
/** Of one connection, not of the message: never passed on. */
const hops = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'upgrade']

/**
 * @param portOf port of the site of a host name, on this machine; null while it starts again, undefined when there is none
 * @param behindProxy what a proxy in front says of the person is believed; else it is written here
 */
export function routerOf(portOf: (host: string) => number | null | undefined, behindProxy: boolean): RequestHandler {
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 64 })
  return (req, res) => {
    const host = (req.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
    const port = portOf(host)
    if (port === undefined || port === null) {
      const [status, words] = port === null ? [503, starting] : [404, unknown]
      res.set('Cache-Control', 'no-store').status(status).type('html').send(words)
      return
    }
    const from = req.socket.remoteAddress ?? ''
    const before = behindProxy ? req.headers['x-forwarded-for'] : undefined
    const headers = {
      ...Object.fromEntries(Object.entries(req.headers).filter(([name]) => !hops.includes(name))),
      'x-forwarded-for': before === undefined ? from : `${before}, ${from}`,
      'x-forwarded-proto': req.protocol,
      'x-forwarded-host': undefined,
    }
    const passed = http.request(
      { host: '127.0.0.1', port, method: req.method, path: req.originalUrl, headers: withoutVoid(headers), agent },
      (answer) => {
        const passedOn = Object.entries(answer.headers).filter(([name]) => !hops.includes(name))
        res.writeHead(answer.statusCode ?? 502, Object.fromEntries(passedOn))
        answer.pipe(res)
        answer.once('error', () => res.destroy())
      },
    )
    passed.setTimeout(silentMs, () => passed.destroy())
    passed.once('error', () => {
      if (res.headersSent) res.destroy()
      else res.set('Cache-Control', 'no-store').status(503).type('html').send(starting)
    })
    res.once('close', () => passed.destroy())
    req.pipe(passed)
  }
}

const withoutVoid = (headers: Record<string, string | string[] | undefined>): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  )

const page = (title: string, words: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${words}</p></html>`
const unknown = page(
  'Aucun site à cette adresse',
  'Vérifiez l’adresse dans le message ou sur l’affiche qui vous l’a donnée.',
)
const starting = page(
  'Ce site redémarre',
  'Réessayez dans une minute. Ce que vous aviez tapé reste sur votre appareil.',
)
