/** A TCP proxy between a driver and its server, that can behave like a bad network. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Piece = { data: Buffer; direction: 'to-server' | 'to-client'; connection: number }
/** What becomes of a piece of data: how long it waits, and after how many of its bytes the connection is cut. */
export type Fate = { waitMs?: number; cutAfter?: number }

export type TcpProxy = {
  port: number
  /** Nothing passes any more and nothing is closed, as when a machine hangs. */
  freeze(): void
  thaw(): void
  /** Asked for each piece of data; undefined: everything passes at once. */
  fate: ((piece: Piece) => Fate) | undefined
  /** Connections cut by `fate`. */
  cuts(): number
  close(): Promise<void>
}

export async function tcpProxy(target: number, port = 0): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>()
  let cuts = 0
  let frozen = false
  let thawed: (() => void)[] = []
  let connections = 0

  /** One direction of one connection: its pieces pass in order. */
  function pass(from: Socket, to: Socket, piece: Omit<Piece, 'data'>, cut: () => void) {
    let before: Promise<unknown> = Promise.resolve()
    const each = async (data: Buffer) => {
      if (frozen) await new Promise<void>((resolve) => thawed.push(resolve))
      const { waitMs = 0, cutAfter } = proxy.fate?.({ ...piece, data }) ?? {}
      if (waitMs > 0) await pause(waitMs)
      if (to.writable) to.write(data.subarray(0, cutAfter))
      if (cutAfter === undefined) return
      cuts++
      cut()
    }
    from.on('data', (data) => {
      before = before.then(() => each(data))
    })
    from.on('close', () => before.then(() => (frozen ? undefined : to.end())))
    from.on('error', () => {})
  }

  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    const connection = connections++
    const pair: [Socket, Socket] = [client, upstream]
    pairs.add(pair)
    const cut = () => {
      client.resetAndDestroy()
      upstream.resetAndDestroy()
      pairs.delete(pair)
    }
    upstream.on('error', () => client.destroy())
    client.on('close', () => pairs.delete(pair))
    pass(client, upstream, { direction: 'to-server', connection }, cut)
    pass(upstream, client, { direction: 'to-client', connection }, cut)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  const proxy: TcpProxy = {
    port: (server.address() as AddressInfo).port,
    fate: undefined,
    freeze() {
      frozen = true
    },
    thaw() {
      frozen = false
      for (const go of thawed) go()
      thawed = []
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const [client, upstream] of pairs) {
          client.destroy()
          upstream.destroy()
        }
      }),
  }
  return proxy
}
