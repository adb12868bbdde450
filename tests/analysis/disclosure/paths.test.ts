import { expect, test } from 'vitest'
import { auditBounds } from '../../../analysis/disclosure/audit.ts'
import { publish } from '../../../analysis/disclosure/gate.ts'
import { givenAway } from '../../../analysis/disclosure/joint.ts'
import type { Path } from '../../../analysis/disclosure/knowledge.ts'
import { pathRows } from '../../../analysis/disclosure/paths.ts'
import { policies } from '../../../analysis/disclosure/policy.ts'
import type { Published } from '../../../analysis/disclosure/published.ts'
import { sharesTable } from '../../../analysis/disclosure/shares-table.ts'
import { addition, type Equation } from '../../../analysis/disclosure/system.ts'
import type { FigureTable } from '../../../analysis/disclosure/table.ts'
import { seeded } from '../../../surveys/people/random.ts'

const zones = ['sud', 'nord']

/** One person: their zone, what they said of the first question and, when they said yes, of the second. */
type Person = { zone: string; garde: 'oui' | 'non' | null; avis: 'bien' | 'mal' | null }

function tableOf(people: readonly Person[], question: 'garde' | 'avis', sensitive = false): FigureTable {
  const answers = question === 'garde' ? ['oui', 'non'] : ['bien', 'mal']
  const among = (where: Readonly<Record<string, string>>) =>
    people.filter((one) => one[question] !== null && (where.zone === undefined || where.zone === one.zone))
  return sharesTable({
    id: question,
    title: question,
    universe: `essai.${question}`,
    sensitive,
    by: [{ name: 'zone', values: zones }],
    answers: { name: 'reponse', values: answers },
    base: (where) => among(where).length,
    count: (where, answer) => among(where).filter((one) => one[question] === answer).length,
    estimate: (where) => ({ value: null, why: 'not-asked', base: among(where).length }),
  })
}

const path: Path = {
  inner: 'essai.avis',
  outer: 'essai.garde',
  answers: ['oui', 'non'],
  among: ['oui'],
  without: [],
  answered: true,
  exclusive: true,
  times: 1,
  sheets: 'essai.feuilles',
}

const people = (zone: string, count: number, garde: Person['garde'], avis: Person['avis']): Person[] =>
  Array.from({ length: count }, () => ({ zone, garde, avis }))

/** In the south three families say no; all the others are asked for their opinion, and give it. */
const village = [
  ...people('sud', 14, 'oui', 'bien'),
  ...people('sud', 13, 'oui', 'mal'),
  ...people('sud', 3, 'non', null),
  ...people('nord', 40, 'oui', 'bien'),
  ...people('nord', 30, 'oui', 'mal'),
  ...people('nord', 30, 'non', null),
]

function publishedOf(survey: readonly Person[], paths: readonly Path[], sensitive = false): Published {
  const tables = [tableOf(survey, 'garde', sensitive), tableOf(survey, 'avis')]
  return publish({ tables, snapshot: 'cloture', responses: survey.length, paths }, policies.document)
}

/** Somebody who read the questionnaire: whoever gave an opinion had said yes. */
function attack({ knowledge }: Published): Map<string, [number, number]> {
  const keys = Object.keys(knowledge.counts)
  const at = (key: string) => keys.indexOf(key)
  const equations: Equation[] = knowledge.sums.map(({ total, parts }) => addition(at(total), parts.map(at)))
  for (const group of ['', '|zone=sud', '|zone=nord']) {
    const yes = at(`essai.garde|reponse=oui${group}`)
    equations.push({
      terms: [
        [at(`essai.avis${group}`), 1],
        [yes, -1],
      ],
      low: Number.NEGATIVE_INFINITY,
      high: 0,
    })
  }
  const hidden = keys.map((key) => knowledge.counts[key] === null)
  const system = { keys, counts: keys.map((key) => knowledge.counts[key] ?? -1), equations }
  return new Map(auditBounds(system, hidden).map(({ cell, lo, hi }) => [keys[cell]!, [lo, hi]]))
}

