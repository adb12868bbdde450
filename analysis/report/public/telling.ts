/** A finding in the words of one language: the question it was asked with, and sentences that hold its figure and its interval. */
import { zoneNames } from '../../../surveys/authority/territory.ts'
import { knownEnd } from '../../../surveys/charts/known.ts'
import { isUncertain } from '../../../surveys/charts/uncertain.ts'
import { calledOf } from '../../../surveys/questionnaire/audiences.ts'
import { fieldsOf } from '../../../surveys/questionnaire/fields.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import { endsSaid } from '../../../surveys/wording/ends.ts'
import { isReservation, sentencesIn } from '../../../surveys/wording/sentences.ts'
import { censusMethod } from '../../disclosure/census.ts'
import type { Estimate, MaybeEstimate, NoEstimate } from '../../estimates/estimate.ts'
import { elementAt, textIn, translatedAnswer, translatedEasy } from '../../findings/easy.ts'
import { type Finding, isSummary, mostStops, zoneChartOf } from '../../findings/finding.ts'
import { optionalLimit, wholeLimit } from '../../findings/limits.ts'
import { areSteps } from '../../measures/answers.ts'
import { isOfLeftNumbers } from '../../measures/general/mean.ts'
import { quantileMethod } from '../../measures/number-classes.ts'
import type { ReportSource } from '../source.ts'
import type { BarsChart } from '../tree.ts'
import { askedOf, leftOut } from './asked-of.ts'
import type { PublicLanguage } from './languages.ts'
import { numbersIn } from './numbers.ts'
import { publicWords } from './words.ts'

/** `bars`: its answers, those published as the most frequent first; a single one without a label when it stands alone. */
export type PublicPicture = {
  /** End of the axis, in the unit of the bars. */
  end: number
  /** Whose answers, and how many of them, where they are not all of everybody's; '' = they are. */
  note: string
  bars: { label: string; text: string; interval: string; estimate: Estimate; isUncertain: boolean }[]
}

/** `question`: as it was asked. `lines`: short sentences. */
export type Telling = { question: string; lines: string[]; picture: PublicPicture | null }

/** A list that is read whole: of a longer one, the answers that most people gave. */
const mostWhole = 8
const mostBars = 4

/** The questionnaire a finding comes from, in the version it was read in; null when the report does not carry it. */
export const definitionOf = (
  { source: { questionnaire, version } }: Pick<Finding, 'source'>,
  { definitions = [] }: Pick<ReportSource, 'definitions'>,
): Questionnaire | null =>
  definitions.find(({ slug, version: own }) => slug === questionnaire && own === version) ?? null

/**
 * @param sentence said in French instead of the finding's own
 * @returns null when the questionnaire has no words for it in that language, or nothing is concluded
 */
export function tellingOf(
  finding: Finding,
  source: ReportSource,
  language: PublicLanguage,
  sentence = finding.sentence,
): Telling | null {
  const { estimate } = finding
  if (estimate.value === null) return null
  const { typeset } = numbersIn(language)
  const picture = pictureOf(finding, source, language)
  if (language === 'fr')
    return {
      question: typeset(finding.source.question),
      lines: [...parted(sentence), ...unsaid(finding, sentence), ...endsIn(finding, source, language)].map(typeset),
      picture,
    }
  // bodies counted one by one are not so many out of a hundred
  if (estimate.method === censusMethod) return null
  const said = shortOf(finding, estimate, source, language)
  const lines = [...(said?.lines ?? []), ...endsIn(finding, source, language)]
  return said && { question: typeset(said.question), lines: lines.map(typeset), picture }
}

/** What the ends of its scale mean, in the words of the form; nothing where it has none in that language. */
function endsIn({ source: own }: Finding, source: ReportSource, language: PublicLanguage): string[] {
  if (own.ends === undefined) return []
  if (language === 'fr') return [`${own.ends}.`]
  const questionnaire = definitionOf({ source: own }, source)
  const element = questionnaire && elementAt(questionnaire.definition, own.field)
  const field = questionnaire && fieldsOf(questionnaire.definition).find(({ path }) => path === own.field)
  if (!element || !field) return []
  const said = endsSaid(element, field, (text) => textIn(text, language), language === 'ar' ? '، ' : ', ')
  return said === '' ? [] : [`${said}.`]
}

