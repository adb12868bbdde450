import { expect, test } from 'vitest'
import {
  type ChoiceColumn,
  type ChoicesColumn,
  type NumberColumn,
  type RankingColumn,
  silence,
  state,
} from '../../../analysis/columns/column.ts'
import { accumulate, locate, tableOf } from '../../../analysis/columns/columns.ts'
import { recordSecret, responses, small } from './study.ts'

const columnOf = <Kind>(answers: Record<string, unknown>[], path: string) =>
  locate(tableOf(small, responses(answers), recordSecret), path)!.column as Kind

test('a blank, a question not asked, « je ne sais pas » and a refusal stay four different things', () => {
  const { codes } = columnOf<ChoiceColumn>(
    [{ garde: 'non' }, { garde: null }, {}, { garde: 'nsp' }, { garde: 'refus' }],
    'garde',
  )
  expect([...codes]).toEqual([2, silence.blank, silence.notAsked, silence.dontKnow, silence.refused])
})

test('a question with several answers has one 0/1 column per choice, and « aucun » is an answer', () => {
  const { ticked, state: states } = columnOf<ChoicesColumn>(
    [{ qui: ['creche', 'assmat'] }, { qui: ['aucun'] }, { qui: ['refus'] }, { qui: null }, {}],
    'qui',
  )
  expect([...ticked.get('creche')!]).toEqual([1, 0, 0, 0, 0])
  expect([...ticked.get('aucun')!]).toEqual([0, 1, 0, 0, 0])
  expect([...states]).toEqual([state.answered, state.answered, state.refused, state.blank, state.notAsked])
})

test('a consent left without a tick says no: it is an answer, unless it was not asked', () => {
  const asking = structuredClone(small)
  asking.definition.pages[0]!.elements.push({
    type: 'checkbox',
    name: 'accord',
    title: 'Votre accord',
    role: 'consent',
    choices: [{ value: 'accord', text: 'J’accepte' }],
  })
  const table = tableOf(asking, responses([{ accord: ['accord'] }, { accord: null }, {}]), recordSecret)
  const { ticked, state: states } = table.columns.get('accord') as ChoicesColumn
  expect([...ticked.get('accord')!]).toEqual([1, 0, 0])
  expect([...states]).toEqual([state.answered, state.answered, state.notAsked])
})

test('« autre, préciser » keeps its text beside', () => {
  const table = tableOf(
    small,
    responses([{ qui: ['other'], 'qui-Comment': 'ma sœur' }, { qui: ['creche'] }]),
    recordSecret,
  )
  expect(table.columns.get('qui-Comment')).toMatchObject({ texts: ['ma sœur', null] })
})

test('numbers, yes and no, rankings and the rows of a matrix become columns', () => {
  const answers = [
    { trajet: 15, voiture: true, ordre: ['lieu', 'prix'], services: { rpe: 'oui' } },
    { trajet: null, services: null },
  ]
  expect([...columnOf<NumberColumn>(answers, 'trajet').numbers]).toEqual([15, Number.NaN])
  expect([...columnOf<ChoiceColumn>(answers, 'voiture').codes]).toEqual([0, silence.notAsked])
  expect([...columnOf<RankingColumn>(answers, 'ordre').ranks.get('prix')!]).toEqual([2, 0])
  expect([...columnOf<ChoiceColumn>(answers, 'services.rpe').codes]).toEqual([0, silence.blank])
  // a matrix that was shown was asked for all its rows
  expect([...columnOf<ChoiceColumn>(answers, 'services.laep').codes]).toEqual([silence.blank, silence.blank])
})

test('each child is a row of a table of its own that knows its family', () => {
  const table = tableOf(
    small,
    responses([
      { enfants: [{ naissance: 2024 }, { naissance: 2015 }] },
      { enfants: null },
      { enfants: [{ naissance: null }] },
    ]),
    recordSecret,
  )
  const children = table.children.get('enfants')!
  expect([children.rows, children.unit]).toEqual([3, 'children'])
  expect([...children.parent!]).toEqual([0, 0, 2])
})

test('a child’s age band is the age reached in the year of the answer', () => {
  const { codes, values } = columnOf<ChoiceColumn>(
    [{ enfants: [{ naissance: 2026 }, { naissance: 2023 }, { naissance: 2015 }, { naissance: null }, {}] }],
    'enfants.tranche_age',
  )
  expect([...codes].map((code) => values[code] ?? code)).toEqual([
    '0-2',
    '3-5',
    '11-14',
    silence.blank,
    silence.notAsked,
  ])
})

