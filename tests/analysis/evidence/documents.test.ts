import { expect, test } from 'vitest'
import { planDocumentOf, repeats } from '../../../analysis/evidence/documents/documents.ts'
import type { PlanAction, PlanSource } from '../../../analysis/evidence/documents/source.ts'
import type { EvidenceItem } from '../../../analysis/evidence/item.ts'
import type { Block, Report } from '../../../analysis/report/tree.ts'

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

test('what nobody has said is a line to fill in, never a sentence made up', () => {
  const blanks = (report: Report) => {
    const inside = (blocks: Block[]): number => blocks.filter(({ kind }) => kind === 'blank').length
    return report.parts.reduce((sum, { blocks }) => sum + inside(blocks), 0)
  }
  expect(blanks(named('fiche-1'))).toBe(0)
  // the decision, what was done, the next steps
  expect(blanks(named('fiche-2'))).toBe(3)
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

test('the evaluation puts planned, done, results, gaps and next under each action', () => {
  const text = textOf(named('evaluation'))
  for (const term of ['Prévu', 'Fait', 'Résultats', 'Écarts'])
    expect(text.split(`"term":"${term}"`).length - 1, term).toBe(source.actions.flatMap((one) => one.objectives).length)
  for (const words of ['Rien à ce jour', '12 séances', '4 entretiens', 'Pas de salle.', 'Une salle.'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/\d\s?%/)
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
