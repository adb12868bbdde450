import { expect, test } from 'vitest'
import type { Crossing } from '../../../../analysis/explore/crossing.ts'
import { exploredOf } from '../../../../api/results/explorer/explored.ts'
import { pooledIn } from '../../../../api/results/explorer/figures-said.ts'
import type { Head, PublishedQuestion } from '../../../../api/results/publications.ts'

const document = { digest: '', published: { tables: [] } }
const head = { surveyed: { period: null }, document, questions: [], findings: [] } as unknown as Head
const precision = { worth: 1, peoplePerAnswer: 1, noise: 0 }

/** Shares of two answers in two groups of 400. */
const asked = (shares: number[][]) =>
  ({
    path: 'utile',
    title: 'Est-ce utile ?',
    kind: 'shares',
    sensitive: false,
    who: ['famille', 'familles'],
    lists: [],
    crossings: [
      {
        by: {
          path: 'solution',
          title: 'Avez-vous une solution ?',
          choices: [
            { value: 'oui', text: 'Oui' },
            { value: 'non', text: 'Non' },
          ],
          left: [],
        },
        answers: [
          { value: 'beaucoup', label: 'Beaucoup' },
          { value: 'besoin', label: 'Pas besoin' },
        ],
        bases: [400, 400],
        shares,
        precision,
      },
    ],
  }) as unknown as PublishedQuestion

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

// it kept a gap that is not established (45 against 40) and said nothing of the widest (39 against 7)
test('of two questions crossed, the sentence begins with the widest gap that is established', () => {
  const { brief, sentence, isEstablished, sentences } = exploredOf(
    'loisirs',
    head,
    asked([
      [45, 39],
      [40, 7],
    ]),
    'solution',
  )!
  expect(plain(sentence)).toMatch(
    /^Un écart est établi, selon « Avez-vous une solution \? »\. « Est-ce utile \? », réponse /,
  )
  expect(plain(sentence)).toMatch(/« Pas besoin » : le plus, « Oui », 39 % .*le moins, « Non », 7 %/)
  expect(sentence).not.toContain('Beaucoup')
  expect(isEstablished).toBe(true)
  expect(sentences.map(({ gaps }) => gaps)).toEqual([0, 1])
  // at a glance, and which two groups are drawn dark
  expect(plain(brief)).toBe('Un écart est établi. « Pas besoin » : 39 % pour « Oui », 7 % pour « Non ».')
  expect(sentences.map(({ between }) => between)).toEqual([null, ['oui', 'non']])
})

// « Un écart est établi » stood over two rows that were both marked
test('several gaps are counted, the widest is told and the other answers are named', () => {
  const { brief, sentence, sentences } = exploredOf(
    'loisirs',
    head,
    asked([
      [47, 5],
      [25, 36],
    ]),
    'solution',
  )!
  expect(plain(brief)).toBe(
    'Deux écarts sont établis, sur 2 réponses. Le plus large, « Pas besoin » : 36 % pour « Non », 5 % pour « Oui ». L’autre réponse : « Beaucoup ».',
  )
  expect(plain(sentence)).toMatch(
    /^Deux écarts sont établis, sur 2 réponses, selon .*\. Le plus large, « Est-ce utile \? », réponse « /,
  )
  expect(sentences.map(({ gaps, brief: own }) => [gaps, plain(own).split('. ')[0]])).toEqual([
    [1, 'Un écart est établi'],
    [1, 'Un écart est établi'],
  ])
})

// « Par exemple, ALAE : 59 et 6 % » stood first, and « Non, jamais » had 8 and 77
test('the widest gap is told first, whatever its answer', () => {
  const wide = asked([
    [60, 5],
    [36, 60],
  ])
  wide.crossings[0]!.answers[1]!.label = 'Non, jamais'
  expect(plain(exploredOf('loisirs', head, wide, 'solution')!.brief)).toBe(
    'Deux écarts sont établis, sur 2 réponses. Le plus large, « Non, jamais » : 60 % pour « Non », 5 % pour « Oui ». L’autre réponse : « Beaucoup ».',
  )
})

