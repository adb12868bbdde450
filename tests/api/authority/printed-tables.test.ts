import { afterEach, expect, test } from 'vitest'
import { changesOf } from '../../../api/authority/changes.ts'
import { levelsTable } from '../../../api/authority/levels-table.ts'
import { planTable } from '../../../api/authority/plan-table.ts'
import { authorityTables } from '../../../api/authority/routes.ts'
import { placesTable, siglesTable } from '../../../api/authority/sigles-table.ts'
import type { AuthorityTable } from '../../../api/authority/table.ts'
import { transverseTable } from '../../../api/authority/transverse-table.ts'
import { youngPlacesTable } from '../../../api/authority/young-places-table.ts'
import { cellsOf, checked } from '../../../api/tables/checked.ts'
import { firstAuthority } from '../../../surveys/authority/first.ts'
import { stateText } from '../../../surveys/authority/follow-up.ts'
import { authority, setAuthority } from '../../../surveys/authority/in-force.ts'
import {
  type Level,
  levelCount,
  levelHeading,
  levelNumbers,
  levelSaid,
  levelTitle,
  sheetName,
} from '../../../surveys/authority/levels.ts'
import { linesOf, starOf } from '../../../surveys/authority/printed.ts'
import { Authority } from '../../../surveys/authority/schema.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'

afterEach(() => setAuthority(firstAuthority))

/** The authority once a table holds these lines. */
function saved(table: AuthorityTable, cells: string[][], before = firstAuthority): Authority {
  const rules = [...table.rules, ...(table.rulesFor?.(before) ?? [])]
  const { rows, problems } = checked({ ...table, rules }, cells)
  expect(problems).toEqual([])
  return Authority.parse(table.with(before, rows))
}
const refused = (table: AuthorityTable, cells: string[][]) =>
  checked({ ...table, rules: [...table.rules, ...(table.rulesFor?.(firstAuthority) ?? [])] }, cells).problems.map(
    ({ message }) => message,
  )

test.each(authorityTables)('$title, read and saved as it is, changes nothing', (table) => {
  const after = saved(table, table.cellsOf(firstAuthority))
  expect(after).toEqual(firstAuthority)
  expect(changesOf(firstAuthority, after)).toEqual([])
})

test('a plan says its levels in its own words, and every title takes them', () => {
  const cells = levelsTable.cellsOf(firstAuthority)
  const after = saved(levelsTable, [
    ['axe', 'défi', 'défis', 'masculin'],
    ['objectif', 'engagement', 'engagements', 'masculin'],
    ...cells.slice(1, 3),
  ])
  expect(changesOf(firstAuthority, after)).toEqual([
    'Le plan dit « défi » (avant : « axe »).',
    'Le plan dit « engagement » (avant : « objectif »).',
  ])
  setAuthority(after)
  expect([levelTitle('axis', 2), levelTitle('action', 5), levelCount('objective', 38)]).toEqual([
    'Défi 2',
    'Action 5',
    '38 engagements',
  ])
  // the usual words again: as if nothing had been said
  expect(saved(levelsTable, cells, after)).toEqual(firstAuthority)
  expect(refused(levelsTable, cells.slice(1))).toEqual(['Il manque axe : gardez une ligne pour chaque niveau.'])
})

const said = (level: Level) =>
  (['the', 'a', 'this', 'none', 'of', 'ofThe', 'toThe'] as const)
    .map((article) => levelSaid(article, level))
    .join(' · ')

test('sentences agree with the words of each plan, in gender and before a vowel', () => {
  expect([said('objective'), said('action')]).toEqual([
    'l’objectif · un objectif · cet objectif · aucun objectif · d’objectif · de l’objectif · à l’objectif',
    'l’action · une action · cette action · aucune action · d’action · de l’action · à l’action',
  ])
  const own = [
    ['axe', 'défi', 'défis', 'masculin'],
    ['orientation', 'étape', 'étapes', 'féminin'],
    ['action', 'fiche', 'fiches', 'féminin'],
    ['objectif', 'engagement', 'engagements', 'masculin'],
  ]
  setAuthority(saved(levelsTable, own))
  expect((['axis', 'orientation', 'action', 'objective'] as const).map(said)).toEqual([
    'le défi · un défi · ce défi · aucun défi · de défi · du défi · au défi',
    'l’étape · une étape · cette étape · aucune étape · d’étape · de l’étape · à l’étape',
    'la fiche · une fiche · cette fiche · aucune fiche · de fiche · de la fiche · à la fiche',
    'l’engagement · un engagement · cet engagement · aucun engagement · d’engagement · de l’engagement · à l’engagement',
  ])
  expect(levelsTable.cellsOf(authority())).toEqual(own)
})

test('lists, states and the sheet of an action are said in the words of the plan', () => {
  const words = () => [
    levelNumbers('objective', [3]),
    levelNumbers('objective', [3, 7]),
    levelHeading('action', 2),
    levelSaid('its', 'axis'),
    sheetName(),
    `${stateText('done')}, ${stateText('done', 2)}, ${stateText('under-way', 2)}, ${stateText(null)}`,
  ]
  expect(words()).toEqual([
    'objectif 3',
    'objectifs 3, 7',
    'Actions',
    'son axe',
    'Fiche action',
    'faite, faites, en cours, non renseigné',
  ])
  const cells = levelsTable.cellsOf(firstAuthority)
  setAuthority(
    saved(levelsTable, [
      ['axe', 'ambition', 'ambitions', 'féminin'],
      cells[1]!,
      ['action', 'projet', 'projets', 'masculin'],
      ['objectif', 'engagement', 'engagements', 'masculin'],
    ]),
  )
  expect(words()).toEqual([
    'engagement 3',
    'engagements 3, 7',
    'Projets',
    'son ambition',
    'Fiche projet',
    'fait, faits, en cours, non renseigné',
  ])
})

