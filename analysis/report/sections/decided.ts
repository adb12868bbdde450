/** Decisions noted on a finding, as a report prints them; a line to fill in only where none is noted. */
import { correctedOn, holds, outcomeSaid, whoAndWhen } from '../../../surveys/authority/follow-up.ts'
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

/** ISO day from which a document says of it what it says now, '' = from the first. */
export const correctedIn = (decided: Decided): string => correctedOn(decided, ['text', 'date', 'pilot', 'due'])

/** @param label of the line left to fill in */
export function decisionBlocks(findings: readonly Finding[], source: ReportSource, label: string): Block[] {
  const noted = decidedOn(findings, source)
  if (noted.length === 0) return [{ kind: 'blank', label }]
  return noted.map((one): Block => {
    const { text, by, date: day, finding, outcome } = one
    const corrected = correctedIn(one)
    const became = outcome && typeset(outcomeSaid(outcome))
    return {
      kind: 'note',
      tone: 'plain',
      text: [
        // one that was given up is not read as one that holds
        !holds(one) && became,
        // what is decided first, as on the slides
        typeset(closed(text)),
        typeset(whoAndWhen(one, source.today ?? source.date)),
        holds(one) && became,
        `Décidé le ${date(day)}, noté par ${by}${corrected && `, corrigé le ${date(corrected)}`}, sur « ${finding.title} ».`,
      ]
        .filter(Boolean)
        .join(' '),
    }
  })
}

const closed = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
