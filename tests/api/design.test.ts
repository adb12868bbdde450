import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initialSettings } from '../../api/settings-fields.ts'
import { founding } from '../../surveys/founding.ts'
import type { DefinitionElement, Questionnaire } from '../../surveys/questionnaire.ts'
import { anOffice, type Office, type Person } from './accounts/office.ts'
import { handOf, published, said, whole } from './design-fixture.ts'
import { aSheet } from './fixture.ts'

let office: Office
let author: Person
let approver: Person
const clock = { now: new Date('2026-11-24T09:00:00Z') }
beforeAll(async () => {
  office = await anOffice({ clock, isReal: true })
  author = await office.placed(['designer'], { name: 'Alix Martin' })
  approver = await office.placed(['publisher'], { name: 'Camille Roux' })
})
afterAll(() => office.discard())

const hand = (slug: string, person = author) => handOf(person.browser, slug)
const put = (sheet: ReturnType<typeof aSheet>) =>
  author.browser.ask('PUT', `/api/responses/${sheet.id}`, sheet as unknown as Record<string, unknown>)
const sheetOf = (questionnaire: string, version: number, answers: Record<string, unknown>) =>
  aSheet({ questionnaire, version, answers })
const known = { status: 200 }
/** What the api remembers for a moment is over. */
const later = () => new Promise((resolve) => setTimeout(resolve, 1_050))
const audited = async () => {
  const admin = await office.placed(['admin'])
  const { lines } = (await admin.browser.get('/api/audit')).body as { lines: { what: string; about: string }[] }
  return lines
}

test('the whole life of a questionnaire: made, refused, mended, approved by another, answered, followed by a version 2', async () => {
  const slug = 'entree-jeunesse'
  const mine = hand(slug)
  expect((await mine.make()).status).toBe(201)
  expect(await mine.room()).toMatchObject({ status: 'draft', revision: 1, published: null, versions: [] })

  const bare = whole(slug)
  delete bare.definition.pages[0]!.elements[0]!.objectives
  expect(await mine.save(bare)).toMatchObject({ status: 200, body: { revision: 2 } })
  const refused = await mine.ask()
  expect(refused).toMatchObject({ status: 422, body: { code: 'gate-refused' } })
  expect(refused.body.problems).toContainEqual({
    path: 'venir',
    message: expect.stringMatching(/^Question «\sViendrais-tu \?\s».*ne sert aucun objectif/),
  })
  expect(await mine.gate()).toMatchObject({ timedOut: false, toFix: [{ code: 'purpose', path: 'venir' }] })

  await mine.save(whole(slug))
  expect(await mine.gate()).toMatchObject({ toFix: [], budget: { allowed: 6, isOver: false } })
  expect(await mine.ask()).toMatchObject(known)
  expect(await mine.room()).toMatchObject({ status: 'review', draft: { state: 'review' } })
  expect((await mine.save(whole(slug))).body.code).toBe('in-review')
  expect((await mine.notes({ reasons: { burden: 'x' } })).body.code).toBe('in-review')
  const { lines } = (await approver.browser.get('/api/today')).body as { lines: { text: string; link: string }[] }
  expect(lines[0]).toMatchObject({ text: expect.stringContaining('Alix Martin'), link: `/concevoir/${slug}/controle` })

  const theirs = hand(slug, approver)
  expect(await theirs.post('comments', { path: 'venir', text: 'Et les horaires ?' })).toMatchObject({ status: 201 })
  expect(await theirs.approve()).toMatchObject({ status: 200, body: { version: 1 } })
  await later()
  expect((await author.browser.get(`/api/questionnaires/${slug}`)).body).toMatchObject({ status: 'trial', version: 1 })
  expect((await put(sheetOf(slug, 1, { venir: 'non' }))).status).toBe(201)

  expect(await mine.post('draft')).toMatchObject({ status: 201, body: { revision: 1 } })
  const next = whole(slug)
  ;(next.definition.pages[0]!.elements[1]!.choices as object[]).push({ value: 'permis', text: said('Le permis') })
  await mine.save(next)
  await mine.ask()
  expect(await theirs.approve()).toMatchObject({ body: { version: 2 } })
  await later()
  expect((await author.browser.get(`/api/questionnaires/${slug}`)).body).toMatchObject({ status: 'trial', version: 2 })
  expect((await put(sheetOf(slug, 2, { venir: 'oui', pourquoi: ['permis'] }))).status).toBe(201)
  // who began before still sends
  expect((await put(sheetOf(slug, 1, { venir: 'oui', pourquoi: ['job'] }))).status).toBe(201)
  expect((await put(sheetOf(slug, 1, { venir: 'oui', pourquoi: ['permis'] }))).status).toBe(422)
  const first = (await author.browser.get(`/api/design/${slug}/versions/1`)).body as { questionnaire: Questionnaire }
  expect(JSON.stringify(first)).not.toContain('permis')
  expect((await mine.room()).versions.map(({ version }) => version)).toEqual([2, 1])
  const told = (await audited()).filter(({ about }) => about === slug).map(({ what }) => what)
  expect(told).toEqual(expect.arrayContaining(['draft-made', 'review-asked', 'design-approved', 'draft-opened']))
})

