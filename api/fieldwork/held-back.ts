/**
 * What the next publication will leave as it was: figures of zones, and of other groups, that too few people joined since.
 * Computed from figures that are published and from counts to the nearest five, so that it says nothing of who answered.
 */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce, zoneChartOf } from '../../analysis/findings/finding.ts'
import { counted, date, or, typeset } from '../../analysis/text/format.ts'
import { zoneNames } from '../../surveys/authority/territory.ts'
import { dayOf } from '../../surveys/days.ts'
import type { StoredSnapshot } from '../results/collections.ts'
import type { Tally } from '../results/fieldwork.ts'
import type { Head } from '../results/publications.ts'
import type * as wire from '../wire/results.ts'
import { everybody, figuresShown, figureUnit, isKept, keptSaid, type ShownFigure } from './kept.ts'

type Last = Pick<Head, 'number' | 'findings'>

/** A count to the nearest five may be so many people more, or fewer. */
const hidden = Math.floor(rules.baseStep / 2)

/**
 * At worst: of all the counts that round to those known, the ones that leave most figures as they were. Newcomers are those since
 * the last snapshot: whoever joined before it has been published among everybody, and its figures need eleven since each.
 *
 * @param last the publication before
 * @param snapshot the one it was made from
 * @param joined by zone, who joined since, to the nearest five
 * @returns a sentence a zone of which figures stay those of their day, or may; `figures`: how many of those shown today
 */
export function heldBack(last: Last, snapshot: StoredSnapshot, joined: Tally): wire.Readiness['held'] {
  const before = countedThen(snapshot)
  return [...before].flatMap(([name, { people: then }]) => {
    const day = dayShown(last, snapshot, name)
    const came = countOf(joined, name)
    const bases = basesOf(last, name)
    if (bases.length === 0) return []
    const [fewest, most] = [came - hidden, came + hidden]
    const newcomers =
      came > 0
        ? `environ ${counted(came, 'réponse nouvelle', 'réponses nouvelles')}`
        : 'aucune réponse nouvelle, ou presque,'
    const since = `${name} : ${newcomers} depuis la publication n° ${last.number}`
    const said = (figures: number, text: string) => [{ name, figures, text: typeset(`${since}${text}`) }]
    const stay = day === '' ? 'comme ils sont' : `ceux du ${date(day)}`
    const stayOne = day === '' ? 'comme il est' : `celui du ${date(day)}`
    if (most < rules.leastNew)
      return said(bases.length, `, sur les ${rules.leastNew} demandées. Jusque-là, ses résultats restent ${stay}.`)
    if (fewest < rules.leastNew)
      return said(
        bases.length,
        `, pour ${rules.leastNew} demandées. Si elles suffisent, ${
          bases.length > 1
            ? `ses ${counted(bases.length, 'résultat', 'résultats')} sont mis à jour, sauf ceux auxquels peu de ces personnes ont répondu. Sinon, ils restent ${stay}`
            : `son résultat est mis à jour, sauf si peu de ces personnes y ont répondu. Sinon, il reste ${stayOne}`
        }.`,
      )
    const missed = bases.filter((base) => leastAsked(fewest, base, then) < rules.leastNew)
    if (missed.length === 0) return []
    // words come back later than figures, and nobody knows when
    const rarest = Math.min(...missed.filter((base) => base !== rules.leastDescribed))
    let more = 0
    while (rarest < Number.POSITIVE_INFINITY && leastAsked(fewest + more, rarest, then) < rules.leastNew)
      more += rules.baseStep
    const back =
      more === 0
        ? ''
        : ` Avec environ ${counted(more, 'réponse', 'réponses')} de plus dans la zone, ${missed.length > 1 ? 'ils seraient' : 'il serait'} mis à jour.`
    return said(
      missed.length,
      `. Jusqu’à ${counted(missed.length, 'résultat', 'résultats')} sur ${bases.length} y ${missed.length > 1 ? 'garderont leur' : 'gardera son'} chiffre d’avant, avec sa date : moins de ${rules.leastNew} de ces personnes ont répondu à la question.${back}`,
    )
  })
}

/**
 * Where the same responses are published again: the zones that stay as an earlier snapshot counted them.
 *
 * @param snapshot the one that is read again
 * @param joined by zone, who joined since, to the nearest five
 */
export function stillHeld(last: Last, snapshot: StoredSnapshot, joined: Tally): wire.Readiness['held'] {
  return [...countedThen(snapshot).keys()].flatMap((name) => {
    const day = dayShown(last, snapshot, name)
    const figures = basesOf(last, name).length
    if (figures === 0 || day === '' || day >= dayOf(snapshot.at)) return []
    const came = countOf(joined, name)
    const said =
      came === 0
        ? ''
        : ` Environ ${counted(came, 'réponse nouvelle y est arrivée', 'réponses nouvelles y sont arrivées')} depuis.`
    const text = `${name} : ses résultats restent ceux du ${date(day)}.${said}`
    return [{ name, figures, text: typeset(text) }]
  })
}

/**
 * How many figures the next publication will update, and keep as they were, at worst, counted as it will say them itself.
 *
 * @param last the publication before
 * @param snapshot the one it was made from
 * @param joined who joined since, to the nearest five
 * @param zones the same by zone; the newcomers of other groups are not counted, and are taken to be spread as people are
 */
