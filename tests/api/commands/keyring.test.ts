import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AppContext, openContext } from '../../../api/context.ts'
import { today } from '../../../api/operations/today/today.ts'
import { receive } from '../../../api/responses/responses.ts'
import { aPlace, aSentResponse, type Place, smallQuestionnaire } from '../fixture.ts'
import { bareEnvironment } from './serving.ts'

const entry = join(import.meta.dirname, '../../../api/commands/keyring.ts')
const now = () => new Date('2026-03-02T09:00:00Z')

let place: Place
beforeEach(async () => {
  place = aPlace()
  await inApp(async (context) => {
    await context.questionnaires.loadFounding([smallQuestionnaire, { ...smallQuestionnaire, slug: 'jeunes' }])
    for (const questionnaire of ['garde', 'jeunes']) await receive(context, aSentResponse({ questionnaire }))
  })
})
afterEach(() => rmSync(place.folder, { recursive: true }))

async function inApp<T>(work: (context: AppContext) => Promise<T>, at: Place = place): Promise<T> {
  const context = await openContext(at, now)
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

function keyring(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', entry, ...options],
    {
      encoding: 'utf8',
      env: { ...bareEnvironment, DATA_DIR: place.dataDir, STORE_URL: place.storeUrl, KEYRING: place.keyringPath },
    },
  )
  expect(stderr).not.toMatch(/\n\s+at /)
  return { status, stdout, stderr, json: () => JSON.parse(stdout) }
}

function copied(name: string): string {
  const folder = join(place.folder, name)
  mkdirSync(folder, { recursive: true })
  copyFileSync(place.keyringPath, join(folder, 'keyring.json'))
  return join(folder, 'keyring.json')
}

/** The row of the staff home that asks for copies. */
const asked = () =>
  inApp(async (context) => {
    const account = {
      login: 'alix',
      roles: ['admin'],
      questionnaires: null,
      recovery: [1, 2, 3, 4],
    } as unknown as Parameters<typeof today>[1]
    return (await today(context, account)).lines.filter(({ text }) => text.includes('trousseau'))
  })

test('two copies on two media are asked for on the staff home, no longer once both are proved, and again after a rotation', async () => {
  expect((await asked())[0]!.text).toMatch(/n’a aucune copie vérifiée.*npm run keyring -- --verify COPIE/)
  const first = copied('first')
  const one = keyring('--verify', first)
  expect(one.status).toBe(0)
  expect(one.stdout).toMatch(/ouvre tout : 2 questionnaires[\s\S]*il en faut 2/)
  // the same copy proved twice is one copy
  expect(keyring('--verify', first, '--json').json()).toMatchObject({ ok: true, counted: true, verified: 1 })
  expect((await asked())[0]!.text).toMatch(/n’a qu’une copie vérifiée/)
  expect(keyring('--verify', copied('second'), '--json').json()).toMatchObject({ verified: 2 })
  expect(await asked()).toEqual([])
  expect(keyring('--rotate').status).toBe(0)
  expect(await asked()).toHaveLength(1)
  const old = keyring('--verify', first)
  expect(old.status).toBe(1)
  expect(old.stdout).toMatch(/« garde » : ne s’ouvre pas/)
  // two media that are mounted at one place go by their names
  for (const name of ['clé du coffre', 'clé de la mairie'])
    expect(keyring('--verify', copied('usb'), '--name', name).status).toBe(0)
  expect(await asked()).toEqual([])
})

// the same file under two names was two copies, and the home asked for no other
test('one file is one copy, whatever it is called; one that others can read, or on the same disk, is said to be', () => {
  const copy = copied('first')
  chmodSync(copy, 0o600)
  const link = join(place.folder, 'first', 'link.json')
  linkSync(copy, link)
  expect(keyring('--verify', copy, '--name', 'coffre').stdout).toMatch(/sur le même disque.*\nUne copie est vérifiée/)
  const again = keyring('--verify', link, '--name', 'mairie').stdout
  expect(again).toMatch(/déjà vérifié sous le nom « coffre »[\s\S]*Une copie est vérifiée/)
  expect(again).not.toContain('chmod')
  chmodSync(copy, 0o644)
  const open = keyring('--verify', copy)
  expect(open.status).toBe(0)
  expect(open.stdout).toContain(`« chmod 600 ${copy} »`)
  expect(keyring('--status', '--json').json().copies).toHaveLength(1)
})

test('the keyring in use, a copy beside it and a copy among the data open everything and count for nothing', async () => {
  copyFileSync(place.keyringPath, join(place.folder, 'beside.json'))
  copyFileSync(place.keyringPath, join(place.dataDir, 'inside.json'))
  for (const path of [place.keyringPath, join(place.folder, 'beside.json'), join(place.dataDir, 'inside.json')])
    expect(keyring('--verify', path, '--json').json()).toMatchObject({ ok: true, counted: false, verified: 0 })
})

