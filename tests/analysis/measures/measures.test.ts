import { expect, test } from 'vitest'
import { subjectsOf } from '../../../analysis/columns/subjects.ts'
import { measureOf } from '../../../analysis/measures/catalogue.ts'
import { findingBlocks } from '../../../analysis/report/finding-blocks.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import type { Indicator } from '../../../surveys/questionnaire/questionnaire.ts'
import { exactFindingsOf, indicator, studyOf, times } from '../columns/study.ts'

function measured(answers: Answers[], own: Indicator) {
  const { subjects } = subjectsOf(studyOf(answers, [own]))
  return measureOf(own.measure).compute(subjects[0]!)
}
const figure = (answers: Answers[], own: Indicator) => {
  const { tables, headline } = measured(answers, own)
  return tables.flatMap((one) => one.figures).find((one) => one.key === headline!.key)!
}
const finding = (answers: Answers[], own: Indicator) => exactFindingsOf(studyOf(answers, [own])).findings[0]!

test('a share counts who gave a wanted answer among those who answered, silences beside', () => {
  const answers = [
    ...times(3, { garde: 'oui' }),
    { garde: 'parfois' },
    ...times(4, { garde: 'non' }),
    { garde: 'nsp' },
    { garde: null },
    {},
  ]
  const share = figure(answers, indicator({ field: 'garde', measure: 'share', wanted: ['oui', 'parfois'] }))
  expect([share.count, share.base!.count, share.estimate.value]).toEqual([4, 8, 0.5])
})

test('ticking two wanted boxes counts once', () => {
  const answers = [{ qui: ['creche', 'assmat'] }, { qui: ['creche'] }, { qui: ['aucun'] }, { qui: ['refus'] }]
  const share = figure(answers, indicator({ field: 'qui', measure: 'share', wanted: ['creche', 'assmat'] }))
  expect([share.count, share.base!.count]).toEqual([2, 3])
})

test('a share of yes reads a yes-or-no question', () => {
  const share = figure(
    [{ voiture: true }, { voiture: false }, { voiture: null }],
    indicator({ field: 'voiture', measure: 'share', wanted: ['true'] }),
  )
  expect([share.count, share.base!.count]).toEqual([1, 2])
})

test('the top of the answers is never « aucun », even when most people ticked it', () => {
  const answers = [...times(60, { qui: ['aucun'] }), ...times(40, { qui: ['creche'] })]
  const { estimate, sentence } = finding(
    answers,
    indicator({ field: 'qui', measure: 'shares', sentence: '« {top} » : {value}.' }),
  )
  expect(estimate.value).toBe(0.4)
  expect(sentence).toContain('CRECHE')
})

test('a mean comes from the published classes', () => {
  const numbers = Array.from({ length: 60 }, (_, row) => ({ trajet: row % 2 === 0 ? 10 : 20 }))
  const mean = indicator({ field: 'trajet', measure: 'mean', sentence: 'En moyenne {value} ({interval} ; {base}).' })
  expect(finding(numbers, mean).estimate).toMatchObject({ value: 15, base: 60 })
  const alike = finding(times(60, { trajet: 10 }), mean).estimate
  // everybody the same: the noise of the counts still leaves nothing to spread over
  expect([alike.value, alike.value === null || alike.low]).toEqual([10, 10])
})

