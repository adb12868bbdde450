import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { figureRows } from '../../../analysis/report/figures.ts'
import type { ReportSource } from '../../../analysis/report/source.ts'
import type { Grid } from '../../../analysis/report/tree.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'
import { countedMethod } from '../../../surveys/charts/known.ts'

// figures kept from an earlier publication bore the period of the new one
test('a figure of an earlier day ends on that day, whether its group is a line or a column', () => {
  const estimate = publishedEstimate(0.4, 100, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  const cells = [0, 1].map(() => ({ kind: 'estimate' as const, estimate }))
  const dated = [{ label: 'Sud', day: '2026-11-02' }]
  const grid = { title: 'Selon : zone', base: '', notes: [], dated }
  const byLine: Grid = {
    ...grid,
    columns: ['Zone', 'Oui', 'Non'],
    rows: ['Nord', 'Sud'].map((label) => ({ label, cells })),
  }
  const byColumn: Grid = { ...grid, columns: ['Réponse', 'Nord', 'Sud'], rows: [{ label: 'Oui', cells }] }
  const whole = [{ label: 'Le mercredi', cells: cells.slice(1) }]
  const finding = {
    source: { questionnaire: 'familles', version: 1 },
    evidence: { period: { from: '2026-10-01', to: '2026-11-30' }, trial: false },
    estimate: { value: null, why: 'too-few', base: null },
    // of a table that no list divides, all of them
    table: { title: 'Moments', base: '', notes: [], columns: ['Réponse', 'Part'], rows: whole, day: '2026-11-03' },
    breakdowns: [{ table: byLine }, { table: byColumn }],
  } as unknown as Finding
  const mixed = { ...byLine, title: 'Pointe', dated: undefined }
  mixed.rows = [{ label: 'Noël', cells: [cells[0]!, { ...cells[1]!, day: '2026-11-04' }] }]
  const ofMixed = { ...finding, table: undefined, breakdowns: [{ table: mixed }] }
  expect(figureRows({ findings: [ofMixed], demo: false } as unknown as ReportSource).map(({ fin }) => fin)).toEqual([
    '2026-11-30',
    '2026-11-04',
  ])
  const ends = figureRows({ findings: [finding], demo: false } as unknown as ReportSource).map(
    ({ ligne, colonne, fin }) => `${ligne} ${colonne} ${fin}`,
  )
  expect(ends).toEqual([
    'Le mercredi Part 2026-11-03',
    'Nord Oui 2026-11-30',
    'Nord Non 2026-11-30',
    'Sud Oui 2026-11-02',
    'Sud Non 2026-11-02',
    'Oui Nord 2026-11-30',
    'Oui Sud 2026-11-02',
  ])
})

// « 5,9 sur 10 » was in the sentence, the picture and the workbook, and in no line of the open data
test('a figure that a sentence tells and no table holds has a line of its own', () => {
  const share = publishedEstimate(0.4, 100, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  const of = { base: 100, effectiveBase: 90, low: 5.6, high: 6.2, unit: 'score' as const }
  const table: Grid = {
    ...{ title: 'Notes', base: '', notes: [], columns: ['Note', 'Part'] },
    rows: [{ label: '6', cells: [{ kind: 'estimate', estimate: share }] }],
  }
  const rowsOf = (told: Partial<Finding>) => {
    const finding = {
      source: { questionnaire: 'familles', version: 1 },
      evidence: { period: { from: '2026-10-01', to: '2026-11-30' }, trial: false },
      ...{ table, breakdowns: [], ...told },
    } as unknown as Finding
    return figureRows({ findings: [finding], demo: false } as unknown as ReportSource).map(
      ({ tableau, ligne, colonne, valeur, bas, haut, unite }) => [tableau, ligne, colonne, valeur, bas, haut, unite],
    )
  }
  const one = ['ensemble', '6', 'Part', 40, Math.round(share.low * 100), Math.round(share.high * 100), 'pour cent']
  const everybody = ['résultat', 'Toutes les réponses']
  expect(rowsOf({ estimate: { ...of, value: 5.9, method: 'moyenne des classes publiées' } })).toEqual([
    [...everybody, 'Moyenne', 5.9, 5.6, 6.2, 'nombre'],
    one,
  ])
  expect(rowsOf({ estimate: { ...of, value: 6, method: 'classes publiées, Woodruff' } })[0]).toEqual([
    ...everybody,
    ...['Médiane', 6, 5.6, 6.2, 'nombre'],
  ])
  const [zone, name] = Object.entries(zoneNames())[0]!
  expect(rowsOf({ zone, estimate: { ...share, value: 0.3, low: 0.2, high: 0.4 } })[0]!.slice(0, 4)).toEqual([
    'résultat',
    name,
    'Part',
    30,
  ])
  // what its table holds is not said twice
  expect(rowsOf({ estimate: share })).toEqual([one])
})

const sourceWith = (finding: unknown) => ({ findings: [finding], demo: false }) as unknown as ReportSource
const bare = {
  source: { questionnaire: 'familles', version: 1 },
  evidence: { period: { from: '2026-10-01', to: '2026-11-30' }, trial: false },
  estimate: { value: null, why: 'too-few', base: null },
}

// 361 lines said « en mots » and had none; the letters of the groups stood in no file
test('a line in words has them, and a group has its letters', () => {
  const estimate = publishedEstimate(0.4, 100, { worth: 1, peoplePerAnswer: 1, noise: 5 })
  const letter = (text: string) => ({ kind: 'text' as const, text })
  const table: Grid = {
    ...{ title: 'Selon : zone', base: '', notes: [], columns: ['Zone', 'Part', 'Intervalle à 95 %', 'Base', 'Écarts'] },
    rows: [
      { label: 'Nord', cells: [{ kind: 'estimate', estimate }, { kind: 'count', value: 100 }, letter('ab')] },
      {
        label: 'Sud',
        cells: [{ kind: 'none', why: 'in-words', words: 'une minorité' }, { kind: 'none', why: 'too-few' }, letter('')],
      },
    ],
  }
  const rows = figureRows(sourceWith({ ...bare, breakdowns: [{ table }] }))
  expect(rows.map(({ ligne, etat, mots, ecarts }) => [ligne, etat, mots, ecarts])).toEqual([
    ['Nord', 'publié', '', 'ab'],
    ['Sud', 'en mots', 'une minorité', ''],
    ['Sud', 'trop petit', '', ''],
  ])
})

// « publié, 0 enfants » beside « ≤ 3 % » of them
test('children of which an end is known leave as that end; the ends of a census are those that are printed', () => {
  const of = { base: 100, effectiveBase: 90 }
  const children = { ...of, value: 0, low: 0, high: 230, unit: 'children' as const, method: 'effectif × part' }
  const census = { ...of, value: 0.83, low: 0.558, high: 0.885, unit: 'share' as const, method: countedMethod }
  const table: Grid = {
    ...{ title: 'Besoin', base: '', notes: [], columns: ['Moment', 'Enfants', 'Part'] },
    rows: [{ label: 'Le soir', cells: [children, census].map((estimate) => ({ kind: 'estimate', estimate })) }],
  }
  const rows = figureRows(sourceWith({ ...bare, breakdowns: [{ table }] }))
  expect(rows.map(({ etat, valeur, bas, haut }) => [etat, valeur, bas, haut])).toEqual([
    ['au plus', null, 0, 230],
    ['publié', 83, 55, 89],
  ])
})
