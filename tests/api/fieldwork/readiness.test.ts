import { expect, onTestFinished, test, vi } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { publishNow } from '../../../api/results/publish.ts'
import { anOffice, type Person } from '../accounts/office.ts'

const slug = 'jeunes-11-15'
type Ready = {
  stop: string | null
  updates: string
  lines: { kind: string; text: string; link?: string }[]
  zones: { name: string; isShown: boolean; text: string }[]
  secret: { publication: number; findings: number; secret: number } | null
  binds: { text: string; list: string[] }[]
}
const readiness = async ({ browser }: Person, of = slug) =>
  (await browser.get(`/api/analyse/${of}/readiness`)).body as unknown as Ready
const textOf = ({ lines }: Ready) => lines.map(({ text }) => text).join('\n')

// « ✓ 5 réponses » and an open button for three answers, then a refusal
test('too few answers: said on the first line, with nothing to press', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const analyst = await office.placed(['analyst'])
  await fill(office.context, [{ slug, people: 3 }], 7, () => {})
  const { stop, lines } = await readiness(analyst)
  expect(stop).toBe('Il faut au moins 11 réponses pour publier.')
  expect(lines[0]).toMatchObject({
    kind: 'warm',
    text: 'Entre 3 et 7 réponses\u202f: pas encore assez. Il en faut 11 pour publier.',
  })
})

// « Aucune réponse n’est arrivée » for two that were there: counts are to the nearest five
test('one or two answers are not said to be none', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const analyst = await office.placed(['analyst'])
  await fill(office.context, [{ slug, people: 2 }], 7, () => {})
  const { stop, lines } = await readiness(analyst)
  expect(stop).toBe('Il faut au moins 11 réponses pour publier.')
  expect(lines[0]).toMatchObject({
    kind: 'warm',
    text: 'Moins de 5 réponses\u202f: pas encore assez. Il en faut 11 pour publier.',
  })
})

// « 10 réponses, à 5 près. Il en faut 11 » above a button that published twelve of them
test('around eleven answers, what is said of them and the button agree', async () => {
  for (const people of [10, 12]) {
    const office = await anOffice({ isReal: true })
    onTestFinished(() => office.discard())
    const analyst = await office.placed(['analyst'])
    await fill(office.context, [{ slug, people }], 7, () => {})
    const { stop, lines } = await readiness(analyst)
    const isEnough = people >= 11
    expect(stop).toBe(isEnough ? null : 'Il faut au moins 11 réponses pour publier.')
    expect(lines[0]).toMatchObject({
      kind: isEnough ? 'good' : 'warm',
      text: isEnough
        ? 'Assez de réponses pour publier.'
        : '10 réponses, à 5 près\u202f: pas encore assez. Il en faut 11 pour publier.',
    })
  }
})