export function updatesIn(
  last: Pick<Head, 'findings'>,
  snapshot: StoredSnapshot,
  joined: number,
  zones: Tally,
): string {
  const figures = figuresShown(last)
  const groups = Map.groupBy(figures, groupOf)
  const largest = (own: readonly ShownFigure[] = []) => Math.max(1, ...own.map(({ base }) => base))
  const whole = largest(groups.get(groupOf({ list: everybody, label: '' })))
  const newcomers = Math.max(0, joined - hidden)
  const thereThen = countedThen(snapshot)
  const mayStay = (figure: ShownFigure): boolean => {
    const { list, label, base } = figure
    const isZone = list === zoneList && thereThen.has(label)
    const then = isZone ? thereThen.get(label)!.people : largest(groups.get(groupOf(figure)))
    const came = isZone ? Math.max(0, countOf(zones, label) - hidden) : newcomers * Math.min(1, then / whole)
    return came < rules.leastNew || leastAsked(came, base, then) < rules.leastNew
  }
  const kept = figures.filter(mayStay)
  const updated = figures.length - kept.length
  if (figures.length === 0) return ''
  const isOne = figures.length === 1
  if (kept.length === 0)
    return typeset(
      `${isOne ? 'Le chiffre publié sera mis' : `Les ${figures.length} chiffres publiés seront mis`} à jour. ${figureUnit}`,
    )
  if (isOne)
    return typeset(
      `Le chiffre publié (${partsOf(kept).join(' ; ')}) peut garder son ancienne date, si moins de ${rules.leastNew} personnes de plus ont répondu à la question. ${figureUnit}`,
    )
  const least =
    updated === 0
      ? `Les ${figures.length} chiffres publiés`
      : `Au moins ${counted(updated, 'chiffre sera mis', 'chiffres seront mis')} à jour, sur ${figures.length}. Les autres`
  return typeset(
    `${least} (jusqu’à ${partsOf(kept).join(' ; ')}) peuvent garder leur ancienne date, là où moins de ${rules.leastNew} personnes de plus ont répondu à la question. ${figureUnit} Dans « Explorer », des croisements peuvent passer en attente.`,
  )
}

const groupOf = ({ list, label }: Pick<ShownFigure, 'list' | 'label'>) => `${list}\n${label}`

/** Of the same responses: what new tables compute anew, and what stays of an earlier day. */
export function updatesStill(last: Pick<Head, 'findings'>): string {
  const figures = figuresShown(last)
  const kept = figures.filter(isKept)
  const said = kept.length === 0 ? '' : ` ${keptSaid(kept.length, figures.length)} (${partsOf(kept).join(' ; ')}).`
  return typeset(`Les réponses sont les mêmes : ne change que ce que les tables nouvelles recalculent.${said}`)
}

/** Of the responses of a withdrawn publication. */
export function updatesAgain(withdrawn: Last): string {
  const figures = figuresShown(withdrawn)
  const kept = figures.filter(isKept)
  const said = kept.length === 0 ? '' : ` ${keptSaid(kept.length, figures.length)} (${partsOf(kept).join(' ; ')}).`
  return typeset(
    `Les chiffres seront ceux de la n° ${withdrawn.number}, retirée, recalculés avec les tables d’aujourd’hui.${said}`,
  )
}

/** The list of zones, which are told one by one. */
const zoneList = 'zone'

/** « 43 par zone ; 23 pour l’ensemble ; 31 par tranche d’âge ou type de foyer » */
function partsOf(figures: readonly ShownFigure[]): string[] {
  const zones = figures.filter(({ list }) => list === zoneList)
  const whole = figures.filter(({ list }) => list === everybody)
  const others = figures.filter(({ list }) => list !== everybody && list !== zoneList)
  const lists = [...new Set(others.map(({ list }) => list))]
  return [
    ...(zones.length > 0 ? [`${zones.length} par zone`] : []),
    ...(whole.length > 0 ? [`${whole.length} pour l’ensemble`] : []),
    ...(others.length > 0 ? [`${others.length} par ${or(lists)}`] : []),
  ]
}

/**
 * Of so many newcomers to a zone, how many answered a question that `base` of its `then` people had: one standard deviation fewer
 * than expected.
 */
function leastAsked(newcomers: number, base: number, then: number): number {
  const share = Math.min(1, Math.max(0, base - hidden) / (then + hidden))
  return newcomers * share - Math.sqrt(newcomers * share * (1 - share))
}

/** By name of a zone: people, to the nearest five, and the day they are of. */
function countedThen({ lists }: StoredSnapshot): Map<string, { people: number; day: string }> {
  const list = lists.find(({ path }) => path === 'zone')
  if (!list) return new Map()
  const bytes = Uint8Array.from(Buffer.from(list.masks, 'base64'))
  const masks = new Uint16Array(bytes.buffer)
  return new Map(
    list.values.map((value, at) => [
      zoneNames()[value] ?? value,
      { people: fieldworkCount(masks.reduce((sum, mask) => sum + ((mask >> at) & 1), 0)), day: list.days[at] ?? '' },
    ]),
  )
}

/** The day that most figures of a zone are of; '' = no publication shows any. */
function dayShown(last: Last, snapshot: StoredSnapshot, name: string): string {
  if (!countedThen(snapshot).get(name)?.day) return ''
  const own = figuresShown(last).filter(({ list, label }) => list === zoneList && label === name)
  const days = [...Map.groupBy(own, ({ day }) => day ?? countedThen(snapshot).get(name)!.day)]
  return days.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? countedThen(snapshot).get(name)!.day
}

const countOf = (tally: Tally, name: string): number => tally.find((one) => one.name === name)?.count ?? 0

/** The published bases of what a publication shows of a zone; of what it says in words, the smallest that there may be. */
const basesOf = ({ findings }: Last, name: string): number[] =>
  eachOnce(findings).flatMap((finding) => {
    const estimate = zoneChartOf(finding)?.bars.find(({ label }) => label === name)?.estimate
    if (!estimate || (estimate.value === null && estimate.why !== 'in-words')) return []
    return [estimate.value === null ? rules.leastDescribed : estimate.base]
  })