test('a meaning that changes is refused, with what to do', async () => {
  const slug = 'sens'
  await published(author.browser, approver.browser, whole(slug))
  const mine = hand(slug)
  await mine.post('draft')
  const next = whole(slug)
  next.definition.pages[0]!.elements[1]!.type = 'radiogroup'
  await mine.save(next)
  expect((await mine.ask()).body.problems).toContainEqual({
    path: 'pourquoi',
    message: expect.stringContaining('lui donner un nouveau code'),
  })
})

describe('two people on one draft', () => {
  test('who saved meanwhile is told, with the hour; nothing is written over', async () => {
    const slug = 'a-deux'
    await hand(slug).make()
    const { revision } = await hand(slug).room()
    expect((await hand(slug, approver).save(whole(slug, 'Par Camille'), revision)).status).toBe(200)
    const late = await hand(slug).save(whole(slug, 'Par Alix'), revision)
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
    expect(late.body.problems).toEqual([
      {
        path: '',
        message: expect.stringMatching(/^Camille Roux a enregistré ce questionnaire le 24 novembre 2026.*h/),
      },
    ])
    expect((await hand(slug).room()).draft!.questionnaire.title).toEqual(said('Par Camille'))
  })

  test('each is told that the other has it open, for two minutes', async () => {
    const slug = 'a-deux'
    await hand(slug).post('here')
    expect((await hand(slug, approver).post('here')).body.others).toMatchObject([{ name: 'Alix Martin' }])
    expect((await hand(slug).room()).others).toMatchObject([{ name: 'Camille Roux' }])
    clock.now = new Date(clock.now.getTime() + 121_000)
    expect((await hand(slug).room()).others).toEqual([])
  })

  test('of ten saves at once one is kept, and nine are told', async () => {
    const slug = 'a-deux'
    const { revision } = await hand(slug).room()
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_, at) => hand(slug).save(whole(slug, `Titre ${at}`), revision)),
    )
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)])
  })

  test('a comment in between does not stand in the way of a save', async () => {
    const slug = 'a-deux'
    const { revision } = await hand(slug).room()
    await hand(slug, approver).post('comments', { path: '', text: 'Bien.' })
    expect((await hand(slug).save(whole(slug), revision)).status).toBe(200)
    const [comment] = (await hand(slug).room()).draft!.comments
    expect((await hand(slug).post(`comments/${comment!.id}/settle`)).status).toBe(200)
    expect((await hand(slug).room()).draft!.comments[0]!.settled).toBe(true)
    expect((await hand(slug).post('comments/inconnu/settle')).body.code).toBe('comment-unknown')
  })
})