test('before publishing: what is there, what is missing, what it binds; after new tables, the same responses', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const analyst = await office.placed(['analyst'])
  expect((await readiness(analyst)).stop).toMatch(/Il faut au moins 11/)

  await fill(office.context, [{ slug, people: 60 }], 7, () => {})
  const first = await readiness(analyst)
  expect(first).toMatchObject({ stop: null, secret: null })
  expect(textOf(first)).toMatch(/60 réponses, à 5 près/)
  expect(textOf(first)).toMatch(/Aucune marge en personnes/)
  expect(first.zones.some(({ isShown }) => !isShown)).toBe(true)
  // nothing exact is said of a zone before it is published
  for (const { text } of first.zones.filter(({ isShown }) => !isShown))
    expect(Number(/environ (\d+)/.exec(text)?.[1]) % 5).toBe(0)
  expect(first.binds.map(({ text }) => text).join('\n')).toMatch(/Aucune table/)

  const path = `/api/analyse/${slug}/publications`
  expect((await analyst.browser.post(path)).status).toBe(202)
  await vi.waitFor(async () => expect((await analyst.browser.get(path)).body).toMatchObject({ publications: [{}] }), {
    timeout: 50_000,
    interval: 200,
  })
  const same = await readiness(analyst)
  expect(textOf(same)).toMatch(/Aucune réponse nouvelle, ou presque, et aucune table enregistrée depuis/)
  // an open button and a window of promises, and nothing was published
  expect(same.stop).toMatch(/^Rien n’a changé depuis la dernière publication/)

  office.clock.now = new Date(office.clock.now.getTime() + 60_000)
  const margins = {
    after: 0,
    cells: ['Lavaur', 'Saint-Sulpice-la-Pointe', 'Nord', 'Sud'].map((zone) => ['Zone', zone, 'personnes', '100']),
    date: '2026-01-01',
    source: 'Recensement',
  }
  expect((await analyst.browser.post('/api/tables/margins', margins)).status).toBe(201)
  const again = await readiness(analyst)
  expect(again.stop).toBeNull()
  expect(textOf(again)).toMatch(/Les mêmes réponses seront recalculées avec les tables nouvelles.*Marges/)
  expect(textOf(again)).toMatch(/pèsent autrement, il faudra 11 réponses nouvelles/)
  expect(textOf(again)).toMatch(/Réponses pondérées par : zone/)
  expect(again.binds).toContainEqual({
    text: 'La table d’aujourd’hui.',
    list: [expect.stringMatching(/^Marges.*2026/)],
  })
  // the same responses: no place is taken, and it is said
  const placed = (page: { binds: { text: string }[] }) =>
    page.binds.map(({ text }) => text).find((text) => /places? /.test(text)) ?? ''
  expect(placed(first)).toMatch(/^Une place parmi/)
  expect(placed(again)).toMatch(/^Aucune des \d+ places .*\(1 déjà prise\)/)
  expect(again.secret).toMatchObject({ publication: 1 })
  // « 54 résultats chiffrés », said the report, of which 3 in 70 had no figure: one counted each result once
  const { findings, secret } = again.secret!
  const { text: report } = await analyst.browser.get(`${path}/1/report.html`)
  expect(/<dt>résultats chiffrés<\/dt><dd>(\d+)<\/dd>/.exec(report)?.[1]).toBe(`${findings - secret}`)
  const data = (await analyst.browser.get(`${path}/1/findings.json`)).body as { findings: { indicator: string }[] }
  const distinct = new Set(data.findings.map(({ indicator }) => indicator))
  expect(distinct.size).toBeLessThan(data.findings.length)
  expect(findings).toBe(distinct.size)
  expect((await analyst.browser.post(path)).status).toBe(202)
  await vi.waitFor(
    async () => expect((await analyst.browser.get(path)).body).toMatchObject({ publications: [{ number: 2 }, {}] }),
    { timeout: 50_000, interval: 200 },
  )
  const { publications } = (await analyst.browser.get(path)).body as { publications: { changes: string[] }[] }
  expect(publications[0]!.changes.join(' ')).toMatch(/Les mêmes réponses que la n°.1.*Table enregistrée.*Marges/)
  expect(publications[1]!.changes).toEqual([])
  // several lie on one desk, told apart by their names; the report to read opens as a page
  const headersOf = async (file: string) => (await analyst.browser.get(`${path}/2/${file}`)).headers
  expect((await headersOf('tables.csv')).get('content-disposition')).toContain(`"tableaux-${slug}-2.csv"`)
  const read = await headersOf('report.html')
  expect(read.get('content-disposition')).toBeNull()
  expect(read.get('content-security-policy')).toMatch(/style-src 'sha256-/)
})

