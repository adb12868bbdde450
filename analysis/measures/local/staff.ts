/** Adults needed for a number of children, by the table of ratios that the authority entered. */
import type { RatioRow, ReferenceTables } from '../../design/reference-tables.ts'
import { centreAges } from './ages.ts'
import type { PeriodKind } from './slots.ts'

/** `label`: which case of the table, '' when it has a single one. */
export type StaffRule = { label: string; reference: string; perAdult: [number, number] }

/** One rule per case of the table (with or without PEDT, up to or beyond 5 hours) that sets both ages. */
export function staffRules({ rows }: ReferenceTables['ratios'], { ratio }: PeriodKind): StaffRule[] {
  const own = rows.filter(({ period }) => period === ratio)
  const cases = new Map<string, RatioRow[]>()
  for (const row of own) {
    const name = [pedtText(row.pedt), row.duration === 'toutes' ? '' : row.duration].filter(Boolean).join(', ')
    cases.set(name, [...(cases.get(name) ?? []), row])
  }
  return [...cases].flatMap(([name, group]) => {
    const [young, older] = centreAges.map(({ text }) => group.find(({ age }) => age === text))
    if (!young || !older) return []
    const references = [...new Set([young.reference, older.reference])].filter(Boolean).join(' ; ')
    return [
      {
        label: name,
        reference: references,
        perAdult: [young.childrenPerAdult, older.childrenPerAdult],
      },
    ]
  })
}

const pedtText = (pedt: boolean | null) => (pedt === null ? '' : pedt ? 'avec PEDT' : 'sans PEDT')

/** @param children under 6, and 6 and over; the two groups are looked after apart */
export const adultsFor = ({ perAdult }: Pick<StaffRule, 'perAdult'>, children: readonly [number, number]): number =>
  Math.ceil(children[0] / perAdult[0] - 1e-9) + Math.ceil(children[1] / perAdult[1] - 1e-9)
