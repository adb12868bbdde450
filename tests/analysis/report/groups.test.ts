/** Groups compared, in a sentence that is read alone. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import type { Finding } from '../../../analysis/findings/finding.ts'
import {
  type Comparison,
  comparisonGrid,
  gapSentence,
  seriesOf,
  widestOf,
  withoutGap,
  worthReading,
} from '../../../analysis/report/short/groups.ts'

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

// of two zones with 62 %, one alone was named
test('who has the figure of the highest or the lowest is named too', () => {
  const members = [member('Nord', 0.6), member('Autres', 0.2), member('Est', 0.6), member('Sud', 0.2), member('X', 0.4)]
  const series: Comparison['series'] = { title: 'Selon : zone', answer: '', members }
  const [most, other, , least] = members
  const of = (low: typeof least) =>
    gapSentence({ finding: {} as Finding, series, most: most!, least: low!, established: true }).replace(
      /[\u00a0\u202f]/g,
      ' ',
    )
  expect(of(least).split('établi. ')[1]).toBe(
    'Est : même chiffre que Nord. Les autres, ensemble : même chiffre que Sud.',
  )
  expect(of(other).split('établi. ')[1]).toBe(
    'Est : même chiffre que Nord. Sud : même chiffre que les autres, ensemble.',
  )
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

const asked = 'comment venez-vous le plus souvent ?'
/** A finding whose mean stands beside the shares of its stops, by the way people come. */
function summary(car: number, bus: number, means: number[] = []): Finding {
  const cell = (share: number) => ({ kind: 'estimate' as const, estimate: publishedEstimate(share, 90, precision) })
  const mean = (value: number) => ({
    kind: 'estimate' as const,
    estimate: { ...publishedEstimate(0.5, 45, precision), value, low: value - 0.2, high: value + 0.2, unit: 'score' },
  })
  const groups = ['En bus', 'En voiture']
  const stops = { title: `Selon : ${asked}`, base: '', columns: ['Réponse', ...groups], notes: [] }
  const averages = { title: `Moyenne selon : ${asked}`, base: '', columns: ['', 'Moyenne'], notes: [] }
  return {
    ...{
      title: 'Nombre d’enfants, en moyenne',
      questionnaire: 'q',
      indicator: 'enfants',
      source: { field: 'enfants' },
    },
    estimate: { ...publishedEstimate(0.5, 90, precision), value: 1.9, unit: 'score' },
    chart: { kind: 'bars', unit: 'share', bars: [] },
    breakdowns: [
      { table: { ...stops, rows: [{ label: '2', cells: [cell(bus), cell(car)] }] } },
      ...(means.length === 0
        ? []
        : [
            {
              isWhole: true,
              table: { ...averages, rows: means.map((value, at) => ({ label: groups[at]!, cells: [mean(value)] })) },
            },
          ]),
    ],
  } as unknown as Finding
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

// under « Nombre d’enfants, en moyenne », « réponse « 2 » : En bus 37 % » and no gap at all
test('a mean is compared by means, or by a stop whose gap is established, and by no other stop', () => {
  expect(worthReading([summary(0.3, 0.37)])).toEqual([])
  // it is said of it that no gap is established
  expect(withoutGap([summary(0.3, 0.37)])).toHaveLength(1)
  expect(withoutGap([summary(0.1, 0.7)])).toEqual([])
  const [established] = worthReading([summary(0.1, 0.7)])
  expect(established!.series.answer).toBe('2')
  const [means] = worthReading([summary(0.3, 0.37, [2.4, 1.2])])
  expect(plain(gapSentence(means!))).toBe(
    'Selon la réponse à « Comment venez-vous le plus souvent ? », en moyenne : En bus, 2,4 (entre 2,2 et 2,6) ; En voiture, 1,2 (entre 1,0 et 1,4). L’écart est établi.',
  )
  expect(plain(comparisonGrid(means!).grid.title)).toBe('Moyenne selon « Comment venez-vous le plus souvent ? »')
})

// « Tableau 2. 2 · Selon : comment venez-vous le plus souvent ?. Part dans… »
test('the caption of a comparison names the answer as one, and a question keeps its sign alone', () => {
  const caption = (title: string, answer: string) => {
    const series = { title, answer, members: [member('Nord', 0.6), member('Sud', 0.2)] }
    const [most, least] = series.members as [(typeof series.members)[0], (typeof series.members)[0]]
    const { grid } = comparisonGrid({
      finding: { title: 'Titre ?' } as Finding,
      series,
      most,
      least,
      established: true,
    })
    return plain(`${grid.title} · ${grid.base}`)
  }
  expect(caption(`Selon : ${asked}`, '2')).toBe(
    'Réponse « 2 » selon « Comment venez-vous le plus souvent ? » · Part dans chaque groupe, avec son intervalle à 95 %',
  )
  expect(caption('Selon : zone', '')).toBe('Par zone · Part dans chaque groupe, avec son intervalle à 95 %')
})

// « L’écart est établi » on the committee's page, under a table of which the finding says that none is
test('a gap is established among every pair of its table, as under that table, and the widest of those is told', () => {
  const cell = (share: number, base = 200) => ({
    kind: 'estimate' as const,
    estimate: publishedEstimate(share, base, precision),
  })
  const findingOf = (columns: string[], rows: Record<string, ReturnType<typeof cell>[]>) =>
    ({
      questionnaire: 'jeunes',
      indicator: 'lieux',
      source: { field: 'lieux' },
      estimate: publishedEstimate(0.5, 400, precision),
      breakdowns: [
        {
          table: {
            ...{ title: 'Selon : zone', base: '', notes: [], columns: ['Réponse', ...columns] },
            rows: Object.entries(rows).map(([label, cells]) => ({ label, cells })),
          },
        },
      ],
    }) as unknown as Finding
  const told = (finding: Finding) => {
    const { most, least, established } = widestOf(finding)!
    return [most.label, least.label, established]
  }
  const one = { 'Chez des amis': [cell(0.5, 80), cell(0.32, 80)] }
  const others = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`Lieu ${at}`, [cell(0.4), cell(0.4)]]))
  expect(told(findingOf(['Nord', 'Sud'], one))).toEqual(['Nord', 'Sud', true])
  expect(told(findingOf(['Nord', 'Sud'], { ...one, ...others }))).toEqual(['Nord', 'Sud', false])
  // a small group stands further out, and nothing tells it from the others
  const three = { 'Chez des amis': [cell(0.45, 15), cell(0.4, 400), cell(0.28, 400)] }
  expect(told(findingOf(['Est', 'Nord', 'Sud'], three))).toEqual(['Nord', 'Sud', true])
})

