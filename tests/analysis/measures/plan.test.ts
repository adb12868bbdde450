import { expect, test } from 'vitest'
import { ranksOf } from '../../../analysis/comparisons/leaders.ts'
import type {
  CostRow,
  FrameRow,
  RatioRow,
  ReferenceTables,
  SupplyRow,
} from '../../../analysis/design/reference-tables.ts'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { measureNames } from '../../../analysis/measures/catalogue.ts'
import { balanceOf } from '../../../analysis/measures/general/nps.ts'
import { breakEven } from '../../../analysis/measures/local/break-even.ts'
import { boundsOf, childrenOf } from '../../../analysis/measures/local/children.ts'
import { slopeSentences } from '../../../analysis/measures/local/price-curve.ts'
import { type Slot, whenOf } from '../../../analysis/measures/local/slots.ts'
import { adultsFor } from '../../../analysis/measures/local/staff.ts'
import { openPlaces, shortSentences } from '../../../analysis/measures/local/week-supply.ts'
import { populationCountOf } from '../../../analysis/measures/population-count.ts'
import { findingBlocks } from '../../../analysis/report/finding-blocks.ts'
import type { Block } from '../../../analysis/report/tree.ts'
import { cell, mostWords, wordsIn } from '../../../analysis/text/format.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Indicator } from '../../../surveys/questionnaire/questionnaire.ts'
import { lint } from '../../../surveys/review/lint.ts'
import { exactFindingsOf, indicator, studyOf, times } from '../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const none = { date: '', source: '', rows: [] }
const tables: ReferenceTables = {
  zones: provisionalZones(),
  frames: none,
  margins: none,
  supply: none,
  places: none,
  slices: none,
  prices: none,
  ratios: none,
  attendance: none,
  costs: none,
}
const published = (slug: string) => materialise(founding().find((one) => one.slug === slug)!, {})
function finding(slug: string, answers: Answers[], own: Indicator, reference = tables, others: Indicator[] = []) {
  const study = { ...studyOf(answers, [own, ...others], published(slug)), reference }
  return exactFindingsOf(study).findings[0]!
}
const row = (grid: { rows: { label: string; cells: unknown[] }[] }, label: string) =>
  grid.rows.find((one) => one.label.startsWith(label))!

const child = (birth: number, moments: string[], intention: string | null) => ({
  annee_naissance: birth,
  moments,
  ...(intention === null ? {} : { mercredi_intention: intention }),
})
const family = (useful: string, own: object): Answers => ({ utile: useful, enfants: [own], commune: '81140' })
const wednesdays = [
  ...times(60, family('oui', child(2022, ['mercredi'], 'certain'))),
  ...times(60, family('oui', child(2016, ['mercredi'], 'probable'))),
  ...times(80, { utile: 'non_besoin', enfants: [{ annee_naissance: 2016 }], commune: '81140' }),
]
const places = indicator({
  field: 'enfants.moments',
  measure: 'places',
  unit: 'children',
  objective: 14,
  beside: ['utile'],
  sentence: '« {top} » : {value} ({interval} ; {base}).',
})
const frame = (zone: string, age: string, count: number): FrameRow => ({ zone, population: 'enfants', age, count })
const frames = {
  date: '2025-09-01',
  source: 'Caf',
  rows: [frame('Ensemble', '3-5', 200), frame('Ensemble', '6-10', 300), frame('Ensemble', '11-17', 500)],
}

test('children of families who need nothing are in the base of every day', () => {
  const { estimate, table } = finding('loisirs-sud', wednesdays, places)
  expect(estimate).toMatchObject({ value: 0.6, base: 200 })
  // the condition of the question of moments alone was printed under a base that counts everybody
  expect(plain(table!.base)).toContain('« Avez-vous des enfants de 3 à 17 ans ? »')
  expect(plain(table!.base)).not.toContain('utile')
  expect(plain(table!.notes.join(' '))).toContain('comptent comme non inscrits')
})

test('without a register there are shares and no number of children', () => {
  const { sentence, breakdowns } = finding('loisirs-sud', wednesdays, places)
  expect(sentence).toContain('n’est pas saisi')
  expect(breakdowns.map(({ table }) => table.title)).not.toContain('Enfants : intentions déclarées')
})

