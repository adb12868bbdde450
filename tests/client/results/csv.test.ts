import { expect, test } from 'vitest'
import type { analyse } from '../../../api/wire/public.ts'
import { fileName, rowsOf, rowsOfGrids } from '../../../client/results/csv.ts'
import { signTextIn } from '../../../surveys/charts/known.ts'

const share = (value: number, base: number) => ({
  value,
  low: value - 0.1,
  high: value + 0.1,
  base,
  effectiveBase: base,
})
const cell = (zone: string, answer: string, value: number) => ({
  dims: { zone, reponse: answer },
  estimate: share(value, 100),
  text: `${100 * value} %`,
  interval: `${100 * value - 10} – ${100 * value + 10} %`,
})

// the chart showed everybody beside the groups, and answers by groups; the spreadsheet had a line a group and an answer
test('a question divided by groups is taken as the table that is on the screen, everybody first', () => {
  const small = {
    ...cell('Sud', 'non', 0),
    estimate: { value: null, why: 'too-few', base: 0 },
    text: 'trop petit',
    interval: '',
  }
  const explored = {
    kind: 'shares',
    title: 'Garde',
    who: ['famille', 'familles'],
    lists: [{ path: 'zone', title: 'Zone', choices: ['Nord', 'Sud'].map((text) => ({ value: text, text })), left: [] }],
    answers: [
      { value: 'oui', label: 'Oui' },
      { value: 'non', label: 'Non' },
    ],
    cells: [cell('Nord', 'oui', 0.4), cell('Nord', 'non', 0.6), cell('Sud', 'oui', 0.3), small],
    whole: [
      { answer: 'oui', estimate: share(0.35, 400), text: '35 %', interval: '25 – 45 %' },
      { answer: 'non', estimate: share(0.65, 400), text: '65 %', interval: '55 – 75 %' },
    ],
    publication: { number: 3 },
    mention: '',
    isWholeOnly: false,
    pooled: '',
    ends: '',
  } as unknown as analyse.Explored
  const rows = rowsOf(explored)
  const heads = ['Ensemble', 'Nord', 'Sud'].flatMap((text) => [`${text} (%)`, `${text}, bas (%)`, `${text}, haut (%)`])
  expect(rows.slice(0, 4)).toEqual([
    ['Réponse', ...heads],
    ['Oui', 35, 25, 45, 40, 30, 50, 30, 20, 40],
    ['Non', 65, 55, 75, 60, 50, 70, 'trop petit', '', ''],
    ['Base (familles)', 400, '', '', 100, '', '', 100, '', ''],
  ])
})

// « 48 % » and « 42 – 55 % » were texts: nothing could be computed with them
test('tables of a finding are numbers with a decimal comma, the ends of each interval apart, words as they stand', () => {
  const page = { publication: { number: 3 }, mention: 'Mention' } as unknown as analyse.FindingPage
  const shown = { text: '48\u202f%', small: 'entre 42\u202f% et 55\u202f%' }
  const grid = (columns: string[], rows: analyse.ShownGrid['rows']) => ({
    title: 'T',
    base: 'B',
    notes: [],
    columns,
    rows,
  })
  const figure = { value: 0.48, low: 0.42, high: 0.555, unit: 'share' as const }
  const { value, low, high, unit } = figure
  const rows = rowsOfGrids(
    [
      grid(
        ['Quotient', 'Part', 'Intervalle à 95 %', 'Base'],
        [
          {
            label: 'Bas',
            cells: [
              { text: shown.text, figure: { value, unit } },
              { text: shown.small, figure: { low, high, unit } },
              { text: '1\u202f200', figure: { value: 1200 } },
            ],
          },
          { label: 'Haut', cells: [{ text: 'trop petit', isSmall: true }, { text: '' }, { text: 'trop petit' }] },
        ],
      ),
      grid(['Réponse', 'Nord', 'Écarts'], [{ label: 'Oui', cells: [{ ...shown, figure }, { text: 'a' }] }]),
      grid(
        ['', 'Valeur'],
        [
          { label: 'Part', cells: [{ ...shown, figure }] },
          { label: 'Durée', cells: [{ text: '15 min', figure: { value: 15, unit: 'minutes' } }] },
        ],
      ),
    ],
    page,
  )
  expect(rows).toEqual([
    ['T'],
    ['B'],
    ['Quotient', 'Part (%)', 'Bas (%)', 'Haut (%)', 'Base'],
    ['Bas', 48, 42, '55,5', 1200],
    ['Haut', 'trop petit', '', '', 'trop petit'],
    [''],
    ['T'],
    ['B'],
    ['Réponse', 'Nord (%)', 'Nord, bas (%)', 'Nord, haut (%)', 'Écarts'],
    ['Oui', 48, 42, '55,5', 'a'],
    [''],
    ['T'],
    ['B'],
    ['', 'Valeur'],
    ['Part', `${shown.text} (${shown.small})`],
    ['Durée', '15 min'],
    [''],
    ['Bas, haut\u202f: intervalle à 95\u202f%'],
    ['Publication n° 3 · Mention'],
  ])
})

// « 0 » stood in the file of an answer that a few people had given; the screen said « ≤ 11 % »
test('a share of none leaves with its sign, and what it means', () => {
  const estimate = { value: 0, low: 0, high: 0.11, base: 120, effectiveBase: 120, unit: 'share', method: 'Wilson' }
  const publication = { number: 3 } as analyse.PublicationLine
  const text = '≤\u202f11\u202f%'
  const explored = {
    ...{ kind: 'shares', title: 'Garde', who: ['famille', 'familles'], lists: [], whole: [], mention: '', pooled: '' },
    answers: [{ value: 'oui', label: 'Oui' }],
    cells: [{ dims: { reponse: 'oui' }, estimate, text }],
    publication,
    isWholeOnly: false,
    ends: '0 = jamais',
  } as unknown as analyse.Explored
  expect(rowsOf(explored)[1]).toEqual(['Oui', '≤\u202f11', 0, 11, 120, 'familles'])
  expect(rowsOf(explored).flat()).toContain(signTextIn(['≤ 5']))
  expect(rowsOf(explored)).toContainEqual(['0 = jamais'])
  const cells = [{ text, figure: { value: 0, low: 0, high: 0.11, unit: 'share' as const } }]
  const grid = { title: 'T', base: 'B', notes: [], columns: ['Réponse', 'Part'], rows: [{ label: 'Oui', cells }] }
  const rows = rowsOfGrids([grid], { publication, mention: '', ends: '0 = jamais' })
  expect(rows).toContainEqual(['0 = jamais'])
  expect(rows[3]).toEqual(['Oui', '≤\u202f11', 0, 11])
  expect(rows.flat()).toContain(signTextIn(['≤ 5']))
})

test('a file is named after what it holds', () => {
  expect(fileName('Manque de garde à Sœurs, selon « Quotient »')).toBe('manque-de-garde-a-soeurs-selon-quotient')
  expect(fileName('…')).toBe('tableau')
})
