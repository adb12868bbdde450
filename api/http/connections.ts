/** Shares connections out among addresses: one machine that holds thousands open leaves room for everybody else. */
import type { Server } from 'node:net'
import type { Express } from 'express'
import { holderOf, isOwnMachine } from './rate-limit.ts'

/** Connections the process holds open. */
export const mostConnections = 4_000
/** One address in four parts: a school of a hundred and fifty pupils whose browsers open six each stays below it. */
const partsOfAddress = 4

/** Whether an address stands for many people: this machine, or a proxy that TRUST_PROXY names, which shares out its own. */
export const standsForMany = (app: Express) => {
  const isTrusted = app.get('trust proxy fn') as (address: string, hop: number) => boolean
  return (address: string): boolean => isOwnMachine(address) || isTrusted(address, 0)
}

/** The addresses stay in memory while a connection of theirs is open. */
export function shareConnections(server: Server, most: number, isMany: (address: string) => boolean): void {
  server.maxConnections = most
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress
    if (address === undefined || isMany(address)) return
    const holder = holderOf(address)
    const count = (open.get(holder) ?? 0) + 1
    if (count > most / partsOfAddress) return void socket.destroy()
    open.set(holder, count)
    socket.once('close', () => {
      const left = (open.get(holder) ?? 1) - 1
      if (left > 0) open.set(holder, left)
      else open.delete(holder)
    })
  })
}
