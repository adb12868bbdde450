/** The same indicator in two waves: what changed, when the question did not. Reads published figures only. */
import { knownEnd } from '../../surveys/charts/known.ts'
import { type Field, fieldsOf } from '../../surveys/questionnaire/fields.ts'
import type { Indicator, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { derivedDimension, wavePath } from '../columns/derive.ts'
import type { Study } from '../columns/study.ts'
import { adjust } from '../comparisons/adjust.ts'
import { type Change, changeBetween } from '../comparisons/waves.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import type { Estimate, MaybeEstimate } from '../estimates/estimate.ts'
import { estimateOf } from '../findings/presentation.ts'
import { figure, interval, percent, thin, typeset } from '../text/format.ts'
import type { Subject } from './measure.ts'
import { answerKey, tableId, unionValue } from './tables.ts'

export type WaveChange = {
  indicator: string
  title: string
  earlier: MaybeEstimate
  later: MaybeEstimate
  /** Later less earlier, as a fraction; null when one of the two may not be shown or nothing shows the spread. */
  change: Pick<Change, 'change' | 'low' | 'high'> | null
  /** The change stands after Holm's correction for all the indicators compared. */
  established: boolean
  sentence: string
  limits: string[]
}

/** False where an end is all that is known of one of the two: the change is then told by its interval alone. */
export const isSingle = ({ earlier, later }: Pick<WaveChange, 'earlier' | 'later'>): boolean =>
  knownEnd(earlier) === null && knownEnd(later) === null

/** Two waves by name, and each indicator they share. */
export type Waves = { earlier: string; later: string; changes: WaveChange[] }

/** The last two waves of one questionnaire, answered half a year apart or more; null = a single wave. */
export function wavesWithin(subjects: readonly Subject[], figures: Figures): Waves | null {
  const column = subjects.map(({ study }) => study.table.columns.get(wavePath)).find((one) => one !== undefined)
  if (column?.kind !== 'choice') return null
  const { choices } = derivedDimension(wavePath, column.values)!
  const [before, after] = choices.slice(-2) as [Wave, Wave]
  const titlesIn = titlesFrom(subjects[0]!.study, before.value)
  const pairs = subjects.flatMap((subject) => {
    const breakdown = subject.breakdowns.find(({ path }) => path === wavePath)
    if (!breakdown || subject.indicator.measure !== 'share') return []
    const shown = ({ value }: Wave): MaybeEstimate =>
      breakdown.choices.some((choice) => choice.value === value)
        ? estimateOf(
            figures(
              tableId(subject, breakdown),
              answerKey(subject, wantedOf(subject.indicator), { [wavePath]: value }),
            ),
          )
        : { value: null, why: 'too-few', base: 0 }
    const isReworded = titlesIn(subject.field.path).size > 1
    return [{ indicator: subject.indicator, earlier: shown(before), later: shown(after), isReworded }]
  })
  return pairs.length === 0 ? null : changesOf(pairs, before.text, after.text)
}
type Wave = { value: string; text: string }

/** Names of the waves in which a question was asked, the first before. Empty = all was answered in one wave. */
export function wavesOf({ study, field }: Pick<Subject, 'study' | 'field'>): string[] {
  const column = study.table.columns.get(wavePath)
  if (column?.kind !== 'choice') return []
  const { choices } = derivedDimension(wavePath, column.values)!
  const withField = study.versions?.filter(({ questionnaire }) => fieldsIn(questionnaire).has(field.path))
  const days = withField?.flatMap((version) => [...version.days].map((day) => day.slice(0, 7)))
  return choices
    .filter(({ value }, at) => {
      const next = choices[at + 1]?.value
      return days === undefined || days.some((day) => day >= value && (next === undefined || day < next))
    })
    .map(({ text }) => text)
}

/** @returns how a question was put in the versions answered from the month `since` on */
function titlesFrom({ versions = [] }: Study, since: string): (path: string) => Set<string> {
  const answered = versions.filter(({ days }) => [...days].some((day) => day.slice(0, 7) >= since))
  const asked = answered.map(({ questionnaire }) => fieldsIn(questionnaire))
  return (path) => new Set(asked.flatMap((fields) => fields.get(path)?.title ?? []))
}

/** One questionnaire with what was published of it. */
export type Campaign = {
  label: string
  questionnaire: Questionnaire
  period: { from: string; to: string } | null
  findings: readonly { indicator: string; estimate: Estimate | { value: null } }[]
}

/** The latest campaign that ended before this one began and asked some of the same things; null = none. */
export function wavesBetween(campaigns: readonly Campaign[], later: Campaign): Waves | null {
  const found = campaigns
    .filter((one) => one.period !== null && later.period !== null && one.period.to < later.period.from)
    .toSorted((a, b) => (a.period!.to < b.period!.to ? 1 : -1))
    .map((earlier) => ({ earlier, pairs: pairsOf(earlier, later) }))
    .find(({ pairs }) => pairs.length > 0)
  return found ? changesOf(found.pairs, found.earlier.label, later.label) : null
}

/** Same code, same field, same answers wanted, of the same unit. */
function pairsOf(earlier: Campaign, later: Campaign): Pair[] {
  if (earlier.questionnaire.unit !== later.questionnaire.unit) return []
  const [first, second] = [earlier, later].map(({ questionnaire }) => fieldsIn(questionnaire)) as [
    Map<string, Field>,
    Map<string, Field>,
  ]
  return later.questionnaire.indicators.flatMap((indicator) => {
    const own = earlier.questionnaire.indicators.find(
      (one) => one.measure === 'share' && one.field === indicator.field && wantedOf(one) === wantedOf(indicator),
    )
    const [a, b] = [first.get(indicator.field), second.get(indicator.field)]
    if (!own || indicator.measure !== 'share' || !a || !b) return []
    return [
      {
        indicator,
        earlier: estimateIn(earlier, own.id),
        later: estimateIn(later, indicator.id),
        isReworded: a.title !== b.title,
      },
    ]
  })
}

const fieldsIn = ({ definition, assigned }: Questionnaire) =>
  new Map(fieldsOf(definition, assigned).map((field) => [field.path, field]))
const wantedOf = ({ wanted = [] }: Indicator) => unionValue(wanted)
const estimateIn = ({ findings }: Campaign, id: string): MaybeEstimate => {
  const estimate = findings.find(({ indicator }) => indicator === id)?.estimate
  return estimate && estimate.value !== null ? estimate : { value: null, why: 'too-few', base: 0 }
}

type Pair = { indicator: Indicator; earlier: MaybeEstimate; later: MaybeEstimate; isReworded: boolean }

function changesOf(pairs: Pair[], earlier: string, later: string): Waves {
  const raw = pairs.map((pair) =>
    pair.earlier.value === null || pair.later.value === null ? null : changeBetween(pair.earlier, pair.later),
  )
  const adjusted = adjust(raw.map((one) => one?.p ?? Number.NaN))
  const changes = pairs.map((pair, at): WaveChange => {
    const one = raw[at]!
    const change =
      one === null ? null : { change: toPoint(one.change), low: outwards(one.low, -1), high: outwards(one.high, 1) }
    const established = change !== null && adjusted[at]! < 0.05
    const { id, title } = pair.indicator
    return {
      indicator: id,
      title,
      earlier: pair.earlier,
      later: pair.later,
      change,
      established,
      sentence: typeset(sentenceOf(pair, earlier, later, change, established)),
      limits: limitsOf(pair),
    }
  })
  return { earlier, later, changes }
}

const toPoint = (share: number) => Math.round(share * 100) / 100
const outwards = (share: number, way: 1 | -1) => (way * Math.ceil(way * share * 100 - 1e-9)) / 100

/** « 4 points » */
const points = (value: number) => `${Math.round(Math.abs(value) * 100)} point${Math.abs(value) >= 0.015 ? 's' : ''}`

function sentenceOf(
  { indicator: { title }, earlier: a, later: b }: Pair,
  early: string,
  late: string,
  change: WaveChange['change'],
  established: boolean,
): string {
  if (a.value === null || b.value === null || change === null)
    return `${title} : les deux vagues ne peuvent pas être comparées (trop peu de réponses, ou secret).`
  const said = (one: Estimate, wave: string) =>
    `${figure(one)} (${wave} ; ${knownEnd(one) === null ? `${interval(one)}, ` : ''}${one.base} réponses)`
  const compared = `${title} : ${said(a, early)}, ${said(b, late)}.`
  if (!established) return `${compared} L’écart n’est pas établi.`
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${percent(Math.abs(value)).replace(`${thin}%`, '')}`
  const way = change.change > 0 ? 'Hausse' : 'Baisse'
  const within = `de ${signed(change.low)} à ${signed(change.high)}`
  const by = isSingle({ earlier: a, later: b }) ? ` de ${points(change.change)} (${within})` : `, ${within} points`
  return `${compared} ${way}${by} ; cela ne dit pas pourquoi.`
}

function limitsOf({ isReworded }: Pair): string[] {
  const limits = ['Les personnes qui répondent peuvent ne pas être les mêmes d’une vague à l’autre.']
  if (isReworded)
    limits.push('La question a été reformulée entre les deux vagues : une partie de l’écart peut en venir.')
  return limits
}
