/** Sentences that were false once. */
import { expect, test } from 'vitest'
import { assess } from '../../../analysis/findings/assessment.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { measureOf } from '../../../analysis/measures/catalogue.ts'
import { publicPages } from '../../../analysis/report/public/public.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { models } from '../../../surveys/questionnaire/founding.ts'
import { frameOf, underTitle } from '../../../surveys/wording/sentence-frame.ts'
import { exactFindingsOf, indicator, small, studyOf, times, unperturbed } from '../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const own = indicator({ field: 'garde', measure: 'share', wanted: ['oui'], breakdowns: ['zone'] })

test('no sentence says that no figure describes fewer than eleven: answers of fewer are printed, groups are not', () => {
  const answers = [...times(192, { garde: 'oui', commune: '81140' }), ...times(8, { garde: 'non', commune: '81140' })]
  const ranked = indicator({ field: 'garde', measure: 'shares' })
  const found = exactFindingsOf(studyOf(answers, [ranked]))
  const [, few] = found.findings[0]!.table!.rows
  expect(few!.cells[0]).toMatchObject({ kind: 'estimate', estimate: { value: 0.04 } })
  expect(found.published.mention).toContain('aucun groupe de moins de 11 n’est décrit')
  expect(JSON.stringify(found)).not.toMatch(/[Aa]ucun chiffre ne décrit/)
})

test('a group of ninety that waits for newcomers is not said to be too small', () => {
  const answers = [
    ...times(60, { garde: 'oui', commune: '81140' }),
    ...times(30, { garde: 'non', commune: '81140' }),
    ...times(200, { garde: 'non', commune: '81271' }),
  ]
  // the first class of the zones waits: the snapshot counts nobody in it
  const withheld = new Map([['zone', Uint16Array.from(answers, (_, row) => (row < 90 ? 1 : 0))]])
  const [found] = findingsOf({ ...studyOf(answers, [own]), withheld }, unperturbed).findings
  const notes = plain(found!.breakdowns[0]!.table.notes.join(' '))
  expect(notes).not.toContain('Groupes trop petits')
})

test('ideas for 5,000 euros are no sensitive topic, and their counts say the noise they have', () => {
  const ideas = {
    ...small,
    definition: {
      pages: [
        {
          name: 'page',
          elements: [
            { type: 'comment', name: 'idees', title: 'Avec 5 000 € ?', objectives: [1], sensitivity: 'ordinary' },
          ],
        },
      ],
    },
  }
  const answers = times(120, { idees: 'Une piste de vélo et plus de bus' }) as Answers[]
  const [found] = exactFindingsOf(studyOf(answers, [indicator({ field: 'idees', measure: 'themes' })], ideas)).findings
  expect(found!.limits.join(' ')).not.toMatch(/sensible/)
  expect(found!.evidence.noise).toEqual({ variance: 8, largest: 10, blocked: 4 })
})

test('an alternative text gives each bar its own figure, whichever bars are shown', () => {
  const answers = [
    ...times(15, { garde: 'oui', commune: '81011' }),
    ...times(30, { garde: 'non', commune: '81140' }),
    ...times(70, { garde: 'oui', commune: '81140' }),
    ...times(80, { garde: 'non', commune: '81271' }),
    ...times(20, { garde: 'oui', commune: '81271' }),
  ]
  const [found] = exactFindingsOf(studyOf(answers, [own])).findings
  const { chart } = found!.breakdowns[0]!
  expect(plain(chart!.alt)).toBe('Barres avec intervalles. Lavaur 70 %, Saint-Sulpice-la-Pointe 20 %.')
})

test('the easy public page tells findings of the other one', () => {
  const easy = (text: string, words: string) => ({ default: text, 'fr-facile': words })
  const choices = ['oui', 'non'].map((value) => ({ value, text: easy(value, value) }))
  const question = (name: string, title: unknown) => ({
    type: 'radiogroup',
    name,
    title,
    choices,
    objectives: [1],
    sensitivity: 'ordinary',
  })
  const questionnaire = {
    ...small,
    definition: {
      pages: [
        {
          name: 'page',
          elements: [question('a', 'Sans mots faciles ?'), question('b', easy('Une garde ?', 'Une garde ?'))],
        },
      ],
    },
  }
  const answers = [...times(150, { a: 'oui', b: 'non' }), ...times(150, { a: 'non', b: 'oui' })]
  const indicators = ['a', 'b'].map((field) =>
    indicator({ field, measure: 'share', wanted: ['oui'], title: `Titre ${field}` }),
  )
  const source = assess(
    [studyOf(answers, indicators, questionnaire as typeof small)],
    {
      place: 'Ici',
      date: '2026-03-02',
      demo: false,
      digest: '',
      scope: { questionnaire: null, objective: null },
      zones: provisionalZones(),
    },
    () => {},
    unperturbed,
  )
  const [french, easyFrench] = (['fr', 'fr-facile'] as const).map((language) => publicPages(source, language))
  const told = [...french!.pages.map(({ question }) => question), ...french!.items.map(({ title }) => title)]
  expect(told.map(plain)).toEqual(['Question posée : Sans mots faciles ?', 'Titre b'])
  expect(easyFrench!.pages.map(({ question }) => plain(question))).toEqual(['Notre question : Une garde ?'])
})

