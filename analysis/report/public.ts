/** « Ce que vous nous avez dit »: what people hear back, on two pages, as plain data for its writers. */
import type { Estimate } from '../estimate.ts'
import type { Finding } from '../findings.ts'
import { amount, and, count, counted, date, interval, quote, typeset } from '../format.ts'
import { isUncertain } from '../strength.ts'
import { marksOf, ribbonOf } from './build.ts'
import { barDrawing, type Drawing } from './chart-image.ts'
import { type PublicLanguage, publicWords } from './public-words.ts'
import type { ReportSource } from './source.ts'
import { mainFindings } from './summary.ts'

export type PublicItem = { title: string; lines: string[]; bar: Drawing | null }

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
  sections: { title: string; lines: string[]; blank: boolean }[]
  barKey: string
  mention: string
}

export function publicPages(source: ReportSource, language: PublicLanguage): PublicPages {
  const words = publicWords[language]
  const main = mainFindings(source.findings, source.coverage)
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
    items: main.map((finding) => itemOf(finding, language)),
    sections: [
      { title: words.limitsTitle, lines: words.limits.map(typeset), blank: false },
      { title: typeset(words.nextTitle), lines: [typeset(words.next)], blank: true },
      { title: typeset(words.moreTitle), lines: [typeset(words.more)], blank: false },
    ],
    barKey: main.length === 0 ? '' : typeset(words.barKey),
    mention: typeset(source.mention),
  }
}

function openingOf({ questionnaires }: ReportSource, language: PublicLanguage): string {
  const answered = questionnaires.filter(({ responses }) => responses > 0)
  const total = answered.reduce((sum, { responses }) => sum + responses, 0)
  const received = counted(total, 'réponse', 'réponses')
  if (language === 'fr-facile') return `Nous avons reçu ${received}. Voici les résultats les plus importants.`
  const parts = answered.map(({ title, responses }) => `${quote(title)} (${count(responses)})`)
  return `Nous avons reçu ${received}${answered.length > 0 ? ` à ${and(parts)}` : ''}. Voici ce qui ressort.`
}

function itemOf(finding: Finding, language: PublicLanguage): PublicItem {
  const { estimate, title, sentence } = finding
  if (estimate.value === null) return { title: typeset(title), lines: [sentence], bar: null }
  const lines = language === 'fr' ? [sentence] : easyLines(finding, estimate)
  const bar = estimate.unit === 'share' ? barDrawing(estimate, 1, isUncertain(estimate), '#eceae4') : null
  return { title: typeset(title), lines: lines.map(typeset), bar }
}

/** Short sentences, one idea each, counts out of a hundred: the interval and the base stay. */
function easyLines({ table, source }: Finding, estimate: Estimate): string[] {
  const base = `${counted(estimate.base, 'réponse', 'réponses')} à cette question.`
  const top = topOf(table, estimate)
  const close = top !== null && isClose(table, estimate) ? ' D’autres réponses sont presque aussi fréquentes.' : ''
  const first =
    top === null ? `La question : ${quote(source.question)}` : `Réponse la plus donnée : ${quote(top)}.${close}`
  if (estimate.unit !== 'share')
    return [first, `Résultat : ${amount(estimate.value, estimate.unit)}, ${interval(estimate)}. ${base}`]
  const [low, high] = [Math.floor(estimate.low * 100 + 1e-9), Math.ceil(estimate.high * 100 - 1e-9)]
  const about = `Sur 100${'\u00a0'}réponses, environ ${count(estimate.value * 100)} ${top === null ? 'sont dans ce cas' : 'disent cela'}.`
  return [first, `${about} Ce nombre se trouve entre ${low} et ${high}. Il y a ${base}`]
}

/** The answer a ranking puts first; null for a share of its own. */
function topOf(table: Finding['table'], { value }: Estimate): string | null {
  if (table === undefined || table.rows.length < 2) return null
  const row = table.rows.find(({ cells: [cell] }) => cell?.kind === 'estimate' && cell.estimate.value === value)
  return row?.label ?? null
}

/** Is another answer not clearly behind? */
const isClose = (table: Finding['table'], { value, low }: Estimate): boolean =>
  table !== undefined &&
  table.rows.some(
    ({ cells: [cell] }) => cell?.kind === 'estimate' && cell.estimate.value !== value && cell.estimate.high >= low,
  )
