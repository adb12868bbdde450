import { expect, test } from 'vitest'
import { type Changes, changesFrom } from '../../../api/fieldwork/changes.ts'
import { zoneNames } from '../../../surveys/authority/territory.ts'

type Read = Parameters<typeof changesFrom>[0]
const [first, second] = Object.values(zoneNames())
const share = { value: 0.4, low: 0.3, high: 0.5, base: 90, effectiveBase: 80, unit: 'share', method: '' }
const none = (why: string) => ({ value: null, why, base: 0 })
const bar = (label: string, estimate: object) => ({ label, estimate, uncertain: false })
const finding = (indicator: string, estimate: object, second: object = share, own: object = share) => ({
  indicator,
  estimate,
  breakdowns: [{ table: byZone(own, second), chart: { bars: [bar(first!, own), bar(secondName, second)] } }],
})
const cellOf = (estimate: object) =>
  'why' in estimate ? { kind: 'none', ...estimate } : { kind: 'estimate', estimate }
const byZone = (own: object, second: object) => ({
  title: 'Selon : zone',
  columns: ['Zone', 'Part', 'Intervalle à 95 %', 'Base'],
  rows: [
    { label: first, cells: [cellOf(own), { kind: 'count', value: 1 }] },
    { label: secondName, cells: [cellOf(second), { kind: 'count', value: 1 }] },
  ],
})
/** One line an answer, one column a group; `dated`: groups of an earlier day. */
const byAge = (indicator: string, groups: Record<string, object>, dated: { label: string; day: string }[] = []) => ({
  ...{ indicator, estimate: share },
  breakdowns: [
    {
      table: {
        ...{ title: 'Selon : tranche d’âge', columns: ['Réponse', ...Object.keys(groups)], dated },
        rows: [{ label: 'Oui', cells: Object.values(groups).map(cellOf) }],
      },
    },
  ],
})
const secondName = second!
const read = (number: number, responses: number, findings: object[]) =>
  ({ number, surveyed: { responses }, findings }) as unknown as Read
const plain = ({ said, kept }: Changes) =>
  // what a figure is comes last
  [...said, ...(kept?.sentences.slice(0, -1) ?? [])].map((one) => one.replace(/[\u00a0\u202f]/g, ' '))

// the page went back to its list, and nothing said what the new number was worth
test('a publication says what it changes from the one before, and which zones lost a figure', () => {
  const before = read(2, 1150, [finding('a', share), finding('b', none('too-few')), finding('c', share)])
  const more = { ...share, base: 110 }
  const now = read(3, 1200, [
    finding('a', share, none('waiting'), more),
    finding('b', share, more, more),
    finding('c', none('waiting'), more, more),
  ])
  expect(plain(changesFrom(before, now))).toEqual([
    '50 réponses de plus que la n° 2, à 5 près. Chaque base est arrondie et protégée à part : elle peut bouger d’un peu plus, ou d’un peu moins.',
    '1 résultat a un chiffre qui manquait ; 1 résultat n’a plus de chiffre.',
    `1 résultat perd son chiffre pour ${secondName}.`,
  ])
})

// « 15 réponses de plus », and nothing named the figures that had moved
test('with more responses, the results whose figures moved are named too', () => {
  const titled = (value: number) => ({
    ...byAge('a', { 'Moins de 30 ans': { ...share, value } }),
    title: 'Besoin d’une garde',
  })
  const said = plain(changesFrom(read(1, 300, [titled(0.4)]), read(2, 315, [titled(0.5)])))
  expect(said).toContain('1 résultat a changé, 1 valeur de ses tableaux.')
  expect(said.at(-1)).toMatch(/^« Besoin d’une garde » \(Selon : tranche d’âge, Oui\) : 40 % → 50 %\.$/)
  expect(plain(changesFrom(read(1, 300, [titled(0.4)]), read(2, 315, [titled(0.4)]))).join()).not.toMatch(/changé/)
})

test('the same responses and figures are said to be the same', () => {
  const same = [finding('a', share)]
  expect(plain(changesFrom(read(1, 300, same), read(2, 300, same)))).toEqual([
    'Les mêmes réponses que la n° 1.',
    'Aucun chiffre n’a changé.',
  ])
  // a table saved between the two is all that tells them apart
  expect(plain(changesFrom(read(1, 300, same), read(2, 300, same), ['Effectifs']))[1]).toBe(
    'Table enregistrée entre les deux : Effectifs.',
  )
})

