import { expect, test } from 'vitest'
import { withSince } from '../../../analysis/columns/candidates.ts'
import { closedListsOf } from '../../../analysis/columns/closed-lists.ts'
import type { Study } from '../../../analysis/columns/study.ts'
import type { EarlierClass } from '../../../analysis/disclosure/membership.ts'
import type { Published } from '../../../analysis/disclosure/published-figure.ts'
import { questionTables } from '../../../analysis/explore/question-tables.ts'
import { questionsOf } from '../../../analysis/explore/questions.ts'
import { withEarlier } from '../../../analysis/explore/quoted.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { figuresOf } from '../../../analysis/findings/presentation.ts'
import { indicator, studyOf } from '../columns/study.ts'

const [here, there] = ['81140', '81271']
const indicators = [indicator({ field: 'garde', measure: 'shares', breakdowns: ['zone'] })]
/** So many families of two communes, each in a zone of its own; one in so many has childcare. */
const families = (inHere: number, inThere: number, oneIn = 3): Study =>
  studyOf(
    Array.from({ length: inHere + inThere }, (_, row) => ({
      commune: row < inHere ? here : there,
      garde: row % oneIn === 0 ? 'oui' : 'non',
    })),
    indicators,
  )

const before = families(60, 60)
const march = { date: '2026-03-02', published: findingsOf(before).published }

/** One family of the first zone is gone: a snapshot counts nobody of it, and remembers its day. */
function oneLess(earlier: Partial<EarlierClass> = {}): Study {
  const study = families(59, 60)
  const list = closedListsOf(study).find(({ path }) => path === 'zone')!
  const code = list.codes[0]!
  const held = Uint16Array.from({ length: study.table.rows }, (_, row) => (list.codes[row] === code ? 1 << code : 0))
  const { value } = list.choices[code]!
  return {
    ...study,
    withheld: new Map([['zone', held]]),
    earlier: new Map([['zone', [{ value, day: '2026-03-02', isWhole: false, ...earlier }]]]),
  }
}
const zone = closedListsOf(before).find(({ path }) => path === 'zone')!
const broken = zone.choices[zone.codes[0]!]!
/** What is published of the zone that lost somebody, by key. */
const ofZone = ({ tables }: Published) =>
  new Map(
    tables.flatMap(({ id, figures }) =>
      figures.filter(({ dims }) => dims.zone === broken.value).map((one) => [`${id} ${one.key}`, one] as const),
    ),
  )

/** The same figures, each with the day it is of. */
const dated = (figures: ReturnType<typeof ofZone>) =>
  new Map([...figures].map(([name, one]) => [name, one.state === 'too-small' ? one : { ...one, day: '2026-03-02' }]))

test('a group of which somebody is gone shows what was published of it, with its day', () => {
  const { published, findings, answered } = findingsOf({ ...oneLess(), lastPublished: march })
  const figures = ofZone(published)
  expect(figures.size).toBeGreaterThan(3)
  expect(figures).toEqual(dated(ofZone(march.published)))
  expect([...figures.values()].some(({ state }) => state === 'published')).toBe(true)
  const notes = findings[0]!.breakdowns[0]!.table.notes.map((note) => note.replace(/[\u00a0\u202f]/g, ' '))
  expect(notes).toContainEqual(
    expect.stringMatching(new RegExp(`^${broken.text} : chiffres arrêtés au 2 mars 2026\\. .*11`)),
  )
  // who answered does not say that nobody did
  const [byZone] = answered.grids
  const line = byZone!.rows.find(({ label }) => label === broken.text)!
  expect(line.cells[0]).toMatchObject({ kind: 'estimate' })
})

test('without a publication of that very group, nothing is said of it', () => {
  const silent = (study: Study) => [...ofZone(findingsOf(study).published).values()]
  for (const study of [oneLess(), { ...oneLess(), lastPublished: { ...march, date: '2026-03-01' } }])
    expect(silent(study).map(({ state }) => state)).toEqual(silent(study).map(() => 'too-small'))
})

/** A zone that too few people joined, whose shares would be others today: here one in four, where other weights are seen less. */
const otherwise = (): Study => ({
  ...families(60, 60, 4),
  earlier: new Map([['zone', [{ value: broken.value, day: '2026-03-02', isWhole: true }]]]),
})