describe('the second person', () => {
  test('is never the one who asked, and approves exactly what was read', async () => {
    const slug = 'second'
    const both = await office.placed(['designer', 'publisher'], { name: 'Sacha Petit' })
    const mine = hand(slug, both)
    await mine.make()
    await mine.save(whole(slug))
    await mine.ask()
    expect((await mine.approve()).body.code).toBe('second-person')
    const seen = (await mine.room()).revision
    expect((await mine.post('unask')).status).toBe(200)
    await mine.save(whole(slug, 'Tout autre chose'))
    await mine.ask()
    expect((await hand(slug, approver).approve(seen)).body.code).toBe('changed-meanwhile')
    expect((await hand(slug, approver).post('return', { text: 'Revoir le titre.' })).status).toBe(200)
    expect(await mine.room()).toMatchObject({ draft: { state: 'draft', comments: [{ text: 'Revoir le titre.' }] } })
    expect((await hand(slug, approver).approve()).body.code).toBe('not-in-review')
    const { lines } = (await both.browser.get('/api/today')).body as { lines: { text: string }[] }
    expect(lines.map(({ text }) => text)).toContain('Une remarque attend sur « Tout autre chose ».')
  })

  test('opening for good asks what opening asks, when it is asked and when it is approved', async () => {
    const slug = 'pour-de-bon'
    const mine = hand(slug)
    await mine.make()
    await mine.save(whole(slug))
    expect((await mine.ask({ as: 'open', closesAt: null })).body.code).toBe('form-refused')
    expect((await mine.ask({ as: 'open', closesAt: '2026-01-01' })).body.code).toBe('date-past')
    expect((await mine.ask({ as: 'trial', closesAt: '2026-01-01' })).body.code).toBe('date-past')
    const missing = await mine.ask({ as: 'open', closesAt: '2026-12-24' })
    expect(missing.body).toMatchObject({ code: 'live-missing' })
    const admin = await office.placed(['admin'])
    const { revision } = (await admin.browser.get('/api/settings')).body as { revision: number }
    const values = {
      ...initialSettings,
      contact: 'jeunesse@example.org',
      dpo: 'dpo@example.org',
      publicAddress: 'https://example.org/',
    }
    expect((await admin.browser.ask('PUT', '/api/settings', { revision, values })).status).toBe(200)
    await later()
    expect(await mine.ask({ as: 'open', closesAt: '2026-12-24' })).toMatchObject(known)
    expect(await hand(slug, approver).approve()).toMatchObject(known)
    await later()
    expect((await author.browser.get(`/api/questionnaires/${slug}`)).body).toMatchObject({
      status: 'open',
      trial: false,
      closesAt: '2026-12-24T22:59:59.000Z',
    })
    expect((await mine.post('archive')).body.code).toBe('still-open')
  })
})

test('a founding questionnaire taken over by the staff is left alone by what is shipped, and goes live from their text', async () => {
  const shipped = founding.find(({ slug }) => slug === 'jeunes-11-15')!
  const mine = hand(shipped.slug)
  await mine.post('draft')
  const own = structuredClone(shipped)
  ;(own.definition.pages[0]!.elements[0] as DefinitionElement).title = said('Où vas-tu ?')
  await mine.save(own)
  await mine.ask()
  expect((await hand(shipped.slug, approver).approve()).status).toBe(200)
  await office.house.questionnaires.loadFounding([{ ...shipped, version: 9 }])
  await later()
  const shown = (await author.browser.get(`/api/questionnaires/${shipped.slug}`)).body
  expect([shown.version, JSON.stringify(shown).includes('Où vas-tu ?')]).toEqual([2, true])
  const closesAt = '2026-12-31'
  expect((await author.browser.post(`/api/questionnaires/${shipped.slug}/live`, { closesAt })).status).toBe(201)
  expect((await approver.browser.post(`/api/questionnaires/${shipped.slug}/live/approve`)).status).toBe(200)
  await later()
  const live = (await author.browser.get(`/api/questionnaires/${shipped.slug}`)).body
  expect([live.version, live.status, JSON.stringify(live).includes('Où vas-tu ?')]).toEqual([3, 'open', true])
})

