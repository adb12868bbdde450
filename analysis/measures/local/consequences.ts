/** From published shares to children, adults and euros: only what the authority’s own tables allow to say. */

import { knownEnd } from '../../../surveys/charts/known.ts'
import type { AttendanceRow } from '../../design/reference-tables.ts'
import type { Figures } from '../../disclosure/published-figure.ts'
import type { Estimate, MaybeEstimate } from '../../estimates/estimate.ts'
import { nested } from '../../estimates/nested.ts'
import { estimateOf } from '../../findings/presentation.ts'
import type { Grid, GridCell } from '../../report/tree.ts'
import { and, count, counted, date, figure, interval, quote } from '../../text/format.ts'
import type { Consequences, Subject } from '../measure.ts'
import { populationCountOf } from '../population-count.ts'
import { separateKey } from '../separate.ts'
import { centreAges, centreYears } from './ages.ts'
import { attendanceSources, presentPart } from './attendance.ts'
import { breakEven } from './break-even.ts'
import { boundsOf, type Children, childrenOf } from './children.ts'
import { type Scenario, type Slot, scenarios, shownFor, slotText, slotValue, whenOf } from './slots.ts'
import { adultsFor, type StaffRule, staffRules } from './staff.ts'

type Lead = 'alone' | 'shared' | 'open'

export type Projected = {
  subject: Subject
  /** The busiest day of each period, in the order of the year. */
  peaks: Slot[]
  /** How the busiest day stands out; `open`: sentences name none. */
  lead: Lead
  /** Ids of the tables of disclosure control; `presence` null = no part entered. */
  intentions: string
  presence: string | null
  zoned: true | string
}

type Shown = (slot: Slot, scenario: Scenario, age?: string) => Estimate | null

export function consequencesOf({ subject, peaks, lead, intentions, presence, zoned }: Projected) {
  return (figures: Figures): Consequences => {
    const limits = zoned === true ? [] : [zoned]
    const { reference } = subject.study
    const population = populationCountOf(reference, 'enfants', centreYears)
    if (!reference || population === null)
      return {
        grids: [],
        sentences: ['L’effectif des enfants de 3 à 17 ans n’est pas saisi : le nombre d’enfants n’est pas connu.'],
        limits,
      }
    const shownIn =
      (table: string, isThere: (slot: Slot, scenario: Scenario) => boolean): Shown =>
      (slot, scenario, age) => {
        const published = (one: Scenario): MaybeEstimate => {
          if (!isThere(slot, one)) return { value: null, why: 'not-asked', base: 0 }
          const key = separateKey(subject, slotValue(slot, one), age === undefined ? {} : { age_accueil: age })
          return estimateOf(figures(table, key))
        }
        const shown = nested(scenarios.map((one) => published(shownFor(one, (other) => published(other).value))))
        const own = shown[scenarios.findIndex(({ id }) => id === scenario.id)]!
        return own.value === null ? null : own
      }
    const hasParts = isEntered(reference.attendance.rows)
    const intended = shownIn(intentions, () => true)
    const present = presence === null ? null : shownIn(presence, hasParts)
    const ages = centreAges.map(({ value, years }) => ({
      value,
      population: populationCountOf(reference, 'enfants', years)?.count ?? null,
    }))
    const byAge = (of: Shown, slot: Slot) =>
      ages.map(({ value, population: own }) => (own === null ? null : childrenOf(of(slot, scenarios[1], value), own)))
    const source = `${population.source}, ${date(population.date)}`
    const top = peaks.toSorted(
      (a, b) => (intended(b, scenarios[1])?.value ?? 0) - (intended(a, scenarios[1])?.value ?? 0),
    )[0]!
    const rules = staffRules(reference.ratios, top.kind)
    const planned = present ?? intended
    const adults = adultsAt(byAge(planned, top), childrenOf(planned(top, scenarios[1]), population.count))
    return {
      grids: [
        childrenGrid('Enfants : intentions déclarées', peaks, intended, population.count, source, null),
        ...(present
          ? [
              childrenGrid('Enfants : présence attendue', peaks, present, population.count, source, hasParts, [
                `Parts de présence : ${and(attendanceSources(reference.attendance.rows).map(quote))}.`,
              ]),
            ]
          : []),
        ...staffGrid(
          peaks,
          (slot) => adultsAt(byAge(planned, slot), childrenOf(planned(slot, scenarios[1]), population.count)),
          (slot) => staffRules(reference.ratios, slot.kind),
          present !== null,
          reference.ratios,
        ),
      ],
      sentences: [
        ...headSentences(top, enrolledOn[lead](whenOf(top)), intended, population.count),
        ...presenceSentences(
          present && childrenOf(present(top, scenarios[1]), population.count),
          adults,
          rules[0] ?? null,
        ),
        ...balanceSentences(
          rules[0] ?? null,
          byAge(planned, top),
          present?.(top, scenarios[1]) ?? null,
          population.count,
          reference.costs.rows,
        ),
      ],
      limits,
    }
  }
}