test('the register gives the number of children, and the silent ones the bounds', () => {
  const { sentence, breakdowns } = finding('loisirs-sud', wednesdays, places, { ...tables, frames })
  const grid = breakdowns.find(({ table }) => table.title === 'Enfants : intentions déclarées')!.table
  const cells = row(grid, 'Mercredis').cells
  // of the days, those most asked for come first where there is little room
  expect(grid.rows[grid.first![0]!]!.label).toBe('Mercredis')
  // 30 % certainly, 60 % with the probable ones, of 1 000 children
  expect(cells.slice(0, 2)).toMatchObject([{ estimate: { value: 300 } }, { estimate: { value: 600 } }])
  // 120 of the 200 described, and all of the 800 others
  expect(plain((cells[3] as { text: string }).text)).toBe('120 à 920')
  expect(sentence).toContain('une intention n’est pas une présence')
})

// « Certainement ou probablement 170, peut-être compris 110 » in front of elected members
test('what counts more intentions is never shown smaller than what it holds', () => {
  const risen = Array.from({ length: 24 }, (_, more) => {
    const few = [
      ...times(6 + more, family('oui', child(2016, ['mercredi'], 'certain'))),
      ...times(4, family('oui', child(2016, ['mercredi'], 'probable'))),
      ...times(2, family('oui', child(2016, ['mercredi'], 'peut_etre'))),
      ...times(120, { utile: 'non_besoin', enfants: [{ annee_naissance: 2016 }], commune: '81140' }),
    ]
    const study = { ...studyOf(few, [places], published('loisirs-sud')), reference: { ...tables, frames } }
    return findingsOf(study).findings[0]!.breakdowns.flatMap(({ table }) =>
      table.columns[1] === 'Certainement' && table.columns[3] === 'Peut-être compris'
        ? table.rows.map(({ cells }) =>
            cells.slice(0, 3).flatMap((cell) => (cell as { estimate?: Estimate }).estimate ?? []),
          )
        : [],
    )
  }).flat()
  const shown = risen.filter(({ length }) => length > 1)
  expect(shown.length).toBeGreaterThan(20)
  // « certainement » from 0 to 310 stood beside « certainement ou probablement » from 0 to 250
  for (const estimates of shown)
    for (const end of ['value', 'low', 'high'] as const) {
      const ends = estimates.map((one) => one[end])
      expect([end, ...ends]).toEqual([end, ...ends.toSorted((a, b) => a - b)])
    }
})

test('what follows of places is said in short sentences, without its source', () => {
  const { sentence } = finding('loisirs-sud', wednesdays, places, { ...tables, frames })
  const said = plain(sentence).split(/(?<=[.?!]) (?=[\p{Lu}«\d])/u)
  expect(said.length).toBeGreaterThan(2)
  for (const one of said) expect([one, wordsIn(one) <= mostWords]).toEqual([one, true])
  expect(sentence).not.toContain('Caf')
})

const ratio = (age: RatioRow['age'], childrenPerAdult: number): RatioRow => ({
  period: 'mercredi',
  pedt: null,
  duration: 'toutes',
  age,
  childrenPerAdult,
  reference: 'Code',
})

