/** What is said before any result: how many answered what and when, what must be known, what was found wrong since. */
import { formOf } from '../../../surveys/dictionaries/words.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { textIn } from '../../findings/easy.ts'
import type { ReportSource } from '../source.ts'
import type { PublicLanguage } from './languages.ts'
import { numbersIn } from './numbers.ts'
import type { PublicPages } from './public-pages.ts'
import { publicWords } from './words.ts'

export function openingOf({ questionnaires, definitions = [] }: ReportSource, language: PublicLanguage): string {
  const words = publicWords[language]
  const { count, quote, and, day } = numbersIn(language)
  const answered = questionnaires.filter(({ responses }) => responses > 0)
  const total = answered.reduce((sum, { responses }) => sum + responses, 0)
  const names = answered.map((one) => quote(titleIn(one, definitions, language)))
  const asked = manyOf({ questionnaires }, language) ?? and(names)
  const periods = answered.flatMap(({ period }) => period ?? [])
  const from = periods.map((one) => one.from).sort()[0]
  const to = periods
    .map((one) => one.to)
    .sort()
    .at(-1)
  const dates = !from || !to ? '' : from === to ? words.on(day(from)) : words.between(day(from), day(to))
  return `${words.received(words.answers(count(total), formOf(total, language)), asked)} ${dates}`.trim()
}

/** More titles than one reads at a glance, and not all of them written in each language. */
const mostTitles = 4

/** How many were answered, when their titles are too many to be named. */
export function manyOf(
  { questionnaires }: Pick<ReportSource, 'questionnaires'>,
  language: PublicLanguage,
): string | null {
  const many = questionnaires.filter(({ responses }) => responses > 0).length
  if (many <= mostTitles) return null
  return publicWords[language].questionnaires(numbersIn(language).count(many), formOf(many, language))
}

export const titlesOf = ({ questionnaires, definitions = [] }: ReportSource, language: PublicLanguage): string[] =>
  questionnaires.filter(({ responses }) => responses > 0).map((one) => titleIn(one, definitions, language))

function titleIn(
  { slug, version, title }: ReportSource['questionnaires'][number],
  definitions: NonNullable<ReportSource['definitions']>,
  language: PublicLanguage,
): string {
  const own = definitions.find((one) => one.slug === slug && one.version === version)
  if (!own || language === 'fr') return title
  return textIn(own.title, language) ?? frenchOf(own.title)
}

export function marksIn({ demo, questionnaires, zoning }: ReportSource, language: PublicLanguage): string[] {
  const { marks } = publicWords[language]
  return [
    ...(demo ? [marks.demo] : []),
    ...(questionnaires.some(({ trial }) => trial) ? [marks.trial] : []),
    ...(zoning.provisional ? [marks.zoning] : []),
  ]
}

/** Publications found wrong; the reasons are in French, as they were written. */
export function noticesIn({ questionnaires }: ReportSource, language: PublicLanguage): PublicPages['sections'] {
  const { notices } = publicWords[language]
  const { day, typeset } = numbersIn(language)
  return (['withdrawal', 'erratum'] as const).flatMap((kind) => {
    const lines = questionnaires.flatMap((one) =>
      (one.notices ?? [])
        .filter((notice) => notice.kind === kind)
        .map((notice) => typeset(`${day(notice.day)} : ${notice.reason}`)),
    )
    return lines.length === 0 ? [] : [{ title: typeset(notices[kind]), lines, isNotice: true as const }]
  })
}
