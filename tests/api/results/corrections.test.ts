/** Publications found wrong: errata and withdrawals, on both stores. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill } from '../../../api/commands/synthetic-respondents.ts'
import { publicationsIn } from '../../../api/results/publications.ts'
import { assessAll } from '../../../api/results/threads/pool.ts'
import type {
  Explored,
  FindingPage,
  ObjectivePage,
  Overview,
  PublicationsPage,
  QuestionList,
} from '../../../api/wire/results.ts'
import { startMongodb } from '../../services/mongodb.ts'
import { anOffice, type Office, type Person } from '../accounts/office.ts'

const slug = 'jeunes-11-15'
const server = await startMongodb()
const adapters = [
  { name: 'SQLite', url: null },
  { name: 'MongoDB', url: server && `${server.url}corrections` },
].filter(({ name, url }) => name === 'SQLite' || url !== null)
afterAll(() => server?.stop())

describe.each(adapters)('a publication found wrong, on $name', ({ url }) => {
  let office: Office
  let analyst: Person
  /** The first publication, as it was before the second. */
  let first: { stored: unknown; tables: string }
  beforeAll(async () => {
    office = await anOffice({ isReal: true, ...(url ? { storeUrl: url } : {}) })
    for (const [seed, day] of [
      [7, '2026-03-02'],
      [8, '2026-03-09'],
    ] as const) {
      office.clock.now = new Date(`${day}T09:00:00Z`)
      // a session does not last a week
      analyst = await office.placed(['analyst'])
      await fill(office.context, [{ slug, people: 60 }], seed, () => {})
      await published()
      if (seed === 7) first = await asIs()
    }
  }, 300_000)
  afterAll(() => office.discard())

  const at = `/api/analyse/${slug}`
  const get = async <T>(path: string): Promise<T> => {
    const answer = await analyst.browser.get(path)
    expect([path, answer.status, answer.status === 200 || answer.text]).toEqual([path, 200, true])
    return answer.body as T
  }
  /** Asks for a publication and waits for its end. */
  async function published(): Promise<PublicationsPage> {
    expect((await analyst.browser.post(`${at}/publications`)).status).toBe(202)
    for (;;) {
      const page = await get<PublicationsPage>(`${at}/publications`)
      if (!page.working) return page
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  const note = (number: number, kind: string, reason: string, person = analyst) =>
    person.browser.post(`${at}/publications/${number}/notices`, { kind, reason })
  const document = (number: number, file: string) => analyst.browser.get(`${at}/publications/${number}/${file}`)
  const asIs = async () => ({
    stored: (await publicationsIn(office.context.store).all(slug)).find(({ number }) => number === 1),
    tables: (await document(1, 'tables.csv')).text,
  })
  const erratum = 'Le tableau par zone compte Teulat au nord ; il est au sud.'
  const error = 'Les marges étaient celles d’une autre année.'

  test('an earlier publication is read again by its number: its page, its report, its data', async () => {
    const { publications } = await get<PublicationsPage>(`${at}/publications`)
    expect(publications.map(({ number }) => number)).toEqual([2, 1])
    const indicator = (await publicationsIn(office.context.store).all(slug))[0]!.findings[0]!.indicator
    const page = await get<FindingPage>(`${at}/findings/${indicator}?publication=1`)
    expect(page.publication).toMatchObject({ number: 1, responses: 60 })
    const html = await document(1, 'report.html')
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(html.text).not.toContain('Erratum')
    // sixty more have answered since, and the tables were published anew: nothing of it has moved
    expect(first.tables.length).toBeGreaterThan(1000)
    expect(await asIs()).toEqual(first)
    expect((await document(2, 'tables.csv')).text).not.toBe(first.tables)
    expect((await document(1, 'tables.csv')).text).toMatch(/^objectif,action,questionnaire/)
    expect((await document(3, 'tables.csv')).body.code).toBe('publication-unknown')
    expect((await document(1, 'autre.csv')).body.code).toBe('publication-unknown')
  }, 120_000)

  test('a reason is asked for, and only those who publish may correct', async () => {
    expect((await note(2, 'erratum', 'non')).status).toBe(422)
    expect((await note(9, 'erratum', erratum)).body.code).toBe('publication-unknown')
    const designer = await office.placed(['designer', 'admin', 'publisher'])
    expect((await note(2, 'erratum', erratum, designer)).body.code).toBe('not-allowed')
    const elsewhere = await office.placed(['analyst'], { questionnaires: ['familles'] })
    expect((await note(2, 'withdrawal', error, elsewhere)).status).toBe(403)
  })

  test('an erratum stands on each page and document of its publication, and in the journal', async () => {
    expect((await note(2, 'erratum', erratum)).status).toBe(201)
    const notices = [{ kind: 'erratum', reason: erratum, day: '2026-03-09' }]
    const overview = await get<Overview>('/api/analyse')
    expect(overview.questionnaires.find((one) => one.slug === slug)?.current).toMatchObject({ number: 2, notices })
    expect((await get<ObjectivePage>('/api/analyse/objectives/22')).publications).toMatchObject([{ notices }])
    const { questions, publication } = await get<QuestionList>(`${at}/questions`)
    expect(publication).toMatchObject({ notices })
    expect(
      (await get<Explored>(`${at}/questions/${encodeURIComponent(questions[0]!.path)}`)).publication,
    ).toMatchObject({
      notices,
    })
    for (const file of ['report.html', 'ce-que-vous-avez-dit.fr.html', 'findings.json', 'tables.schema.json']) {
      for (const path of [`${at}/publications/2/${file}`, `/api/analyse/report/${file}`]) {
        const { status, text } = await analyst.browser.get(path)
        expect([path, status]).toEqual([path, 200])
        expect(text.replace(/\s/g, ' '), path).toContain('Le tableau par zone compte Teulat au nord')
      }
    }
    // the publication before has nothing of it
    expect((await document(1, 'report.html')).text).not.toContain('Teulat au nord')
    const { lines } = await office.context.audit.page(0)
    expect(lines.find(({ what }) => what === 'publication-corrected')).toMatchObject({
      who: analyst.login,
      about: slug,
      details: { publication: 2, raison: erratum },
    })
  }, 120_000)

  test('a withdrawn one gives out no data; its page and its report say so; the one before is current again', async () => {
    expect((await note(2, 'withdrawal', error)).status).toBe(201)
    // the explorer says why instead of its figures, and proposes none of them; of an earlier one it does
    const explorer = async (path: string) => analyst.browser.get(`/api/analyse/${slug}/${path}`)
    expect((await explorer('questions')).body).toMatchObject({
      withdrawn: [{ number: 2, notices: [{ kind: 'erratum' }, { kind: 'withdrawal', reason: error }] }],
    })
    expect((await explorer('gaps?publication=2')).status).toBe(410)
    expect((await explorer('gaps?publication=1')).status).toBe(200)
    const overview = await get<Overview>('/api/analyse')
    expect(overview.questionnaires.find((one) => one.slug === slug)?.current?.number).toBe(1)
    for (const file of [
      'tables.csv',
      'tables-excel-france.csv',
      'tables.schema.json',
      'findings.json',
      'report.xlsx',
    ]) {
      const { status, body } = await document(2, file)
      expect([file, status, body.code, body.title]).toEqual([
        file,
        410,
        'publication-withdrawn',
        expect.stringMatching(/a été retirée/),
      ])
    }
    const { questions } = await get<QuestionList>(`${at}/questions`)
    const asked = `${at}/questions/${encodeURIComponent(questions[0]!.path)}`
    expect((await analyst.browser.get(`${asked}?publication=2`)).status).toBe(410)
    expect((await get<Explored>(asked)).publication.number).toBe(1)
    const html = (await document(2, 'report.html')).text.replace(/\s/g, ' ')
    expect(html).toContain('Publication retirée')
    expect(html).toContain('autre année')
    const indicator = (await publicationsIn(office.context.store).all(slug))[1]!.findings[0]!.indicator
    const page = await get<FindingPage>(`${at}/findings/${indicator}?publication=2`)
    expect(page.publication.notices).toMatchObject([{ kind: 'erratum' }, { kind: 'withdrawal', reason: error }])
    // nothing is added to it any more
    expect((await note(2, 'erratum', erratum)).status).toBe(410)
    expect(
      (await office.context.audit.page(0)).lines.find(({ what }) => what === 'publication-withdrawn'),
    ).toMatchObject({
      details: { publication: 2, raison: error },
    })
  }, 120_000)

  test('a report of the command line no longer says what was withdrawn; the answers may be published again', async () => {
    const { storeUrl, keyringPath } = office.config
    const [told] = await assessAll({ storeUrl, keyringPath }, [{ slug, at: '2026-03-10T10:00:00.000Z' }], () => {})
    expect(told!.statement.document.id).toContain('rapport')
    const page = await published()
    expect(page.failure).toBeNull()
    expect(page.publications.map(({ number }) => number)).toEqual([3, 2, 1])
    expect((await published()).failure).toMatch(/Rien n’a changé/)
  }, 120_000)

  test('when all that was published is withdrawn, the documents say so', async () => {
    for (const number of [3, 1]) expect((await note(number, 'withdrawal', error)).status).toBe(201)
    expect((await get<Overview>('/api/analyse')).files).toEqual([])
    expect((await analyst.browser.get('/api/analyse/report/tables.csv')).status).toBe(410)
    expect((await get<QuestionList>(`${at}/questions`)).publication).toBeNull()
  })
})
