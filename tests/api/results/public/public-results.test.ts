/** The results everybody reads: nothing without a decision of the staff, the figures of the publication, gone when it is withdrawn. */
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicListHtml } from '../../../../analysis/report/public/html.ts'
import { publicLanguages } from '../../../../analysis/report/public/languages.ts'
import { fill } from '../../../../api/commands/synthetic-respondents.ts'
import { decisionsIn } from '../../../../api/results/decisions.ts'
import { noticesIn } from '../../../../api/results/notices.ts'
import { frameOf, listOf } from '../../../../api/results/public/site.ts'
import { publicationsIn } from '../../../../api/results/publications.ts'
import { collections } from '../../../../api/store/collections.ts'
import type { CommitteeLinks, PublicationsPage } from '../../../../api/wire/results.ts'
import { textOf } from '../../../pdf.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person } from '../../accounts/office.ts'
import { aMomentLater } from '../../moment.ts'

const slug = 'jeunes-11-15'
const page = `/resultats/${slug}`
let office: Office
let analyst: Person
let anybody: Browser
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  analyst = await office.placed(['analyst'])
  anybody = aBrowser(office.url)
  await fill(office.context, [{ slug, people: 300 }], 7, () => {})
  await publish()
}, 120_000)
afterAll(() => office.discard())

