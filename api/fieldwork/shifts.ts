/** What setting responses aside changes: the findings of documents without them, and with them, side by side. */

import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce } from '../../analysis/findings/finding.ts'
import { findingsOf } from '../../analysis/findings/findings.ts'
import { amount } from '../../analysis/text/format.ts'
import type { AppContext } from '../context.ts'
import { studiesIn } from '../responses/studies.ts'
import { frozenStudy } from '../results/frozen-study.ts'
import type * as wire from '../wire/fieldwork.ts'

const mostShown = 12

/** Only once the collection is over, and only when both sides are groups: a difference of a few would describe somebody. */
export async function shiftsIn(context: AppContext, slug: string): Promise<wire.Shifts> {
  const { status } = await context.questionnaires.found(slug)
  if (status !== 'closed') return { shifts: [], shiftNote: 'La comparaison se fait une fois le questionnaire clos.' }
  const [without] = await studiesIn(context, slug)
  const least = rules.leastDescribed
  if (without!.aside === 0) return { shifts: [], shiftNote: 'Aucune réponse n’est mise de côté : rien ne change.' }
  if (without!.aside < least || without!.responses < least)
    return { shifts: [], shiftNote: `Moins de ${least} réponses d’un côté : comparer ferait connaître quelqu’un.` }
  const frozen = await frozenStudy(context.store, without!, context.now().toISOString(), null)
  // what is compared is what was published: nobody may be recognised by the difference with it
  if ('refused' in frozen || frozen.next !== null || frozen.study.responses !== without!.responses)
    return { shifts: [], shiftNote: 'Publiez d’abord ces réponses : la comparaison se fait avec ce qui est publié.' }
  const [withAll] = await studiesIn(context, slug, () => {}, null, true)
  const withAside = new Map(findingsOf(withAll!).findings.map((finding) => [finding.indicator, finding]))
  const rows = eachOnce(findingsOf(frozen.study).findings).flatMap((finding) => {
    const [before, after] = [finding.estimate, withAside.get(finding.indicator)?.estimate]
    if (before.value === null || !after || after.value === null) return []
    const gap = Math.abs(before.value - after.value) / Math.max(Math.abs(before.value), Math.abs(after.value), 1e-9)
    return [
      { title: finding.title, without: amount(before.value, before.unit), with: amount(after.value, after.unit), gap },
    ]
  })
  const shifts = rows
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, mostShown)
    .map(({ gap: _, ...row }) => row)
  return { shifts, shiftNote: '' }
}
