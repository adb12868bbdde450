/** What is stored of keys: those that encrypt responses, wrapped by the master; those given up; the proved copies of the keyring. */
import * as z from 'zod'
import { always, collectionRow } from '../store/collection-row.ts'

/** By `use/number`: one use may have had several, the newest last. */
export const WrappedKey = z.object({ id: z.string(), madeAt: z.string(), master: z.string(), wrapped: z.string() })
export type WrappedKey = z.infer<typeof WrappedKey>

/** By a hash of the name. */
export const VerifiedCopy = z.object({
  /** Its path, or the name the operator gave the medium. */
  name: z.string(),
  /** ISO date and time of the last proof. */
  at: z.string(),
  /** Ids of the masters it holds. */
  masters: z.array(z.string()),
})
export type VerifiedCopy = z.infer<typeof VerifiedCopy>

const impersonal = { ...always, personal: null }

export const keyCollections = {
  keys: collectionRow({
    ...impersonal,
    name: 'keys',
    schema: WrappedKey,
    holds: 'Clés des réponses et des autres usages, chacune chiffrée par la clé maîtresse du trousseau.',
    why: 'Ouvrir les réponses avec le trousseau, et jamais sans lui.',
    retention:
      'Les clés d’un questionnaire sont détruites à l’effacement de ses réponses\u202f; les autres servent tant que la base sert.',
  }),
  keysLost: collectionRow({
    ...impersonal,
    name: 'keys-lost',
    schema: z.object({ at: z.string(), questionnaire: z.string() }),
    holds: 'Clés perdues auxquelles l’exploitant a renoncé.',
    why: 'Ne pas les demander à chaque démarrage.',
  }),
  keyringCopies: collectionRow({
    ...impersonal,
    name: 'keyring-copies',
    schema: VerifiedCopy,
    holds: 'Copies du trousseau dont on a vérifié qu’elles ouvrent la base : leur nom, et quand.',
    why: 'Rappeler qu’il faut deux copies vérifiées.',
  }),
}
