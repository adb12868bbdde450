/** Indicators joined to the plan: one finding each, made of published figures only. */

import { servedBy } from '../../surveys/questionnaire/served.ts'
import { frameOf } from '../../surveys/wording/sentence-frame.ts'
import type { Study } from '../columns/study.ts'
import { subjectsOf } from '../columns/subjects.ts'
import { weigh } from '../design/weigh.ts'
import type { FigureTable } from '../disclosure/figure-table.ts'
import type { Noise } from '../disclosure/perturbation.ts'
import { publish } from '../disclosure/publish.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import { quotedOf } from '../disclosure/quoted.ts'
import { undecided } from '../disclosure/words.ts'
import type { Estimate } from '../estimates/estimate.ts'
import { unconcernedLabels } from '../measures/answers.ts'
import { measureOf } from '../measures/catalogue.ts'
import type { Measured, Subject } from '../measures/measure.ts'
import { censusOf, censusStudy } from '../measures/respondents/census.ts'
import { askedPart, doorTables, isWholeOnly, optionalTables, passedOver } from '../measures/respondents/doors.ts'
import { silenceNote, silenceTable } from '../measures/respondents/item-nonresponse.ts'
import { representativityOf } from '../measures/respondents/representativity.ts'
import { settled } from '../measures/settled.ts'
import { datedNote } from '../measures/tables.ts'
import { wavesOf, wavesWithin } from '../measures/waves.ts'
import type { Grid } from '../report/tree.ts'
import { and, quote, typeset } from '../text/format.ts'
import { type Benchmarks, benchmarksOf } from './benchmark.ts'
import { boundsOf } from './bounds.ts'
import { censusLimit, censusReach, censusSentence, namedPages, unnamedSentence } from './census.ts'
import { conditionOf } from './condition.ts'
import type { Finding, Findings, NoFinding } from './finding.ts'
import {
  type Focus,
  focusedSentence,
  focusOf,
  isApartFrom,
  type OpenZone,
  openZoneOf,
  othersOf,
  rankedIn,
  type Whole,
} from './focus.ts'
import { firstInWords, floorOf, headlineOf, isMoved } from './headline.ts'
import { asideIn, leadersIn } from './leaders.ts'
import { doorLimits, limitsOf, movedLimit, whoOf } from './limits.ts'
import { easyPart, evidenceOf, placeOf, sourceOf } from './origin.ts'
import { pagesOf } from './pages.ts'
import { estimateOf, figuresOf } from './presentation.ts'
import {
  datedSentence,
  explanationOf,
  fewTexts,
  inconclusive,
  pooledSentence,
  sentenceInWords,
  sentenceOf,
} from './sentence.ts'
import { censusStrength, type Strength, strengthOf } from './strength.ts'
import { isOpen, isVerb, type Ranked, type Rival, unquoted } from './ties.ts'

/** One indicator on its way: what it reads, and what its measure computed. */
type Item = { subject: Subject; measured: Measured }

/**
 * The findings of one questionnaire, in the order of the plan: one for each objective that an indicator serves.
 *
 * Steps: read the columns, measure under the weights in force, publish, then write each finding from published figures.
 *
 * @param noise another one in tests and attacks only
 */
export function findingsOf(given: Study, noise?: Noise): Findings {
  const study = censusStudy(given)
  const census = censusOf(study)
  const weighed = weigh(study)
  const { subjects, unread } = subjectsOf(study, weighed)
  const items = subjects.map(
    (subject): Item => ({ subject, measured: measureOf(subject.indicator.measure).compute(subject) }),
  )
  const reach = representativityOf(study, weighed)
  const published = publish(
    [...tablesOf(items), ...doorTables(study), ...optionalTables(study), ...reach.tables],
    noise,
    quotedOf(study),
  )
  const figures = figuresOf(published)
  const isWeighted = weighed.weighting !== null
  const benchmarks = benchmarksOf(study, reach.margins, figures)
  const context = { study, isWeighted, figures, benchmarks }
  const findings = items.flatMap((item) =>
    servedBy(item.subject.indicator).map((objective) => ({
      ...findingOf(item, objective, context),
      ...placeOf(objective),
    })),
  )
  return {
    findings: findings.toSorted((a, b) => a.objective - b.objective),
    unread,
    answered: census ? { grids: [], sentences: censusReach(census) } : reach.report(figures),
    waves: wavesWithin(subjects, figures),
    published,
  }
}

