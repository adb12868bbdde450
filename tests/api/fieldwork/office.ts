/** An office whose small questionnaire is open for good, and people who answer it from their own devices. */
import { randomUUID } from 'node:crypto'
import type { Standing } from '../../../api/questionnaires/questionnaires.ts'
import { collections } from '../../../api/store/collections.ts'
import type { SentResponse } from '../../../surveys/answers/response.ts'
import { aBrowser, anOffice, type Office } from '../accounts/office.ts'
import { aSentResponse } from '../fixture.ts'
import { aMomentLater } from '../moment.ts'

export const dayMs = 24 * 3_600_000

export async function stand(office: Office, change: Partial<Standing>, slug = 'garde'): Promise<void> {
  const collection = office.context.store.collection(collections.questionnaires)
  await collection.update(slug, (standing) => standing && { ...standing, ...change })
  await aMomentLater()
}

export async function anOpenOffice(change: Partial<Standing> = {}) {
  const office = await anOffice()
  await stand(office, { status: 'open', liveFrom: 1, closesAt: '2026-06-30T21:59:59.000Z', ...change })
  const admin = await office.placed(['admin', 'publisher'])
  return { office, admin, send: senderTo(office) }
}

/** Sends a response from a device that has nothing else to say. */
export function senderTo(office: Office) {
  const device = aBrowser(office.url)
  return async (change: Partial<SentResponse> = {}, headers: Record<string, string> = {}) => {
    const { id = randomUUID(), ...response } = aSentResponse(change)
    return device.ask('PUT', `/api/responses/${id}`, response, headers)
  }
}

export const moved = ({ clock }: Office, ms: number) => {
  clock.now = new Date(clock.now.getTime() + ms)
}
