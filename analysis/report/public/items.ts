/** The other results, a few lines each. */
import { underTitle } from '../../../surveys/wording/sentence-frame.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { nameIn } from '../finding-blocks.ts'
import { decidedOn } from '../sections/decided.ts'
import { mainFindings } from '../sections/summary.ts'
import type { ReportSource } from '../source.ts'
import { decisionsBeside, decisionsOn } from './decisions.ts'
import { type PublicLanguage, publicLanguages } from './languages.ts'
import { numbersIn } from './numbers.ts'
import type { PublicItem } from './public-pages.ts'
import { askedBy, type PublicPicture, tellingOf } from './telling.ts'
import { wordsFor } from './words.ts'

type Items = { items: PublicItem[]; left: number }

/**
 * Other results: what something was decided on comes first, then the main findings, those told in every language before the others; one a
 * question. Each language has those of the page in French.
 *
 * @returns `left`: how many of them the language has no words for
 */
export function itemsOf(
  source: ReportSource,
  language: PublicLanguage,
  leads: readonly Finding[],
  room: number,
): Items {
  const paged = new Set(leads.map(({ objective }) => objective))
  const titles = new Set<string>()
  const chosen = chosenOf(source, leads, room)
  const items = chosen.flatMap((finding): PublicItem[] => {
    const telling = tellingOf(finding, source, language)
    if (telling === null) return []
    const title = language === 'fr' ? numbersIn('fr').typeset(nameIn(source.findings, finding)) : telling.question
    if (titles.has(title)) return []
    titles.add(title)
    // a decision of an objective stands once, on its page
    const noted = paged.has(finding.objective)
      ? []
      : [...decisionsOn([finding], source, language), ...decisionsBeside([finding], source, language)]
    const isSaid = language !== 'fr' || isSame(telling.question, finding.title)
    const question = isSaid ? '' : numbersIn('fr').typeset(wordsFor(source, 'fr').asked(telling.question))
    const [first = '', ...more] = telling.lines
    const lines = [underTitle(first, title), ...more]
    return [{ title, question, ...pick({ ...telling, lines }), where: null, decided: noted }]
  })
  return { items, left: chosen.length - items.length }
}

function chosenOf(source: ReportSource, leads: readonly Finding[], room: number): Finding[] {
  const decided = eachOnce(source.findings).filter((finding) => decidedOn([finding], source).length > 0)
  const isWordedIn = (language: PublicLanguage) => (finding: Finding) => tellingOf(finding, source, language) !== null
  const isEverywhere = (finding: Finding) => publicLanguages.every((language) => isWordedIn(language)(finding))
  const main = mainFindings(source.findings, source.coverage).filter(isWordedIn('fr'))
  const ordered = [
    ...decided.filter(isWordedIn('fr')),
    ...main.filter(isEverywhere),
    ...main.filter((finding) => !isEverywhere(finding)),
  ]
  const asked = new Set(leads.map(askedBy))
  const once = ordered.filter((finding) => {
    const question = askedBy(finding)
    return !asked.has(question) && asked.add(question)
  })
  return once.slice(0, Math.max(0, room))
}

/** The same words, whatever their case, spaces and last sign. */
const isSame = (one: string, other: string): boolean => wordsOnly(one) === wordsOnly(other)
const wordsOnly = (text: string) =>
  text
    .toLocaleLowerCase('fr')
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ')

const pick = ({ lines, picture }: { lines: string[]; picture: PublicPicture | null }) => ({ lines, picture })
