import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Account } from '../../../api/accounts/account.ts'
import { answeredIn, textsOf } from '../../../api/fieldwork/diffusion/channels.ts'
import { type Poster, printPoster } from '../../../api/fieldwork/diffusion/poster.ts'
import { waitingOf } from '../../../api/fieldwork/waiting.ts'
import { collections } from '../../../api/store/collections.ts'
import type { FieldworkList, FieldworkPage, FollowUp } from '../../../api/wire/fieldwork.ts'
import { communes, outsideZone, zoneNames } from '../../../surveys/authority/territory.ts'
import type { Language } from '../../../surveys/languages.ts'
import type { Audience } from '../../../surveys/questionnaire/audiences.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { shortFormOf } from '../../../surveys/questionnaire/short-form.ts'
import { readPdf } from '../../pdf.ts'
import { aBrowser, type Office, type Person } from '../accounts/office.ts'
import { anOpenOffice, dayMs, moved, type senderTo, stand } from './office.ts'

let office: Office
let designer: Person
let send: ReturnType<typeof senderTo>
/** Two doors. */
const families = founding().find(({ slug }) => slug === 'familles')!
beforeAll(async () => {
  ;({ office, send } = await anOpenOffice())
  await office.context.questionnaires.loadFounding([families])
  await stand(office, { status: 'open', liveFrom: families.version }, 'familles')
  designer = await office.placed(['designer'])
})
afterAll(() => office.discard())

const follow = async () => (await designer.browser.get('/api/fieldwork/garde/follow')).body as unknown as FollowUp
const page = async () => (await designer.browser.get('/api/fieldwork/garde')).body as unknown as FieldworkPage
const step = (body: object) => aBrowser(office.url).post('/api/steps', { questionnaire: 'garde', ...body })
const sample = ({ samples }: FollowUp, name: string) => samples.find((one) => one.name === name)

test('nobody yet: nothing is counted, and nothing breaks', async () => {
  expect(await follow()).toMatchObject({ total: 0, days: [], channels: [], samples: [], steps: [], minutes: null })
})

test('targets are saved, and two colleagues cannot overwrite each other', async () => {
  const wanted = { revision: null, total: 200, zones: [{ name: 'Sud', wanted: 40 }], profile: 'garde', profiles: [] }
  const put = (body: object) => designer.browser.ask('PUT', '/api/fieldwork/garde/targets', body)
  expect((await put(wanted)).status).toBe(200)
  expect((await put(wanted)).body.code).toBe('changed-meanwhile')
  expect((await page()).targets).toMatchObject({ ...wanted, revision: 1 })
  // « 1 205 réponses, sur 100 espérées » beside a zone of 400
  const zones = [
    { name: 'Sud', wanted: 150 },
    { name: 'Nord', wanted: 100 },
  ]
  const profiles = [{ name: 'Oui', wanted: 260 }]
  const said = async (change: object) => (await put({ ...wanted, revision: 1, ...change })).body.problems
  const least = (group: string, count: number) => [
    {
      path: 'total',
      message: `Pour ${group}, vous en espérez ${count}\u202f: mettez au moins ${count} en tout, ou rien.`,
    },
  ]
  expect(await said({ zones })).toEqual(least('les zones réunies', 250))
  expect(await said({ profiles })).toEqual(least('«\u202fOui\u202f»', 260))
  expect((await put({ ...wanted, revision: 1, total: null, zones, profiles })).status).toBe(200)
  expect((await put({ ...wanted, revision: 2 })).status).toBe(200)
})

test('counts are to the nearest five; who answers is shown from eleven answers on, and again only eleven answers later', async () => {
  for (let response = 0; response < 10; response++) await send({ channel: 'affiche--nord' })
  expect((await follow()).samples).toEqual([])
  for (let response = 0; response < 2; response++) await send({ channel: 'inconnu' })
  const first = await follow()
  expect(first).toMatchObject({ total: 10, channels: [{ name: 'Affiche, Nord', count: 10 }] })
  // « Part des habitants » stood over households
  expect(sample(first, 'garde')?.people).toBe('ménages')
  expect(sample(first, 'garde')?.rows).toEqual([{ name: 'Oui', count: 10, share: 100, known: null, isMissing: false }])
  for (let response = 0; response < 10; response++) await send({ answers: { garde: 'non', pourquoi: null } })
  const second = await follow()
  expect(second.total).toBe(20)
  expect(sample(second, 'garde')).toEqual(sample(first, 'garde'))
  await send({ answers: { garde: 'non', pourquoi: null } })
  expect(sample(await follow(), 'garde')?.rows.map(({ name, count }) => [name, count])).toEqual([
    ['Oui', 10],
    ['Non', 10],
  ])
})

