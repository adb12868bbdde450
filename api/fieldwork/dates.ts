/** Opening, closing, extending and reopening a questionnaire; and the freeze, after which it cannot be opened again. */

import { dayOf, endOfDay, fullDayText, startOfDay } from '../../surveys/days.ts'
import { isCensus } from '../../surveys/questionnaire/audiences.ts'
import { inEach } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { isSlug } from '../../surveys/questionnaire/slug.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { openedAt, tooLate } from '../operations/retention.ts'
import type { Standing, Version } from '../questionnaires/collections.ts'
import { codesNeeded } from '../questionnaires/live-missing.ts'
import { collections } from '../store/collections.ts'
import type { Stored } from '../store/store.ts'

const standings = (context: AppContext) => context.store.collection(collections.questionnaires)
const versions = (context: AppContext) => context.store.collection(collections.versions)

/** @throws Problem questionnaire-unknown */
export async function standingOf(context: AppContext, slug: string): Promise<Stored<Standing>> {
  const stored = isSlug(slug) ? await standings(context).get(slug) : null
  if (!stored) throw new Problem('questionnaire-unknown')
  return stored
}

/** @returns its revision from now on; @throws Problem changed-meanwhile when somebody else changed it since it was read */
export async function change(
  context: AppContext,
  slug: string,
  stored: Stored<Standing>,
  next: Partial<Standing>,
): Promise<number> {
  const revision = await standings(context).put(slug, { ...stored.value, ...next }, stored.revision)
  if (revision === 'changed') throw new Problem('changed-meanwhile')
  return revision
}

const refused = (path: string, message: string) => new Problem('dates-refused', [{ path, message }])

/**
 * Sets the first day (while it is still to come) and the last day. A closed questionnaire whose last day moves on opens again, unless
 * it is frozen. Its texts name the last day, so a new version says the new one.
 *
 * @param revision of the standing the person was looking at
 * @param opensOn, closesOn `2026-06-30`; null = at once, and no last day
 * @throws Problem questionnaire-unknown, changed-meanwhile, questionnaire-frozen, dates-refused
 */
export async function setDates(
  context: AppContext,
  by: string,
  slug: string,
  { revision, opensOn, closesOn }: { revision: number; opensOn: string | null; closesOn: string | null },
): Promise<void> {
  const stored = await standingOf(context, slug)
  if (stored.revision !== revision) throw new Problem('changed-meanwhile')
  const { value: standing } = stored
  if (await context.questionnaires.isFrozen(standing)) throw new Problem('questionnaire-frozen')
  const now = context.now().toISOString()
  const opensAt = opensOn === null ? null : startOfDay(opensOn)
  const closesAt = closesOn === null ? null : endOfDay(closesOn)
  const isLive = standing.status === 'open' || standing.status === 'closed'
  const movesOpening = opensAt !== (standing.opensAt ?? null)
  const hasOpened = isLive && (standing.opensAt ?? now) <= now
  if (movesOpening && hasOpened)
    throw refused('opensOn', 'Ce questionnaire est déjà ouvert : son premier jour est passé.')
  if (movesOpening && opensAt !== null && opensAt <= now) throw refused('opensOn', 'Choisissez un jour à venir.')
  if (isLive && closesAt === null) throw refused('closesOn', 'Choisissez le dernier jour pour répondre.')
  if (closesAt !== null && closesAt <= now)
    throw refused('closesOn', 'Ce jour est passé. Pour clore, utilisez « Clore maintenant ».')
  if (closesAt !== null && opensAt !== null && closesAt <= opensAt)
    throw refused('closesOn', 'Le dernier jour vient avant le premier.')
  const opened = (await openedAt(context, slug, standing)) ?? now
  const late = closesAt !== null && isLive ? await tooLate(context, closesAt, opened, standing) : null
  if (late !== null) throw refused('closesOn', late)
  const isReopened = standing.status === 'closed' || (standing.closesAt !== null && standing.closesAt <= now)
  const version = isLive ? await reworded(context, by, slug, standing, closesAt) : standing.version
  const status = standing.status === 'closed' ? 'open' : standing.status
  try {
    await change(context, slug, stored, { status, opensAt, closesAt, version, ...(await promiseOf(context, standing)) })
  } catch (error) {
    // nobody was ever given this version
    if (version !== standing.version) await versions(context).remove(`${slug}@${version}`)
    throw error
  }
  await context.audit.record({
    who: by,
    what: isReopened ? 'reopened' : 'dates-changed',
    about: slug,
    details: { du: opensOn ?? 'tout de suite', au: closesOn ?? 'sans date', version },
  })
}

