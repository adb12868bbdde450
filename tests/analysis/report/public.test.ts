/** The results page: a gap between zones told, drawn and tabled with one set of figures; what is not public stays out of it. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { assess } from '../../../analysis/findings/assessment.ts'
import { findingBlocks } from '../../../analysis/report/finding-blocks.ts'
import { harmless } from '../../../analysis/report/html/html-blocks.ts'
import { decisions, publicHtml } from '../../../analysis/report/public/html.ts'
import { itemsOf } from '../../../analysis/report/public/items.ts'
import { type PublicLanguage, publicLanguages } from '../../../analysis/report/public/languages.ts'
import { numbersIn } from '../../../analysis/report/public/numbers.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import { figureIn, tellingOf, writtenIn } from '../../../analysis/report/public/telling.ts'
import { toTheYoung } from '../../../analysis/report/public/words/to-the-young.ts'
import { publicWords } from '../../../analysis/report/public/words.ts'
import { workshopData } from '../../../analysis/report/public/youth/workshop.ts'
import { committeePages, committeePart } from '../../../analysis/report/short/committee.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import type { BarsChart } from '../../../analysis/report/tree.ts'
import { committeeShown } from '../../../api/results/committee.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { provisionalZones, zoneNames } from '../../../surveys/authority/territory.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { indicator, small, studyOf, times, unperturbed } from '../columns/study.ts'

const texts = (fr: string, easy: string, en: string, ar: string) => ({ default: fr, 'fr-facile': easy, en, ar })
const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'], breakdowns: ['zone'], title: 'Une garde' })
const garde = {
  title: texts('Avez-vous une garde ?', 'Une garde ?', 'Do you have childcare?', 'هل لديكم رعاية؟'),
  choices: [
    { value: 'oui', text: texts('Oui, une', 'Oui', 'Yes, one', 'نعم') },
    { value: 'non', text: texts('Non, pas du tout', 'Non', 'No, none', 'لا') },
  ],
}
const questionnaire: Questionnaire = {
  ...small,
  indicators: [own],
  definition: {
    pages: small.definition.pages.map((page) => ({
      ...page,
      elements: page.elements!.map((one) => (one.name === 'garde' ? { ...one, ...garde } : one)),
    })),
  },
}
const answers = [
  ...times(160, { garde: 'oui', commune: '81140' }),
  ...times(40, { garde: 'non', commune: '81140' }),
  ...times(40, { garde: 'oui', commune: '81271' }),
  ...times(160, { garde: 'non', commune: '81271' }),
]
const square = (west: number) =>
  [
    [west, 43],
    [west + 1, 43],
    [west + 1, 44],
    [west, 44],
  ] as [number, number][]
const source: ReportSource = {
  ...assess(
    [studyOf(answers, [own], questionnaire)],
    {
      place: 'Ici',
      date: '2026-05-31',
      demo: false,
      digest: 'abc',
      scope: { questionnaire: null, objective: null },
      zones: provisionalZones(),
    },
    undefined,
    unperturbed,
  ),
  definitions: [questionnaire],
  outlines: {
    zones: [
      { name: zoneNames().lavaur!, rings: [square(1)] },
      { name: zoneNames()['saint-sulpice']!, rings: [square(2)] },
    ],
    source: 'ici',
  },
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const said: Record<PublicLanguage, [share: string, sentence: RegExp]> = {
  fr: ['80 %', /^Une garde\. Lavaur : 80 % \(entre .+ L’écart est établi\.$/],
  'fr-facile': ['80 sur 100', /^« Oui »\. Lavaur : 80 sur 100 \(entre .+ Cette différence est sûre\.$/],
  en: ['80%', /^“Yes, one”\. Lavaur: 80% \(between .+ The difference is established\.$/],
  ar: ['80%', /^«نعم»\. Lavaur: 80% \(بين .+ هذا الفرق مؤكد\.$/],
}

test.each(publicLanguages)('in %s a start that is past is not announced, nor a decision promised', (language) => {
  const at = (date: string, decisions: ReportSource['decisions'] = []) =>
    publicPages({ ...source, date, decisions }, language).pages[0]!
  const start = Number(/20\d\d/.exec(at('2000-01-01').when)![0])
  const [then, later] = [at(`${start}-12-31`).when, at(`${start + 1}-01-01`).when]
  expect(later).toContain(String(start))
  expect(later).not.toBe(then)
  const decision = {
    questionnaire: questionnaire.slug,
    indicator: own.id,
    date: '2026-03-03',
    at: '2026-03-03T10:00:00.000Z',
    by: 'A',
    text: 'Oui.',
  }
  const decided = at('2026-05-31', [{ ...decision, due: '2026-09-01', isPublic: true }])
  expect(decided.when).not.toMatch(/sera fait|سيُنجز/)
  // corrected once it was shown, it says the day; of words that nobody but the staff read, nothing is said
  const corrected = (change: object) =>
    at('2026-05-31', [
      {
        ...{ ...decision, isPublic: true },
        former: [
          { text: 'Non.', date: decision.date, isPublic: true, until: '2026-04-01T10:00:00Z', by: 'A', ...change },
        ],
      },
    ]).decided[0]!.day
  expect(corrected({})).not.toBe(decided.decided[0]!.day)
  expect(corrected({})).toContain('2026')
  for (const change of [{ isPublic: false }, { text: 'Oui.', pilot: 'B' }])
    expect(corrected(change)).toBe(decided.decided[0]!.day)
  const inFrench = { fr: null, 'fr-facile': 'non simplifié', en: '(in French)', ar: 'بالفرنسية' }[language]
  if (inFrench) expect(decided.decided[0]!.day).toContain(inFrench)
  else expect(decided.decided[0]!.day).not.toContain('(')
})

// The one decision that was late was the one whose day was missing.
test.each(publicLanguages)(
  'in %s a decision under another result says by when, and that the day is over',
  (language) => {
    const decided = {
      questionnaire: questionnaire.slug,
      indicator: own.id,
      date: '2026-03-03',
      at: '2026-03-03T10:00:00.000Z',
      by: 'A',
      text: 'Oui.',
      due: '2026-06-15',
      isPublic: true,
    }
    const told = (today: string, more: object = {}) =>
      decisions(itemsOf({ ...source, today, decisions: [{ ...decided, ...more }] }, language, [], 6).items[0]!.decided)
    const day = numbersIn(language).day(decided.due)
    const passed = { fr: /cette date est passée/, 'fr-facile': /Cette date est passée/, en: /has passed/, ar: /فات/ }[
      language
    ]
    expect(told('2026-06-15')).toContain(day)
    expect(told('2026-06-15')).not.toMatch(passed)
    expect(told('2026-06-16')).toContain(day)
    expect(told('2026-06-16')).toMatch(passed)
    const kept = { state: 'kept', text: '', date: '2026-06-10', by: 'A' }
    expect(told('2026-06-16', { outcome: kept })).not.toContain(day)
  },
)

test.each(publicLanguages)(
  'in %s a gap between zones is one set of figures: sentence, drawing and table',
  (language) => {
    const [share, sentence] = said[language]
    const pages = publicPages(source, language)
    const { where } = pages.pages[0]!
    expect(plain(where!.sentence)).toMatch(sentence)
    expect(where!.map!.rows.map((row) => [row.zone, plain(row.share)])).toEqual([
      ['Lavaur', share],
      ['Saint-Sulpice-la-Pointe', share.replace('80', '20')],
    ])
    expect(plain(where!.map!.drawing.svg)).toContain(`>${share.replace(' sur 100', '')}</text>`)
    expect(where!.map!.drawing.svg).toContain('>Lavaur</text>')
    const page = publicHtml(pages)
    expect(page).toContain(harmless(where!.sentence))
    for (const { interval } of where!.map!.rows) expect(page).toContain(`<td>${harmless(interval)}</td>`)
    expect(page).toContain(`<caption>${harmless(where!.map!.title)}</caption>`)
  },
)

test('words that a questionnaire or the staff wrote never become markup', () => {
  const hostile = '<img src=x onerror=alert(1)>'
  const decision = {
    questionnaire: questionnaire.slug,
    indicator: own.id,
    date: '2026-03-03',
    at: '2026-03-03T10:00:00.000Z',
    by: 'A',
  }
  const page = publicHtml(
    publicPages({ ...source, place: hostile, decisions: [{ ...decision, text: hostile, isPublic: true }] }, 'fr'),
  )
  expect(page).not.toContain('<img src=x')
  expect(page).toContain('&lt;img src=x')
})

// 49 % of families under four bars of 18 to 21 %, one of them an answer that the 49 % do not count.
test.each(publicLanguages)('in %s answers counted together are one bar, not those of the question', (language) => {
  const [found] = source.findings
  const { chart, estimate } = source.findings.find((one) => one.chart?.kind === 'bars')!
  if (chart?.kind !== 'bars' || estimate.value === null) throw new Error('nothing is drawn')
  const bars = ['Oui, une', 'Non, pas du tout'].map((label) => ({ label, estimate, uncertain: false }))
  const detail = { ...found!, indicator: 'detail', chart: { ...chart, bars } }
  const barsOf = (value: number) => {
    const own = { ...found!, estimate: { ...estimate, value }, chart: { ...chart, bars: bars.slice(0, 1) } }
    return publicPages({ ...source, findings: [own, detail] }, language).pages[0]!.picture!.bars.length
  }
  expect(barsOf(estimate.value)).toBe(2)
  expect(barsOf(estimate.value / 2)).toBe(1)
})

// The French page said so; the three others gave the figure of two years as that of this one.
test.each(publicLanguages)('in %s a figure of two waves says so, one of a single wave does not', (language) => {
  const years = /2025.+2026/
  const told = (given: ReportSource) => publicPages(given, language).pages[0]!.lines.join(' ')
  const waves = ['2025', '2026']
  const twice = source.findings.map((one) => ({
    ...one,
    waves,
    sentence: `${one.sentence} Réponses de 2025 et 2026 réunies.`,
  }))
  expect(told({ ...source, findings: twice })).toMatch(years)
  expect(told(source)).not.toMatch(years)
})

// Seven lines of one paragraph, the figure in the first: nobody read on.
test('in French what is said first stands alone, and what explains it after', () => {
  const [one] = source.findings
  const more = 'Réponses de 2025 et 2026 réunies. Tôt, c’est avant 8 h.'
  const told = (sentence: string) => {
    const { lines } = publicPages({ ...source, findings: [{ ...one!, sentence }] }, 'fr').pages[0]!
    return lines.map((line) => line.replace(/\s/g, ' '))
  }
  const first = 'Parmi elles, 48 % en manquent (entre 45 % et 51 % ; 915 réponses).'
  expect(told(`${first} ${more}`)).toEqual([first, more])
  expect(told(first)).toEqual([first])
})

// Only the French page said from when figures were, and that nothing told the zone from the others.
test.each(publicLanguages)(
  'in %s a figure of a zone is dated, beside that of everybody, and no gap is made of it',
  (language) => {
    const day = '2026-05-02'
    const [zone] = Object.keys(zoneNames())
    const [one] = source.findings
    const { estimate } = one!
    if (estimate.value === null) throw new Error('no figure')
    const whole = { estimate: { ...estimate, value: 0.41 }, day, isApart: false }
    const sentence = `${one!.sentence} Dans tout le territoire : 41 %. L’écart avec les autres zones n’est pas établi. Chiffres arrêtés au 2 mai 2026.`
    const table = (given: (typeof one & {})['breakdowns'][number]) => ({
      ...given,
      table: { ...given.table, dated: [{ label: zoneNames().lavaur!, day }] },
    })
    const kept = { ...one!, zone: zone!, day, whole, sentence, breakdowns: one!.breakdowns.map(table) }
    const shown = (found: typeof kept, chosen: Partial<ReportSource> = {}) =>
      publicPages({ ...source, ...chosen, findings: [found] }, language).pages[0]!
    const on = numbersIn(language).day(day)
    const page = shown(kept)
    const lines = plain(page.lines.join(' '))
    expect(lines).toContain(plain(on))
    expect(lines).toMatch(/41/)
    const open = plain(publicWords[language].notApart)
    expect(lines).toContain(open)
    expect(
      plain(shown({ ...kept, whole: { ...whole, isApart: true }, sentence: one!.sentence }).lines.join(' ')),
    ).not.toContain(open)
    expect(plain(page.where!.sentence)).toContain(plain(on))
    expect(plain(page.where!.map!.key)).toContain(plain(on))
    const pages = [{ objective: one!.objective, finding: null, answer: 'La moitié.', asked: '' }]
    if (language === 'fr') expect(plain(shown(kept, { chosenPages: pages }).lines.join(' '))).toContain(open)
  },
)

// « This is about the Sud zone. Out of 100 families, about 40 … 360 responses »: those of the whole territory.
test.each(publicLanguages)('in %s the figure of everybody is not told as that of a zone', (language) => {
  const [zone] = Object.keys(zoneNames())
  const told = (more: Partial<(typeof source)['findings'][number]>) =>
    publicPages({ ...source, findings: source.findings.map((one) => ({ ...one, ...more })) }, language).pages[0]!.lines
  const name = zoneNames()[zone!]!
  const lines = told({})
  if (language === 'fr') return expect(told({ zone: zone! })).toEqual(lines)
  expect(told({ zone: zone! })[0]).toContain(name)
  const open = told({ zone: zone!, isZoneOpen: true })
  expect(open.slice(0, -1)).toEqual(lines)
  expect(open.at(-1)).toContain(name)
})

// « 0 % » of a year that six people had given
test('on the page for everybody a bar of nobody says what is known of it, in the words of its language', () => {
  const none = publishedEstimate(0, 85, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
  expect(publicLanguages.map((language) => plain(writtenIn(none, language)))).toEqual([
    'au plus 15 %',
    'au plus 15 sur 100',
    'at most 15%',
    '15% على الأكثر',
  ])
  // the end of the interval is not said again
  expect(plain(figureIn(none, 'ar'))).toBe('15% على الأكثر')
})

// « C’est en retard » of a year of the plan, where nobody knows what was done
test('in easy French too a date that has passed is not said to be late', () => {
  const { duePassed, overdue } = publicWords['fr-facile']
  expect([duePassed('28 avril'), overdue(2024)]).toEqual([
    'À faire avant le 28 avril. Cette date est passée.',
    'Il était prévu de commencer en 2024. Cette date est passée.',
  ])
})

// « The true number is very likely between 41 and 47 » was said of volunteers
test('an interval is of the figure of those who answered: no language says that a true one lies in it', () => {
  const [found] = source.findings
  const share = {
    value: 0.44,
    low: 0.41,
    high: 0.47,
    base: 890,
    effectiveBase: 890,
    unit: 'share' as const,
    method: '',
  }
  const answered = { 'fr-facile': /qui ont répondu/, en: /who answered/, ar: /ممن أجابوا/ }
  for (const language of ['fr-facile', 'en', 'ar'] as const) {
    const { lines } = publicPages({ ...source, findings: [{ ...found!, estimate: share }] }, language).pages[0]!
    expect(lines[0]).toMatch(answered[language])
    expect(lines.join(' ')).not.toMatch(/\btrue\b|\bvrai|الحقيقي/)
  }
  expect(JSON.stringify([toTheYoung, workshopData(source).reading])).not.toMatch(/\bvrai/)
})

// « En moyenne : 30 » was said of a median
test.each(publicLanguages.filter((one) => one !== 'fr'))('in %s a median is not said to be a mean', (language) => {
  const [found] = source.findings
  const toldAs = (method: string) => {
    const estimate = { value: 30, low: 20, high: 40, base: 85, effectiveBase: 85, unit: 'number' as const, method }
    return publicPages({ ...source, findings: [{ ...found!, estimate }] }, language).pages[0]!.lines[0]
  }
  const { average, half, likely } = publicWords[language]
  // of whole numbers more than a half may give it or less
  expect(half('30')).toMatch(/^Au moins la moitié|^At least half|^أجاب ما لا يقل عن نصف/)
  expect(toldAs('classes publiées, Woodruff')).toBe(`${half('30')} ${likely('20', '40')}`)
  expect(toldAs('moyenne des classes publiées')).toContain(average('30', '20', '40').slice(0, 8))
})

// « entre 30 et 30 »
test.each(publicLanguages.filter((one) => one !== 'fr'))(
  'in %s two ends written the same are one number',
  (language) => {
    const [found] = source.findings
    for (const method of ['classes publiées, Woodruff', 'moyenne des classes publiées']) {
      const estimate = { value: 30, low: 30, high: 30, base: 85, effectiveBase: 85, unit: 'number' as const, method }
      const [first] = publicPages({ ...source, findings: [{ ...found!, estimate }] }, language).pages[0]!.lines
      expect(first).not.toMatch(/30 (?:et|and) 30|30 و30/)
    }
  },
)

// the title of a result stood again in the sentence under it
test('on the page for everybody a result under its title does not say it twice', () => {
  const frame = '{value} des familles répondantes ({interval} ; {base} réponses).'
  const bare = { ...questionnaire, indicators: [{ ...own, sentence: frame }] }
  const about = { place: 'Ici', date: '2026-05-31', demo: false, digest: 'abc', zones: provisionalZones() }
  const scope = { questionnaire: null, objective: null }
  const assessed = assess([studyOf(answers, bare.indicators, bare)], { ...about, scope }, undefined, unperturbed)
  expect(plain(assessed.findings[0]!.sentence)).toMatch(/^Une garde : 50 % des familles répondantes \(/)
  const [item] = itemsOf({ ...assessed, definitions: [bare] }, 'fr', [], 6).items
  expect(item!.title).toBe('Une garde')
  expect(plain(item!.lines[0]!)).toMatch(/^50 % des familles répondantes \(/)
})

// « 5,9 sur 10 »: of what to what stood on the form and on paper only
test('what the ends of a scale mean stands by its figure, on every page and in every language', () => {
  const ends = (low: string, high: string) => ({ minRateDescription: low, maxRateDescription: high })
  const said = [
    ends('pas du tout à l’aise', 'très à l’aise'),
    ends('pas à l’aise', 'à l’aise'),
    ends('not at ease', 'at ease'),
    ends('غير مرتاح', 'مرتاح'),
  ]
  const of = (key: 'minRateDescription' | 'maxRateDescription') => {
    const [fr, easy, en, ar] = said.map((one) => one[key]) as [string, string, string, string]
    return texts(fr, easy, en, ar)
  }
  const slider = {
    ...{ type: 'slider', name: 'aise', min: 0, max: 10, step: 1, objectives: [1], sensitivity: 'ordinary' },
    title: texts('À l’aise ?', 'À l’aise ?', 'At ease?', 'هل أنتم مرتاحون؟'),
    ...{ minRateDescription: of('minRateDescription'), maxRateDescription: of('maxRateDescription') },
  }
  const mean = indicator({ field: 'aise', measure: 'mean', title: 'Aisance' })
  const asked: Questionnaire = {
    ...questionnaire,
    indicators: [mean],
    definition: { pages: [{ name: 'page', elements: [slider] }] },
  }
  const about = {
    ...{ place: 'Ici', date: '2026-05-31', demo: false, digest: 'abc', zones: provisionalZones() },
    scope: { questionnaire: null, objective: null },
  }
  const study = studyOf(times(120, { aise: 6 }) as unknown as Answers[], [mean], asked)
  const own = { ...assess([study], about, undefined, unperturbed), definitions: [asked] }
  const [finding] = own.findings
  expect(finding!.source.ends).toBe('0 = pas du tout à l’aise, 10 = très à l’aise')
  const last = publicLanguages.map((language) => tellingOf(finding!, own, language)!.lines.at(-1))
  expect(last).toEqual([
    '0 = pas du tout à l’aise, 10 = très à l’aise.',
    '0 = pas à l’aise, 10 = à l’aise.',
    '0 = not at ease, 10 = at ease.',
    '0 = غير مرتاح، 10 = مرتاح.',
  ])
  const line = { kind: 'text', tone: 'small', text: finding!.source.ends }
  for (const blocks of [findingBlocks(finding!), ...committeePages(own).map((one) => committeePart(one, own, 'end'))])
    expect(JSON.stringify(blocks)).toContain(JSON.stringify(line))
  expect(committeeShown(own).pages.map(({ ends }) => ends)).toEqual([finding!.source.ends])
  // one made before says nothing of them
  const { ends: _, ...before } = finding!.source
  expect(tellingOf({ ...finding!, source: before }, own, 'en')!.lines.join()).not.toContain('at ease')
})

// « Les 4 réponses les plus données, sur 11 : 5, 7, 8, 9 » under a mean
test('on the page for everybody a scale is drawn whole under its mean, or not at all', () => {
  const found = source.findings.find(({ chart }) => chart?.kind === 'bars' && chart.unit === 'share')!
  const chart = found.chart as BarsChart
  const bar = chart.bars.find(({ estimate }) => estimate.value !== null)!
  const drawn = (many: number) => {
    const bars = Array.from({ length: many }, (_, stop) => ({ ...bar, label: String(stop) }))
    const estimate = {
      value: 6,
      low: 5,
      high: 7,
      base: 85,
      effectiveBase: 85,
      unit: 'score' as const,
      method: 'moyenne',
    }
    const finding = { ...found, estimate, chart: { ...chart, bars }, breakdowns: [] }
    return tellingOf(finding, source, 'fr')!.picture?.bars.map(({ label }) => label) ?? null
  }
  expect(drawn(11)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  expect(drawn(12)).toBeNull()
})

/** The finding that draws shares, its bars replaced. */
function drawnAs(labels: readonly string[], notes: string[] = [], share = (_: number) => 0.2) {
  const found = source.findings.find(({ chart }) => chart?.kind === 'bars' && chart.unit === 'share')!
  const estimateOf = (at: number) => publishedEstimate(share(at), 85, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  const bars = labels.map((label, at) => ({ label, estimate: estimateOf(at), uncertain: false }))
  const chart = { ...(found.chart as BarsChart), bars }
  return { ...found, chart, table: { ...found.table!, notes }, breakdowns: [], estimate: estimateOf(0) }
}
const pictureOf = (...given: Parameters<typeof drawnAs>) => tellingOf(drawnAs(...given), source, 'fr')!.picture!
const labelsOf = ({ bars }: { bars: { label: string }[] }) => bars.map(({ label }) => label)

// 2021, 2023, 2024, 2026 of six years; « En train », which two people had chosen, was the fifth answer of five
test('on the page for everybody years, months and lists of up to eight answers are shown whole and in order', () => {
  const years = ['2021', '2022', '2023', '2024', '2025', '2026']
  const rare = (at: number) => (at % 2 === 0 ? 0.3 : 0.02)
  expect(labelsOf(pictureOf(years, [], rare))).toEqual(years)
  const months = ['janvier 2026', 'février 2026', 'mars 2026', 'avril 2026', 'mai 2026']
  expect(labelsOf(pictureOf(months, [], rare))).toEqual(months)
  const ways = ['En voiture', 'En bus', 'À vélo', 'À pied', 'En train', 'En car', 'En taxi', 'Autrement']
  expect(labelsOf(pictureOf(ways, [], rare))).toEqual(ways)
  expect(pictureOf(ways).note).toBe('')
  expect(labelsOf(pictureOf([...ways, 'En trottinette'], [], rare))).toHaveLength(4)
})

// children 9 to 12 had no bar, and nothing said why the scale ended there
test('on the page for everybody numbers that are not drawn are said', () => {
  const left = 'Les nombres que presque personne ne donne ne sont pas montrés.'
  expect(plain(pictureOf(['0', '1', '2'], [left]).note)).toBe(
    'Les nombres que presque personne n’a donnés ne sont pas montrés.',
  )
  expect(pictureOf(['0', '1', '2']).note).toBe('')
})

// « au plus 11 % 0 % – 11 % », and no word on what « au plus » means
test('on the page for everybody an end of the interval is said once, and explained where it is used', () => {
  const [none, some] = pictureOf(['En bus', 'À pied'], [], (at) => at / 4).bars
  expect([plain(none!.text), none!.interval]).toEqual(['au plus 15 %', ''])
  expect(some!.interval).not.toBe('')
  const zero = publishedEstimate(0, 85, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  expect(plain(figureIn(zero, 'en'))).toBe('at most 15%')
  for (const language of publicLanguages) {
    const keyOf = (findings: ReportSource['findings']) => publicPages({ ...source, findings }, language).barKey
    const { most } = publicWords[language].knownKey
    const used = { ...drawnAs(['Oui, une', 'Non, pas du tout'], [], (at) => Number(at === 0) * 0.5) }
    expect(plain(keyOf([used]))).toContain(plain(most))
    expect(plain(keyOf(source.findings))).not.toContain(plain(most))
  }
})

// of five results the first alone said what had been asked
test('every other result in French says the question it was asked with, unless its title does', () => {
  const titled = (title: string) =>
    itemsOf({ ...source, findings: source.findings.map((one) => ({ ...one, title })) }, 'fr', [], 6).items[0]!
  expect(plain(titled('Une garde').question)).toBe('Question posée : Avez-vous une garde ?')
  expect(titled('Avez-vous une garde').question).toBe('')
  const served = publicHtml({ ...publicPages(source, 'fr'), items: [titled('Une garde')] })
  expect(plain(served)).toContain('Question posée : Avez-vous une garde ?')
})

test('on the page for everybody two counts of the same responses are said to differ a little, in every language', () => {
  const said = {
    fr: 'Deux nombres des mêmes réponses peuvent donc différer un peu, et les parts d’une question, additionnées, ne pas tomber juste.',
    'fr-facile': 'Alors deux nombres peuvent être un peu différents.',
    en: 'Two counts of the same responses may therefore differ a little, and the shares of a question may not add up exactly.',
    ar: 'لذلك قد يختلف عددان للإجابات نفسها قليلًا، وقد لا يكون مجموع نسب السؤال الواحد مضبوطًا تمامًا.',
  }
  for (const language of publicLanguages) expect(publicHtml(publicPages(source, language))).toContain(said[language])
})