// « Sudd 10 » stayed on the page after the table was corrected
test('zones drawn afresh are counted with the next eleven answers', async () => {
  const { tables } = office.context
  const zoned = (zone: string, source: string) => ({
    kind: 'zones',
    cells: [],
    rows: communes().map(({ insee }, at) => ({ commune: insee, zone: at === 0 ? zone : 'Nord' })),
    date: '2026-02-01',
    source,
    savedAt: '2026-02-01T09:00:00Z',
    savedBy: 'operateur',
  })
  const before = await follow()
  expect(sample(before, 'zone')?.rows.length).toBeGreaterThan(0)
  expect(before.isRedrawn).toBe(false)
  await tables.save(0, zoned('Sudd', 'une faute de frappe'))
  const redrawn = await follow()
  expect([sample(redrawn, 'zone'), redrawn.isRedrawn]).toEqual([undefined, true])
  expect(sample(redrawn, 'garde')).toEqual(sample(before, 'garde'))
  for (let response = 0; response < 11; response++) await send({ answers: { garde: 'non', pourquoi: null } })
  const recounted = await follow()
  expect([sample(recounted, 'zone') !== undefined, recounted.isRedrawn]).toEqual([true, false])
})

// « Hors territoire » came first, « Non précisée » between two zones
test('zones are listed as they stand, those who live elsewhere and those who did not say last', async () => {
  const last = zoneNames()[outsideZone]!
  const names = [...Object.values(zoneNames()).filter((name) => name !== last), last, 'Non précisée']
  const samples = office.context.store.collection(collections.samples)
  const { value, revision } = (await samples.get('garde/zone'))!
  const rows = names.toReversed().map((name) => ({ name, count: 10 }))
  await samples.put('garde/zone', { ...value, rows }, revision)
  expect(sample(await follow(), 'zone')?.rows.map(({ name }) => name)).toEqual(names)
})

test('where people stop and how long they take are numbers tied to nothing; a page that does not exist is not counted', async () => {
  for (let person = 0; person < 20; person++) {
    expect((await step({ version: 1, page: 'page' })).status).toBe(201)
    if (person < 12) await step({ version: 1, page: '~end' })
    if (person < 12) await step({ minutes: person < 6 ? 3 : 8 })
  }
  await step({ version: 1, page: 'inventée' })
  expect((await step({ version: 999, page: '~end' })).body.code).toBe('version-unknown')
  const { steps, minutes } = await follow()
  // a page without a title has its place, not its code
  expect(steps.map(({ title }) => title)).toEqual(['Page 1', 'Envoi'])
  expect(steps.map(({ page: name, count }) => [name, count])).toEqual([
    ['page', 20],
    ['~end', 10],
  ])
  expect(minutes).toEqual({ median: 3, base: 10 })
  const stored = JSON.stringify(await office.context.store.collection(collections.steps).list())
  expect(stored).not.toMatch(/inventée|2026-/)
})

test('who comes by the short door is counted on its own pages, and stops nowhere on those of the whole', async () => {
  const { version } = families
  const own = (body: object) => aBrowser(office.url).post('/api/steps', { questionnaire: 'familles', version, ...body })
  const byShort = { door: 'short' }
  const shortPages = shortFormOf(families)!.definition.pages.map(({ name }) => name)
  const wholeOnly = families.definition.pages.map(({ name }) => name).find((name) => !shortPages.includes(name))!
  for (let person = 0; person < 15; person++) {
    await own({ page: families.definition.pages[0]!.name })
    for (const page of [...shortPages, '~end']) await own({ page, ...byShort })
    await aBrowser(office.url).post('/api/steps', { questionnaire: 'familles', minutes: 2, ...byShort })
  }
  // no page of the short door: not counted
  await own({ page: wholeOnly, ...byShort })
  const asked = await designer.browser.get('/api/fieldwork/familles/follow')
  const { steps, minutes, short } = asked.body as unknown as FollowUp
  expect(steps.map(({ count }) => count)).toEqual([15, ...families.definition.pages.map(() => 0)])
  expect(minutes).toBeNull()
  expect(short!.steps.map(({ page, count }) => [page, count])).toEqual(
    [...shortPages, '~end'].map((page) => [page, 15]),
  )
  expect(short!.minutes).toEqual({ median: 2, base: 15 })
  expect((await follow()).short).toBeNull()
})

