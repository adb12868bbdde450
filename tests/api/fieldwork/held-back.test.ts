import { expect, test } from 'vitest'
import { heldBack, othersHeld, othersStill, stillHeld } from '../../../api/fieldwork/held-back.ts'
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
    breakdowns: [{ table: { title: 'Selon : zone' }, chart: { bars: [bar(first, base), bar(second, base)] } }],
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
const heldWith = (inFirst: number, inSecond: number) =>
  heldBack(last, snapshot, [
    { name: first, count: inFirst },
    { name: second, count: inSecond },
  ])
const toldOf = (inFirst: number, inSecond: number) =>
  heldWith(inFirst, inSecond).map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '))
const figuresOf = (inFirst: number, inSecond: number) =>
  heldWith(inFirst, inSecond).reduce((sum, { figures }) => sum + figures, 0)

// four green ticks and « chacune a assez de réponses » stood before the loss of two zones
test('what too few people joined is said before publishing, with how many more would do', () => {
  expect(toldOf(120, 200)).toEqual([
    `${first} : environ 20 réponses nouvelles depuis la publication n° 2. Jusqu’à 1 résultat sur 2 y gardera son chiffre d’avant, avec sa date : moins de 11 de ces personnes ont répondu à la question. Avec environ 25 réponses de plus dans la zone, il serait mis à jour.`,
  ])
  expect(toldOf(145, 200)).toEqual([])
})

test('a zone that too few joined keeps the figures of its day', () => {
  expect(toldOf(105, 200)).toEqual([
    `${first} : environ 5 réponses nouvelles depuis la publication n° 2 ; il en faut 11. Jusque-là, ses résultats restent ceux du 2 mars 2026.`,
  ])
  expect(figuresOf(105, 200)).toBe(2)
})

// « Nord, Sud : chiffres arrêtés au 23 novembre » was read on a finding, and nothing had said it before publishing
test('a zone that nobody joined is said to keep its figures too', () => {
  for (const count of [100, 95])
    expect(toldOf(200, count)).toEqual([
      `${second} : aucune réponse nouvelle, ou presque, depuis la publication n° 2 ; il en faut 11. Jusque-là, ses résultats restent ceux du 2 mars 2026.`,
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
  expect(stillHeld(last, again)).toEqual([
    { name: first, figures: 2, text: expect.stringMatching(/restent ceux du 2\smars\s2026, tant que 11/) },
  ])
  expect(
    stillHeld(last, {
      ...snapshot,
      lists: snapshot.lists.map((list) => ({ ...list, days: ['2026-03-02', '2026-03-02'] })),
    }),
  ).toEqual([])
})

// « 3 à 5 ans » was in no word before publishing
test('the other groups are named, whose newcomers are not counted before', () => {
  const by = (title: string, more = {}) => ({ table: { title }, ...more })
  const findings = [
    {
      questionnaire: 'q',
      indicator: 'a',
      breakdowns: [by('Selon : zone'), by('Selon : tranche d’âge'), by('Enfants', { isWhole: true })],
    },
  ]
  expect(othersHeld({ findings } as unknown as Last)).toMatch(
    /^L’ensemble et les autres groupes \(tranche d’âge\)\s: .*11/,
  )
  expect(othersHeld({ findings: [{ ...findings[0], breakdowns: [by('Selon : zone')] }] } as unknown as Last)).toMatch(
    /^L’ensemble\s: /,
  )
})

// before a third publication of the same responses nothing said that ages stayed at their day, and they did
test('of the same responses, what else is of an earlier day is named', () => {
  const by = (title: string, more: object = {}) => ({ table: { title, ...more } })
  const dated = { dated: [{ label: '3-5', day: '2026-11-26' }] }
  const told = (breakdowns: object[], table: object = { title: 'Moments' }) =>
    othersStill({ findings: [{ indicator: 'a', table, breakdowns }] } as unknown as Last).replace(
      /[\u00a0\u202f]/g,
      ' ',
    )
  expect(told([by('Selon : zone', dated), by('Selon : tranche d’âge', dated), by('Selon : foyer')])).toBe(
    'Les autres groupes (tranche d’âge) : un chiffre arrêté à un jour d’avant le reste, avec sa date.',
  )
  expect(told([by('Selon : tranche d’âge', dated)], { title: 'Moments', day: '2026-11-26' })).toMatch(
    /^L’ensemble et les autres groupes \(tranche d’âge\) : /,
  )
  expect(told([by('Selon : zone', dated)])).toBe('')
})
