/** `MEMORY_SECONDS=600` makes the long run. */
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aSentResponse } from '../api/fixture.ts'
import { verdict } from '../machine/verdict.ts'
import { installed, senderOf, served } from './served.ts'

const seconds = Number(process.env.MEMORY_SECONDS ?? 8)
const clients = 200

test('with 128 MB, two hundred devices that send 64 KB each do not bring the server down', async () => {
  const place = await installed()
  const server = served(place, { NODE_OPTIONS: '--max-old-space-size=128' })
  const url = await server.ready
  const { send, end } = senderOf(place)
  const statuses = new Map<number, number>()
  const until = performance.now() + seconds * 1_000
  const device = async (number: number) => {
    while (performance.now() < until) {
      const large = aSentResponse({ answers: { garde: 'non', pourquoi: 'a'.repeat(60_000) } })
      const { status } = await (number % 10 === 0 ? send(url) : send(url, large))
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => device(number)))
  const isAlive = server.child.exitCode === null && server.child.signalCode === null
  server.child.kill('SIGTERM')
  await server.exit
  const found = await end()
  const expected = [201, 422, 503]
  const odd = [...statuses].filter(([status]) => !expected.includes(status)).reduce((sum, [, count]) => sum + count, 0)
  verdict('128 MB', isAlive && found.isTrue && odd === 0, {
    seconds,
    clients,
    crashes: Number(!isAlive),
    'too long, refused': statuses.get(422) ?? 0,
    shed: statuses.get(503) ?? 0,
    'answered otherwise': odd,
    acknowledged: found.acknowledged,
    lost: found.lost,
  })
  expect({ isAlive, isTrue: found.isTrue, odd }).toEqual({ isAlive: true, isTrue: true, odd: 0 })
  expect(found.acknowledged).toBeGreaterThan(0)
  rmSync(place.folder, { recursive: true })
}, 900_000)
