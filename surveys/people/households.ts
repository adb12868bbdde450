/** Made-up households: where they live, who they are, how they work. Shares are plausible, invented, and written here. */
import { ofAuthority } from '../authority/in-force.ts'
import { outside, outsideZone, provisionalZones, zoneOf } from '../authority/territory.ts'
import { happens, one, type Random, someOrNone } from './random.ts'

/** The year the synthetic respondents live in: ages are counted from it. */
export const modelYear = 2026

export type Work = 'standard' | 'early' | 'late' | 'night' | 'weekend' | 'rota' | 'none'
export type Household = {
  commune: string
  zone: string
  foyer: 'couple' | 'seul' | 'autre'
  /** Least usual pattern of the parents: the one that makes the need. */
  work: Work
  qf: 'qf1' | 'qf2' | 'qf3' | 'qf4' | 'qf5'
  /** Ages in years, youngest first; 1 to 4 children. */
  ages: number[]
  /** Lives a week here, a week elsewhere. */
  alternating: boolean
}

/** Communes by census weight (all the persons); one household in twenty lives outside the territory. */
const homes = ofAuthority(
  ({ territory }): Record<string, number> =>
    Object.fromEntries(territory.communes.map(({ insee, population }) => [insee, population])),
)
const outsideShare = 0.05

export const home = (random: Random) => (happens(random, outsideShare) ? outside : one(random, homes()))

export function household(random: Random): Household {
  const commune = home(random)
  const foyer = one(random, { couple: 76, seul: 21, autre: 3 })
  const work = one<Work>(random, { standard: 46, early: 14, late: 10, night: 6, weekend: 9, rota: 7, none: 8 })
  const poorer = foyer === 'seul' || work === 'none'
  const children = Number(one(random, { 1: 42, 2: 42, 3: 13, 4: 3 }))
  return {
    commune,
    zone: zoneOf(commune, provisionalZones()) ?? outsideZone,
    foyer,
    work,
    qf: one(
      random,
      poorer ? { qf1: 30, qf2: 28, qf3: 20, qf4: 12, qf5: 10 } : { qf1: 10, qf2: 15, qf3: 22, qf4: 23, qf5: 30 },
    ),
    ages: Array.from({ length: children }, () => Math.floor(random() * 18)).sort((a, b) => a - b),
    alternating: happens(random, foyer === 'seul' ? 0.3 : 0.04),
  }
}

export const isAtypical = ({ work }: Household) => work !== 'standard' && work !== 'none'
/** Far from the towns: services are less known, and places scarcer. */
export const isRural = ({ zone }: { zone: string }) => ruralZones().has(zone)

const townOf = 5_000
/** Zone of the commune with most inhabitants; null without communes. */
export const mainZone = ofAuthority(({ territory }) => {
  const [largest] = territory.communes.toSorted((a, b) => b.population - a.population)
  return territory.zoning.rows.find(({ insee }) => insee === largest?.insee)?.zone ?? null
})
/** Zones of the territory without a town: no commune of theirs has `townOf` inhabitants. */
const ruralZones = ofAuthority(({ territory }) => {
  const isTown = new Map(territory.communes.map(({ insee, population }) => [insee, population >= townOf]))
  const rows = territory.zoning.rows.filter(({ insee }) => insee !== outside)
  const towns = new Set(rows.flatMap(({ insee, zone }) => (isTown.get(insee) ? [zone] : [])))
  return new Set(rows.map(({ zone }) => zone).filter((zone) => !towns.has(zone)))
})

/** Which answers to « horaires » go with a pattern of work. */
export function hoursWorked({ work, zone }: Household, random: Random): string[] {
  const usual: Record<Work, Record<string, number>> = {
    standard: { coupes: 0.04, astreinte: 0.04, saison: 0.03 },
    early: { avant_7h30: 1, samedi: 0.15 },
    late: { apres_18h30: 1, samedi: 0.3 },
    night: { nuit: 1, samedi: 0.5, dimanche: 0.5 },
    weekend: { samedi: 1, dimanche: 0.4, apres_18h30: 0.3 },
    rota: { avant_7h30: 1, apres_18h30: 1, planning_court: 0.5, samedi: 0.3 },
    none: {},
  }
  const far = { trajet_long: work === 'none' ? 0 : zone === mainZone() ? 0.15 : 0.25 }
  return someOrNone(random, { ...usual[work], ...far })
}