const ranked = indicator({
  field: 'garde',
  measure: 'shares',
  sentence: '{value} des familles répondantes ont dit {top} ({interval} ; {base} réponses).',
})
const saidOf = (answers: Answers[], given = ranked) =>
  plain(findingsOf(studyOf(answers, [given]), unperturbed).findings[0]!.sentence)

// The first answer of the list was named: « environ la moitié citent le sport », five of twenty, when nine said the show.
test('of fewer than thirty, an answer is named only where words put it first', () => {
  const gave = (yes: number, no: number) => saidOf([...times(yes, { garde: 'oui' }), ...times(no, { garde: 'non' })])
  for (const [yes, no] of [
    [8, 18],
    [13, 13],
    [18, 8],
  ] as const)
    expect(gave(yes, no)).toBe('Titre : avec moins de 30 réponses, impossible de dire ce qui vient en tête.')
  const three = [...times(14, { garde: 'oui' }), ...times(6, { garde: 'non' }), ...times(6, { garde: 'parfois' })]
  expect(saidOf(three)).toContain('impossible de dire ce qui vient en tête')
  // nearly all of them, but of several answers: both may be the first
  const both = findingsOf(studyOf(times(28, { qui: ['creche', 'assmat'] }), [{ ...ranked, field: 'qui' }]), unperturbed)
    .findings[0]!
  expect(plain(both.sentence)).toContain('impossible de dire ce qui vient en tête')
  expect(both.estimate).toMatchObject({ value: null, why: 'in-words', words: 'trop incertain' })
  for (const [yes, no, first] of [
    [1, 27, 'NON'],
    [27, 1, 'OUI'],
  ] as const)
    expect([first, gave(yes, no)]).toEqual([
      first,
      'Titre : avec moins de 30 réponses en tout, impossible de conclure.',
    ])
})

// « Environ la moitié n’ont personne près de chez eux »: four of nineteen.
test('of fewer than thirty, no majority nor minority is said', () => {
  const gave = (yes: number) => saidOf([...times(yes, { garde: 'oui' }), ...times(20 - yes, { garde: 'non' })], own)
  expect([1, 7, 10, 13].map(gave)).toEqual(
    Array(4).fill('Titre : avec moins de 30 réponses en tout, impossible de conclure.'),
  )
})

// Of a sensitive topic nearly all of them gave, a smaller answer led, and there were « trop peu de réponses » of two hundred.
test('what nearly all answered on a sensitive topic leads, and is not said to be too few', () => {
  const health = indicator({ ...ranked, field: 'sante', measure: 'shares', objective: 2 })
  const said = saidOf([...times(196, { sante: 'non' }), ...times(4, { sante: 'oui' })], health)
  expect(said).toBe(
    'Plus de 95 % des familles répondantes ont dit « NON ». Sur un sujet sensible, aucun chiffre plus précis n’est donné.',
  )
})