/** What is said first; then, of its own, what explains it. */
function parted(sentence: string): string[] {
  const [first = sentence] = sentencesIn(sentence)
  return [first, sentence.slice(first.length).trim()].filter(Boolean)
}

/** Of a sentence in whose place words were chosen, what keeps its figure from being read as surer or newer than it is. */
const unsaid = (finding: Finding, sentence: string): string[] =>
  sentence === finding.sentence
    ? []
    : sentencesIn(finding.sentence).filter((one) => isReservation(one) && !sentence.includes(one))

/** Short sentences, one idea each, counts out of a hundred: the interval and the base stay. */
function shortOf(
  finding: Finding,
  estimate: Estimate,
  source: ReportSource,
  language: Exclude<PublicLanguage, 'fr'>,
): Omit<Telling, 'picture'> | null {
  const words = publicWords[language]
  const numbers = numbersIn(language)
  const { together, aside, zone, isZoneOpen, waves, evidence } = finding
  const zoneName = zone === undefined ? null : (zoneNames()[zone] ?? zone)
  const said = wordsOf(finding, source, language)
  if (said === null || isNothing(estimate)) return null
  const isChildren = evidence.unit === 'children'
  const base = words.base(numbers.count(estimate.base), isChildren)
  // months have French names: elsewhere their years say enough
  const periods = language === 'fr-facile' ? waves : waves && [...new Set(waves.map((name) => name.slice(-4)))]
  const pooled = [
    ...onlyOf(finding, language),
    ...someOf(finding, source, language, said),
    ...(periods ? [words.pooled(numbers.and(periods))] : []),
    ...reserved(finding, language),
  ]
  if (estimate.unit !== 'share') {
    const [low, high] = numbers.ends(estimate)
    const value = numbers.amount(estimate.value, estimate.unit)
    const first =
      estimate.method === quantileMethod
        ? `${words.half(value)} ${words.likely(low, high)}`
        : words.average(value, low, high)
    return {
      question: said.question,
      lines: [first, base, ...pooled],
    }
  }
  const likely = ({ low, high }: Estimate) =>
    words.likely(numbers.count(Math.floor(low * 100 + 1e-9)), numbers.count(Math.ceil(high * 100 - 1e-9)))
  const about = numbers.count(estimate.value * 100)
  const given = numbers.or(said.answers.map(numbers.quote))
  const outOfHundred = isChildren ? words.hundredChildren : words.hundred
  const { whose } = words
  const [all, some] = isChildren ? [whose.children, whose.concernedChildren] : [whose.all, whose.concerned]
  const who = [said.who, finding.easy?.isOfSome ? some : all].filter(Boolean).join(' ')
  const first = said.isCounted ? words.hundredOwn(who, about, said.answers[0]!) : outOfHundred(who, about, given)
  const tie = !said.isCounted && together ? [words.together] : []
  const none = aside ? answerIn(finding, aside.label, source, language) : null
  const before =
    aside && none !== null && !isNothing(aside.estimate)
      ? [outOfHundred(who, numbers.count(aside.estimate.value * 100), numbers.quote(none)), likely(aside.estimate)]
      : []
  return {
    question: said.question,
    lines: [
      ...(zoneName === null || isZoneOpen ? [] : [words.inZone(zoneName)]),
      ...before,
      first,
      `${likely(estimate)} ${base}`,
      ...pooled,
      ...tie,
      ...(zoneName !== null && isZoneOpen ? [words.openZone(zoneName)] : []),
    ],
  }
}

/** From when its figure is; beside that of a zone, that of everybody, and that nothing tells the zone from the others. */
function reserved({ day, whole }: Finding, language: PublicLanguage): string[] {
  const words = publicWords[language]
  const since = (iso: string | undefined) => (iso === undefined ? [] : [words.stopped(numbersIn(language).day(iso))])
  if (whole === undefined) return since(day)
  const everybody = [words.everywhere(figureIn(whole.estimate, language)), ...since(whole.day)]
  return [...since(day), [...everybody, ...(whole.isApart === false ? [words.notApart] : [])].join(' ')]
}

