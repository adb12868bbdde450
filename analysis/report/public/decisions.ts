/** What the committee decided on some findings, as the public page says it. */
import { dueDay, isEnded } from '../../../surveys/authority/follow-up.ts'
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
  return decidedOn(findings, source).map(({ date, text, due: first, outcome }) => {
    const due = isEnded(outcome) ? '' : dueDay({ due: first, outcome })
    return {
      day: [words.decidedOn(day(date)), words.asWritten].filter(Boolean).join(' '),
      text: typeset(text),
      due: due === '' ? '' : words.due(day(due)),
      became: outcome ? words.became[outcome.state](day(outcome.state === 'postponed' ? due : outcome.date)) : '',
      why: typeset(outcome?.text ?? ''),
    }
  })
}
