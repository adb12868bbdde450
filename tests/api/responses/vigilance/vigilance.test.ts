import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TextColumn } from '../../../../analysis/columns/column.ts'
import { receive } from '../../../../api/responses/responses.ts'
import { type StudyMemory, studiesIn } from '../../../../api/responses/studies.ts'
import type { VigilancePage } from '../../../../api/wire/vigilance.ts'
import { anOffice, type Office, type Person } from '../../accounts/office.ts'
import { aSentResponse } from '../../fixture.ts'

const calm = 'Les horaires de la crèche sont trop courts.'
const alarming = 'Depuis la séparation je n’en peux plus, aidez-moi.'

let office: Office
let holder: Person
const write = (pourquoi: string) => receive(office.context, aSentResponse({ answers: { garde: 'non', pourquoi } }))
beforeAll(async () => {
  office = await anOffice()
  holder = await office.placed(['vigilance'])
  await write(calm)
  await write(alarming)
}, 30_000)
afterAll(() => office.discard())

const page = async (who = holder) => (await who.browser.get('/api/vigilance')).body as VigilancePage
const textsRead = async (memory: StudyMemory | null = null) => {
  const [study] = await studiesIn(office.context, 'garde', undefined, memory)
  return (study!.table.columns.get('pourquoi') as TextColumn).texts.toSorted()
}

test('the holder of the role is shown the text, its words, its questionnaire and its day, and nothing else of the response', async () => {
  const { waiting, seen } = await page()
  expect(seen).toEqual([])
  expect(waiting).toHaveLength(1)
  const [one] = waiting
  expect(Object.keys(one!).sort()).toEqual(['alarms', 'concerns', 'day', 'id', 'questionnaire', 'slug', 'text'])
  expect(one).toMatchObject({ text: alarming, questionnaire: 'La garde des enfants', slug: 'garde' })
  expect(one!.alarms.map(({ start, end }) => alarming.slice(start, end))).toEqual(
    ['je n’en peux plus', 'aidez-moi'].map((words) => words.replace('je ', '')),
  )
  expect(one!.concerns).toContain('Grande détresse d’un adulte ou d’un jeune')
})

test('reading is written in the journal, without a word of what was read', async () => {
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ who: holder.login, what: 'vigilance-read', about: 'garde', details: { textes: 1 } })
  expect(JSON.stringify(lines)).not.toContain('séparation')
})

test('what needs me today says so to the holder, and to nobody else', async () => {
  const said = async (who: Person) => JSON.stringify((await who.browser.get('/api/today')).body)
  expect(await said(holder)).toContain('détresse')
  expect(await said(await office.placed(['admin', 'analyst']))).not.toContain('détresse')
})

test('neither an administrator nor an analyst reads these texts, and a holder only those of their questionnaires', async () => {
  for (const roles of [['admin'], ['analyst'], ['exporter']] as const)
    expect((await (await office.placed([...roles])).browser.get('/api/vigilance')).status).toBe(403)
  const elsewhere = await office.placed(['vigilance'], { questionnaires: ['familles'] })
  expect((await page(elsewhere)).waiting).toEqual([])
  const { id } = (await page()).waiting[0]!
  expect((await elsewhere.browser.post(`/api/vigilance/garde/${id}`, { note: 'lu' })).status).toBe(403)
})

test('the analysis sees a text only after it was marked seen, even where its columns are held in memory', async () => {
  const memory: StudyMemory = new Map()
  expect(await textsRead(memory)).toEqual([calm, null])
  const before = (await studiesIn(office.context, 'garde'))[0]!
  const { id } = (await page()).waiting[0]!
  const note = 'Lu le matin même, le 3919 est affiché au service.'
  expect((await holder.browser.post(`/api/vigilance/garde/${id}`, { note })).status).toBe(201)
  expect(await textsRead(memory)).toEqual([alarming, calm])
  expect(await textsRead()).toEqual([alarming, calm])
  expect((await studiesIn(office.context, 'garde'))[0]!.digest).not.toBe(before.digest)
})

test('what was done is stored encrypted, with who and when; a second mark and an empty note are refused', async () => {
  const { waiting, seen } = await page()
  expect(waiting).toEqual([])
  expect(seen).toMatchObject([{ byName: 'Sacha Petit', note: expect.stringContaining('3919') }])
  expect(JSON.stringify(await office.context.store.documents('vigilance').list())).not.toContain('3919')
  const { lines } = await office.context.audit.page(0)
  expect(lines.some(({ what, about }) => what === 'vigilance-seen' && about === 'garde')).toBe(true)
  expect(JSON.stringify(lines)).not.toContain('3919')
  const again = `/api/vigilance/garde/${seen[0]!.id}`
  expect((await holder.browser.post(again, { note: 'encore' })).body.code).toBe('vigilance-seen')
  expect((await holder.browser.post(again, { note: '' })).status).toBe(422)
  expect((await holder.browser.post('/api/vigilance/garde/inconnu', { note: 'rien' })).body.code).toBe(
    'vigilance-unknown',
  )
})

test('columns held in memory decrypt only the responses that are new, and all of them again once one is withdrawn', async () => {
  const memory: StudyMemory = new Map()
  const opened = async () => {
    let last = 0
    const [study] = await studiesIn(
      office.context,
      'garde',
      (responses) => {
        last = responses
      },
      memory,
    )
    return { rows: study!.table.rows, digest: study!.digest, last }
  }
  await opened()
  const { columns } = memory.get('garde')!
  await write('Un texte de plus.')
  const grown = await opened()
  expect(memory.get('garde')!.columns).toBe(columns)
  const fresh = (await studiesIn(office.context, 'garde'))[0]!
  expect(grown).toMatchObject({ rows: fresh.table.rows, digest: fresh.digest })
  const { responses } = office.context.store
  for await (const [first] of responses.blocks('garde', 1)) {
    await responses.remove(first!.id)
    break
  }
  expect((await opened()).rows).toBe(grown.rows - 1)
  expect(memory.get('garde')!.columns).not.toBe(columns)
})