const tablesOf = (items: readonly Item[]): FigureTable[] => [
  ...items.flatMap((item) => {
    const ranked = rankingsOf(item)
    return item.measured.tables.map((table) => {
      const own = ranked.flatMap(({ table: id, keys }) => (id === table.id ? [keys] : []))
      return own.length > 0 ? { ...table, ranked: own } : table
    })
  }),
  ...items.filter(({ measured }) => measured.silent).map(({ subject }) => silenceTable(subject)),
]

/** Answers of which the largest is put forward: those of everybody, and of the zones that objectives are about. */
function rankingsOf({ subject, measured }: Item): { table: string; keys: string[] }[] {
  const [first] = measured.rivals
  if (first === undefined) return []
  const whole = { table: first.table, keys: measured.rivals.map(({ key }) => key) }
  const zones = servedBy(subject.indicator).map((objective) => rankedIn(objective, measured))
  return [whole, ...zones.filter((one) => one !== null)]
}

/** What all findings of a questionnaire have in common. */
type FindingContext = { study: Study; isWeighted: boolean; figures: Figures; benchmarks: Benchmarks }

/** @param openZone the zone an objective is about, whose figure concludes nothing: the finding is then of everybody */
function findingOf(item: Item, objective: number, context: FindingContext, openZone: OpenZone | null = null): Finding {
  const { subject, measured: raw } = item
  const { study, isWeighted, figures } = context
  const focus = openZone === null ? focusOf(objective, raw, figures) : null
  const measured = settled(focus?.measured ?? raw, figures)
  const headline = headlineOf(measured, figures)
  const leaders = leadersIn(measured, figures)
  const strength =
    headline.value === null
      ? 'non concluant'
      : gradeOf(headline, leaders, { subject, measured, objective, zone: focus?.code }, context)
  if (focus && headline.value !== null && strength === 'non concluant')
    return findingOf(item, objective, context, openZoneOf(focus, headline.base, subject.table.unit))
  const common = { ...sourceOf(study, subject), ...easyPart(subject, measured), strength }
  const census = censusOf(study)
  const plain = [...limitsOf(study, subject, isWeighted), ...doorLimits(passedOver(subject, figures))]
  const limits = census ? [censusLimit(census), ...plain.slice(1)] : plain
  const evidence = evidenceOf(study, subject, measured, isWeighted)
  // a census counts what it has
  if (headline.value !== null && (census || strength !== 'non concluant'))
    return conclusive({
      common,
      limits,
      evidence,
      subject,
      measured,
      headline,
      leaders,
      context,
      focus,
      openZone,
      whole: raw,
    })
  const estimate = headline.value === null ? unrankedOf(headline, measured, figures) : floorOf(headline)
  const { base } = estimate
  return {
    ...common,
    limits,
    estimate,
    sentence: inconclusiveSentence(estimate, subject, measured, figures),
    breakdowns: [],
    evidence: { ...evidence, base, effectiveBase: null, method: null },
  }
}

/** Words of an answer that nothing puts first are not those of the finding. */
const unrankedOf = (headline: NoFinding, measured: Measured, figures: Figures): NoFinding =>
  headline.why === 'in-words' && measured.rivals.length > 0 && firstInWords(measured, figures) === null
    ? { ...headline, words: undecided }
    : headline

function inconclusiveSentence(
  { why, words, base }: NoFinding,
  { indicator, field, table, study }: Subject,
  measured: Measured,
  figures: Figures,
): string {
  const isRanking = measured.rivals.length > 1
  if (censusOf(study)?.answered === 0) return unnamedSentence(indicator.title, table.unit)
  if (indicator.measure === 'themes') return fewTexts(indicator.title, base, why === 'waiting')
  if (why !== 'in-words' || words === undefined)
    return inconclusive(indicator.title, base, table.unit, {
      isWaiting: why === 'waiting',
      isFiltered: conditionOf(study.questionnaire, indicator.field) !== null,
      isRanking,
    })
  const who = whoOf(study.questionnaire, table.unit)[1]
  const { isBare } = frameOf(indicator, field, measureOf(indicator.measure))
  return sentenceInWords({ ...indicator, isBare }, words, firstInWords(measured, figures), who, isRanking)
}

