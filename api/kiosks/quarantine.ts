/** Sheets that arrived and cannot be counted as they are: kept sealed until the staff decide. */

import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { openText, sealText } from '../keys/encrypted-text.ts'
import type { Inside, SealedSheet } from './sealed-sheet.ts'

/** Why a sheet waits, in the words of the staff. */
export const whys = {
  frozen: 'arrivée après le gel des résultats',
  closed: 'terminée après la fin du questionnaire',
  early: 'terminée avant l’ouverture du questionnaire',
  'trial-over': 'donnée pendant l’essai, qui est terminé',
  refused: 'ne correspond pas au questionnaire publié',
  differs: 'déjà reçue avec d’autres réponses',
  unknown: 'porte sur un questionnaire qui n’existe plus',
  clock: 'porte une date impossible : l’horloge de la tablette était fausse',
  elsewhere: 'porte sur un questionnaire que cette borne ne propose pas',
  stranger: 'vient d’une tablette qui n’est pas une de vos bornes',
  code: 'donnée sans code d’invitation, ou avec un code inconnu ou déjà utilisé',
  unreadable: 'ne peut pas être ouverte : abîmée, ou sa clé n’existe plus',
} as const
export type Why = keyof typeof whys

/** DocumentCollection `kiosk-quarantine`, by id of the sheet. */
type Waiting = {
  kiosk: string
  why: Why
  receivedAt: string
  answeredAt: string | null
  questionnaire: string | null
  /** The sheet sealed for rest, or the tablet's own seal when it could not be opened; '' once decided. */
  sealed: string
  state: 'waiting' | 'kept' | 'dropped'
}
export type QuarantineLine = Omit<Waiting, 'sealed'> & { id: string }
export type Quarantine = ReturnType<typeof quarantineIn>

export function quarantineIn({ store, keyring, now }: AppContext) {
  const collection = store.collection<Waiting>('kiosk-quarantine')
  const key = () => keyring.secret('kiosks').seal

  return {
    /** Durable when it resolves. A sheet already here stays as it is, decided or not. */
    async add(sealed: SealedSheet, inside: Inside | null, why: Why): Promise<void> {
      const waiting: Waiting = {
        kiosk: sealed.kiosk,
        why,
        receivedAt: now().toISOString(),
        answeredAt: inside?.answeredAt ?? null,
        questionnaire: inside?.sheet.questionnaire ?? null,
        sealed: sealText(JSON.stringify(inside ?? sealed), sealed.id, key()),
        state: 'waiting',
      }
      await collection.put(sealed.id, waiting, null)
    },

    has: async (id: string): Promise<boolean> => (await collection.get(id)) !== null,

    list: async (): Promise<QuarantineLine[]> =>
      (await collection.list())
        .filter(({ value }) => value.state === 'waiting')
        .map(({ id, value: { sealed: _, ...line } }) => ({ id, ...line })),

    /** @throws Problem quarantine-decided */
    async open(id: string): Promise<{ line: QuarantineLine; inside: Inside | null }> {
      const kept = /^[0-9a-f-]{36}$/.test(id) ? await collection.get(id) : null
      if (kept?.value.state !== 'waiting') throw new Problem('quarantine-decided')
      const { sealed, ...line } = kept.value
      const content = JSON.parse(openText(sealed, id, key())) as Inside | SealedSheet
      return { line: { id, ...line }, inside: 'sheet' in content ? content : null }
    },

    /** What was decided stays, so that the same sheet sent again is known; its content goes. */
    async decided(id: string, state: 'kept' | 'dropped'): Promise<void> {
      const kept = await collection.get(id)
      if (kept) await collection.put(id, { ...kept.value, state, sealed: '' }, kept.revision)
    },
  }
}
