/** « Ce que vous nous avez dit » : what people said, what is decided, when; as plain data for its writers, in four languages. */

import { objectiveOf } from '../../../surveys/authority/plan.ts'
import { formOf } from '../../../surveys/dictionaries/words.ts'
import { languageRows } from '../../../surveys/languages.ts'
import { frenchOf } from '../../../surveys/questionnaire/elements.ts'
import { judgements } from '../../findings/coverage-judgement.ts'
import { textIn } from '../../findings/easy.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { intentionLimit, optionalLimit, sensitiveLimit, wholeLimit } from '../../findings/limits.ts'
import { strengths } from '../../findings/strength.ts'
import { ribbonOf } from '../build.ts'
import { nameIn } from '../finding-blocks.ts'
import type { Drawing } from '../html/chart-image.ts'
import { mapDrawing } from '../html/map-image.ts'
import { decidedOn } from '../sections/decided.ts'
import { mainFindings } from '../sections/summary.ts'
import { type CommitteePage, committeePages } from '../short/committee.ts'
import type { Comparison } from '../short/groups.ts'
import { zoneMapOf } from '../short/zone-map.ts'
import type { ReportSource } from '../source.ts'
import { numbersIn } from './numbers.ts'
import { answerIn, askedBy, figureIn, type PublicPicture, saidOf, tellingOf } from './telling.ts'
import { type PublicLanguage, publicWords } from './words.ts'

/** A decision: its day in words, the committee's own words, in French whatever the page, and by when, '' where no day was said. */
export type PublicDecision = { day: string; text: string; due: string }
/** The zones by one answer: the drawing, the same in a sentence and in a table. */
export type PublicMap = {
  title: string
  columns: [zone: string, share: string, interval: string]
  rows: { zone: string; share: string; interval: string }[]
  drawing: Drawing
  /** What the hatching means. */
  key: string
}
/** `question`: as it was asked, '' where the sentences hold it. */
export type PublicItem = {
  title: string
  question: string
  lines: string[]
  picture: PublicPicture | null
  where: { sentence: string; map: PublicMap | null } | null
  decided: PublicDecision[]
}
/** A question of the plan, from what was said to what is decided. `pending`: said when nothing is decided. */
export type PublicPage = PublicItem & { pending: string; when: string; unknown: string }

/** Words are ready to print. */
export type PublicPages = {
  language: PublicLanguage
  /** For documents: `fr`, `en`, `ar`. */
  tag: string
  direction: 'ltr' | 'rtl'
  place: string
  /** ISO day, and the same in words. */
  day: string
  dateText: string
  marks: string[]
  ribbon: number[][] | null
  title: string
  subject: string
  thanks: string
  opening: string
  steps: { said: string; decided: string; when: string; unknown: string }
  pages: PublicPage[]
  /** Heads the items. */
  others: string
  items: PublicItem[]
  /** `isNotice`: what was found wrong since, said before any figure, in French. */
  sections: { title: string; lines: string[]; isNotice?: true }[]
  barKey: string
}

/** Results shown in all, a page counting for two. */
const most = 6

export function publicPages(given: ReportSource, language: PublicLanguage): PublicPages {
  const source = { ...given, decisions: (given.decisions ?? []).filter(({ isPublic }) => isPublic) }
  const words = publicWords[language]
  const { typeset, day } = numbersIn(language)
  const pages = pagesOf(source, language)
  const items = itemsOf(
    source,
    language,
    pages.map(({ lead }) => lead),
    most - 2 * pages.length,
  )
  const isEmpty = pages.length + items.length === 0
  return {
    language,
    tag: languageRows[language].tag,
    direction: languageRows[language].direction,
    place: typeset(source.place),
    day: source.date,
    dateText: day(source.date),
    marks: marksIn(source, language),
    ribbon: ribbonOf(source.findings),
    title: typeset(words.title),
    subject: manyOf(source, language) ?? titlesOf(source, language).join(' · '),
    thanks: typeset(words.thanks),
    opening: typeset(isEmpty ? words.nothing : openingOf(source, language)),
    steps: words.steps,
    pages: pages.map(({ page }) => page),
    others: typeset(words.others),
    items,
    sections: [
      ...noticesIn(source, language),
      { title: typeset(words.limitsTitle), lines: words.limits.map(typeset) },
      { title: typeset(words.protectedTitle), lines: words.protection.map(typeset) },
      { title: typeset(words.nextTitle), lines: [typeset(words.next)] },
      { title: typeset(words.moreTitle), lines: [typeset(words.more)] },
    ],
    barKey: isEmpty ? '' : typeset(words.barKey),
  }
}

