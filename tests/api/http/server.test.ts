import { once } from 'node:events'
import http from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import express from 'express'
import { expect, test } from 'vitest'
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
