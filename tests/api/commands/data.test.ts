import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, test } from 'vitest'
import { openContext } from '../../../api/context.ts'
import { receive } from '../../../api/responses/responses.ts'
import { collectionRows } from '../../../api/store/collections.ts'
import { openSqlite } from '../../../api/store/sqlite.ts'
import { tableOf } from '../../../cli/table.ts'
import { aPlace, aSentResponse, smallQuestionnaire } from '../fixture.ts'

const root = resolve(import.meta.dirname, '../../..')

function run(...args: string[]): { code: number; text: string; errors: string } {
  try {
    const text = execFileSync(process.execPath, ['--no-warnings', 'api/commands/data.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return { code: 0, text, errors: '' }
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
    return { code: status, text: stdout, errors: stderr }
  }
}
type Line = {
  name: string
  kind: string
  isPersonal: boolean
  setting: object | null
  inBackups: boolean
  count: number | null
}
type Document = { ok: boolean; data: Line[]; damaged: object[] }

let folder: string
let file: string
beforeAll(async () => {
  const place = aPlace()
  folder = place.dataDir
  file = join(folder, 'questionnaires.db')
  const context = await openContext(place, () => new Date())
  await context.questionnaires.loadFounding([smallQuestionnaire])
  for (let number = 0; number < 3; number++) await receive(context, aSentResponse())
  await context.store.codes.add('garde', 'lot-1', ['a', 'b'])
  await context.store.documents('settings').put('site', { logMonths: 6 }, null)
  await context.audit.record({ who: 'alix.martin', what: 'login' })
  await context.close()
})

test('the register lists collections, responses, codes and files, with counts and the setting of the day', () => {
  const { code, text } = run('--data', folder, '--json')
  expect(code).toBe(0)
  const { ok, data, damaged } = JSON.parse(text) as Document
  expect([ok, damaged, data.length]).toEqual([true, [], collectionRows.length + 7])
  const line = (name: string) => data.find((one) => one.name === name)
  expect(line('responses')).toMatchObject({
    isPersonal: true,
    count: 3,
    setting: { name: 'rawMonths', now: '24\u00a0mois' },
  })
  expect(line('audit')).toMatchObject({ isPersonal: true, setting: { name: 'logMonths', now: '6\u00a0mois' } })
  expect(line('codes')).toMatchObject({ kind: 'codes', isPersonal: false, count: 2 })
  expect(line('sessions')).toMatchObject({ isPersonal: true, inBackups: false, count: 0 })
  expect(line('trousseau de clés')).toMatchObject({ kind: 'file', inBackups: false, count: null })
  expect(text).not.toContain('alix.martin')
})

test('without --json the register is a table in French', () => {
  const { code, text } = run('--data', folder)
  expect(code).toBe(0)
  expect(text).toMatch(/^Quoi +Ce que c’est, et pourquoi +Données personnelles +Combien de temps\n/)
  expect(text).toMatch(/accounts +Comptes des agents\. +Nom, identifiant/)
  expect(text).toMatch(/2 enregistrés/)
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(150)
})

test('damaged documents are named by their place, and the command exits 1', async () => {
  const store = await openSqlite(file)
  await store.documents('accounts').put('marie', { password: 'chut-chut' }, null)
  await store.close()
  const { code, text } = run('--data', folder, '--json')
  expect(code).toBe(1)
  expect((JSON.parse(text) as Document).damaged).toEqual([{ collection: 'accounts', id: 'marie', path: 'login' }])
  expect(run('--data', folder).text).toContain('accounts/marie (login)')
  expect(text).not.toContain('chut-chut')
})

// a document that was no JSON ended the command on an unexpected error, and was not named
test('a torn document is named too, a setting as well, and the others are still looked at', async () => {
  const store = await openSqlite(file)
  await store.documents('accounts').put('marie', { password: 'chut-chut' }, null)
  await store.documents('settings').put('site', { name: 'Ici' }, null)
  await store.close()
  const database = new DatabaseSync(file)
  const { slug } = database.prepare("SELECT id AS slug FROM shelves WHERE shelf = 'questionnaires' LIMIT 1").get()!
  database
    .prepare(
      "UPDATE shelves SET value = substr(value, 1, 5) WHERE shelf = 'settings' OR (shelf = 'questionnaires' AND id = ?)",
    )
    .run(slug!)
  database.close()
  const { code, text, errors } = run('--data', folder)
  expect([code, errors]).toEqual([1, ''])
  for (const place of [`questionnaires/${slug}\n`, 'settings/site\n', 'accounts/marie (login)\n'])
    expect(text).toContain(`  – ${place}`)
  expect(text).toMatch(/responses +/)
})

test('where there is no base yet none is made, and the register says what would be stored', () => {
  const nowhere = join(folder, 'nulle-part')
  const { code, text } = run('--data', nowhere, '--json')
  expect(code).toBe(0)
  expect((JSON.parse(text) as Document).data.every(({ count }) => count === null)).toBe(true)
  expect(existsSync(nowhere)).toBe(false)
})

test('help says what it does; an option it does not know is one sentence', () => {
  expect(run('--help').text).toMatch(/^Liste tout ce que le site enregistre/)
  expect(run('--tout')).toMatchObject({
    code: 1,
    text: '',
    errors: expect.stringMatching(/^L’option --tout n’existe pas/),
  })
})

test('a text longer than its column goes on below, and words that belong together stay so', () => {
  const table = tableOf(
    [
      ['a', 'un deux trois'],
      ['b', '24\u00a0mois'],
    ],
    [3, 7],
  )
  expect(table).toBe('a    un deux\n     trois\nb    24\u00a0mois\n')
  expect(tableOf([], [3])).toBe('')
})
