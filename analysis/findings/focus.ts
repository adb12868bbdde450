/** An objective of the plan may be about one zone: its headline is then the figure of that zone. */
import { zoneOfObjective } from '../../surveys/authority/plan.ts'
import { outsideZone, zoneNames } from '../../surveys/authority/territory.ts'
import { sidesIn } from '../../surveys/charts/apart.ts'
import type { Unit } from '../../surveys/questionnaire/audiences.ts'
import type { Figures } from '../disclosure/published-figure.ts'
import type { Estimate } from '../estimates/estimate.ts'
import type { Measured } from '../measures/measure.ts'
import { baseText, figure, interval, percent, typeset } from '../text/format.ts'
import { estimateOf } from './presentation.ts'

/** `measured`: with the headline and the rivals of the zone. `zone`: its name; `code`: its value. */
export type Focus = { measured: Measured; zone: string; code: string }

/** The same figure among everybody; `answer`: of one of several, as the sentence calls it; `day`: it is shown again from. */
export type Whole = { estimate: Estimate; answer: string | null; day?: string | undefined }

/** @returns null when the objective is about no zone, or when that zone has no published figure: thirty responses at least */
export function focusOf(objective: number, measured: Measured, figures: Figures): Focus | null {
  const zone = zoneOfObjective()[objective]
  if (zone === undefined || measured.summary || measured.settle) return null
  const placeOf = <Place extends { table: string; key: string }>(place: Place): Place | null => {
    const answer = figureIn(measured, place)?.dims.reponse
    const table = measured.tables.find(({ id }) => id === `${place.table}/zone`)
    const found = table?.figures.find(({ dims }) => dims.zone === zone && dims.reponse === answer)
    return table && found && estimateOf(figures(table.id, found.key)).value !== null
      ? { ...place, table: table.id, key: found.key }
      : null
  }
  const headline = measured.headline && placeOf(measured.headline)
  const rivals = measured.rivals.map(placeOf)
  const known = rivals.filter((one) => one !== null)
  const asides = (measured.asides ?? []).map(placeOf).filter((one) => one !== null)
  if (measured.headline ? headline === null : known.length === 0 || !isAhead(known, figures)) return null
  return { measured: { ...measured, headline, rivals: known, asides }, zone: zoneNames()[zone] ?? zone, code: zone }
}

/** The answers of a zone that may be put forward under an objective about it, by their table; null when it is about none. */
export function rankedIn(objective: number, { rivals, tables }: Measured): { table: string; keys: string[] } | null {
  const zone = zoneOfObjective()[objective]
  const [first] = rivals
  if (zone === undefined || first === undefined) return null
  const named = new Set(rivals.map((place) => figureIn({ tables }, place)?.dims.reponse))
  const table = `${first.table}/zone`
  const own = tables.find(({ id }) => id === table)?.figures ?? []
  const keys = own.flatMap(({ key, dims }) => (dims.zone === zone && named.has(dims.reponse) ? [key] : []))
  return { table, keys }
}

/** Answers that few people gave are not divided between zones: none of them can be the first where another one has a third. */
const isAhead = (known: Measured['rivals'], figures: Figures): boolean =>
  known.some(({ table, key }) => (estimateOf(figures(table, key)).value ?? 0) >= 1 / 3)

const figureIn = ({ tables }: Pick<Measured, 'tables'>, { table, key }: { table: string; key: string }) =>
  tables.find(({ id }) => id === table)?.figures.find((one) => one.key === key)

/**
 * « Zone Sud : 56 % des familles … (entre 40 % et 71 % ; 35 réponses). Dans tout le territoire : 38 % (entre 34 % et 42 % ;
 * 420 réponses). L’écart avec les autres zones n’est pas établi. »
 *
 * @param zone null = the sentence begins with its title, which names the zone; own = the figure of the zone
 * @param whole null = everybody has no figure, or none that one sentence tells
 * @param others of the other zones; without any, nothing is said of the gap
 */
export function focusedSentence(
  sentence: string,
  { zone, own }: { zone: string | null; own: Estimate },
  whole: Whole | null,
  others: readonly Estimate[],
  unit: Unit,
): string {
  const said = zone === null ? sentence : `Zone ${zone} : ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
  if (whole === null) return said
  const { estimate, answer } = whole
  const place = `Dans tout le territoire${answer === null ? '' : `, ${answer}`}`
  const everybody = `${place} : ${figure(estimate)} (${interval(estimate)} ; ${baseText(estimate.base, unit)}).`
  const isApart = isApartFrom(own, estimate, others)
  return isApart === null
    ? `${said} ${everybody}`
    : `${said} ${everybody} L’écart avec les autres zones ${isApart ? 'est' : 'n’est pas'} établi.`
}

/** Whether the gap with the other zones is established; null = there is none to speak of. */
export function isApartFrom(own: Estimate, whole: Estimate, others: readonly Estimate[]): boolean | null {
  const [gap] = percent(own.value) === percent(whole.value) ? [null] : sidesIn([own, ...others])
  return gap == null ? null : gap !== 0
}

/** What the other zones of the territory say of the same, where they have a figure. @param place of the zone’s own figure */
export function othersOf(
  { measured, code }: Focus,
  figures: Figures,
  place: { table: string; key: string },
): Estimate[] {
  const own = figureIn(measured, place)
  const found = measured.tables.find(({ id }) => id === place.table)?.figures ?? []
  return found.flatMap(({ key, dims }) => {
    if (dims.reponse !== own?.dims.reponse || dims.zone === code || dims.zone === outsideZone) return []
    const estimate = estimateOf(figures(place.table, key))
    return estimate.value === null ? [] : [estimate]
  })
}

/** A zone whose figure concludes nothing: said after the sentence of everybody. */
export type OpenZone = Pick<Focus, 'code'> & { sentence: string }
export const openZoneOf = ({ zone, code }: Focus, base: number, unit: Unit): OpenZone => ({
  code,
  sentence: typeset(
    `Pour ${unit === 'children' ? 'les seuls enfants de la' : 'la seule'} zone ${zone} (${baseText(base, unit)}), la fourchette est trop large pour conclure.`,
  ),
})