const at = `/api/analyse/${slug}`
async function publish() {
  expect((await analyst.browser.post(`${at}/publications`)).status).toBe(202)
  for (;;) {
    const shown = (await analyst.browser.get(`${at}/publications`)).body as unknown as PublicationsPage
    if (!shown.working) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const open = (number: number, withData: boolean, person = analyst) =>
  person.browser.post(`${at}/publications/${number}/public`, { withData })
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('nothing is public until somebody decides it: the page says so, in four languages', async () => {
  for (const language of publicLanguages) {
    const list = await anybody.get(`/resultats?langue=${language}`)
    expect([list.status, list.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(list.text).toContain(language === 'ar' ? 'lang="ar" dir="rtl"' : `lang="${language.slice(0, 2)}" dir="ltr"`)
    expect(list.text).not.toContain(`href="${page}`)
    const one = await anybody.get(`${page}?langue=${language}`)
    expect([one.status, one.text.match(/<h1/g)?.length]).toEqual([200, 1])
    expect(one.text).toContain(`href="/resultats${language === 'fr' ? '' : `?langue=${language}`}"`)
    expect(one.text).not.toMatch(/Vérifiez|\bvous\b/)
  }
  for (const path of [
    `${page}/tables.csv`,
    `${page}/ce-que-vous-avez-dit.fr.pdf`,
    '/resultats/inconnu',
    '/resultats/%3Cb%3E',
  ])
    expect([path, (await anybody.get(path)).status]).toEqual([path, 404])
  expect((await anybody.get('/api/site')).body.results).toEqual([])
})

test('who may open is who publishes; answers of a trial are not shown to people', async () => {
  const others = await office.placed(['admin', 'publisher', 'designer'])
  expect((await open(1, true, others)).body.code).toBe('not-allowed')
  const elsewhere = await office.placed(['analyst'], { questionnaires: ['familles'] })
  expect((await open(1, true, elsewhere)).status).toBe(403)
  expect((await open(9, true)).body.code).toBe('publication-unknown')
  expect((await open(1, true)).body.code).toBe('publication-trial')
  expect((await anybody.get(page)).text).toContain('Pas encore de résultats')
})

test('once opened, everybody reads it: without a script, with its figures, in each language and as PDF', async () => {
  // made-up answers may be shown: every page says so
  await office.context.store.collection(collections.settings).put('demo', { demo: true }, null)
  await aMomentLater()
  expect((await open(1, false)).status).toBe(201)
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ who: analyst.login, what: 'results-opened', about: slug })
  const list = (await anybody.get('/resultats')).text
  expect(list).toContain(`href="${page}"`)
  expect(list).toContain('Données fictives')
  const finding = (await analyst.browser.get('/api/analyse/objectives/22')).body.findings as { sentence: string }[]
  for (const language of publicLanguages) {
    const { status, text, headers } = await anybody.get(`${page}?langue=${language}`)
    expect([language, status, headers.get('cache-control')]).toEqual([language, 200, 'no-store'])
    expect(text).not.toContain('<script')
    expect(Buffer.byteLength(text)).toBeLessThan(
      60_000 + Buffer.byteLength(/<svg[^>]*viewBox="0 0 4[\s\S]*?<\/svg>/.exec(text)?.[0] ?? ''),
    )
    // nothing is asked of another origin, nothing is styled in the markup
    expect(text.replace(/xmlns="[^"]+"/g, '')).not.toMatch(/https?:|style="/)
    const pdf = await fetch(`${office.url}${page}/ce-que-vous-avez-dit.${language}.pdf`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    if (language === 'fr') {
      const sentences = finding.map(({ sentence }) => plain(sentence))
      expect(sentences.some((sentence) => plain(text).includes(sentence))).toBe(true)
      const printed = plain(await textOf(new Uint8Array(await pdf.arrayBuffer()))).replace(/\s+/g, ' ')
      expect(sentences.some((sentence) => printed.includes(sentence))).toBe(true)
    }
  }
  // the data stay inside until they are opened too; no other document of the staff leaves
  for (const file of ['tables.csv', 'findings.json', 'report.pdf', 'report.html'])
    expect([file, (await anybody.get(`${page}/${file}`)).status]).toEqual([file, 404])
  await aMomentLater()
  expect((await anybody.get('/api/site')).body.results).toEqual([slug])
}, 60_000)

// Seven lines « On peut répondre à … » led nowhere, before the results.
test.each(publicLanguages)('in %s what can still be answered is one step away', async (language) => {
  const { questionnaires } = await office.context.questionnaires.list()
  const lines = questionnaires.map((line) => ({ ...line, status: 'open' as const, closesAt: '2026-12-19' }))
  const known = { ...office.context.questionnaires, list: async () => ({ questionnaires: lines }) as never }
  const list = await listOf({ questionnaires: known }, [], language, false)
  const text = publicListHtml(list, frameOf(await office.context.settings(), language, null, false))
  const asked = language === 'fr' ? '' : `?langue=${language}`
  for (const { slug: own } of lines) expect(text).toContain(`<a href="/q/${own}${asked}">`)
  // one whose results are there is open all the same, and nothing of it is still to come
  const head = await publicationsIn(office.context.store).current(slug)
  const one = { ...known, list: async () => ({ questionnaires: lines.filter((line) => line.slug === slug) }) as never }
  const published = await listOf({ questionnaires: one }, [{ kind: 'open', slug, head } as never], language, false)
  expect(published.open).toEqual([expect.objectContaining({ href: `/q/${slug}${asked}` })])
  expect(published.later).toBe('')
})

test('the young read their results in words that say « tu », without a script, and print the kit of a workshop', async () => {
  const { text } = await anybody.get('/resultats/jeunes')
  const said = plain(text.split('<main')[1]!.replace(/<[^>]+>/g, ' '))
  expect(said).toContain('Tu as entre 11 et 25 ans')
  expect(said).toMatch(/Sur 100 jeunes de 11 à 15 ans qui ont répondu, environ \d+ /)
  // whoever is 16 to 25 read those of 11 to 15 alone, without a word on theirs
  expect(said).toContain('Les résultats de « Ici, c’est comment ? 16-25 ans » ne sont pas encore là.')
  expect(said).not.toMatch(/\b(?<!rendez-)(vous|votre|vos)\b/i)
  expect(text).not.toMatch(/<script|style="/)
  expect((await anybody.get('/resultats')).text).toContain('href="/resultats/jeunes"')
  expect((await anybody.get('/resultats?langue=en')).text).not.toContain('href="/resultats/jeunes"')
  const kit = await fetch(`${office.url}${page}/atelier-de-lecture.pdf`)
  const printed = plain(await textOf(new Uint8Array(await kit.arrayBuffer()))).replace(/\s+/g, ' ')
  expect(printed).toContain('Ton pari')
  expect(printed).toMatch(/Sur 100 jeunes de 11 à 15 ans/)
  if (process.env.SHOTS)
    writeFileSync(`${process.env.SHOTS}/atelier.pdf`, new Uint8Array(await (await fetch(kit.url)).arrayBuffer()))
}, 60_000)

test('the data go out when they are opened, as the documents have them', async () => {
  await open(1, true)
  const data = await anybody.get(`${page}/tables.csv`)
  expect(data.text).toMatch(/^objectif,action,questionnaire/)
  expect(data.text).toBe((await analyst.browser.get(`${at}/publications/1/tables.csv`)).text)
  expect((await anybody.get(`${page}/findings.json`)).body).toHaveProperty('findings')
  expect((await anybody.get(page)).text).toContain(`href="${page}/tables.csv"`)
})

test('a decision is read by everybody only when it was noted for everybody; its author never is', async () => {
  const own = (await analyst.browser.get('/api/analyse/objectives/22')).body.findings as { indicator: string }[]
  const note = (text: string, isPublic: boolean) =>
    analyst.browser.post(`${at}/findings/${own[0]!.indicator}/decisions`, { text, date: '2026-03-02', isPublic })
  expect((await note('Ouvrir la salle le mercredi.', true)).status).toBe(201)
  expect((await note('Demander un devis à la mairie.', false)).status).toBe(201)
  const { text } = await anybody.get(page)
  expect(text).toContain('Ouvrir la salle le mercredi.')
  expect(text).not.toContain('devis')
  expect(text).not.toContain('Sacha Petit')
})

test('what was decided on the same question of another questionnaire is read too, with the answers it rests on', async () => {
  const decisions = decisionsIn(office.context.store)
  const decide = (indicator: string, text: string, isPublic: boolean, publication = 1) =>
    decisions.add('jeunes-16-25', indicator, {
      ...{ text, date: '2026-04-07', by: 'A', at: '2026-04-07T10:00:00.000Z', isPublic, publication },
    })
  await decide('envies-jeunes', 'Un bus le samedi.', true)
  await decide('envies-jeunes', 'Demander trois devis.', false)
  await decide('projet', 'Rien de commun.', true)
  for (const [language, said] of [
    ['fr', 'Décidé le 7 avril 2026 sur les réponses à un autre questionnaire, « '],
    ['en', 'Decided on 7 April 2026, on the answers to another questionnaire, “'],
  ] as const) {
    const text = plain((await anybody.get(`${page}?langue=${language}`)).text)
    expect(text).toContain(said)
    expect(text.match(/Un bus le samedi\./g)).toHaveLength(1)
    expect(text).not.toMatch(/devis|Rien de commun/)
  }
  // on these answers themselves nothing is decided
  expect(plain((await anybody.get(page)).text)).toContain(
    'Aucune décision n’est encore rendue publique sur ces réponses',
  )
  const withdrawal = { kind: 'withdrawal', reason: 'Faux.', by: 'A', at: '2026-04-08T10:00:00.000Z' } as const
  await noticesIn(office.context.store).add('jeunes-16-25', 1, withdrawal)
  expect((await anybody.get(page)).text).not.toContain('Un bus le samedi.')
}, 60_000)

test('an erratum stands before the figures; a closed page and a withdrawn publication are gone', async () => {
  const reason = 'Le tableau par zone compte Teulat au nord ; il est au sud.'
  await analyst.browser.post(`${at}/publications/1/notices`, { kind: 'erratum', reason })
  const { text } = await anybody.get(page)
  expect(plain(text).indexOf('Le tableau par zone compte Teulat')).toBeGreaterThan(0)
  expect(text.indexOf('Teulat')).toBeLessThan(text.indexOf('class="page"'))
  expect((await analyst.browser.post(`${at}/public/close`)).status).toBe(200)
  expect((await anybody.get(page)).status).toBe(410)
  expect((await anybody.get(`${page}/tables.csv`)).status).toBe(410)
  expect((await analyst.browser.post(`${at}/public/close`)).body.code).toBe('publication-unknown')
  await open(1, true)
  expect((await anybody.get(page)).status).toBe(200)
  await analyst.browser.post(`${at}/publications/1/notices`, { kind: 'withdrawal', reason: 'Une erreur de calcul.' })
  const gone = await anybody.get(page)
  expect([gone.status, gone.text.includes('Une erreur de calcul.')]).toEqual([410, true])
  expect((await anybody.get(`${page}/findings.json`)).status).toBe(410)
  expect((await anybody.get('/resultats')).text).not.toContain(`href="${page}"`)
  expect((await open(1, true)).body.code).toBe('publication-withdrawn')
  await aMomentLater()
  expect((await anybody.get('/api/site')).body.results).toEqual([])
})

test('a link of the committee opens its pages until its day, or until it is revoked; the secret is shown once', async () => {
  const made = await analyst.browser.post('/api/analyse/committee/links', { label: 'Élus du Sud', days: 7 })
  expect(made.status).toBe(201)
  const { id, path } = made.body as { id: string; path: string }
  expect(path).not.toContain(id)
  const read = await anybody.get(path)
  expect([read.status, read.headers.get('x-robots-tag')]).toEqual([200, 'noindex'])
  const links = async () =>
    ((await analyst.browser.get('/api/analyse/committee/links')).body as unknown as CommitteeLinks).links
  // whoever made it is named, not by a login
  expect(await links()).toMatchObject([{ id, label: 'Élus du Sud', isOpen: true, by: 'Sacha Petit' }])
  expect(JSON.stringify(await links())).not.toContain(path.split('/').at(-1))
  expect((await anybody.get(`${path}x`)).status).toBe(404)
  office.clock.now = new Date(office.clock.now.getTime() + 7 * 86_400_000)
  expect((await anybody.get(path)).status).toBe(410)
  analyst = await office.placed(['analyst'])
  const second = (await analyst.browser.post('/api/analyse/committee/links', { label: 'Maires', days: 7 })).body
  expect((await anybody.get(String(second.path))).status).toBe(200)
  expect((await analyst.browser.ask('DELETE', `/api/analyse/committee/links/${second.id}`)).status).toBe(200)
  expect((await anybody.get(String(second.path))).status).toBe(410)
  const { lines } = await office.context.audit.page(0)
  expect(lines.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['committee-link-made', 'committee-link-revoked']),
  )
  expect(JSON.stringify(lines)).not.toContain(String(second.path).split('/').at(-1))
})