// the whole territory « préfère ses proches » became « zone Sud : trop loin », and nothing said so
test('a result that puts another answer or zone forward is named', () => {
  const led = (indicator: string, row: string, more: object = {}) => ({
    ...finding(indicator, share),
    title: `Résultat ${indicator}`,
    standing: { row, column: 'Part' },
    ...more,
  })
  const of = (before: object[], now: object[]) => plain(changesFrom(read(1, 300, before), read(2, 300, now))).slice(2)
  expect(of([led('a', 'Loin')], [led('a', 'Proches')])).toEqual([
    'Ce qui est mis en avant change pour « Résultat a » : à relire avant de le citer.',
  ])
  // the same one is said first, with others that may be as frequent
  const both = { together: ['Loin', 'Proches'] }
  expect(of([led('a', 'Loin')], [led('a', 'Loin', both)])).toEqual([])
  // none was said to be first, and none is
  const many = { together: ['Loin', 'Proches', 'Cher', 'Plein', 'Tard', 'Autre'] }
  expect(of([led('a', 'Loin', many)], [led('a', 'Proches', many)])).toEqual([])
  expect(
    of(
      [led('a', 'Loin'), led('b', 'Cher', many), led('c', 'Part')],
      [led('a', 'Loin', { zone: 'sud' }), led('b', 'Cher'), led('c', 'Part')],
    ),
  ).toEqual([
    'Ce qui est mis en avant change pour 2 résultats : « Résultat a » et « Résultat b ». À relire avant de les citer.',
  ])
  // a zone that concludes nothing was not put forward
  expect(of([led('a', 'Loin')], [led('a', 'Loin', { zone: 'sud', isZoneOpen: true })])).toEqual([])
  expect(of([led('a', 'Loin')], [led('a', 'Proches', { estimate: none('waiting') })])).toEqual([])
  // frozen before a finding said where its figure stands
  expect(of([led('a', 'Loin', { standing: undefined })], [led('a', 'Loin')])).toEqual([])
})

// « Les mêmes résultats ont un chiffre » hid that two zones had those of the publication before
test('zones whose figures stay those of the publication before are named', () => {
  const of = (base: number) => ({ ...share, base })
  const both = (one: number, other: number) => [finding('a', share, of(other), of(one))]
  expect(plain(changesFrom(read(1, 300, both(90, 120)), read(2, 330, both(120, 120)))).at(-1)).toBe(
    `Gardés de la n° 1, faute d’assez de réponses nouvelles (il en faut 11 entre deux publications) : ${secondName}.`,
  )
  // of one made of the same answers, a table apart: it is still those of the first
  const three = [read(1, 300, both(90, 120)), read(2, 330, both(120, 120)), read(3, 330, both(120, 120))] as const
  expect(plain(changesFrom(three[1], three[2], ['Offre'], [three[0]])).slice(2)).toEqual([
    'Aucun chiffre n’a changé.',
    `Gardés de la n° 1, faute d’assez de réponses nouvelles (il en faut 11 entre deux publications) : ${secondName}.`,
  ])
  expect(plain(changesFrom(read(1, 300, both(90, 120)), read(2, 360, both(120, 150)))).at(-1)).toBe(
    'Les mêmes résultats ont un chiffre.',
  )
})

// a table of costs made a third publication, of which not one figure was another, and nothing said so
test('with the same responses, only what is read alike is said not to have changed', () => {
  const changesTo = (now: object) =>
    plain(changesFrom(read(1, 300, [finding('a', share)]), read(2, 300, [now]), ['Coûts'])).at(2)
  expect(changesTo(finding('a', share))).toBe('Aucun chiffre n’a changé.')
  expect(changesTo({ ...finding('a', share), sentence: 'Il faudrait 12 places.' })).toBe('1 résultat a changé.')
})

// « Les mêmes résultats ont un chiffre » was read where the children expected on Wednesdays went from 330 to 280
test('with the same responses, results whose figures are others are named with what they were', () => {
  const children = (value: number) => ({ ...share, value, low: value - 50, high: value + 50, unit: 'children' })
  const places = (certainly: number, probably: number, monday: number) => ({
    ...{ indicator: 'places', title: 'Jours demandés', estimate: share },
    breakdowns: [
      {
        isWhole: true,
        table: {
          ...{ title: 'Présence attendue', columns: ['Jour', 'Certainement', 'Probablement'] },
          rows: [
            { label: 'Mercredis', cells: [cellOf(children(certainly)), cellOf(children(probably))] },
            { label: 'Hiver, le lundi', cells: [cellOf(children(monday)), cellOf(none('too-few'))] },
          ],
        },
      },
    ],
  })
  const changesTo = (...now: object[]) =>
    plain(
      changesFrom(read(1, 300, [places(170, 330, 220), finding('a', share)]), read(2, 300, now), ['Présence']),
    ).slice(2)
  expect(changesTo(places(110, 280, 170), finding('a', share))).toEqual([
    '1 résultat a changé, 3 valeurs de ses tableaux.',
    '« Jours demandés » (Présence attendue, Mercredis) : Certainement 170 → 110 ; Probablement 330 → 280 ; et 1 autre valeur.',
  ])
  expect(changesTo(places(170, 330, 170), finding('a', share))).toEqual([
    '1 résultat a changé, 1 valeur de ses tableaux.',
    '« Jours demandés » (Présence attendue, Hiver, le lundi) : 220 → 170.',
  ])
})