// five rows « trop petit » of groups of 44 and 33 people, since a stop of the scale was given by few
test('a division whose means are all hidden is a line with its rule, and one that shows some says what hid the others', () => {
  const notes = (few: number) => [
    ...Array.from({ length: 160 }, (_, row) => ({ note: 1 + (row % 4), voiture: row % 8 < 4, garde: 'oui' })),
    ...times(few, { note: 5, voiture: true, garde: 'oui' }),
  ]
  const rating = (breakdowns: string[]) =>
    indicator({ field: 'note', measure: 'rating', sentence: '{value} ({base})', breakdowns })
  const blocksOf = (answers: Answers[], breakdowns: string[]) =>
    JSON.stringify(findingBlocks(finding(answers, rating(breakdowns)))).replace(/[\u00a0\u202f]/g, ' ')
  const few = blocksOf(notes(12), ['voiture', 'garde'])
  expect(few).not.toContain('Moyenne selon')
  expect(few).toContain(
    'Pas de moyenne selon « Une voiture ? » : la moyenne d’un groupe demande 30 personnes dans ce groupe, et que chaque réponse possible ait été donnée par 30 personnes au moins.',
  )
  // of the shares, some are shown: what hid the others is said under them
  expect(few).toContain('« Trop petit » : deux questions ne se croisent que dans les réponses que 30 personnes')
  const partly = finding([...notes(40)], rating(['voiture'])).breakdowns.find(({ isWhole }) => isWhole)
  expect(partly?.table.rows.map(({ cells: [cell] }) => cell?.kind)).toContain('estimate')
})

test('a rating gives the mean and how many chose each step', () => {
  const answers = [...times(30, { note: 5 }), ...times(30, { note: 2 })]
  const { estimate, table, breakdowns } = finding(
    answers,
    indicator({ field: 'note', measure: 'rating', sentence: '{value}' }),
  )
  expect(estimate.value).toBe(3.5)
  expect(
    table!.rows.map(({ label, cells: [cell] }) => [label, cell?.kind === 'estimate' && cell.estimate.value]),
  ).toEqual([
    ['1', 0],
    ['2', 0.5],
    ['3', 0],
    ['4', 0],
    ['5', 0.5],
  ])
  expect(breakdowns).toEqual([])
})

test('a ranking counts first places, then the first three', () => {
  const answers = [
    ...times(40, { ordre: ['prix', 'lieu', 'heures'] }),
    ...times(20, { ordre: ['lieu', 'prix', 'heures'] }),
  ]
  const { estimate, table, breakdowns } = finding(
    answers,
    indicator({ field: 'ordre', measure: 'ranking', sentence: '{top} : {value}' }),
  )
  expect(estimate.value).toBe(0.67)
  expect(table!.rows[0]!.label).toBe('PRIX')
  expect(breakdowns[0]!.table.title).toBe('Parmi les trois premiers choix')
})

const weekOf = (rows: object[]): Answers => ({ enfants: [{ naissance: 2020, semaine: rows }] })
const row = (
  day: number,
  from: number,
  to: number,
  cover: string | null = 'covered',
  week: 'A' | 'B' | null = null,
) => ({
  week,
  day,
  from,
  to,
  cover,
})
const week = indicator({
  field: 'enfants.semaine',
  measure: 'week',
  unit: 'children',
  sentence: '{value} ({interval} ; {base}).',
})
const layer = (answers: Answers[], name: string) => {
  const { chart } = finding(answers, week)
  if (chart?.kind !== 'week') throw new Error('no week')
  return chart.layers.find((one) => one.layer === name)!.values
}

test('a half-hour is needed inside a stretch, lacking when nobody or a strained solution covers it', () => {
  const answers = [
    ...times(50, weekOf([row(1, 12, 14)])),
    ...times(30, weekOf([row(1, 12, 14, 'none')])),
    ...times(20, weekOf([row(1, 13, 14, 'strained')])),
  ]
  expect(layer(answers, 'needed')[0]!.slice(11, 15)).toEqual([0, 0.8, 1, 0])
  expect(layer(answers, 'lacking')[0]!.slice(11, 15)).toEqual([0, 0.3, 0.5, 0])
  expect(layer(answers, 'covered')[0]!.slice(11, 15)).toEqual([0, 0.5, 0.5, 0])
})

