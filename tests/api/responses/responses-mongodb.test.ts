import { rmSync } from 'node:fs'
import request from 'supertest'
import { expect, test } from 'vitest'
import { appOf } from '../../../api/app.ts'
import { openContext } from '../../../api/context.ts'
import { openLog } from '../../../api/http/log.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import type { Response } from '../../../surveys/answers/response.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { aPlace, aSentResponse, smallQuestionnaire } from '../fixture.ts'

const server = await startMongodb()

test.skipIf(server === null)('two servers on one MongoDB take in each response once, and read the same', async () => {
  const place = aPlace()
  const at = { ...place, storeUrl: `${server!.url}intake` }
  const contexts = await Promise.all([openContext(at, () => new Date()), openContext(at, () => new Date())])
  await Promise.all(contexts.map(({ questionnaires }) => questionnaires.loadFounding([smallQuestionnaire])))
  const apps = contexts.map((context) => appOf({ context, log: openLog(() => {}), client: place.folder }))
  const put = (app: number, response = aSentResponse()) =>
    request(apps[app]!).put(`/api/responses/${response.id}`).send(response)

  for (let turn = 0; turn < 20; turn++) {
    const response = aSentResponse()
    const [left, right] = await Promise.all([put(0, response), put(1, response)])
    expect([left.status, right.status].sort()).toEqual([200, 201])
    expect(left.body.receipt).toBe(right.body.receipt)
    expect((await put(1, { ...response, answers: { garde: 'non', pourquoi: null } })).status).toBe(409)
  }
  for (const { store, keyring } of contexts) {
    const read: Response[] = []
    for await (const block of readResponses(store, keyring, 'garde')) read.push(...block)
    expect(read).toHaveLength(20)
  }
  for (const context of contexts) await context.close()
  await server!.stop()
  rmSync(place.folder, { recursive: true })
})