test('staff-made questionnaires stand in the list of what can go live', async () => {
  const slug = 'a-ouvrir'
  await published(author.browser, approver.browser, whole(slug))
  const { questionnaires } = (await approver.browser.get('/api/live')).body as { questionnaires: { slug: string }[] }
  expect(questionnaires.find((line) => line.slug === slug)).toMatchObject({ status: 'trial', missing: [] })
  expect((await author.browser.post(`/api/questionnaires/${slug}/live`, { closesAt: '2026-12-31' })).status).toBe(201)
  expect((await approver.browser.post(`/api/questionnaires/${slug}/live/approve`)).status).toBe(200)
})

test('copied, archived, restored, thrown away', async () => {
  const slug = 'original'
  await published(author.browser, approver.browser, whole(slug))
  const copy = { from: 'copy', slug, title: 'La copie', newSlug: 'copie' }
  expect((await author.browser.post('/api/design', copy)).status).toBe(201)
  expect((await author.browser.post('/api/design', copy)).body.code).toBe('slug-taken')
  expect((await author.browser.post('/api/design', { ...copy, newSlug: slug })).body.code).toBe('slug-taken')
  expect((await author.browser.post('/api/design', { ...copy, slug: 'rien', newSlug: 'x1' })).body.code).toBe(
    'questionnaire-unknown',
  )
  expect((await hand('copie').room()).draft!.questionnaire).toMatchObject({
    slug: 'copie',
    title: 'La copie',
    version: 1,
  })
  expect((await hand('copie').remove()).status).toBe(200)
  expect((await author.browser.get('/api/design/copie')).status).toBe(404)

  expect((await hand(slug).post('archive')).status).toBe(200)
  await later()
  expect((await author.browser.get(`/api/questionnaires/${slug}`)).status).toBe(404)
  expect((await hand(slug).post('draft')).body.code).toBe('questionnaire-archived')
  expect((await hand(slug).post('restore')).status).toBe(200)
  expect(await hand(slug).room()).toMatchObject({ status: 'trial' })
})

test('the list tells drafts, reviews and what is published, with the measures', async () => {
  const { questionnaires, measures } = (await author.browser.get('/api/design')).body as {
    questionnaires: Record<string, unknown>[]
    measures: { name: string }[]
  }
  expect(questionnaires.find(({ slug }) => slug === 'familles')).toMatchObject({
    status: 'trial',
    hasDraft: false,
    version: 1,
  })
  expect(questionnaires.find(({ slug }) => slug === 'a-deux')).toMatchObject({
    status: 'draft',
    hasDraft: true,
    version: null,
  })
  expect(measures.map(({ name }) => name)).toContain('top-needs')
  const narrow = await office.placed(['designer'], { questionnaires: ['a-deux'] })
  const own = (await narrow.browser.get('/api/design')).body as { questionnaires: { slug: string }[] }
  expect(own.questionnaires.map(({ slug }) => slug)).toEqual(['a-deux'])
  expect((await narrow.browser.post('/api/design', { from: 'blank', title: 'X', newSlug: 'autre' })).status).toBe(403)
  expect((await narrow.browser.get('/api/design/familles')).status).toBe(403)
})

test('who has read a language over is kept, and an empty name takes it back', async () => {
  const mine = hand('a-deux')
  await mine.notes({ readOver: { ar: { names: 'Mme Haddad' } } })
  expect((await mine.room()).draft).toMatchObject({ readOver: { ar: { names: 'Mme Haddad', by: author.login } } })
  await mine.notes({ readOver: { ar: { names: '' } } })
  expect((await mine.room()).draft).toMatchObject({ readOver: {} })
})

test('the code of a questionnaire never changes under its answers', async () => {
  const refused = await hand('a-deux').save({ ...whole('a-deux'), slug: 'autre' })
  expect(refused).toMatchObject({ status: 422, body: { code: 'draft-refused', problems: [{ path: 'slug' }] } })
})
