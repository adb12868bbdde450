/** Ports of this machine: a free one, those of this process, and whether something answers. */
import { type AddressInfo, connect, createServer } from 'node:net'

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** So many that are this process's own, below those that the system gives to whoever asks for any. */
const own = 40
const first = 10_100 + (process.pid % 500) * own
let served = 0

/**
 * Serves pages at the first own port that is free: one server after the other stands at the same address, so that a browser
 * which compiled the pages of one has those of the next.
 */
export async function onOwnPort<T>(listen: (port: number) => Promise<T>): Promise<T> {
  served++
  for (let port = first; port < first + own; port++)
    try {
      return await listen(port)
    } catch (error) {
      if (!(await reachable(port))) throw error
    }
  return listen(0)
}

/** How many servers have stood at the own ports: what one of them gave is not read for another. */
export const serversSoFar = () => served

export function reachable(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