// « dans l’ordre du questionnaire » stood under themes, which no questionnaire holds
test('themes are told in words of their sentence, or by their title where a stored one says « le thème », and ranked as themes', () => {
  const text = { type: 'comment', name: 'mot', title: 'Un mot ?', objectives: [1], sensitivity: 'ordinary' }
  const commune = small.definition.pages!.flatMap(({ elements }) => elements).find(({ name }) => name === 'commune')!
  const asked = { ...small, definition: { pages: [{ name: 'page', elements: [text, commune] }] } } as typeof small
  const answers = ['81140', '81271'].flatMap((code) =>
    times(120, { mot: 'C’est trop cher', commune: code }).concat(times(60, { mot: 'Plus de bus', commune: code })),
  ) as Answers[]
  const of = (words: string) =>
    exactFindingsOf(
      studyOf(
        answers,
        [
          indicator({
            field: 'mot',
            measure: 'themes',
            breakdowns: ['zone'],
            sentence: `Parmi ceux qui ont écrit, {value} abordent ${words} ({interval} ; {base} réponses).`,
          }),
        ],
        asked,
      ),
    ).findings[0]!
  expect(plain(of('{top}').sentence)).toMatch(/ abordent (?:le|la|les|ce) [^«]+ \(entre /)
  expect(plain(of('le thème {top}').sentence)).toMatch(/ abordent le thème « [^»]+ » \(entre /)
  expect(plain(of('le thème « {top} »').sentence)).toMatch(/ abordent le thème « [^»]+ » \(entre /)
  const notes = of('{top}').breakdowns.flatMap(({ table }) => table.notes)
  expect(notes).toContain('Seuls les thèmes les plus fréquents sont montrés.')
  expect(notes.join()).not.toContain('ordre du questionnaire')
})

test('few texts are told as texts, not as figures', () => {
  const text = indicator({ field: 'mot', measure: 'themes' })
  const asked = {
    ...small,
    definition: {
      pages: [
        {
          name: 'page',
          elements: [{ type: 'comment', name: 'mot', title: 'Un mot ?', objectives: [1], sensitivity: 'ordinary' }],
        },
      ],
    },
  }
  const [few] = exactFindingsOf(studyOf(times(4, { mot: 'Plus de bus' }) as Answers[], [text], asked)).findings
  expect(plain(few!.sentence)).toBe('Titre : trop peu de réponses écrites pour en dégager des thèmes.')
})

// « Dans un des lieux publics nommés » did not say which.
test('places that the authority named are named after the sentence that puts them forward, and only then', () => {
  const choices = [
    { value: 'stade', text: 'Au stade' },
    { value: 'skate_nord', text: 'Au skatepark du Nord (inventé)' },
    { value: 'halle', text: 'Sous la halle' },
  ]
  const place = { type: 'radiogroup', name: 'lieu', title: 'Où ?', choices, objectives: [1], sensitivity: 'ordinary' }
  const asked = { ...small, definition: { pages: [{ name: 'page', elements: [place] }] } }
  const own = { ...ranked, field: 'lieu', measure: 'youth-places' } as const
  const said = (named: number, stadium: number) =>
    plain(
      exactFindingsOf(
        studyOf([...times(named, { lieu: 'halle' }), ...times(stadium, { lieu: 'stade' })] as Answers[], [own], asked),
      ).findings[0]!.sentence,
    )
  expect(said(150, 50)).toMatch(/ Les lieux nommés sont le skatepark du Nord et la halle\.$/)
  expect(said(50, 150)).not.toContain('halle')
  // « Ces lieux : … » after a sentence that put the stadium alone forward
  expect(said(25, 40)).not.toContain('halle')
})

// « Les réponses les plus fréquentes seulement » stood over 13 % and 12 %; three named places of 14 to 17 % were not there
test('a table by group says that named places are not in it, and in which order the others stand', () => {
  const places = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const choices = [...places, 'nomme_1'].map((value) => ({ value, text: value.toUpperCase() }))
  const commune = small.definition.pages!.flatMap(({ elements }) => elements).find(({ name }) => name === 'commune')!
  const place = { type: 'radiogroup', name: 'lieu', title: 'Où ?', choices, objectives: [1], sensitivity: 'ordinary' }
  const asked = { ...small, definition: { pages: [{ name: 'page', elements: [place, commune] }] } } as typeof small
  const own = { ...ranked, field: 'lieu', breakdowns: ['zone'] }
  const answers = [...places, 'nomme_1'].flatMap((lieu, at) =>
    ['81140', '81271'].flatMap((code) => times(40 + 5 * at, { lieu, commune: code })),
  )
  const [found] = exactFindingsOf(studyOf(answers, [own], asked)).findings
  const { rows, notes } = found!.breakdowns[0]!.table
  expect(rows.map(({ label }) => label)).toEqual(['B', 'C', 'D', 'E', 'F', 'G'])
  expect(notes).toContain(
    'Les lieux désignés par leur nom ne sont pas comparés entre les groupes : ce tableau porte sur les autres réponses.',
  )
  expect(notes).toContain('Seules les réponses les plus fréquentes sont montrées, dans l’ordre du questionnaire.')
})

// « La moyenne est de 6,2 » headed a page: of what, out of what?
test('a mean or a median says of which question it is, and of a scale out of what', () => {
  const scales = {
    ...small,
    definition: {
      pages: [
        {
          name: 'page',
          elements: [
            { type: 'slider', name: 'envie', min: 0, max: 10, step: 1 },
            { type: 'rating', name: 'gout', rateMin: 2, rateMax: 6 },
            { type: 'text', inputType: 'number', name: 'enfants', min: 0, max: 12 },
          ].map((one) => ({ title: 'Q ?', objectives: [1], sensitivity: 'ordinary', ...one })),
        },
      ],
    },
  }
  const answers = times(80, { envie: 6, gout: 4, enfants: 2 }) as Answers[]
  const saidOf = (field: string, measure: 'mean' | 'numeric' | 'rating', given: object = {}) => {
    const { sentence } = measureOf(measure)
    const one = indicator({ field, measure, title: 'Envie de sortir', sentence, ...given })
    return plain(exactFindingsOf(studyOf(answers, [one], scales)).findings[0]!.sentence).replace(/ \(.*/, '')
  }
  expect(saidOf('envie', 'mean')).toBe('Envie de sortir : la moyenne est de 6,0 sur 10')
  expect(saidOf('envie', 'numeric')).toBe(
    'Envie de sortir : au moins la moitié des personnes répondantes donne 6 ou moins sur 10',
  )
  // « la moitié … donne 2 ou moins », over a table where 81 % did: stored before, it is said as it is now
  const stored = 'La moitié des personnes répondantes donne {value} ou moins ({interval} ; {base} réponses).'
  expect(saidOf('enfants', 'numeric', { sentence: stored })).toBe(
    'Envie de sortir : au moins la moitié des personnes répondantes donne 2 ou moins',
  )
  const apart = 'Dans la moitié des familles, il y a au plus {value} enfants ({interval} ; {base} réponses).'
  expect(saidOf('enfants', 'numeric', { sentence: apart })).toBe(
    'Dans au moins la moitié des familles, il y a au plus 2 enfants',
  )
  expect(saidOf('gout', 'rating')).toBe('Envie de sortir : la note moyenne est de 4,0 sur une échelle de 2 à 6')
  expect(saidOf('enfants', 'mean', { title: 'Combien d’enfants ?' })).toBe('Combien d’enfants ? La moyenne est de 2,0')
  // words of its own stay as they are
  const own = 'Les familles notent {value} l’envie ({interval} ; {base} réponses).'
  expect(saidOf('envie', 'mean', { sentence: own })).toBe('Les familles notent 6,0 l’envie')
  const half = 'La moyenne est de {value} sur dix ({interval} ; {base} réponses).'
  expect(saidOf('envie', 'mean', { sentence: half })).toBe('Envie de sortir : la moyenne est de 6,0 sur dix')
})

// « « En voiture » : 42 % (…). » and « 62 % des personnes répondantes choisissent « OUI ». » headed pages: of what?
test('a sentence without words of its own says its title, one that reads alone does not', () => {
  const answers = [...times(124, { garde: 'oui' }), ...times(76, { garde: 'non' })]
  const said = (measure: 'share' | 'shares', sentence: string, title = 'Besoin d’une garde') =>
    plain(
      exactFindingsOf(studyOf(answers, [indicator({ field: 'garde', measure, wanted: ['oui'], title, sentence })]))
        .findings[0]!.sentence,
    ).replace(/ \(.*/, '')
  const proposed = measureOf('shares').sentence
  expect(said('shares', proposed)).toBe('Besoin d’une garde : 62 % des personnes répondantes choisissent « OUI »')
  expect(said('shares', proposed, 'Une garde ?')).toBe('Une garde ? 62 % des personnes répondantes choisissent « OUI »')
  const ofFamilies = proposed.replace('des personnes', 'des familles')
  expect(said('shares', ofFamilies)).toMatch(/^Besoin d’une garde : 62 % des familles répondantes choisissent/)
  const bare = '{top} : {value} ({interval} ; {base} réponses).'
  expect(said('shares', bare)).toBe('Besoin d’une garde : « OUI » : 62 %')
  expect(said('shares', '« {top} » : {value} des jeunes ({interval} ; {base} réponses).')).toBe(
    'Besoin d’une garde : « OUI » : 62 % des jeunes',
  )
  expect(said('shares', bare, 'Une garde ?')).toBe('Une garde ? « OUI » : 62 %')
  expect(said('share', '{value} ({interval} ; {base} réponses).')).toBe(
    'Besoin d’une garde : 62 % des familles répondantes',
  )
  const own = '{value} des familles répondantes cherchent une garde ({interval} ; {base} réponses).'
  expect(said('share', own)).toBe('62 % des familles répondantes cherchent une garde')
})

test('the founding questionnaires say what they found in words of their own', () => {
  for (const { indicators, slug } of models())
    for (const one of indicators)
      expect([slug, one.id, frameOf(one, undefined, measureOf(one.measure)).isBare]).toEqual([slug, one.id, false])
})

test('under its title a sentence does not say it again; what only begins alike stays whole', () => {
  const mean = 'la moyenne est de 6,2 sur 10.'
  expect(underTitle(`Note du centre\u202f: ${mean}`, 'Note du centre.')).toBe('La moyenne est de 6,2 sur 10.')
  expect(underTitle(`Quelle note\u202f? La moyenne est de 6.`, 'Quelle note ?')).toBe('La moyenne est de 6.')
  expect(underTitle('Note du centre aéré : 12 %.', 'Note du centre')).toBe('Note du centre aéré : 12 %.')
  expect(underTitle('Trajet de 15 minutes : 40 %.', 'Trajet')).toBe('Trajet de 15 minutes : 40 %.')
})
