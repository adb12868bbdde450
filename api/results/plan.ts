/** The plan as the current publications light it: each objective with its status and its strongest finding. */

import { mention } from '../../analysis/disclosure/rules.ts'
import { askedItem, withEvidence } from '../../analysis/evidence/asked.ts'
import { briefOf } from '../../analysis/findings/brief.ts'
import { coverage } from '../../analysis/findings/coverage.ts'
import { type Finding, inReadingOrder } from '../../analysis/findings/finding.ts'
import { besideLimit } from '../../analysis/findings/limits.ts'
import { strengths } from '../../analysis/findings/strength.ts'
import { nameIn } from '../../analysis/report/finding-blocks.ts'
import { mainFindings } from '../../analysis/report/sections/summary.ts'
import { publicWriters, writers } from '../../analysis/report/writers.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import type { AppContext } from '../context.ts'
import { evidenceFor } from '../evidence/sources.ts'
import type * as wire from '../wire/results.ts'
import type { Decisions } from './decisions.ts'
import { pictureOf } from './pictures/finding-picture.ts'
import { type Head, isWithdrawn, type Publications } from './publications.ts'
import { lineOf, shownEstimate } from './shown.ts'

/** What is current, for one colleague: only the questionnaires they work on. */
export async function currentFor(context: AppContext, publications: Publications, mine: (slug: string) => boolean) {
  const { questionnaires } = await context.questionnaires.list()
  const lines = questionnaires.filter(({ slug }) => mine(slug)).toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const all = await Promise.all(lines.map(({ slug }) => publications.all(slug)))
  const heads = all.map((own) => own.findLast((head) => !isWithdrawn(head)) ?? null)
  const asked = await Promise.all(
    lines.map(async ({ slug }) => {
      const { standing } = await context.questionnaires.found(slug)
      return (await context.questionnaires.published(slug, standing.version)).questionnaire
    }),
  )
  const there = heads.filter((head): head is Head => head !== null)
  const dates = new Map(there.map((head) => [head.surveyed.slug, head.document.date]))
  const findings = inReadingOrder(there.flatMap((head) => head.findings))
  const found = findings.flatMap((one) => askedItem(one, dates.get(one.questionnaire)!) ?? [])
  const beside = await evidenceFor({ context, worksOn: mine })
  return {
    lines,
    heads,
    asked,
    there,
    findings,
    rows: withEvidence(coverage(asked, findings), beside),
    /** Of all kinds, asked first. */
    evidence: [...found, ...beside],
    hasWithdrawn: all.flat().some(isWithdrawn),
  }
}

export type Current = Awaited<ReturnType<typeof currentFor>>

export async function overviewOf(
  { lines, heads, findings, rows }: Current,
  decisions: Decisions,
): Promise<wire.Overview> {
  return {
    mention,
    questionnaires: lines.map(({ slug, title, status }, at) => ({
      slug,
      title: frenchOf(title),
      status,
      current: heads[at] ? lineOf(heads[at]) : null,
    })),
    rows: rows.map((row) => {
      const own = findings.filter(({ objective }) => objective === row.objective)
      return {
        ...row,
        best: strengths.find((strength) => own.some((finding) => finding.strength === strength)) ?? null,
        concluded: own.filter(({ estimate }) => estimate.value !== null).length,
      }
    }),
    main: await Promise.all(mainFindings(findings, rows).map((finding) => pictured(finding, findings, decisions))),
    files: heads.some((head) => head !== null)
      ? [...writers, ...publicWriters].map(({ file, name, part }) => ({ file, name, part }))
      : [],
  }
}

export async function objectiveOf(
  number: number,
  { rows, findings, there, evidence, asked }: Current,
  decisions: Decisions,
): Promise<wire.ObjectivePage> {
  const own = findings.filter(({ objective }) => objective === number)
  const ids = new Set(own.map(({ indicator }) => indicator))
  const slugs = new Set(own.map(({ questionnaire }) => questionnaire))
  return {
    publications: there.filter(({ surveyed }) => slugs.has(surveyed.slug)).map(lineOf),
    row: rows.find(({ objective }) => objective === number)!,
    findings: await Promise.all(own.map((finding) => pictured(finding, findings, decisions))),
    decisions: (await Promise.all(own.map((finding) => decidedOn(finding, decisions))))
      .flat()
      .toSorted((a, b) => b.at.localeCompare(a.at)),
    apart:
      asked.flatMap(
        (one) =>
          besideLimit(
            one,
            own.filter(({ questionnaire }) => questionnaire === one.slug),
          ) ?? [],
      )[0] ?? null,
    evidence: evidence.filter((one) => one.objective === number && one.kind !== 'asked'),
    unread: there.flatMap(({ unread }) => unread).filter(({ indicator }) => ids.has(indicator)),
  }
}

const decidedOn = async ({ questionnaire, indicator }: Finding, decisions: Decisions) =>
  (await decisions.history(questionnaire, indicator)).map(({ publication: _, former: __, ...one }) => ({
    ...one,
    on: { questionnaire, indicator },
  }))

const pictured = async (
  finding: Finding,
  all: readonly Finding[],
  decisions: Decisions,
): Promise<wire.PicturedFinding> => ({
  ...(await lineOfFinding(finding, all, decisions)),
  brief: briefOf(finding.sentence),
  picture: pictureOf(finding),
  field: finding.source.field,
})

/** A finding where it is only named: its sentence, its figure with the interval, the last decision. */
export async function lineOfFinding(
  finding: Finding,
  all: readonly Finding[],
  decisions: Decisions,
): Promise<wire.FindingLine> {
  const { questionnaire, indicator, objective, sentence, strength, estimate } = finding
  const last = (await decisions.history(questionnaire, indicator)).at(-1)
  return {
    questionnaire,
    indicator,
    objective,
    title: nameIn(all, finding),
    sentence,
    strength,
    estimate,
    ...shownEstimate(estimate),
    decided: last ? { date: last.date, ...(last.outcome ? { outcome: last.outcome } : {}) } : null,
  }
}
