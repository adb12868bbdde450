/** Questionnaires that this device holds, with their pictures, for a visit without a network. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { addressOf } from '../../parts/api.ts'
import { isFramed } from '../../parts/framed.ts'
import { dataOf, heldName } from './names.ts'
import { holdPictures } from './pictures.ts'

/** Before somebody who loses the network at once goes on without it. */
const heldAfterMs = 1_000

/** Holds a questionnaire for a visit without a network, as the current one and under its own version, once it is shown. */
export function holdQuestionnaire(questionnaire: PublishedQuestionnaire, isCurrent: boolean): void {
  if (isFramed || !('caches' in globalThis)) return
  setTimeout(() => hold(questionnaire, isCurrent).catch(() => {}), heldAfterMs)
}

const addressIn = (slug: string, version: number | undefined) =>
  addressOf('GET /api/questionnaires/:slug', { params: { slug }, query: { version } })

/** What this device holds of a version, which says nothing else tomorrow. @returns undefined when it holds none of it */
export async function heldQuestionnaire(slug: string, version: number): Promise<PublishedQuestionnaire | undefined> {
  if (isFramed || !('caches' in globalThis)) return undefined
  const held = await caches.match(addressIn(slug, version), { cacheName: dataOf(heldName) }).catch(() => undefined)
  return held?.json()
}

async function hold(questionnaire: PublishedQuestionnaire, isCurrent: boolean): Promise<void> {
  const { slug, version } = questionnaire
  const cache = await caches.open(dataOf(heldName))
  const body = JSON.stringify(questionnaire)
  const versions = isCurrent ? [undefined, version] : [version]
  for (const one of versions) {
    await cache.put(addressIn(slug, one), new Response(body, { headers: { 'content-type': 'application/json' } }))
  }
  await holdPictures(questionnaire, heldName)
}
