import { expect, test } from 'vitest'
import { findingsOf } from '../../analysis/findings.ts'
import { representativityOf } from '../../analysis/measures/representativity.ts'
import { wavesOf } from '../../analysis/measures/waves.ts'
import type { ReferenceTables } from '../../analysis/reference-tables.ts'
import { weigh } from '../../analysis/weigh.ts'
import type { Answers } from '../../surveys/response.ts'
import { provisionalZones } from '../../surveys/territory.ts'
import { indicator, small, studyOf, times } from './study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'] })
const none = { date: '', source: '', rows: [] }
const zone = (value: string, count: number) => ({ variable: 'Zone', value, unit: 'ménages' as const, count })
const reference = (rows: ReferenceTables['margins']['rows']): ReferenceTables => ({
  zones: provisionalZones,
  frames: none,
  margins: { date: '2022-01-01', source: 'INSEE', rows },
  supply: none,
  places: none,
  slices: none,
  prices: none,
  ratios: none,
  attendance: none,
  costs: none,
})
const halves = reference([zone('Lavaur', 500), zone('Saint-Sulpice-la-Pointe', 500)])
const answers: Answers[] = [
  ...times(150, { garde: 'oui', commune: '81140' }),
  ...times(50, { garde: 'non', commune: '81271' }),
]

test('margins bring each zone to its part, weighted beside unweighted', () => {
  const [finding] = findingsOf({ ...studyOf(answers, [own]), reference: halves }).findings
  expect(finding!.estimate.value).toBe(0.75)
  expect(finding!.weighted!.value).toBe(0.5)
  expect(plain(finding!.sentence)).toContain('Redressé (zone) : 50 %')
  // the weights take the figure out of its own interval
  expect(finding!.strength).toBe('fragile')
  expect(finding!.limits.at(-1)).toContain('dépend de qui a répondu')
})

test('without margins nothing is weighted, and the reason is told', () => {
  expect(weigh(studyOf(answers, [own]))).toEqual({
    weighting: null,
    why: 'Aucune marge n’est saisie pour ces réponses.',
  })
  expect(findingsOf(studyOf(answers, [own])).findings[0]!.weighted).toBeUndefined()
})

test('a margin of a zone where nobody answered is refused in words, never forced', () => {
  const study = { ...studyOf(answers, [own]), reference: reference([...halves.margins.rows, zone('Sud', 300)]) }
  const weighed = weigh(study)
  expect(weighed.weighting === null && weighed.why).toContain('personne n’a répondu')
})

test('a household that does not tell its zone keeps a mean weight, and the base does not change', () => {
  const study = { ...studyOf([...answers, ...times(20, { garde: 'oui' })], [own]), reference: halves }
  const [finding] = findingsOf(study).findings
  expect([finding!.estimate, finding!.weighted].map((one) => one?.base)).toEqual([220, 220])
})

test('the zone that answered less than it counts is where to go next', () => {
  const { sentences, grids } = representativityOf({ ...studyOf(answers, [own]), reference: halves }, [
    ...times(100, {}).map(() => 'web'),
    ...times(100, {}).map(() => 'paper'),
  ])
  expect(sentences.join(' ')).toContain('Où aller ensuite')
  expect(sentences.join(' ')).toContain('Saint-Sulpice-la-Pointe')
  expect(grids.map(({ title }) => title)).toEqual(['Par zone', 'Par façon de répondre', 'Effet du redressement'])
})

test('without register or margin nobody is said to be missing', () => {
  expect(representativityOf(studyOf(answers, [own])).sentences[0]).toContain('on ne peut pas dire qui manque')
})

const wave = (label: string, yes: number, no: number, questionnaire = small) => ({
  label,
  study: studyOf([...times(yes, { garde: 'oui' }), ...times(no, { garde: 'non' })], [own], questionnaire),
})

test('a change between two waves is told when it stands, and not explained', () => {
  const [found] = wavesOf(wave('2025', 80, 120), wave('2026', 130, 70))
  expect(found!.established).toBe(true)
  expect(found!.change!.change).toBe(0.25)
  expect(plain(found!.sentence)).toContain('Hausse de 25 points')
  expect(found!.sentence).toContain('cela ne dit pas pourquoi')
})

test('a small change is not established', () => {
  const [found] = wavesOf(wave('2025', 98, 102), wave('2026', 102, 98))
  expect(found!.established).toBe(false)
  expect(found!.sentence).toContain('L’écart n’est pas établi')
})

test('when one wave may not be shown, its difference with the other is not either', () => {
  const [found] = wavesOf(wave('2025', 3, 197), wave('2026', 100, 100))
  expect([found!.earlier.value, found!.change]).toEqual([null, null])
})

test('an indicator whose answers changed is not compared', () => {
  const other = { label: '2026', study: studyOf(answers, [{ ...own, wanted: ['oui', 'parfois'] }]) }
  expect(wavesOf(wave('2025', 80, 120), other)).toEqual([])
})