// a zone « arrêtée » moved by a point, from 33 to 34 %, and another answer was put forward
test('a group that too few people joined shows the very figures of the last publication, and its own precision', () => {
  const then = {
    ...march.published,
    tables: march.published.tables.map((table) => ({ ...table, precision: { ...table.precision, worth: 0.55 } })),
  } as Published
  const shown = dated(ofZone(march.published))
  const { published } = findingsOf({ ...otherwise(), lastPublished: { ...march, published: then } })
  expect(ofZone(findingsOf(otherwise()).published)).not.toEqual(shown)
  expect([...shown.values()].some(({ state }) => state === 'published')).toBe(true)
  for (const [name, { precision, ...figure }] of ofZone(published)) {
    expect(figure).toEqual(shown.get(name))
    expect(precision?.worth).toBe(0.55)
  }
  const inZone = [...ofZone(published).values()][0]!
  expect(figuresOf(published).precision(inZone.table, inZone.key).worth).toBe(0.55)
  expect(figuresOf(published).precision(inZone.table).worth).not.toBe(0.55)
  // the others are counted today, and through the publications that follow nothing moves
  expect(
    published.tables.flatMap(({ figures }) => figures).some(({ dims, precision }) => !dims.zone && precision),
  ).toBe(false)
  const again = findingsOf({ ...otherwise(), lastPublished: { date: '2026-05-04', published } })
  expect(ofZone(again.published)).toEqual(ofZone(published))
})

test('the explorer shows the same, with the precision of that day', () => {
  const tablesOf = (study: Study) =>
    [...questionTables(questionsOf(study))].find(({ subject }) => subject.field.path === 'garde')!.crossings
  const published = tablesOf(before)
  const then = published.find(({ by }) => by?.path === 'zone')!
  const column = then.by!.choices.findIndex(({ value }) => value === broken.value)
  const crossingOf = (study: Study) => {
    const counted = tablesOf(study).find(({ by }) => by?.path === 'zone')!
    return { counted, shown: withEarlier(counted, study, published) }
  }
  const { counted, shown } = crossingOf({ ...oneLess(), lastPublished: march })
  expect(counted.shares[column]!.every((share) => share === null)).toBe(true)
  expect(shown.shares[column]).toEqual(then.shares[column])
  expect(shown.bases[column]).toBe(then.bases[column])
  expect(shown.by!.choices[column]).toEqual({ ...broken, day: '2026-03-02', precision: then.precision })
  expect(shown.shares[1 - column]).toEqual(counted.shares[1 - column])

  const whole = { ...before, earlier: new Map([['zone', [{ value: broken.value, day: '2026-03-02', isWhole: true }]]]) }
  const waiting = crossingOf({ ...whole, lastPublished: march })
  expect(waiting.shown.by!.choices[column]).toEqual({ ...broken, day: '2026-03-02', precision: then.precision })
  // whatever it would be counted as today
  const now = { ...waiting.counted, shares: waiting.counted.shares.map((own) => own.map(() => 99)) }
  const { shares } = withEarlier(now, { ...whole, lastPublished: march }, published)
  expect(shares[column]).toEqual(then.shares[column])
  expect(shares[1 - column]).toEqual(now.shares[1 - column])
})

test('the explorer shows a group of which too few newcomers answered as the last publication did', () => {
  const tablesOf = (study: Study) =>
    [...questionTables(questionsOf(study))].find(({ subject }) => subject.field.path === 'garde')!.crossings
  const byZone = (study: Study) => tablesOf(study).find(({ by }) => by?.path === 'zone')!
  const study: Study = { ...fourMore(), earlier: new Map([['zone', []]]), lastPublished: march }
  const [then, counted] = [byZone(before), byZone(study)]
  const column = counted.by!.choices.findIndex(({ value }) => value === zone.choices[zone.codes[60]!]!.value)
  expect(counted.shares[column]!.every((share) => share === null)).toBe(true)
  const shown = withEarlier(counted, study, tablesOf(before))
  expect(shown.shares[column]).toEqual(then.shares[column])
  expect(shown.by!.choices[column]).toMatchObject({ day: '2026-03-02', precision: then.precision })
  expect(shown.by!.choices[1 - column]).not.toHaveProperty('day')
  // two publications later the day is still that of the count
  const later = { ...study, lastPublished: { ...march, date: '2026-05-04' } }
  expect(withEarlier(counted, later, [shown]).by!.choices[column]).toMatchObject({ day: '2026-03-02' })
})

