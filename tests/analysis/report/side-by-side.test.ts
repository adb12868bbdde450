/** The results of an objective as one table: what each sentence says is drawn, what all of them end with is said once. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { resultBlocks } from '../../../analysis/report/short/side-by-side.ts'
import type { Grid } from '../../../analysis/report/tree.ts'

const of = (share: number) => publishedEstimate(share, 200, { worth: 1, peoplePerAnswer: 1, noise: 5 })
const finding = (indicator: string, sentence: string, estimate = of(0.42), aside?: ReturnType<typeof of>) =>
  ({
    questionnaire: 'familles',
    indicator,
    objective: 1,
    title: indicator,
    sentence,
    estimate,
    strength: 'indicatif',
    limits: [],
    ...(aside && { aside: { label: 'Aucun', estimate: aside } }),
  }) as unknown as Finding
const gridOf = (findings: Finding[]): Grid =>
  resultBlocks(findings).flatMap((block) => (block.kind === 'grid' ? [block.grid] : []))[0]!

test('the share that is drawn is the one that the sentence says first', () => {
  const [said, none, other] = gridOf([
    finding('a', '42\u202f% manquent d’une garde (entre 36\u202f% et 49\u202f%).'),
    finding('b', 'Aucun choix ne se détache nettement en tête.'),
    finding('c', '60\u202f% n’en ont aucun. Les autres citent le prix, à 42\u202f%.', of(0.42), of(0.6)),
  ]).rows
  expect(said!.share?.value).toBe(0.42)
  expect(none!.share).toBeUndefined()
  expect(other!.share?.value).toBe(0.6)
})

test('what every sentence ends with is said once, under them', () => {
  const first = 'Question posée dans la partie facultative du questionnaire. Réponses de 2025 et 2026 réunies.'
  const second = 'Réponses de 2025 et 2026 réunies. Chiffre arrêté au 26 novembre 2026.'
  const grid = gridOf([finding('a', `12\u202f% viennent. ${first}`), finding('b', `42\u202f% partent. ${second}`)])
  expect(grid.notes).toEqual(['Réponses de 2025 et 2026 réunies.'])
  expect(grid.rows.map(({ label }) => label)).toEqual([
    '12\u202f% viennent. Question posée dans la partie facultative du questionnaire.',
    '42\u202f% partent. Chiffre arrêté au 26 novembre 2026.',
  ])
  // all of it, even what a finding says of many
  const alike = gridOf(['a', 'b'].map((id) => finding(id, `12\u202f% viennent. ${first}`)))
  expect(alike.notes).toEqual([first])
  // one sentence keeps its own
  expect(gridOf([finding('a', `12\u202f% viennent. ${first}`)]).notes).toEqual([])
})

test('beside the figure of another public, one of an earlier day has it', () => {
  const twin = (questionnaire: string, sentence: string): Finding => ({
    ...finding('sorties', sentence),
    questionnaire,
    source: { title: questionnaire } as Finding['source'],
  })
  const grid = gridOf([
    twin('jeunes-11-15', '42\u202f% sortent. Chiffre arrêté au 26 novembre 2026.'),
    twin('jeunes-16-25', '42\u202f% sortent.'),
  ])
  const [dated, fresh] = grid.rows[0]!.cells.map((one) =>
    one.kind === 'text' ? one.text.replace(/[\u00a0\u202f]/g, ' ') : '',
  )
  expect(dated).toMatch(/, indicatif ; chiffre arrêté au 26 novembre 2026$/)
  expect(fresh).toMatch(/, indicatif$/)
})
