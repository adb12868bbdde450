import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { ledgerBeside, readLedger } from '../../../api/erasure/ledger-file.ts'
import { openMaster } from '../../../api/keys/keyring.ts'
import { quarantineIn } from '../../../api/kiosks/quarantine.ts'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { receive } from '../../../api/responses/responses.ts'
import { announcementsIn } from '../../../api/results/public/announcements.ts'
import { hashOf, newCode, proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import { aPlace, aSentResponse, setStatus, smallQuestionnaire } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

const root = resolve(import.meta.dirname, '../../..')
const place = aPlace()
// « numéro » is a word of the list too: none of these twelve is in our own sentences
const words = newCode((numbers) => numbers.map((_, at) => 1_002 + 37 * at))
const response = aSentResponse({
  withdrawal: hashOf(proofOf(words)),
  answers: { garde: 'non', pourquoi: 'canari-bleu' },
})
beforeAll(async () => {
  mkdirSync(place.dataDir, { recursive: true })
  const context = await openContext(place, () => new Date())
  await context.questionnaires.loadFounding([smallQuestionnaire])
  await receive(context, response)
  await receive(context, aSentResponse())
  await context.close()
})
afterAll(() => rmSync(place.folder, { recursive: true }))

/** The command with these words on its standard input, and all it wrote. */
function rgpd(input: string, ...options: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'api/commands/rgpd.ts'),
      ...['--store', place.storeUrl, '--keyring', place.keyringPath],
      ...options,
    ],
    { cwd: root },
  )
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => (out += part))
  child.stderr.on('data', (part) => (err += part))
  child.stdin.end(input)
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })))
}

test('words that are too few, misspelt or unknown are refused in one sentence, and never repeated', async () => {
  const cases: [string, RegExp][] = [
    [words.slice(0, 11).join(' '), /^Il faut douze mots.*11 ont été lus\.\n$/],
    [[...words.slice(0, 11), 'xylophonique'].join(' '), /^Le mot numéro 12 n’est pas dans la liste/],
    [words.toReversed().join(' '), /^Ces mots n’ouvrent aucune réponse/],
  ]
  for (const [input, sentence] of cases) {
    const { code, out, err } = await rgpd(input)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(sentence)
    for (const word of new Set([...words, 'xylophonique'])) expect(err.split(/[^\p{L}]+/u)).not.toContain(word)
  }
}, 60_000)