/** Unweighted, unchecked, or not first beyond doubt: at most « indicatif »; moved by weighting: « fragile ». */
function gradeOf(
  headline: Estimate,
  leaders: readonly Rival[],
  { subject, measured, objective, zone }: Item & { objective: number; zone: string | undefined },
  { study, isWeighted, figures, benchmarks }: FindingContext,
): Strength {
  const census = censusOf(study)
  if (census) return censusStrength(census.answered / census.population)
  const asked = askedPart(subject, figures)
  const isChecked = isWeighted && benchmarks.isChecked(objective, subject.table, asked, zone)
  const grade = strengthOf(headline, isChecked && leaders.length < 2)
  return isWeighted && isMoved(measured, figures) && grade !== 'non concluant' ? 'fragile' : grade
}

function conclusive(given: {
  common: ReturnType<typeof sourceOf> & { strength: Strength } & Pick<Finding, 'easy'>
  limits: string[]
  evidence: ReturnType<typeof evidenceOf>
  subject: Subject
  measured: Measured
  headline: Estimate
  leaders: readonly Rival[]
  context: FindingContext
  focus: Focus | null
  openZone: OpenZone | null
  /** The measure of everybody, where the headline is that of a zone. */
  whole: Measured
}): Finding {
  const { common, subject, measured, headline, leaders, evidence, focus, openZone } = given
  const zone = (focus ?? openZone)?.code
  const { study, figures, benchmarks } = given.context
  const after = measured.consequences?.(figures) ?? { grids: [], sentences: [], limits: [] }
  const who = whoOf(study.questionnaire, subject.table.unit)
  const pages = pagesOf(measured, figures, who)
  const census = censusOf(study)
  // the ends of a census already say what the silent ones could change
  const asked = askedPart(subject, figures)
  const rate = census ? null : benchmarks.rateOf(subject.table, asked, focus?.code)
  // where no answer is put forward, there is no figure to bound
  const bounds = isOpen(leaders)
    ? null
    : boundsOf(headline, rate, subject.table.unit, study.questionnaire, {
        isPart: asked !== 1,
        zone: focus?.zone ?? null,
      })
  const condition = conditionOf(study.questionnaire, measured.asked ?? subject.field.path)
  const unconcerned = unconcernedLabels(subject)
  const part = partOf(subject)
  if (pages.table && part) pages.table.base += `, ${part.base}`
  if (pages.table && condition) pages.table.base += typeset(`, quand ${condition}`)
  if (pages.table && unconcerned.length > 0)
    pages.table.base += typeset(`, sans les réponses ${and(unconcerned.map(quote))}`)
  if (pages.table && measured.silent) pages.table.notes.push(...silenceNote(subject, figures))
  if (pages.table && leaders.length > 1 && !census) pages.table.notes.push(typeset(chosenNote))
  const aside = asideIn(measured, leaders, figures)
  const { unit } = subject.table
  const { frame, isBare: isTitled } = frameOf(subject.indicator, subject.field, measureOf(subject.indicator.measure))
  const title = focus ? zoned(subject.indicator.title, focus.zone) : subject.indicator.title
  const sentence = census
    ? censusSentence({ ...subject.indicator, isBare: isTitled }, headline, leaders, census, {
        unit,
        isFiltered: condition !== null,
      })
    : sentenceOf(frame, headline, leaders, aside, {
        title,
        isBare: isTitled,
        who: who[1],
        unit,
        what: rankedBy[subject.indicator.measure] ?? 'answer',
      })
  if (census) namedPages(pages, subject, census)
  // a settled measure has the place of its headline
  const { day } = figures(measured.headline!.table, measured.headline!.key)
  const moved = evidence.weighted && isMoved(measured, figures) ? [movedLimit] : []
  // without an answer, its title names the zone
  const isBare = isOpen(leaders) && aside === null
  const everybody = focus && !isBare ? wholeOf(given.whole, leaders, figures) : null
  const others = focus ? othersOf(focus, figures, measured.headline!) : []
  const focused =
    focus && !isBare
      ? typeset(
          focusedSentence(sentence, { zone: isTitled ? null : focus.zone, own: headline }, everybody, others, unit),
        )
      : sentence
  const isApart = everybody && isApartFrom(headline, everybody.estimate, others)
  const waves = wavesOf(subject)
  const figuresSaid = isBare ? 0 : 1 + Number(aside !== null && !isOpen(leaders)) + Number(everybody !== null)
  return {
    ...common,
    limits: [...given.limits, ...after.limits, ...moved],
    estimate: headline,
    sentence: [
      focused,
      ...(census ? [] : [explanationOf(subject.indicator.sentence)].filter(Boolean)),
      ...(part ? [part.sentence] : []),
      ...(waves.length > 1 ? [pooledSentence(waves)] : []),
      ...(openZone ? [openZone.sentence] : []),
      ...daysSaid(
        { day, count: figuresSaid - Number(everybody !== null) },
        everybody === null ? null : { day: everybody.day },
      ),
      ...after.sentences.map((sentence) => typeset(sentence)),
    ].join(' '),
    ...(zone === undefined ? {} : { zone }),
    ...(openZone ? { isZoneOpen: true as const } : {}),
    ...(day === undefined ? {} : { day }),
    ...(everybody
      ? {
          whole: {
            estimate: everybody.estimate,
            ...(everybody.day === undefined ? {} : { day: everybody.day }),
            ...(isApart === null ? {} : { isApart }),
          },
        }
      : {}),
    ...(waves.length > 1 ? { waves } : {}),
    ...(bounds ? { bounds } : {}),
    ...(aside ? { aside: { label: aside.label, estimate: aside.estimate } } : {}),
    ...(leaders.length > 1 ? { together: leaders.map(({ label }) => label) } : {}),
    ...pages,
    breakdowns: [
      ...pages.breakdowns,
      ...after.grids.map((table) => ({ table: focus ? table : datedFrom(table, day), isWhole: true as const })),
    ],
    evidence: {
      ...evidence,
      base: headline.base,
      effectiveBase: headline.effectiveBase,
      method: headline.method,
    },
  }
}

