/** Those who need a service answer more readily: what a report may say of everybody when it knows only them. */
import { expect, test } from 'vitest'
import type { ReferenceTables } from '../../../analysis/design/reference-tables.ts'
import { boundsOf } from '../../../analysis/findings/bounds.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { exactFindingsOf, indicator, studyOf, times } from '../columns/study.ts'
import { noTables } from '../columns/tables.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const need = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
const communes = ['81140', '81271'] as const
const dated = <Row>(rows: Row[]) => ({ date: '2022-01-01', source: 'INSEE', rows })
const zone = (value: string, count: number) => ({ variable: 'Zone', value, unit: 'ménages' as const, count })

/** Both zones of as many families as the register counts. */
const known = (families: number, more: ReferenceTables['margins']['rows'] = []): ReferenceTables => ({
  ...noTables,
  frames: dated([{ zone: 'Ensemble', population: 'ménages' as const, age: '', count: families }]),
  margins: dated([zone('Lavaur', families / 2), zone('Saint-Sulpice-la-Pointe', families / 2), ...more]),
})

/** A population where 39 % need it; a quarter responds, and those who need it twice as readily. */
function responding(seed: number, families: number, truth: number): Answers[] {
  const random = seeded(seed)
  return Array.from({ length: families }, (_, family) => {
    const needs = family < families * truth
    const commune = communes[family % 2]!
    return random() < (needs ? 0.4 : 0.186) ? [{ garde: needs ? 'oui' : 'non', commune }] : []
  }).flat()
}

test('truth 39 %, response driven by the need: never « solide », and the truth is within the bounds told', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const families = 4000
    const study = { ...studyOf(responding(seed, families, 0.39), [need]), reference: known(families) }
    const [finding] = findingsOf(study).findings
    expect(finding!.estimate.value).toBeGreaterThan(0.5)
    expect(finding!.strength).not.toBe('solide')
    const { low, high, half, rate } = finding!.bounds!
    expect(rate).toBeCloseTo(0.27, 1)
    expect(low).toBeLessThan(0.39)
    expect(high).toBeGreaterThan(0.39)
    expect(Math.abs(half - 0.39)).toBeLessThan(0.06)
  }
})

test('response rate and bounds are told in words', () => {
  const answers = communes.flatMap((commune) => [
    ...times(290, { garde: 'oui', commune }),
    ...times(210, { garde: 'non', commune }),
  ])
  const [finding] = exactFindingsOf({ ...studyOf(answers, [need]), reference: known(4000) }).findings
  expect(plain(finding!.bounds!.text)).toBe(
    '25 % des familles ont répondu. Si les silencieux étaient moitié moins concernés, ce serait 36 % ; au plus bas 13 %, au plus haut 91 %.',
  )
  expect(exactFindingsOf(studyOf(answers, [need])).findings[0]!.bounds).toBeUndefined()
})

// « 22 % des familles ont répondu », of the south; a number stood under « aucun choix ne se détache ».
test('bounds say of which zone they are, and stand under a figure only', () => {
  const estimate = {
    value: 0.5,
    low: 0.4,
    high: 0.6,
    base: 100,
    effectiveBase: 100,
    unit: 'share' as const,
    method: '',
  }
  const told = boundsOf(estimate, 0.22, 'households', { audience: 'families' }, { zone: 'Sud' })
  expect(plain(told!.text)).toMatch(/^22 % des familles de la zone Sud ont répondu\. Si/)
  const who = ['creche', 'assmat', 'parent', 'amis', 'voisin', 'club']
  const level = communes.flatMap((commune) => who.flatMap((one) => times(20, { garde: one, commune })))
  const choices = who.map((value) => ({ value, text: value }))
  const { definition, ...rest } = studyOf([], [need]).questionnaire
  const pages = definition.pages.map((page) => ({
    ...page,
    elements: page.elements.map((one) => (one.name === 'garde' ? { ...one, choices } : one)),
  }))
  const first = indicator({
    field: 'garde',
    measure: 'shares',
    sentence: '{value} citent {top} ({interval} ; {base} réponses).',
  })
  const study = { ...studyOf(level, [first], { ...rest, definition: { pages } }), reference: known(4000) }
  const [open] = exactFindingsOf(study).findings
  expect(plain(open!.sentence)).toContain('aucun choix ne se détache')
  expect(open!.bounds).toBeUndefined()
})

const half = (families: number): Answers[] =>
  communes.flatMap((commune) => [
    ...times(families / 4, { garde: 'oui', commune, sante: 'oui' }),
    ...times(families / 4, { garde: 'non', commune, sante: 'non' }),
  ])

test('« solide » asks that four in five responded', () => {
  const strengthAt = (families: number) =>
    exactFindingsOf({ ...studyOf(half(1200), [need]), reference: known(families) }).findings[0]!.strength
  expect([strengthAt(1400), strengthAt(1600)]).toEqual(['solide', 'indicatif'])
})

test('or that a known share of the same topic agrees with the answers as they came', () => {
  const topic = indicator({ field: 'garde', measure: 'share', wanted: ['oui'], objective: 2 })
  const margin = (yes: number) => [
    { variable: 'sante', value: 'oui', unit: 'ménages' as const, count: 10_000 * yes },
    { variable: 'sante', value: 'non', unit: 'ménages' as const, count: 10_000 * (1 - yes) },
  ]
  const strengthWith = (yes: number, given = topic) =>
    exactFindingsOf({ ...studyOf(half(2000), [given]), reference: known(10_000, margin(yes)) }).findings[0]!.strength
  expect([strengthWith(0.5), strengthWith(0.42)]).not.toContain('non concluant')
  expect(strengthWith(0.5)).toBe('solide')
  expect(strengthWith(0.42)).not.toBe('solide')
  // of another objective
  expect(strengthWith(0.5, need)).toBe('indicatif')
})
