import { expect, test } from 'vitest'
import { heldBack, stillHeld, updatesIn, updatesStill } from '../../../api/fieldwork/held-back.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'

const [[lavaur, first], [nord, second]] = Object.entries(zoneNames()) as [[string, string], [string, string]]
type Last = Parameters<typeof heldBack>[0]
type Snapshot = Parameters<typeof heldBack>[1]
const bar = (label: string, base: number) => ({ label, estimate: { value: 0.4, base }, uncertain: false })
/** Shows two questions: one that everybody was asked, and one that a part was. */
const last = {
  number: 2,
  // the second serves two objectives, and is one result
  findings: [100, 40, 40].map((base) => ({
    questionnaire: 'familles',
    indicator: `${base}`,
    breakdowns: [
      {
        table: { title: 'Selon : zone', columns: ['Zone'], rows: [] },
        chart: { bars: [bar(first, base), bar(second, base)] },
      },
    ],
  })),
} as unknown as Last
/** A hundred people in each zone. */
const masks = Uint16Array.from({ length: 200 }, (_, row) => (row < 100 ? 1 : 2))
const snapshot = {
  at: '2026-03-02T09:00:00.000Z',
  lists: [
    {
      path: 'zone',
      values: [lavaur, nord],
      days: ['2026-03-02', '2026-03-02'],
      masks: Buffer.from(masks.buffer).toString('base64'),
      waiting: 0,
    },
  ],
} as unknown as Snapshot
/** Those who joined since, of so many people today. */
const joined = (inFirst: number, inSecond: number) => [
  { name: first, count: inFirst - 100 },
  { name: second, count: inSecond - 100 },
]
const heldWith = (inFirst: number, inSecond: number) => heldBack(last, snapshot, joined(inFirst, inSecond))
const toldOf = (inFirst: number, inSecond: number) =>
  heldWith(inFirst, inSecond).map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '))
const figuresOf = (inFirst: number, inSecond: number) =>
  heldWith(inFirst, inSecond).reduce((sum, { figures }) => sum + figures, 0)

// four green ticks and « chacune a assez de réponses » stood before the loss of two zones
test('what too few people joined is said before publishing, with how many more would do', () => {
  expect(toldOf(120, 200)).toEqual([
    `${first} : environ 20 réponses nouvelles depuis la publication n° 2. Jusqu’à 1 résultat sur 2 y gardera son chiffre d’avant, avec sa date : moins de 11 de ces personnes ont répondu à la question. Avec environ 20 réponses de plus dans la zone, il serait mis à jour.`,
  ])
  expect(toldOf(145, 200)).toEqual([])
})

test('a zone that too few joined keeps the figures of its day', () => {
  expect(toldOf(105, 200)).toEqual([
    `${first} : environ 5 réponses nouvelles depuis la publication n° 2, sur les 11 demandées. Jusque-là, ses résultats restent ceux du 2 mars 2026.`,
  ])
  expect(figuresOf(105, 200)).toBe(2)
})

// « Nord, Sud : chiffres arrêtés au 23 novembre » was read on a finding, and nothing had said it before publishing
test('a zone that nobody joined is said to keep its figures too', () => {
  expect(toldOf(200, 100)).toEqual([
    `${second} : aucune réponse nouvelle, ou presque, depuis la publication n° 2, sur les 11 demandées. Jusque-là, ses résultats restent ceux du 2 mars 2026.`,
  ])
  expect(figuresOf(200, 100)).toBe(2)
})

// « environ 10 ; ses résultats restent » was said of a zone that lost all of them: ten may be fourteen
test('near eleven newcomers either may happen, and the worst is counted', () => {
  expect(toldOf(110, 200)).toEqual([
    `${first} : environ 10 réponses nouvelles depuis la publication n° 2, pour 11 demandées. Si elles suffisent, ses 2 résultats sont mis à jour, sauf ceux auxquels peu de ces personnes ont répondu. Sinon, ils restent ceux du 2 mars 2026.`,
  ])
  expect(figuresOf(110, 200)).toBe(2)
})