/** Every part that a scenario of a day needs, at both ages. */
const isEntered =
  (rows: readonly AttendanceRow[]) =>
  ({ kind }: Slot, { counts }: Scenario): boolean =>
    counts.every((one) => centreAges.every((age) => presentPart(rows, kind, age, one) !== null))

/** @param entered where a presence can be computed; null = intentions, with their bounds */
function childrenGrid(
  title: string,
  peaks: Slot[],
  shown: Shown,
  population: number,
  source: string,
  entered: ((slot: Slot, scenario: Scenario) => boolean) | null,
  notes: string[] = [],
): Grid {
  const bounded = entered === null
  const cellOf = (slot: Slot, scenario: Scenario): GridCell => {
    if (entered?.(slot, scenario) === false) return { kind: 'text', text: 'non saisie' }
    const children = childrenOf(shown(slot, scenario), population)
    return children === null ? { kind: 'none', why: 'too-few' } : { kind: 'estimate', estimate: children }
  }
  const demand = (slot: Slot) => shown(slot, scenarios[1])?.value ?? -1
  return {
    title,
    base: `Effectif : ${counted(population, 'enfant', 'enfants')} de 3 à 17 ans, dans tout le territoire (${source})`,
    columns: [
      'Jour le plus demandé',
      ...scenarios.map((one) => one.title),
      ...(bounded ? ['Si les familles sans réponse pensaient autrement'] : []),
    ],
    rows: peaks.map((slot) => {
      const central = shown(slot, scenarios[1])
      const bounds = central && boundsOf(central, population)
      const range: GridCell = bounds
        ? { kind: 'text', text: `${count(bounds[0])} à ${count(bounds[1])}` }
        : { kind: 'none', why: 'too-few' }
      const cells = scenarios.map((scenario) => cellOf(slot, scenario))
      return { label: slotText(slot), cells: bounded ? [...cells, range] : cells }
    }),
    first: [...peaks.keys()].toSorted((a, b) => demand(peaks[b]!) - demand(peaks[a]!)),
    firstBy: 'les plus demandées',
    notes: bounded
      ? [
          'Dernière colonne : enfants inscrits, certainement ou probablement, si aucune famille sans réponse n’en inscrivait, ou si toutes inscrivaient tous les leurs.',
        ]
      : notes,
  }
}

type ByAge = (Children | null)[]
/** Adults that a rule asks for, at the low end of the children of a day, in the middle and at the high end. */
type Adults = (rule: StaffRule) => [low: number, middle: number, high: number]

/**
 * The ends are those of all the children of the day, divided by age as in the middle: the low ends of both ages together are fewer
 * children than any interval holds.
 *
 * @returns null where a figure is missing
 */
function adultsAt([young, older]: ByAge, all: Children | null): Adults | null {
  if (!young || !older || all === null) return null
  const part = young.value / Math.max(1, young.value + older.value)
  const atEnd = (rule: StaffRule, children: number) => adultsFor(rule, [children * part, children * (1 - part)])
  return (rule) => [atEnd(rule, all.low), adultsFor(rule, [young.value, older.value]), atEnd(rule, all.high)]
}

/** « Mercredis, sans PEDT » */
const ruledText = (slot: Slot, { label }: StaffRule): string => [slotText(slot), label].filter(Boolean).join(', ')