// « aucun jour ne se détache nettement », then « 600 enfants seraient inscrits le mercredi »
test('where no day stands out, the number of children names none', () => {
  const everyDay = (birth: number) => ({
    ...child(birth, ['mercredi', 'petites_vacances'], 'certain'),
    petites_vacances: ['hiver'],
    petites_intention: 'certain',
    vacances_rythme: 'semaine',
  })
  const level = [
    ...[2022, 2016].flatMap((birth) => times(60, family('oui', everyDay(birth)))),
    ...wednesdays.slice(120),
  ]
  const said = (answers: Answers[]) =>
    plain(finding('loisirs-sud', answers, places, { ...tables, frames }).sentence).match(/seraient inscrits [^(]*/)?.[0]
  expect(said(wednesdays)).toBe('seraient inscrits le mercredi, le plus demandé des jours ')
  expect(said(level)).toBe('seraient inscrits certainement ou probablement le jour le plus demandé ')
})

// « de 8 à 61 adultes » for 190 to 640 children: the low ends of both ages together were fewer children than any interval holds.
test('the adults of a day are those of its children, at both ends', () => {
  const rows = (['moins de 6 ans', '6 ans et plus'] as const).map((age) => ratio(age, 2))
  const ratios = { ...none, date: '2025-09-01', rows }
  const { breakdowns, sentence } = finding('loisirs-sud', wednesdays, places, { ...tables, frames, ratios })
  const cells = (title: string) =>
    row(breakdowns.find(({ table }) => table.title.startsWith(title))!.table, 'Mercredis').cells
  const { estimate } = cells('Enfants : intentions')[1] as unknown as { estimate: { low: number; high: number } }
  const [low, high] = (cells('Adultes nécessaires')[0] as { text: string }).text.match(/\((\d+) à (\d+)\)/)!.slice(1)
  // one adult for two, each age rounded up
  for (const [adults, children] of [
    [Number(low), estimate.low],
    [Number(high), estimate.high],
  ] as const) {
    expect(adults).toBeGreaterThanOrEqual(children / 2)
    expect(adults).toBeLessThanOrEqual(children / 2 + 1)
  }
  // the table holds them
  expect(sentence).not.toMatch(/adultes va/)
})

// « ≤ 3 % », then « 0 enfants (entre 0 et 230) »
test('of a day that nobody is known to want, the children are told by the end that is known', () => {
  const maybe = times(120, family('oui', child(2016, ['mercredi'], 'peut_etre')))
  const { breakdowns, sentence } = finding('loisirs-sud', [...maybe, ...wednesdays.slice(120)], places, {
    ...tables,
    frames,
  })
  expect(plain(sentence)).toMatch(/ au plus \d+ enfants seraient inscrits [^(]*\./)
  const { table } = breakdowns.find(({ table }) => table.title.startsWith('Enfants : intentions'))!
  const [sure] = row(table, 'Mercredis').cells as { estimate: Estimate }[]
  expect(plain(cell(sure!.estimate))).toMatch(/^≤ \d+$/)
})

test('presence is what staff entered of each intention, and nothing else', () => {
  const part = (
    age: 'moins de 6 ans' | '6 ans et plus',
    intention: 'certainement' | 'probablement',
    present: number,
  ) => ({
    period: 'mercredi',
    age,
    intention,
    present,
    source: 'Comptage 2025',
  })
  const attendance = {
    ...none,
    rows: (['moins de 6 ans', '6 ans et plus'] as const).flatMap((age) => [
      part(age, 'certainement', 1),
      part(age, 'probablement', 0.5),
    ]),
  }
  const { breakdowns, sentence } = finding('loisirs-sud', wednesdays, places, { ...tables, frames, attendance })
  expect(plain(sentence)).toContain(
    'D’après les taux de présence fournis par la collectivité, 450 enfants viendraient vraiment ce jour-là (',
  )
  const grid = breakdowns.find(({ table }) => table.title === 'Enfants : présence attendue')!.table
  // 300 certain + half of 300 probable; « peut-être » was not entered
  expect(row(grid, 'Mercredis').cells).toMatchObject([
    { estimate: { value: 300 } },
    { estimate: { value: 450 } },
    // it stood there as « secret »
    { kind: 'text', text: 'non saisie' },
  ])
})

// The committee had the children, the bounds and the adults in the workbook alone, under « comparer les groupes ».
test('children, bounds and adults are printed with the finding, groups stay folded', () => {
  const ratios = { ...none, date: '2025-09-01', rows: [ratio('moins de 6 ans', 8), ratio('6 ans et plus', 12)] }
  const { blocks } = findingBlocks(finding('loisirs-sud', wednesdays, places, { ...tables, frames, ratios })) as {
    blocks: Block[]
  }
  const titles = blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid.title] : []))
  expect(titles).toContain('Enfants : intentions déclarées')
  expect(titles).toContain('Adultes nécessaires, certainement ou probablement')
  // a table of ratios with a single case gave « Mercredis, Taux d’encadrement »
  expect(JSON.stringify(blocks)).toContain('"label":"Mercredis","cells":[{"kind":"text","text":"')
  expect(JSON.stringify(blocks)).not.toContain('Mercredis, ')
  const folded = blocks.flatMap((block) => (block.kind === 'group' ? block.blocks : []))
  expect(JSON.stringify(folded)).toContain('Jour par jour')
  expect(JSON.stringify(folded)).not.toContain('intentions déclarées')
})

