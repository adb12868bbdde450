/** How the collection goes: sheets per day, mode and zone, each to the nearest five; nothing of what was answered. */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { fieldsOf } from '../../surveys/fields.ts'
import { type ZoneTable, zoneNames, zoneOf } from '../../surveys/territory.ts'
import type { House } from '../house.ts'
import { openKept } from '../seal.ts'
import { zonesOf } from '../tables/reference.ts'

type Facts = { digest: string; day: string; mode: string; commune: string | null; trial: boolean }
export type Tally = { name: string; count: number }[]
export type Fieldwork = {
  total: number
  days: Tally
  modes: Tally
  zones: Tally
  provisional: boolean
  zoneSource: string
}

const modeNames: Record<string, string> = { web: 'En ligne', kiosk: 'Sur une borne', paper: 'Sur papier' }

/** Remembers every sheet by its seal: a sheet seen before is not opened again. */
export function fieldworkIn(house: House) {
  const known = new Map<string, Map<string, Facts>>()

  async function facts(slug: string): Promise<Facts[]> {
    const { standing } = await house.questionnaires.found(slug)
    const { questionnaire } = await house.questionnaires.published(slug, standing.version)
    const commune = fieldsOf(questionnaire.definition, questionnaire.assigned).find(
      ({ role, parent }) => role === 'commune' && parent === null,
    )
    const before = known.get(slug) ?? new Map<string, Facts>()
    const now = new Map<string, Facts>()
    for await (const block of house.store.responses.blocks(slug))
      for (const row of block) {
        const seen = before.get(row.id)
        if (seen?.digest === row.digest) {
          now.set(row.id, seen)
          continue
        }
        const { receivedAt, mode, trial, answers } = openKept(row, house.keyring)
        const place = commune ? answers[commune.question] : null
        now.set(row.id, {
          digest: row.digest,
          day: parisDay(receivedAt),
          mode,
          commune: typeof place === 'string' ? place : null,
          trial,
        })
      }
    known.set(slug, now)
    return [...now.values()].filter(({ trial }) => standing.status === 'trial' || !trial)
  }

  return async (slug: string): Promise<Fieldwork> => {
    const sheets = await facts(slug)
    const zones: ZoneTable = zonesOf((await house.tables.current('zones')) ?? undefined)
    const zone = ({ commune }: Facts) => {
      const code = commune === null ? null : zoneOf(commune, zones)
      return code === null || code === undefined ? 'Non précisée' : (zoneNames[code] ?? code)
    }
    return {
      total: fieldworkCount(sheets.length),
      days: everyDay(tallyOf(sheets, ({ day }) => day)),
      modes: tallyOf(sheets, ({ mode }) => modeNames[mode] ?? mode),
      zones: tallyOf(sheets, zone),
      provisional: zones.provisional,
      zoneSource: zones.source,
    }
  }
}

const parisDay = (iso: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(iso))

function tallyOf(sheets: Facts[], name: (one: Facts) => string): Tally {
  const counts = new Map<string, number>()
  for (const sheet of sheets) counts.set(name(sheet), (counts.get(name(sheet)) ?? 0) + 1)
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([own, count]) => ({ name: own, count: fieldworkCount(count) }))
}

/** Days without a sheet are days too; at most the last ninety. */
function everyDay(days: Tally): Tally {
  const [first, last] = [days[0]?.name, days.at(-1)?.name]
  if (!first || !last) return []
  const counts = new Map(days.map(({ name, count }) => [name, count]))
  const all: Tally = []
  for (let time = Date.parse(first); time <= Date.parse(last); time += 24 * 3_600_000) {
    const name = new Date(time).toISOString().slice(0, 10)
    all.push({ name, count: counts.get(name) ?? 0 })
  }
  return all.slice(-90)
}