test('of two answers that say each other, the gap is one', () => {
  const mirrored = asked([
    [70, 30],
    [40, 60],
  ])
  expect(plain(exploredOf('loisirs', head, mirrored, 'solution')!.brief)).toBe(
    'Un écart est établi, le même pour les deux réponses. « Beaucoup » : 70 % pour « Oui », 40 % pour « Non ».',
  )
})

// « Réponses reçues jusqu’au 30 novembre » ended a sentence whose two groups stood at the 26th
test('the sentence says of which day the groups it tells are', () => {
  const until = { ...head, surveyed: { period: { from: '2026-09-01', to: '2026-11-30' } } } as unknown as Head
  const ends = (days: (string | undefined)[]) => {
    const one = asked([
      [45, 39],
      [40, 7],
    ])
    const { by } = one.crossings[0] as Crossing
    for (const [at, day] of days.entries()) if (day) by!.choices[at]!.day = day
    return plain(exploredOf('loisirs', until, one, 'solution')!.sentence)
  }
  expect(ends([])).toMatch(/ Réponses reçues jusqu’au 30 novembre 2026\.$/)
  expect(ends(['2026-11-26', '2026-11-26'])).toMatch(/ Chiffres arrêtés au 26 novembre 2026\.$/)
  expect(ends(['2026-11-26', '2026-11-26'])).not.toContain('reçues')
  expect(ends(['2026-11-26', undefined])).toMatch(
    / « Oui » : chiffre arrêté au 26 novembre 2026\. Réponses reçues jusqu’au 30 novembre 2026\.$/,
  )
})

test('where no gap is established, the sentence begins by saying so, and speaks of « Non » last', () => {
  const close = asked([
    [25, 52],
    [24, 44],
  ])
  close.crossings[0]!.answers[1]!.label = 'Non'
  const { brief, sentence, isEstablished, sentences } = exploredOf('loisirs', head, close, 'solution')!
  expect(brief).toBe('Aucun écart n’est établi entre ces groupes.')
  expect(plain(sentence)).toMatch(/^Aucun écart n’est établi entre ces groupes, .*, réponse « Beaucoup » : le plus, /)
  expect(isEstablished).toBe(false)
  expect(plain(sentences[1]!.sentence)).toMatch(/^Pour cette réponse, aucun écart .*, réponse « Non » : le plus, /)
})

test('groups of a question with several answers overlap, and the sentence says so', () => {
  const shares = asked([
    [45, 39],
    [40, 7],
  ])
  const overlap = 'peut compter dans plusieurs de ces groupes'
  expect(exploredOf('loisirs', head, shares, 'solution', true)!.sentence).toContain(overlap)
  expect(exploredOf('loisirs', head, shares, 'solution')!.sentence).not.toContain(overlap)
})

const question: PublishedQuestion = {
  path: 'voiture',
  title: 'Une voiture ?',
  page: 'page',
  kind: 'shares',
  sensitive: false,
  who: ['famille répondante', 'familles répondantes'],
  lists: [],
  panel: '',
  digest: '',
  crossings: [
    {
      by: null,
      answers: [{ value: 'true', label: 'Oui' }],
      bases: [120],
      shares: [[60]],
      precision: { worth: 1, peoplePerAnswer: 1, noise: 5 },
    } as unknown as PublishedQuestion['crossings'][number],
  ],
}
const wholeHead = {
  number: 1,
  madeAt: '2026-05-01T08:00:00.000Z',
  surveyed: { period: null, responses: 200 },
  questions: [],
  findings: [],
  document,
} as unknown as Head

