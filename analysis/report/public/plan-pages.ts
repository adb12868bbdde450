/** The questions of the plan that are answered at length: a page each, from what was said to what is decided. */
import { objectiveOf } from '../../../surveys/authority/plan.ts'
import { knownEnd } from '../../../surveys/charts/known.ts'
import { judgements } from '../../findings/coverage-judgement.ts'
import type { Finding } from '../../findings/finding.ts'
import { intentionLimit, optionalLimit, sensitiveLimit, wholeLimit } from '../../findings/limits.ts'
import { strengths } from '../../findings/strength.ts'
import { harmless } from '../html/html-blocks.ts'
import { mapDrawing } from '../html/map-image.ts'
import { type CommitteePage, committeePages } from '../short/committee.ts'
import type { Comparison } from '../short/groups.ts'
import { zoneMapOf } from '../short/zone-map.ts'
import type { ReportSource } from '../source.ts'
import { decisionsBeside, decisionsOn } from './decisions.ts'
import type { PublicLanguage } from './languages.ts'
import { numbersIn } from './numbers.ts'
import type { PublicDecision, PublicItem, PublicMap, PublicPage } from './public-pages.ts'
import { answerIn, askedBy, figureIn, rangeIn, saidOf, tellingOf, whyNone, writtenIn } from './telling.ts'
import { publicWords, wordsFor } from './words.ts'

/** `lead`: the finding the page begins with. */
export type LedPage = { page: PublicPage; lead: Finding }

/** The committee's pages; only the first gap between zones is drawn as a map. */
export function pagesOf(source: ReportSource, language: PublicLanguage): LedPage[] {
  const led = committeePages(source).flatMap((page): LedPage[] => pageOf(page, source, language) ?? [])
  let isDrawn = false
  return led.map(({ page, lead }) => {
    if (!page.where?.map) return { page, lead }
    const where = isDrawn ? { ...page.where, map: null } : page.where
    isDrawn = true
    return { page: { ...page, where }, lead }
  })
}

function pageOf(committee: CommitteePage, source: ReportSource, language: PublicLanguage): LedPage[] | null {
  const words = wordsFor(source, language)
  const { typeset } = numbersIn(language)
  const found = leadOf(committee, source, language)
  if (found === null) return null
  const { lead, telling } = found
  const own = decisionsOn(committee.findings, source, language)
  const decided = [...own, ...decisionsBeside(committee.findings, source, language)]
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
        pending: own.length > 0 ? '' : typeset(words.undecided),
        when: typeset(whenOf(decided, start, Number(source.date.slice(0, 4)), language)),
        unknown: typeset(words.unknown[unknownOf(lead)]),
      },
    },
  ]
}

/** The days of what is decided; else the year of the plan. @param year of the page */
function whenOf(decided: PublicDecision[], start: number | null, year: number, language: PublicLanguage): string {
  const { planned, overdue, unplanned } = publicWords[language]
  const due = [...new Set(decided.map((one) => one.due).filter((text) => text !== ''))]
  if (due.length > 0) return due.join(' ')
  if (start === null) return unplanned
  return start < year && decided.length === 0 ? overdue(start) : planned(start)
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
  const dated = datedText([first, last], language)
  return {
    sentence: typeset(
      `${/[?؟.]$/.test(subject) ? subject : `${subject}.`} ${words.gap(said(first), said(last))}${dated === '' ? '' : ` ${dated}`}`,
    ),
    map: mapOf(where, subject, source, language),
  }
}

/** The zones whose figures are shown again from an earlier day; '' = all are of their publication. */
function datedText(members: Comparison['series']['members'], language: PublicLanguage): string {
  const { and, day } = numbersIn(language)
  const { stoppedIn } = publicWords[language]
  const dated = members.flatMap((one) => (one.day === undefined ? [] : [{ label: one.label, day: one.day }]))
  return [...Map.groupBy(dated, (one) => one.day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso, own]) => stoppedIn(and(own.map(({ label }) => label)), day(iso), own.length === 1))
    .join(' ')
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
  const { amount, count, typeset } = numbersIn(language)
  const shareText = ({ estimate }: (typeof drawn.zones)[number]) =>
    estimate.value === null
      ? ((inWords as Record<string, string>)[estimate.words ?? ''] ?? zones[whyNone(estimate)])
      : writtenIn(estimate, language)
  return {
    title: title.replace(/\.$/, ''),
    columns: [zones.zone, zones.share, zones.interval],
    rows: drawn.zones.map((zone) => ({
      zone: zone.name,
      share: shareText(zone),
      interval:
        zone.estimate.value === null || knownEnd(zone.estimate) !== null ? '' : rangeIn(zone.estimate, language),
    })),
    drawing: mapDrawing(
      drawn,
      // out of a hundred too, in the room there is on a zone
      ({ value }) => (value === null ? '' : language === 'fr-facile' ? count(value * 100) : amount(value, 'share')),
      harmless,
    ),
    key: typeset([datedText(where.series.members, language), publicWords[language].mapKey].filter(Boolean).join(' ')),
  }
}