type Led = { page: PublicPage; lead: Finding }

/** The committee's pages; only the first gap between zones is drawn as a map. */
function pagesOf(source: ReportSource, language: PublicLanguage): Led[] {
  const led = committeePages(source).flatMap((page): Led[] => pageOf(page, source, language) ?? [])
  let isDrawn = false
  return led.map(({ page, lead }) => {
    if (!page.where?.map) return { page, lead }
    const where = isDrawn ? { ...page.where, map: null } : page.where
    isDrawn = true
    return { page: { ...page, where }, lead }
  })
}

function pageOf(committee: CommitteePage, source: ReportSource, language: PublicLanguage): Led[] | null {
  const words = publicWords[language]
  const { typeset } = numbersIn(language)
  const found = leadOf(committee, source, language)
  if (found === null) return null
  const { lead, telling } = found
  const decided = decisionsOn(committee.findings, source, language)
  const start = objectiveOf(committee.objective)?.start ?? null
  const question = questionOf(committee, language) ?? telling.question
  return [
    {
      lead,
      page: {
        title: typeset(question),
        question: telling.question === question ? '' : typeset(words.asked(telling.question)),
        lines: telling.lines,
        picture: telling.picture,
        where: whereOf(committee.where, lead, source, language),
        decided,
        pending: decided.length > 0 ? '' : typeset(words.undecided),
        when: typeset(whenOf(decided, start, language)),
        unknown: typeset(words.unknown[unknownOf(lead)]),
      },
    },
  ]
}

/** The days of what is decided; else the year of the plan. */
function whenOf(decided: PublicDecision[], start: number | null, language: PublicLanguage): string {
  const { planned, unplanned } = publicWords[language]
  const due = [...new Set(decided.map((one) => one.due).filter((text) => text !== ''))]
  if (due.length > 0) return due.join(' ')
  return start === null ? unplanned : planned(start)
}

/** The finding the committee reads, else the strongest of its objective that the language has words for. */
function leadOf({ lead, findings, answer }: CommitteePage, source: ReportSource, language: PublicLanguage) {
  const own = tellingOf(lead, source, language, answer)
  if (own !== null) return { lead, telling: own }
  const byStrength = findings.toSorted((a, b) => strengths.indexOf(a.strength) - strengths.indexOf(b.strength))
  for (const finding of byStrength) {
    const telling = finding.strength === 'non concluant' ? null : tellingOf(finding, source, language)
    if (telling !== null) return { lead: finding, telling }
  }
  return null
}

function questionOf({ objective, question }: CommitteePage, language: PublicLanguage): string | null {
  if (language === 'fr') return question
  return judgements().find((one) => one.objective === objective)?.questionIn?.[language] ?? null
}

function unknownOf({ limits }: Finding): keyof (typeof publicWords)['fr']['unknown'] {
  if (limits.includes(intentionLimit)) return 'intention'
  if (limits.includes(sensitiveLimit)) return 'sensitive'
  if (limits.includes(optionalLimit)) return 'optional'
  return limits.includes(wholeLimit) ? 'whole' : 'others'
}

/** An established gap between zones; null where none is, or where the language has no words for it. */
function whereOf(
  where: Comparison | null,
  lead: Finding,
  source: ReportSource,
  language: PublicLanguage,
): PublicItem['where'] {
  if (where === null || !where.established) return null
  const words = publicWords[language]
  const { typeset } = numbersIn(language)
  const { finding, most: first, least: last } = where
  const subject = subjectOf(where, askedBy(finding) === askedBy(lead), source, language)
  if (subject === null) return null
  const said = ({ label, estimate }: Comparison['most']) =>
    `${label}${language === 'fr' || language === 'fr-facile' ? ' ' : ''}: ${figureIn(estimate, language)}`
  return {
    sentence: typeset(`${/[?؟.]$/.test(subject) ? subject : `${subject}.`} ${words.gap(said(first), said(last))}`),
    map: mapOf(where, subject, source, language),
  }
}