test('a question that short responses were not asked says so, and its sentence when it is taken away', () => {
  const whole = exploredOf('petit', wholeHead, { ...question, isWholeOnly: true }, '')!
  expect(whole.isWholeOnly).toBe(true)
  expect(whole.sentence).toContain('les réponses passées par l’essentiel ne l’ont pas eue')
  const both = exploredOf('petit', wholeHead, question, '')!
  expect(both.isWholeOnly).toBe(false)
  expect(both.sentence).not.toContain('essentiel')
})

// « moyenne 5,9 » of a cursor, without a word on its ends
test('a question says what the ends of its scale mean, one published before says nothing', () => {
  const ends = '0 = pas du tout à l’aise, 10 = très à l’aise'
  expect(exploredOf('petit', wholeHead, { ...question, ends }, '')!.ends).toBe(ends)
  expect(exploredOf('petit', wholeHead, question, '')!.ends).toBe('')
})

// two waves were joined without a word, that the finding of the same question tells
test('figures of several waves say so, and those of groups that are the waves do not', () => {
  const both = { ...question, waves: ['2025', '2026'] }
  expect(exploredOf('petit', wholeHead, both, '')!.sentence).toContain('Réponses de 2025 et 2026 réunies.')
  expect(exploredOf('petit', wholeHead, both, '')!.pooled).toBe('Réponses de 2025 et 2026 réunies.')
  expect(exploredOf('petit', wholeHead, question, '')!.pooled).toBe('')
  expect(pooledIn(both, [{ path: '#vague' }])).toBe('')
})

// « Les écarts avec « B » et « C » ne sont pas établis. »: findings had left that formula.
test('answers that may be as frequent are told as findings tell them', () => {
  const said = (shares: number[], base: number, who = question.who) => {
    const answers = shares.map((_, at) => ({ value: `v${at}`, label: 'ABCDEFGH'[at]! }))
    const crossing = { by: null, answers, bases: [base], shares: [shares], precision }
    const tied = { ...question, who, crossings: [crossing] } as unknown as PublishedQuestion
    return plain(exploredOf('petit', wholeHead, tied, '')!.sentence)
  }
  expect(said([60, 20, 10], 400)).not.toContain('peut-être')
  expect(said([30, 28, 27, 5], 100)).toMatch(
    / Les réponses « B » et « C » viennent ensuite, sans écart sûr avec la première\.$/,
  )
  expect(said([30, 28, 5], 100)).toMatch(/ La réponse « B » vient ensuite, sans écart sûr avec la première\.$/)
  expect(said([30, 28, 5], 100, ['enfant décrit', 'enfants décrits'])).toMatch(
    / La réponse « B » vient ensuite, sans écart sûr avec la première\.$/,
  )
  expect(said([15, 14, 14, 14, 13, 13, 12], 100)).toMatch(
    / Aucun écart sûr ne sépare cette réponse de plusieurs autres\.$/,
  )
})

// the headline cited « 90 % » alone, and the chart hatched it as too uncertain for that
test('what the chart hatches is cited with its interval', () => {
  const [crossing] = asked([
    [90, 10],
    [20, 80],
  ]).crossings
  const few = { ...crossing, bases: [40, 40], precision: { ...precision, worth: 0.7 } }
  const question = { ...asked([]), crossings: [few] } as unknown as PublishedQuestion
  expect(plain(exploredOf('loisirs', head, question, 'solution')!.brief)).toMatch(
    /« \S.*? » : \d+ % \(.*\d+.*\d+ %\) pour « (Oui|Non) », \d+ % \(.*\d+.*\d+ %\) pour « (Oui|Non) »\.$/,
  )
})

