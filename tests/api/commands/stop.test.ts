import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { aPlace, aSentResponse, smallQuestionnaire } from '../fixture.ts'
import { start } from './serving.ts'

const clients = 20

/** One response sent over connections that stay open: its status, or null when the connection was cut. */
function put(url: string, agent: http.Agent, id: string): Promise<number | null> {
  const { id: _, ...sent } = aSentResponse({ answers: { garde: 'non', pourquoi: randomUUID() } })
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' }
    const request = http.request(`${url}/api/responses/${id}`, { method: 'PUT', agent, headers }, (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? null))
      response.once('error', () => resolve(null))
    })
    request.once('error', () => resolve(null))
    request.end(JSON.stringify(sent))
  })
}

test('stopped under load, the server cuts nobody and has every response it acknowledged', async () => {
  const place = aPlace()
  const before = await openContext(place, () => new Date())
  await before.questionnaires.loadFounding([smallQuestionnaire])
  await before.close()
  const server = start({ DATA_DIR: place.dataDir, KEYRING: place.keyringPath })
  const url = await server.ready
  const agent = new http.Agent({ keepAlive: true })
  const acknowledged: string[] = []
  const ends: (number | null)[] = []
  const load = Array.from({ length: clients }, async () => {
    for (;;) {
      const id = randomUUID()
      const status = await put(url, agent, id)
      if (status === 201) acknowledged.push(id)
      else return void ends.push(status)
    }
  })
  await pause(1_000)
  const asked = performance.now()
  server.child.kill('SIGTERM')
  await Promise.all(load)
  const { code } = await server.exit
  expect(code).toBe(0)
  expect(performance.now() - asked).toBeLessThan(20_000)
  expect(ends).toEqual(Array.from({ length: clients }, () => 503))
  const after = await openContext(place, () => new Date())
  const lost = []
  for (const id of acknowledged) if (!(await after.store.responses.get(id))) lost.push(id)
  expect(acknowledged.length).toBeGreaterThan(clients)
  expect(lost).toEqual([])
  await after.close()
  agent.destroy()
  rmSync(place.folder, { recursive: true })
}, 90_000)