test('where the settings say so, one person asks for a publication and another publishes', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const [admin, one, other] = await Promise.all([
    office.placed(['admin']),
    office.placed(['analyst'], { name: 'Alix Martin' }),
    office.placed(['analyst']),
  ])
  await fill(office.context, [{ slug, people: 60 }], 7, () => {})
  expect(await readiness(one)).toMatchObject({ byTwo: false, request: null })
  const { revision, values } = (await admin.browser.get('/api/settings')).body as { revision: number; values: object }
  const filled = { ...values, contact: 'enfance@exemple.fr', dpo: 'dpo@exemple.fr', publishByTwo: true }
  expect((await admin.browser.ask('PUT', '/api/settings', { revision, values: filled })).status).toBe(200)
  await vi.waitFor(async () => expect(await readiness(one)).toMatchObject({ byTwo: true, request: null }))

  const path = `/api/analyse/${slug}/publications`
  const made = async () => ((await one.browser.get(path)).body.publications as unknown[]).length
  // however often one person presses, nothing is published
  for (let press = 0; press < 2; press++) expect((await one.browser.post(path)).status).toBe(202)
  expect(await readiness(one)).toMatchObject({ request: { byName: 'Alix Martin', isMine: true } })
  expect(await readiness(other)).toMatchObject({ request: { isMine: false } })
  const today = (await other.browser.get('/api/today')).text
  expect(today).toContain('Alix Martin demande de publier les résultats')
  expect((await one.browser.get('/api/today')).text).not.toContain('demande de publier')
  expect(await made()).toBe(0)

  await one.browser.ask('DELETE', `${path}/request`)
  expect(await readiness(other)).toMatchObject({ request: null })
  await one.browser.post(path)
  await other.browser.post(path)
  await vi.waitFor(async () => expect(await made()).toBe(1), { timeout: 50_000, interval: 200 })
  expect(await readiness(other)).toMatchObject({ request: null })
  const { lines } = await office.context.audit.page(0)
  const deeds = lines.map(({ what }) => what).filter((what) => what.startsWith('publi'))
  // newest first
  expect(deeds.toReversed()).toEqual(['publication-asked', 'publication-unasked', 'publication-asked', 'published'])
}, 60_000)

// « C’est prêt : des réponses nouvelles », and publishing answered « Rien n’a changé »
test('answers that came together are announced as publishing counts them', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const analyst = await office.placed(['analyst'])
  const publish = () => publishNow(office.context, slug, 'a', office.clock.now.toISOString())
  await fill(office.context, [{ slug, people: 60 }], 7, () => {})
  expect(await publish()).toEqual({ number: 1 })
  await fill(office.context, [{ slug, people: 15 }], 8, () => {})
  const burst = await readiness(analyst)
  expect(burst.stop).toMatch(
    /presque ensemble\s: d’une même heure, cinq en ligne comptent\. Entre 3 et 7 comptent donc, sur 11\s; il en manque environ 6, à d’autres heures/,
  )
  expect(textOf(burst)).toMatch(/Les réponses arrivées depuis la publication n°.1 .* l’ont été presque ensemble\.$/)
  expect(burst.binds[0]!.text).toMatch(/^Les mêmes réponses que la n°.1 \(60, à 5 près\)/)
  // one sentence, before and after
  expect(await publish()).toEqual({ refused: burst.stop })
  for (const hour of [1, 2, 3]) {
    office.clock.now = new Date(office.clock.now.getTime() + 3_600_000)
    await fill(office.context, [{ slug, people: 5 }], 8 + hour, () => {})
  }
  // sessions end meanwhile
  const later = await office.placed(['analyst'])
  expect(textOf(await readiness(later))).toMatch(/Des réponses nouvelles depuis la publication n°.1/)
  expect(await publish()).toEqual({ number: 2 })
}, 60_000)