/** « About 0 of a hundred »: nothing to tell. */
const isNothing = ({ value, unit }: Estimate): boolean => unit === 'share' && value < 0.005

function onlyOf({ limits }: Finding, language: PublicLanguage): string[] {
  const { only } = publicWords[language]
  if (limits.includes(optionalLimit)) return [only.optional]
  return limits.includes(wholeLimit) ? [only.whole] : []
}

/**
 * « Whom this question concerns » is said in the words of the earlier question, where answers to it alone decide, and in those of the
 * answers that are in no figure: these also where fewer than a tenth gave them, who are of the « hundred who answered » too.
 */
function someOf(
  finding: Finding,
  source: ReportSource,
  language: Exclude<PublicLanguage, 'fr'>,
  { isCounted }: Pick<Said, 'isCounted'>,
): string[] {
  const isOfSome = finding.easy?.isOfSome === true
  // what a measure counts in words of its own may leave no answer out
  const questionnaire = isOfSome || !isCounted ? definitionOf(finding, source) : null
  if (!questionnaire) return []
  const { field } = finding.source
  const left = leftOut(questionnaire, { field, indicator: finding.indicator }, language)
  // half of it would be read as all of it
  if (!left) return []
  const led = isOfSome ? askedOf(questionnaire, field, language) : null
  const { quote, or } = numbersIn(language)
  const words = publicWords[language]
  return [
    ...(led ? [words.askedOf(quote(led.question), or(led.answers.map(quote)))] : []),
    ...(left.length > 0 ? [words.leftOut(or(left.map(quote)))] : []),
  ]
}

type Said = { question: string; answers: string[]; who: string; isCounted: boolean }

/** Easy French is frozen with the finding; the others are found again in its questionnaire. */
function wordsOf(finding: Finding, source: ReportSource, language: Exclude<PublicLanguage, 'fr'>): Said | null {
  const { easy, indicator, evidence } = finding
  if (!easy) return null
  if (language === 'fr-facile')
    return { ...easy, isCounted: easy.answers.length === 1 && /^ont /.test(easy.answers[0]!) }
  const definition = definitionOf(finding, source)
  if (definition === null) return null
  const words = publicWords[language]
  const found = translatedEasy(easy, { field: finding.source.field, indicator }, definition, language, [
    words.yes,
    words.no,
  ])
  if (found === null) return null
  const { question, answers, counted } = found
  return { question, answers, who: calledOf(evidence.unit, definition.audience).hundred[language], isCounted: counted }
}

/**
 * Its answers as bars, the first few, or those of the same question where its figure is one of them; else one bar, for answers
 * counted together hold others than those drawn; null where there is no share to draw.
 */
function pictureOf(finding: Finding, source: ReportSource, language: PublicLanguage): PublicPicture | null {
  const { estimate } = finding
  const others = source.findings.filter((one) => askedBy(one) === askedBy(finding) && isDrawnIn(one, estimate))
  for (const one of [finding, ...others]) {
    const found = answersOf(one, source, language)
    if (found !== null) return found
  }
  if (estimate.value === null || estimate.unit !== 'share') return null
  return { end: 1, note: '', bars: [barOf('', estimate, isUncertain(estimate), language)] }
}

/** One of its bars is this figure. */
const isDrawnIn = ({ chart }: Finding, figure: Finding['estimate']): boolean =>
  figure.value !== null &&
  chart?.kind === 'bars' &&
  chart.bars.some(
    ({ estimate: { value, ...own } }) =>
      value !== null && value === figure.value && 'low' in own && own.low === figure.low && own.high === figure.high,
  )

/** The answers a finding counts, between their quotation marks; null where the language has no words for them, or only a sentence has. */
export function saidOf(finding: Finding, source: ReportSource, language: PublicLanguage): string | null {
  if (language === 'fr') return null
  const said = wordsOf(finding, source, language)
  const { or, quote } = numbersIn(language)
  return said === null || said.isCounted || said.answers.length === 0 ? null : or(said.answers.map(quote))
}

/** What names the question of a finding. */
export const askedBy = ({ questionnaire, source: { field } }: Finding): string => `${questionnaire}/${field}`

