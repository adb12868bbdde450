/** Two doors: what everybody was asked counts everybody, and the rest says of whom it is. */
import { expect, test } from 'vitest'
import { subjectsOf } from '../../../analysis/columns/subjects.ts'
import type { Figures } from '../../../analysis/disclosure/published-figure.ts'
import { assess } from '../../../analysis/findings/assessment.ts'
import { benchmarksOf } from '../../../analysis/findings/benchmark.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { askedPart } from '../../../analysis/measures/respondents/doors.ts'
import { guide } from '../../../analysis/report/sections/guide.ts'
import type { Answers } from '../../../surveys/answers/response.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { doorKey, shortDoor } from '../../../surveys/questionnaire/door.ts'
import type { DefinitionElement, Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { exactFindingsOf, indicator, small, studyOf } from '../columns/study.ts'
import { noTables } from '../columns/tables.ts'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
/** Shares are published in whole percents. */
const rounded = (share: number) => Math.round(share * 100) / 100
const core = indicator({ id: 'coeur', field: 'garde', measure: 'share', wanted: ['oui'] })
const further = indicator({ id: 'suite', field: 'voiture', measure: 'share', wanted: ['true'] })
const essential = new Set(['garde', 'commune'])
const withDoors: Questionnaire = {
  ...small,
  definition: {
    pages: small.definition.pages.map((page) => ({
      ...page,
      elements: page.elements.map(
        (element): DefinitionElement => (essential.has(element.name) ? { ...element, essential: true } : element),
      ),
    })),
  },
}

/** 40 % need it; whoever has a car answers all of it more readily. */
function people(seed: number, count: number): Answers[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const [garde, voiture] = [random() < 0.4 ? 'oui' : 'non', random() < 0.5]
    const commune = random() < 0.5 ? '81140' : '81271'
    const isWhole = random() < (voiture ? 0.7 : 0.4)
    return isWhole ? { garde, commune, voiture } : { [doorKey]: shortDoor, garde, commune }
  })
}
/** @param households of the register */
const wholeTown = (households: number) => ({
  ...noTables,
  frames: {
    date: '2022-01-01',
    source: 'INSEE',
    rows: [{ zone: 'Ensemble', population: 'ménages' as const, age: '', count: households }],
  },
})
const findingsIn = (answers: Answers[], find = exactFindingsOf, reference = {}) => {
  const study = {
    ...studyOf(answers, [core, further]),
    ...reference,
    questionnaire: { ...withDoors, indicators: [core, further] },
  }
  const { findings } = find(study)
  return {
    core: findings.find(({ indicator: id }) => id === 'coeur')!,
    further: findings.find(({ indicator: id }) => id === 'suite')!,
  }
}

test('the estimate of an essential question uses all, that of another one whoever was asked it', () => {
  const answers = people(1, 2000)
  const whole = answers.filter((one) => !(doorKey in one))
  const found = findingsIn(answers)
  expect(found.core.estimate).toMatchObject({ base: 2000 })
  expect(found.core.estimate.value).toBe(rounded(answers.filter(({ garde }) => garde === 'oui').length / 2000))
  expect(found.core.limits.join(' ')).not.toContain('essentiel')
  expect(found.core.table!.base + found.core.sentence).not.toContain('entier')
  // a base is told without its last figure
  expect(Math.abs(found.further.estimate.base! - whole.length)).toBeLessThan(6)
  expect(found.further.estimate.value).toBe(rounded(whole.filter(({ voiture }) => voiture).length / whole.length))
})

test('the short responses are neither blank nor filtered: the base and the limits say by which door', () => {
  const answers = people(2, 2000)
  const { further } = findingsIn(answers)
  expect(plain(further.table!.base)).toContain(', hors version courte du questionnaire')
  expect(plain(further.sentence)).toMatch(/ La version courte du questionnaire ne pose pas cette question\.$/)
  expect(further.table!.notes.join(' ')).not.toContain('sans réponse')
  const limits = further.limits.map(plain)
  expect(limits.join(' ')).not.toContain('selon leurs réponses précédentes')
  expect(limits).toContain('Question du questionnaire entier : les réponses passées par l’essentiel ne l’ont pas eue.')
  const share = Math.round((answers.filter((one) => doorKey in one).length / 2000) * 100)
  expect(limits).toContain(
    `${share} % des réponses sont passées par l’essentiel : ce résultat décrit les personnes qui ont pris le temps de tout remplir.`,
  )
})

