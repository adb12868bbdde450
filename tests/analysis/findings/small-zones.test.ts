/** The zone an objective is about, and communes of fewer than 500 inhabitants. */
import { expect, test } from 'vitest'
import type { Answers } from '../../../surveys/answers/response.ts'
import { communes, sizeOf } from '../../../surveys/authority/territory.ts'
import { exactFindingsOf, indicator, small, studyOf, times } from '../columns/study.ts'
import { noTables } from '../columns/tables.ts'

/** The small questionnaire with every commune. */
const withCommunes = structuredClone(small)
for (const element of withCommunes.definition.pages[0]!.elements)
  if (element.name === 'commune') element.choices = communes().map(({ insee, name }) => ({ value: insee, text: name }))

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const about = (objective: number, measure: 'share' | 'shares' = 'share') =>
  indicator({
    field: 'garde',
    measure,
    objective,
    breakdowns: ['zone'],
    ...(measure === 'share' ? { wanted: ['oui'] } : {}),
    sentence:
      measure === 'share'
        ? '{value} des familles ({interval} ; {base} réponses).'
        : '« {top} » est cité le plus souvent, pour {value} des familles ({interval} ; {base} réponses).',
  })
const inZone = (commune: string, yes: number, no: number): Answers[] => [
  ...times(yes, { garde: 'oui', commune }),
  ...times(no, { garde: 'non', commune }),
]
/** Lavaur, Saint-Sulpice, Teulat (south), Ambres (north). */
const answers = (south: [number, number]) => [
  ...inZone('81140', 60, 140),
  ...inZone('81271', 50, 150),
  ...inZone('81298', ...south),
]

test('the objective about the south is told by the south, where its figure concludes something', () => {
  const of = (south: [number, number], given = about(14)) =>
    exactFindingsOf(studyOf(answers(south), [given])).findings[0]!
  const found = of([33, 25])
  expect(plain(found.sentence)).toMatch(
    /^Titre, zone Sud : 57 % des familles \(entre \d+ % et \d+ % ; 60 réponses\)\. Dans tout le territoire : 31 % \(entre \d+ % et \d+ % ; 460 réponses\)\. L’écart avec les autres zones est établi\.$/,
  )
  expect([found.estimate.value, found.evidence.base, found.strength, found.zone]).toEqual([0.57, 60, 'fragile', 'sud'])
  expect(found.isZoneOpen).toBeUndefined()
  // under « Zone Sud : 57 % » a chart of everybody said 31 %
  expect(found.standing).toEqual({ row: 'Sud', column: 'Part' })
  expect(found.chart).toMatchObject({ kind: 'bars', bars: [{}, {}, { label: 'Sud', estimate: found.estimate }] })
  expect(found.breakdowns[0]!.chart!.bars.map(({ label }) => label)).toEqual(['Ensemble'])
  // fewer than thirty: the whole territory
  expect(of([12, 10]).evidence.base).toBe(420)
  // another objective is about everybody
  expect(of([20, 15], about(17)).evidence.base).toBe(435)
})

// « 37 % … (entre 20 % et 53 %). C’est trop peu pour conclure » put forward a figure that it took back.
test('a zone that concludes nothing is told in words, after the whole territory', () => {
  const [found] = exactFindingsOf(studyOf(answers([20, 15]), [about(14)])).findings
  expect(plain(found!.sentence)).toMatch(
    /^Titre : 30 % des familles \(entre \d+ % et \d+ % ; 435 réponses\)\. Pour la seule zone Sud \(35 réponses\), la fourchette est trop large pour conclure\.$/,
  )
  // still the finding of that zone
  expect([found!.zone, found!.isZoneOpen, found!.evidence.base]).toEqual(['sud', true, 435])
  expect(found!.strength).not.toBe('non concluant')
})

test('what those who did not respond could change is reckoned in that zone', () => {
  const frame = (zone: string, count: number) => ({ zone, population: 'ménages' as const, age: '', count })
  const boundsWith = (rows: ReturnType<typeof frame>[]) => {
    const reference = { ...noTables, frames: { date: '2022-01-01', source: 'INSEE', rows } }
    return exactFindingsOf({ ...studyOf(answers([33, 25]), [about(14)]), reference }).findings[0]!.bounds
  }
  expect(boundsWith([frame('Ensemble', 2000), frame('Sud', 600)])!.rate).toBe(0.1)
  expect(boundsWith([frame('Ensemble', 2000)])).toBeUndefined()
})

test('a ranking has the first answer of the zone', () => {
  const [found] = exactFindingsOf(studyOf(answers([80, 20]), [about(14, 'shares')])).findings
  expect(plain(found!.sentence)).toContain('Zone Sud : « OUI » est cité le plus souvent, pour 80 % des familles')
  expect(found!.standing!.row).toBe('OUI')
  expect(found!.chart).toMatchObject({
    title: expect.stringContaining('zone Sud'),
    base: expect.stringMatching(/^Base : 100\s/),
  })
  expect(found!.chart).toMatchObject({ bars: [{ label: 'OUI', estimate: found!.estimate }, {}] })
})

test('the communes of fewer than 500 inhabitants are told apart, together, where the plan asks for it', () => {
  const given = [...answers([60, 40]), ...inZone('81102', 30, 10), ...inZone('31038', 25, 25)]
  const titles = (objective: number) => {
    const own = { ...about(objective), breakdowns: [] }
    return exactFindingsOf(studyOf(given, [own], withCommunes)).findings[0]!.breakdowns.map(({ table }) => table)
  }
  const [table] = titles(17)
  expect(table!.title).toBe('Selon : taille de la commune')
  // Teulat and Garrigues, of two zones
  expect(table!.rows[0]).toMatchObject({
    label: 'Communes de moins de 500 habitants',
    cells: [{ estimate: { value: 0.64, base: 140 } }, { value: 140 }, { text: 'a' }],
  })
  expect(titles(18)).toEqual([])
  expect(
    communes()
      .filter(({ insee }) => sizeOf(insee) === 0)
      .reduce((sum, { population }) => sum + population, 0),
  ).toBe(3456)
})

// « Zone Sud 48 % (105 réponses) » of November stood beside « dans tout le territoire 41 % » of a later publication
test('a zone that keeps its figure says from when, the territory beside it being of today', () => {
  const of = (south: [number, number], more: object = {}) =>
    exactFindingsOf({ ...studyOf(answers(south), [about(14)]), ...more })
  const lastPublished = { date: '2026-03-02', published: of([33, 25]).published }
  const earlier = (zones: string[]) =>
    new Map([['zone', zones.map((value) => ({ value, day: '2026-03-02', isWhole: true }))]])
  const [found] = of([34, 27], { lastPublished, earlier: earlier(['sud']) }).findings
  expect(plain(found!.sentence)).toMatch(
    /^Titre, zone Sud : 57 % .*60 réponses.*460 réponses.* Chiffre de la zone arrêté au 2 mars 2026\.$/,
  )
  expect(found!.table!.dated).toEqual([{ label: 'Sud', day: '2026-03-02' }])
  expect(found!.chart!.kind === 'bars' && found!.chart!.bars.map(({ day }) => day)).toEqual([
    undefined,
    undefined,
    '2026-03-02',
  ])
  expect(found!.table!.notes.map(plain).filter((note) => note.includes('arrêtés'))).toEqual([
    'Sud : chiffres arrêtés au 2 mars 2026. Ils changeront quand 11 personnes de plus y auront répondu.',
  ])
})
