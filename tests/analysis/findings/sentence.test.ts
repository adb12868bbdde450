/** What is said first, and what goes with the answer that leads. */
import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../analysis/disclosure/interval.ts'
import { elementAt } from '../../../analysis/findings/easy.ts'
import { focusedSentence } from '../../../analysis/findings/focus.ts'
import {
  datedSentence,
  explanationOf,
  isDated,
  sentenceInWords,
  sentenceOf,
} from '../../../analysis/findings/sentence.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { exactFindingsOf, indicator, studyOf, times } from '../columns/study.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const estimate = (share: number, base = 300) =>
  publishedEstimate(share, base, { worth: 1, peoplePerAnswer: 1, noise: 5 })
const of = { title: 'Titre', who: 'familles répondantes', unit: 'households' } as const
const frame = 'Depuis un an, {value} des familles répondantes ont eu {top} ({interval} ; {base} réponses).'
const lead = { label: 'Des tensions', phrase: 'des tensions', estimate: estimate(0.11) }
const none = { label: 'Rien de cela', estimate: estimate(0.71) }

// « 11 % disent avoir réduit leur temps de travail » hid that 71 % had lived nothing of the kind.
// « Parmi les mêmes jeunes », after a figure of those who gave none, was read as: of these.
test('that more people gave no such answer is said last, in the words of the indicator', () => {
  const own = {
    ...none,
    frame: 'Depuis un an, {value} des familles répondantes n’ont rien eu de tel ({interval} ; {base} réponses).',
  }
  expect(plain(sentenceOf(frame, lead.estimate, [lead], own, of))).toBe(
    'Depuis un an, 11 % des familles répondantes ont eu des tensions (entre 8 % et 16 % ; 300 réponses). À l’inverse, 71 % n’ont rien eu de tel (entre 65 % et 76 %).',
  )
})