// « Aucun écart n’est établi » stood over two intervals that do not touch, and the page seemed wrong
test('where no gap is established though two intervals do not touch, it is said why', () => {
  const among = (shares: number[]) => {
    const question = asked(shares.map((share) => [share, 30]))
    const [crossing] = question.crossings as unknown as { by: { choices: object[] }; bases: number[] }[]
    crossing!.by.choices = shares.map((_, at) => ({ value: `${at}`, text: `Groupe ${at}` }))
    crossing!.bases = shares.map(() => 100)
    return plain(exploredOf('loisirs', head, question, 'solution')!.sentence)
  }
  const said =
    'Ces deux intervalles ne se touchent pas, mais 30 écarts sont comparés à la fois : le hasard en fait parfois de tels.'
  expect(among([40, 30, 30, 30, 30, 21])).toContain(said)
  expect(among([35, 30, 30, 30, 30, 25])).not.toContain('ne se touchent pas')
  expect(among([60, 30, 30, 30, 30, 10])).not.toContain('ne se touchent pas')
})

// « la réponse « Autres réponses » : le plus, « En bus » ; le moins, « Autres réponses » »
test('small answers put together are neither the answer nor a group that a sentence begins with', () => {
  const said = (shares: number[][]) => {
    const one = asked(shares)
    const [crossing] = one.crossings as [Crossing]
    const rest = { value: 'autres:oui+non', text: 'Autres réponses' }
    crossing.by = { ...crossing.by!, choices: [...crossing.by!.choices, rest] }
    crossing.answers = [...crossing.answers, { value: 'autres:beaucoup', label: 'Autres réponses' }]
    Object.assign(crossing, { bases: [400, 400, 400] })
    const { brief, sentence } = exploredOf('loisirs', head, one, 'solution')!
    return plain(`${brief} ${sentence}`)
  }
  const close = [
    [30, 50, 60],
    [32, 49, 20],
    [70, 20, 5],
  ]
  expect(said(close)).not.toContain('« Autres réponses »')
  // the rest is at 70 %: neither of the two is the end of them all
  expect(said(close)).toContain(': parmi les groupes nommés, le plus, ')
  const whole = exploredOf(
    'loisirs',
    head,
    asked([
      [30, 70],
      [32, 68],
    ]),
    'solution',
  )!
  expect(plain(whole.sentence)).not.toContain('parmi les groupes')
  expect(said(close)).toMatch(
    /^Aucun écart n’est établi entre ces groupes, sans compter ce qui est réuni sous « Autres »\./,
  )
  const apart = said([
    [30, 70, 60],
    [32, 29, 20],
    [70, 2, 5],
  ])
  expect(apart).toMatch(/« Pas besoin » : 70 % pour « Oui », 29 % pour « Non »/)
  expect(apart).not.toContain('« Autres réponses »')
})

// « le plus, « Lavaur », 37 % » stood over a bar of 40 %: the gap of a smaller group is wider, and not established
test('a group further out than the two that are told is said, and neither of these is « le plus »', () => {
  const among = (shares: number[], bases: number[]) => {
    const question = asked(shares.map((share) => [share, 30]))
    const [crossing] = question.crossings as unknown as { by: { choices: object[] }; bases: number[] }[]
    crossing!.by.choices = shares.map((_, at) => ({ value: `${at}`, text: `Groupe ${at}` }))
    crossing!.bases = bases
    return plain(exploredOf('loisirs', head, question, 'solution')!.sentences[0]!.sentence)
  }
  const above = among([40, 37, 20], [25, 400, 400])
  expect(above).toMatch(/« Beaucoup » : « Groupe 1 », 37 % .* ; « Groupe 2 », 20 % /)
  expect(above).toMatch(
    / Plus haut, « Groupe 0 », 40 % \(intervalle .*\) : son écart avec « Groupe 2 » n’est pas établi\./,
  )
  expect(above).not.toMatch(/le plus,|le moins,/)
  const both = among([40, 37, 20, 17], [25, 400, 400, 25])
  expect(both).toMatch(
    / Plus haut, « Groupe 0 », .*\. Plus bas, « Groupe 3 », .* : son écart avec « Groupe 1 » n’est pas établi\./,
  )
  expect(among([40, 37, 20], [400, 400, 400])).toMatch(/le plus, « Groupe 0 », .*le moins, « Groupe 2 », /)
  // « le plus, au moins 90 % ; le moins, 96 % », « le moins, « Groupe 2 », 23 % » of two that have 23 %
  for (const shares of [
    [100, 96, 90],
    [30, 25, 0],
    [40, 23, 23],
    [23, 23, 23],
  ])
    expect(among(shares, [400, 400, 400])).not.toMatch(/le plus,|le moins,/)
  expect(among([40, 37, 20, 0], [25, 400, 400, 25])).not.toMatch(/Plus bas/)
  expect(among([60, 30, 0], [400, 400, 400])).toMatch(/écarts sont établis.*L’un d’eux, « /)
  expect(among([60, 30, 10], [400, 400, 400])).toMatch(/écarts sont établis.*Le plus large, « /)
})

