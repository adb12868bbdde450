/** The other results, a few lines each. */
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { nameIn } from '../finding-blocks.ts'
import { decidedOn } from '../sections/decided.ts'
import { mainFindings } from '../sections/summary.ts'
import type { ReportSource } from '../source.ts'
import { decisionsBeside, decisionsOn } from './decisions.ts'
import type { PublicLanguage } from './languages.ts'
import { numbersIn } from './numbers.ts'
import type { PublicItem } from './public-pages.ts'
import { askedBy, type PublicPicture, tellingOf } from './telling.ts'

/** Other results: what something was decided on comes first, then the main findings; one a question. */
export function itemsOf(
  source: ReportSource,
  language: PublicLanguage,
  leads: readonly Finding[],
  room: number,
): PublicItem[] {
  const decided = eachOnce(source.findings).filter((finding) => decidedOn([finding], source).length > 0)
  const asked = new Set(leads.map(askedBy))
  const paged = new Set(leads.map(({ objective }) => objective))
  const titles = new Set<string>()
  const items: PublicItem[] = []
  for (const finding of [...decided, ...mainFindings(source.findings, source.coverage)]) {
    if (items.length >= room || asked.has(askedBy(finding))) continue
    const telling = tellingOf(finding, source, language)
    if (telling === null) continue
    const title = language === 'fr' ? numbersIn('fr').typeset(nameIn(source.findings, finding)) : telling.question
    if (titles.has(title)) continue
    asked.add(askedBy(finding))
    titles.add(title)
    // a decision of an objective stands once, on its page
    const noted = paged.has(finding.objective)
      ? []
      : [...decisionsOn([finding], source, language), ...decisionsBeside([finding], source, language)]
    items.push({ title, question: '', ...pick(telling), where: null, decided: noted })
  }
  return items
}

const pick = ({ lines, picture }: { lines: string[]; picture: PublicPicture | null }) => ({ lines, picture })
