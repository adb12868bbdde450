/** What the young answered, one question a card, in words they say « tu » to. */
import { agesOf } from '../../../../surveys/questionnaire/audiences.ts'
import { eachOnce, type Finding } from '../../../findings/finding.ts'
import { mainFindings } from '../../sections/summary.ts'
import type { ReportSource } from '../../source.ts'
import { decisionsBeside, decisionsOn } from '../decisions.ts'
import type { PublicDecision } from '../public-pages.ts'
import { askedBy, definitionOf, type PublicPicture, tellingOf } from '../telling.ts'

/** `question`: as it was asked; `lines`: short sentences with the figure, its interval and its base; `decided`: the committee's own words. */
export type YouthCard = {
  question: string
  lines: string[]
  picture: PublicPicture | null
  decided: PublicDecision[]
}

/** Whether a questionnaire is answered by the young. */
export const isYoung = (audience: string): boolean => agesOf(audience) !== null

/**
 * The main findings first, one a question; those that conclude nothing, and those without easy words, are left out.
 *
 * @param most cards
 * @returns of the questionnaires of the young; of all where there is none of theirs
 */
export function youthCards(source: ReportSource, most: number): YouthCard[] {
  const all = [...mainFindings(source.findings, source.coverage), ...eachOnce(source.findings)]
  const own = all.filter((finding) => isYoung(definitionOf(finding, source)?.audience ?? ''))
  const decisions = (source.decisions ?? []).filter(({ isPublic }) => isPublic)
  const asked = new Set<string>()
  const cards: YouthCard[] = []
  for (const finding of own.length > 0 ? own : all) {
    if (cards.length >= most) break
    if (finding.strength === 'non concluant' || asked.has(askedBy(finding))) continue
    const telling = tellingOf(finding, source, 'fr-facile')
    if (telling === null) continue
    asked.add(askedBy(finding))
    cards.push({ ...telling, decided: decidedHere(finding, { ...source, decisions }) })
  }
  return cards
}

const decidedHere = (finding: Finding, source: ReportSource) => [
  ...decisionsOn([finding], source, 'fr-facile'),
  ...decisionsBeside([finding], source, 'fr-facile'),
]