test('a copy is proved when the keyring in use is gone; the keyring of another base opens nothing', async () => {
  const copy = copied('copy')
  rmSync(place.keyringPath)
  const proof = keyring('--verify', copy)
  expect(proof.status).toBe(0)
  expect(proof.stdout).toMatch(/mettez cette copie à sa place/)
  expect(existsSync(place.keyringPath)).toBe(false)
  const other = aPlace()
  await inApp(async () => {}, other)
  const wrong = keyring('--verify', other.keyringPath)
  expect(wrong.status).toBe(1)
  expect(wrong.stdout).toMatch(/trousseau d’une autre base/)
  rmSync(other.folder, { recursive: true })
})

test('a response altered where it lies is seen by the proof', () => {
  const database = new DatabaseSync(join(place.dataDir, 'questionnaires.db'))
  database.exec("UPDATE responses SET sealed = zeroblob(80) WHERE questionnaire = 'jeunes'")
  database.close()
  const proof = keyring('--verify', copied('copy'), '--json')
  expect(proof.status).toBe(1)
  const uses = proof.json().uses as { name: string; opens: boolean }[]
  expect(uses.filter(({ opens }) => !opens).map(({ name }) => name)).toEqual(['« jeunes »'])
})

test('a rotation names the last backup that needs the former master; the status says how things stand', async () => {
  const former = await inApp(async (context) => {
    const backups = context.store.documents('backups')
    for (const [id, at] of [
      ['a', '2026-02-01T03:00:00Z'],
      ['c', '2026-03-01T03:00:00Z'],
      ['b', '2026-02-15T03:00:00Z'],
    ] as const)
      await backups.put(
        id,
        {
          at,
          master: context.keyring.master,
          file: `sauvegarde-${id}`,
          machine: 'ici',
          expires: '2027-01-01T00:00:00Z',
          bytes: 1,
          verified: true,
        },
        null,
      )
    return context.keyring.master
  })
  const rotation = keyring('--rotate-data', '--json')
  expect(rotation.json()).toMatchObject({
    isNew: true,
    renewed: 2,
    former: [{ id: former, lastBackup: { file: 'sauvegarde-c' } }],
  })
  const status = keyring('--status')
  expect(status.stdout).toMatch(/remplacée le[\s\S]*sauvegarde-c \(1er mars 2026\)[\s\S]*en service[\s\S]*0 sur 2/)
  const [, current] = keyring('--status', '--json').json().masters
  // eight purposes, two questionnaires, and a new key for each of the two
  expect(current).toMatchObject({ retiredAt: null, keys: 12 })
  await inApp(async (context) => {
    expect((await context.audit.page(0)).lines[0]).toMatchObject({ who: 'operateur', what: 'keyring-rotated' })
    expect((await context.audit.verify()).faults).toEqual([])
  })
})

test('a key that is lost for good stops the start until the operator gives its responses up', async () => {
  await inApp(async (context) => {
    const keys = context.store.documents('keys')
    const [row] = await keys.list('questionnaire/jeunes/')
    await keys.remove(row!.id)
  })
  await expect(inApp(async () => {})).rejects.toThrow(/« jeunes ».*--accept-loss/)
  const given = keyring('--accept-loss')
  expect(given.stdout).toMatch(/« jeunes »/)
  await inApp(async (context) => {
    expect((await receive(context, aSentResponse({ questionnaire: 'jeunes' }))).outcome).toBe('new')
    expect((await context.audit.page(0)).lines[0]).toMatchObject({ what: 'keys-given-up', about: 'jeunes' })
  })
  expect(keyring('--accept-loss').stdout).toMatch(/Aucune clé ne manque/)
})

test('each mistake is one sentence in French and changes nothing; help names every option', () => {
  expect(keyring().stderr).toMatch(/Dites ce qu’il faut faire/)
  expect(keyring('--status', '--rotate').stderr).toMatch(/une chose à la fois/)
  expect(keyring('--verify', join(place.folder, 'absent.json')).stderr).toMatch(/introuvable/)
  writeFileSync(join(place.folder, 'torn.json'), '{"format":2')
  expect(keyring('--verify', join(place.folder, 'torn.json')).stderr).toMatch(/ne peut pas être lu/)
  for (const options of [[], ['--status', '--rotate'], ['--verify', 'absent.json']])
    expect(keyring(...options).status).toBe(1)
  const { stdout } = keyring('--help')
  for (const option of [
    '--verify',
    '--name',
    '--rotate',
    '--rotate-data',
    '--status',
    '--accept-loss',
    '--store',
    '--json',
  ])
    expect(stdout).toContain(option)
})
