/** The way of a questionnaire through the designer, on each store; the rest of its rules are in design.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { aSentResponse } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'
import { handOf, published, said, whole } from './fixture.ts'

const mongodb = await startMongodb()
afterAll(() => mongodb?.stop())

const stores: { name: string; store: { storeUrl?: string }; isHere: boolean }[] = [
  { name: 'SQLite', store: {}, isHere: true },
  {
    name: 'MongoDB',
    store: mongodb ? { storeUrl: `${mongodb.url}design_${process.pid}` } : {},
    isHere: mongodb !== null,
  },
]
const known = { status: 200 }
const responseOf = (questionnaire: string, version: number, answers: Record<string, unknown>) =>
  aSentResponse({ questionnaire, version, answers })

for (const { name, store, isHere } of stores) describe.skipIf(!isHere)(`on ${name}`, () => journeys(store))

function journeys(store: { storeUrl?: string }) {
  let office: Office
  let author: Person
  let approver: Person
  beforeAll(async () => {
    office = await anOffice({ clock: { now: new Date('2026-11-24T09:00:00Z') }, ...store })
    author = await office.placed(['designer'], { name: 'Alix Martin' })
    approver = await office.placed(['publisher'], { name: 'Camille Roux' })
  })
  afterAll(() => office.discard())

  const hand = (slug: string, person = author) => handOf(person.browser, slug)
  const put = (response: ReturnType<typeof aSentResponse>) =>
    author.browser.ask('PUT', `/api/responses/${response.id}`, response as unknown as Record<string, unknown>)
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
    expect(lines[0]).toMatchObject({
      text: expect.stringContaining('Alix Martin'),
      link: `/concevoir/${slug}/controle#demande`,
    })

    const theirs = hand(slug, approver)
    expect(await theirs.post('comments', { path: 'venir', text: 'Et les horaires ?' })).toMatchObject({ status: 201 })
    expect(await theirs.approve()).toMatchObject({ status: 200, body: { version: 1 } })
    await aMomentLater()
    expect((await author.browser.get(`/api/questionnaires/${slug}`)).body).toMatchObject({
      status: 'trial',
      version: 1,
    })
    expect((await put(responseOf(slug, 1, { venir: 'non' }))).status).toBe(201)

    expect(await mine.post('draft')).toMatchObject({ status: 201, body: { revision: 1 } })
    const next = whole(slug)
    ;(next.definition.pages[0]!.elements[1]!.choices as object[]).push({ value: 'permis', text: said('Le permis') })
    await mine.save(next)
    await mine.ask()
    expect(await theirs.approve()).toMatchObject({ body: { version: 2 } })
    await aMomentLater()
    expect((await author.browser.get(`/api/questionnaires/${slug}`)).body).toMatchObject({
      status: 'trial',
      version: 2,
    })
    expect((await put(responseOf(slug, 2, { venir: 'oui', pourquoi: ['permis'] }))).status).toBe(201)
    // who began before still sends
    expect((await put(responseOf(slug, 1, { venir: 'oui', pourquoi: ['job'] }))).status).toBe(201)
    expect((await put(responseOf(slug, 1, { venir: 'oui', pourquoi: ['permis'] }))).status).toBe(422)
    const first = (await author.browser.get(`/api/design/${slug}/versions/1`)).body as { questionnaire: Questionnaire }
    expect(JSON.stringify(first)).not.toContain('permis')
    expect((await mine.room()).versions.map(({ version }) => version)).toEqual([2, 1])
    const recorded = (await audited()).filter(({ about }) => about === slug).map(({ what }) => what)
    expect(recorded).toEqual(expect.arrayContaining(['draft-made', 'review-asked', 'design-approved', 'draft-opened']))
  })

  test('of ten saves at once one is stored, and nine are refused', async () => {
    const slug = 'dix-mains'
    await hand(slug).make()
    const { revision } = await hand(slug).room()
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_, at) => hand(slug).save(whole(slug, `Titre ${at}`), revision)),
    )
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)])
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
    await aMomentLater()
    expect((await author.browser.get(`/api/questionnaires/${slug}`)).status).toBe(404)
    expect((await hand(slug).post('draft')).body.code).toBe('questionnaire-archived')
    expect((await hand(slug).post('restore')).status).toBe(200)
    expect(await hand(slug).room()).toMatchObject({ status: 'trial' })
  })

  test('a whole questionnaire of ours is imported, shows what changed, and passes the same review', async () => {
    const slug = 'venu-d-ailleurs'
    const file = { ...whole('ailleurs'), version: 3, indicators: [{ ...whole('x').indicators[0]!, objective: 39 }] }
    const asked = { from: 'import', json: file, title: 'Point d’entrée Jeunesse', newSlug: slug }
    const taken = await author.browser.post('/api/design', asked)
    expect(taken).toMatchObject({ status: 201, body: { slug } })
    expect(taken.body.notes).toEqual([
      expect.stringMatching(/^Son code était «\sailleurs\s»/),
      expect.stringMatching(/version 3/),
      expect.stringMatching(/^Indicateurs sous un objectif hors du plan/),
    ])
    expect((await hand(slug).room()).draft!.questionnaire).toEqual({ ...whole(slug), indicators: [] })
    expect(await hand(slug).ask()).toMatchObject(known)
    expect((await author.browser.post('/api/design', asked)).body.code).toBe('slug-taken')

    const bare = whole('nu')
    delete bare.definition.pages[0]!.elements[0]!.objectives
    await author.browser.post('/api/design', { ...asked, json: bare, newSlug: 'nu' })
    expect(await hand('nu').ask()).toMatchObject({ status: 422, body: { code: 'gate-refused' } })
    const unreadable = await author.browser.post('/api/design', {
      ...asked,
      json: { ...bare, unit: 'cats' },
      newSlug: 'illisible',
    })
    expect(unreadable).toMatchObject({ status: 422, body: { code: 'import-refused' } })
    expect(unreadable.body.problems).toEqual([{ path: '', message: expect.stringMatching(/«\sunit\s»/) }])
  })
}
