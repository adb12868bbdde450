/**
 * What the next publication will leave as it was: figures of zones, and of other groups, that too few people joined since.
 * Computed from figures that are published and from counts to the nearest five, so that it says nothing of who answered.
 */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { eachOnce, zoneChartOf } from '../../analysis/findings/finding.ts'
import { listOf } from '../../analysis/measures/tables.ts'
import { and, counted, date, typeset } from '../../analysis/text/format.ts'
import { zoneNames } from '../../surveys/authority/territory.ts'
import { dayOf } from '../../surveys/days.ts'
import type { StoredSnapshot } from '../results/collections.ts'
import type { Tally } from '../results/fieldwork.ts'
import type { Head } from '../results/publications.ts'
import type * as wire from '../wire/results.ts'

type Last = Pick<Head, 'number' | 'findings'>

/** A count to the nearest five may be so many people more, or fewer. */
const hidden = Math.floor(rules.baseStep / 2)

/**
 * At worst: of all the counts that round to those known, the ones that leave most figures as they were.
 *
 * @param last the publication before
 * @param snapshot the one it was made from
 * @param zones responses of today, to the nearest five
 * @returns a sentence a zone of which figures stay those of their day, or may; `figures`: how many of those shown today
 */
export function heldBack(last: Last, snapshot: StoredSnapshot, zones: Tally): wire.Readiness['held'] {
  const before = countedThen(snapshot)
  return zones.flatMap(({ name, count }) => {
    const { people: then, day } = before.get(name) ?? { people: 0, day: '' }
    const joined = count - then
    const bases = basesOf(last, name)
    if (bases.length === 0) return []
    const [fewest, most] = [joined - 2 * hidden, joined + 2 * hidden]
    const newcomers =
      joined > 0
        ? `environ ${counted(joined, 'réponse nouvelle', 'réponses nouvelles')}`
        : 'aucune réponse nouvelle, ou presque,'
    const since = `${name} : ${newcomers} depuis la publication n° ${last.number}`
    const said = (figures: number, text: string) => [{ name, figures, text: typeset(`${since}${text}`) }]
    const stay = day === '' ? 'comme ils sont' : `ceux du ${date(day)}`
    const stayOne = day === '' ? 'comme il est' : `celui du ${date(day)}`
    if (most < rules.leastNew)
      return said(bases.length, ` ; il en faut ${rules.leastNew}. Jusque-là, ses résultats restent ${stay}.`)
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
 */
export function stillHeld(last: Last, snapshot: StoredSnapshot): wire.Readiness['held'] {
  return [...countedThen(snapshot)].flatMap(([name, { day }]) => {
    const figures = basesOf(last, name).length
    if (figures === 0 || day === '' || day >= dayOf(snapshot.at)) return []
    const text = `${name} : ses résultats restent ceux du ${date(day)}, tant que ${rules.leastNew} personnes de plus n’y ont pas répondu.`
    return [{ name, figures, text: typeset(text) }]
  })
}

/** Everybody, and the other groups that a publication divides its results by, whose newcomers are not counted here. */
export function othersHeld({ findings }: Pick<Last, 'findings'>): string {
  const lists = eachOnce(findings).flatMap(({ breakdowns }) =>
    breakdowns.flatMap(({ table, isWhole }) => (isWhole ? [] : (listOf(table) ?? []))),
  )
  return typeset(
    `${othersNamed(true, lists)} : une question à laquelle moins de ${rules.leastNew} personnes de plus ont répondu garde son chiffre d’avant, avec sa date.`,
  )
}

/** Where the same responses are published again: what of everybody, and of other groups, is of an earlier day still; '' = nothing. */
export function othersStill({ findings }: Pick<Last, 'findings'>): string {
  const tables = eachOnce(findings).flatMap(({ table, breakdowns }) => [table, ...breakdowns.map((one) => one.table)])
  const lists = tables.flatMap((table) => (table?.dated ? (listOf(table) ?? []) : []))
  const isWhole = tables.some((table) => table?.day !== undefined)
  const named = othersNamed(isWhole, lists)
  return named === '' ? '' : typeset(`${named} : un chiffre arrêté à un jour d’avant le reste, avec sa date.`)
}

/** « L’ensemble et les autres groupes (tranche d’âge) »; zones are told one by one. */
function othersNamed(isWhole: boolean, lists: readonly string[]): string {
  const others = [...new Set(lists)].filter((list) => list !== 'zone')
  const groups = others.length > 0 ? [`${isWhole ? 'les' : 'Les'} autres groupes (${and(others)})`] : []
  return and([...(isWhole ? ['L’ensemble'] : []), ...groups])
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

/** The published bases of what a publication shows of a zone; of what it says in words, the smallest that there may be. */
const basesOf = ({ findings }: Last, name: string): number[] =>
  eachOnce(findings).flatMap((finding) => {
    const estimate = zoneChartOf(finding)?.bars.find(({ label }) => label === name)?.estimate
    if (!estimate || (estimate.value === null && estimate.why !== 'in-words')) return []
    return [estimate.value === null ? rules.leastDescribed : estimate.base]
  })
