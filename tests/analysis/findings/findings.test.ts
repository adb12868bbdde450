import { expect, test } from 'vitest'
import { leadersOf } from '../../../analysis/comparisons/leaders.ts'
import type { Noise } from '../../../analysis/disclosure/perturbation.ts'
import type { Estimate } from '../../../analysis/estimates/estimate.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { inconclusive, sentenceOf } from '../../../analysis/findings/sentence.ts'
import { strengthOf } from '../../../analysis/findings/strength.ts'
import { strengthBadge } from '../../../analysis/report/finding-blocks.ts'
import { amount, date, interval, percent } from '../../../analysis/text/format.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { indicator, studyOf, times, unperturbed } from '../columns/study.ts'

const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
const finding = (answers: Answers[], given = own) => findingsOf(studyOf(answers, [given]), unperturbed).findings[0]!
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test('a finding is joined to the plan and says its base and interval', () => {
  const one = finding([...times(60, { garde: 'oui' }), ...times(60, { garde: 'non' })])
  expect([one.objective, one.action, one.questionnaire]).toEqual([1, 1, 'petit'])
  expect(plain(one.sentence)).toBe('Titre : 50 % des familles (entre 40 % et 60 % ; 120 réponses).')
  expect(one.source).toEqual({
    questionnaire: 'petit',
    title: 'Petit questionnaire',
    version: 1,
    field: 'garde',
    question: 'Une garde ?',
  })
})

test('below eleven answers not even their number is published', () => {
  const one = finding([...times(6, { garde: 'oui' }), ...times(4, { garde: 'non' })])
  expect(plain(one.sentence)).toBe('Titre : trop peu de réponses pour donner un chiffre.')
  expect(one.estimate).toEqual({ value: null, why: 'too-few', base: null })
  expect(JSON.stringify(one)).not.toMatch(/"base":(10|6|4)\b/)
})

// « 1 953 réponses » stood beside a questionnaire that 1 200 families had answered.
test('a base is named for what it counts: children where children are described', () => {
  const of = (unit: 'children' | 'households') => {
    const one = finding([...times(18, { garde: 'oui' }), ...times(18, { garde: 'non' })])
    return strengthBadge({ ...one, evidence: { ...one.evidence, unit } })
  }
  expect([of('children'), of('households')].map((one) => plain((one as { beside: string }).beside))).toEqual([
    '35 enfants · « Petit questionnaire »',
    '35 réponses · « Petit questionnaire »',
  ])
  expect(plain(inconclusive('Garde', 45, 'children'))).toBe(
    'Garde : avec des réponses pour 45 enfants en tout, la fourchette est trop large pour conclure.',
  )
  expect(plain(inconclusive('Garde', null, 'children'))).toBe('Garde : trop peu de réponses pour donner un chiffre.')
})

test('from eleven to twenty-nine answers the finding is told in words, without any number', () => {
  const one = finding([...times(19, { garde: 'oui' }), ...times(4, { garde: 'non' })])
  expect(plain(one.sentence)).toBe('Titre : avec moins de 30 réponses en tout, impossible de conclure.')
  expect(one.estimate).toEqual({ value: null, why: 'in-words', words: 'la plupart', base: null })
  expect([one.strength, one.table, one.evidence.base]).toEqual(['non concluant', undefined, null])
})

test('below the floor of strength only the number of answers is published', () => {
  const one = finding([...times(16, { garde: 'oui' }), ...times(16, { garde: 'non' })])
  expect(plain(one.sentence)).toBe('Titre : avec 30 réponses en tout, la fourchette est trop large pour conclure.')
  expect(one.estimate).toEqual({ value: null, why: 'too-few', base: 30 })
})

test('a finding says the noise of its counts', () => {
  const one = finding(times(120, { garde: 'oui' }))
  expect(one.evidence.noise).toEqual({ variance: 5, largest: 7, blocked: 3 })
})

test('the answer that is published as the largest comes first, whatever the true counts', () => {
  const ranked = indicator({ field: 'garde', measure: 'shares', sentence: '« {top} » : {value}.' })
  const answers = [...times(60, { garde: 'oui' }), ...times(58, { garde: 'non' })]
  const turned: Noise = ({ people }) => (people === 58 ? 64 : people)
  const [one] = findingsOf(studyOf(answers, [ranked]), turned).findings
  expect(plain(one!.sentence)).toBe(
    'Titre : « NON » : 54 %. Une autre réponse vient ensuite, sans écart sûr avec la première.',
  )
  expect(one!.table!.rows.map(({ label }) => label)).toEqual(['NON', 'OUI', 'PARFOIS'])
})

