/** « Ce que vous nous avez dit »: the results people read, on two pages, as plain data for its writers. */

import type { Estimate } from '../../estimates/estimate.ts'
import type { Easy } from '../../findings/easy.ts'
import { eachOnce, type Finding } from '../../findings/finding.ts'
import { isUncertain } from '../../findings/strength.ts'
import {
  amount,
  and,
  baseText,
  cell,
  count,
  counted,
  date,
  interval,
  nbsp,
  or,
  quote,
  span,
  typeset,
} from '../../text/format.ts'
import { ribbonOf } from '../build.ts'
import { decidedOn } from '../decided.ts'
import { nameIn } from '../finding-blocks.ts'
import { barDrawing, type Drawing } from '../html/chart-image.ts'
import { mapDrawing } from '../html/map-image.ts'
import { marksOf, noticeMarks } from '../marks.ts'
import { gapSentence, widestOf } from '../short/groups.ts'
import { zoneMapOf, zonesIn } from '../short/zone-map.ts'
import type { ReportSource } from '../source.ts'
import { mainFindings } from '../summary.ts'
import { type PublicLanguage, publicWords } from './words.ts'

/** `decided`: what was decided on it, and when. */
export type PublicItem = { title: string; lines: string[]; bar: Drawing | null; decided: string[] }
/** The zones by one answer: the drawing, the same in a sentence and in lines. */
export type PublicMap = { title: string; sentence: string; lines: string[]; drawing: Drawing }

/** Words are ready to print: two pages of A4. */
export type PublicPages = {
  language: PublicLanguage
  place: string
  /** ISO day, and the same in French. */
  day: string
  dateText: string
  marks: string[]
  ribbon: number[][] | null
  title: string
  thanks: string
  opening: string
  items: PublicItem[]
  map: PublicMap | null
  sections: { title: string; lines: string[]; blank: boolean }[]
  barKey: string
  mention: string
}

export function publicPages(source: ReportSource, language: PublicLanguage): PublicPages {
  const words = publicWords[language]
  const shown = language === 'fr' ? source.findings : easyOnly(source.findings)
  const map = mapOf(source, shown)
  const main = mainOf(source, language).slice(0, map === null ? most : most - 2)
  const hasDecisions = main.some((finding) => decidedOn([finding], source).length > 0)
  return {
    language,
    place: typeset(source.place),
    day: source.date,
    dateText: date(source.date),
    marks: marksOf(source).map(({ short }) => short),
    ribbon: ribbonOf(source.findings),
    title: typeset(words.title),
    thanks: typeset(words.thanks),
    opening: typeset(main.length === 0 ? words.nothing : openingOf(source, language)),
    items: main.map((finding) => ({
      ...itemOf(finding, nameIn(source.findings, finding), language),
      decided: decidedOn([finding], source).map(({ date: day, text }) => typeset(words.decided(date(day), text))),
    })),
    map,
    sections: [
      ...noticeMarks(source.questionnaires).map(({ short, text }) => ({
        title: short,
        lines: [typeset(text)],
        blank: false,
      })),
      { title: words.limitsTitle, lines: words.limits.map(typeset), blank: false },
      {
        title: typeset(words.nextTitle),
        lines: [typeset(hasDecisions ? words.nextDecided : words.next)],
        blank: !hasDecisions,
      },
      { title: typeset(words.moreTitle), lines: [typeset(words.more)], blank: false },
    ],
    barKey: main.length === 0 ? '' : typeset(words.barKey),
    mention: typeset(source.mention),
  }
}

const most = 6

/** The easy page tells findings of the other one: two choices of their own could tell opposite stories. */
function mainOf(source: ReportSource, language: PublicLanguage): Finding[] {
  const main = decidedFirst(source.findings, source)
  if (language === 'fr') return main
  const easy = easyOnly(main)
  return easy.length > 0 ? easy : decidedFirst(easyOnly(source.findings), source)
}