function staffGrid(
  peaks: Slot[],
  adultsOf: (slot: Slot) => Adults | null,
  rulesOf: (slot: Slot) => StaffRule[],
  isPresence: boolean,
  ratios: { date: string; source: string },
): Grid[] {
  const rows = peaks.flatMap((slot) => {
    const adults = adultsOf(slot)
    if (adults === null) return []
    return rulesOf(slot).map((rule) => {
      const [low, middle, high] = adults(rule)
      return {
        label: ruledText(slot, rule),
        cells: [
          { kind: 'text' as const, text: `${middle} (${low} à ${high})` },
          { kind: 'text' as const, text: rule.reference },
        ],
      }
    })
  })
  if (rows.length === 0) return []
  const who = isPresence ? 'la présence attendue' : 'les intentions, si toutes devenaient des présences'
  return [
    {
      title: 'Adultes nécessaires, certainement ou probablement',
      base: `D’après ${who} ; taux d’encadrement : ${ratios.source}, ${date(ratios.date)}`,
      columns: ['Jour le plus demandé', 'Adultes', 'Référence'],
      rows,
      notes: [
        'Entre parenthèses : aux deux bouts de l’intervalle des enfants de ce jour. Direction et temps de préparation non compris.',
      ],
    },
  ]
}

/** « 230 enfants seraient inscrits (entre 90 et 410) », « au plus 230 enfants seraient inscrits ». */
const childrenSaid = (children: Children, does: string): string =>
  `${figure(children)} enfants ${does}${knownEnd(children) === null ? ` (${interval(children)})` : ''}`

/** A day that is named stands after the sentence of the figure, which has said how sure the families are. */
const enrolledOn: Record<Lead, (day: string) => string> = {
  alone: (day) => `${day}, le plus demandé des jours`,
  shared: (day) => day,
  open: () => 'certainement ou probablement le jour le plus demandé',
}

function headSentences(top: Slot, when: string, intended: Shown, population: number): string[] {
  const share = intended(top, scenarios[1])
  const children = childrenOf(share, population)
  if (share === null || children === null) return []
  if (boundsOf(share, population) === null)
    return [
      `Les enfants des répondants sont plus nombreux que l’effectif saisi (${count(population)}) : vérifiez-le avant de compter des places.`,
    ]
  return [
    `Si toutes les familles pensaient comme les répondantes, ${childrenSaid(children, `seraient inscrits ${when}`)}.`,
  ]
}

function presenceSentences(children: Children | null, adults: Adults | null, rule: StaffRule | null): string[] {
  if (!children)
    return [
      'Aucune part de présence n’est saisie pour ce jour : une intention n’est pas une présence, et le nombre d’enfants présents n’est pas calculé.',
    ]
  const [low, , high] = (rule && adults?.(rule)) ?? [0, 0, 0]
  const open = high > low + 1 ? ' : trop imprécis pour fixer le nombre d’adultes' : ''
  return [
    `D’après les taux de présence fournis par la collectivité, ${childrenSaid(children, 'viendraient vraiment ce jour-là')}${open}.`,
  ]
}

function balanceSentences(
  rule: StaffRule | null,
  ages: ByAge,
  present: Estimate | null,
  population: number,
  costs: Parameters<typeof breakEven>[0],
): string[] {
  const [young, older] = ages
  if (rule === null || !young || !older) return []
  const part = young.value / Math.max(1, young.value + older.value)
  const line = breakEven(costs, (children) => adultsFor(rule, [children * part, children * (1 - part)]))
  const children = childrenOf(present, population)
  if (line === null) return []
  const words = `D’après les coûts saisis, une journée s’équilibre à partir de ${counted(line, 'enfant présent', 'enfants présents')}`
  if (children === null)
    return [`${words}.`, 'Sans part de présence, ces réponses ne disent pas si ce seuil serait atteint.']
  if (children.low >= line) return [`${words} : l’intervalle est tout entier au-dessus.`]
  if (children.high < line) return [`${words} : l’intervalle est tout entier au-dessous.`]
  return [`${words}.`, 'L’intervalle est de part et d’autre : ces réponses ne permettent pas de trancher.']
}