// Only those who went on answer it: « 320 familles répondantes » was read as all of them.
test('a question of the optional part says so in its sentence and beside its base, and nothing of the door', () => {
  const optional = {
    ...withDoors,
    definition: { pages: withDoors.definition.pages.map((page) => ({ ...page, optionalPart: true })) },
  }
  const study = { ...studyOf(people(5, 800), [further]), questionnaire: { ...optional, indicators: [further] } }
  const [found] = exactFindingsOf(study).findings
  expect(plain(found!.sentence)).toMatch(/ Question posée dans la partie facultative du questionnaire\.$/)
  expect(plain(found!.table!.base)).toMatch(/, réponses à la partie facultative seulement$/)
})

// 195 of 755 answered it, and « 13 % des familles ont répondu » was the rate of all but the short ones.
test('what the silent could change counts those who did not go on to the optional part', () => {
  const pages = small.definition.pages.flatMap((page) => [
    { ...page, elements: page.elements.filter(({ name }) => name !== 'voiture') },
    {
      name: 'suite',
      optionalPart: true,
      visibleIf: "{garde} = 'oui'",
      elements: page.elements.filter(({ name }) => name === 'voiture'),
    },
  ])
  const answers = Array.from({ length: 500 }, (_, at): Answers => {
    const isOn = at % 5 < 2
    return { garde: isOn ? 'oui' : 'non', commune: '81140', ...(isOn ? { voiture: at % 3 === 0 } : {}) }
  })
  const study = { ...studyOf(answers, [further], { ...small, definition: { pages } }), reference: wholeTown(2000) }
  const [found] = exactFindingsOf(study).findings
  expect(found!.bounds?.rate).toBe(0.1)
  expect(plain(found!.bounds!.text)).toContain('10 % des familles ont répondu à cette partie du questionnaire. Si')
})

test('the report says once what questions of the whole describe, where there are some', () => {
  const about = {
    place: 'Essai',
    date: '2026-04-30',
    demo: true,
    digest: '',
    scope: { questionnaire: null, objective: null },
  }
  const guideOf = (answers: Answers[]) => {
    const study = studyOf(answers, [core, further])
    const counted = {
      ...study,
      questionnaire: { ...withDoors, indicators: [core, further] },
      responses: answers.length,
    }
    return JSON.stringify(guide(assess([counted], { ...about, zones: study.zones })))
  }
  const answers = people(2, 400)
  const said = 'ne décrit que qui a pris le temps de tout remplir'
  expect(guideOf(answers)).toContain(said)
  expect(guideOf(answers.filter((one) => !(doorKey in one)))).not.toContain(said)
})

test('few short responses are said without the warning; none, and nothing is said', () => {
  const answers = people(3, 2000)
  const [short, whole] = [answers.filter((one) => doorKey in one), answers.filter((one) => !(doorKey in one))]
  const few = findingsIn([...whole, ...short.slice(0, 100)]).further.limits.map(plain)
  expect(few.filter((limit) => limit.includes('l’essentiel'))).toEqual([
    'Question du questionnaire entier : les réponses passées par l’essentiel ne l’ont pas eue.',
  ])
  expect(findingsIn(whole).further.limits.join(' ')).not.toContain('essentiel')
  expect(findingsIn(whole).further.table!.base).not.toContain('entier')
})

test('a share of the short responses that is not told leaves the part that was asked unknown, and the response rate', () => {
  const study = {
    ...studyOf(people(4, 200), [core, further]),
    questionnaire: { ...withDoors, indicators: [core, further] },
  }
  const untold = Object.assign(() => ({ state: 'too-small' }), { precision: () => null }) as unknown as Figures
  const [own] = subjectsOf(study).subjects.filter(({ field }) => field.path === 'voiture')
  expect(askedPart(own!, untold)).toBeNull()
  const known = benchmarksOf({ ...study, reference: wholeTown(200) }, [], untold)
  expect(known.isChecked(1, study.table, 1)).toBe(true)
  expect(known.rateOf(study.table, null)).toBeNull()
  expect(known.isChecked(1, study.table, null)).toBe(false)
})

test('over twenty populations the interval of an essential question holds the truth, and bounds count who was not asked', () => {
  const reference = { reference: wholeTown(4000) }
  const runs = Array.from({ length: 20 }, (_, seed) => findingsIn(people(seed + 10, 1000), findingsOf, reference))
  const held = runs.filter(
    ({ core: { estimate } }) => estimate.value !== null && estimate.low <= 0.4 && estimate.high >= 0.4,
  )
  expect(held.length).toBeGreaterThanOrEqual(17)
  for (const { core, further } of runs) {
    expect(core.bounds!.rate).toBeCloseTo(0.25, 1)
    // 45 % came by the short door
    expect(further.bounds!.rate).toBeLessThan(0.16)
  }
})