// « le plus, « 1 501 et plus », 63 % » stood beside a group told as « la plupart »; « le plus, 70 % ; le moins, 70 % »
test('no group is « le plus » where one of them has no figure, or the same', () => {
  const said = (shares: (number | string | null)[], left: string[] = []) => {
    const one = asked(shares.map((share) => [share, 30]) as number[][])
    const [crossing] = one.crossings as [Crossing]
    const choices = shares.map((_, at) => ({ value: `${at}`, text: `Groupe ${at}` }))
    Object.assign(crossing, { bases: shares.map(() => 400), by: { ...crossing.by!, choices, left } })
    return plain(exploredOf('loisirs', head, one, 'solution')!.sentences[0]!.sentence)
  }
  expect(said([63, 30])).toMatch(/: le plus, « Groupe 0 », 63 % .* ; le moins, « Groupe 1 », 30 % /)
  expect(said([63, 30, 'la plupart'])).toMatch(/: « Groupe 0 », 63 % .* ; « Groupe 1 », 30 % /)
  for (const shares of [
    [63, 30, 'la plupart'],
    [63, 30, null],
    [70, 70],
  ])
    expect(said(shares)).not.toMatch(/le plus,|le moins,/)
  expect(said([63, 30], ['Un petit groupe'])).not.toMatch(/le plus,|le moins,/)
})

/** A publication in which a finding shows these figures of the question, by its list. */
function headWith(figures: { dims: Record<string, string>; value: number; base: number }[]): Head {
  const finding = {
    ...{ questionnaire: 'loisirs', indicator: 'utile', title: 'Utile', source: { field: 'utile' }, breakdowns: [] },
    estimate: { value: figures[0]!.value, low: 0.65, high: 0.75, base: figures[0]!.base, unit: 'share' },
    evidence: { unit: 'households' },
  }
  const tables = [{ id: 'loisirs/utile/solution', precision, figures }]
  return { ...head, findings: [finding], document: { ...document, published: { tables } } } as unknown as Head
}

// « 60 écarts sont comparés à la fois », of 36 that the finding tests
test('how many gaps are compared is told of those it was tested among', () => {
  const shares = [42, 30, 30, 30, 30, 23]
  const one = asked(shares.map((share) => [share, 30]))
  const [crossing] = one.crossings as [Crossing]
  const choices = shares.map((_, at) => ({ value: `${at}`, text: `Groupe ${at}` }))
  Object.assign(crossing, { bases: choices.map(() => 100), by: { ...crossing.by!, choices } })
  const list = { ...crossing.by!, title: 'Avez-vous une solution ?' }
  const figures = choices.map(({ value }, at) => ({
    dims: { solution: value, reponse: 'beaucoup' },
    value: shares[at]! / 100,
    base: 100,
  }))
  const ofList = { ...one, lists: [list] } as unknown as PublishedQuestion
  const said = (of: Head) => plain(exploredOf('loisirs', of, ofList, 'solution')!.sentences[0]!.sentence)
  expect(said(head)).toContain('mais 30 écarts sont comparés à la fois')
  expect(said(headWith(figures))).toContain('mais 15 écarts sont comparés à la fois')
})