test('what a family left unsaid is needed, neither covered nor lacking, in the half-hours as in the bands', () => {
  const answers = [
    ...times(40, weekOf([row(1, 12, 14)])),
    ...times(40, weekOf([row(1, 12, 14, null)])),
    ...times(20, weekOf([row(1, 12, 13, null), row(1, 13, 14, 'none')])),
  ]
  expect(layer(answers, 'needed')[0]!.slice(12, 14)).toEqual([1, 1])
  expect(layer(answers, 'lacking')[0]!.slice(12, 14)).toEqual([0, 0.2])
  expect(layer(answers, 'covered')[0]!.slice(12, 14)).toEqual([0.4, 0.4])
  const { table } = finding(answers, week)
  const morning = table!.rows.find(({ label }) => label.startsWith('De 6 h') && label.includes('lundi'))!
  expect(morning.cells.map((cell) => (cell as { estimate: { value: number } }).estimate.value)).toEqual([1, 0.4, 0.2])
})

test('a child whose weeks alternate counts for one half in each', () => {
  const answers = [...times(40, weekOf([row(2, 20, 22, 'covered', 'A')])), ...times(40, weekOf([row(3, 20, 22)]))]
  expect(layer(answers, 'needed')[1]![20]).toBe(0.25)
  expect(layer(answers, 'needed')[2]![20]).toBe(0.5)
})

test('the headline of the week is who needs care early, late, at night or at the week-end', () => {
  const answers = [
    ...times(30, weekOf([row(1, 16, 37)])),
    ...times(30, weekOf([row(1, 15, 20)])),
    ...times(40, weekOf([row(6, 20, 30)])),
  ]
  expect(finding(answers, week).estimate.value).toBe(0.7)
})

test('bands that go round midnight count both sides of the night', () => {
  const answers = [...times(50, weekOf([row(1, 44, 48)])), ...times(50, weekOf([row(2, 0, 10)]))]
  const { table } = finding(answers, week)
  const night = table!.rows.find(({ label }) => label.startsWith('La nuit') && label.includes('lundi'))!
  expect(night.cells[0]).toMatchObject({ estimate: { value: 1 } })
})

test('groups are compared only when enough people answered in each of two', () => {
  const answers = [
    ...times(60, { garde: 'oui', commune: '81140' }),
    ...times(60, { garde: 'non', commune: '81271' }),
    ...times(20, { garde: 'oui', commune: '81298' }),
  ]
  const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'], breakdowns: ['zone'] })
  const [byZone] = finding(answers, own).breakdowns
  expect(byZone!.table.rows.map(({ label }) => label)).toEqual(['Lavaur', 'Saint-Sulpice-la-Pointe'])
  expect(byZone!.table.notes.join()).toContain('Sud')
  expect(finding(answers.slice(60), own).breakdowns).toEqual([])
})

test('a child is in the zone of its family', () => {
  const family = (commune: string) => ({ ...weekOf([row(1, 12, 14)]), commune })
  const answers = [...times(60, family('81140')), ...times(60, family('81271'))]
  const { breakdowns } = finding(answers, { ...week, breakdowns: ['zone'] })
  expect(breakdowns[0]!.table.rows).toHaveLength(2)
})

test('nobody, one, and all blank: no figure and no table', () => {
  const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
  for (const answers of [[], [{ garde: 'oui' }], times(20, { garde: null })]) {
    const { estimate, table, chart } = finding(answers, own)
    expect([estimate.value, table, chart]).toEqual([null, undefined, undefined])
  }
})

test('an indicator that cannot be read is reported, not guessed', () => {
  const study = studyOf(times(20, { garde: 'oui' }), [
    indicator({ field: 'absente', measure: 'share', wanted: ['oui'] }),
    indicator({ field: 'garde', measure: 'mean' }),
    indicator({ field: 'garde', measure: 'inconnue' }),
  ])
  const { findings, unread } = exactFindingsOf(study)
  expect(findings).toEqual([])
  expect(unread.map(({ why }) => why)).toEqual([
    'la question n’existe pas',
    'la mesure « mean » ne sait pas lire cette sorte de question',
    'la mesure « inconnue » n’existe pas',
  ])
})