test('the words show what they open, in words or as JSON, and leave it there', async () => {
  const { code, out } = await rgpd(words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n'))
  expect(code).toBe(0)
  expect(out).toContain('Faites-vous garder un enfant ?\u202f: Non')
  expect(out).toContain('Pourquoi ?\u202f: canari-bleu')
  expect(out).toContain('Rien n’est effacé.')
  const json = JSON.parse((await rgpd(words.join(' '), '--json')).out)
  expect(json).toMatchObject({ questionnaire: 'garde', answers: response.answers, erased: false, backupsUntil: null })
}, 60_000)

test('with --erase it goes, through the ledger; another person’s stays, and the journal says so without the words', async () => {
  const { code, out, err } = await rgpd(words.join(' '), '--erase')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('Cette réponse est effacée. Aucune de nos sauvegardes ne la contient.')
  const { entries } = readLedger(ledgerBeside(place.keyringPath), openMaster(place.keyringPath))!
  expect(entries).toMatchObject([{ kind: 'response', id: response.id }])
  const context = await openContext(place, () => new Date())
  expect(await context.store.responses.count('garde')).toBe(1)
  const { lines } = await context.audit.page(0)
  expect(lines.map(({ who, what }) => `${who} ${what}`).slice(0, 2)).toEqual([
    'une personne answer-withdrawn',
    'operateur rows-read',
  ])
  for (const trace of [proofOf(words), 'canari-bleu']) expect(JSON.stringify(lines)).not.toContain(trace)
  await context.close()
  expect((await rgpd(words.join(' '))).err).toMatch(/^Ces mots n’ouvrent aucune réponse/)
}, 60_000)

test('a response of a kiosk that waits for the staff is not shown, and is erased like any other', async () => {
  const own = words.toReversed()
  const [kiosk, key] = [randomUUID(), randomUUID()]
  const context = await openContext(place, () => new Date())
  const aside = aSentResponse({
    withdrawal: hashOf(proofOf(own)),
    answers: { garde: 'non', pourquoi: 'canari-vert' },
  })
  const outside = { id: aside.id, kiosk, key, ephemeral: '', nonce: '', box: '' }
  await quarantineIn(context).add(outside, { answeredAt: new Date().toISOString(), sheet: aside }, 'clock')
  await context.close()
  const shown = await rgpd(own.join(' '))
  expect(shown.out).toMatch(/^Une réponse de borne, mise à part/)
  expect(shown.out).toContain('Rien n’est effacé.')
  expect(shown.out).not.toContain('canari-vert')
  expect(JSON.parse((await rgpd(own.join(' '), '--erase', '--json')).out)).toMatchObject({
    waits: true,
    erased: true,
  })
  expect(readLedger(ledgerBeside(place.keyringPath), openMaster(place.keyringPath))!.entries.at(-1)).toMatchObject({
    id: aside.id,
  })
  expect((await rgpd(own.join(' '))).err).toMatch(/^Ces mots n’ouvrent aucune réponse/)
}, 60_000)

test('coordinates left for a call-back are shown and erased by number or address, wherever they wait', async () => {
  const context = await openContext(place, () => new Date())
  const leave = (reach: string, at: number) =>
    contactsIn(context).leave({ id: `00000000-0000-4000-8000-00000000000${at}`, name: 'Rose', reach, when: 'any' })
  await leave('06 12 34 56 78', 1)
  await leave('rose@exemple.fr', 2)
  await context.close()
  expect((await rgpd('+33 6 12 34 56 78\n', '--contact')).out).toContain('Rien n’est effacé.')
  const { out } = await rgpd('+33612345678\n', '--contact', '--erase', '--json')
  expect(JSON.parse(out)).toMatchObject({ contacts: [{ name: 'Rose', reach: '06 12 34 56 78' }], erased: true })
  expect((await rgpd('0612345678\n', '--contact')).err).toMatch(/^Aucune coordonnée/)
  expect((await rgpd('ROSE@exemple.fr\n', '--contact')).out).toContain('rose@exemple.fr')
  expect(readLedger(ledgerBeside(place.keyringPath), openMaster(place.keyringPath))!.entries.at(-1)).toMatchObject({
    kind: 'contact',
  })
}, 60_000)

test('no option takes the words: they stay out of the list of processes', async () => {
  const help = (await rgpd('', '--help')).out
  expect(help).toContain('entrée standard')
  expect(help.match(/--[a-z]+/g)).not.toContain('--words')
  const { code, err } = await rgpd('', ...words)
  expect(code).toBe(1)
  expect(err).toMatch(/^Ne donnez pas les mots dans la commande/)
}, 60_000)

test('an address that waits to be told of results is shown and erased like coordinates', async () => {
  const context = await openContext(place, () => new Date())
  await setStatus(context, 'open')
  await aMomentLater()
  await announcementsIn(context).ask('garde', 'nour@exemple.fr')
  await context.close()
  expect((await rgpd('Nour@exemple.fr\n', '--contact')).out).toContain('attend les résultats de « garde »')
  const { out } = await rgpd('nour@exemple.fr\n', '--contact', '--erase', '--json')
  expect(JSON.parse(out)).toMatchObject({ contacts: [], awaited: ['garde'], erased: true })
  expect((await rgpd('nour@exemple.fr\n', '--contact')).err).toMatch(/^Aucune coordonnée/)
}, 60_000)