/** Four families more than the last publication counted: too few for any base to be counted anew. */
function fourMore(): Study {
  const study = families(60, 64)
  const joined = Uint8Array.from({ length: study.table.rows }, (_, row) => Number(row >= 120))
  return { ...study, table: withSince(study.table, { joined, steady: joined, hasLeft: [false] }) }
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const wholeOf = ({ tables }: Published) => tables.find(({ id }) => !id.includes('zone'))!

// 344 people had answered, and the sentence said « trop peu de réponses pour donner un chiffre ».
test('a question that too few newcomers answered shows the figures of the last publication, with their day', () => {
  const { published, findings } = findingsOf({ ...fourMore(), lastPublished: march })
  const [then, now] = [wholeOf(march.published), wholeOf(published)]
  expect(now.figures).toEqual(then.figures.map((figure) => ({ ...figure, day: '2026-03-02' })))
  expect(now.precision).toEqual(then.precision)
  const finding = findingsOf(before).findings[0]!
  expect(findings[0]!.estimate).toEqual(finding.estimate)
  expect(plain(findings[0]!.sentence)).toBe(`${plain(finding.sentence)} Chiffre arrêté au 2 mars 2026.`)
  expect(findings[0]!.table!.notes.map(plain)).toContain(
    'Chiffres arrêtés au 2 mars 2026. Ils changeront quand 11 personnes de plus y auront répondu.',
  )
  // the day stays that of the count through the publications that follow
  const again = findingsOf({ ...fourMore(), lastPublished: { date: '2026-05-04', published } })
  expect(wholeOf(again.published)).toEqual(now)
})

test('without an earlier figure the sentence says what it waits for', () => {
  const [found] = findingsOf(fourMore()).findings
  expect(plain(found!.sentence)).toBe(
    'Titre : le chiffre attend 11 nouvelles réponses, pour que personne ne soit reconnu.',
  )
  expect(found!.estimate).toMatchObject({ value: null, why: 'waiting', base: null })
})

// an age band lost its figures in ten tables, while zones that waited kept those of their day
test('a group whose newcomers are too few for a question shows what was published of it, with its day', () => {
  const study: Study = { ...fourMore(), earlier: new Map([['zone', []]]) }
  const other = zone.choices[zone.codes[60]!]!
  const ofOther = ({ tables }: Published) =>
    tables
      .flatMap(({ figures }) => figures)
      .filter(({ dims, state }) => dims.zone === other.value && state !== 'too-small')
  const { published, findings } = findingsOf({ ...study, lastPublished: march })
  expect(ofOther(march.published).length).toBeGreaterThan(1)
  const garde = (figures: ReturnType<typeof ofOther>) =>
    figures.filter(({ table }) => table === 'petit/garde-shares/zone')
  expect(garde(ofOther(published))).toEqual(
    garde(ofOther(march.published)).map((one) => ({ ...one, day: '2026-03-02' })),
  )
  const { table, chart } = findings[0]!.breakdowns[0]!
  expect(table.notes.map(plain)).toContain(
    `${other.text} : chiffres arrêtés au 2 mars 2026. Ils changeront quand 11 personnes de plus y auront répondu.`,
  )
  expect(table.dated).toEqual([{ label: other.text, day: '2026-03-02' }])
  expect(chart).toBeUndefined()
  // the day stays that of the count through the publications that follow
  const again = findingsOf({ ...study, lastPublished: { date: '2026-05-04', published } })
  expect(ofOther(again.published)).toEqual(ofOther(published))
})

// published before groups were quoted
test('a group that an earlier publication left without a figure is still said to wait', () => {
  const study: Study = { ...fourMore(), earlier: new Map([['zone', []]]) }
  const other = zone.choices[zone.codes[60]!]!
  const tables = march.published.tables.map((table) => ({
    ...table,
    figures: table.figures.map((one) =>
      one.dims.zone === other.value ? { ...one, state: 'too-small', isWaiting: true } : one,
    ),
  }))
  const { published } = findingsOf({
    ...study,
    lastPublished: { ...march, published: { ...march.published, tables } as Published },
  })
  const own = published.tables
    .flatMap(({ figures }) => figures)
    .filter(({ table, dims }) => table === 'petit/garde-shares/zone' && dims.zone === other.value)
  expect(own.map((one) => one.state === 'too-small' && one.isWaiting)).toEqual(own.map(() => true))
})

test('what no publication showed, or of zones drawn afresh, is too small and nothing else', () => {
  const few: Study = { ...fourMore(), earlier: new Map([['zone', []]]) }
  for (const study of [few, { ...fourMore(), lastPublished: march }])
    for (const figure of findingsOf(study).published.tables.flatMap(({ figures }) => figures))
      if (figure.table === 'petit/garde-shares/zone') expect(figure).not.toHaveProperty('isWaiting')
})
