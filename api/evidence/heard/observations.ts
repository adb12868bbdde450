/** Rounds of observation: a place, a moment, how many people by rough age, what they do. « Personne » is data. */
import * as z from 'zod'
import type { Moment, SeenAge, Use, Weather } from '../../../surveys/heard/observation.ts'
import type { DataContext } from '../../data-context.ts'
import { Problem } from '../../http/problems.ts'
import { decryptText, encryptText } from '../../keys/encrypted-text.ts'
import { objectOf, wordOf } from '../../store/collection-row.ts'
import { collections } from '../../store/collections.ts'

/** `counts`: an age that is absent was not seen. */
export const Observation = z.object({
  place: z.string(),
  /** Code of the commune. */
  commune: z.string(),
  day: z.string(),
  moment: wordOf<Moment>(),
  weather: wordOf<Weather>(),
  isHoliday: z.boolean(),
  counts: objectOf<Partial<Record<SeenAge, number>>>(),
  uses: z.array(wordOf<Use>()),
  objectives: z.array(z.number()),
  by: z.string(),
  byName: z.string(),
})
export type Observation = z.infer<typeof Observation>
export type KnownObservation = Observation & { id: string }

export function observationsIn({ store, keyring }: Pick<DataContext, 'store' | 'keyring'>) {
  const collection = store.collection(collections.observations)
  const key = () => keyring.secret('heard').encryption
  return {
    /** The newest first. */
    async list(): Promise<KnownObservation[]> {
      const stored = await collection.list()
      return stored
        .map(({ id, value: { sealed } }) => ({ ...Observation.parse(JSON.parse(decryptText(sealed, id, key()))), id }))
        .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1))
    },

    /**
     * The same one sent again changes nothing.
     *
     * @throws Problem changed-meanwhile when another one has this id
     */
    async add(id: string, observation: Observation): Promise<void> {
      const sealed = encryptText(JSON.stringify(observation), id, key())
      if ((await collection.put(id, { day: observation.day, sealed }, null)) !== 'changed') return
      const there = await collection.get(id)
      const same = there && decryptText(there.value.sealed, id, key()) === JSON.stringify(observation)
      if (!same) throw new Problem('changed-meanwhile')
    },

    /** @throws Problem heard-unknown */
    async remove(id: string): Promise<void> {
      if (!(await collection.remove(id))) throw new Problem('heard-unknown')
    },
  }
}
