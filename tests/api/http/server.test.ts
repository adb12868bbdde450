import { once } from 'node:events'
import http from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import { expect, test } from 'vitest'
import { mostConnections, standsForMany } from '../../../api/http/connections.ts'
import { listen } from '../../../api/http/server.ts'

const slowly = express().use(async (_req, res) => {
  await pause(300)
  res.end('done')
})

test('a request whose headers never end is cut off', async () => {
  const server = await listen(slowly, { port: 0, host: '127.0.0.1' })
  const socket = connect(server.port, '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n')
  const began = performance.now()
  await once(socket.resume(), 'close')
  expect(performance.now() - began).toBeLessThan(20_000)
  await server.close()
}, 30_000)

test('a stop lets the requests under way end, and takes no other', async () => {
  const server = await listen(slowly, { port: 0, host: '127.0.0.1' })
  const agent = new http.Agent({ keepAlive: true })
  const asked = new Promise<string>((resolve, reject) => {
    const request = http.get({ port: server.port, host: '127.0.0.1', agent }, async (response) => {
      let text = ''
      for await (const part of response) text += part
      resolve(text)
    })
    request.once('error', reject)
  })
  await pause(100)
  const closed = server.close()
  expect(await asked).toBe('done')
  agent.destroy()
  await closed
  await expect(fetch(`http://127.0.0.1:${server.port}`)).rejects.toThrow()
})

test('a stop under load cuts nobody: what was begun is answered, what comes after is refused in words', async () => {
  let begun = 0
  let ended = 0
  const app = express().use(async (_req, res) => {
    begun++
    await pause(60)
    res.once('finish', () => ended++)
    res.end('done')
  })
  const server = await listen(app, { port: 0, host: '127.0.0.1' })
  const agent = new http.Agent({ keepAlive: true })
  const ask = () =>
    new Promise<{ status: number; connection: string | undefined; text: string }>((resolve, reject) => {
      const options = { port: server.port, host: '127.0.0.1', agent, method: 'POST' }
      const request = http.request(options, async (response) => {
        let text = ''
        for await (const part of response) text += part
        resolve({ status: response.statusCode!, connection: response.headers.connection, text })
      })
      request.once('error', reject)
      request.end('x'.repeat(2_000))
    })
  const answers = { whole: 0, refused: 0, cut: 0 }
  const client = async () => {
    for (;;) {
      try {
        const { status, connection, text } = await ask()
        if (status === 200 && text === 'done') answers.whole++
        else {
          expect([status, connection, JSON.parse(text).code]).toEqual([503, 'close', 'restarting'])
          answers.refused++
          return
        }
      } catch {
        answers.cut++
        return
      }
      await pause(Math.random() * 20)
    }
  }
  const clients = Array.from({ length: 40 }, client)
  await pause(300)
  const began = performance.now()
  const closed = server.close(1_000)
  await Promise.all(clients)
  await closed
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(answers).toEqual({ whole: begun, refused: 40, cut: 0 })
  expect(ended).toBe(begun)
  agent.destroy()
})

/** Connections that send the beginning of a request and wait. */
async function slow(port: number, count: number) {
  const sockets = Array.from({ length: count }, () => connect({ port, host: '127.0.0.1', localAddress: '127.0.0.1' }))
  for (const socket of sockets) {
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n')
  }
  await pause(500)
  return {
    open: () => sockets.filter((socket) => !socket.destroyed && !socket.readableEnded).length,
    end: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
const genuine = (port: number) =>
  new Promise<boolean>((resolve) => {
    const options = { port, host: '127.0.0.1', localAddress: '127.0.0.2', agent: false }
    http
      .get(options, (response) => response.resume().once('end', () => resolve(true)))
      .once('error', () => resolve(false))
  })
const quick = express().use((_req, res) => void res.end('done'))

test('one address that holds connections open leaves room for the others, and for a school', async () => {
  const server = await listen(quick, { port: 0, host: '127.0.0.1' }, { most: 400, isMany: () => false })
  const { open, end } = await slow(server.port, 450)
  const served = await Promise.all(Array.from({ length: 100 }, () => genuine(server.port)))
  expect(served.filter(Boolean)).toHaveLength(100)
  expect(open()).toBeLessThanOrEqual(100)
  end()
  await server.close()
  // a hundred and fifty browsers that open six connections each
  expect(mostConnections / 4).toBeGreaterThanOrEqual(150 * 6)
})

/** SLOW=2000 by hand: from five addresses, half of them in their headers and half in their body. */
const slowOnes = Number(process.env.SLOW ?? 200)

test(`while ${slowOnes} connections send as slowly as they may, a request of somebody else is answered as before`, async () => {
  const server = await listen(quick, { port: 0, host: '127.0.0.1' }, { isMany: () => false })
  const sockets = Array.from({ length: slowOnes }, (_, index) => {
    const socket = connect({ port: server.port, host: '127.0.0.1', localAddress: `127.0.0.${10 + (index % 5)}` })
    socket.on('error', () => {})
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${index % 2 ? 'Content-Length: 60000\r\n\r\n' : ''}`)
    return socket
  })
  const dripping = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('X')
  }, 1_000)
  await pause(1_500)
  const times: number[] = []
  for (let asked = 0; asked < 200; asked++) {
    const began = performance.now()
    expect(await genuine(server.port)).toBe(true)
    times.push(performance.now() - began)
    await pause(5)
  }
  clearInterval(dripping)
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!
  console.info(`${slowOnes} slow connections: 200 of 200 answered, p95 ${p95.toFixed(1)} ms`)
  for (const socket of sockets) socket.destroy()
  await server.close(1_000)
}, 60_000)

test('this machine, and a proxy that is trusted, stand for many people: their connections are not shared out', () => {
  const many = (trusted: string | number | false) => standsForMany(express().set('trust proxy', trusted))
  const addresses = ['127.0.0.1', '::ffff:127.0.0.1', '10.0.0.2', '203.0.113.7']
  expect(addresses.map(many(false))).toEqual([true, true, false, false])
  expect(addresses.map(many('10.0.0.0/8'))).toEqual([true, true, true, false])
  expect(addresses.map(many(1))).toEqual([true, true, true, true])
})