// « 0 % disent ne pas être informés » (between 0 and 5 %): the room laughed.
test('a share of none is said by the end of its interval', () => {
  const share = 'Parmi les familles répondantes, {value} disent ne rien savoir ({interval} ; {base} réponses).'
  const said = (value: number) =>
    plain(sentenceOf(share, estimate(value), [], null, { ...of, title: 'Familles non informées' }))
  expect(said(0)).toMatch(
    /^Parmi les familles répondantes, au plus (\d) % disent ne rien savoir \(entre 0 % et \1 % ; 300 réponses\)\.$/,
  )
  const part = 'La part des familles est de {value} ({interval} ; {base} réponses).'
  expect(plain(sentenceOf(part, estimate(0), [], null, of))).toMatch(/^La part des familles est d’au plus \d % \(/)
  expect(said(0.01)).toMatch(/^Parmi les familles répondantes, 1 % disent/)
})

// « par mois et enfant », « en trois mois », « ayant accepté les questions du quotidien »: frames cut short to hold it all.
test('what a frame explains after its figure is said last, once, and is no part of what may be as frequent', () => {
  const explained = `${frame} La question porte sur 12 mois.`
  expect(explanationOf(explained)).toBe('La question porte sur 12 mois.')
  expect(explanationOf(frame)).toBe('')
  const rivals = [lead, { label: 'Des frais', phrase: 'des frais', estimate: estimate(0.1) }]
  expect(sentenceOf(explained, lead.estimate, rivals, null, of)).toBe(
    sentenceOf(frame, lead.estimate, rivals, null, of),
  )
  const asked = indicator({
    field: 'garde',
    measure: 'share',
    wanted: ['oui'],
    sentence:
      '{value} des familles répondantes en manquent ({interval} ; {base} réponses). La question porte sur 12 mois.',
  })
  const [found] = exactFindingsOf(
    studyOf([...times(100, { garde: 'oui' }), ...times(100, { garde: 'non' })], [asked]),
  ).findings
  expect(plain(found!.sentence)).toMatch(
    /^50 % des familles répondantes en manquent \(.*\)\. La question porte sur 12 mois\.$/,
  )
  // in words too, before what a sensitive topic says of its figures
  expect(
    plain(
      sentenceInWords(
        {
          sentence: `Parmi les familles qui ont accepté, {value} n’ont personne ({interval}). Elles parlaient d’imprévus.`,
          title: 'Titre',
        },
        'plus de 95 %',
        null,
        'familles répondantes',
      ),
    ),
  ).toBe(
    'Plus de 95 % des familles qui ont accepté n’ont personne. Elles parlaient d’imprévus. Sur un sujet sensible, aucun chiffre plus précis n’est donné.',
  )
})

test('without words of the indicator, its answer is quoted', () => {
  expect(plain(sentenceOf(frame, lead.estimate, [lead], none, of))).toBe(
    'Depuis un an, 11 % des familles répondantes ont eu des tensions (entre 8 % et 16 % ; 300 réponses). À l’inverse, 71 % des familles répondantes ont répondu « Rien de cela » (entre 65 % et 76 %).',
  )
})

// « Un parent travaille avant 7 h 30 (entre 19 % et 24 %) » had lost its figure with the words that both sentences begin with.
test('a beginning that holds a figure is said again, of the same people', () => {
  const own = { ...none, frame: 'Dans {value} des familles, rien ({interval} ; {base} réponses).' }
  const tense = 'Dans {value} des familles, il y a {top} ({interval} ; {base} réponses).'
  expect(plain(sentenceOf(tense, lead.estimate, [lead], own, of))).toMatch(
    /^Dans 11 % des familles, il y a des tensions \(.* réponses\)\. À l’inverse, dans 71 % des familles, rien \(entre 65 % et 76 %\)\.$/,
  )
})

// « Rien de cela », 28 % of them, was not said before the 24 % of the title: its lead was not established.
// « Je n’en ai pas besoin », second by two points, was named nowhere
test('« aucun » is said from as many people on as a test does not set apart from the answer that leads', () => {
  const asked = indicator({
    field: 'qui',
    measure: 'shares',
    sentence: '{value} des familles répondantes ont {top} ({interval} ; {base} réponses).',
    phrases: {
      creche: 'une crèche',
      assmat: 'une assistante maternelle',
      aucun: '{value} des familles répondantes ne font garder personne ({interval} ; {base} réponses).',
    },
  })
  const said = (no: number) =>
    exactFindingsOf(studyOf([...times(100, { qui: ['creche'] }), ...times(no, { qui: ['aucun'] })], [asked]))
      .findings[0]!
  for (const no of [96, 100, 104, 200])
    expect(plain(said(no).sentence)).toMatch(
      /^\d\d % des familles répondantes ont une crèche \(.*\)\. À l’inverse, [456]\d % ne font garder personne \(/,
    )
  expect(plain(said(50).sentence)).not.toContain('personne')
  // the figure stays that of the answer
  expect(said(200).estimate.value).toBe(0.33)
})

test('an answer is never said to be the most frequent one by a frame where nothing establishes it', () => {
  const first = '« {top} » est cité le plus souvent, par {value} des familles ({interval} ; {base} réponses).'
  const tied = [lead, { label: 'Des frais', estimate: estimate(0.1) }]
  expect(plain(sentenceOf(first, lead.estimate, tied, null, of))).toBe(
    '11 % des familles ont répondu « Des tensions » (entre 8 % et 16 % ; 300 réponses). La réponse « Des frais » vient ensuite, sans écart sûr avec la première.',
  )
})

test('the figure of a zone has its interval and its base in one parenthesis', () => {
  const sentence = 'Depuis un an, 54 % des familles … (entre 35 % et 72 % ; 40 réponses).'
  const whole = { estimate: estimate(0.38), answer: null }
  const own = { ...estimate(0.54), low: 0.35, high: 0.72 }
  const told = (rest: number, answer: string | null = null) =>
    plain(
      focusedSentence(
        sentence,
        { zone: 'Sud', own },
        { ...whole, answer },
        [{ ...estimate(rest), low: rest - 0.06, high: rest + 0.06 }],
        'households',
      ),
    )
  expect(told(0.38)).toBe(
    'Zone Sud : depuis un an, 54 % des familles … (entre 35 % et 72 % ; 40 réponses). Dans tout le territoire : 38 % (entre 32 % et 44 % ; 300 réponses). L’écart avec les autres zones n’est pas établi.',
  )
  // its interval meets that of the whole, which it is a part of
  expect(told(0.3)).toMatch(/44 % ; 300 réponses\)\. L’écart avec les autres zones est établi\.$/)
  expect(told(0.3, 'le mercredi')).toContain(' Dans tout le territoire, le mercredi : 38 % (')
  // « L’écart n’est pas établi » stood after 41 % and 41 %
  expect(
    plain(focusedSentence(sentence, { zone: 'Sud', own }, { ...whole, estimate: own }, [estimate(0.5)], 'households')),
  ).not.toContain('écart')
})

// « 20 % citent le logement comme plus gros souci », which eight other answers may be.
test('where five or more may be as frequent as the largest, no answer is put forward', () => {
  const tied = (many: number, what: 'answer' | 'theme' | 'day' = 'answer') =>
    plain(
      sentenceOf(
        frame,
        estimate(0.2),
        Array.from('ABCDEFGHIJKL'.slice(0, many), (label, at) => ({ label, estimate: estimate(0.2 - at / 100) })),
        null,
        { ...of, what },
      ),
    )
  expect(tied(5)).toMatch(
    /^Depuis un an, 20 % des familles répondantes ont eu « A » \(.*\)\. Les réponses « B », « C », « D » et « E » viennent ensuite, sans écart sûr avec la première\.$/,
  )
  // « un peu plus cités, sans écart établi » put three forward
  expect(tied(6)).toBe('Titre : aucun choix ne se détache nettement en tête (300 réponses).')
  expect(tied(8, 'theme')).toBe('Titre : aucun thème ne se détache nettement en tête (300 réponses).')
  expect(tied(12, 'day')).toBe('Titre : aucun jour ne se détache nettement en tête (300 réponses).')
  // that more people gave none of them still comes first
  const six = Array.from('ABCDEF', (label) => ({ label, estimate: estimate(0.2) }))
  expect(plain(sentenceOf(frame, estimate(0.2), six, none, of))).toMatch(
    /^71 % des familles répondantes ont répondu « Rien de cela » \(.*\)\. Aucun autre choix ne se détache nettement\.$/,
  )
})

// « Parmi les habitants qui ont accepté de répondre, plus de 95 % n’ont personne. »
test('in words, those of whom it speaks stand beside their number', () => {
  const sentence = 'Parmi les habitants qui ont accepté, {value} n’ont personne ({interval} ; {base} réponses).'
  expect(plain(sentenceInWords({ sentence, title: 'Appui' }, 'plus de 95 %', null, 'habitants répondants'))).toBe(
    'Plus de 95 % des habitants qui ont accepté n’ont personne. Sur un sujet sensible, aucun chiffre plus précis n’est donné.',
  )
})

// « 48 % voudraient un atelier » named nobody outside a census.
test('a frame that begins by its figure says of whom', () => {
  const communes = { title: 'Souhaits', who: 'communes répondantes', unit: 'communes' } as const
  const want = '{value} voudraient {top} ({interval} ; {base} réponses).'
  expect(plain(sentenceOf(want, lead.estimate, [lead], null, communes))).toMatch(
    /^11 % des communes répondantes voudraient des tensions/,
  )
  expect(plain(sentenceInWords({ sentence: want, title: 'Souhaits' }, 'plus de 95 %', lead, communes.who))).toMatch(
    /^Plus de 95 % des communes répondantes voudraient des tensions\. /,
  )
  const young = '{value} des 11-15 ans répondants ont {top} ({interval} ; {base} réponses).'
  expect(plain(sentenceOf(young, lead.estimate, [lead], none, { ...communes, unit: 'persons' }))).toMatch(
    / 71 % des 11-15 ans répondants ont répondu « Rien de cela » \(entre 65 % et 76 %\)\.$/,
  )
})

// « Pour 40 % des jeunes répondants, la réponse est « Rien de cela » » led where the indicator had no words for it.
test('every founding ranking has words for those who gave none of the answers', () => {
  const quoted = founding().flatMap(({ slug, definition, indicators }) =>
    indicators
      .filter(({ measure }) => measure === 'shares')
      .filter(({ field }) => elementAt(definition, field)?.showNoneItem === true)
      .filter(({ phrases }) => !phrases?.aucun?.includes('{value}'))
      .map(({ id }) => `${slug}/${id}`),
  )
  expect(quoted).toEqual([])
})

// « 20 % ont déjà utilisé l’espace jeunes » was read as 20 % of all; « parmi ces familles », as of those who used none.
test('of whom the figures speak is said first, and of all of them that they gave none', () => {
  const said = (among: string, who: string) => {
    const own = { ...none, frame: `${among}, {value} n’ont aucun service ({interval} ; {base} réponses).` }
    const frame = `${among}, {value} ont {top} ({interval} ; {base} réponses).`
    return plain(sentenceOf(frame, lead.estimate, [lead], own, { ...of, who }))
  }
  expect(said('Parmi les familles qui travaillent', of.who)).toBe(
    'Parmi les familles qui travaillent, 11 % ont des tensions (entre 8 % et 16 % ; 300 réponses). À l’inverse, 71 % n’ont aucun service (entre 65 % et 76 %).',
  )
  expect(said('Parmi les 16-25 ans qui sortent', 'jeunes répondants')).toContain(
    '). À l’inverse, 71 % n’ont aucun service (',
  )
  expect(said('Parmi les assistantes maternelles répondantes', 'professionnels répondants')).toContain(
    '). À l’inverse, 71 % n’ont aucun service (',
  )
})

// « Chiffre arrêté » stood after two figures, and after a sentence without any.
test('what is quoted from an earlier publication is called what it is', () => {
  expect([0, 1, 2].map((figures) => plain(datedSentence('2026-11-22', figures)))).toEqual([
    'Résultats arrêtés au 22 novembre 2026.',
    'Chiffre arrêté au 22 novembre 2026.',
    'Chiffres arrêtés au 22 novembre 2026.',
  ])
  // « Zone Sud 48 % (105 réponses) » had no day beside « dans tout le territoire 41 % » of another one
  expect(plain(datedSentence('2026-11-22', 1, 'de la zone'))).toBe('Chiffre de la zone arrêté au 22 novembre 2026.')
  for (const figures of [1, 2]) expect(isDated(datedSentence('2026-11-22', figures, 'du territoire'))).toBe(true)
  expect(isDated('Chiffre d’affaires arrêté au 22 novembre.')).toBe(false)
})
