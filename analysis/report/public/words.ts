/** The fixed words of the results page, a file a language. */
import { isForYoung } from '../../../surveys/questionnaire/audiences.ts'
import type { ReportSource } from '../source.ts'
import type { PublicLanguage } from './languages.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { easyFrench } from './words/fr-facile.ts'
import type { PublicWords } from './words/public-words.ts'
import { toTheYoung } from './words/to-the-young.ts'

export const publicWords: Record<PublicLanguage, PublicWords> = { fr, 'fr-facile': easyFrench, en, ar }

/** « Tu » where every questionnaire says it; what the report does not carry may be anybody’s. */
export const wordsFor = (
  { definitions = [] }: Pick<ReportSource, 'definitions'>,
  language: PublicLanguage,
): PublicWords =>
  definitions.length > 0 && definitions.every(({ audience }) => isForYoung(audience))
    ? { ...publicWords[language], ...toTheYoung[language] }
    : publicWords[language]