/** An earlier last day leaves the freeze that respondents were told of where it is; empty while nobody could answer for good. */
async function promiseOf(context: AppContext, standing: Standing): Promise<Pick<Standing, 'promisedUntil'>> {
  const at = await context.questionnaires.promisedTo(standing)
  return at === null ? {} : { promisedUntil: at }
}

/**
 * Closes at once; whoever has begun may still send for three hours.
 *
 * @throws Problem questionnaire-unknown, changed-meanwhile, questionnaire-closed
 */
export async function closeNow(context: AppContext, by: string, slug: string, revision: number): Promise<void> {
  const stored = await standingOf(context, slug)
  if (stored.revision !== revision) throw new Problem('changed-meanwhile')
  const now = context.now().toISOString()
  const { status, closesAt } = stored.value
  if (status !== 'open' || (closesAt !== null && closesAt <= now)) throw new Problem('questionnaire-closed')
  await change(context, slug, stored, { closesAt: now, ...(await promiseOf(context, stored.value)) })
  await context.audit.record({ who: by, what: 'closed', about: slug, details: { jour: dayOf(now) } })
}

/**
 * @returns the revision from now on, so that a second choice follows the first
 * @throws Problem questionnaire-unknown, changed-meanwhile, form-refused when an open census would do without its codes
 */
export async function setInvitation(
  context: AppContext,
  by: string,
  slug: string,
  { revision, invitation }: { revision: number; invitation: NonNullable<Standing['invitation']> },
): Promise<number> {
  const stored = await standingOf(context, slug)
  if (stored.revision !== revision) throw new Problem('changed-meanwhile')
  if (stored.value.status === 'open' && invitation !== 'required') {
    const { questionnaire } = await context.questionnaires.published(slug, stored.value.version)
    if (isCensus(questionnaire.audience))
      throw new Problem('form-refused', [{ path: 'invitation', message: codesNeeded }])
  }
  const next = await change(context, slug, stored, { invitation })
  await context.audit.record({ who: by, what: 'invitation-changed', about: slug, details: { invitation } })
  return next
}

/** The same questionnaire with the new last day in its texts, as a version of its own. @returns its number */
async function reworded(
  context: AppContext,
  movedBy: string,
  slug: string,
  { version }: Standing,
  closesAt: string | null,
): Promise<number> {
  const stored = await versions(context).get(`${slug}@${version}`)
  const said = stored?.value.parameters.date_fin
  if (!stored || closesAt === null || said === undefined || Array.isArray(said)) return version
  const day = inEach((language) => fullDayText(closesAt, language))
  // one said before each language had its own stands in French everywhere
  const before = typeof said === 'string' ? { default: said } : said
  const text = JSON.stringify(stored.value.questionnaire)
  const changed = Object.entries(before).reduce(
    (words, [language, old]) => words.replaceAll(old, day[language as keyof typeof day]),
    text,
  )
  if (changed === text) return version
  const parameters = { ...stored.value.parameters, date_fin: day }
  const publishedAt = context.now().toISOString()
  return versions(context).insertNext(version + 1, (next) => {
    const questionnaire: Questionnaire = { ...JSON.parse(changed), version: next }
    const value: Version = { ...stored.value, questionnaire, parameters, publishedAt, movedBy }
    return { id: `${slug}@${next}`, value }
  })
}

/** Whatever the settings become, a questionnaire whose codes are destroyed stays frozen. */
export async function noteFrozen(context: AppContext): Promise<void> {
  for (const slug of await context.questionnaires.frozen()) {
    const stored = await standingOf(context, slug)
    const at = await context.questionnaires.freezesAt(stored.value)
    const isOver = stored.value.liveFrom !== undefined && at !== null && at <= context.now().toISOString()
    if (!isOver || stored.value.frozenAt !== undefined) continue
    // changed meanwhile: the next hour sees it as it is then
    await standings(context).put(slug, { ...stored.value, frozenAt: context.now().toISOString() }, stored.revision)
  }
}