test('what came lately is counted to the nearest five, and what waits leads only where one may work', async () => {
  const before = await follow()
  // those sent above are alike; a designer reads that they wait, and does not decide
  const alike = { text: expect.stringMatching(/attend(ent)? un avis/), link: null }
  expect(before.waiting).toMatchObject([alike])
  expect(before.recent).toMatchObject({ today: before.total, week: 0 })
  moved(office, dayMs)
  // the session of the day before is over
  designer = await office.placed(['designer'])
  const { recent, status } = await follow()
  // all that was sent above was sent on one day, which is yesterday now
  expect(recent).toMatchObject({ today: null, week: recent.yesterday, weekBefore: 0 })
  expect(recent.yesterday).toBe(before.total)
  expect(status).toBe('open')

  const soon = new Date(office.clock.now.getTime() + 3 * dayMs).toISOString()
  await stand(office, { closesAt: soon })
  const analyst = await office.placed(['analyst'])
  const read = async ({ browser }: Person) =>
    (await browser.get('/api/fieldwork/garde/follow')).body as unknown as FollowUp
  const seen = (await read(designer)).waiting
  expect(seen).toMatchObject([
    alike,
    { text: expect.stringMatching(/^Dernier jour le .* relancer/), link: '/terrain/garde/diffusion' },
  ])
  // the list of questionnaires says what the follow-up says
  const reading = vi.spyOn(office.context.analysis, 'follow')
  const { questionnaires } = (await designer.browser.get('/api/fieldwork')).body as unknown as FieldworkList
  // from what was counted: a large store that has just started is not read for a list
  expect(reading.mock.calls.map(([slug]) => slug)).not.toContain('garde')
  reading.mockRestore()
  expect(questionnaires.find(({ slug }) => slug === 'garde')!.waiting).toEqual(seen.map(({ brief }) => brief))
  // an analyst reads the same, and is not sent to a page of others
  expect((await read(analyst)).waiting).toMatchObject([alike, { text: seen[1]!.text, link: null }])
  await stand(office, { closesAt: '2026-06-30T21:59:59.000Z' })
})

// « des habitants » stood above a column that counts households
test('who answers less is told beside those the sample counts', async () => {
  const { standing } = await office.context.questionnaires.found('garde')
  const rows = [{ name: 'Sud', count: 10, share: 12, known: 36, isMissing: true }]
  const samples = [{ name: 'zone', title: 'Zone', rows, people: 'ménages', source: '' }]
  const me = { roles: [] } as unknown as Account
  const lines = await waitingOf(office.context, me, 'garde', standing, { total: 80, isEnough: true, samples })
  expect(lines.map(({ text }) => text)).toContain(
    'Sud répond moins\u202f: 12\u202f% des réponses, pour 36\u202f% des ménages du territoire.',
  )
})

