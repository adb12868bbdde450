/** What the committee decided on some findings, as the public page says it. */
import type { Finding } from '../../findings/finding.ts'
import { decidedOn } from '../sections/decided.ts'
import type { ReportSource } from '../source.ts'
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
  const { day } = numbersIn(language)
  return decidedOn(findings, source).map(({ date, text, due }) => ({
    day: [words.decidedOn(day(date)), words.asWritten].filter((text) => text !== '').join(' '),
    text: numbersIn('fr').typeset(text),
    due: due === undefined ? '' : words.due(day(due)),
  }))
}
