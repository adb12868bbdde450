import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { seeWhole } from '../../../analysis/disclosure/words.ts'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { noteWaiting } from '../../../api/fieldwork/review.ts'
import { listed } from '../../../api/results/fieldwork.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import type {
  AnsweredPage,
  Explored,
  ExplorerCell,
  FindingPage,
  Overview,
  PublicationsPage,
  QuestionList,
  ToDecide,
} from '../../../api/wire/results.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

let office: Office
let analyst: Person
const slug = 'jeunes-11-15'
const crowd = (people: number, seed: number) => fill(office.context, [{ slug, people }], seed, () => {})
beforeAll(async () => {
  office = await anOffice({ isReal: true })
  analyst = await office.placed(['analyst'], { name: 'Alix Martin' })
}, 60_000)
afterAll(() => office.discard())

const get = async <T>(path: string, by = analyst): Promise<T> => {
  const answer = await by.browser.get(`/api/analyse${path}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body as T
}

/** Asks for a publication and waits until it is made, or refused. */
async function publish(by = analyst, of = slug): Promise<PublicationsPage> {
  expect((await by.browser.post(`/api/analyse/${of}/publications`)).status).toBe(202)
  for (;;) {
    const page = await get<PublicationsPage>(`/${of}/publications`, by)
    if (!page.working) return page
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const isOpen = (sentence: string) => /sans écart sûr|Aucun écart sûr|revien(?:nen)?t tout aussi souvent/.test(sentence)

test('before any publication the plan is there, and nothing is told', async () => {
  const overview = await get<Overview>('')
  expect(overview.rows).toHaveLength(38)
  expect(overview.rows.every(({ concluded }) => concluded === 0)).toBe(true)
  // « Mesuré » and « En partie » stood there for what was only planned
  expect(overview.rows.filter(({ status }) => ['measured', 'partly'].includes(status))).toEqual([])
  const planned = overview.rows.find(({ indicators }) => indicators > 0)!
  expect(planned).toMatchObject({ status: 'no-evidence' })
  expect(planned.why).toContain('Aucun résultat publié n’en dit encore rien.')
  expect(overview.files).toEqual([])
  expect((await get<QuestionList>(`/${slug}/questions`)).publication).toBeNull()
})

test('too few answers are not published, and the page says why', async () => {
  await crowd(5, 3)
  const page = await publish()
  expect(page.publications).toEqual([])
  expect(page.failure).toContain('au moins 11')
})

test('zones and modes are counted in the order of every other table, what has no name there last', () => {
  const counted = ['Hors territoire', 'Non précisée', 'Sud', 'Lavaur'].map((name) => ({ name, count: 5 }))
  const names = listed(zoneNames(), counted).map(({ name }) => name)
  expect(names).toEqual(['Lavaur', 'Sud', 'Hors territoire', 'Non précisée'])
})

test('fieldwork counts are told to the nearest five', async () => {
  type Counts = { total: number; modes: { count: number }[] }
  const counts = async () => (await analyst.browser.get(`/api/fieldwork/${slug}/follow`)).body as unknown as Counts
  const { total, modes } = await counts()
  expect(total).toBe(5)
  await crowd(300, 7)
  const after = await counts()
  expect([...modes, ...after.modes].every(({ count }) => count % 5 === 0)).toBe(true)
  expect(after.total).toBeGreaterThanOrEqual(300)
})

test('a publication is frozen, listed with its seal and written in the journal with what waited to be looked at', async () => {
  await noteWaiting(office.context, slug, 3)
  const { publications, failure, waiting } = await publish()
  expect(waiting).toBe(3)
  expect(failure).toBeNull()
  expect(publications).toMatchObject([{ number: 1, slug, madeBy: 'Alix Martin' }])
  expect(publications[0]!.digest).toMatch(/^[0-9a-f]{64}$/)
  // the code of the page was in none of the documents that it said it ended
  const json = await analyst.browser.get(`/api/analyse/${slug}/publications/1/findings.json`)
  expect((json.body as { meta: { digest: string } }).meta.digest).toBe(publications[0]!.digest)
  const { lines } = await office.context.audit.page(0)
  expect(lines.find(({ what, about }) => what === 'published' && about === slug)).toMatchObject({
    details: { publication: 1, 'groupes à regarder': 3 },
  })
}, 60_000)

test('who answered is told with the publication, in words', async () => {
  const page = await get<AnsweredPage>(`/${slug}/answered`)
  expect(page.publication?.number).toBe(1)
  expect(page.tables.map(({ title }) => title)).toContain('Par zone')
  expect(page.tables[0]!.rows[0]!.cells[0]).toMatchObject({
    text: expect.stringMatching(/\d+.%/),
    small: expect.any(String),
  })
  expect(page.sentences.join(' ')).toContain('on ne peut pas dire qui manque')
  expect(page.waves).toBeNull()
})

test('fewer than eleven new answers are not published again', async () => {
  await crowd(4, 99)
  const page = await publish()
  expect(page.publications).toHaveLength(1)
  expect(page.failure).toMatch(/^Entre 3 et 7\s.*depuis la dernière publication/)
}, 60_000)

/** Every question alone, by every list and by some of the other questions, as a patient analyst would ask. */
async function everything(): Promise<Explored[]> {
  const { questions } = await get<QuestionList>(`/${slug}/questions`)
  const all: Explored[] = []
  for (const { path, lists, panel } of questions) {
    const names = lists.map((list) => list.path)
    const others = questions.filter((one) => one.panel === panel && one.path !== path && !names.includes(one.path))
    for (const by of ['', ...names, ...others.slice(0, 4).map((one) => one.path)])
      all.push(await get<Explored>(`/${slug}/questions/${encodeURIComponent(path)}?by=${encodeURIComponent(by)}`))
  }
  return all
}

test('every question by every list, and by another question: a figure has its interval, and a base of thirty at least', async () => {
  const all = await everything()
  const cells = all.flatMap((one) => one.cells ?? [])
  expect(cells.length).toBeGreaterThan(500)
  for (const { estimate, interval } of cells) {
    if (estimate.value === null) continue
    expect(interval).not.toBe('')
    expect(estimate.base).toBeGreaterThanOrEqual(30)
    expect(estimate.base % 5).toBe(0)
    expect(Math.round(estimate.value * 100) / 100).toBe(estimate.value)
  }
  // a crossing tells nothing in words: a category of few people has no line of its own
  const crossed = all.filter(
    ({ lists }) => lists.length === 1 && !['zone', 'age', 'genre', '#mode'].includes(lists[0]!.path),
  )
  expect(crossed.length).toBeGreaterThan(20)
  expect(crossed.flatMap((one) => one.cells ?? []).some(({ estimate }) => estimate.value !== null)).toBe(true)
}, 60_000)

// The largest of all the figures shown was told alone, as if it stood out.
// it was offered, and led to « Trop petit pour être montré »
test('a list in which nothing is read is marked as such, and asked for it says so in one sentence', async () => {
  const few = await anOffice({ isReal: true })
  onTestFinished(() => few.discard())
  const reader = await few.placed(['analyst'])
  const of = 'loisirs-sud'
  await fill(few.context, [{ slug: of, people: 100 }], 7, () => {})
  await publish(reader, of)
  const { questions } = await get<QuestionList>(`/${of}/questions`, reader)
  const isRead = ({ estimate }: ExplorerCell) =>
    estimate.value !== null || (estimate.why === 'in-words' && estimate.words !== seeWhole)
  const found = { silent: 0, read: 0 }
  for (const { path, lists } of questions)
    for (const { path: by, title, isSilent } of lists) {
      const { cells, why } = await get<Explored>(
        `/${of}/questions/${encodeURIComponent(path)}?by=${encodeURIComponent(by)}`,
        reader,
      )
      expect(isSilent === true, `${path} by ${by}`).toBe(cells === null)
      if (cells) expect(cells.some(isRead), `${path} by ${by}`).toBe(true)
      else expect(plain(why ?? '')).toContain(`« ${plain(title).replace(/ ?:$/, '')} », rien ne se lit pour le moment`)
      found[isSilent ? 'silent' : 'read'] += 1
    }
  expect(found.silent).toBeGreaterThan(0)
  expect(found.read).toBeGreaterThan(0)
}, 60_000)

test('a finding leads to the explorer only where its question has tables there', async () => {
  const { findings } = await get<ToDecide>(`/${slug}/findings`)
  const { questions } = await get<QuestionList>(`/${slug}/questions`)
  const pages = await Promise.all(
    findings.map(({ indicator }) => get<FindingPage>(`/${slug}/findings/${encodeURIComponent(indicator)}`)),
  )
  const explored = pages.filter(({ isExplored }) => isExplored)
  expect(explored.length).toBeGreaterThan(0)
  // what young people wrote is read as themes: a link would open the first question instead
  expect(explored.length).toBeLessThan(pages.length)
  for (const { isExplored, finding } of pages)
    expect(isExplored).toBe(questions.some(({ path }) => path === finding.source.field))
})

test('the sentence of the explorer says when the largest figure is not clearly ahead', async () => {
  const shares = (await everything()).filter(({ kind, cells }) => kind !== 'mean' && cells !== null)
  const [divided, whole] = [true, false].map((own) => shares.filter(({ lists }) => lists.length > 0 === own)) as [
    typeof shares,
    typeof shares,
  ]
  for (const { cells, sentence } of whole) {
    const [top, ...others] = cells!
      .flatMap(({ estimate }) => (estimate.value === null ? [] : [estimate]))
      .toSorted((a, b) => b.value - a.value)
    if (!top) continue
    // intervals that meet are no test: only those apart, and equal shares, are sure
    if (others.every(({ high }) => high < top.low)) expect(isOpen(plain(sentence)), sentence).toBe(false)
    if (others.some(({ value }) => value === top.value)) expect(isOpen(plain(sentence)), sentence).toBe(true)
  }
  // an answer shown alone is the one that is spoken of
  expect(divided.length).toBeGreaterThan(0)
  for (const { answers, sentences } of divided) {
    expect(sentences.map(({ answer }) => answer)).toEqual(answers.map(({ value }) => value))
    for (const { answer, sentence } of sentences)
      if (plain(sentence) !== 'Aucun chiffre ne peut être dit ici.')
        expect(plain(sentence)).toContain(`« ${plain(answers.find(({ value }) => value === answer)!.label)} »`)
  }
  for (const { sentence, isEstablished } of divided)
    expect(plain(sentence)).toMatch(
      isEstablished
        ? /^(Un écart est établi|\S+ écarts sont établis)(, les? mêmes? pour les deux réponses|, sur \d+ réponses)?(, sans compter [^«]+ sous « Autres »)?, selon «/
        : /^(Aucun écart n’est établi|Un seul groupe a un chiffre|Aucun chiffre)/,
    )
  expect(whole.some(({ sentence }) => isOpen(sentence))).toBe(true)
  expect(shares.some(({ sentence }) => !isOpen(sentence))).toBe(true)
}, 60_000)

// « Aucun écart n’est établi » stood over figures of which the finding said « Écarts établis », with other intervals
test('a question by a list has the figures, intervals and tests of its finding', async () => {
  const { findings } = await publicationsIn(office.context.store)
    .current(slug)
    .then((head) => head!)
  const { questions } = await get<QuestionList>(`/${slug}/questions`)
  let compared = 0
  for (const indicator of new Set(findings.map((one) => one.indicator))) {
    const { finding, tables } = await get<FindingPage>(`/${slug}/findings/${indicator}`)
    const question = questions.find(({ path }) => path === finding.source.field)
    for (const { grid } of tables) {
      const list = question?.lists.find(({ title }) => plain(grid.title) === `Selon : ${uncapital(title)}`)
      if (!question || !list) continue
      const explored = await get<Explored>(
        `/${slug}/questions/${encodeURIComponent(question.path)}?by=${encodeURIComponent(list.path)}`,
      )
      const rows = grid.rows.flatMap(({ label, cells }) => {
        const answer = explored.answers.find((one) => plain(one.label) === plain(label))
        return answer ? [{ answer, cells }] : []
      })
      for (const { answer, cells } of rows)
        for (const [at, title] of grid.columns.slice(1).entries()) {
          const group = explored.lists[0]!.choices.find(({ text }) => plain(text) === plain(title))!
          const own = explored.cells!.find(
            ({ dims }) => dims.reponse === answer.value && dims[list.path] === group.value,
          )!
          if (cells[at]!.figure) expect([own.text, own.interval]).toEqual([cells[at]!.text, cells[at]!.small])
          compared += 1
        }
      const isNone = grid.notes.some((note) => /Aucun écart entre ces groupes/.test(note))
      const gaps = rows.map(({ answer }) => explored.sentences.find((one) => one.answer === answer.value)!.gaps)
      if (rows.length > 0)
        expect(
          gaps.some((count) => count > 0),
          `${indicator} by ${list.path}`,
        ).toBe(!isNone)
    }
  }
  expect(compared).toBeGreaterThan(100)
}, 60_000)

test('a decision is dated, kept with the earlier ones and never changes the finding', async () => {
  const { findings } = await get<{ findings: { indicator: string }[] }>('/objectives/22')
  const at = `/api/analyse/${slug}/findings/${findings[0]!.indicator}/decisions`
  for (const text of ['Ouvrir le lieu le samedi.', 'Ouvrir aussi le mercredi.'])
    expect((await analyst.browser.post(at, { text, date: '2026-03-01' })).status).toBe(201)
  const page = await get<FindingPage>(`/${slug}/findings/${findings[0]!.indicator}`)
  expect(page.last).toBe(page.publication.number)
  // « Résultat suivant » was gone from the pages of an earlier publication
  const early = await get<ToDecide>(`/${slug}/findings?publication=1`)
  expect(early.publication?.number).toBe(1)
  expect(early.findings.length).toBeGreaterThan(0)
  // « Rien n’est encore décidé » would be read, and nothing had said so before opening
  expect((await get<PublicationsPage>(`/${slug}/publications`)).unshown).toBe(2)
  expect(page.decisions.map(({ text }) => text)).toEqual(['Ouvrir le lieu le samedi.', 'Ouvrir aussi le mercredi.'])
  // a chip with a day stood on the page of the objective, without the words
  const { decisions } = await get<{ decisions: { text: string; on: object }[] }>('/objectives/22')
  expect(decisions).toMatchObject(page.decisions.map(({ text }) => ({ text, on: { questionnaire: slug } })))
})

// The publication of a year before printed what was decided on it two days ago.
test('a publication read again says nothing of what was decided since; the report of today does', async () => {
  const { findings } = await get<{ findings: { indicator: string }[] }>('/objectives/22')
  const { now } = office.clock
  onTestFinished(() => void Object.assign(office.clock, { now }))
  office.clock.now = new Date(now.getTime() + 30 * 3_600_000)
  const later = await office.placed(['analyst'])
  const at = `/api/analyse/${slug}/findings/${findings[0]!.indicator}/decisions`
  await later.browser.post(at, { text: 'Prolonger l’essai jusqu’à Noël.', date: '2026-03-03' })
  const report = async (path: string) => (await later.browser.get(`/api/analyse/${path}/report.html`)).text
  const [own, all] = [await report(`${slug}/publications/1`), await report('report')]
  expect([own, all].map((html) => html.includes('Ouvrir aussi le mercredi'))).toEqual([true, true])
  expect([own, all].map((html) => html.includes('Prolonger l’essai'))).toEqual([false, true])
  // its cover says which it is
  expect([own, all].map((html) => /<p class="subtitle">[^<]*publication n° 1\./.test(plain(html)))).toEqual([
    true,
    false,
  ])
}, 60_000)

test('an analyst of another questionnaire sees none of this one', async () => {
  const stranger = await office.placed(['analyst'], { questionnaires: ['familles'] })
  expect((await stranger.browser.get(`/api/analyse/${slug}/questions`)).status).toBe(403)
  const overview = (await stranger.browser.get('/api/analyse')).body as unknown as Overview
  expect(overview.questionnaires.map((one) => one.slug)).toEqual(['familles'])
})

// read from the publication, with nothing computed anew
test('a chart is answered about as soon as the list it is chosen from', async () => {
  const list = `/${slug}/questions`
  const { questions } = await get<QuestionList>(list)
  const timed = async (path: string) => {
    const start = performance.now()
    await get(path)
    return performance.now() - start
  }
  const times = { list: [] as number[], chart: [] as number[] }
  for (const { path } of questions) {
    times.list.push(await timed(list))
    times.chart.push(await timed(`${list}/${encodeURIComponent(path)}`))
  }
  const [ofList, ofChart] = [times.list, times.chart].map(
    (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!,
  )
  expect(ofChart! / ofList!).toBeLessThan(4)
})

// « Une décision notée ne sera pas montrée », of one that was given up
test('a decision that was given up is not among those that people do not see', async () => {
  const unshown = async () => (await get<PublicationsPage>(`/${slug}/publications`)).unshown
  const { findings } = await get<{ findings: { indicator: string }[] }>('/objectives/22')
  const { indicator } = findings[0]!
  const before = await unshown()
  const page = await get<FindingPage>(`/${slug}/findings/${indicator}`)
  const given = { at: page.decisions[0]!.at, action: null, on: { questionnaire: slug, indicator }, state: 'dropped' }
  const dropped = { ...given, text: 'Le budget est refusé.', date: '2026-03-02' }
  expect((await analyst.browser.post('/api/plan/outcomes', dropped)).status).toBe(201)
  expect(await unshown()).toBeLessThan(before)
})