/** A question is followed by the zone as by its answer. */
const zoned = (title: string, zone: string): string =>
  /[?!…]\s*$/.test(title) ? `${title.trim()} Zone ${zone}` : `${title}, zone ${zone}`

/** A table made of figures of an earlier day is of that day. */
const datedFrom = (table: Grid, day: string | undefined): Grid =>
  day === undefined ? table : { ...table, day, notes: [...table.notes, typeset(datedNote(day))] }

/** Whose answers they are, beside the base and in a sentence, where the door or the optional part leaves some people out. */
const parts = {
  optional: {
    base: 'réponses à la partie facultative seulement',
    sentence: 'Question posée dans la partie facultative du questionnaire.',
  },
  whole: {
    base: 'hors version courte du questionnaire',
    sentence: 'La version courte du questionnaire ne pose pas cette question.',
  },
}

/** The optional part ends the whole. */
const partOf = ({ field, study }: Subject): (typeof parts)[keyof typeof parts] | null =>
  field.optionalPart ? parts.optional : isWholeOnly({ field, study }) ? parts.whole : null

/** What a measure ranks, where it is no answer. */
const rankedBy: Partial<Record<string, Ranked>> = { themes: 'theme', places: 'day' }

/** Of a table whose largest answer is put forward and may not be the first. */
const chosenNote =
  'L’intervalle de la première réponse descend plus bas que les autres : une réponse choisie parce qu’elle est la plus citée doit souvent un peu de sa place au hasard.'

/** Days of the figures a sentence tells, those of a zone apart from that of everybody where they differ. */
function daysSaid(
  own: { day: string | undefined; count: number },
  everybody: { day: string | undefined } | null,
): string[] {
  if (everybody === null || own.day === everybody.day)
    return own.day ? [datedSentence(own.day, own.count + Number(everybody !== null))] : []
  return [
    ...(own.day ? [datedSentence(own.day, own.count, 'de la zone')] : []),
    ...(everybody.day ? [datedSentence(everybody.day, 1, 'du territoire')] : []),
  ]
}

/** Everybody’s figure beside that of a zone: of a ranking, that of the answer which leads there; null where there is none. */
function wholeOf(whole: Measured, leaders: readonly Rival[], figures: Figures): Whole | null {
  const [leader] = leaders
  if (isOpen(leaders)) return null
  const same = whole.rivals.find(({ label }) => label === leader?.label)
  const estimate = same ? estimateOf(figures(same.table, same.key)) : headlineOf(whole, figures)
  const place = same ?? whole.headline
  const day = place ? figures(place.table, place.key).day : undefined
  // « dans tout le territoire, jugent l’accueil trop loin »: the sentence of the zone has just said it
  const isSaid = same?.phrase !== undefined && isVerb(same.phrase)
  return estimate.value === null
    ? null
    : { estimate, day, answer: same && !isSaid ? (same.phrase ?? quote(unquoted(same.label))) : null }
}
