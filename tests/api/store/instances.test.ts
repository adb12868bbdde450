/** Two servers, each a process of its own with its own copy of the keyring, as on two machines. */
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { readResponses } from '../../../api/responses/responses.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { start } from '../commands/serving.ts'
import { aPlace, aSentResponse, smallQuestionnaire } from '../fixture.ts'

const server = await startMongodb()
afterAll(() => server?.stop())
const stores = [{ name: 'SQLite', url: null }, ...(server ? [{ name: 'MongoDB', url: `${server.url}instances` }] : [])]

if (!server) test.skip('two servers on MongoDB')

describe.each(stores)('two servers on $name', ({ url }) => {
  test('store each response once, know each other’s as the same, and read all of them', async () => {
    const place = aPlace()
    const at = { ...place, storeUrl: url ?? place.storeUrl }
    const context = await openContext(at, () => new Date())
    await context.questionnaires.loadFounding([smallQuestionnaire])
    await context.close()
    const secondKeyring = join(place.folder, 'second-keyring.json')
    copyFileSync(place.keyringPath, secondKeyring)
    // the ledger lies in one second place, shared by the machines
    const ledgerPath = join(place.folder, 'ledger.jsonl')
    const serverWith = (keyring: string) =>
      start({
        DATA_DIR: place.dataDir,
        STORE_URL: at.storeUrl,
        KEYRING: keyring,
        LEDGER: ledgerPath,
      })
    const servers = [serverWith(place.keyringPath), serverWith(secondKeyring)]
    const urls = await Promise.all(servers.map(({ ready }) => ready))

    const put = async (instance: number, response: ReturnType<typeof aSentResponse>) => {
      const answer = await fetch(`${urls[instance]}/api/responses/${response.id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(response),
      })
      return { status: answer.status, ...((await answer.json()) as { receipt: string }) }
    }
    const alone = Array.from({ length: 60 }, () => aSentResponse())
    const first = await Promise.all(alone.map((response, index) => put(index % 2, response)))
    expect(new Set(first.map(({ status }) => status))).toEqual(new Set([201]))
    const again = await Promise.all(alone.map((response, index) => put((index + 1) % 2, response)))
    expect(again.map(({ status, receipt }) => [status, receipt])).toEqual(first.map(({ receipt }) => [200, receipt]))
    for (let turn = 0; turn < 20; turn++) {
      const response = aSentResponse()
      const both = await Promise.all([put(0, response), put(1, response)])
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201])
      expect((await put(turn % 2, { ...response, answers: { garde: 'non', pourquoi: null } })).status).toBe(409)
    }

    for (const { child } of servers) child.kill('SIGTERM')
    await Promise.all(servers.map(({ exit }) => exit))
    for (const keyringPath of [place.keyringPath, secondKeyring]) {
      const after = await openContext({ ...at, keyringPath, ledgerPath }, () => new Date())
      let read = 0
      for await (const block of readResponses(after.store, after.keyring, 'garde')) read += block.length
      expect(read).toBe(80)
      expect(await after.store.responses.count('garde')).toBe(80)
      await after.close()
    }
    rmSync(place.folder, { recursive: true })
  }, 120_000)
})
