/** Answers begun, carried through the server, which cannot read them. */

import { proofOf } from '../../../surveys/answers/withdrawal-words.ts'
import type { Language } from '../../../surveys/languages.ts'
import { reread } from '../../code/own-api.ts'
import { ask } from '../../parts/api.ts'
import type { Draft } from '../device/outbox.ts'
import { decrypted, encrypted, keysOf } from './cipher.ts'

/** `language`: how the person reads. */
export type Carried = { draft: Draft; language: Language }

/** @returns the proof under which the server keeps them, and the ISO hour until which it does @throws Refusal, Cut */
export async function carry(carried: Carried): Promise<{ proof: string; until: string }> {
  const { key, proof } = await keysOf(carried.draft.code)
  // another device draws its own screen
  const draft = { ...carried.draft, carried: proof, left: undefined }
  const { until } = await ask('POST /api/carried', {
    body: { proof, sealed: await encrypted({ ...carried, draft }, key) },
  })
  return { proof, until }
}

/** null when nothing waits under these words @throws Refusal, Cut */
export async function carriedUnder(words: readonly string[]): Promise<Carried | null> {
  const { key, proof } = await keysOf(words)
  const { carried } = await ask('POST /api/carried/read', { body: { proof } })
  if (!carried) return null
  const { draft, language } = (await decrypted(carried.sealed, key)) as Carried
  // whoever gave these words away may have made the copy by hand: no screen of theirs is drawn here
  return { draft: { ...draft, left: undefined }, language }
}

/** A response stands under these words: they were sent from some device. @throws Refusal, Cut */
export async function isSent(words: readonly string[]): Promise<boolean> {
  const { sheet: response, waits } = await reread(proofOf(words))
  return response !== null || waits
}
