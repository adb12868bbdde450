/** Ways in which acknowledged responses lost their key, or two instances each had their own. */
import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { readResponses, receive } from '../../../api/responses/responses.ts'
import type { Response, SentResponse } from '../../../surveys/answers/response.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { start } from '../commands/serving.ts'
import { aPlace, aSentResponse, type Place, smallQuestionnaire } from '../fixture.ts'
import { aSmallDisk } from './small-disk.ts'

const server = await startMongodb()
afterAll(() => server?.stop())

let place: Place
beforeEach(() => {
  place = aPlace()
})
afterEach(() => rmSync(place.folder, { recursive: true, force: true }))

type At = { storeUrl: string; keyringPath: string }

/** The first day: base and keyring are made, the questionnaire is on trial, nobody has answered. */
async function installed(at: At) {
  const context = await openContext(at, () => new Date())
  await context.questionnaires.loadFounding([smallQuestionnaire])
  await context.close()
}

const served = ({ storeUrl, keyringPath }: At) =>
  start({
    DATA_DIR: place.dataDir,
    STORE_URL: storeUrl,
    KEYRING: keyringPath,
    // the ledger lies in one second place, shared by the machines
    LEDGER: join(place.folder, 'ledger.jsonl'),
  })

async function stopped({ child, exit }: ReturnType<typeof start>) {
  child.kill('SIGTERM')
  await exit
}