test('the commune becomes a zone and leaves the table', () => {
  const table = tableOf(
    small,
    responses([{ commune: '81140' }, { commune: '81298' }, { commune: 'hors' }, { commune: 'refus' }, {}]),
    recordSecret,
  )
  const { codes, values } = table.columns.get('zone') as ChoiceColumn
  expect([...codes].map((code) => values[code] ?? code)).toEqual([
    'lavaur',
    'sud',
    'hors-territoire',
    silence.refused,
    silence.notAsked,
  ])
  expect(table.columns.has('commune')).toBe(false)
})

test('the columns depend neither on the order responses come in nor on the blocks they are read in', () => {
  const all = responses([{ garde: 'oui' }, { garde: 'non' }, { garde: null }, { qui: ['creche'] }, { trajet: 3 }])
  const blocks = accumulate(small)
  for (const block of [all.slice(0, 1), [], all.slice(1, 4), all.slice(4)]) blocks.add(block)
  expect(blocks.table(recordSecret)).toEqual(tableOf(small, all, recordSecret))
  expect(tableOf(small, all.toReversed(), recordSecret)).toEqual(tableOf(small, all, recordSecret))
  expect(() => blocks.add(all.slice(0, 1))).toThrow(/each response once/)
})

test('the answers to a choice withdrawn since an earlier version remain', () => {
  const { values, codes } = columnOf<ChoiceColumn>([{ garde: 'autrefois' }, { garde: 'oui' }], 'garde')
  expect([...codes].map((code) => values[code])).toEqual(['autrefois', 'oui'])
})

test('nobody gives empty columns', () => {
  const table = tableOf(small, [], recordSecret)
  expect([table.rows, table.children.get('enfants')!.rows]).toEqual([0, 0])
  expect(columnOf<ChoiceColumn>([], 'garde').codes).toHaveLength(0)
})

test('ten times the responses become columns in about ten times the time', () => {
  const answers = {
    garde: 'oui',
    qui: ['creche'],
    trajet: 12,
    services: { rpe: 'oui', laep: 'non' },
    enfants: [{ naissance: 2020 }, { naissance: 2022 }],
  }
  const timeOf = (count: number) => {
    const all = responses(Array.from({ length: count }, () => answers))
    const since = performance.now()
    expect(tableOf(small, all, recordSecret).children.get('enfants')!.rows).toBe(2 * count)
    return performance.now() - since
  }
  timeOf(5_000)
  // a square would take a hundred times as long
  expect(timeOf(50_000) / timeOf(5_000)).toBeLessThan(50)
})

test.each([1, 2, 8])('%i parts appended give the table that one accumulator gives', (many) => {
  const answers = Array.from({ length: 40 }, (_, row) => ({
    garde: [null, 'oui', 'refus', `retiré-${row % 11}`][row % 4],
    qui: row % 3 === 0 ? [] : ['assmat', ...(row % 3 === 1 ? ['other', `ancien-${row % 7}`] : [])],
    'qui-Comment': row % 3 === 1 ? `personne ${row}` : undefined,
    voiture: row % 2 === 0,
    trajet: row % 5 === 0 ? undefined : row,
    ordre: row % 2 === 0 ? ['lieu', 'prix'] : null,
    services: { rpe: 'oui' },
    commune: ['81140', '81271', 'hors'][row % 3],
    enfants: Array.from({ length: row % 4 }, (_, child) => ({
      naissance: 2010 + ((row + child) % 14),
      semaine: child === 0 ? [{ day: 'monday', from: '08:00', to: `${10 + (row % 9)}:00` }] : null,
    })),
  }))
  const all = responses(answers, small.slug, (row) => ({
    mode: row % 6 === 0 ? 'paper' : 'web',
    receivedAt: `2026-0${1 + (row % 9)}-02T1${row % 10}:00:00.000Z`,
  }))
  const whole = accumulate(small)
  whole.add(all)
  const joined = accumulate(small)
  for (let part = many - 1; part >= 0; part--) {
    const own = accumulate(small)
    own.add(all.filter((_, row) => Math.floor((row * many) / all.length) === part))
    joined.append(structuredClone(own.part(recordSecret)), recordSecret)
  }
  expect(joined.members()).toEqual(whole.members())
  expect(joined.table(recordSecret)).toEqual(whole.table(recordSecret))
  const other = { ...recordSecret, epoch: 1 }
  expect(joined.table(other)).toEqual(whole.table(other))
  expect(() => joined.append(whole.part(recordSecret), recordSecret)).toThrow('once')
})