test('without any answer it says so', () => {
  expect(plain(finding([]).sentence)).toBe('Titre : aucune réponse à ce jour.')
  // said of a question asked under a condition, « aucune réponse » alone sounded as if everybody had been silent
  expect(plain(inconclusive('Titre', 0, 'households', { isFiltered: true }))).toBe(
    'Titre : aucune réponse à ce jour ; la question n’est posée qu’à certains répondants.',
  )
})

test('all of a sensitive group said the same: no more is told than of nearly all of them', () => {
  const health = indicator({ field: 'sante', measure: 'share', wanted: ['oui'], objective: 2 })
  const of = (no: number) => finding([...times(100 - no, { sante: 'oui' }), ...times(no, { sante: 'non' })], health)
  expect(of(0).estimate).toEqual(of(3).estimate)
  expect(plain(of(0).sentence)).toContain('Titre : plus de 95 % des familles.')
})

test('answers that came by themselves are at most « indicatif », however many', () => {
  const answers = [...times(3000, { garde: 'oui' }), ...times(3000, { garde: 'non' })]
  expect(finding(answers).strength).toBe('indicatif')
})

const share = (value: number, low: number, high: number, effectiveBase: number): Estimate => ({
  value,
  low,
  high,
  base: effectiveBase,
  effectiveBase,
  unit: 'share',
  method: '',
})

test('strength follows the written rules', () => {
  expect(strengthOf(share(0.5, 0.46, 0.54, 600), true)).toBe('solide')
  expect(strengthOf(share(0.5, 0.46, 0.54, 600), false)).toBe('indicatif')
  expect(strengthOf(share(0.5, 0.41, 0.59, 120), true)).toBe('indicatif')
  expect(strengthOf(share(0.5, 0.36, 0.64, 50), true)).toBe('fragile')
  expect(strengthOf(share(0.5, 0.32, 0.68, 29), true)).toBe('non concluant')
  expect(strengthOf(share(0.5, 0.33, 0.67, 35), true)).toBe('non concluant')
})

test('a first place that is not clearly first says which answers may share it', () => {
  const top = { label: 'Prix', estimate: share(0.4, 0.35, 0.45, 300) }
  const close = { label: 'Lieu', estimate: share(0.37, 0.32, 0.42, 300) }
  const far = { label: 'Heures', estimate: share(0.1, 0.07, 0.14, 300) }
  const said = (others: (typeof top)[]) => {
    const leaders = leadersOf([top, ...others], { worth: 1, peoplePerAnswer: 1, noise: 5 })
    const of = { title: 'Titre', who: 'familles', unit: 'households' } as const
    return plain(sentenceOf('« {top} » : {value} des jeunes (…).', top.estimate, leaders, null, of))
  }
  expect(said([close, far])).toBe(
    '« Prix » : 40 % des jeunes (…). La réponse « Lieu » vient ensuite, sans écart sûr avec la première.',
  )
  expect(said([far])).toBe('« Prix » : 40 % des jeunes (…).')
})

test('shares are whole per cents, and what is neither none nor all never reads as 0 or 100', () => {
  expect([0, 0.001, 0.42, 0.999, 1].map(percent).map(plain)).toEqual([
    '0 %',
    'moins de 1 %',
    '42 %',
    'plus de 99 %',
    '100 %',
  ])
  expect(percent(0.42)).toBe('42\u202f%')
})

test('the first of a month is « 1er », the other days plain numbers', () => {
  expect(['2026-03-01', '2026-03-11', '2026-03-31'].map(date).map(plain)).toEqual([
    '1er mars 2026',
    '11 mars 2026',
    '31 mars 2026',
  ])
})

test('intervals are rounded outwards, and never to a single point', () => {
  expect(plain(interval(share(0.42, 0.368, 0.472, 100)))).toBe('entre 36 % et 48 %')
  expect(plain(interval(share(0, 0, 0, 900)))).toBe('entre 0 % et 1 %')
  expect(plain(interval(share(1, 1, 1, 900)))).toBe('entre 99 % et 100 %')
  expect(plain(amount(510, 'minutes'))).toBe('8 h 30')
  expect(plain(amount(1234.4, 'children'))).toBe('1 234')
})
