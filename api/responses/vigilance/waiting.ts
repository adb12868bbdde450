/** What one holder of the role has still to read, among the questionnaires they work on. */
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import type { Account } from '../../accounts/account.ts'
import type { AppContext } from '../../context.ts'
import type { Flagged } from './flagged.ts'
import { type Seen, vigilanceIn } from './vigilance.ts'

export type FlaggedTexts = { slug: string; title: string; waiting: Flagged[]; seen: Seen[] }

export async function flaggedTextsFor(context: AppContext, { questionnaires: mine }: Account): Promise<FlaggedTexts[]> {
  const vigilance = vigilanceIn(context)
  const { questionnaires } = await context.questionnaires.list()
  const texts: FlaggedTexts[] = []
  for (const { slug, title } of questionnaires) {
    if (mine !== null && !mine.includes(slug)) continue
    const seen = await vigilance.seenIn(slug)
    const known = new Set(seen.map(({ id }) => id))
    const waiting = (await context.analysis.flagged(slug)).filter(({ id }) => !known.has(id))
    texts.push({ slug, title: frenchOf(title), waiting, seen })
  }
  return texts
}
