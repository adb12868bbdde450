import { expect, test } from 'vitest'
import { heldBack } from '../../../api/fieldwork/held-back.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'

const [[lavaur, first], [nord, second]] = Object.entries(zoneNames()) as [[string, string], [string, string]]
type Last = Parameters<typeof heldBack>[0]
type Snapshot = Parameters<typeof heldBack>[1]
const bar = (label: string, base: number) => ({ label, estimate: { value: 0.4, base }, uncertain: false })
/** Shows two questions: one that everybody was asked, and one that a part was. */
const last = {
  number: 2,
  findings: [100, 40].map((base) => ({
    breakdowns: [{ table: {}, chart: { bars: [bar(first, base), bar(second, base)] } }],
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
const toldOf = (inFirst: number, inSecond: number) =>
  heldBack(last, snapshot, [
    { name: first, count: inFirst },
    { name: second, count: inSecond },
  ]).map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '))

// four green ticks and « chacune a assez de réponses » stood before the loss of two zones
test('what too few people joined is said before publishing, with how many more would do', () => {
  expect(toldOf(120, 100)).toEqual([
    `${first} : environ 20 réponses nouvelles depuis la publication n° 2. Environ 1 chiffre sur 2 y sera en attente : moins de 11 de ces personnes ont eu la question. Avec environ 10 réponses de plus dans la zone, tous reviendraient.`,
  ])
  expect(toldOf(130, 200)).toEqual([])
})

test('a zone that too few joined keeps the figures of its day', () => {
  expect(toldOf(105, 100)).toEqual([
    `${first} : environ 5 réponses nouvelles depuis la publication n° 2 ; il en faut 11. Jusque-là, ses chiffres restent ceux du 2 mars 2026.`,
  ])
})
