/** Decisions noted on a finding, as a report prints them; a line to fill in only where none is noted. */
import { outcomeSaid, whoAndWhen } from '../../../surveys/authority/follow-up.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { date, typeset } from '../../text/format.ts'
import type { Decided, ReportSource } from '../source.ts'
import type { Block } from '../tree.ts'

/** Of these findings, the newest first. */
export function decidedOn(
  findings: readonly Finding[],
  { decisions = [] }: Pick<ReportSource, 'decisions'>,
): (Decided & { finding: Finding })[] {
  return eachOnce(findings)
    .flatMap((finding) =>
      decisions
        .filter((one) => one.questionnaire === finding.questionnaire && one.indicator === finding.indicator)
        .toReversed()
        .map((one) => ({ ...one, finding })),
    )
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
}

/** @param label of the line left to fill in */
export function decisionBlocks(findings: readonly Finding[], source: ReportSource, label: string): Block[] {
  const noted = decidedOn(findings, source)
  if (noted.length === 0) return [{ kind: 'blank', label }]
  return noted.map(
    ({ text, by, date: day, finding, ...rest }): Block => ({
      kind: 'note',
      tone: 'plain',
      // what became of it comes first: one that was given up is not read as one that holds
      text: [
        rest.outcome && typeset(outcomeSaid(rest.outcome)),
        `Décidé le ${date(day)}, noté par ${by}, sur « ${finding.title} » : ${text}`,
        typeset(whoAndWhen(rest)),
      ]
        .filter(Boolean)
        .join(' '),
    }),
  )
}
