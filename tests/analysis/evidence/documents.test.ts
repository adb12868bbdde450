import { expect, test } from 'vitest'
import { planDocumentOf, repeats } from '../../../analysis/evidence/documents/documents.ts'
import type { PlanAction, PlanSource } from '../../../analysis/evidence/documents/source.ts'
import type { EvidenceItem } from '../../../analysis/evidence/item.ts'
import type { Block, Report } from '../../../analysis/report/tree.ts'
import { emptyEntry, type LogEntry } from '../../../surveys/action-log/entry.ts'

const objective = (number: number) => ({
  number,
  title: `Objectif entier ${number}`,
  short: `Objectif ${number}`,
  start: 2024,
})
const followUp = {
  state: 'under-way',
  why: '',
  done: 'Deux visites.',
  difficulties: 'Pas de salle.',
  next: 'Une salle.',
  asked: 'Prêter la salle.',
  by: 'A',
} as const
const action = (number: number, change: Partial<PlanAction> = {}): PlanAction => ({
  number,
  title: `Faire ${number}`,
  group: 'Jeunesse',
  pilots: ['Service jeunesse'],
  axes: [{ number: 1, title: 'Un axe' }],
  orientations: [{ number: 2, title: 'Une orientation' }],
  objectives: [objective(number * 10), objective(number * 10 + 1)],
  followUps: [],
  decisions: [],
  ...change,
})
const item = (change: Partial<EvidenceItem>): EvidenceItem => ({
  id: 'a',
  objective: 10,
  kind: 'heard',
  sentence: '4 entretiens, 9 personnes écoutées.',
  base: '4 entretiens',
  day: '2026-02-01',
  source: 'Notes des rencontres',
  limits: ['Des voix, pas une mesure.'],
  href: '/ecoute',
  ...change,
})
const source: PlanSource = {
  place: 'Une collectivité',
  plan: 'Un plan',
  date: '2026-06-01',
  demo: false,
  actions: [
    action(1, {
      followUps: [{ ...followUp, day: '2026-03-01' }],
      decisions: [
        {
          at: '2026-01-05T10:00:00.000Z',
          text: 'Ouvrir le préau.',
          date: '2026-02-10',
          by: 'A',
          pilot: 'Mairie',
          due: '2026-05-01',
          indicator: 'présences',
        },
      ],
    }),
    action(2),
  ],
  evidence: [
    item({}),
    item({ id: 'b', kind: 'counted', sentence: '12 séances, 143 présences.', day: '2025-11-01', source: 'Carnet' }),
  ],
  entries: [],
  quotes: [{ text: 'Le bus part trop tôt.', who: 'Jeune, Nord', objectives: [10], day: '2026-02-01' }],
}

const textOf = (report: Report) => JSON.stringify(report.parts)
const named = (name: string, given = source) => planDocumentOf(given, name)!