function answersOf(finding: Finding, source: ReportSource, language: PublicLanguage): PublicPicture | null {
  const { chart, zone, isZoneOpen } = finding
  if (chart?.kind === 'bars' && chart.bars.length > 1 && chart.unit === 'share' && chart !== zoneChartOf(finding)) {
    const all = chart.bars.filter(({ estimate: own }) => own.value !== null)
    // numbers, years and months follow one another: with holes they would say something else
    const isScale = isSummary(finding) || areSteps(all.map(({ label }) => label))
    if (isScale && all.length > mostStops) return null
    const shown = isScale || all.length <= mostWhole ? all : mostGiven(all)
    const words = publicWords[language]
    const labels = shown.map(({ label }) => answerIn(finding, label, source, language))
    if (shown.length > 1 && labels.every((label) => label !== null))
      return {
        // without an axis, beside others
        end: 1,
        note: numbersIn(language).typeset(
          [
            ...(zone === undefined || isZoneOpen ? [] : [words.ofZone(zoneNames()[zone] ?? zone)]),
            ...(shown.length < all.length ? [words.mostGiven(shown.length, all.length)] : []),
            ...(finding.table?.notes.some(isOfLeftNumbers) ? [words.leftNumbers] : []),
          ].join(' '),
        ),
        bars: shown.flatMap(({ estimate: own, uncertain }, at) =>
          own.value === null ? [] : [barOf(labels[at]!, own, uncertain, language)],
        ),
      }
  }
  return null
}

/** The most frequent, in the order of their table: « Non » or « Rien de cela » stand last there. */
function mostGiven(bars: BarsChart['bars']): BarsChart['bars'] {
  const most = new Set(bars.toSorted((a, b) => (b.estimate.value ?? 0) - (a.estimate.value ?? 0)).slice(0, mostBars))
  return bars.filter((bar) => most.has(bar))
}

function barOf(label: string, estimate: Estimate, uncertain: boolean, language: PublicLanguage) {
  const numbers = numbersIn(language)
  return {
    label: numbers.typeset(label),
    text: writtenIn(estimate, language),
    // « au plus 11 % » is that end already
    interval: knownEnd(estimate) === null ? rangeIn(estimate, language) : '',
    estimate,
    isUncertain: uncertain,
  }
}

/** An answer as a table in French names it, in the language of the page; null when it has no words for it. */
export function answerIn(
  finding: Finding,
  french: string,
  source: ReportSource,
  language: PublicLanguage,
): string | null {
  if (language === 'fr') return french
  const definition = definitionOf(finding, source)
  const element = definition && elementAt(definition.definition, finding.source.field)
  if (!element) return null
  const { yes, no } = publicWords[language]
  return translatedAnswer(element, french, language, [yes, no])
}

/** The word of a figure that is not there. */
export const whyNone = ({ why }: Pick<NoEstimate, 'why'>) => (why === 'waiting' ? 'waiting' : 'tooFew')

/** A figure with its interval, for a sentence: « 42 % (entre 38 % et 46 %) »; words, or why there is none. */
export function figureIn(estimate: MaybeEstimate, language: PublicLanguage): string {
  const words = publicWords[language]
  const numbers = numbersIn(language)
  if (estimate.value === null)
    return (words.inWords as Record<string, string>)[estimate.words ?? ''] ?? words.zones[whyNone(estimate)]
  const [low, high] = numbers.ends(estimate)
  const written = writtenIn(estimate, language)
  return numbers.typeset(knownEnd(estimate) === null && low !== high ? words.figure(written, low, high) : written)
}

/** « 36 % – 48 % »; ends that are written the same are one number. */
export const rangeIn = (estimate: Estimate, language: PublicLanguage): string =>
  [...new Set(numbersIn(language).ends(estimate))].join(' – ')

/** A figure, or what is known of it in words: signs are not for everybody. */
export function writtenIn(estimate: Estimate, language: PublicLanguage): string {
  const { amount } = numbersIn(language)
  const known = knownEnd(estimate)
  if (known === null) return amount(estimate.value, estimate.unit)
  const { atMost, atLeast } = publicWords[language]
  return (known.side === 'most' ? atMost : atLeast)(amount(known.value, estimate.unit))
}