test('links, posters and texts are made of the questionnaire and the settings', async () => {
  const link = (await designer.browser.get('/api/fieldwork/garde/link?channel=affiche&zone=nord')).body
  expect(link.address).toMatch(/\/q\/garde\?canal=affiche&zone=nord$/)
  // opened in a French browser, the page came in French
  const inArabic = (await designer.browser.get('/api/fieldwork/garde/link?channel=affiche&zone=nord&language=ar')).body
  expect(inArabic.address).toMatch(/\/q\/garde\?canal=affiche&zone=nord&langue=ar$/)
  expect((await designer.browser.get('/api/fieldwork/garde/link?channel=../x')).body.code).toBe('form-refused')
  for (const language of ['en', 'ar']) {
    const { text } = await designer.browser.get(`/api/fieldwork/garde/poster?size=a4&language=${language}`)
    // what a voice reads it in
    expect(text).toContain(`/Lang (${language})`)
  }
  expect((await designer.browser.get('/api/fieldwork/garde/poster?size=a4&language=de')).body.code).toBe('form-refused')
  for (const size of ['a4', 'a5']) {
    const poster = await designer.browser.get(`/api/fieldwork/garde/poster?size=${size}&channel=affiche`)
    expect([poster.status, poster.text.includes('/StructTreeRoot')]).toEqual([200, true])
  }
  // « affiche-garde-a4.pdf » was the name of each
  const nameOf = async (query: string) =>
    (await designer.browser.get(`/api/fieldwork/garde/poster?${query}`)).headers.get('content-disposition')
  expect(await nameOf('size=a4&channel=affiche&zone=nord&language=ar')).toContain('affiche-garde-nord-ar-a4.pdf')
  expect(await nameOf('size=a5&channel=ecole')).toContain('affiche-garde-ecole-a5.pdf')
  expect(await nameOf('size=a5&channel=affiche')).toContain('affiche-garde-a5.pdf')
  const { texts } = await page()
  for (const { channel, text, language } of texts) {
    expect(text).toContain(`?canal=${channel}`)
    expect(text.includes(`?canal=${channel}&langue=${language}`)).toBe(language !== 'fr')
    if (language === 'fr') expect(text).toContain('La garde des enfants')
    expect(text).not.toMatch(/\{\{| {2}| $|\n{3}/m)
  }
  const textOf = (name: string) => texts.find(({ channel, language }) => channel === name && language === 'fr')!
  // one SMS is paid once
  expect(textOf('sms').text.length).toBeLessThanOrEqual(160)
  expect(textOf('relance').text).toMatch(/Vous avez déjà répondu/)
  expect(textOf('reseaux').text.length).toBeLessThanOrEqual(280)
})

/** What the staff would send of a questionnaire that takes this many minutes. */
const sent = (minutes: number, languages: Language[], audience: Audience = 'families', isCodeAsked = false) =>
  textsOf({
    questionnaire: {
      title: { default: 'La garde', en: 'Childcare', ar: 'الرعاية' },
      audience,
      audienceText: 'Les familles',
      notice: {
        lines: [
          {
            id: 'pourquoi',
            title: 'Pourquoi\u202f?',
            text: { default: 'Pour ranger les vélos.', en: 'To park bikes.', ar: 'للدراجات' },
          },
        ],
      },
    },
    minutes: { from: Math.min(2, minutes), to: minutes },
    author: 'Nor',
    contact: '',
    origin: 'https://ici.example',
    slug: 'garde',
    closesAt: null,
    isCodeAsked,
    languages,
  })

test('the last day is never cut inside its date', async () => {
  const days: Partial<Record<Language, string>> = { fr: '19 décembre 2026', es: '19 de diciembre de 2026' }
  for (const [language, day] of Object.entries(days) as [Language, string][])
    for (const size of ['a4', 'a5'] as const) {
      const closesAt = '2026-12-19T22:59:59.000Z'
      const minutes = { from: 20, to: 25 }
      const page = await poster(false, 'families', { size, language, closesAt, minutes })
      expect([size, page.replaceAll('\u00a0', ' ')]).toEqual([size, expect.stringContaining(day)])
    }
})

const poster = async (isTrial: boolean, audience: Audience = 'families', change: Partial<Poster> = {}) => {
  const bytes = await printPoster({
    questionnaire: { title: 'La garde', summary: 'Deux mots', audience, audienceText: '' },
    minutes: { from: 2, to: 3 },
    size: 'a4',
    author: 'Nor',
    contact: '',
    logo: null,
    colour: '',
    languages: ['fr'],
    language: 'fr',
    link: 'https://ici.example/q/garde',
    address: 'https://ici.example/q/garde',
    closesAt: null,
    isCodeAsked: false,
    isTrial,
    ...change,
  })
  return (await readPdf(bytes)).pages.join()
}

test('where nobody answers without a code, poster and messages say so', async () => {
  expect(await poster(false)).not.toContain('code')
  expect(await poster(false, 'families', { isCodeAsked: true })).toContain('Avec le code qu’on vous a remis')
  expect(await poster(false, 'young-16-25', { isCodeAsked: true })).toContain('Avec le code qu’on t’a remis')
  const every: Language[] = ['fr', 'fr-facile', 'en', 'ar', 'es']
  for (const audience of ['families', 'young-16-25'] as const) {
    for (const { text } of sent(8, every, audience)) expect(text).not.toMatch(/code|código|رمز/)
    for (const { text } of sent(8, every, audience, true)) {
      expect(text).toMatch(/code|código|رمز/)
      expect(text).not.toMatch(/ {2}|^ | $/m)
    }
  }
})

test('a poster of a questionnaire on trial says so', async () => {
  expect(await poster(true)).toContain('à ne pas afficher')
  expect(await poster(false)).not.toContain('à ne pas afficher')
})

test('where each is asked by a code, neither poster nor message says « sans nom » or offers paper', async () => {
  expect(await poster(false)).toMatch(/Sans nom.*papier/s)
  expect(await poster(false, 'communes')).not.toMatch(/Sans nom|papier/)
  const messages = sent(8, ['fr', 'fr-facile', 'en', 'ar', 'es'], 'communes')
  expect(new Set(messages.map(({ channel }) => channel))).toEqual(new Set(['courriel', 'relance']))
  for (const { text } of messages) {
    expect(text).not.toMatch(/sans nom|votre nom|no name|sin nombre|بلا اسم|papier|paper/i)
    expect(text).toMatch(/code|código|رمز/)
  }
})

test('texts exist in each language it can be answered in, promise no other, and count one minute as one', () => {
  const languages: Language[] = ['fr', 'en', 'ar']
  expect(answeredIn({ languages: ['fr', 'ar'] }, languages)).toEqual(['fr', 'ar'])
  expect(answeredIn({}, languages)).toEqual(languages)
  const all = sent(1, languages)
  expect(new Set(all.map(({ language }) => language))).toEqual(new Set(languages))
  const saidIn = (language: string, texts = all) =>
    texts
      .filter((one) => one.language === language)
      .map(({ text }) => text)
      .join('\n')
  expect(saidIn('fr')).toContain('en français, en anglais ou en arabe')
  // only the Caf wrote a first message, whatever the questionnaire was for
  const mail = all.find(({ channel, language }) => channel === 'courriel' && language === 'fr')!
  expect(mail.subject).toBe('Votre avis compte\u202f: La garde')
  expect(mail.text).toContain('Pour ranger les vélos.')
  expect(mail.text).not.toMatch(/Caf|jeunes/)
  expect(all.find(({ channel, language }) => channel === 'courriel' && language === 'en')!.text).toContain(
    'To park bikes.',
  )
  // the public stood under the title without a word
  expect(saidIn('fr')).toMatch(/Pour qui\s\? \S/)
  expect(saidIn('fr')).not.toMatch(/\b1\s+minutes/)
  expect(saidIn('en')).toMatch(/“Childcare”, 1\u00a0minute, no name/)
  expect(saidIn('ar')).toMatch(/«الرعاية»، دقيقة واحدة/)
  expect(saidIn('fr', sent(5, ['fr']))).toContain('environ 2 à 5\u00a0minutes')
  expect(saidIn('ar', sent(5, ['ar']))).toContain('حوالي 2 إلى 5\u00a0دقائق')
  expect(saidIn('fr', sent(5, ['fr']))).not.toMatch(/anglais|arabe|langue/)
  expect(
    sent(5, ['fr'], 'communes')
      .map(({ text }) => text)
      .join(),
  ).not.toContain('papier')
  expect(sent(5, ['fr'], 'young-16-25').at(-1)).toMatchObject({ channel: 'ambassadeurs' })
})

// « Pour qui ? Tu as entre 11 et 15 ans », then « Vous pouvez répondre »: the child answers, and the mail is read by the parents
test('of a questionnaire of the young, parents read that their child answers; nobody is called « tu » and « vous » at once', () => {
  const languages: Language[] = ['fr', 'fr-facile', 'en', 'ar', 'es']
  const own = sent(5, languages, 'young-11-15')
  const adults = sent(5, languages)
  const textOf = (texts: typeof own, channel: string, language: Language) =>
    texts.find((one) => one.channel === channel && one.language === language)!
  for (const language of languages)
    for (const channel of ['caf', 'ecole', 'relance']) {
      const parents = textOf(own, channel, language)
      expect(parents.text).not.toBe(textOf(adults, channel, language).text)
      expect(parents.subject).not.toBe(textOf(adults, channel, language).subject)
    }
  const french = ['caf', 'ecole', 'relance'].map((channel) => textOf(own, channel, 'fr').text)
  for (const text of french)
    expect(text).not.toMatch(/Pour qui|Vous pouvez répondre|vos besoins|votre nom|Vous avez déjà/)
  expect(french[0]).toContain('C’est votre enfant qui répond')
  expect(french[0]).toContain('Écrit pour eux\u202f: «\u202fLes familles\u202f»')
})