const no = 'essai.garde|reponse=non|zone=sud'

test('how many answered a question tells how few did not come to it, unless the gate knows the path', () => {
  const [low, high] = attack(publishedOf(village, [])).get(no)!
  expect(high - low).toBeLessThan(5)
  const [least, most] = attack(publishedOf(village, [path])).get(no)!
  expect(most - least).toBeGreaterThanOrEqual(policies.document.leastAnswers)
})

test('a sensitive answer is left as much room as a group', () => {
  const [low, high] = attack(publishedOf(village, [path], true)).get(no)!
  expect(high - low).toBeGreaterThanOrEqual(policies.document.leastSensitive)
})

test('where nobody is few, the path costs no figure', () => {
  const large = [...village, ...people('sud', 30, 'non', null)]
  const secrets = ({ tables }: Published) => tables.flatMap(({ figures }) => figures.filter(({ secret }) => secret))
  expect(secrets(publishedOf(large, [path]))).toEqual([])
})

test('200 random surveys: by the path no small answer is ever known closely', () => {
  const random = seeded(9)
  let watched = 0
  for (let round = 0; round < 200; round++) {
    const survey = Array.from({ length: 30 + Math.floor(random() * 200) }, (): Person => {
      const zone = random() < 0.4 ? 'sud' : 'nord'
      const garde = random() < 0.05 ? null : random() < 0.9 ? 'oui' : 'non'
      return { zone, garde, avis: garde !== 'oui' || random() < 0.03 ? null : random() < 0.6 ? 'bien' : 'mal' }
    })
    const published = publishedOf(survey, [path])
    for (const [key, [low, high]] of attack(published)) {
      if (!key.includes('essai.garde|reponse=')) continue
      const [, answer, zone] = /reponse=(\w+)(?:\|zone=(\w+))?$/.exec(key) ?? []
      const count = survey.filter((one) => one.garde === answer && (!zone || one.zone === zone)).length
      if (count === 0 || count >= policies.document.leastAnswers) continue
      watched++
      expect(high - low, `${key} ${low}–${high}`).toBeGreaterThanOrEqual(policies.document.leastAnswers)
    }
  }
  expect(watched).toBeGreaterThan(50)
})

test('two pages, each safe, are not beside each other when a path leads from one to the other', () => {
  const page = (table: FigureTable, hide: (key: string) => boolean, paths?: Path[]) => {
    const counts = new Map(table.cells.map(({ key, count }) => [key, count]))
    for (const { key, count } of table.figures) counts.set(key, count)
    const told = [...counts].map(([key, count]) => [key, hide(key) ? null : count] as const)
    return {
      snapshot: 'cloture',
      knowledge: { counts: Object.fromEntries(told), sums: table.sums, ...(paths ? { paths } : {}) },
    }
  }
  // both answers hidden in both zones: alone, the page tells nothing of them
  const first = page(tableOf(village, 'garde'), (key) => key.includes('reponse=') && key.includes('zone='), [path])
  const second = page(tableOf(village, 'avis'), () => false)
  expect([...givenAway([first], 5)]).toEqual([])
  expect([...givenAway([first, second], 5)]).toContain(`0 ${no}`)
})

test('of answers of which several may be given, each that stops people is counted alone', () => {
  const several = { ...path, exclusive: false, among: null, without: ['aucun', 'rien'] }
  const keys = ['essai.avis', 'essai.garde', 'essai.garde|reponse=aucun', 'essai.garde|reponse=rien']
  expect(pathRows([several], keys).map(({ terms }) => terms.map(([key, times]) => `${times} ${key}`))).toEqual([
    ['1 essai.avis', '-1 essai.garde', '1 essai.garde|reponse=aucun'],
    ['1 essai.avis', '-1 essai.garde', '1 essai.garde|reponse=rien'],
  ])
})

test('a path that answers did not take is no knowledge', () => {
  const stray = [...village, ...people('sud', 5, 'non', 'bien')]
  expect(publishedOf(stray, [path]).knowledge.paths).toBeUndefined()
})
