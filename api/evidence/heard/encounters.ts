/** Encounters: saved, corrected and withdrawn; their quotes chosen in the notes, masked, then checked by a second person. */
import * as z from 'zod'
import { mask } from '../../../analysis/text/mask.ts'
import type { AgeBand, ConsentForm, ConsentScope, EncounterKind, Voice } from '../../../surveys/heard/encounter.ts'
import type { GuideName } from '../../../surveys/heard/guide.ts'
import type { DataContext } from '../../data-context.ts'
import { Problem } from '../../http/problems.ts'
import { decryptText, encryptText } from '../../keys/encrypted-text.ts'
import { wordOf } from '../../store/collection-row.ts'
import { collections } from '../../store/collections.ts'
import type { StoredEncounter } from './collections.ts'

const Check = z.object({
  decision: z.enum(['approved', 'refused']),
  why: z.string(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
})

/** Words of somebody, masked; `check`: null until a second person has read them. */
export const Quote = z.object({
  id: z.string(),
  text: z.string(),
  voice: wordOf<Voice>(),
  /** '' = not noted. */
  band: wordOf<AgeBand | ''>(),
  objectives: z.array(z.number()),
  themes: z.array(z.string()),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
  check: Check.nullable(),
})
export type Quote = z.infer<typeof Quote>

/** All that is encrypted of an encounter. */
export const Encounter = z.object({
  kind: wordOf<EncounterKind>(),
  day: z.string(),
  /** Code of a commune or of a zone; '' = the whole territory. */
  place: z.string(),
  /** Function or structure, never a name. */
  facilitator: z.string(),
  people: z.number(),
  voices: z.array(wordOf<Voice>()),
  bands: z.array(wordOf<AgeBand>()),
  /** Who made the link, when somebody did; '' = nobody. */
  mediation: z.string(),
  guide: wordOf<GuideName>(),
  objectives: z.array(z.number()),
  consent: z.object({ form: wordOf<ConsentForm>(), scope: wordOf<ConsentScope>() }),
  notes: z.array(z.object({ question: z.string(), text: z.string() })),
  quotes: z.array(Quote),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
})
export type Encounter = z.infer<typeof Encounter>
export type KnownEncounter = Encounter & { id: string; revision: number }
type Account = { login: string; name: string }

export type NewEncounter = Omit<Encounter, 'quotes' | 'by' | 'byName' | 'at'>
export type NewQuote = Pick<Quote, 'id' | 'text' | 'voice' | 'band' | 'objectives' | 'themes'>

export type Encounters = ReturnType<typeof encountersIn>

export function encountersIn({ store, keyring, now }: Pick<DataContext, 'store' | 'keyring' | 'now'>) {
  const collection = store.collection(collections.encounters)
  const key = () => keyring.secret('heard').encryption
  const opened = (id: string, sealed: string): Encounter => Encounter.parse(JSON.parse(decryptText(sealed, id, key())))
  const sealedOf = (id: string, encounter: Encounter): StoredEncounter => ({
    day: encounter.day,
    sealed: encryptText(JSON.stringify(encounter), id, key()),
    withdrawnAt: null,
  })

  /** @throws Problem heard-unknown when it does not exist, heard-withdrawn when consent was withdrawn */
  async function changed(id: string, edit: (before: Encounter) => Encounter): Promise<void> {
    await collection.update(id, (stored) => {
      if (stored === null) throw new Problem('heard-unknown')
      if (stored.sealed === null) throw new Problem('heard-withdrawn')
      return sealedOf(id, edit(opened(id, stored.sealed)))
    })
  }

  return {
    /** Those that stand, the newest first. */
    async list(): Promise<KnownEncounter[]> {
      const stored = await collection.list()
      return stored
        .flatMap(({ id, revision, value: { sealed } }) =>
          sealed === null ? [] : [{ ...opened(id, sealed), id, revision }],
        )
        .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.at < b.at ? 1 : -1))
    },

    /** Those whose consent was withdrawn: nothing is left of them but their day. */
    withdrawn: async (): Promise<{ id: string; day: string; withdrawnAt: string }[]> =>
      (await collection.list()).flatMap(({ id, value: { day, withdrawnAt } }) =>
        withdrawnAt === null ? [] : [{ id, day, withdrawnAt }],
      ),

    /** @throws Problem heard-unknown, heard-withdrawn */
    async get(id: string): Promise<KnownEncounter> {
      const stored = await collection.get(id)
      if (!stored) throw new Problem('heard-unknown')
      if (stored.value.sealed === null) throw new Problem('heard-withdrawn')
      return { ...opened(id, stored.value.sealed), id, revision: stored.revision }
    },

    /**
     * Saves it whole; the quotes chosen before stay.
     *
     * @param revision the one it was opened at; null = it is new. The same new one sent again changes nothing.
     * @throws Problem heard-withdrawn, changed-meanwhile
     */
    async save(id: string, sent: NewEncounter, by: Account, revision: number | null): Promise<void> {
      const stored = await collection.get(id)
      if (stored?.value.withdrawnAt) throw new Problem('heard-withdrawn')
      const before = stored?.value.sealed ? opened(id, stored.value.sealed) : null
      const who = before ?? { quotes: [], by: by.login, byName: by.name, at: now().toISOString() }
      const { quotes, by: login, byName, at } = who
      const next: Encounter = { ...sent, quotes, by: login, byName, at }
      // sent again because the answer was lost on the way
      if (revision === null && before && JSON.stringify(before) === JSON.stringify(Encounter.parse(next))) return
      if ((await collection.put(id, sealedOf(id, next), revision)) === 'changed') throw new Problem('changed-meanwhile')
    },

    /**
     * A quote enters masked, whatever was sent.
     *
     * @throws Problem consent-too-narrow, quote-elsewhere when its words are not in the notes
     */
    async choose(id: string, { text, ...quote }: NewQuote, by: Account): Promise<void> {
      await changed(id, (before) => {
        if (before.consent.scope === 'notes') throw new Problem('consent-too-narrow')
        if (!before.notes.some((note) => spaced(note.text).includes(spaced(text)))) throw new Problem('quote-elsewhere')
        const chosen: Quote = {
          ...quote,
          text: mask(spaced(text)).text,
          by: by.login,
          byName: by.name,
          at: now().toISOString(),
          check: null,
        }
        return { ...before, quotes: [...before.quotes.filter((one) => one.id !== quote.id), chosen] }
      })
    },

    /** @throws Problem heard-unknown */
    async drop(id: string, quote: string): Promise<void> {
      await changed(id, (before) => ({ ...before, quotes: without(before.quotes, quote) }))
    },

    /** @throws Problem second-person when whoever chose it would check it, heard-unknown */
    async check(id: string, quote: string, by: Account, decision: 'approved' | 'refused', why: string): Promise<void> {
      await changed(id, (before) => {
        const found = before.quotes.find((one) => one.id === quote)
        if (!found) throw new Problem('heard-unknown')
        if (found.by === by.login) throw new Problem('second-person')
        const check = { decision, why, by: by.login, byName: by.name, at: now().toISOString() }
        return { ...before, quotes: before.quotes.map((one) => (one === found ? { ...one, check } : one)) }
      })
    },
  }
}

/** Line breaks of the notes count as spaces. */
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

function without(quotes: readonly Quote[], id: string): Quote[] {
  const left = quotes.filter((one) => one.id !== id)
  if (left.length === quotes.length) throw new Problem('heard-unknown')
  return left
}
