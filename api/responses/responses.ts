/** Responses: the intake validates, encrypts and stores one; the analysis decrypts them all. */
import { invitationIn } from '../../surveys/answers/invitation.ts'
import { type Response, type SentResponse, storedLanguage } from '../../surveys/answers/response.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { DataContext } from '../data-context.ts'
import { hashOfInvitation } from '../fieldwork/diffusion/invitation-hash.ts'
import { Problem } from '../http/problems.ts'
import { decryptResponse, digestOfResponse, encryptResponse, receiptOf } from '../keys/encryption.ts'
import type { Keyring } from '../keys/keyring.ts'
import { invitationAsked, isCodedCensus } from '../questionnaires/invitation.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'
import { collections } from '../store/collections.ts'
import type { Invitation, Store, StoredResponse } from '../store/store.ts'
import type * as wire from '../wire/public.ts'

/** What is known of a response that waited on a tablet. */
export type Arrival = {
  /** ISO date and time the person finished. */
  answeredAt?: string
  /** The staff decided that it counts though the questionnaire is closed. */
  isDecided?: boolean
  /** Where codes are asked, it needs one. A numbered paper form does not, nor what the staff decided to count without; a census does. */
  needsCode?: boolean
  /** Id of the registered kiosk it was given on. */
  kiosk?: string
}

/**
 * Validates a response against its published version, then stores it; durable when it resolves.
 *
 * @throws Problem questionnaire-unknown, questionnaire-closed, questionnaire-soon, version-unknown, answers-refused,
 *   response-differs, response-withdrawn, code-needed, code-misspelt, code-unknown, code-spent
 */
export async function receive(context: DataContext, sent: SentResponse, arrival: Arrival = {}): Promise<wire.Received> {
  const { standing, status } = await context.questionnaires.found(sent.questionnaire)
  const { check, questionnaire } = await context.questionnaires.published(sent.questionnaire, sent.version)
  if (status === 'closed' && !isInTime(context, standing, arrival)) throw new Problem('questionnaire-closed')
  // its keys are destroyed: nothing could be read again
  if (standing.purgedAt !== undefined) throw new Problem('questionnaire-closed')
  if (status === 'soon' && !arrival.isDecided) throw new Problem('questionnaire-soon')
  if (sent.version < (standing.liveFrom ?? 0)) throw new Problem('trial-over')
  const verdict = check(sent.answers, sent.mode)
  if (!verdict.ok) {
    throw new Problem(
      'answers-refused',
      verdict.problems.map(({ path, message }) => ({ path, message })),
    )
  }
  const { encrypts } = await context.settings()
  const key = await context.keyring.keyFor(sent.questionnaire)
  const { withdrawal = null, invitation: typed, visit: _, ...content } = sent
  const invitation = invitationOf(context, standing, questionnaire, typed, arrival)
  const response: Response = {
    ...content,
    language: storedLanguage(sent.language),
    answers: verdict.answers,
    trial: standing.status === 'trial',
    receivedAt: context.now().toISOString(),
    ...(arrival.answeredAt === undefined ? {} : { answeredAt: arrival.answeredAt }),
    ...(invitation ? { invited: true as const } : {}),
    ...(arrival.kiosk === undefined ? {} : { kiosk: arrival.kiosk }),
  }
  const row = encryptResponse(response, key, encrypts, withdrawal)
  const outcome = await insert(context, row, invitation, response.trial)
  if (outcome === 'conflict')
    return { outcome: 'same', receipt: receiptOf(sent.id, await earlierKey(context, response, withdrawal)) }
  if (outcome === 'withdrawn') throw new Problem('response-withdrawn')
  if (outcome === 'code-unknown' || outcome === 'code-spent') throw new Problem(outcome)
  return { outcome, receipt: receiptOf(sent.id, key) }
}

/**
 * Finds the earlier key that made the stored digest, when the same response is sent again after a rotation.
 *
 * @throws Problem response-differs
 */
async function earlierKey({ keyring, store }: DataContext, sent: Response, withdrawal: string | null) {
  const there = await store.responses.get(sent.id)
  const keys = there?.questionnaire === sent.questionnaire ? await keyring.keysOf(sent.questionnaire) : []
  const own = keys.find((key) => digestOfResponse(sent, key, withdrawal) === there?.digest)
  if (!own) throw new Problem('response-differs')
  return own
}

/** @throws Problem code-needed, code-misspelt */
function invitationOf(
  { keyring }: DataContext,
  standing: Standing,
  { slug: questionnaire, audience }: Pick<Questionnaire, 'slug' | 'audience'>,
  typed: string | undefined,
  { needsCode = false }: Arrival,
): Invitation | null {
  const asks = invitationAsked(standing, audience)
  if (asks === 'none' || !(needsCode || isCodedCensus(standing, audience))) return null
  if (typed === undefined) {
    if (asks === 'required') throw new Problem('code-needed')
    return null
  }
  const code = invitationIn(typed)
  if (code === null) throw new Problem('code-misspelt')
  return { hash: hashOfInvitation(keyring, questionnaire, code), questionnaire }
}

const tombstones = collections.tombstones.name

/** While a questionnaire is on trial a code opens it without being spent: it can still be handed out. */
async function insert({ store }: DataContext, row: StoredResponse, invitation: Invitation | null, isTrial: boolean) {
  if (invitation === null) return store.responses.insert(row, tombstones)
  if (!isTrial) return store.responses.insertInvited(row, invitation, tombstones)
  return (await store.codes.state(invitation)) === null ? 'code-unknown' : store.responses.insert(row, tombstones)
}

function isInTime({ questionnaires }: DataContext, standing: Standing, { answeredAt, isDecided }: Arrival): boolean {
  if (isDecided || questionnaires.isFinishing(standing)) return true
  const { status, closesAt } = standing
  return status !== 'closed' && closesAt !== null && answeredAt !== undefined && answeredAt <= closesAt
}

/**
 * Decrypts every stored response of a questionnaire, in blocks ordered by id.
 *
 * @param open null for a row to pass over (`unreadable.ts`); by default an unreadable one stops the reading
 */
export async function* readResponses(
  store: Store,
  keyring: Keyring,
  slug: string,
  open: (row: StoredResponse) => Promise<Response | null> = (row) => decryptResponse(row, keyring),
): AsyncIterable<Response[]> {
  for await (const block of store.responses.blocks(slug))
    yield (await Promise.all(block.map(open))).filter((response) => response !== null)
}