// before a publication of the same responses « chaque zone a assez de réponses » stood where three zones kept their figures
test('of the same responses, the zones that an earlier publication counted are named', () => {
  const again = { ...snapshot, at: '2026-05-04T09:00:00.000Z' } as Snapshot
  again.lists[0]!.days = ['2026-03-02', '2026-05-04']
  expect(stillHeld(last, again, joined(105, 100))).toEqual([
    {
      ...{ name: first, figures: 2 },
      text: expect.stringMatching(
        /restent ceux du 2\smars\s2026\. Environ 5\sréponses nouvelles y sont arrivées depuis\.$/,
      ),
    },
  ])
  expect(
    stillHeld(
      last,
      { ...snapshot, lists: snapshot.lists.map((list) => ({ ...list, days: ['2026-03-02', '2026-03-02'] })) },
      [],
    ),
  ).toEqual([])
})

const share = (base: number, more: object = {}) => ({ kind: 'estimate', estimate: { value: 0.4, base }, ...more })
const day = '2026-11-26'
const whole = (...cells: object[]) => ({
  ...{ title: 'Moments', columns: ['Réponse', 'Part'] },
  rows: cells.map((cell, at) => ({ label: `${at}`, cells: [cell] })),
})
const by = (list: string, groups: Record<string, object>, dated?: { label: string; day: string }[]) => ({
  table: {
    ...{ title: `Selon : ${list}`, columns: ['Réponse', ...Object.keys(groups)], dated },
    rows: [{ label: 'Oui', cells: Object.values(groups) }],
  },
})
const finding = (indicator: string, table: object, ...breakdowns: object[]) => ({
  ...{ questionnaire: 'q', indicator, table },
  breakdowns,
})
const published = (...findings: object[]) =>
  ({ number: 1, surveyed: { responses: 300 }, findings }) as unknown as Parameters<typeof updatesIn>[0]
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

// 43 figures of zones were announced as all; 97 stayed, and nothing said what would change
test('before new answers: how many figures will change, at least, and which may stay, in one count', () => {
  const zone = (inFirst: number, inSecond: number) => by('zone', { [first]: share(inFirst), [second]: share(inSecond) })
  const before = published(
    finding('a', whole(share(300)), zone(100, 100), by('tranche d’âge', { '3-5': share(40) })),
    finding('b', whole(share(30)), zone(20, 95)),
  )
  expect(plain(updatesIn(before, snapshot, 40, joined(130, 105)))).toMatch(
    /^Au moins 2 chiffres seront mis à jour, sur 7\. Les autres \(jusqu’à 3 par zone ; 1 pour l’ensemble ; 1 par tranche d’âge\) peuvent garder leur ancienne date/,
  )
  expect(plain(updatesIn(before, snapshot, 600, joined(400, 400)))).toMatch(
    /^Les 7 chiffres publiés seront mis à jour\./,
  )
})

// « un chiffre arrêté à un jour d’avant le reste, avec sa date » had no verb
test('of the same responses, what stays of an earlier day is counted as it will be afterwards', () => {
  const before = published(
    finding(
      'a',
      whole(share(300)),
      by('tranche d’âge', { '3-5': share(40), '6-10': share(50) }, [{ label: '3-5', day }]),
    ),
    finding('b', whole(share(300, { day })), by('zone', { Nord: share(90, { day }) })),
    // of this one a part alone
    finding('c', whole(share(300), share(300, { day }))),
  )
  expect(plain(updatesStill(before))).toBe(
    'Les réponses sont les mêmes : ne change que ce que les tables nouvelles recalculent. 3 chiffres sur 6 gardent leur ancienne date (1 par zone ; 1 pour l’ensemble ; 1 par tranche d’âge).',
  )
  expect(plain(updatesStill(published(finding('a', whole(share(300))))))).toMatch(/recalculent\.$/)
})