test('a register whose bands straddle the ages asked gives no count', () => {
  expect(populationCountOf({ ...tables, frames }, 'enfants', [3, 17])?.count).toBe(1000)
  expect(populationCountOf({ ...tables, frames }, 'enfants', [3, 5])?.count).toBe(200)
  expect(populationCountOf({ ...tables, frames }, 'enfants', [3, 12])).toBeNull()
  expect(populationCountOf({ ...tables, frames }, 'enfants', [0, 17])).toBeNull()
  expect(populationCountOf(tables, 'enfants', [3, 17])).toBeNull()
})

// a table saved before such bands were refused counted some children twice
test('a register whose bands overlap in a zone gives no count; the same ages of two zones do not overlap', () => {
  const countOf = (...rows: FrameRow[]) =>
    populationCountOf({ ...tables, frames: { ...none, rows } }, 'enfants', [0, 5])?.count
  const apart = [
    frame('Nord', '0-2', 100),
    frame('Nord', '3-5', 100),
    frame('Sud', '0-2', 100),
    frame('Sud', '3-5', 100),
  ]
  expect(countOf(...apart)).toBe(400)
  expect(countOf(...apart, frame('Nord', '2-4', 200))).toBeUndefined()
  // read as the five-year-olds alone
  expect(countOf(frame('Nord', '0-4', 100), frame('Nord', '5 ans et plus', 700))).toBeUndefined()
})

test('adults are counted by age, each group to the next whole one', () => {
  expect(adultsFor({ perAdult: [8, 12] }, [16, 24])).toBe(4)
  expect(adultsFor({ perAdult: [8, 12] }, [17, 25])).toBe(6)
  expect(adultsFor({ perAdult: [8, 12] }, [0, 1])).toBe(1)
})

test('a day breaks even where what comes in meets what it costs', () => {
  const costs: CostRow[] = [
    { item: 'local', kind: 'dépense', per: 'jour', euros: 100 },
    { item: 'repas', kind: 'dépense', per: 'enfant', euros: 5 },
    { item: 'tarif', kind: 'recette', per: 'enfant', euros: 15 },
  ]
  expect(breakEven(costs, () => 0)).toBe(10)
  expect(breakEven([...costs, { item: 'salaire', kind: 'dépense', per: 'adulte', euros: 50 }], () => 1)).toBe(15)
  expect(breakEven([], () => 0)).toBeNull()
  expect(breakEven(costs.slice(0, 2), () => 0)).toBeNull()
})

const share = (value: number, low: number, high: number, base = 100) => ({
  value,
  low,
  high,
  base,
  effectiveBase: base,
  unit: 'share' as const,
  method: '',
})

test('children are rounded outwards, and a sample larger than the register says so', () => {
  expect(childrenOf(share(0.1, 0.05, 0.2), 300)).toMatchObject({ value: 30, low: 13, high: 62 })
  expect(boundsOf({ value: 0.5, base: 100 }, 90)).toBeNull()
  // to ten, as the children beside them: « de 47 à 5 071 » was no estimate
  expect(boundsOf({ value: 0.5, base: 101 }, 5549)).toEqual([50, 5500])
})

test('three prices whose gaps may be chance decide nothing', () => {
  expect(slopeSentences([share(0.5, 0.4, 0.6), share(0.45, 0.35, 0.55), share(0.4, 0.3, 0.5)])[0]).toContain(
    'ne disent pas',
  )
  expect(slopeSentences([share(0.7, 0.6, 0.8), share(0.6, 0.5, 0.7), share(0.4, 0.3, 0.45)])[0]).toContain(
    'du tarif bas au tarif haut',
  )
})