// « ne change que ce que les tables nouvelles recalculent », and the next number had fifteen answers more
test('after a withdrawal, what is published again is what was withdrawn, and it is said so', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const publish = () => publishNow(office.context, slug, 'a', office.clock.now.toISOString())
  await fill(office.context, [{ slug, people: 60 }], 7, () => {})
  expect(await publish()).toEqual({ number: 1 })
  for (const hour of [1, 2, 3, 4]) {
    office.clock.now = new Date(office.clock.now.getTime() + 3_600_000)
    await fill(office.context, [{ slug, people: 5 }], 8 + hour, () => {})
  }
  expect(await publish()).toEqual({ number: 2 })
  const reason = 'La table de présence était fausse.'
  const later = await office.placed(['analyst'])
  const path = `/api/analyse/${slug}/publications/2/notices`
  expect((await later.browser.post(path, { kind: 'withdrawal', reason })).status).toBe(201)
  const again = await readiness(later)
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  expect(plain(textOf(again))).toContain(
    'La publication n° 2 est retirée : ses réponses (80, à 5 près) seront publiées de nouveau, avec les tables d’aujourd’hui.',
  )
  expect(plain(textOf(again))).not.toMatch(/seraient les mêmes|presque ensemble/)
  expect(plain(again.updates)).toMatch(/^Les chiffres seront ceux de la n° 2, retirée, recalculés/)
  expect(plain(again.binds[0]!.text)).toMatch(/^Les mêmes réponses que la n° 2, retirée \(80, à 5 près\)/)
  expect(await publish()).toEqual({ number: 3 })
  const { publications } = (await later.browser.get(`/api/analyse/${slug}/publications`)).body as {
    publications: { responses: number }[]
  }
  expect(publications[0]!.responses).toBe(80)
  // what came before n° 3 was said to have come since it: it counts the responses of n° 2
  await fill(office.context, [{ slug, people: 15 }], 20, () => {})
  const burst = await readiness(later)
  expect(plain(textOf(burst))).toMatch(
    /Les réponses arrivées depuis la publication n° 2 du [^,]+, dont la n° 3 reprend les réponses, l’ont été presque ensemble\.$/,
  )
  expect(await publish()).toEqual({ refused: burst.stop })
}, 60_000)

// of n° 1 and n° 4, what a table changed was lost among what the answers changed
test('what a table saved between two publications changes by itself is told, once one between them is withdrawn', async () => {
  const office = await anOffice({ isReal: true })
  onTestFinished(() => office.discard())
  const of = 'loisirs-sud'
  const publish = () => publishNow(office.context, of, 'a', office.clock.now.toISOString())
  const later = (minutes: number) => {
    office.clock.now = new Date(office.clock.now.getTime() + minutes * 60_000)
  }
  const intentions = [
    ['certainement', 90],
    ['probablement', 60],
    ['peut-être', 50],
  ] as const
  const table = (after: number, fewer: number) => ({
    ...{ after, date: '2026-01-01', source: 'Comptage' },
    // days enough for some to stay what they were, whatever noise this base adds
    cells: ['mercredi', 'petites vacances', 'été'].flatMap((period) =>
      ['moins de 6 ans', '6 ans et plus'].flatMap((age) =>
        intentions.map(([one, part]) => [period, age, one, `${part - fewer} %`, 'Comptage']),
      ),
    ),
  })
  const first = await office.placed(['analyst'])
  const children = {
    ...{ after: 0, date: '2026-01-01', source: 'Recensement' },
    cells: ['3-5', '6-10', '11-14', '15-17'].map((age) => ['Ensemble', 'enfants', age, '700']),
  }
  expect((await first.browser.post('/api/tables/frames', children)).status).toBe(201)
  expect((await first.browser.post('/api/tables/attendance', table(0, 0))).status).toBe(201)
  await fill(office.context, [{ slug: of, people: 400 }], 7, () => {})
  later(1)
  expect(await publish()).toEqual({ number: 1 })
  for (const seed of [9, 10, 11, 12]) {
    later(60)
    await fill(office.context, [{ slug: of, people: 5 }], seed, () => {})
  }
  expect(await publish()).toEqual({ number: 2 })
  const analyst = await office.placed(['analyst'])
  const path = `/api/analyse/${of}/publications`
  const notice = { kind: 'withdrawal', reason: 'La table de présence était fausse.' }
  expect((await analyst.browser.post(`${path}/2/notices`, notice)).status).toBe(201)
  later(1)
  expect((await analyst.browser.post('/api/tables/attendance', table(1, 50))).status).toBe(201)
  later(1)
  expect(await publish()).toEqual({ number: 3 })
  const { publications } = (await analyst.browser.get(path)).body as { publications: { changes: string[] }[] }
  expect(publications[0]!.changes[0]).toMatch(/^20.réponses de plus que la n°.1/)
  expect(publications[0]!.changes[1]).toMatch(
    /^Table enregistrée entre les deux.: De l’intention à la présence\. À elle seule, elle change \d+.valeurs?.:.«.Jours demandés.*\d+.→.\d+/,
  )
}, 60_000)
