import { expect, test } from 'vitest'
import { publishedEstimate } from '../../../../analysis/disclosure/interval.ts'
import { exploredOf } from '../../../../api/results/explorer/explored.ts'
import type { Head, PublishedQuestion } from '../../../../api/results/publications.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
/** Of the finding, and of tables that count children as if they answered as one. */
const [fine, coarse] = [0.9, 0.3].map((worth) => ({ worth, peoplePerAnswer: 1, noise: 1 })) as [Precision, Precision]
type Precision = { worth: number; peoplePerAnswer: number; noise: number }

const ages = ['6-10', '11-14', '15-17']
const answers = ['Les vacances', 'Le soir']
/** `shares[age][answer]` in percent. */
const shares = [
  [68, 20],
  [21, 25],
  [30, 22],
]
const bases = [45, 70, 60]
const list = { path: 'age', title: 'Tranche d’âge' }
const question = {
  path: 'moments',
  title: 'Quels moments ?',
  kind: 'several',
  who: ['enfant', 'enfants'],
  lists: [list],
  crossings: [
    {
      by: { ...list, choices: ages.map((text) => ({ value: text, text })), left: [] },
      answers: answers.map((label) => ({ value: label, label })),
      bases,
      shares,
      precision: coarse,
    },
  ],
} as unknown as PublishedQuestion

/** @param waiting an age whose figures wait */
function headOf(waiting?: string): Head {
  const figures = shares.flatMap((own, at) =>
    own.map((share, answer) => {
      const place = { key: `${at} ${answer}`, dims: { age: ages[at]!, reponse: answers[answer]! } }
      if (ages[at] === waiting) return { ...place, state: 'too-small', isWaiting: true }
      return { ...place, state: 'published', estimate: publishedEstimate(share / 100, bases[at]!, fine) }
    }),
  )
  return {
    surveyed: { period: null },
    questions: [],
    document: { digest: '', published: { tables: [{ id: 'sud/moments/age', figures, precision: fine }] } },
    findings: [
      {
        questionnaire: 'sud',
        indicator: 'moments',
        source: { field: 'moments' },
        estimate: publishedEstimate(0.4, 200, fine),
        evidence: { unit: 'children' },
        breakdowns: [{ table: { title: 'Selon : tranche d’âge', rows: answers.map((label) => ({ label })) } }],
      },
    ],
  } as unknown as Head
}
const noFinding = { ...headOf(), findings: [] } as Head

test('a question by a list that a finding shows has its figures, intervals and tests', () => {
  const alone = exploredOf('sud', noFinding, question, 'age')!
  expect(alone.brief).toBe('Aucun écart n’est établi entre ces groupes.')
  const found = exploredOf('sud', headOf(), question, 'age')!
  expect(plain(found.brief)).toBe(
    'Deux écarts sont établis. Le plus large, « Les vacances » : 68 % pour « 6-10 », 21 % pour « 11-14 ».',
  )
  expect(found.cells!.map(({ estimate }) => estimate)).toMatchObject(
    shares.flatMap((own, at) => own.map((share) => publishedEstimate(share / 100, bases[at]!, fine))),
  )
})

test('a group that waits in the finding waits in the explorer', () => {
  const late = structuredClone(question)
  Object.assign(late.crossings[0]!, { shares: [shares[0], [null, null], shares[2]] })
  const { cells } = exploredOf('sud', headOf('11-14'), late, 'age')!
  expect(cells!.filter(({ dims }) => dims.age === '11-14').map(({ estimate }) => estimate)).toEqual(
    answers.map(() => ({ value: null, why: 'waiting', base: 0 })),
  )
})