// with more answers and a new table too, only an example that came from the answers was told
test('what a table changes by itself is told, where the same responses were read without it', () => {
  const children = (value: number) => ({ ...share, value, low: value - 50, high: value + 50, unit: 'children' })
  const places = (wednesday: number, monday: number, tuesday: number) => ({
    ...{ indicator: 'places', title: 'Jours demandés', estimate: share, breakdowns: [] },
    table: {
      ...{ title: 'Présence attendue', columns: ['Jour', 'Certainement'] },
      rows: [
        { label: 'Mercredis', cells: [cellOf(children(wednesday))] },
        { label: 'Hiver, le lundi', cells: [cellOf(children(monday))] },
        { label: 'Hiver, le mardi', cells: [cellOf(children(tuesday))] },
      ],
    },
  })
  const [before, between] = [read(1, 300, [places(330, 220, 500)]), read(2, 315, [places(330, 280, 400)])]
  const changesTo = (now: object, tables = ['Présence']) =>
    plain(changesFrom(before, read(4, 315, [now]), tables, [], between))[1]
  // what the answers moved as well is not told to come of the table
  expect(changesTo(places(280, 280, 350))).toBe(
    'Table enregistrée entre les deux : Présence. À elle seule, elle change 1 valeur : « Jours demandés » (Présence attendue, Mercredis) : 330 → 280.',
  )
  expect(changesTo(places(280, 280, 350), ['Présence', 'Effectifs'])).toMatch(
    /^Tables enregistrées entre les deux : Présence et Effectifs\. À elles seules, elles changent 1 valeur : /,
  )
  expect(changesTo(places(330, 280, 400))).toBe('Table enregistrée entre les deux : Présence.')
})

// five of the twelve busiest days were others, and no line that came or went was told
test('lines of a table that stand in the place of others are counted, with the first', () => {
  const peaks = (...labels: string[]) => ({
    ...{ indicator: 'places', title: 'Jours demandés', estimate: share },
    breakdowns: [
      {
        table: {
          ...{ title: 'Le jour le plus demandé', columns: ['Période', 'Certainement'] },
          rows: labels.map((label) => ({ label, cells: [cellOf(share)] })),
        },
      },
    ],
  })
  const changesTo = (responses: number, now: object) =>
    plain(
      changesFrom(read(1, 300, [peaks('Toussaint, le mardi', 'Hiver, le lundi')]), read(2, responses, [now])),
    ).slice(2)
  for (const responses of [300, 315])
    expect(changesTo(responses, peaks('Toussaint, le jeudi', 'Hiver, le lundi')).at(-1)).toBe(
      '« Jours demandés » : 1 ligne de « Le jour le plus demandé » est une autre, « Toussaint, le jeudi » au lieu de « Toussaint, le mardi ».',
    )
  expect(changesTo(315, peaks('Toussaint, le jeudi', 'Hiver, le jeudi')).at(-1)).toBe(
    '« Jours demandés » : 2 lignes de « Le jour le plus demandé » sont d’autres, dont « Toussaint, le jeudi » au lieu de « Toussaint, le mardi ».',
  )
  // the same lines in another order, or more of them, are none in the place of another
  expect(changesTo(315, peaks('Hiver, le lundi', 'Toussaint, le mardi'))).toEqual([])
  expect(changesTo(315, peaks('Toussaint, le mardi', 'Hiver, le lundi', 'Été, le lundi'))).toEqual([])
})