/** What something was decided on comes first: people see what their answers changed. */
function decidedFirst(findings: Finding[], source: ReportSource): Finding[] {
  const decided = eachOnce(findings).filter((finding) => decidedOn([finding], source).length > 0)
  const others = mainFindings(findings, source.coverage).filter(
    (one) =>
      !decided.some(
        ({ questionnaire, source: { field } }) => questionnaire === one.questionnaire && field === one.source.field,
      ),
  )
  return [...decided, ...others]
}

/** The widest established gap between zones among the main findings; null where none is established, or without outlines. */
function mapOf(source: ReportSource, findings: Finding[]): PublicMap | null {
  const byZone = zonesIn(source)
  const gaps = mainFindings(findings, source.coverage).flatMap((one) => widestOf(one, byZone) ?? [])
  const found = gaps.find(({ established }) => established)
  const drawn = found && zoneMapOf(found, source)
  if (!drawn) return null
  return {
    title: drawn.title,
    sentence: gapSentence(found),
    lines: drawn.zones.map(({ name, estimate }) =>
      typeset(`${name} : ${cell(estimate)}${estimate.value === null ? '' : ` (${span(estimate)})`}`),
    ),
    drawing: mapDrawing(drawn),
  }
}

/** Findings with easy words, one a question: two figures under one title would be read as one. */
function easyOnly(findings: Finding[]): Finding[] {
  const asked = new Set<string>()
  return findings.filter(({ easy, estimate }) => {
    if (!easy || estimate.value === null || asked.has(easy.question)) return false
    asked.add(easy.question)
    return true
  })
}

function openingOf({ questionnaires }: ReportSource, language: PublicLanguage): string {
  const answered = questionnaires.filter(({ responses }) => responses > 0)
  const total = answered.reduce((sum, { responses }) => sum + responses, 0)
  const received = counted(total, 'réponse', 'réponses')
  if (language === 'fr-facile') return `Nous avons reçu ${received}. Voici les résultats les plus importants.`
  const parts = answered.map(({ title, responses }) => `${quote(title)} (${count(responses)})`)
  return `Nous avons reçu ${received}${answered.length > 0 ? ` à ${and(parts)}` : ''}. Voici ce qui ressort.`
}

function itemOf(finding: Finding, name: string, language: PublicLanguage): Omit<PublicItem, 'decided'> {
  const { estimate, sentence, easy } = finding
  const bar =
    estimate.value !== null && estimate.unit === 'share'
      ? barDrawing(estimate, 1, isUncertain(estimate), '#eceae4')
      : null
  if (language === 'fr' || easy === undefined || estimate.value === null)
    return { title: typeset(name), lines: [typeset(sentence)], bar }
  return { title: typeset(easy.question), lines: easyLines(finding, easy, estimate).map(typeset), bar }
}

/** Short sentences, one idea each, counts out of a hundred: the interval and the base stay. */
function easyLines({ together, evidence }: Finding, { answers, who }: Easy, estimate: Estimate): string[] {
  const base = `Il y a ${baseText(estimate.base, evidence.unit)}.`
  if (estimate.unit !== 'share')
    return [`En moyenne : ${amount(estimate.value, estimate.unit)}, ${interval(estimate)}.`, base]
  const [low, high] = [Math.floor(estimate.low * 100 + 1e-9), Math.ceil(estimate.high * 100 - 1e-9)]
  const [only] = answers
  const isOwn = answers.length === 1 && /^ont /.test(only!)
  const given = `répondent : ${or(answers.map((answer) => quote(answer)))}`
  const hundred = `100${nbsp}${who}`
  const about = `environ ${count(estimate.value * 100)}`
  const sentence = isOwn
    ? `Sur ${hundred}, ${about} ${only}.`
    : evidence.unit === 'children'
      ? `Pour ${about}${nbsp}${who} sur 100, les parents ${given}.`
      : `Sur ${hundred}, ${about} ${given}.`
  const close = !isOwn && together ? ['D’autres réponses reviennent aussi souvent.'] : []
  return [sentence, `Ce nombre se trouve probablement entre ${low} et ${high}. ${base}`, ...close]
}
