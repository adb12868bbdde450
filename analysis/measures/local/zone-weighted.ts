/** The children who count, weighted so that each zone and age weighs what the register says. */
import { outsideZone, zoneNames } from '../../../surveys/authority/territory.ts'
import { withWeights } from '../../design/design.ts'
import { postStratify } from '../../design/post-stratify.ts'
import { Refusal } from '../../design/refusal.ts'
import { answersIn } from '../beside.ts'
import type { Subject } from '../measure.ts'
import { populationCountOf } from '../population-count.ts'
import { centreAges } from './ages.ts'

export type ZoneWeighted = {
  subject: Subject
  /** Rows in the base. */
  counts: (row: number) => boolean
  /** true: weighted by zone and age; a sentence: why not. */
  zoned: true | string
}

/**
 * Post-stratifies on zone × age when the register counts every zone met in the answers by these ages.
 *
 * @param standing what each row stands for, 0 = out of the base
 * @param ageOf index of the age of a row
 */
export function zoneWeighted(subject: Subject, standing: Float64Array, ageOf: (row: number) => number): ZoneWeighted {
  const { table, study, design } = subject
  const zone = answersIn(subject, 'zone')
  const counts = (row: number) => standing[row]! > 0
  const as = (why: string): ZoneWeighted => ({
    // rows out of the base keep their weight: no figure counts them
    subject: {
      ...subject,
      design: withWeights(
        design,
        design.weights.map((weight, row) => weight * (standing[row] || 1)),
      ),
    },
    counts,
    zoned: why,
  })
  if (zone === null) return as('La commune n’est pas demandée : les zones ne sont pas redressées.')
  const labels = Array.from({ length: table.rows }, (_, row) => {
    const own = zone(row)?.[0]
    return counts(row) && own !== undefined && own !== outsideZone ? `${own}|${ageOf(row)}` : null
  })
  const categories = [...new Set(labels.filter((label) => label !== null))].sort()
  const totals: Record<string, number> = {}
  for (const category of categories) {
    const [own, age] = category.split('|') as [string, string]
    const population = populationCountOf(
      study.reference,
      'enfants',
      centreAges[Number(age)]!.years,
      zoneNames()[own] ?? own,
    )
    if (population === null)
      return as('L’effectif des enfants n’est pas saisi par zone et par âge : les zones ne sont pas redressées.')
    totals[category] = population.count
  }
  const codes = Int32Array.from(labels, (label) => (label === null ? 0 : categories.indexOf(label)))
  const inside = Float64Array.from(labels, (label, row) => (label === null ? 0 : standing[row]!))
  try {
    const { weighted } = postStratify(
      withWeights({ ...design, calibrations: [] }, inside),
      { name: 'Zone et âge', categories, codes },
      totals,
    )
    return { subject: { ...subject, design: weighted }, counts: (row) => labels[row] !== null, zoned: true }
  } catch (error) {
    if (error instanceof Refusal) return as(`Les zones ne sont pas redressées. ${error.message}`)
    throw error
  }
}