// The intervals of two independent shares may overlap and the gap be there all the same: 37 of 49 against 18 of 38.
test('a gap between two prices is tested as a gap, not read from intervals that overlap', () => {
  const asked = [share(0.76, 0.62, 0.85), share(0.53, 0.4, 0.66), share(0.47, 0.32, 0.63)]
  expect(slopeSentences(asked)).toEqual([
    'L’intention baisse du tarif bas au tarif moyen et du tarif bas au tarif haut. L’autre écart n’est pas établi.',
  ])
  expect(slopeSentences(asked.toReversed())[0]).toContain('ne disent pas')
  expect(slopeSentences([share(0, 0, 0), share(0, 0, 0), share(0, 0, 0)])[0]).toContain('ne disent pas')
})

test('the three prices stand side by side for each slice of income, under the name of what it is', () => {
  const asked = (slice: string, price: string, answer: string) => times(60, { qf: slice, [`prix_${price}`]: answer })
  const answers = ['qf1', 'qf2'].flatMap((slice) => [
    ...asked(slice, 'a', 'certain'),
    ...asked(slice, 'b', slice === 'qf1' ? 'non' : 'certain'),
    ...asked(slice, 'c', slice === 'qf1' ? 'non' : 'certain'),
  ])
  const curve = indicator({
    field: 'prix_a',
    measure: 'price-curve',
    wanted: ['certain'],
    beside: ['prix_b', 'prix_c'],
    breakdowns: ['qf'],
  })
  const [byIncome] = finding('loisirs-sud', answers, curve).breakdowns
  expect(byIncome!.table.title).toBe('Selon : quotient familial')
  expect(byIncome!.table.columns).toEqual(['Quotient familial', 'Tarif bas', 'Tarif moyen', 'Tarif haut'])
  const shares = byIncome!.table.rows.map(({ cells }) =>
    cells.map((cell) => (cell.kind === 'estimate' ? cell.estimate.value : null)),
  )
  expect(shares).toEqual([
    [1, 0, 0],
    [1, 1, 1],
  ])
})

test('a rank is shown only as far as paired tests separate it', () => {
  const rivals = [share(0.5, 0.45, 0.55), share(0.48, 0.43, 0.53), share(0.1, 0.05, 0.15)].map((estimate) => ({
    label: '',
    estimate: { ...estimate, base: 400, effectiveBase: 400 },
  }))
  expect(ranksOf(rivals, { worth: 1, peoplePerAnswer: 1, noise: 5 })).toEqual([
    [1, 2],
    [1, 2],
    [3, 3],
  ])
})

test('the balance of those who recommend is in points, with an interval inside −100 and 100', () => {
  expect(balanceOf(share(0.5, 0.4, 0.6), share(0.3, 0.22, 0.4)).value).toBeCloseTo(20)
  const all = balanceOf(share(1, 0.85, 1), share(0, 0, 0.15))
  expect([all.value, all.high]).toEqual([100, 100])
  expect(all.low).toBeLessThan(80)
})

test('places open in a part of a band only are told beside its emptiest half-hour', () => {
  const service = (from: number, to: number, places: number | null, days = [1, 2, 3, 4, 5]): SupplyRow => ({
    service: 'a',
    kind: 'crèche',
    commune: '81140',
    period: 'année scolaire',
    days,
    from,
    to,
    places,
  })
  const morning = { days: [1, 2], band: { from: 12, to: 16 } }
  expect(openPlaces([service(360, 1110, 10), service(420, 1110, 30)], morning)).toEqual({ least: 10, most: 40 })
  expect(openPlaces([service(420, 1110, 30)], morning)).toEqual({ least: 0, most: 30 })
  expect(openPlaces([service(360, 1110, 10, [1])], morning)).toEqual({ least: 0, most: 10 })
  expect(openPlaces([service(360, 1110, null)], morning)).toBeNull()
})

