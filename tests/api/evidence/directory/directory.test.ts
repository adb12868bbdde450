/** The directory of actors: public by consent and by decision, checked by each actor, left at once, evidence under the plan. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorsPerPage } from '../../../../analysis/report/public/directory/page.ts'
import { publicLanguages } from '../../../../analysis/report/public/languages.ts'
import { linkDays, mostHistory, staleDays } from '../../../../api/evidence/directory/directory.ts'
import { readTable } from '../../../../api/evidence/directory/table.ts'
import { collections } from '../../../../api/store/collections.ts'
import { accountContracts } from '../../../../api/wire/contracts/account.ts'
import { ownCardContracts } from '../../../../api/wire/contracts/directory.ts'
import type { ActorPage, DirectoryPage, OwnCard, ReadCards } from '../../../../api/wire/contracts/shapes/directory.ts'
import type { ObjectivePage } from '../../../../api/wire/results.ts'
import { communes } from '../../../../surveys/authority/territory.ts'
import type { Card } from '../../../../surveys/directory/card.ts'
import { aBrowser, anOffice, type Browser, type Office, type Person } from '../../accounts/office.ts'
import { aMomentLater } from '../../moment.ts'

let office: Office
let pilot: Person
let publisher: Person
let anybody: Browser
beforeAll(async () => {
  office = await anOffice()
  pilot = await office.placed(['pilot'])
  publisher = await office.placed(['publisher', 'analyst'])
  anybody = aBrowser(office.url)
})
afterAll(() => office.discard())

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const [first, second] = communes()
const consent = { by: 'la directrice', day: '2026-02-20', way: 'phone' as const }
const play: Card = {
  name: 'LAEP La Balle',
  kind: 'laep',
  does: 'Un lieu pour jouer avec son enfant et parler avec d’autres parents.',
  themes: ['parentalite'],
  ages: ['0-2', 'adults'],
  places: [{ commune: first!.insee, label: 'salle des fêtes', hours: 'mardi, 9 h à 12 h' }],
  isEverywhere: false,
  phone: '05 36 49 00 01',
  email: '',
  site: '',
  actions: [7],
}
const put = (id: string, card: Card, more: object = {}, person = pilot) =>
  person.browser.ask('PUT', `/api/directory/${id}`, { card, consent, revision: null, ...more })
const open = (isOpen: boolean, more: object = {}) =>
  publisher.browser.post('/api/directory', { isOpen, takesProposals: true, serves: [], ...more })
const page = async (query = '') => plain((await anybody.get(`/annuaire${query}`)).text)
const list = async () => (await pilot.browser.get('/api/directory')).body as unknown as DirectoryPage
const read = async (id: string) => (await pilot.browser.get(`/api/directory/${id}`)).body as unknown as ActorPage
const accept = async (id: string, revision?: number | null) =>
  pilot.browser.post(`/api/directory/${id}/accept`, { revision: revision ?? (await read(id)).revision })
const secretOf = (path: unknown) => String(path).split('#')[1]!

test('nothing is public before the staff decide it: the page says so in four languages, and no file leaves', async () => {
  expect((await put('laep', play)).status).toBe(200)
  for (const language of publicLanguages) {
    const { status, text } = await anybody.get(`/annuaire?langue=${language}`)
    expect([status, text.includes('LAEP'), text.match(/<h1/g)?.length]).toEqual([404, false, 1])
  }
  for (const file of ['annuaire.csv', 'rien'])
    expect([file, (await anybody.get(`/annuaire/${file}`)).status]).toEqual([file, 404])
  expect((await anybody.get('/api/site')).body.hasDirectory).toBe(false)
})

test('a pilot enters cards but does not open the directory; each fault is said beside its field', async () => {
  expect((await pilot.browser.post('/api/directory', { isOpen: true, takesProposals: false, serves: [] })).status).toBe(
    403,
  )
  const wrong = { ...play, name: 'X', does: 'Jeux', themes: [], ages: [], places: [], phone: '05', actions: [999] }
  const { status, body } = await put('autre', wrong)
  expect([status, (body.problems as { path: string }[]).map(({ path }) => path)]).toEqual([
    422,
    ['name', 'does', 'themes', 'ages', 'places', 'phone', 'actions'],
  ])
  const faraway = {
    ...play,
    places: [{ commune: '75056', label: '', hours: '' }],
    phone: '',
    site: 'javascript:alert(1)',
  }
  expect(((await put('autre', faraway)).body.problems as { path: string }[]).map(({ path }) => path)).toEqual([
    'places',
    'site',
  ])
  const later = { consent: { ...consent, day: '2027-01-01' } }
  expect((await put('autre', play, later)).body.problems).toMatchObject([{ path: 'consent.day' }])
})

test('once open, everybody finds by word, commune, theme and age; a card without consent stays inside', async () => {
  await put('cantine', {
    ...play,
    name: 'Ludothèque <b>',
    kind: 'culture',
    themes: ['loisirs'],
    ages: ['3-10'],
    places: [],
    isEverywhere: true,
  })
  await put('secret', { ...play, name: 'Sans accord' }, { consent: null })
  expect((await open(true)).status).toBe(200)
  const all = await page()
  expect(all).toContain('2 acteurs')
  expect(all).not.toContain('Sans accord')
  expect(all).toContain('Ludothèque &lt;b&gt;')
  expect(all).not.toMatch(/<script|style="/)
  const names = async (query: string) =>
    [...(await page(query)).matchAll(/<h3[^>]*>([^<]+)<\/h3>/g)].map(([, name]) => name)
  expect(await names('?mots=JOUER%20avec%20parents')).toHaveLength(2)
  expect(await names('?mots=laep')).toEqual(['LAEP La Balle'])
  expect(await names('?mots=piscine')).toEqual([])
  expect(await names('?theme=loisirs')).toEqual(['Ludothèque &lt;b&gt;'])
  expect(await names('?age=0-2')).toEqual(['LAEP La Balle'])
  // what goes everywhere is found in each commune, after what is there
  expect(await names(`?commune=${first!.insee}`)).toEqual(['LAEP La Balle', 'Ludothèque &lt;b&gt;'])
  expect(await names(`?commune=${second!.insee}`)).toEqual(['Ludothèque &lt;b&gt;'])
  // nonsense asks for nothing
  expect(await names('?theme=rien&commune=99999&age=x&page=0')).toHaveLength(2)
  const arabic = (await anybody.get('/annuaire?langue=ar')).text
  expect(arabic).toContain('lang="ar" dir="rtl"')
  expect(arabic).toContain('<h3 id="nom-laep" lang="fr" dir="ltr">')
  await aMomentLater()
  expect((await anybody.get('/api/site')).body).toMatchObject({ hasDirectory: true, takesCards: true })
  expect((await anybody.get('/resultats')).text).toContain('href="/annuaire"')
})

test('the whole list of what is sought is on one page, to print; the data leave without who agreed', async () => {
  const actors = office.context.store.collection(collections.actors)
  const { value: known } = (await actors.get('laep'))!
  const many = Array.from({ length: actorsPerPage }, (_, at) => `copie-${at}`)
  for (const id of many) await actors.update(id, () => ({ ...known, card: { ...play, name: `Copie ${id}` } }))
  const articles = async (query: string) => [...(await page(query)).matchAll(/<article/g)].length
  expect(await articles('')).toBe(actorsPerPage)
  expect(await page('?theme=parentalite')).toContain('href="/annuaire?theme=parentalite&amp;page=tout"')
  expect(await articles('?theme=parentalite&page=tout')).toBe(actorsPerPage + 1)
  expect(await page('?theme=parentalite&page=tout')).not.toContain('class="turning"')
  for (const id of many) await actors.remove(id, (await actors.get(id))!.revision)
  const data = (await anybody.get('/annuaire/annuaire.csv')).text
  expect(data).toContain('LAEP La Balle')
  expect(data).toContain(first!.insee)
  expect(data).not.toContain('la directrice')
})

test('an actor checks and corrects its card by its link; the link before serves no more, and one day it is over', async () => {
  const made = (await pilot.browser.post('/api/directory/laep/link')).body
  const old = secretOf(made.path)
  const secret = secretOf((await pilot.browser.post('/api/directory/laep/link')).body.path)
  expect((await anybody.post('/api/actor-card/read', { secret: old })).body.code).toBe('actor-link')
  const own = (await anybody.post('/api/actor-card/read', { secret })).body as unknown as OwnCard
  expect(own).toMatchObject({ card: { name: 'LAEP La Balle' }, isShown: true })
  const card = { ...own.card, phone: '05 36 49 00 02' }
  expect((await anybody.ask('PUT', '/api/actor-card', { secret, card: { ...card, ages: [] } })).status).toBe(422)
  expect((await anybody.ask('PUT', '/api/actor-card', { secret, card })).status).toBe(200)
  expect(await page()).toContain('05 36 49 00 02')
  const read = (await pilot.browser.get('/api/directory/laep')).body as unknown as ActorPage
  expect(read.history).toMatchObject([
    { by: '', changes: [expect.stringContaining('05 36 49 00 01 → 05 36 49 00 02')] },
  ])
  expect((await list()).actors.find(({ id }) => id === 'laep')).toMatchObject({ isOwnChange: true, isStale: false })
  expect(JSON.stringify(await list())).not.toContain(secret)
  const before = office.clock.now
  office.clock.now = new Date(before.getTime() + (linkDays + 1) * 86_400_000)
  expect((await anybody.post('/api/actor-card/read', { secret })).body.code).toBe('actor-link')
  office.clock.now = before
})

test('a card that nobody has checked for a year says so to everybody and to the staff', async () => {
  expect(await page('?mots=laep')).toContain('Fiche vérifiée en mars 2026')
  const before = office.clock.now
  office.clock.now = new Date(before.getTime() + (staleDays + 1) * 86_400_000)
  pilot = await office.placed(['pilot'])
  expect(await page('?mots=laep')).toContain('appelez avant de vous déplacer')
  expect((await list()).actors.every(({ isStale }) => isStale)).toBe(true)
  await pilot.browser.post('/api/directory/laep/check')
  expect((await list()).actors.find(({ id }) => id === 'laep')!.isStale).toBe(false)
  office.clock.now = before
  pilot = await office.placed(['pilot'])
})

test('under the objectives that the staff name, it is evidence: how many actors, how many fresh cards', async () => {
  await open(true, {
    serves: [
      { objective: 9, theme: '' },
      { objective: 16, theme: 'parentalite' },
    ],
  })
  const sentences = async (number: number) =>
    ((await publisher.browser.get(`/api/analyse/objectives/${number}`)).body as unknown as ObjectivePage).evidence.map(
      ({ sentence }) => plain(sentence),
    )
  expect(await sentences(9)).toEqual(['2 acteurs dans l’annuaire, 2 fiches vérifiées depuis un an.'])
  expect(await sentences(16)).toEqual(['1 acteur dans l’annuaire (parentalité), 1 fiche vérifiée depuis un an.'])
  const refused = await open(true, { serves: [{ objective: 998, theme: '' }] })
  expect(refused.body.problems).toMatchObject([{ path: 'serves' }])
})

test('an actor proposes its card once, and it is public once somebody has read it', async () => {
  const secret = 'a'.repeat(43)
  const proposal = { secret, card: { ...play, name: 'Club de lecture' }, by: 'la présidente' }
  for (let twice = 0; twice < 2; twice++) expect((await anybody.post('/api/actor-card', proposal)).status).toBe(201)
  const proposed = (await list()).actors.filter(({ state }) => state === 'proposed')
  expect(proposed.map(({ name }) => name)).toEqual(['Club de lecture'])
  expect(await page()).not.toContain('Club de lecture')
  expect((await anybody.post('/api/actor-card/read', { secret })).body).toMatchObject({ isShown: false })
  expect((await accept(proposed[0]!.id)).status).toBe(200)
  expect(await page()).toContain('Club de lecture')
  // the journal outlives the card: it names it by its id
  const { lines } = await office.context.audit.page(0)
  expect(lines.find(({ what }) => what === 'actor-accepted')!.about).toBe(proposed[0]!.id)
  expect(JSON.stringify(lines)).not.toMatch(/Club de lecture|LAEP La Balle/)
  await open(true, { takesProposals: false })
  expect((await anybody.post('/api/actor-card', { ...proposal, secret: 'b'.repeat(43) })).body.code).toBe(
    'proposals-closed',
  )
})

test('what is accepted is what was read: a card changed meanwhile is refused, one corrected later is read again', async () => {
  await open(true)
  const secret = 'c'.repeat(43)
  const card = { ...play, name: 'Club de couture' }
  const correct = (more: Partial<Card>) => anybody.ask('PUT', '/api/actor-card', { secret, card: { ...card, ...more } })
  expect((await anybody.post('/api/actor-card', { secret, card, by: 'la présidente' })).status).toBe(201)
  const { id } = (await list()).actors.find(({ name }) => name === 'Club de couture')!
  const { revision } = await read(id)
  for (const does of ['Un texte que personne n’a lu.', 'Un autre que personne n’a lu.'])
    expect((await correct({ does })).status).toBe(200)
  const refused = await accept(id, revision)
  expect([refused.status, refused.body.code]).toEqual([409, 'actor-changed'])
  expect(await page()).not.toContain('couture')
  // what nobody has read is no version to come back to
  expect((await read(id)).history).toEqual([])
  expect((await accept(id)).status).toBe(200)
  expect(await page()).toContain('Un autre que personne n’a lu.')
  // still right: it stays
  expect((await correct({ does: 'Un autre que personne n’a lu.' })).status).toBe(200)
  expect(await page()).toContain('couture')
  expect((await correct({ does: 'Encore un texte sans relecture.' })).status).toBe(200)
  expect(await page()).not.toContain('couture')
  expect(await read(id)).toMatchObject({ state: 'proposed', history: [{ by: '' }] })
  expect((await anybody.post('/api/actor-card/read', { secret })).body).toMatchObject({
    isShown: false,
    isReadFirst: true,
  })
})

test('a proposal under the name of a card neither leaves with the export nor comes between a table and that card', async () => {
  const secret = 'd'.repeat(43)
  const false_ = { ...play, name: 'LAEP-La Balle', does: 'Ce que l’acteur n’a jamais dit.', phone: '06 39 98 00 66' }
  expect((await anybody.post('/api/actor-card', { secret, card: false_, by: 'la directrice' })).status).toBe(201)
  const { text } = await pilot.browser.get('/api/directory/export')
  expect(text).toContain('LAEP La Balle')
  expect(text).not.toMatch(/06 39 98 00 66|Encore un texte sans relecture/)
  const table = 'Nom\tTéléphone\nLAEP-La Balle\t05 36 49 00 09'
  const before = (await list()).actors.find(({ state }) => state === 'proposed')!
  expect(before).toBeDefined()
  const said = (await pilot.browser.post('/api/directory/import/read', { text: table })).body as unknown as ReadCards
  expect(said.lines.map(({ outcome }) => outcome)).not.toContain('new')
  for (const { id, state } of (await list()).actors)
    if (state === 'proposed') expect((await pilot.browser.ask('DELETE', `/api/directory/${id}`)).status).toBe(200)
  await open(true, { takesProposals: false })
})

test('a card corrected again and again holds its last corrections only', async () => {
  await put('bavard', { ...play, name: 'Bavard' })
  const secret = secretOf((await pilot.browser.post('/api/directory/bavard/link')).body.path)
  for (let at = 0; at < mostHistory + 2; at++)
    await anybody.ask('PUT', '/api/actor-card', {
      secret,
      card: { ...play, name: 'Bavard', does: `Texte numéro ${at}.` },
    })
  const { history } = await read('bavard')
  expect(history).toHaveLength(mostHistory)
  expect(history[0]!.changes.join()).toContain(`Texte numéro ${mostHistory + 1}`)
  await pilot.browser.ask('DELETE', '/api/directory/bavard')
})

test('what anybody may write about a card, and the visit of the demonstration, are few in ten minutes', () => {
  for (const [row, contract] of Object.entries({ ...ownCardContracts, ...accountContracts }))
    if ((row.includes(' /api/actor-card') && !row.startsWith('GET')) || row === 'POST /api/invitation/visit')
      expect([row, (contract as { fewWrites?: true }).fewWrites]).toEqual([row, true])
})

test('an address leads where it says and a message to whom it says', async () => {
  const wrong = { ...play, email: 'a@b.fr?bcc=c%40d.fr&body=x', site: 'https://www.mairie.example@ailleurs.example/' }
  expect(((await put('autre', wrong)).body.problems as { path: string }[]).map(({ path }) => path)).toEqual([
    'email',
    'site',
  ])
  // stored by other means than the form: its text is shown, nothing leads there
  const actors = office.context.store.collection(collections.actors)
  await actors.update('laep', (actor) => actor && { ...actor, card: { ...actor.card, ...wrong } })
  const { text } = await anybody.get('/annuaire')
  await actors.update('laep', (actor) => actor && { ...actor, card: { ...actor.card, ...play } })
  expect(text).toContain('a@b.fr?bcc=')
  expect(text).not.toMatch(/href="(mailto:a@b|https:..www.mairie.example)/)
})

test('who leaves is gone at that moment from every page, file and store, and no restored backup brings it back', async () => {
  const secret = 'a'.repeat(43)
  const copy = await office.context.store.documents(collections.actors.name).list()
  const left = (await list()).left.length
  expect((await anybody.post('/api/actor-card/leave', { secret })).status).toBe(200)
  for (const path of ['/annuaire', '/annuaire/annuaire.csv'])
    expect((await anybody.get(path)).text).not.toContain('Club de lecture')
  expect((await anybody.post('/api/actor-card/read', { secret })).body.code).toBe('actor-link')
  const documents = await office.context.store.documents(collections.actors.name).list()
  expect(JSON.stringify(documents)).not.toContain('Club de lecture')
  expect((await list()).left).toHaveLength(left + 1)
  const { lines } = await office.context.audit.page(0)
  expect(lines[0]).toMatchObject({ who: 'structure', what: 'actor-left', about: '' })
  // a store put back from a copy has it again, until the ledger is replayed
  const gone = copy.find(({ value }) => JSON.stringify(value).includes('Club de lecture'))!
  await office.context.store.documents(collections.actors.name).put(gone.id, gone.value, null)
  await office.context.ledger.replay()
  expect(await office.context.store.documents(collections.actors.name).get(gone.id)).toBeNull()
})

test('a table is said card by card before it is saved; exported and pasted again, it changes nothing', async () => {
  const table = [
    'Nom\tType\tDescription\tThèmes\tPublic\tCommune\tAdresse\tTél\tAccord de\tCouleur',
    `Club nature\tAssociation\tDes sorties pour regarder les oiseaux.\tLoisirs et vacances, Culture et sport\t3 à 10 ans\t${first!.name}\tla mare\t05 36 49 00 05\tle président\tvert`,
    `Club nature\t\t\t\t\t${second!.name}\tle bois`,
    'Perdu\tAssociation\tOn ne sait où.\tLoisirs\tTous\tParis',
    'LAEP La Balle\t\t\t\t\t\t\t05 36 49 00 09',
  ].join('\n')
  const read = (await pilot.browser.post('/api/directory/import/read', { text: table })).body as unknown as ReadCards
  expect(read.lines.map(({ outcome, line }) => [outcome, line])).toEqual([
    ['new', 2],
    ['refused', 4],
    ['corrected', 5],
  ])
  expect(read.ignored).toEqual(['Couleur'])
  expect(plain(read.lines[0]!.sentence)).toBe('Club nature : nouvelle fiche, accord de le président.')
  expect(plain(read.lines[1]!.sentence)).toContain('« Paris » n’est pas une commune du territoire.')
  expect(plain(read.lines[2]!.sentence)).toContain('→ 05 36 49 00 09')
  expect((await list()).actors.some(({ name }) => name === 'Club nature')).toBe(false)
  await pilot.browser.post('/api/directory/import', { text: table })
  const saved = (await list()).actors.find(({ name }) => name === 'Club nature')!
  expect(saved).toMatchObject({ state: 'shown', communes: [first!.name, second!.name] })
  const { text: exported } = await pilot.browser.get('/api/directory/export')
  const again = (await pilot.browser.post('/api/directory/import/read', { text: exported }))
    .body as unknown as ReadCards
  expect(again.counts).toMatchObject({ new: 0, corrected: 0, refused: 0 })
  expect(readTable('', [], '2026-03-02').problem).toMatch(/Collez un tableau/)
  expect(readTable('Date\tLieu\nx\ty', [], '2026-03-02').problem).toMatch(/Nom/)
})

test('the links of the year are one a public card, each with its message; somebody else’s save is not overwritten', async () => {
  const { text, status } = await pilot.browser.post('/api/directory/links')
  expect(status).toBe(200)
  const secrets = [...text.matchAll(/ma-fiche#([\w-]{32})";"/g)].map(([, secret]) => secret)
  const shown = (await list()).actors.filter(({ state }) => state === 'shown')
  expect(new Set(secrets).size).toBe(shown.length)
  expect(text).not.toContain('Sans accord')
  expect((await anybody.post('/api/actor-card/read', { secret: secrets[0] })).status).toBe(200)
  expect((await put('laep', play, { revision: 1 })).body.code).toBe('changed-meanwhile')
  expect((await pilot.browser.ask('DELETE', '/api/directory/laep')).status).toBe(200)
  expect((await pilot.browser.get('/api/directory/laep')).body.code).toBe('actor-unknown')
  await open(false)
  expect((await anybody.get('/annuaire')).status).toBe(404)
})
