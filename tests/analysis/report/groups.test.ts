/** Groups compared, in a sentence that is read alone. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { type Comparison, gapSentence } from '../../../analysis/report/short/groups.ts'

const precision = { worth: 1, peoplePerAnswer: 1, noise: 5 }
const member = (label: string, share: number) => ({ label, estimate: publishedEstimate(share, 200, precision) })
const said = (title: string, answer: string, least = 'Sud') => {
  const [most, other] = [member('Nord', 0.6), member(least, 0.2)]
  const series: Comparison['series'] = { title, answer, members: [most, other] }
  const comparison = { finding: {} as Finding, series, most, least: other, established: true }
  return gapSentence(comparison)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/ \(entre [^()]+\)/g, '')
}

test('a gap says by what the groups differ, their two shares, and whether it is established', () => {
  expect(said('Selon : zone', 'Le prix')).toBe(
    'Par zone, réponse « Le prix » : Nord, 60 % ; Sud, 20 %. L’écart est établi.',
  )
})

// « Par et où es-tu le plus souvent ?, réponse « Être tranquille » », « Lavaur, 69 % ; Autres, 33 % »
test('groups of a question are named by it, and those put together as what they are', () => {
  expect(said('Selon : et où es-tu le plus souvent ?', '')).toBe(
    'Selon la réponse à « Et où es-tu le plus souvent ? » : Nord, 60 % ; Sud, 20 %. L’écart est établi.',
  )
  expect(said('Selon : zone', '', 'Autres')).toContain('; les autres, ensemble, 20 %.')
})
