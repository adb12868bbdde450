/**
 * Texts that may reveal a distress, until the person of that role has read them: what was done is stored, the text is not.
 *
 * A text is known by a keyed hash of its response, its place and its words: a corrected text is a new one.
 */
import { createHmac } from 'node:crypto'
import type { Response } from '../../../surveys/answers/response.ts'
import { freeTextsOf } from '../../../surveys/questionnaire/free-texts.ts'
import type { Questionnaire } from '../../../surveys/questionnaire/questionnaire.ts'
import type { DataContext } from '../../data-context.ts'
import { Problem } from '../../http/problems.ts'
import { decryptText, encryptText } from '../../keys/encrypted-text.ts'
import { collections } from '../../store/collections.ts'
import type { SeenText } from './collections.ts'
import { concernsIn } from './read-first.ts'

export type Seen = SeenText & { id: string; slug: string }

/** Turns a response into the one the analysis may read. */
export type Holding = { hold(response: Response): Response /** Changes each time a text is freed. */; name: string }

export function vigilanceIn({ store, keyring, now }: Pick<DataContext, 'store' | 'keyring' | 'now'>) {
  const collection = store.collection(collections.vigilance)
  const key = () => keyring.secret('vigilance')

  const idOf = (response: string, path: string, text: string) =>
    createHmac('sha256', key().digest)
      .update(JSON.stringify([response, path, text]))
      .digest('base64url')

  const seenIn = async (slug: string) =>
    (await collection.list(`${slug}@`)).map(
      ({ id, value }): Seen => ({
        ...value,
        id: id.slice(slug.length + 1),
        slug,
        note: decryptText(value.note, id, key().encryption),
      }),
    )

  return {
    idOf,
    seenIn,

    /** @throws Problem vigilance-seen when a colleague was quicker */
    async see(slug: string, id: string, by: { login: string; name: string }, note: string): Promise<void> {
      const place = `${slug}@${id}`
      const stored = {
        seenAt: now().toISOString(),
        by: by.login,
        byName: by.name,
        note: encryptText(note, place, key().encryption),
      }
      if ((await collection.put(place, stored, null)) === 'changed') throw new Problem('vigilance-seen')
    },

    /** Texts nobody of that role has read yet are left blank. */
    async holding(questionnaire: Questionnaire): Promise<Holding> {
      const seen = new Set((await seenIn(questionnaire.slug)).map(({ id }) => id))
      const texts = freeTextsOf(questionnaire)
      return {
        name: [...seen].toSorted().join(),
        hold(response) {
          const answers = texts.changed(response.answers, (text, path) =>
            concernsIn(questionnaire, text).length > 0 && !seen.has(idOf(response.id, path, text)) ? null : text,
          )
          return answers === response.answers ? response : { ...response, answers }
        },
      }
    },
  }
}