test('the register alone gives how many children need care in each band; places are set beside them once entered', () => {
  const week = { week: null, day: 1, from: 12, to: 16, cover: 'none' }
  const early = { annee_naissance: 2020, besoin_garde: 'chaque_semaine', semaine: [week] }
  const answers = [
    ...times(60, { enfants: [early] }),
    ...times(60, { enfants: [{ annee_naissance: 2020, besoin_garde: 'non' }] }),
  ]
  const own = indicator({
    field: 'enfants.semaine',
    measure: 'week',
    unit: 'children',
    beside: ['enfants.besoin_garde'],
  })
  const whole = { ...frames, rows: [...frames.rows, frame('Ensemble', '0-2', 200)] }
  const gridOf = (reference: ReferenceTables, given = answers) =>
    finding('familles', given, own, reference).breakdowns.find(({ table }) => table.base.startsWith('Effectif'))?.table
  const alone = gridOf({ ...tables, frames: whole })!
  expect(alone.columns).toEqual(['Plage horaire', 'Part de tous les enfants', 'Enfants qui en ont besoin'])
  // the share that is multiplied stands beside: 50 % of 1 200; 37 % of those in need was the only one shown
  expect(row(alone, 'De 6 h à 8 h, du lundi').cells).toMatchObject([
    { estimate: { value: 0.5, unit: 'share' } },
    { estimate: { value: 600, base: 120, unit: 'children' } },
  ])
  expect(plain(alone.notes.join(' '))).toContain('part de tous les enfants × 1 200, à la dizaine')
  expect(plain(alone.notes.join(' '))).toContain('un point vaut 12 enfants')
  expect(alone.notes.join(' ')).toContain('si les familles silencieuses ressemblent aux autres')
  const days = [1, 2, 3, 4, 5]
  const creche = { service: 'a', kind: 'crèche', commune: '81140', period: 'année scolaire', days, from: 360, to: 1110 }
  const supply = { date: '2025-09-01', source: 'CCTA', rows: [{ ...creche, places: 40 }] }
  const texts = (rows: SupplyRow[]) =>
    row(gridOf({ ...tables, frames: whole, supply: { ...supply, rows } })!, 'De 6 h à 8 h, du lundi')
      .cells.slice(2)
      .map((cell) => plain((cell as { text: string }).text))
  expect(texts(supply.rows)).toEqual(['40', 'de 430 à 690'])
  // a page with little room keeps what lacks most, and says so: the widest lack stood among « les 10 autres lignes »
  const daily = times(90, { enfants: [{ ...early, semaine: [{ ...week, from: 16, to: 37 }] }] })
  const { rows, first, firstBy } = gridOf({ ...tables, frames: whole, supply }, [...answers, ...daily])!
  expect(first!.slice(0, 2).map((at) => rows[at]!.label)).toEqual([
    expect.stringMatching(/^De 8 h à 18 h 30, du lundi/),
    expect.stringMatching(/^De 6 h à 8 h, du lundi/),
  ])
  expect(firstBy).toBe('où il manque le plus de places, d’après le bas de la fourchette')
  expect(alone.firstBy).toBe('où le plus d’enfants ont besoin d’un accueil, d’après le bas de la fourchette')
  // from 7 h on: « 0 » would hide them
  expect(texts([{ ...creche, from: 420, places: 40 }])).toEqual(['de 0 à 40 selon l’heure', 'de 430 à 730'])
  expect(gridOf(tables)).toBeUndefined()
})

test('moments when places are fewer than the need are named while they can be read, and counted beyond', () => {
  const moments = ['de 6 h à 8 h, le samedi', 'la nuit, de 22 h à 6 h, le samedi']
  expect(shortSentences([], 15)).toEqual([])
  expect(shortSentences(moments.slice(0, 1), 15)[0]).toMatch(
    /^De 6 h à 8 h, le samedi : il y a, d’après l’estimation la plus basse, moins de places ouvertes que d’enfants à faire garder\.$/,
  )
  expect(shortSentences(moments, 15)[0]).toMatch(
    /^À 2 des 15 moments étudiés dans la semaine, il y a, d’après l’estimation la plus basse, moins de places/,
  )
})

