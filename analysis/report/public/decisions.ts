/** What the committee decided on some findings, as the public page says it. */
import { correctedOn, dueDay, isEnded } from '../../../surveys/authority/follow-up.ts'
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
  const { typeset } = numbersIn('fr')
  return decidedOn(findings, source).map((one) => {
    const { date, text, due: first, outcome } = one
    // of words that inhabitants never read, nothing is said
    const former = one.former?.filter(({ isPublic }) => isPublic)
    const corrected = correctedOn({ ...one, former }, ['text', 'date', 'due'])
    const due = isEnded(outcome) ? '' : dueDay({ due: first, outcome })
    return {
      day: [words.decidedOn(day(date)), corrected && words.correctedOn(day(corrected)), words.asWritten]
        .filter(Boolean)
        .join(' '),
      text: typeset(text),
      due: due === '' ? '' : words.due(day(due)),
      became: outcome ? words.became[outcome.state](day(outcome.state === 'postponed' ? due : outcome.date)) : '',
      why: typeset(outcome?.text ?? ''),
    }
  })
}