test('a fiche action says the place of the action, what is known by kind, the decision with its pilot and its late day', () => {
  const sheet = named('fiche-1')
  expect([sheet.front, sheet.title, sheet.subtitle]).toEqual(['band', 'Fiche action n° 1', 'Faire 1'])
  const text = textOf(sheet)
  for (const words of [
    'Objectif entier 10',
    '4 entretiens',
    '12 séances',
    'Rien à ce jour',
    'Il manque',
    'Deux visites.',
    'pilote : Mairie',
    'dépassée',
    'présences',
    'Le bus part trop tôt.',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Objectif entier 20')
})

const session = (change: Partial<LogEntry>): LogEntry => ({ ...emptyEntry('2026-03-04'), action: 1, ...change })
const entries = [
  session({ present: 8, hours: 2.5, cost: 100, partners: ['Médiathèque'], commune: '81140' }),
  session({ present: 9, hours: 1, cost: null, partners: ['École', 'Médiathèque'], commune: '81271' }),
  session({ day: '2025-03-04', present: null }),
  session({ day: '2024-04-04', present: 50, state: 'cancelled', partners: ['Absent'] }),
  session({ action: null, present: 4 }),
]

test('a fiche action says what the log counts of it: sessions, means, partners; others are left out', () => {
  const terms = named('fiche-1', { ...source, entries })
    .parts.flatMap(({ blocks }) => blocks)
    .flatMap((one) => (one.kind === 'terms' ? one.rows : []))
  const said = (term: string) =>
    [terms.find((row) => row.term === term)?.text ?? []]
      .flat()
      .join(' ')
      .replace(/[\u00a0\u202f]/g, ' ')
  expect(said('Au carnet')).toBe('2 séances et 17 présences en 2026. 1 séance en 2025, sans comptage des personnes.')
  expect(said('Moyens')).toBe('3 h 30 et 100 € notés en 2026.')
  expect(said('Partenaires')).toBe('École et Médiathèque.')
  expect(said('Territoire')).toBe('Dans 2 communes.')
  expect(textOf(named('fiche-2', { ...source, entries }))).not.toContain('Au carnet')
})

// noted under an objective alone, as a phone asks, they counted under no action
test('what is noted under an objective and no action counts under the action of that objective, once in the whole plan', () => {
  const own = [
    session({ action: null, objectives: [10, 11], present: 5 }),
    session({ action: null, objectives: [11, 20], present: 7 }),
    // the action that is named wins
    session({ action: 2, objectives: [10], present: 9 }),
  ]
  const given = { ...source, entries: own }
  for (const name of ['bilan-2026', 'evaluation'])
    expect(
      gridIn(named(name, given), 'essentiel').rows.map(({ cells }) =>
        cells.slice(1, 3).map((cell) => (cell.kind === 'count' ? cell.value : null)),
      ),
      name,
    ).toEqual([
      [2, 12],
      [2, 16],
      [3, 21],
    ])
  expect(textOf(named('fiche-1', given)).replace(/[\u00a0\u202f]/g, ' ')).toContain(
    '2 séances et 12 présences en 2026.',
  )
  expect(gridIn(named('bilan-2026', given), 'essentiel').notes.join()).toContain('une seule fois dans l’ensemble')
  expect(gridIn(named('bilan-2026', { ...source, entries }), 'essentiel').notes).toEqual([])
})

// the name of the axis stood there
test('a project group and pilots that nobody has named are lines to fill in', () => {
  const bare = { ...source, actions: [action(1, { group: '', pilots: [] })] }
  const [place] = named('fiche-1', bare).parts
  expect(place!.blocks.filter(({ kind }) => kind === 'blank')).toMatchObject([
    { label: 'Groupe de projet' },
    { label: 'Pilotes' },
  ])
  for (const name of ['fiche-1', 'bilan-2026', 'evaluation']) expect(textOf(named(name, bare))).not.toContain('" · ')
})

test('what nobody has said is a line to fill in, never a sentence made up', () => {
  const blanks = (report: Report) => {
    const inside = (blocks: Block[]): number => blocks.filter(({ kind }) => kind === 'blank').length
    return report.parts.reduce((sum, { blocks }) => sum + inside(blocks), 0)
  }
  expect(blanks(named('fiche-1'))).toBe(0)
  // the decision, what was done, the next steps
  expect(blanks(named('fiche-2'))).toBe(3)
  // what is asked of the committee, and what action 2 did
  expect(blanks(named('bilan-2026'))).toBe(1)
  expect(blanks(named('bilan-2025'))).toBe(3)
})

test('the bilan of a year knows nothing of later, and names objectives without anything', () => {
  const then = textOf(named('bilan-2025'))
  expect(then).toContain('12 séances')
  for (const later of ['4 entretiens', 'Ouvrir le préau', 'Deux visites', 'Le bus']) expect(then).not.toContain(later)
  const now = named('bilan-2026')
  expect(now.facts.map(({ value }) => value)).toEqual(['2', '1 sur 4', '1'])
  for (const words of ['Prêter la salle.', 'Pas de salle.', 'Objectif 11, objectif 11', '11, 20 et 21'])
    expect(textOf(now)).toContain(words)
})

const gridIn = (report: Report, id: string) =>
  report.parts.find((part) => part.id === id)!.blocks.flatMap((one) => (one.kind === 'grid' ? [one.grid] : []))[0]!

test('the first page tells where each action stands, what the log counts and which decisions are late', () => {
  const numbers = (name: string) =>
    gridIn(named(name, { ...source, entries }), 'essentiel').rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell) => (cell.kind === 'count' ? cell.value : cell.kind === 'text' ? cell.text : null)),
    ])
  expect(numbers('bilan-2026')).toEqual([
    ['1. Faire 1', 'en cours', 2, 17, 1],
    ['2. Faire 2', 'non renseigné', '–', '–', '–'],
    ['Ensemble', '', 3, 21, 1],
  ])
  expect(numbers('evaluation')[2]).toEqual(['Ensemble', '', 4, 21, 1])
  const late = 'Décisions dont l’échéance est passée'
  for (const name of ['bilan-2026', 'evaluation']) {
    expect(textOf(named(name))).toContain(late)
    expect(textOf(named(name, { ...source, date: '2026-04-30' }))).not.toContain(late)
  }
})