// « 10 % (5 – 14) → 10 % (6 – 14) » stood before 220 children fewer, among « 59 autres chiffres »
test('the largest change of a value is the one told, and what moved by its interval alone is counted', () => {
  const children = (value: number) => ({ ...share, value, low: value - 50, high: value + 50, unit: 'children' })
  const days = (spring: number, autumn: number, low: number) => ({
    ...byAge('days', { 'Moins de 30 ans': { ...share, value: 0.1, low } }),
    title: 'Jours demandés',
    table: {
      ...{ title: 'Présence attendue', columns: ['Période', 'Peut-être'] },
      rows: [
        { label: 'Automne', cells: [cellOf(children(autumn))] },
        { label: 'Printemps', cells: [cellOf(children(spring))] },
      ],
    },
  })
  const titled = (title: string, value: number, low: number) => ({
    ...byAge(title, { 'Moins de 30 ans': { ...share, value, low } }),
    title,
  })
  const said = plain(
    changesFrom(
      read(1, 300, [titled('Prix', 0.23, 0.2), titled('Utile', 0.42, 0.3), days(830, 330, 0.05)]),
      read(2, 315, [titled('Prix', 0.23, 0.19), titled('Utile', 0.41, 0.3), days(610, 280, 0.06)]),
    ),
  ).slice(2)
  expect(said).toEqual([
    '3 résultats ont changé, 5 valeurs de leurs tableaux.',
    '« Jours demandés » (Présence attendue, Printemps) : 830 → 610 ; et 2 autres valeurs, dont 1 par l’intervalle seul.',
    '« Utile » (Selon : tranche d’âge, Oui) : 42 % → 41 %.',
    '« Prix » : l’intervalle seul de 1 valeur.',
  ])
})

// « 3 à 5 ans » lost ten figures, and the page said « les mêmes résultats ont un chiffre »
test('groups that keep figures of their day, or lose some, are named with how many results', () => {
  const before = read(
    1,
    300,
    ['a', 'b', 'c'].map((id) => byAge(id, { '3-5': share, '6-10': share })),
  )
  const day = [{ label: '3-5', day: '2026-11-26' }]
  const now = read(2, 330, [
    byAge('a', { '3-5': share, '6-10': share }, day),
    byAge('b', { '3-5': share, '6-10': share }, day),
    byAge('c', { '3-5': share, '6-10': share }),
  ])
  expect(plain(changesFrom(before, now)).slice(1)).toEqual([
    'Les mêmes résultats ont un chiffre.',
    'Gardés du 26 novembre 2026, faute d’assez de réponses nouvelles à ces questions (il en faut 11 entre deux publications) : tranche d’âge, « 3-5 » (2 chiffres).',
  ])
  const less = read(2, 330, [
    byAge('a', { '6-10': share }),
    byAge('b', { '3-5': none('waiting'), '6-10': share }),
    byAge('c', { '3-5': share, '6-10': share }),
  ])
  expect(plain(changesFrom(before, less)).slice(2)).toEqual(['2 résultats perdent leur chiffre pour « 3-5 ».'])
})

// « 3 à 5 ans » came last, as it was the last one met; « Moins de 501 » of what, nobody could tell; figures of everybody went unsaid
test('groups of an earlier day are said by list, in its order, after the figures of everybody', () => {
  const ages = { '3-5': share, '6-10': share, '11-14': share }
  const moments = { title: 'Moments', columns: ['Réponse', 'Part'] }
  const days = (...labels: string[]) => labels.map((label) => ({ label, day: '2026-11-26' }))
  const now = read(2, 330, [
    byAge('a', { '6-10': share, '11-14': share }, days('6-10', '11-14')),
    byAge('b', ages, days('3-5')),
    {
      ...byAge('c', ages),
      table: { ...moments, rows: [{ label: 'Soir', cells: [cellOf(share)] }], day: '2026-11-26' },
    },
  ])
  // twelve groups one after the other pushed the buttons off the screen
  const { title } = changesFrom(read(1, 300, []), now).kept!
  expect(title.replace(/[\u00a0\u202f]/g, ' ')).toBe('4 chiffres sur 9 gardent leur ancienne date')
  // of a result of which one line alone stayed, the whole is not said to be of that day
  const kept = { ...cellOf(share), day: '2026-11-26' }
  const rows = [cellOf(share), kept].map((cell, at) => ({ label: `${at}`, cells: [cell] }))
  const partly = changesFrom(read(1, 300, []), read(2, 330, [{ ...byAge('c', ages), table: { ...moments, rows } }]))
  expect(plain(partly).at(-1)).toMatch(/ : l’ensemble \(1 chiffre en partie\)\.$/)
  expect(plain(changesFrom(read(1, 300, []), now)).at(-1)).toMatch(
    /: l’ensemble \(1 chiffre\) ; tranche d’âge, « 3-5 » \(1 chiffre\), « 6-10 » \(1 chiffre\) et « 11-14 » \(1 chiffre\)\.$/,
  )
})
