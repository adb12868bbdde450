/** The tablet reports how it is and receives what to offer; it fetches the questionnaires for days without a network. */
import type { PublishedQuestionnaire } from '../../api/wire/public.ts'
import { holdPictures } from '../answer/offline/pictures.ts'
import { ask, questionnaire, Refusal } from '../parts/api.ts'
import { keptNow } from './offline/kept.ts'
import { appVersion } from './offline/worker.ts'
import { library, type Tablet, tablet } from './queue/database.ts'
import { isOut } from './queue/drain.ts'
import { queue } from './queue/queue.ts'

/** Questionnaires are fetched again after this long. */
const freshMs = 10 * 60_000

/** @throws Refusal, Cut */
export const join = (secret: string) => ask('POST /api/kiosk/join', { body: { secret } })

/** @returns what the tablet stores afterwards, as it was when no answer came; the questionnaires are fetched next */
export async function heartbeat(before: Tablet): Promise<Tablet> {
  const waiting = await queue.all()
  const keys = [...new Set(waiting.map(({ key }) => key))]
  try {
    const beat = {
      queue: waiting.length,
      keys,
      sealsWith: before.orders.queueKey.id,
      app: appVersion(),
      kept: await keptNow(),
    }
    const orders = await ask('POST /api/kiosk/heartbeat', { body: beat }, { token: before.token })
    const clockMs = new Date(orders.now).getTime() - Date.now()
    const isSame = orders.questionnaires.join() === before.orders.questionnaires.join()
    // others are wanted until they have come, even if this page is closed meanwhile
    const after = await tablet.change((current) => ({
      ...current,
      orders,
      clockMs,
      isRevoked: false,
      fetchedAt: isSame ? current.fetchedAt : 0,
    }))
    return after ?? before
  } catch (error) {
    if (!(error instanceof Refusal && isOut(error))) return before
    return (await tablet.change((current) => ({ ...current, isRevoked: true }))) ?? before
  }
}

/** Fetches the questionnaires when they are old or others are wanted, alone those that did not come: one may be published since. */
export async function withQuestionnaires(current: Tablet): Promise<Tablet> {
  const age = Date.now() - current.fetchedAt
  const isFresh = age >= 0 && age < freshMs
  const { questionnaires: wanted } = current.orders
  try {
    const held = isFresh ? (await library.all()).filter(({ slug }) => wanted.includes(slug)) : []
    const missing = wanted.filter((slug) => !held.some((one) => one.slug === slug))
    if (isFresh && missing.length === 0) return current
    const found = (await Promise.all(missing.map(published))).filter((one) => one !== null)
    if (isFresh && found.length === 0) return current
    await Promise.all(found.map((one) => holdPictures(one, 'kiosk')))
    await library.replace([...held, ...found])
    return isFresh ? current : ((await tablet.change((before) => ({ ...before, fetchedAt: Date.now() }))) ?? current)
  } catch {
    return current
  }
}

/** Null when it is not published, or no longer. */
async function published(slug: string): Promise<PublishedQuestionnaire | null> {
  try {
    return await questionnaire(slug)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null
    throw error
  }
}

/** The time here, as the server would say it. */
export const nowOf = ({ clockMs }: Tablet) => Date.now() + clockMs

/** In the order the staff chose, without those that are over. */
export function openQuestionnaires(
  questionnaires: PublishedQuestionnaire[],
  current: Tablet,
): PublishedQuestionnaire[] {
  const now = new Date(nowOf(current)).toISOString()
  return current.orders.questionnaires.flatMap((slug) =>
    questionnaires.filter(
      (one) =>
        one.slug === slug &&
        one.status !== 'closed' &&
        one.status !== 'soon' &&
        (one.closesAt === null || one.closesAt > now),
    ),
  )
}
