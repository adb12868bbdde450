/** With their code a person reads, corrects or withdraws their own response, without an account, until the freeze. */
import { createHash } from 'node:crypto'
import type { Response } from '../../surveys/answers/response.ts'
import { dayOf } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import { erase } from '../erasure/erase.ts'
import { Problem } from '../http/problems.ts'
import { encryptResponse } from '../keys/encryption.ts'
import { quarantineIn } from '../kiosks/quarantine.ts'
import { lastExpiry } from '../operations/backups.ts'
import type { StoredResponse } from '../store/store.ts'
import type * as wire from '../wire/public.ts'

import { unreadableIn } from './unreadable.ts'

/** The client proves it has the words; the store knows the hash of that proof only. Both base64url. */
export const hashOfProof = (proof: string) => createHash('sha256').update(proof).digest('base64url')

/** Answers to a known and to an unknown code have the same size: a multiple of this. */
const replyBytes = 16 * 1024
export function withdrawalsIn(context: AppContext) {
  const { store, keyring, questionnaires, audit } = context
  const unreadable = unreadableIn(context)
  const quarantine = quarantineIn(context)
  /** Unknown, withdrawn and frozen are one and the same. */
  async function find(proof: string): Promise<StoredResponse | null> {
    const row = await store.responses.byWithdrawal(hashOfProof(proof))
    const standing = row && (await questionnaires.found(row.questionnaire).catch(() => null))
    return standing && !(await questionnaires.isFrozen(standing.standing)) ? row : null
  }

  /** Both are looked for whatever the other gives: neither takes longer for a known code. */
  const findAll = (proof: string) => Promise.all([find(proof), quarantine.byWithdrawal(hashOfProof(proof))])

  /** @throws Problem response-unreadable, to the person whose words led to it */
  async function responseOf(row: StoredResponse): Promise<Response> {
    const response = await unreadable.open(row)
    if (!response) throw new Problem('response-unreadable')
    return response
  }

  return {
    /**
     * The response as stored now, or that it waits for the staff, in an answer whose size reveals nothing.
     *
     * @throws Problem response-unreadable
     */
    async read(proof: string): Promise<wire.Reread> {
      const [row, aside] = await findAll(proof)
      return padded(row && (await shownOf(context, await responseOf(row))), row === null && aside.length > 0)
    },

    /** @throws Problem answers-refused, drawn-changed, changed-meanwhile, response-unreadable */
    async correct({ proof, answers }: wire.Correction): Promise<wire.Outcome> {
      const row = await find(proof)
      if (!row) return { outcome: 'none' }
      const response = await responseOf(row)
      const { check, questionnaire } = await questionnaires.published(response.questionnaire, response.version)
      const verdict = check(answers)
      if (!verdict.ok)
        throw new Problem(
          'answers-refused',
          verdict.problems.map(({ path, message }) => ({ path, message })),
        )
      if (questionnaire.assigned.some(({ name }) => verdict.answers[name] !== response.answers[name]))
        throw new Problem('drawn-changed')
      const { encrypts } = await context.settings()
      const corrected = { ...response, answers: verdict.answers }
      const key = await keyring.keyFor(response.questionnaire)
      if (!(await store.responses.replace(encryptResponse(corrected, key, encrypts, row.withdrawal), row.digest)))
        throw new Problem('changed-meanwhile')
      await audit.record({ who: 'une personne', what: 'answer-corrected', about: response.questionnaire })
      return { outcome: 'done' }
    },

    /** An unreadable response is withdrawn like any other, and one that waits for the staff. */
    async withdraw(proof: string): Promise<wire.Outcome> {
      const [row, aside] = await findAll(proof)
      const found = new Map([...aside, ...(row ? [row] : [])].map((one) => [one.id, one]))
      if (found.size === 0) return { outcome: 'none' }
      for (const { id, questionnaire } of found.values()) {
        const slug = questionnaire ?? ''
        await context.ledger.record('response', id, slug)
        await erase(store, { kind: 'response', id, questionnaire: slug, at: context.now().toISOString() })
        await audit.record({ who: 'une personne', what: 'answer-withdrawn', about: slug })
      }
      const [earliest] = [...found.values()].map(({ receivedAt }) => receivedAt).sort()
      const until = await lastExpiry(store, earliest!)
      return { outcome: 'done', ...(until === null ? {} : { backupsUntil: dayOf(until) }) }
    },

    /** After the freeze nothing leads from a code to a response any more. */
    async destroyFrozen(): Promise<void> {
      const frozen = await questionnaires.frozen()
      const waiting = await quarantine.forgetWithdrawals(frozen)
      for (const slug of frozen) {
        const aside = waiting.filter((one) => one === slug).length
        const codes = (await store.responses.forgetWithdrawals(slug)) + aside
        if (codes > 0) await audit.record({ who: 'serveur', what: 'codes-destroyed', about: slug, details: { codes } })
      }
    },
  }
}

async function shownOf({ questionnaires }: AppContext, response: Response): Promise<wire.OwnResponse> {
  const { standing } = await questionnaires.found(response.questionnaire)
  const { questionnaire, version, language, answers, receivedAt } = response
  const freezesAt = await questionnaires.freezesAt(standing)
  return { questionnaire, version, language, answers, day: dayOf(receivedAt), freezesAt }
}

/** Filled up to a whole number of blocks; the filling is ASCII, so characters are bytes. */
function padded(response: wire.OwnResponse | null, waits: boolean): wire.Reread {
  const bytes = Buffer.byteLength(JSON.stringify({ sheet: response, waits, filling: '' }))
  return { sheet: response, waits, filling: '.'.repeat(replyBytes - (bytes % replyBytes)) }
}