test('a source is said once after its sentences, with its day', () => {
  const again = item({ id: 'c', sentence: '1 groupe, 6 personnes écoutées.', day: '2026-03-01' })
  const given = { ...source, evidence: [...source.evidence, again] }
  for (const name of ['fiche-1', 'bilan-2026', 'evaluation']) {
    const text = textOf(named(name, given)).replaceAll('\u00a0', ' ')
    expect(text.split('Notes des rencontres').length - 1, name).toBe(1)
    expect(text, name).toContain('1 groupe, 6 personnes écoutées. (Notes des rencontres, 1er mars 2026)')
    expect(text, name).toContain('12 séances, 143 présences. (carnet, 1er novembre 2025)')
  }
})

test('a limit of one figure is not told of all of them', () => {
  const many = [1, 2, 3].map((id) => item({ id: `m${id}`, limits: ['De tous.'] }))
  const given = { ...source, evidence: [...many, item({ id: 'z', limits: ['D’un seul.'] })] }
  for (const name of ['bilan-2026', 'evaluation']) {
    const limits = JSON.stringify(named(name, given).parts.find(({ id }) => id === 'limites'))
    expect([limits.includes('De tous.'), limits.includes('D’un seul.')]).toEqual([true, false])
  }
})

test('the evaluation puts planned, done, results, gaps and next under each action', () => {
  const text = textOf(named('evaluation'))
  const lines = ['Prévu', 'Fait', 'Résultats', 'Écarts'].map((term) => text.split(`"term":"${term}"`).length - 1)
  // one objective of four has something done and found: the others say what is missing, and no empty line
  expect(lines).toEqual([4, 1, 1, 3])
  for (const words of ['Aucune séance n’est notée', '12 séances', '4 entretiens', 'Pas de salle.', 'Une salle.'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/\d\s?%/)
  const later = { ...source, actions: [action(2, { objectives: [{ ...objective(20), start: 2027 }] })] }
  expect(textOf(named('evaluation', later))).not.toContain('Écarts')
})

test('a name that no document bears gives none', () => {
  for (const name of ['fiche-9', 'fiche', 'bilan-26', 'evaluation-1', 'guide-x', '../fiche-1'])
    expect([name, planDocumentOf(source, name)]).toEqual([name, null])
})

test('a document is known to repeat a quote by its words, and a guide repeats none', () => {
  const [{ text }] = source.quotes as [(typeof source.quotes)[0]]
  expect(['fiche-1', 'fiche-2', 'evaluation', 'guide-general'].map((name) => repeats(named(name), text))).toEqual([
    true,
    false,
    true,
    false,
  ])
})