/** What is compared: the answer, after its question when that is another one than above; null where there are no words for it. */
function subjectOf(
  { finding, series }: Comparison,
  isSameQuestion: boolean,
  source: ReportSource,
  language: PublicLanguage,
): string | null {
  const { quote, typeset } = numbersIn(language)
  if (language === 'fr' && series.answer === '') return typeset(finding.title)
  const answer =
    series.answer === '' ? saidOf(finding, source, language) : answerIn(finding, series.answer, source, language)
  if (answer === null) return null
  const quoted = series.answer === '' ? answer : quote(typeset(answer))
  if (isSameQuestion) return quoted
  const about = language === 'fr' ? finding.title : tellingOf(finding, source, language)?.question
  return about ? `${about.replace(/[:…]$/, '').trim()} ${quoted}` : null
}

function mapOf(where: Comparison, title: string, source: ReportSource, language: PublicLanguage): PublicMap | null {
  const drawn = zoneMapOf(where, source)
  if (drawn === null) return null
  const { zones, inWords } = publicWords[language]
  const { amount, count, ends, typeset } = numbersIn(language)
  const shareText = ({ estimate }: (typeof drawn.zones)[number]) =>
    estimate.value === null
      ? ((inWords as Record<string, string>)[estimate.words ?? ''] ?? zones.tooFew)
      : amount(estimate.value, 'share')
  return {
    title: title.replace(/\.$/, ''),
    columns: [zones.zone, zones.share, zones.interval],
    rows: drawn.zones.map((zone) => ({
      zone: zone.name,
      share: shareText(zone),
      interval: zone.estimate.value === null ? '' : ends(zone.estimate).join(' – '),
    })),
    drawing: mapDrawing(drawn, ({ value }) =>
      // out of a hundred too, in the room there is on a zone
      value === null ? '' : language === 'fr-facile' ? count(value * 100) : amount(value, 'share'),
    ),
    key: typeset(publicWords[language].mapKey),
  }
}

/** Other results: what something was decided on comes first, then the main findings; one a question. */
function itemsOf(
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
    const noted = paged.has(finding.objective) ? [] : decisionsOn([finding], source, language)
    items.push({ title, question: '', ...pick(telling), where: null, decided: noted })
  }
  return items
}

const pick = ({ lines, picture }: { lines: string[]; picture: PublicPicture | null }) => ({ lines, picture })

function decisionsOn(findings: readonly Finding[], source: ReportSource, language: PublicLanguage): PublicDecision[] {
  const words = publicWords[language]
  const { day } = numbersIn(language)
  return decidedOn(findings, source).map(({ date, text, due }) => ({
    day: words.decidedOn(day(date)),
    text: numbersIn('fr').typeset(text),
    due: due === undefined ? '' : words.due(day(due)),
  }))
}

function openingOf({ questionnaires, definitions = [] }: ReportSource, language: PublicLanguage): string {
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
function manyOf({ questionnaires }: Pick<ReportSource, 'questionnaires'>, language: PublicLanguage): string | null {
  const many = questionnaires.filter(({ responses }) => responses > 0).length
  if (many <= mostTitles) return null
  return publicWords[language].questionnaires(numbersIn(language).count(many), formOf(many, language))
}

const titlesOf = ({ questionnaires, definitions = [] }: ReportSource, language: PublicLanguage): string[] =>
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

function marksIn({ demo, questionnaires, zoning }: ReportSource, language: PublicLanguage): string[] {
  const { marks } = publicWords[language]
  return [
    ...(demo ? [marks.demo] : []),
    ...(questionnaires.some(({ trial }) => trial) ? [marks.trial] : []),
    ...(zoning.provisional ? [marks.zoning] : []),
  ]
}

/** Publications found wrong; the reasons are in French, as they were written. */
function noticesIn({ questionnaires }: ReportSource, language: PublicLanguage): PublicPages['sections'] {
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
