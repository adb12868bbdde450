/** Stores encrypted the responses that cannot be counted as they are, until the staff decide or their person withdraws them. */

import { storedLanguage } from '../../surveys/answers/response.ts'
import { canonical } from '../../surveys/canonical.ts'
import type { DataContext } from '../data-context.ts'
import { sums } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import { decryptText, encryptText } from '../keys/encrypted-text.ts'
import { collections } from '../store/collections.ts'
import type { EncryptedResponse, Inside } from '../wire/encrypted-response.ts'
import type { Waiting } from './collections.ts'
import type { Why } from './whys.ts'

export type QuarantineLine = Omit<Waiting, 'sealed' | 'withdrawal'> & { id: string }
export type Quarantine = ReturnType<typeof quarantineIn>

/** Of one tablet: one that comes back after days without a network has as many at most. */
export const mostWaiting = 300
const minuteMs = 60_000

export function quarantineIn({ store, keyring, questionnaires, now, stopwatch }: DataContext, most = mostWaiting) {
  const collection = store.collection(collections.kioskQuarantine)
  const key = () => keyring.secret('kiosks').encryption
  const lineOf = (id: string, { sealed: _, withdrawal: __, ...line }: Waiting): QuarantineLine => ({ id, ...line })
  const waiting = async () => (await collection.list()).filter(({ value }) => value.state === 'waiting')

  const byKiosk = sums(
    async () =>
      new Map(
        Map.groupBy(await waiting(), ({ value }) => value.kiosk)
          .entries()
          .map(([kiosk, lines]) => [kiosk, lines.length]),
      ),
    minuteMs,
    stopwatch,
  )

  /** Null where it could never be opened. @throws Error when it was altered */
  function contentOf(id: string, sealed: string): Inside | null {
    const content = JSON.parse(decryptText(sealed, id, key())) as Inside | EncryptedResponse
    return 'sheet' in content ? content : null
  }
  const sealedWith = (id: string, content: Inside | EncryptedResponse) => ({
    sealed: encryptText(JSON.stringify(content), id, key()),
    withdrawal: 'sheet' in content ? (content.sheet.withdrawal ?? null) : null,
  })
  /** As it would be stored now; itself when nothing changes. */
  function renewed(id: string, line: Waiting, frozen: readonly string[]): Waiting {
    const content = contentIfAny(id, line.sealed)
    const isFrozen = frozen.includes(line.questionnaire ?? '')
    if (content === null) return isFrozen && line.withdrawal ? { ...line, withdrawal: null } : line
    const known = asStored(content, frozen)
    const isSame = line.withdrawal !== undefined && canonical(known) === canonical(content)
    return isSame ? line : { ...line, ...sealedWith(id, known) }
  }
  function contentIfAny(id: string, sealed: string): Inside | null {
    try {
      return contentOf(id, sealed)
    } catch {
      // one that was altered must not keep the words of the others
      return null
    }
  }

  return {
    /**
     * Durable when it resolves. A response already here stays as it is, decided or not.
     *
     * @returns false when too many of this tablet wait already: it keeps its own
     */
    async add(encrypted: EncryptedResponse, inside: Inside | null, why: Why): Promise<boolean> {
      if (!(await byKiosk.add(encrypted.kiosk, 1, most))) return false
      const frozen = await questionnaires.frozen()
      const line: Waiting = {
        kiosk: encrypted.kiosk,
        why,
        receivedAt: now().toISOString(),
        answeredAt: inside?.answeredAt ?? null,
        questionnaire: inside?.sheet.questionnaire ?? null,
        ...sealedWith(encrypted.id, inside ? asStored(inside, frozen) : encrypted),
        state: 'waiting',
      }
      await collection.put(encrypted.id, line, null)
      return true
    },

    has: async (id: string): Promise<boolean> =>
      (await store.documents(collections.kioskQuarantine.name).get(id)) !== null,

    list: async (): Promise<QuarantineLine[]> => (await waiting()).map(({ id, value }) => lineOf(id, value)),

    /** Those that wait under this hash of twelve words; a response stored under the same id keeps its own. */
    async byWithdrawal(hash: string): Promise<QuarantineLine[]> {
      const frozen = await questionnaires.frozen()
      const found: QuarantineLine[] = []
      for (const { id, value } of await waiting()) {
        if (value.withdrawal !== hash || frozen.includes(value.questionnaire ?? '')) continue
        const stored = await store.responses.get(id)
        if (stored === null || stored.withdrawal === hash) found.push(lineOf(id, value))
      }
      return found
    },

    /**
     * Destroys the words of what waits for a questionnaire that is frozen. What an earlier version stored becomes as it would be now.
     *
     * @returns slugs, one for each code destroyed
     */
    async forgetWithdrawals(frozen: readonly string[]): Promise<string[]> {
      const forgotten: string[] = []
      for (const { id, revision, value } of await waiting()) {
        const known = renewed(id, value, frozen)
        if (known === value) continue
        // changed: decided or withdrawn meanwhile
        const put = await collection.put(id, known, revision)
        if (put !== 'changed' && value.withdrawal && known.withdrawal === null) forgotten.push(value.questionnaire!)
      }
      return forgotten
    },

    /** @throws Problem quarantine-decided */
    async open(id: string): Promise<{ line: QuarantineLine; inside: Inside | null }> {
      const stored = /^[0-9a-f-]{36}$/.test(id) ? await collection.get(id) : null
      if (stored?.value.state !== 'waiting') throw new Problem('quarantine-decided')
      return { line: lineOf(id, stored.value), inside: contentOf(id, stored.value.sealed) }
    },

    /** What was decided stays, so that the same response sent again is known; its content goes. */
    async decided(id: string, state: 'kept' | 'dropped'): Promise<void> {
      const stored = await collection.get(id)
      if (stored) await collection.put(id, { ...stored.value, state, sealed: '', withdrawal: null }, stored.revision)
    },
  }
}

/** In the language it would be stored in, and without its words once they are destroyed. */
function asStored({ answeredAt, sheet: { withdrawal, ...sheet } }: Inside, frozen: readonly string[]): Inside {
  const isFound = withdrawal !== undefined && !frozen.includes(sheet.questionnaire)
  const language = storedLanguage(sheet.language)
  return { answeredAt, sheet: { ...sheet, language, ...(isFound ? { withdrawal } : {}) } }
}
