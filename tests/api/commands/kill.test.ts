import { randomInt, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import { canonical } from '../../../surveys/canonical.ts'
import { aPlace, aSheet, smallQuestionnaire } from '../fixture.ts'
import { start } from './serving.ts'

const kills = 10
const clients = 8

// The oracle stands outside the server: what it was told is kept, it writes down, and compares in the end.
test('killed ten times under load, the server loses, doubles and alters no sheet it said it had kept', async () => {
  const place = aPlace()
  const context = await openContext(place, () => new Date())
  await context.questionnaires.loadFounding([smallQuestionnaire])
  await context.close()
  const acknowledged = new Map<string, string>()
  const another = () => aSheet({ answers: { garde: 'non', pourquoi: randomUUID() } })
  // each client sends its sheet again until it is told it was kept, over as many servers as it takes
  const inHand = Array.from({ length: clients }, another)

  for (let kill = 0; kill < kills; kill++) {
    const server = start({ DATA_DIR: place.dataDir, KEYRING: place.keyringPath })
    const url = await server.ready
    let running = true
    const load = inHand.map(async (_, client) => {
      while (running) {
        const sheet = inHand[client]!
        const answer = await fetch(`${url}/api/responses/${sheet.id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(sheet),
        }).catch(() => null)
        if (!answer?.ok) continue
        acknowledged.set(sheet.id, canonical(sheet))
        inHand[client] = another()
      }
    })
    await pause(randomInt(100, 600))
    server.child.kill('SIGKILL')
    running = false
    await Promise.all([...load, server.exit])
  }

  const after = await openContext(place, () => new Date())
  const kept = new Map<string, Response>()
  let rows = 0
  for await (const block of readResponses(after.store, after.keyring, 'garde')) {
    for (const response of block) {
      rows++
      kept.set(response.id, response)
    }
  }
  await after.close()
  rmSync(place.folder, { recursive: true })
  expect(acknowledged.size).toBeGreaterThan(200)
  expect(rows).toBe(kept.size)
  const wrong = [...acknowledged].filter(([id, text]) => {
    const { trial: _, receivedAt: __, ...sheet } = kept.get(id) ?? ({} as Response)
    return canonical(sheet) !== text
  })
  expect(wrong).toEqual([])
}, 90_000)