// of three findings of one question, nothing said which of them the explorer agreed with
test('the finding whose figures are shown is named, the one that shows the most where there are several', () => {
  const follows = (head: Head) => exploredOf('sud', head, question, 'age')!.follows
  expect(follows(noFinding)).toBeNull()
  const head = headOf()
  const [finding] = head.findings
  Object.assign(finding!, { title: 'Moments souhaités' })
  const other = { ...finding!, indicator: 'soir', title: 'Le soir' }
  const [table] = head.document.published.tables
  const less = { ...table!, id: 'sud/soir/age', figures: table!.figures.slice(0, 2) }
  Object.assign(head.document.published, { tables: [less, table!] })
  expect(follows({ ...head, findings: [other, finding!] })).toEqual({
    indicator: 'moments',
    title: 'Moments souhaités',
    isOpen: false,
    of: [],
    adds: [],
    figure: '',
  })
  // « Mêmes chiffres » of a finding that gives none: « impossible de dire ce qui vient en tête »
  const open = { ...finding!, estimate: { value: null, why: 'too-few', base: 60 } as const }
  expect(follows({ ...head, findings: [open] })).toMatchObject({ isOpen: true })
  // « Mêmes chiffres » of a finding that adds them up: by its own figure, another zone came first
  const added = {
    ...table!,
    figures: table!.figures.slice(0, 1).map((one) => ({ ...one, dims: { age: '6-10', reponse: answers.join('+') } })),
  }
  Object.assign(head.document.published, { tables: [added] })
  expect(follows(head)!.adds).toEqual(answers)
  // « compte ensemble », without what they are together
  expect(plain(follows(head)!.figure)).toMatch(/^40 % \(entre \d+ % et \d+ % ; 200 enfants\)$/)
  expect(plain(exploredOf('sud', head, question, 'age')!.sentence)).toContain(
    `compte ensemble « Les vacances » et « Le soir », soit ${plain(follows(head)!.figure)} dans l’ensemble :`,
  )
  Object.assign(finding!, { zone: 'Gaillac' })
  expect(follows(head)!.figure).toBe('')
  Object.assign(finding!, { zone: undefined })
  // « Mêmes chiffres », over a picture of more answers than the one it has
  const one = { ...table!, figures: table!.figures.filter(({ dims }) => dims.reponse === answers[0]) }
  Object.assign(head.document.published, { tables: [one] })
  expect(follows(head)).toMatchObject({ of: ['Les vacances'], adds: [], figure: '' })
})

// the explorer said « 6 », 14 %, and the finding of the same question that the mean is 5,6
test('of a question that a finding reads by its mean, the sentence says the mean', () => {
  const stops = ['0', '5', '10']
  const given = [10, 50, 40]
  const cursor = {
    ...question,
    path: 'envie',
    title: 'Votre envie',
    kind: 'shares',
    lists: [],
    crossings: [
      {
        by: null,
        answers: stops.map((stop) => ({ value: stop, label: stop })),
        bases: [200],
        shares: [given],
        precision: fine,
      },
    ],
  } as unknown as PublishedQuestion
  const figures = stops.map((reponse, at) => ({
    key: reponse,
    dims: { reponse },
    state: 'published',
    estimate: publishedEstimate(given[at]! / 100, 200, fine),
  }))
  const mean = {
    questionnaire: 'sud',
    indicator: 'envie',
    title: 'L’envie',
    source: { field: 'envie' },
    estimate: { value: 6.5, low: 6.1, high: 6.9, base: 200, unit: 'score' },
    sentence: 'La moyenne est de 6,5 (entre 6,1 et 6,9 ; 200 réponses). Réponses de 2025 et 2026 réunies.',
    breakdowns: [],
  }
  const said = (finding: object) =>
    plain(
      exploredOf(
        'sud',
        {
          ...headOf(),
          document: { digest: '', published: { tables: [{ id: 'sud/envie', figures, precision: fine }] } },
          findings: [{ ...mean, ...finding }],
        } as unknown as Head,
        cursor,
        '',
      )!.sentence,
    )
  const alone = said({ estimate: { ...mean.estimate, unit: 'share' } })
  expect(alone).toMatch(/^« Votre envie » : « 5 », 50 % /)
  expect(said({})).toBe(`${alone} La moyenne est de 6,5 (entre 6,1 et 6,9 ; 200 réponses).`)
  // a sentence that is of a zone, or concludes nothing, is not of everybody
  expect(said({ zone: 'Gaillac' })).toBe(alone)
  expect(said({ estimate: { value: null, why: 'too-few', base: 200 } })).toBe(alone)
})
