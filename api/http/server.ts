/** An HTTP(S) server that does not wait for slow or endless requests, and that stops without cutting an answer short. */
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { Fault } from '../../cli/fault.ts'
import { mostConnections, shareConnections, standsForMany } from './connections.ts'
import { stoppable } from './stopping.ts'

// Imported as modules, they would load the whole of undici for names that nothing here uses
const http = process.getBuiltinModule('node:http')
const https = process.getBuiltinModule('node:https')

export type Listening = {
  port: number
  /** @param drainMs how long new requests are still refused in words before the port closes */
  close(drainMs?: number): Promise<void>
}
export type Limits = {
  /** Connections open at once. */
  most?: number
  /** Addresses that stand for many people, whose connections are not shared out. */
  isMany?: (address: string) => boolean
}

const limits = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 5_000 }

type Place = { port: number; host?: string | undefined; tls?: { cert: Buffer; key: Buffer } | null }

/** Listens and stops at once, before long work. @throws Fault as `listen` would */
export async function tryToListen(place: Place): Promise<void> {
  const server = made(() => {}, place.tls ?? null)
  await listening(server, place)
  await new Promise((resolve) => server.close(resolve))
}

/** @throws Fault when the port or the certificate cannot be used */
export async function listen(
  app: Express,
  place: Place,
  { most = mostConnections, isMany = standsForMany(app) }: Limits = {},
): Promise<Listening> {
  const { listener, stop } = stoppable(app)
  const server = made(listener, place.tls ?? null)
  server.keepAliveTimeout = 10_000
  server.maxRequestsPerSocket = 1_000
  shareConnections(server, most, isMany)
  await listening(server, place)
  return {
    port: (server.address() as AddressInfo).port,
    close: (drainMs = 0) => stop(server, drainMs),
  }
}

const listening = (server: Server, { port, host }: Place) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(refused(error, port)))
    server.listen({ port, ...(host ? { host } : {}) }, resolve)
  })

function made(app: RequestListener, tls: { cert: Buffer; key: Buffer } | null) {
  if (!tls) return http.createServer(limits, app)
  try {
    return https.createServer({ ...limits, ...tls }, app)
  } catch (error) {
    throw new Fault(
      'Le certificat ou sa clé (TLS_CERT, TLS_KEY) n’est pas lisible : donnez deux fichiers PEM qui vont ensemble.',
      {
        cause: error,
      },
    )
  }
}

function refused(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Fault(
      `Le port ${port} est déjà utilisé : arrêtez l’autre programme, ou tapez par exemple PORT=${port + 1} npm start.`,
    )
  if (error.code === 'EACCES')
    return new Fault(
      `Le port ${port} demande des droits d’administrateur : choisissez un port à partir de 1024, par exemple PORT=3000.`,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new Fault('HOST n’est pas une adresse de cette machine : corrigez-la, ou retirez HOST pour écouter partout.')
  return error
}
