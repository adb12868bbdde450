import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import request from 'supertest'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { operatorLink } from '../../../api/accounts/joining.ts'
import { appOf } from '../../../api/app.ts'
import { openContext } from '../../../api/context.ts'
import { ledgerBeside } from '../../../api/erasure/ledger-file.ts'
import { openLog } from '../../../api/http/log.ts'
import { openMaster } from '../../../api/keys/keyring.ts'
import { type BackupMade, backUp, talliesOf } from '../../../api/operations/backup.ts'
import { openBackup } from '../../../api/operations/backup-file.ts'
import { backupsIn, deleteExpired, lastExpiry } from '../../../api/operations/backups.ts'
import { journalNotes } from '../../../api/operations/journal-notes.ts'
import { restore } from '../../../api/operations/restore.ts'
import { differences } from '../../../api/operations/tally.ts'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { collections } from '../../../api/store/collections.ts'
import { openStore } from '../../../api/store/open.ts'
import { pathOf } from '../../../api/store/sqlite.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { anApp, aSentResponse } from '../fixture.ts'
import { aSmallDisk } from '../keys/small-disk.ts'

const now = new Date('2024-06-01T02:00:00Z')
const canary = 'canari-bleu'
/** A document that compresses to nothing less. */
const filling = 'x'.repeat(700_000)
let home: Awaited<ReturnType<typeof anApp>>
let folder: string
beforeEach(async () => {
  home = await anApp()
  folder = join(home.place.folder, 'backups')
})
afterEach(() => home.discard())

const made = () => backUp(home.context.store, home.context.keyring, { folder, days: 90, now })
/** The same keyring and ledger on a machine that has nothing else. */
function emptyMachine(name = 'other') {
  const { place } = home
  const data = join(place.folder, name)
  mkdirSync(data)
  const ledgerPath = ledgerBeside(place.keyringPath)
  return { ...place, dataDir: data, storeUrl: `sqlite:${join(data, 'questionnaires.db')}`, ledgerPath }
}
const back = (from: string, place: ReturnType<typeof emptyMachine>, withoutLedger = false) =>
  restore(place, { from, withoutLedger, now: () => new Date('2024-06-02T10:00:00Z') })

async function aResponse() {
  const proof = proofOf(newCode((numbers) => crypto.getRandomValues(numbers)))
  const response = aSentResponse({ withdrawal: hashOf(proof), answers: { garde: 'non', pourquoi: canary } })
  expect((await request(home.app).put(`/api/responses/${response.id}`).send(response)).status).toBe(201)
  return { proof, response }
}

test.for([
  ['while it is written', 400],
  ['while it is read again', 1_200],
] as const)(
  'a disk that fills up %s is said to be full, and nothing half-made is left',
  async ([, kilobytes], context) => {
    const disk = aSmallDisk(join(home.place.folder, 'small'), kilobytes)
    if (!disk) return context.skip('no disk can be mounted here')
    try {
      folder = join(home.place.folder, 'small', 'backups')
      await home.context.store.collection(collections.settings).put('large', { demo: false, filling } as never, null)
      await expect(made()).rejects.toThrow(/^Le disque est plein \(.*small\/backups\) : .* il n’en reste rien/)
      expect(readdirSync(folder)).toEqual([])
      expect(await backupsIn(home.context.store).list()).toEqual([])
    } finally {
      disk.unmount()
    }
  },
)

test('a restore that fills the disk says so, and goes on once there is room', async (context) => {
  await home.context.ledger.open()
  await aResponse()
  const { file } = await made()
  const place = emptyMachine('small')
  const disk = aSmallDisk(place.dataDir, 400)
  if (!disk) return context.skip('no disk can be mounted here')
  try {
    disk.fill()
    await expect(back(file, place)).rejects.toThrow(/^Le disque est plein \(.*small.*\) : .*relancez la même commande/)
    expect(readdirSync(place.dataDir)).toEqual(['filling'])
    disk.free()
    expect(await back(file, place)).toMatchObject({ responses: 1 })
  } finally {
    disk.unmount()
  }
})