const put = async (url: string, response: SentResponse) => {
  const answer = await fetch(`${url}/api/responses/${response.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(response),
  })
  return { status: answer.status, body: (await answer.json()) as { outcome?: string; receipt?: string } }
}

/** Ids of the responses that open. */
async function readable(at: At): Promise<string[]> {
  const context = await openContext(at, () => new Date())
  try {
    const all: Response[] = []
    for await (const block of readResponses(context.store, context.keyring, 'garde')) all.push(...block)
    return all.map(({ id }) => id).toSorted()
  } finally {
    await context.close()
  }
}

const responses = (count: number) => Array.from({ length: count }, () => aSentResponse())
const idsOf = (list: SentResponse[]) => list.map(({ id }) => id).toSorted()

test('the disk of the keyring is full when the first answers come, then is not: every answer acknowledged still opens', async (context) => {
  const folder = join(place.folder, 'small')
  const disk = aSmallDisk(folder, 64)
  if (!disk) return context.skip('no disk can be mounted here')
  try {
    const at = { ...place, keyringPath: join(folder, 'keyring.json') }
    await installed(at)
    const running = served(at)
    const url = await running.ready
    disk.fill()
    const acknowledged: SentResponse[] = []
    for (const response of responses(200)) if ((await put(url, response)).status === 201) acknowledged.push(response)
    disk.free()
    for (const response of responses(20)) if ((await put(url, response)).status === 201) acknowledged.push(response)
    running.child.kill('SIGKILL')
    await running.exit
    expect(acknowledged.length).toBeGreaterThanOrEqual(200)
    expect(await readable(at)).toEqual(idsOf(acknowledged))
  } finally {
    disk.unmount()
  }
}, 60_000)

test('the disk of the base is full when a key is to be made: nothing is acknowledged until there is room, and then all opens', async (context) => {
  const disk = aSmallDisk(place.dataDir, 4_096)
  if (!disk) return context.skip('no disk can be mounted here')
  try {
    await installed(place)
    const running = served(place)
    const url = await running.ready
    disk.fill()
    const refused = []
    for (const response of responses(20)) refused.push((await put(url, response)).status)
    expect(new Set(refused)).toEqual(new Set([503]))
    disk.free()
    const acknowledged: SentResponse[] = []
    for (const response of responses(20)) if ((await put(url, response)).status === 201) acknowledged.push(response)
    running.child.kill('SIGKILL')
    await running.exit
    expect(acknowledged).toHaveLength(20)
    expect(await readable(place)).toEqual(idsOf(acknowledged))
  } finally {
    disk.unmount()
  }
}, 60_000)

test('a keyring copied on the first day opens every answer given since', async () => {
  await installed(place)
  const copy = { ...place, keyringPath: join(place.folder, 'copy', 'keyring.json') }
  mkdirSync(join(place.folder, 'copy'))
  copyFileSync(place.keyringPath, copy.keyringPath)
  const running = served(place)
  const url = await running.ready
  const given = responses(20)
  for (const response of given) expect((await put(url, response)).status).toBe(201)
  await stopped(running)
  expect(await readable(copy)).toEqual(idsOf(given))
}, 60_000)

const stores = [
  { name: 'SQLite', url: () => place.storeUrl, there: true },
  { name: 'MongoDB', url: () => `${server?.url}two_${process.pid}`, there: server !== null },
]
for (const { name, url: storeUrl, there } of stores)
  describe.skipIf(!there)(name, () => {
    test('two processes, each with its copy of the keyring, have one key: both read all, and a retry at the other is the same', async () => {
      const left = { ...place, storeUrl: storeUrl() }
      await installed(left)
      const right = { ...left, keyringPath: join(place.folder, 'right-keyring.json') }
      copyFileSync(left.keyringPath, right.keyringPath)
      const running = [served(left), served(right)]
      const urls = await Promise.all(running.map(({ ready }) => ready))
      const given = responses(60)
      const first = await Promise.all(given.map((response, at) => put(urls[at % 2]!, response)))
      const again = await Promise.all(given.map((response, at) => put(urls[(at + 1) % 2]!, response)))
      expect(new Set(first.map(({ status }) => status))).toEqual(new Set([201]))
      expect(new Set(again.map(({ body }) => body.outcome))).toEqual(new Set(['same']))
      expect(again.map(({ body }) => body.receipt)).toEqual(first.map(({ body }) => body.receipt))
      await Promise.all(running.map(stopped))
      expect(await readable(left)).toEqual(idsOf(given))
      expect(await readable(right)).toEqual(idsOf(given))
    }, 60_000)
  })

describe('the start refuses, in one sentence that says what to do,', () => {
  beforeEach(async () => {
    await installed(place)
    const context = await openContext(place, () => new Date())
    await receive(context, aSentResponse())
    await context.close()
  })

  async function refusal(environment: Record<string, string> = {}, ...options: string[]) {
    const running = start({ DATA_DIR: place.dataDir, KEYRING: place.keyringPath, ...environment }, ...options)
    const served = await running.ready.then(
      () => true,
      () => false,
    )
    if (served) running.child.kill('SIGKILL')
    const { code, stderr } = await running.exit
    expect(served).toBe(false)
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    return stderr
  }
  const base = () => join(place.dataDir, 'questionnaires.db')

  test('a base that is gone beside its keyring, unless a new one is wanted', async () => {
    renameSync(base(), join(place.folder, 'elsewhere.db'))
    for (const rest of ['-wal', '-shm']) rmSync(`${base()}${rest}`, { force: true })
    expect(await refusal()).toMatch(/vide ou absente.*npm run restore.*--new-store/)
    const running = start({ DATA_DIR: place.dataDir, KEYRING: place.keyringPath }, '--new-store')
    await running.ready
    expect(running.journal()).toMatch(/mis de côté dans .*keyring\.json\.base-[0-9a-f]{8}/)
    await stopped(running)
    // once begun, the new base needs no word more
    const second = start({ DATA_DIR: place.dataDir, KEYRING: place.keyringPath })
    await second.ready
    await stopped(second)
  })

  test('a keyring that is gone beside its base', async () => {
    rmSync(place.keyringPath)
    expect(await refusal()).toMatch(/trousseau de clés .* introuvable/)
  })

  test('a keyring that others can read', async () => {
    chmodSync(place.keyringPath, 0o640)
    expect(await refusal()).toMatch(/ouvert à d’autres comptes.*chmod 600/)
  })

  test('a data folder that others can change', async () => {
    for (const mode of [0o777, 0o770, 0o1777]) {
      chmodSync(place.dataDir, mode)
      expect(await refusal()).toMatch(/peut être modifié par d’autres comptes.*chmod 700/)
    }
  })

  test('a keyring inside the data folder, by whatever name the folder goes', async () => {
    const inside = join(place.dataDir, 'keyring.json')
    renameSync(place.keyringPath, inside)
    symlinkSync(place.dataDir, join(place.folder, 'other-name'))
    for (const path of [inside, join(place.folder, 'other-name', 'keyring.json')])
      expect(await refusal({ KEYRING: path })).toMatch(/dans le dossier des données.*KEYRING/)
  })

  test('the keyring of another base', async () => {
    const other = aPlace()
    await installed(other)
    expect(await refusal({ KEYRING: other.keyringPath })).toMatch(/n’est pas celui de cette base/)
    rmSync(other.folder, { recursive: true })
  })
})