// « De 501 à 800, 51 % (28-74) ; 1 501 et plus, 10 % (3-32). L’écart est établi » led the comparisons to read, the explorer proposed none
test('a comparison to read is clear among all those of the report, and between figures that can be cited', () => {
  const findingOf = (field: string, shares: [number, number][]) => {
    const cells = shares.map(([share, base]) => ({
      kind: 'estimate' as const,
      estimate: publishedEstimate(share, base, precision),
    }))
    const columns = ['Réponse', ...shares.map((_, at) => `Groupe ${at}`)]
    const table = { title: 'Selon : quotient', base: '', notes: [], columns, rows: [{ label: 'Oui', cells }] }
    return {
      ...{ questionnaire: 'loisirs', indicator: field, source: { field } },
      estimate: publishedEstimate(0.5, 400, precision),
      breakdowns: [{ table }],
    } as unknown as Finding
  }
  const few = findingOf('vacances', [
    [0.6, 24],
    [0.08, 32],
  ])
  expect(widestOf(few)!.established).toBe(true)
  expect(worthReading([few])).toEqual([])
  const near = findingOf('prix', [
    [0.5, 200],
    [0.39, 200],
  ])
  expect(worthReading([near])).toHaveLength(1)
  const others = Array.from({ length: 40 }, (_, at) =>
    findingOf(`autre${at}`, [
      [0.4, 200],
      [0.4, 200],
    ]),
  )
  expect(widestOf(near)!.established).toBe(true)
  expect(worthReading([near, ...others])).toEqual([])
  const wide = findingOf('lieu', [
    [0.7, 200],
    [0.3, 200],
  ])
  expect(worthReading([near, wide, few, ...others]).map(({ finding }) => finding)).toEqual([wide])
})