test('a pasted plan is read under its own headings or the usual ones', () => {
  const lines = '1. Petite enfance\tOuvrir une crèche'
  setAuthority(
    saved(levelsTable, [
      ['axe', 'défi', 'défis', 'masculin'],
      ['orientation', 'étape', 'étapes', 'féminin'],
      // the usual word of another level: the column that bears it keeps it
      ['action', 'fiche', 'fiches', 'féminin'],
      ['objectif', 'action', 'actions', 'féminin'],
    ]),
  )
  const titleAt = planTable.columns.findIndex(({ key }) => key === 'title')
  for (const headings of ['Défi\tAction', 'Axe\tAction', 'Axe\tObjectif']) {
    const { cells, problems } = cellsOf(planTable, `${headings}\n${lines}`)
    expect([problems, cells[0]![0], cells[0]![titleAt]], headings).toEqual([
      [],
      '1. Petite enfance',
      'Ouvrir une crèche',
    ])
  }
  expect(checked(planTable, [['', 'Sans rien']]).problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('La première ligne dit son défi'),
    expect.stringContaining('Aucune action'),
  ])
})

test('a transverse line is confirmed and carried by other objectives; one that the plan lacks is refused', () => {
  const cells = transverseTable.cellsOf(firstAuthority)
  const after = saved(transverseTable, cells.with(0, cells[0]!.with(4, '7 ; 35').with(5, '')))
  expect(changesOf(firstAuthority, after)).toEqual(['Ligne transverse 1 : objectifs 7, 35, confirmé.'])
  setAuthority(after)
  expect(linesOf(35).map(({ number }) => number)).toContain(1)
  expect(refused(transverseTable, cells.with(0, cells[0]!.with(4, '7 ; 99')))).toEqual([
    'Le plan n’a pas d’objectif 99 : corrigez le numéro.',
  ])
  expect(refused(transverseTable, cells.with(0, cells[0]!.with(1, '9')))).toEqual([
    'Le plan n’a pas d’axe 9 : corrigez le numéro.',
  ])
})

test('a star is put on an objective and taken off another', () => {
  const star = planTable.columns.findIndex(({ key }) => key === 'star')
  const cells = planTable.cellsOf(firstAuthority).map((line) => {
    if (line[5] === '1') return line.with(star, 'Priorité')
    return line[5] === '10' ? line.with(star, '') : line
  })
  const after = saved(planTable, cells)
  expect(changesOf(firstAuthority, after)).toEqual([
    'Objectif 1\u202f: étoile «\u202fPriorité\u202f».',
    'Objectif 10\u202f: sans étoile.',
  ])
  setAuthority(after)
  expect([starOf(1), starOf(10)]).toEqual(['Priorité', null])
})

test('initials and places are added and taken away, each in a sentence', () => {
  const sigles = siglesTable.cellsOf(firstAuthority)
  const after = saved(siglesTable, [...sigles.slice(1), ['PEDT', 'projet éducatif de territoire', '']])
  expect(changesOf(firstAuthority, after)).toEqual(['Sigle ajouté : PEDT.', `Sigle retiré : ${sigles[0]![0]}.`])
  const places = placesTable.cellsOf(firstAuthority)
  expect(changesOf(firstAuthority, saved(placesTable, [...places, ['Revel']]))).toEqual(['Lieu ajouté : revel.'])
  expect(refused(siglesTable, [['R.P.E.', 'relais', '']])[0]).toContain('des lettres et des chiffres')
})

test('places named to the young are choices of both questionnaires, and told in their own words', () => {
  const lines = [['skate_nord', 'Au skatepark du Nord', '', 'At the north skatepark', '', '']]
  const after = saved(youngPlacesTable, lines)
  expect(changesOf(firstAuthority, after)).toEqual(['Lieu nommé aux jeunes ajouté : Au skatepark du Nord.'])
  expect(youngPlacesTable.cellsOf(after)).toEqual(lines)
  setAuthority(after)
  for (const slug of ['jeunes-11-15', 'jeunes-16-25']) {
    const { definition, assigned, indicators } = founding().find((one) => one.slug === slug)!
    const field = fieldsOf(definition, assigned).find(({ path }) => path === 'lieux_dehors')!
    expect(field.choices[0]).toMatchObject({ value: 'nomme_skate_nord', text: 'Au skatepark du Nord' })
    const [named, outside] = ['lieux', 'lieux-publics'].map((id) => indicators.find((one) => one.id === id)!)
    expect(named!.phrases).toMatchObject({ nomme_skate_nord: 'au skatepark du Nord', parc: expect.any(String) })
    expect(outside!.wanted).toContain('nomme_skate_nord')
  }
  expect(saved(youngPlacesTable, [], after)).toEqual(firstAuthority)
  // « «  » est déjà à la ligne 1 »
  expect(refused(youngPlacesTable, [...lines, ...lines])[0]).toMatch(/^«\u202fskate_nord\u202f» est déjà à la ligne 1/)
  expect(refused(youngPlacesTable, [['Nord !', 'Au nord', '', '', '', '']])[0]).toMatch(/des petites lettres/)
})