test('on an empty machine with the keyring everything is there again: counts, digests, links, journal, the twelve words', async () => {
  const responses = []
  for (let count = 0; count < 20; count++) responses.push(await aResponse())
  await operatorLink(home.context.accounts, null)
  await home.context.ledger.open()
  const { file, tallies } = await made()
  const place = emptyMachine()
  expect(await back(file, place)).toMatchObject({ responses: 20, erasedAgain: 0 })
  const again = await openContext(place, () => new Date('2024-06-02T10:00:00Z'))
  // the journal has a line more, and the ledger is noted; nothing else differs
  expect(differences(tallies, await talliesOf(again.store))).toEqual(['document audit', 'document audit-end'])
  expect((await again.audit.verify()).faults).toEqual([])
  const app = appOf({ context: again, log: openLog(() => {}), client: join(place.folder, 'client') })
  const { proof, response } = responses[7]!
  const read = await request(app).post('/api/withdrawals').send({ proof })
  expect(read.body.sheet.answers).toEqual(response.answers)
  expect((await request(app).put(`/api/responses/${response.id}`).send(response)).body.outcome).toBe('same')
  expect((await request(app).get('/api/questionnaires/garde')).status).toBe(200)
  await again.close()
})

test('fifty answers withdrawn after the backup do not come back with it, nor does a purge', async () => {
  const responses = []
  for (let count = 0; count < 60; count++) responses.push(await aResponse())
  const { file } = await made()
  for (const { proof } of responses.slice(0, 50))
    expect((await request(home.app).post('/api/withdrawals/withdraw').send({ proof })).body).toEqual({
      outcome: 'done',
      backupsUntil: '2024-08-30',
    })
  const place = emptyMachine()
  expect(await back(file, place)).toMatchObject({ responses: 60, erasedAgain: 50 })
  const again = await openContext(place, () => now)
  expect(await again.store.responses.count('garde')).toBe(10)
  for (const { response } of responses.slice(0, 50)) expect(await again.store.responses.get(response.id)).toBeNull()
  await again.close()
  await home.context.ledger.record('questionnaire', 'garde', 'garde')
  const later = emptyMachine('later')
  expect(await back(file, later)).toMatchObject({ erasedAgain: 60 })
  const purged = await openContext(later, () => now)
  expect(await purged.keyring.keysOf('garde')).toEqual([])
  expect((await purged.questionnaires.found('garde')).standing.purgedAt).toBeDefined()
  await purged.close()
}, 60_000)

async function waitingIn(place: ReturnType<typeof emptyMachine>): Promise<number> {
  const context = await openContext(place, () => now)
  const { waiting } = await contactsIn(context).list()
  await context.close()
  return waiting
}

test('coordinates that were waiting on the day of the backup do not come back after theirs were purged', async () => {
  const { store, ledger } = home.context
  const pen = { since: '2024-02-27', entries: [{ id: 'une', sealed: 'x' }] }
  await store.collection(collections.contactsWaiting).put('pen', pen, null)
  const { file } = await made()
  await ledger.open()
  await ledger.record('contacts', '2024-01', '')
  const kept = emptyMachine('kept')
  await back(file, kept)
  expect(await waitingIn(kept)).toBe(1)
  await ledger.record('contacts', '2024-02', '')
  const place = emptyMachine()
  await back(file, place)
  expect(await waitingIn(place)).toBe(0)
}, 60_000)

test('a thousand changed bits and every shortened file are refused, and nothing is left behind', async () => {
  for (let count = 0; count < 5; count++) await aResponse()
  const { file } = await made()
  const whole = readFileSync(file)
  const master = openMaster(home.place.keyringPath)
  const broken = join(home.place.folder, 'broken.ctg')
  const chance = random(7)
  for (let flip = 0; flip < 1000; flip++) {
    const bit = Math.floor(chance() * whole.length * 8)
    const bytes = Buffer.from(whole)
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    writeFileSync(broken, bytes)
    expect(() => openBackup(broken, master), `bit ${bit}`).toThrow(
      /est abîmée|n’est pas une sauvegarde|autre trousseau/,
    )
  }
  for (let cut = 0; cut < 200; cut++) {
    writeFileSync(broken, whole)
    truncateSync(broken, Math.floor(chance() * whole.length))
    expect(() => openBackup(broken, master)).toThrow(/est abîmée|n’est pas une sauvegarde/)
  }
  writeFileSync(broken, Buffer.concat([whole, Buffer.from('x')]))
  await expect(back(broken, emptyMachine())).rejects.toThrow(/est abîmée/)
  expect(readdirSync(join(home.place.folder, 'other'))).toEqual([])
}, 120_000)

