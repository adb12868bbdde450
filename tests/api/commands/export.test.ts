import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { locate } from '../../../analysis/columns/columns.ts'
import { designOf } from '../../../analysis/design/design.ts'
import { share } from '../../../analysis/estimates/share.ts'
import { answerTest, hitsOf } from '../../../analysis/measures/local/population.ts'
import { countsOf, readExport } from '../../../analysis/scripts/read-export.ts'
import { mask } from '../../../analysis/text/mask.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { openContext } from '../../../api/context.ts'
import { contactsIn } from '../../../api/responses/contacts.ts'
import { receive } from '../../../api/responses/responses.ts'
import { studiesIn } from '../../../api/responses/studies.ts'
import { neutral } from '../../../surveys/questionnaire/neutral.ts'
import { anOffice, type Office } from '../accounts/office.ts'
import { aPlace, aSentResponse, smallQuestionnaire } from '../fixture.ts'
import { aSmallDisk } from '../keys/small-disk.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../../..')
const reason = 'préparer le comité'
const folder = mkdtempSync(join(tmpdir(), 'ctg-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

const starts = ['=', '+', '-', '@', '|', '＝', '＋', '－', '＠', '=\n']
const tails = ['1+1', 'cmd|" /C calc"!A0', 'HYPERLINK("http://x")', 'SUM(A1:A9)*2', 'DDE("a";"b")']
const formulas = Array.from(
  { length: 1000 },
  (_, at) => `${starts[at % starts.length]}${tails[at % tails.length]}${at}`,
)
const named = 'Appelez Mme Durand au 06 12 34 56 78 ou julie@exemple.fr, 12 rue des Lilas.'

/** A store on disk with 1,000 texts that look like formulas and one that names people. */
const place = aPlace()
beforeAll(async () => {
  mkdirSync(place.dataDir, { recursive: true })
  const context = await openContext(place, () => new Date('2026-03-02T09:00:00Z'))
  await context.questionnaires.loadFounding([smallQuestionnaire])
  for (const pourquoi of [...formulas, named, '-12', 'Sans souci', 'je n’en peux plus'])
    await receive(context, aSentResponse({ answers: { garde: 'non', pourquoi } }))
  await receive(context, aSentResponse({ answers: { garde: 'oui' } }))
  await context.close()
}, 60_000)
afterAll(() => rmSync(place.folder, { recursive: true }))

const command = (name: string, ...given: string[]) =>
  run(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, name), ...given], { cwd: root })
const exporting = (file: string, ...more: string[]) =>
  command(
    'api/commands/export.ts',
    '--store',
    place.storeUrl,
    '--keyring',
    place.keyringPath,
    '--questionnaire',
    'garde',
    '--out',
    join(folder, file),
    ...more,
  )
const whole = (file: string, ...more: string[]) => exporting(file, '--full', ...more)
const written = (file: string) => readFileSync(join(folder, file), 'utf8')
const rowsOf = (text: string) =>
  parse(text, { bom: true, delimiter: ';', columns: true, relax_quotes: false }) as Record<string, string>[]

test('without a reason nothing leaves, and nothing is written', async () => {
  await expect(exporting('sans.csv')).rejects.toMatchObject({ stderr: expect.stringContaining('Il manque --reason') })
  expect(() => statSync(join(folder, 'sans.csv'))).toThrow()
}, 20_000)

test('a CSV opens in a French spreadsheet: UTF-8 with its mark, semicolons, a file only its owner reads', async () => {
  await whole('tout.csv', '--reason', reason)
  const text = written('tout.csv')
  expect(text.startsWith('\uFEFF"id";"version";"month";"mode";"export"')).toBe(true)
  expect(statSync(join(folder, 'tout.csv')).mode & 0o777).toBe(0o600)
  expect(rowsOf(text)).toHaveLength(1005)
}, 20_000)

