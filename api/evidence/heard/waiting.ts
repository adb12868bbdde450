/** Quotes that wait for a second person. */
import type { KnownEncounter, Quote } from './encounters.ts'

/** Quotes that nobody has checked, under a consent that lets them be shown. */
export const waitingIn = (encounters: readonly KnownEncounter[]): { encounter: KnownEncounter; quote: Quote }[] =>
  encounters.flatMap((encounter) =>
    encounter.consent.scope === 'notes'
      ? []
      : encounter.quotes.filter(({ check }) => check === null).map((quote) => ({ encounter, quote })),
  )