test('a child has another care than wished when the two differ, kin under any name being kin', () => {
  const care = (wish: string, use: string): Answers => ({
    enfants: [{ annee_naissance: 2022, garde_souhaitee: wish, garde_principale: use, garde_obstacles: ['horaires'] }],
  })
  const own = indicator({
    field: 'enfants.garde_souhaitee',
    measure: 'gap',
    unit: 'children',
    beside: ['enfants.garde_principale', 'enfants.garde_obstacles'],
  })
  const answers = [
    ...times(40, care('creche', 'grands_parents')),
    ...times(40, care('proches', 'grands_parents')),
    ...times(20, care('actuelle', 'assmat')),
  ]
  const reasons = published('familles').indicators.find(({ id }) => id === 'garde-obstacles')!
  const { estimate, table, chart, breakdowns } = finding('familles', answers, own, tables, [reasons])
  expect(estimate).toMatchObject({ value: 0.4, base: 100 })
  // what the sentence says is drawn before its reasons
  expect(chart).toMatchObject({ kind: 'bars', bars: [{ label: 'Ensemble', estimate: { value: 0.4, base: 100 } }] })
  expect(table!.rows).toHaveLength(1)
  expect(row(breakdowns[0]!.table, 'Une crèche').cells).toMatchObject([
    { estimate: { value: 0.4 } },
    { estimate: { value: 0 } },
    { estimate: { value: 0.4 } },
  ])
  const why = breakdowns[1]!.table
  expect(why.title).toContain('Pourquoi')
  // of the same reasons another result says other shares, of more children
  expect(why.notes.at(-1)).toContain('Obstacles à la solution de garde souhaitée')
})

test('an unknown measure is an error before it is published', () => {
  const questionnaire = {
    ...published('familles'),
    indicators: [indicator({ field: 'manque', measure: 'boule-de-cristal' })],
  }
  expect(lint(questionnaire, { measures: measureNames }).filter(({ code }) => code === 'measure')).toHaveLength(1)
  for (const one of founding())
    expect(lint(one, { measures: measureNames }).filter(({ code }) => code === 'measure')).toEqual([])
})

// They counted as children who would not come: each day was half a point too low.
test('a child whose weeks, days or intention were left blank says nothing of a day', () => {
  const holidays = (own: object) => family('oui', { annee_naissance: 2016, moments: ['ete'], ...own })
  const week = published('loisirs-sud')
  const weeks = fieldsOf(week.definition, week.assigned).find(({ path }) => path === 'enfants.ete_semaines')!.choices
  const [july, august] = weeks.map(({ value }) => value)
  const comes = { ete_semaines: [july], jours_vacances: ['lundi'], ete_intention: 'certain' }
  const answers = [
    ...times(40, holidays(comes)),
    ...times(40, holidays({ ...comes, ete_semaines: [august] })),
    ...times(40, holidays({ ...comes, ete_semaines: null })),
    ...times(40, holidays({ ...comes, jours_vacances: null })),
    ...times(40, holidays({ ...comes, ete_intention: null })),
  ]
  const { estimate } = finding('loisirs-sud', answers, places)
  // a Monday of July: 40 come, 40 do not (another week), 120 do not say; of August 40 and 40 likewise
  expect(estimate).toMatchObject({ value: 0.5, base: 80 })
})

// Only a child who would come has follow-up questions to leave blank: left out, they made each day an eighth too low.
test('a child left blank in part is stood for by those who said the same before', () => {
  const answers = [
    ...times(60, family('oui', child(2016, ['mercredi'], 'certain'))),
    ...times(60, family('oui', child(2016, ['mercredi'], null))),
    ...times(60, family('oui', { annee_naissance: 2016 })),
    ...times(80, { utile: 'non_besoin', enfants: [{ annee_naissance: 2016 }], commune: '81140' }),
  ]
  const { estimate } = finding('loisirs-sud', answers, places)
  // 180 families of 260 would find it useful, and all who said more would surely come
  expect(estimate).toMatchObject({ value: 0.69, base: 140 })
  const { breakdowns } = finding('loisirs-sud', answers, places, { ...tables, frames })
  const grid = breakdowns.find(({ table }) => table.title === 'Enfants : intentions déclarées')!.table
  expect(row(grid, 'Mercredis').cells[0]).toMatchObject({ estimate: { value: 690 } })
})

// « le lundi des vacances « Toussaint » »
test('a day of the holidays is called as people call it', () => {
  const kind = { moment: 'petites_vacances', which: 'enfants.petites_vacances' } as Slot['kind']
  const said = (week: string, period: string) =>
    whenOf({ id: `${week}:lundi`, period, day: 'lundi', kind, of: () => null })
  expect(said('toussaint', 'Toussaint')).toBe('le lundi des vacances de la Toussaint')
  expect(said('pont', 'Pont de mai')).toBe('le lundi des vacances « Pont de mai »')
})
