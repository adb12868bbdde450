import { expect, test } from 'vitest'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { knowMore } from '../../../analysis/findings/know-more.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'

const evidence: Finding['evidence'] = {
  base: 430,
  unit: 'households',
  effectiveBase: 408,
  weighted: true,
  method: null,
  period: null,
  trial: false,
}
const share = (value: number, half: number, effectiveBase: number) => ({
  value,
  low: value - half,
  high: value + half,
  base: 430,
  effectiveBase,
  unit: 'share' as const,
  method: 'Wilson',
})
const none = (base: number | null) => ({ value: null, why: 'too-few' as const, base })
const plain = (sentences: string[]) => sentences.map((one) => one.replace(/[\u00a0\u202f]/g, ' '))
const of = (finding: Partial<Finding>) =>
  plain(knowMore({ estimate: none(null), strength: 'non concluant', evidence, breakdowns: [], ...finding }))

test('the next grade says how many answers it asks for: an interval half as wide, four times as many', () => {
  expect(of({ estimate: share(0.5, 0.1, 408), strength: 'indicatif' })).toEqual([
    'Environ 1 720 réponses, au lieu de 430, donneraient un intervalle de moins de 10 points.',
    // said to be « solide » from that width on, beside findings as narrow that no other source confirms
    'Pour être « solide », ce chiffre devrait aussi être confirmé par une autre source, ou par quatre personnes sur cinq.',
  ])
  expect(of({ estimate: share(0.5, 0.25, 60), strength: 'fragile' })[0]).toMatch(
    / donneraient un intervalle de moins de 20 points : le résultat serait « indicatif »\.$/,
  )
})

test('where answers are enough, what is missing is another source', () => {
  expect(of({ estimate: share(0.5, 0.04, 408), strength: 'indicatif' })).toEqual([
    'Pour l’ensemble, plus de réponses n’y changeraient rien : il manque un chiffre d’une autre source pour vérifier celui-ci.',
  ])
  expect(of({ estimate: share(0.5, 0.04, 408), strength: 'solide' })).toEqual([])
})

test('without a figure, the answers it would take; children are counted as children', () => {
  expect(of({ evidence: { ...evidence, base: 20 } })).toEqual([
    'Il faudrait au moins 30 réponses à cette question pour donner un chiffre ; il y en a 20.',
  ])
  expect(of({ evidence: { ...evidence, base: 60, unit: 'children' } })).toEqual([
    'Il faudrait environ 90 enfants à cette question pour donner un chiffre.',
  ])
  expect(of({ evidence: { ...evidence, base: null } })[0]).toMatch(/environ 65 réponses/)
})

test('zones without a figure are named; answers that stand for nobody say what would weigh them', () => {
  const [first, second] = Object.values(zoneNames())
  const bar = (label: string, estimate: object) => ({ label, estimate, uncertain: false })
  const chart = { bars: [bar(first!, share(0.4, 0.1, 90)), bar(second!, none(4))] }
  const breakdowns = [{ table: {}, chart }] as unknown as Finding['breakdowns']
  const said = of({
    estimate: share(0.5, 0.04, 408),
    strength: 'solide',
    breakdowns,
    evidence: { ...evidence, weighted: false },
  })
  expect(said).toEqual([
    `Pour ${second}, il manque des réponses : un chiffre demande au moins 30 réponses par zone.`,
    'Les réponses ne sont pas redressées : les marges de la population (Territoire, Tables) le permettraient, sur une question posée ici.',
  ])
})

// 85 families had answered there, and the page asked for 30
test('a zone whose figure waits for newcomers is not said to lack answers', () => {
  const [first, second] = Object.values(zoneNames())
  const bar = (label: string, estimate: object) => ({ label, estimate, uncertain: false })
  const chart = { bars: [bar(first!, share(0.4, 0.1, 90)), bar(second!, { value: null, why: 'waiting', base: 0 })] }
  const breakdowns = [{ table: {}, chart }] as unknown as Finding['breakdowns']
  expect(of({ estimate: share(0.5, 0.04, 408), strength: 'solide', breakdowns })).toEqual([
    `Pour ${second}, le chiffre est en attente : trop peu de nouvelles réponses à cette question depuis la dernière publication qui le montrait. Il en faut 11 entre deux publications, pour que personne ne soit reconnu.`,
  ])
})