test('none of a thousand formula-like texts starts a formula, and each can be read back', () => {
  const texts = rowsOf(written('tout.csv')).map(({ pourquoi }) => pourquoi!)
  expect(texts.filter((text) => /^[\s\u200b]*[=+\-@＝＋－＠|\t\r\0]/u.test(text))).toEqual([])
  expect(['\t1', '\r1', '\0=1', ' =1', '\n@'].map(neutral)).toEqual(["'\t1", "'\r1", "'=1", "' =1", "'\n@"])
  const back = new Set(texts.map((text) => text.replace(/^'/, '')))
  expect(formulas.map((text) => mask(text).text).filter((text) => !back.has(text))).toEqual([])
})

test('names, phones and addresses are masked, and a text to read first does not leave', () => {
  const text = written('tout.csv')
  for (const canary of ['Durand', '06 12 34 56 78', 'julie@exemple.fr', 'Lilas', 'n’en peux plus'])
    expect(text).not.toContain(canary)
  expect(text).toContain('[courriel]')
})

test('JSON Lines says the same responses, and reads back as it was written', async () => {
  await whole('tout.jsonl', '--reason', reason, '--format', 'jsonl')
  const lines = written('tout.jsonl').trimEnd().split('\n')
  const responses = lines.map((line) => JSON.parse(line))
  expect(responses.map((response) => JSON.stringify(response))).toEqual(lines)
  const texts = (all: (string | null | undefined)[]) => all.map((text) => (text ?? '').replace(/^'/, '')).toSorted()
  expect(texts(responses.map(({ answers }) => answers.pourquoi))).toEqual(
    texts(rowsOf(written('tout.csv')).map(({ pourquoi }) => pourquoi)),
  )
}, 20_000)

test('ids are drawn anew each time: two exports cannot be joined, nor an export with the store', async () => {
  await whole('autre.csv', '--reason', reason)
  const [first, second] = ['tout.csv', 'autre.csv'].map((file) => rowsOf(written(file)).map(({ id }) => id!))
  expect(new Set([...first!, ...second!]).size).toBe(first!.length + second!.length)
  const context = await openContext(place, () => new Date())
  for await (const block of context.store.responses.blocks('garde'))
    expect(block.filter(({ id }) => first!.includes(id))).toEqual([])
  const { lines } = await context.audit.page(0)
  expect(lines.filter(({ what }) => what === 'exported-full')).toHaveLength(3)
  expect(lines[0]).toMatchObject({
    who: 'operateur',
    about: 'garde',
    what: 'exported-full',
    details: { fiches: 1005, format: 'csv', raison: reason },
  })
  await context.close()
}, 20_000)

test('the two documented examples run on an export, as npm run analyse runs them', async () => {
  const file = join(folder, 'tout.csv')
  const flat = await command('analysis/scripts/analyse.ts', 'tri-a-plat', file, 'garde')
  expect(flat.stdout).toMatch(/^non\s+1004$/m)
  const crossed = await command('analysis/scripts/analyse.ts', 'croisement', file, 'garde', 'mode')
  expect(crossed.stdout).toMatch(/^non\s+web\s+1004$/m)
  const refused = command('analysis/scripts/analyse.ts', 'croisement', 'README.md', 'garde', 'mode')
  await expect(refused).rejects.toMatchObject({
    stderr: expect.stringMatching(/^Le fichier README\.md n’est pas un export/m),
  })
  const table = join(folder, 'la-mienne.csv')
  writeFileSync(table, 'garde;mode\nnon;web\n')
  await expect(command('analysis/scripts/analyse.ts', 'croisement', table, 'garde', 'mode')).rejects.toMatchObject({
    stderr: expect.stringMatching(/^Le fichier .* n’a pas de colonne «\u202fid\u202f»/m),
  })
  const own = join(folder, 'le-mien.ts')
  writeFileSync(own, "export const run = ([file]: string[]) => console.log('lu : ' + file)\n")
  expect((await command('analysis/scripts/analyse.ts', own, file)).stdout).toContain(`lu : ${file}`)
}, 40_000)

let office: Office
test('only the role for it exports from the site, with a reason, under its own name in the journal', async () => {
  office = await anOffice({ isReal: true })
  await fill(office.context, [{ slug: 'loisirs-sud', people: 60 }], 7, () => {})
  await contactsIn(office.context).leave({
    id: randomUUID(),
    name: 'Canari Serin',
    reach: 'canari@exemple.fr',
    when: 'any',
  })
  const asked = { format: 'csv', reason }
  for (const role of ['admin', 'analyst', 'designer', 'publisher', 'saisie', 'vigilance'] as const) {
    const { browser } = await office.placed([role])
    for (const path of ['/api/export/loisirs-sud', '/api/export/loisirs-sud/full'])
      expect((await browser.post(path, asked)).status).toBe(403)
  }
  const analyst = await office.placed(['exporter'])
  expect((await analyst.browser.post('/api/export/loisirs-sud/full', asked)).status).toBe(403)
  expect((await analyst.browser.get('/api/export')).body.forms).toEqual(['protected'])
  const light = (await analyst.browser.post('/api/export/loisirs-sud', asked)).body
  expect(light.measured).toContainEqual(expect.stringMatching(/^Le plus petit groupe .* en compte ([5-9]|\d\d)/))
  expect(light.file).toBe(`loisirs-sud-${light.mark}.csv`)
  const second = await office.placed(['full-exporter'])
  expect((await second.browser.post('/api/export/loisirs-sud', asked)).status).toBe(403)
  const path = '/api/export/loisirs-sud/full'
  expect((await second.browser.post(path, { format: 'csv', reason: ' ' })).status).toBe(422)
  expect((await second.browser.post(path, { format: 'xlsx', reason })).status).toBe(422)
  const { status, body } = await second.browser.post(path, asked)
  expect(status).toBe(200)
  expect(body.rows).toBe(60)
  expect(body.text).not.toContain('anari')
  writeFileSync(join(folder, 'loisirs-sud.csv'), String(body.text))
  const { lines } = await office.context.audit.page(0)
  const marked = (mark: unknown) => ({ export: mark, raison: reason })
  expect(lines[0]).toMatchObject({ who: second.login, what: 'exported-full', details: marked(body.mark) })
  expect(lines.find(({ what }) => what === 'exported')).toMatchObject({
    who: analyst.login,
    about: 'loisirs-sud',
    details: marked(light.mark),
  })
}, 60_000)

test('a share counted by danfojs on an export is the one the engine counts on the store', async () => {
  const frame = readExport(join(folder, 'loisirs-sud.csv'))
  expect(frame.columns).not.toContain('commune')
  const [study] = await studiesIn(office.context, 'loisirs-sud')
  const choices = [...study!.table.columns].filter(
    ([path, { kind }]) => kind === 'choice' && frame.columns.includes(path),
  )
  expect(choices.length).toBeGreaterThan(2)
  for (const [path, column] of choices) {
    if (column.kind !== 'choice') continue
    const counts = new Map(countsOf(frame, path))
    const published = (value: string) => counts.get(value) ?? 0
    const base = column.values.reduce((sum, value) => sum + published(value), 0)
    const { table } = locate(study!.table, path)!
    for (const value of column.values) {
      const own = share(hitsOf(column, table.rows, answerTest(column, value)), designOf({ rows: table.rows }), null)
      expect([path, value, own.base, own.value]).toEqual([
        path,
        value,
        base,
        // one answer alone has no interval, and no share
        base < 2 ? null : published(value) / base,
      ])
    }
  }
  await office.discard()
})

test('a disk that fills up is said to be full, and no half of an export stays', async (context) => {
  const disk = aSmallDisk(join(folder, 'petit'), 16)
  if (!disk) return context.skip('no disk can be mounted here')
  try {
    const refused = whole('petit/tout.csv', '--reason', reason)
    await expect(refused).rejects.toMatchObject({
      stderr: expect.stringMatching(/^Le disque est plein \(.*tout\.csv\)/m),
    })
    expect(readdirSync(join(folder, 'petit'))).toEqual([])
  } finally {
    disk.unmount()
  }
}, 20_000)
