/** Groups compared, in a sentence that is read alone. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import { type Comparison, comparisonGrid, gapSentence, seriesOf } from '../../../analysis/report/short/groups.ts'

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

// « Zone Sud, 48 % » of November stood beside figures of a later publication
test('a figure of an earlier day has its day', () => {
  const saidWith = (first?: string, second?: string) => {
    const [most, least] = [
      { ...member('Nord', 0.6), day: first },
      { ...member('Sud', 0.2), day: second },
    ]
    const series: Comparison['series'] = { title: 'Selon : zone', answer: '', members: [most, least] }
    const comparison = { finding: { title: 'Titre' } as Finding, series, most, least, established: true }
    const sentence = gapSentence(comparison).replace(/[\u00a0\u202f]/g, ' ')
    return [
      sentence.split('établi. ')[1],
      ...comparisonGrid(comparison).grid.notes.map((one) => one.replace(/[\u00a0\u202f]/g, ' ')),
    ]
  }
  const [first, second] = ['2026-11-26', '2026-11-28']
  expect(saidWith()).toEqual([undefined])
  expect(saidWith(undefined, first)).toEqual([
    'Sud : chiffre arrêté au 26 novembre 2026.',
    'Sud : chiffre arrêté au 26 novembre 2026.',
  ])
  expect(saidWith(first, first)).toEqual([
    'Chiffres arrêtés au 26 novembre 2026.',
    'Nord et Sud : chiffres arrêtés au 26 novembre 2026.',
  ])
  expect(saidWith(second, first)[0]).toBe(
    'Sud : chiffre arrêté au 26 novembre 2026. Nord : chiffre arrêté au 28 novembre 2026.',
  )
})

test('a table of groups says from which day each member is', () => {
  const estimate = publishedEstimate(0.4, 200, precision)
  const line = (label: string) => ({ label, cells: [{ kind: 'estimate' as const, estimate }] })
  const table = {
    ...{ title: 'Selon : zone', base: '', columns: ['Zone', 'Part'], notes: [] },
    rows: [line('Nord'), line('Sud')],
    dated: [{ label: 'Sud', day: '2026-11-26' }],
  }
  const chart = { bars: [] } as unknown as NonNullable<Finding['breakdowns'][number]['chart']>
  const [series] = seriesOf({ breakdowns: [{ table, chart }] })
  expect(series!.members.map(({ day }) => day)).toEqual([undefined, '2026-11-26'])
})
