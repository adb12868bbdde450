/** Questionnaires that this device holds, with their pictures, for a visit without a network. */
import type { PublishedQuestionnaire } from '../../../api/wire/public.ts'
import { addressOf, questionnaire } from '../../parts/api.ts'
import { isFramed } from '../../parts/framed.ts'
import { whenIdle } from '../way/idle.ts'
import { dataOf, heldName } from './names.ts'
import { holdPictures } from './pictures.ts'

/** Whose pages they are, and the way from one questionnaire to another. */
const around = [addressOf('GET /api/site'), addressOf('GET /api/questionnaires')]
/** What is on the screen comes first. */
const heldAfterMs = 1_000

/**
 * Holds a questionnaire for a visit without a network, in all of its languages, as the current one and under its own version.
 *
 * @param shown as its reader got it
 */
export function holdQuestionnaire(shown: PublishedQuestionnaire, isCurrent: boolean): void {
  if (isFramed || !('caches' in globalThis)) return
  setTimeout(() => whenIdle(() => void hold(shown, isCurrent).catch(() => {})), heldAfterMs)
}

const addressIn = (slug: string, version: number | undefined) =>
  addressOf('GET /api/questionnaires/:slug', { params: { slug }, query: { version } })

/**
 * What this device holds of a version, which says nothing else tomorrow.
 *
 * @param version without, the current one
 * @returns undefined when it holds none of it
 */
export async function heldQuestionnaire(slug: string, version?: number): Promise<PublishedQuestionnaire | undefined> {
  if (isFramed || !('caches' in globalThis)) return undefined
  const held = await caches.match(addressIn(slug, version), { cacheName: dataOf(heldName) }).catch(() => undefined)
  return held?.json()
}

/** What of a version is written in languages, and never changes. */
export const textsOf = ({ title, summary, audienceText, notice, definition }: PublishedQuestionnaire) => ({
  title,
  summary,
  audienceText,
  notice,
  definition,
})

async function hold(shown: PublishedQuestionnaire, isCurrent: boolean): Promise<void> {
  const { slug, version } = shown
  const texts = (await heldQuestionnaire(slug, version)) ?? (await questionnaire(slug, { version }))
  const whole = { ...shown, ...textsOf(texts) }
  const cache = await caches.open(dataOf(heldName))
  const body = JSON.stringify(whole)
  const versions = isCurrent ? [undefined, version] : [version]
  for (const one of versions) {
    await cache.put(addressIn(slug, one), new Response(body, { headers: { 'content-type': 'application/json' } }))
  }
  await holdPictures(whole, heldName)
  for (const address of around) if (!(await cache.match(address))) await cache.add(address)
}
