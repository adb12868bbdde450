import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupsIn, deleteExpired, destroyedElsewhere } from '../../../api/operations/backups.ts'
import { backUpDaily, backupTrouble } from '../../../api/operations/daily-backup.ts'
import { today } from '../../../api/operations/today/today.ts'
import { initialSettings } from '../../../api/settings/fields.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { aPlace } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

const clock = { now: new Date('2026-03-02T09:00:00Z') }
let office: Office
let admin: Person
let folder: string
beforeEach(async () => {
  clock.now = new Date('2026-03-02T09:00:00Z')
  office = await anOffice({ clock })
  admin = await office.placed(['admin'])
  folder = join(aPlace().folder, 'backups')
})
afterEach(async () => {
  await office.discard()
  rmSync(folder, { recursive: true, force: true })
})

async function scheduled(change: object = {}) {
  const values = { ...initialSettings, backupFolder: folder, backupHour: 11, backupDays: 7, ...change }
  expect((await admin.browser.ask('PUT', '/api/settings', { revision: 0, values })).status).toBe(200)
  await aMomentLater()
}
const files = () => readdirSync(folder).filter((name) => name.endsWith('.ctg'))
const recorded = async () => {
  const account = (await office.context.accounts.all.find(admin.login))!
  return (await today(office.context, account)).lines.filter(({ text }) => text.includes('sauvegarde'))
}

test('a backup is made once a day, from its hour on, by one process; its end comes by itself', async () => {
  await scheduled()
  await backUpDaily(office.context)
  expect(() => files()).toThrow()
  // eleven in Paris
  clock.now = new Date('2026-03-02T10:00:00Z')
  await Promise.all([backUpDaily(office.context), backUpDaily(office.context)])
  await backUpDaily(office.context)
  expect(files()).toHaveLength(1)
  expect(await recorded()).toEqual([])
  clock.now = new Date('2026-03-03T10:30:00Z')
  await backUpDaily(office.context)
  expect(files()).toHaveLength(2)
  clock.now = new Date('2026-03-09T10:00:01Z')
  await backUpDaily(office.context)
  expect(files()).toHaveLength(2)
  expect((await backupsIn(office.context.store).list()).map(({ value }) => value.at.slice(0, 10))).toEqual([
    '2026-03-03',
    '2026-03-09',
  ])
}, 60_000)

test('one that fails is said at once, with what to do, and tried again at the next hour', async () => {
  await scheduled()
  clock.now = new Date('2026-03-02T10:00:00Z')
  mkdirSync(join(folder, '..'), { recursive: true })
  writeFileSync(folder, 'in the way')
  await expect(backUpDaily(office.context)).rejects.toThrow(/ne peut pas être écrite/)
  expect(await recorded()).toMatchObject([
    { urgent: true, text: expect.stringMatching(/La sauvegarde du 2 mars 2026 a échoué.*vérifiez/) },
  ])
  rmSync(folder)
  clock.now = new Date('2026-03-02T11:00:00Z')
  await backUpDaily(office.context)
  expect(await recorded()).toEqual([])
}, 60_000)

test('one that is late is said, and so is that none is scheduled', async () => {
  expect(await recorded()).toMatchObject([
    { urgent: false, text: expect.stringMatching(/Aucune sauvegarde n’est programmée/) },
  ])
  await scheduled()
  clock.now = new Date('2026-03-02T10:00:00Z')
  await backUpDaily(office.context)
  clock.now = new Date('2026-03-03T21:00:00Z')
  expect(await backupTrouble(office.context)).toBeNull()
  clock.now = new Date('2026-03-03T23:00:00Z')
  expect(await backupTrouble(office.context)).toMatchObject({
    urgent: true,
    text: expect.stringMatching(/dernière sauvegarde vérifiée date du 2 mars 2026/),
  })
}, 60_000)

test('the folder of the settings is a whole path', async () => {
  const values = { ...initialSettings, backupFolder: 'sauvegardes' }
  const { body } = await admin.browser.post('/api/settings/check', { values })
  expect((body.problems as { path: string }[]).map(({ path }) => path)).toContain('backupFolder')
})

test('one whose file is gone from this machine is said, however recent it is', async () => {
  await scheduled()
  clock.now = new Date('2026-03-02T10:00:00Z')
  await backUpDaily(office.context)
  expect(await recorded()).toEqual([])
  rmSync(join(folder, files()[0]!))
  expect(await recorded()).toMatchObject([{ urgent: true, text: expect.stringMatching(/n’est plus à sa place/) }])
}, 60_000)

// a container made anew has another name, and the folder of its backups is the same
test('a backup whose file is here is deleted on its day, whichever machine made it; one that is elsewhere is named until somebody says it is destroyed', async () => {
  await scheduled()
  clock.now = new Date('2026-03-02T10:00:00Z')
  await backUpDaily(office.context)
  const { store } = office.context
  const [own] = await backupsIn(store).list()
  await backupsIn(store).put(own!.id, { ...own!.value, machine: 'avant' }, own!.revision)
  await backupsIn(store).put('ailleurs', { ...own!.value, machine: 'avant', file: '/nulle/part.ctg' }, null)
  clock.now = new Date('2026-03-09T10:00:01Z')
  expect(await deleteExpired(store, clock.now.toISOString())).toBe(1)
  expect(files()).toEqual([])
  expect((await backupsIn(store).list()).map(({ id }) => id)).toEqual(['ailleurs'])
  // its own machine has a day to do it
  expect((await recorded()).filter(({ text }) => text.includes('part.ctg'))).toEqual([])
  clock.now = new Date('2026-03-11T09:00:00Z')
  const said = { urgent: true, text: expect.stringMatching(/\/nulle\/part\.ctg, faite sur avant/) }
  expect(await recorded()).toContainEqual(expect.objectContaining(said))
  expect(await destroyedElsewhere(store, '/nulle/autre.ctg')).toBe(false)
  expect(await destroyedElsewhere(store, '/nulle/part.ctg')).toBe(true)
  expect((await recorded()).filter(({ text }) => text.includes('part.ctg'))).toEqual([])
}, 60_000)
