import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { initialSettings } from '../../../api/settings/fields.ts'
import { digestOf } from '../../../surveys/edit/read-over.ts'
import { textsOf } from '../../../surveys/edit/texts.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import type { DefinitionElement } from '../../../surveys/questionnaire/questionnaire.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'
import { aMomentLater } from '../moment.ts'
import { approve as approveLive } from '../questionnaires/approving.ts'
import { handOf, published, said, whole } from './fixture.ts'

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
const known = { status: 200 }
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

test('questions put in the library are every author’s, as they were written, until one takes them out', async () => {
  const { elements } = whole('a-garder').definition.pages[0]!
  const item = { title: 'Venir', elements, parameters: [] }
  expect((await author.browser.post('/api/library', item)).status).toBe(201)
  const { items } = (await approver.browser.get('/api/library')).body as { items: { id: string }[] }
  expect(items).toMatchObject([{ ...item, byName: 'Alix Martin' }])
  expect((await author.browser.post('/api/library', { ...item, elements: [] })).status).toBe(422)
  expect((await approver.browser.ask('DELETE', `/api/library/${items[0]!.id}`)).status).toBe(200)
  expect((await author.browser.get('/api/library')).body).toEqual({ items: [] })
})

describe('two people on one draft', () => {
  test('a refused save names who saved meanwhile, with the hour; nothing is written over', async () => {
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

  // « a aussi ce questionnaire ouvert » was still said two minutes after the other had left
  test('each sees that the other has it open, and no longer than a minute after they left', async () => {
    const slug = 'a-deux'
    await hand(slug).post('here')
    expect((await hand(slug, approver).post('here')).body.others).toMatchObject([{ name: 'Alix Martin' }])
    expect((await hand(slug).room()).others).toMatchObject([{ name: 'Camille Roux' }])
    clock.now = new Date(clock.now.getTime() + 41_000)
    expect((await hand(slug).room()).others).toEqual([])
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
    expect(lines.map(({ text }) => text)).toContain(
      'Camille Roux vous a renvoyé «\u202fTout autre chose\u202f» avec une remarque. Corrigez, puis demandez de nouveau.',
    )
  })

  test('may correct a draft; who asks has read these words first, and the request says whose they are', async () => {
    const slug = 'corrige'
    const mine = hand(slug)
    await mine.make()
    await mine.save(whole(slug))
    const { revision } = await mine.room()
    expect((await hand(slug, approver).save(whole(slug, 'Mieux dit'), revision)).status).toBe(200)
    const unread = await author.browser.post(`/api/design/${slug}/ask`, { revision, opening: null })
    expect(unread.body.code).toBe('changed-meanwhile')
    expect((await mine.ask()).status).toBe(200)
    expect((await mine.room()).draft).toMatchObject({ askedBy: { name: 'Alix Martin' }, updatedByName: 'Camille Roux' })
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
    // said before it is asked for
    const { toOpen } = await mine.room()
    const { problems } = missing.body as { problems: { message: string }[] }
    expect(toOpen.map(({ text }) => text)).toEqual(problems.map(({ message }) => message))
    expect(toOpen.map(({ text }) => text)).toContain('L’adresse publique du site n’est pas indiquée.')
    const admin = await office.placed(['admin'])
    const { revision } = (await admin.browser.get('/api/settings')).body as { revision: number }
    const values = {
      ...initialSettings,
      contact: 'jeunesse@example.org',
      dpo: 'dpo@example.org',
      publicAddress: 'https://example.org/',
    }
    expect((await admin.browser.ask('PUT', '/api/settings', { revision, values })).status).toBe(200)
    await aMomentLater()
    expect(await mine.ask({ as: 'open', closesAt: '2026-12-24' })).toMatchObject(known)
    expect(await hand(slug, approver).approve()).toMatchObject(known)
    await aMomentLater()
    expect((await author.browser.get(`/api/questionnaires/${slug}`)).body).toMatchObject({
      status: 'open',
      trial: false,
      closesAt: '2026-12-24T22:59:59.000Z',
    })
    expect((await mine.post('archive')).body.code).toBe('still-open')
  })
})

test('a founding questionnaire taken over by the staff is left alone by what is shipped, and goes live from their text', async () => {
  const shipped = founding().find(({ slug }) => slug === 'jeunes-11-15')!
  const mine = hand(shipped.slug)
  await mine.post('draft')
  const own = structuredClone(shipped)
  ;(own.definition.pages[0]!.elements[0] as DefinitionElement).title = said('Où vas-tu ?')
  await mine.save(own)
  await mine.ask()
  expect((await hand(shipped.slug, approver).approve()).status).toBe(200)
  await office.context.questionnaires.loadFounding([{ ...shipped, version: 9 }])
  await aMomentLater()
  const shown = (await author.browser.get(`/api/questionnaires/${shipped.slug}`)).body
  expect([shown.version, JSON.stringify(shown).includes('Où vas-tu ?')]).toEqual([shipped.version + 1, true])
  const closesAt = '2026-12-31'
  expect((await author.browser.post(`/api/questionnaires/${shipped.slug}/live`, { closesAt })).status).toBe(201)
  expect((await approveLive(approver.browser, shipped.slug)).status).toBe(200)
  await aMomentLater()
  const live = (await author.browser.get(`/api/questionnaires/${shipped.slug}`)).body
  expect([live.version, live.status, JSON.stringify(live).includes('Où vas-tu ?')]).toEqual([
    shipped.version + 2,
    'open',
    true,
  ])
})

test('staff-made questionnaires stand in the list of what can go live', async () => {
  const slug = 'a-ouvrir'
  await published(author.browser, approver.browser, whole(slug))
  const { questionnaires } = (await approver.browser.get('/api/live')).body as { questionnaires: { slug: string }[] }
  expect(questionnaires.find((line) => line.slug === slug)).toMatchObject({ status: 'trial', missing: [] })
  expect((await author.browser.post(`/api/questionnaires/${slug}/live`, { closesAt: '2026-12-31' })).status).toBe(201)
  expect((await approveLive(approver.browser, slug)).status).toBe(200)
})

test('the list shows drafts, reviews and what is published, with the measures', async () => {
  const { questionnaires, measures } = (await author.browser.get('/api/design')).body as {
    questionnaires: Record<string, unknown>[]
    measures: { name: string }[]
  }
  expect(questionnaires.find(({ slug }) => slug === 'familles')).toMatchObject({
    status: 'trial',
    hasDraft: false,
    version: 2,
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

// only the first page said that a draft had been sent back
test('the lists say what a draft was sent back for, until it is settled', async () => {
  const slug = 'renvoye'
  await published(author.browser, approver.browser, whole(slug))
  const mine = hand(slug)
  await mine.post('draft')
  await mine.save({ ...whole(slug), title: said('Autrement') })
  expect((await mine.ask(null)).status).toBe(200)
  const remarks = async () => {
    const { questionnaires } = (await author.browser.get('/api/design')).body as {
      questionnaires: { slug: string; remarks: number }[]
    }
    return questionnaires.find((line) => line.slug === slug)!.remarks
  }
  const next = async () => {
    const { questionnaires } = (await author.browser.get('/api/stages')).body as {
      questionnaires: { slug: string; next: object }[]
    }
    return questionnaires.find((line) => line.slug === slug)!.next
  }
  expect(await remarks()).toBe(0)
  await hand(slug, approver).post('return', { text: 'Revoir le titre.' })
  expect([await remarks(), await next()]).toEqual([
    1,
    expect.objectContaining({ link: `/concevoir/${slug}/controle`, linkText: 'Renvoyé\u202f: 1\u00a0remarque' }),
  ])
  const [comment] = (await mine.room()).draft!.comments
  await mine.post(`comments/${comment!.id}/settle`)
  expect([await remarks(), await next()]).toEqual([0, expect.objectContaining({ linkText: 'Préparer l’ouverture' })])
})

test('who has reviewed a language is stored, and an empty name takes it back', async () => {
  const mine = hand('a-deux')
  await mine.notes({ readOver: { ar: { names: 'Mme Haddad' } } })
  expect((await mine.room()).draft).toMatchObject({ readOver: { ar: { names: 'Mme Haddad', by: author.login } } })
  await mine.notes({ readOver: { ar: { names: '' } } })
  expect((await mine.room()).draft).toMatchObject({ readOver: {} })
})

// « Relu par … » was lost at the draft of the next version
test('who has reviewed a language is still known in the draft of the next version, and whether its texts changed', async () => {
  const slug = 'relu'
  const mine = hand(slug)
  await mine.make()
  expect((await mine.save(whole(slug))).status).toBe(200)
  await mine.notes({ readOver: { en: { names: 'Mme Haddad' } } })
  const read = (await mine.room()).draft!.readOver.en!
  const now = async () => digestOf(textsOf((await mine.room()).draft!.questionnaire), 'en')
  expect(read.of).toBe(await now())
  expect((await mine.ask()).status).toBe(200)
  expect((await hand(slug, approver).approve()).status).toBe(200)
  await mine.post('draft')
  const next = await mine.room()
  expect(next.draft!.readOver.en).toEqual(read)
  expect(read.of).toBe(await now())
  const changed = { ...whole(slug), title: { default: 'Autre titre', en: 'Another title' } }
  expect((await mine.save({ ...changed, version: 2 }, next.revision)).status).toBe(200)
  expect(read.of).not.toBe(await now())
})

test('the code of a questionnaire never changes under its answers', async () => {
  const refused = await hand('a-deux').save({ ...whole('a-deux'), slug: 'autre' })
  expect(refused).toMatchObject({ status: 422, body: { code: 'draft-refused', problems: [{ path: 'slug' }] } })
})
