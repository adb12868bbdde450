/** Answer sheets: taken in at the door, and opened again for the analysis. */
import type { Response, Sheet } from '../surveys/response.ts'
import type { House } from './house.ts'
import type { Keyring } from './keyring.ts'
import { Problem } from './problems.ts'
import type { Standing } from './questionnaires.ts'
import { keptOf, openKept, receiptOf } from './seal.ts'
import type { Store } from './store/store.ts'
import { wasWithdrawn } from './tombstones.ts'
import type * as wire from './wire.ts'

/** What is known of a sheet that waited on a tablet. */
export type Arrival = {
  /** ISO date and time the person finished. */
  answeredAt?: string
  /** The staff decided that it counts though the questionnaire is closed. */
  isDecided?: boolean
}

/**
 * Checks a sheet against its published version, then keeps it; durable when it resolves.
 *
 * @throws Problem questionnaire-unknown, questionnaire-closed, version-unknown, answers-refused, response-differs, response-withdrawn
 */
export async function receive(house: House, sheet: Sheet, arrival: Arrival = {}): Promise<wire.Received> {
  const { standing, status } = await house.questionnaires.found(sheet.questionnaire)
  const { check } = await house.questionnaires.published(sheet.questionnaire, sheet.version)
  if (status === 'closed' && !isInTime(house, standing, arrival)) throw new Problem('questionnaire-closed')
  if (sheet.version < (standing.liveFrom ?? 0)) throw new Problem('trial-over')
  if (await wasWithdrawn(house.store, sheet.id)) throw new Problem('response-withdrawn')
  const verdict = check(sheet.answers)
  if (!verdict.ok) {
    throw new Problem(
      'answers-refused',
      verdict.problems.map(({ path, message }) => ({ path, message })),
    )
  }
  const { sealing } = await house.settings()
  const key = house.keyring.keyFor(sheet.questionnaire)
  const { withdrawal = null, ...told } = sheet
  const response: Response = {
    ...told,
    answers: verdict.answers,
    trial: standing.status === 'trial',
    receivedAt: house.now().toISOString(),
    ...(arrival.answeredAt === undefined ? {} : { answeredAt: arrival.answeredAt }),
  }
  const outcome = await house.store.responses.keep(keptOf(response, key, sealing, withdrawal))
  if (outcome === 'conflict') throw new Problem('response-differs')
  return { outcome, receipt: receiptOf(sheet.id, key) }
}

function isInTime({ questionnaires }: House, standing: Standing, { answeredAt, isDecided }: Arrival): boolean {
  if (isDecided || questionnaires.isFinishing(standing)) return true
  const { status, closesAt } = standing
  return status !== 'closed' && closesAt !== null && answeredAt !== undefined && answeredAt <= closesAt
}

/** Every kept sheet of a questionnaire, opened, in blocks ordered by id. */
export async function* readResponses(store: Store, keyring: Keyring, slug: string): AsyncIterable<Response[]> {
  for await (const block of store.responses.blocks(slug)) yield block.map((row) => openKept(row, keyring))
}
