/** How many people there are, from the registers the authority entered: never from the answers. */
import { communes, communesSource } from '../../surveys/authority/territory.ts'
import { agesOf as audienceAges, populationOf, type Unit } from '../../surveys/questionnaire/audiences.ts'
import { folded } from '../../surveys/wording/folded.ts'
import type { Study } from '../columns/study.ts'
import type { FrameRow, ReferenceTables } from '../design/reference-tables.ts'

export type PopulationCount = { count: number; source: string; date: string }

const isWhole = (zone: string) => ['ensemble', 'total'].includes(folded(zone))
const isIn = (zone: string) => (row: FrameRow) => folded(row.zone) === folded(zone)

/** Nobody is older. */
const oldest = 130

/** « 3-5 », « 3 à 5 ans » → [3, 5]; « 11 » → [11, 11]; « 18 et plus » has no end; null = no band of ages: « 5-3 », « plus de 12 ». */
export function agesOf(text: string): [number, number] | null {
  const [from, to = from] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  if (from === undefined || to === undefined || to < from || /[<>]|moins|plus de|avant|apr[eè]s|jusqu/i.test(text))
    return null
  return [from, /plus|\+|partir|dès/i.test(text) ? oldest : to]
}

/** These two bands would count some people twice. */
export const overlap = (one: readonly [number, number], other: readonly [number, number]): boolean =>
  one[0] <= other[1] && other[0] <= one[1]

/**
 * People of one kind between two ages, both included.
 *
 * @param zone name of a zone; null = all of them
 * @returns null when the table lacks it: nothing entered, age bands that do not fall on these edges, or that overlap
 */
export function populationCountOf(
  reference: ReferenceTables | undefined,
  population: FrameRow['population'],
  [from, to]: readonly [number, number],
  zone: string | null = null,
): PopulationCount | null {
  if (!reference) return null
  const { rows, source, date } = reference.frames
  const kind = rows.filter((row) => row.population === population)
  const whole = kind.filter((row) => isWhole(row.zone))
  const own = zone !== null ? kind.filter(isIn(zone)) : whole.length > 0 ? whole : kind
  const aged = own.flatMap((row) => {
    const ages = agesOf(row.age)
    return ages === null ? [] : [{ ages, count: row.count, zone: row.zone }]
  })
  const inside = aged.filter(({ ages }) => ages[0] >= from && ages[1] <= to)
  const across = aged.some(({ ages }) => ages[0] <= to && ages[1] >= from && (ages[0] < from || ages[1] > to))
  const years = new Set(
    inside.flatMap(({ ages }) => Array.from({ length: ages[1] - ages[0] + 1 }, (_, at) => ages[0] + at)),
  )
  const isTwice = inside.some((one, at) =>
    inside.slice(0, at).some((other) => folded(other.zone) === folded(one.zone) && overlap(one.ages, other.ages)),
  )
  if (across || isTwice || years.size < to - from + 1) return null
  return { count: inside.reduce((sum, { count }) => sum + count, 0), source, date }
}

/** All the people a questionnaire is for, of one unit, and of one zone by its name; null = the table does not say. */
export function wholePopulationCountOf(
  { questionnaire, reference }: Pick<Study, 'questionnaire' | 'reference'>,
  unit: Unit,
  zone: string | null = null,
): PopulationCount | null {
  const population = populationOf(unit, questionnaire.audience)
  if (population === 'communes') return communesIn(zone)
  if (!reference) return null
  const ages = audienceAges(questionnaire.audience)
  if (ages !== null) return populationCountOf(reference, population, ages, zone)
  const { rows, source, date } = reference.frames
  const ageless = rows.filter((row) => row.population === population && row.age.trim() === '')
  const whole = ageless.filter((row) => isWhole(row.zone))
  const own = zone !== null ? ageless.filter(isIn(zone)) : whole.length > 0 ? whole : ageless
  if (own.length === 0) return populationCountOf(reference, population, [0, 17], zone)
  return { count: own.reduce((sum, { count }) => sum + count, 0), source, date }
}

/** The territory says how many communes there are; by zone, nobody asks. */
function communesIn(zone: string | null): PopulationCount | null {
  const { text, vintage } = communesSource()
  return zone === null ? { count: communes().length, source: text, date: `${vintage}-01-01` } : null
}