test('a ledger that is missing, older than the backup or of another store stops the restore, unless it is said to be lost', async () => {
  const [first, second] = [await aResponse(), await aResponse()]
  const ledgerPath = ledgerBeside(home.place.keyringPath)
  await request(home.app).post('/api/withdrawals/withdraw').send({ proof: first.proof })
  copyFileSync(ledgerPath, `${ledgerPath}.old`)
  await request(home.app).post('/api/withdrawals/withdraw').send({ proof: second.proof })
  const { file } = await made()
  const place = emptyMachine()
  await expect(back(file, { ...place, ledgerPath: `${ledgerPath}.old` })).rejects.toThrow(
    /plus ancien que la sauvegarde \(1 effacement au lieu de 2/,
  )
  await expect(back(file, { ...place, ledgerPath: join(place.folder, 'none') })).rejects.toThrow(
    /introuvable.*--without-ledger/,
  )
  const other = await anApp()
  await other.context.ledger.open()
  await expect(back(file, { ...place, ledgerPath: other.context.ledger.path })).rejects.toThrow(
    /n’est pas celui de cette sauvegarde/,
  )
  await other.discard()
  expect(readdirSync(place.dataDir)).toEqual([])
  await expect(back(file, place, true)).rejects.toThrow(/est là : relancez sans --without-ledger/)
  const lost = { ...place, ledgerPath: join(place.folder, 'new-ledger.jsonl') }
  await back(file, lost, true)
  const again = await openContext(lost, () => now)
  expect(await again.ledger.open()).toBe(0)
  expect((await again.audit.page(0)).lines[0]).toMatchObject({
    what: 'backup-restored',
    details: { registre: 'perdu, dit exprès' },
  })
  await again.close()
})

// thirty of fifty lines were taken for the whole ledger, and twenty answers came back
test('a ledger shortened or older than a later backup is refused though it was empty on the day of the backup', async () => {
  const { ledger } = home.context
  await ledger.open()
  const { file } = await made()
  for (let count = 0; count < 5; count++) await ledger.record('response', `gone-${count}`, 'garde')
  const whole = readFileSync(ledger.path, 'utf8')
  const place = emptyMachine()
  writeFileSync(ledger.path, whole.split('\n').slice(0, 4).join('\n').concat('\n'))
  await expect(back(file, place)).rejects.toThrow(/plus court qu’il ne l’a été \(3 effacements au lieu de 5\)/)
  writeFileSync(ledger.path, whole)
  copyFileSync(ledger.path, `${ledger.path}.old`)
  await ledger.record('response', 'gone-5', 'garde')
  await made()
  await expect(back(file, { ...place, ledgerPath: `${ledger.path}.old` })).rejects.toThrow(
    /plus ancien que la sauvegarde .*\(5 effacements au lieu de 6/,
  )
  chmodSync(ledger.path, 0o644)
  await expect(back(file, place)).rejects.toThrow(/chmod 600/)
  chmodSync(ledger.path, 0o600)
  expect(readdirSync(place.dataDir)).toEqual([])
  expect(await back(file, place)).toMatchObject({ responses: 0 })
})

test('after a restore the journal says how many of its lines are lost, and is whole from there on', async () => {
  const { ledger, audit } = home.context
  await ledger.open()
  const deed = () => audit.record({ who: 'alix', what: 'exported' })
  await deed()
  const { file } = await made()
  for (let line = 0; line < 3; line++) await deed()
  const place = emptyMachine()
  await back(file, place)
  const again = await openContext(place, () => now)
  expect((await again.audit.page(0)).lines[0]).toMatchObject({ details: { 'lignes du journal perdues': 3 } })
  expect((await again.audit.verify(await journalNotes(again))).faults).toEqual([])
  await again.close()
})

test('a store that is not empty is never restored over, and another keyring opens nothing', async () => {
  await home.context.ledger.open()
  const { file } = await made()
  const place = { ...home.place, ledgerPath: home.context.ledger.path }
  await expect(back(file, place)).rejects.toThrow(/n’est pas vide/)
  const other = await anApp()
  await other.context.ledger.open()
  await expect(
    back(file, { ...emptyMachine(), keyringPath: other.place.keyringPath, ledgerPath: other.context.ledger.path }),
  ).rejects.toThrow(/un autre trousseau/)
  await other.discard()
})

test('no program starts on half a restore, and the same command ends it', async () => {
  for (let count = 0; count < 5; count++) await aResponse()
  await home.context.ledger.open()
  const { file } = await made()
  const place = emptyMachine()
  const { manifest, pages } = openBackup(file, openMaster(place.keyringPath))
  const half = await openStore(place.storeUrl)
  await half.documents('settings').put('restoring', { chain: manifest.chain, isLoaded: false }, null)
  for (const page of pages()) await half.load(page.slice(0, 6))
  await half.close()
  await expect(openContext(place, () => now)).rejects.toThrow(/s’est arrêtée avant la fin/)
  expect(await back(file, place)).toMatchObject({ responses: 5 })
  const again = await openContext(place, () => now)
  expect(await again.store.responses.count('garde')).toBe(5)
  await again.close()
})

test('a backup says nothing to whoever has not the keyring, holds no session nor answers carried to another device, and only its owner reads it', async () => {
  await aResponse()
  await home.context.store.documents('sessions').put('s', { login: 'agent' }, null)
  await home.context.store.documents('carried-answers').put('c', { sealed: 'x', until: '2024-06-05' }, null)
  const { file, tallies } = await made()
  const bytes = readFileSync(file)
  for (const word of [canary, 'La garde des enfants', 'agent']) expect(bytes.includes(word)).toBe(false)
  const { masters } = JSON.parse(readFileSync(home.place.keyringPath, 'utf8')) as { masters: { key: string }[] }
  const { pages } = openBackup(file, openMaster(home.place.keyringPath))
  let inside = ''
  for await (const page of pages()) inside += JSON.stringify(page)
  expect(inside).toContain('garde')
  expect(masters.length).toBeGreaterThan(0)
  for (const { key } of masters) {
    const raw = Buffer.from(key, 'base64url')
    for (const form of [key, raw.toString('base64'), raw.toString('hex')]) {
      expect(bytes.includes(form)).toBe(false)
      expect(inside).not.toContain(form)
    }
    expect(bytes.includes(raw)).toBe(false)
  }
  expect(tallies).not.toHaveProperty('document sessions')
  expect(tallies).not.toHaveProperty('document carried-answers')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder)).toEqual([basename(file)])
})

