/** Quotes that may be shown: checked by a second person, under a consent that still allows it; and where they have gone. */
import { communes, zoneNames, zoneOf } from '../../../surveys/authority/territory.ts'
import { dayOf } from '../../../surveys/days.ts'
import { ageBands, consentScopes, textOf, voices } from '../../../surveys/heard/encounter.ts'
import type { DataContext } from '../../data-context.ts'
import { collections } from '../../store/collections.ts'
import { zonesOf } from '../../tables/reference.ts'
import type { KnownEncounter, Quote } from './encounters.ts'

export type Reader = 'staff' | 'documents'
/** `who`: « Parent, 26 à 59 ans, Sud »: the zone, never the commune. */
export type ShownQuote = Pick<Quote, 'id' | 'text' | 'objectives' | 'themes'> & {
  encounter: string
  who: string
  /** ISO day of the encounter. */
  day: string
}

/** Zones in force, which name the place of an encounter. */
export const zoningOf = async ({ tables }: Pick<DataContext, 'tables'>) =>
  zonesOf((await tables.current('zones')) ?? undefined)
export type Zoning = Awaited<ReturnType<typeof zoningOf>>

/** Codes of the zones that hold a commune of the territory, in the order of the zoning. */
export const zonesWithin = (zones: Zoning): string[] => [
  ...new Set(communes().flatMap(({ insee }) => zoneOf(insee, zones) ?? [])),
]

/** Name of the zone of a place; '' when it is the whole territory or lies outside. */
export function zoneNameOf(place: string, zones: Zoning): string {
  if (place in zoneNames()) return zoneNames()[place]!
  const zone = zoneOf(place, zones)
  return zone === null ? '' : (zoneNames()[zone] ?? zone)
}

const isAllowed = (scope: KnownEncounter['consent']['scope'], reader: Reader) => {
  const order = consentScopes.map(({ value }) => value)
  return order.indexOf(scope) >= order.indexOf(reader)
}

/** Those this reader may be shown, in the order of the encounters. */
export const shownQuotes = (encounters: readonly KnownEncounter[], zones: Zoning, reader: Reader): ShownQuote[] =>
  encounters.flatMap((encounter) =>
    isAllowed(encounter.consent.scope, reader)
      ? encounter.quotes
          .filter(({ check }) => check?.decision === 'approved')
          .map((quote) => ({
            encounter: encounter.id,
            id: quote.id,
            text: quote.text,
            who: whoSays(quote, encounter.place, zones),
            objectives: quote.objectives,
            themes: quote.themes,
            day: encounter.day,
          }))
      : [],
  )

export const whoSays = ({ voice, band }: Pick<Quote, 'voice' | 'band'>, place: string, zones: Zoning): string =>
  [textOf(voices, voice), band && textOf(ageBands, band), zoneNameOf(place, zones)].filter(Boolean).join(', ')

/** Notes that a document took these quotes along, so that it can be found again when a consent is withdrawn. */
export async function noteUses(
  { store, now }: Pick<DataContext, 'store' | 'now'>,
  quotes: readonly Pick<ShownQuote, 'encounter' | 'id'>[],
  document: string,
): Promise<void> {
  const day = dayOf(now())
  for (const { encounter, id } of quotes)
    await store.collection(collections.quoteUses).update(`${encounter}/${id}`, (before) => {
      const uses = before?.uses ?? []
      if (uses.some((use) => use.document === document && use.day === day)) return null
      return { uses: [...uses, { document, day }] }
    })
}

/** Documents that repeated a quote of this encounter, each once, the oldest first. */
export async function usesOf(
  { store }: Pick<DataContext, 'store'>,
  encounter: string,
): Promise<{ document: string; day: string }[]> {
  const stored = await store.collection(collections.quoteUses).list(`${encounter}/`)
  const all = stored.flatMap(({ value }) => value.uses)
  const known = new Map(all.map((use) => [`${use.day} ${use.document}`, use]))
  return [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use)
}
