import { expect, test } from 'vitest'
import { accumulate } from '../../../analysis/columns/columns.ts'
import { freeze } from '../../../analysis/disclosure/gate.ts'
import { policies } from '../../../analysis/disclosure/policy.ts'
import type { Publication } from '../../../analysis/disclosure/publication.ts'
import { carried } from '../../../analysis/findings/carried.ts'
import type { Findings } from '../../../analysis/findings/finding.ts'
import { findingsOf } from '../../../analysis/findings/findings.ts'
import { provisionalZones } from '../../../surveys/authority/territory.ts'
import { respondentsOf } from '../../../surveys/people/person.ts'
import { seeded } from '../../../surveys/people/random.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { materialise } from '../../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { responses } from '../columns/study.ts'
import { attack } from '../disclosure/attacker.ts'

const questionnaire = materialise(founding.find(({ slug }) => slug === 'jeunes-11-15')!, {})

const short = { ...questionnaire, indicators: questionnaire.indicators.slice(0, 6) }

/** The first responses of one stream of people: a later study holds an earlier one whole. */
function studyOf(people: number, questionnaire: Questionnaire) {
  const random = seeded(11)
  const next = respondentsOf(questionnaire)
  const columns = accumulate(questionnaire)
  columns.add(
    responses(
      Array.from({ length: people }, () => next(random).answers),
      questionnaire.slug,
    ),
  )
  return { questionnaire, table: columns.table(), trial: false, period: null, zones: provisionalZones }
}

async function publishedAt(
  sizes: number[],
  asked = questionnaire,
): Promise<{ findings: Findings; publication: Publication }[]> {
  const published: { findings: Findings; publication: Publication }[] = []
  for (const size of sizes) {
    const earlier = published.map(({ publication }) => publication)
    const findings = findingsOf(studyOf(size, asked), `s${size}`, earlier)
    const about = { id: `s${size}`, date: '2026-05-01', snapshot: `s${size}`, responses: size }
    published.push({ findings, publication: await freeze(findings.published, about) })
  }
  return published
}

const { least, leastAnswers } = policies.document

test('two publications of a real questionnaire, read together, give no small group away', {
  timeout: 120_000,
}, async () => {
  const both = await publishedAt([240, 300])
  const [first, second] = both.map(({ findings }) => findings.published) as [
    Findings['published'],
    Findings['published'],
  ]
  // newcomers of a group published twice are none, or enough
  const answers = new Set(second.tables.flatMap(({ figures }) => figures.map(({ key }) => key)))
  for (const [key, now] of Object.entries(second.knowledge.counts)) {
    const before = first.knowledge.counts[key]
    if (now === null || typeof before !== 'number' || !answers.has(key)) continue
    const change = Math.abs(now - before)
    if (change > 0) expect(change, key).toBeGreaterThanOrEqual(leastAnswers)
  }
  // the attack on both systems at once, which supposes that answers were only added
  const secret = new Set(
    [first, second].flatMap(({ tables }, at) =>
      tables.flatMap(({ figures }) => figures.filter((one) => one.secret).map(({ key }) => `${at} ${key}`)),
    ),
  )
  expect(secret.size).toBeGreaterThan(100)
  const found = attack([first, second], { growing: true }).filter(({ key }) => secret.has(key))
  expect(found.length).toBeGreaterThan(100)
  // who left a question blank is published by groups, but how many did is known: of a few, nobody is ever singled out
  const isSilence = ({ key }: { key: string }) => key.includes('silence=')
  const known = ({ lo, hi }: { lo: number; hi: number }) => hi - lo < least
  const worded = ({ key, lo, hi }: (typeof found)[number]) => `${key} ${lo}–${hi}`
  expect(found.filter((one) => !isSilence(one) && known(one)).map(worded)).toEqual([])
  expect(found.filter((one) => isSilence(one) && known(one) && (one.lo > 0 || one.hi === 0)).map(worded)).toEqual([])
})

test('a figure that newcomers would give away is published again as it was, with its day', async () => {
  const [first, second] = await publishedAt([240, 260], short)
  const carriedFindings = carried(second!.findings.findings, [
    { findings: first!.findings.findings, day: '2026-05-01' },
  ])
  const again = carriedFindings.filter(({ limits }) => limits.some((limit) => limit.startsWith('Chiffre du 1')))
  expect(again.length).toBeGreaterThan(0)
  for (const finding of again) {
    const before = first!.findings.findings.find(({ indicator }) => indicator === finding.indicator)!
    expect([finding.estimate, finding.sentence]).toEqual([before.estimate, before.sentence])
  }
  // published a third time, it still bears the day it was counted
  const third = carried(second!.findings.findings, [{ findings: carriedFindings, day: '2026-06-01' }])
  expect(third.find(({ indicator }) => indicator === again[0]!.indicator)).toEqual(again[0])
})