test('a copy that does not give back what it says is no backup: no file stays, and the store forgets it', async () => {
  await aResponse()
  const { store } = home.context
  // the key of a response is gone: the copy would be unreadable
  const blind = { ...home.context.keyring, key: async () => null }
  await expect(backUp(store, blind, { folder, days: 90, now })).rejects.toThrow()
  expect(readdirSync(folder)).toEqual([])
  expect(await backupsIn(store).list()).toEqual([])
  writeFileSync(join(home.place.folder, 'file'), '')
  const nowhere = join(home.place.folder, 'file', 'sub')
  await expect(backUp(store, home.context.keyring, { folder: nowhere, days: 90, now })).rejects.toThrow(
    /ne peut pas être écrite/,
  )
})

test('a backup goes on its day, and the last day on which one holds an answer is known', async () => {
  const { store } = home.context
  const first = await made()
  const second: BackupMade = await backUp(store, home.context.keyring, {
    folder,
    days: 10,
    now: new Date('2024-06-20T02:00:00Z'),
  })
  expect(await lastExpiry(store, '2024-05-06')).toBe(first.expires)
  // on a server, what comes while a backup is made may be in it
  expect(await lastExpiry(store, '2024-06-20T03:30:00.000Z')).toBe(second.expires)
  expect(await lastExpiry(store, '2024-06-20T04:30:00.000Z')).toBeNull()
  expect(await lastExpiry(store, '2024-06-10')).toBe('2024-06-30T02:00:00.000Z')
  expect(await lastExpiry(store, '2024-07-10')).toBeNull()
  expect(await deleteExpired(store, '2024-07-01T00:00:00.000Z')).toBe(1)
  expect([existsSync(first.file), existsSync(second.file)]).toEqual([true, false])
  expect(await lastExpiry(store, '2024-06-10')).toBeNull()
})

test('under load a backup has every answer acknowledged before it began', async () => {
  const before = []
  for (let count = 0; count < 30; count++) before.push((await aResponse()).response.id)
  await home.context.ledger.open()
  let isDone = false
  const load = (async () => {
    while (!isDone) await aResponse()
  })()
  const { file } = await made()
  isDone = true
  await load
  const place = emptyMachine()
  await back(file, place)
  const again = await openContext(place, () => now)
  for (const id of before) expect(await again.store.responses.get(id)).not.toBeNull()
  expect(statSync(pathOf(place.storeUrl)).mode & 0o777).toBe(0o600)
  await again.close()
})

/** Mulberry32. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
