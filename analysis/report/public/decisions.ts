/** What the committee decided on some findings, as the public page says it. */
import { correctedOn, dueDay, isEnded, isLate } from '../../../surveys/authority/follow-up.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { textIn } from '../../findings/easy.ts'
import type { Finding } from '../../findings/finding.ts'
import { decidedOn } from '../sections/decided.ts'
import type { Decided, ReportSource } from '../source.ts'
import type { PublicLanguage } from './languages.ts'
import { numbersIn } from './numbers.ts'
import type { PublicDecision } from './public-pages.ts'
import { publicWords } from './words.ts'

export function decisionsOn(
  findings: readonly Finding[],
  source: ReportSource,
  language: PublicLanguage,
): PublicDecision[] {
  const words = publicWords[language]
  return decidedOn(findings, source).map((one) => decisionIn(one, words.decidedOn, language, readOn(source)))
}

/** What was decided on the same questions of another questionnaire, which is named, the newest first. */
export function decisionsBeside(
  findings: readonly Finding[],
  source: Pick<ReportSource, 'decidedBeside' | 'date' | 'today'>,
  language: PublicLanguage,
): PublicDecision[] {
  const { decidedBeside = [] } = source
  const words = publicWords[language]
  const { quote } = numbersIn(language)
  return decidedBeside
    .filter(({ objective, indicator }) =>
      findings.some((finding) => finding.objective === objective && finding.indicator === indicator),
    )
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map((one) => {
      const title = quote((language !== 'fr' && textIn(one.title, language)) || frenchOf(one.title))
      return decisionIn(one, (day) => words.decidedBeside(day, title), language, readOn(source))
    })
}

const readOn = ({ date, today = date }: Pick<ReportSource, 'date' | 'today'>): string => today

/** @param today ISO day it is read */
function decisionIn(
  one: Decided,
  decided: (day: string) => string,
  language: PublicLanguage,
  today: string,
): PublicDecision {
  const words = publicWords[language]
  const { day, typeset: typesetHere } = numbersIn(language)
  const { typeset } = numbersIn('fr')
  const { date, text, due: first, outcome } = one
  // of words that inhabitants never read, nothing is said
  const former = one.former?.filter(({ isPublic }) => isPublic)
  const corrected = correctedOn({ ...one, former }, ['text', 'date', 'due'])
  const due = isEnded(outcome) ? '' : dueDay({ due: first, outcome })
  return {
    day: typesetHere(
      [decided(day(date)), corrected && words.correctedOn(day(corrected)), words.asWritten].filter(Boolean).join(' '),
    ),
    text: typeset(text),
    due: due === '' ? '' : typesetHere((isLate(one, today) ? words.duePassed : words.due)(day(due))),
    became: outcome ? words.became[outcome.state](day(outcome.state === 'postponed' ? due : outcome.date)) : '',
    why: typeset(outcome?.text ?? ''),
  }
}