// a finding of two answers together found three gaps: « Aucun écart n’est établi entre ces groupes »
test('where a finding counts answers together, that no gap is established is said of each answer', () => {
  const one = asked([
    [25, 52],
    [24, 44],
  ])
  const figures = ['oui', 'non'].map((solution) => ({
    dims: { solution, reponse: 'beaucoup+besoin' },
    value: 0.7,
    base: 400,
  }))
  const said = exploredOf('loisirs', headWith(figures), one, 'solution')!
  expect(said.brief).toBe('Réponse par réponse, aucun écart n’est établi entre ces groupes.')
  expect(plain(said.sentence)).toMatch(/^Réponse par réponse, aucun écart n’est établi entre ces groupes, selon/)
  // it is read without the notes of the page
  expect(plain(said.sentence)).toContain(
    ' Le résultat « Utile » compte ensemble « Beaucoup » et « Pas besoin », soit 70 % (entre 65 % et 75 % ; 400 réponses) dans l’ensemble : ses écarts se lisent à part.',
  )
})

// « Deux écarts » stood over three rows that were marked; « les autres ne sont pas tous établis », of which none was
test('a verdict says which established gaps it leaves out, and that no other one is', () => {
  const said = (shares: number[][]) => {
    const one = asked(shares)
    const [crossing] = one.crossings as [Crossing]
    crossing.answers = [...crossing.answers, { value: 'autres:beaucoup', label: 'Autres réponses' }]
    crossing.by = { ...crossing.by!, choices: [...crossing.by!.choices, { value: 'un', text: 'Un' }] }
    Object.assign(crossing, { bases: [400, 400, 400] })
    const { brief, sentence } = exploredOf('loisirs', head, one, 'solution')!
    return plain(`${brief} ${sentence}`)
  }
  const gap = [
    [30, 45, 25],
    [30, 33, 37],
    [30, 39, 31],
  ]
  const text = said(gap)
  expect(text).toMatch(/^Un écart est établi, sans compter les réponses réunies sous « Autres »\. « Pas besoin » :/)
  expect(text).toMatch(/ Aucun autre écart n’est établi\./)
})

test('small groups put together are « les autres, ensemble », and what is left out of a verdict is named', () => {
  const said = (shares: number[][], folds: { group?: boolean; answer?: boolean }) => {
    const one = asked(shares)
    const [crossing] = one.crossings as [Crossing]
    const group = { value: folds.group ? 'autres:oui+non' : 'un', text: folds.group ? 'Autres réponses' : 'Un' }
    crossing.by = { ...crossing.by!, choices: [...crossing.by!.choices, group] }
    const answer = {
      value: folds.answer ? 'autres:beaucoup' : 'trois',
      label: folds.answer ? 'Autres réponses' : 'Trois',
    }
    crossing.answers = [...crossing.answers, answer]
    Object.assign(crossing, { bases: [400, 400, 400] })
    return plain(exploredOf('loisirs', head, one, 'solution')!.sentence)
  }
  const rows = [
    [30, 50, 20],
    [32, 49, 19],
    [31, 51, 18],
  ]
  const farAnswer = rows.map(([one, other], at) => [one!, other!, [60, 20, 5][at]!])
  const farGroup = [rows[0]!, rows[1]!, [80, 5, 15]]
  expect(said(farAnswer, { answer: true })).toMatch(/, sans compter les réponses réunies sous « Autres », selon/)
  expect(said(farGroup, { group: true })).toMatch(/, sans compter les groupes réunis sous « Autres », selon/)
  const pair = asked([
    [30, 50],
    [48, 52],
  ])
  const [crossing] = pair.crossings as [Crossing]
  const rest = { value: 'autres:non', text: 'Autres réponses' }
  crossing.by = { ...crossing.by!, choices: [crossing.by!.choices[0]!, rest] }
  expect(plain(exploredOf('loisirs', head, pair, 'solution')!.sentence)).toMatch(
    /les autres, ensemble, 48 % .*« Oui », 30 %/,
  )
})
