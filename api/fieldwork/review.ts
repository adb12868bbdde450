/** A person looks at a group of flagged responses and decides: counted as they are, or set aside with a reason. */
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/fieldwork.ts'
import type { Group, Why } from './flags.ts'
import { flagsIn } from './intake-monitor.ts'
import { reviewCollection } from './reviews.ts'

/** Collection `flag-counts`, by questionnaire: groups that wait, as last looked for. */
const counts = (context: AppContext) => context.store.collection(collections.flagCounts)

const words: Record<Why, (responses: number) => { title: string; text: string }> = {
  kiosk: (responses) => ({
    title:
      responses === 1
        ? 'Une réponse donnée sur une borne mise de côté'
        : `${responses} réponses données sur une borne mise de côté`,
    text: 'Mises de côté depuis la page « Bornes ». Si la borne n’était pas en cause, gardez-les.',
  }),
  burst: (responses) => ({
    title: `${responses} réponses arrivées d’un coup d’un même appareil`,
    text: 'Beaucoup plus vite, ou en bien plus grand nombre, qu’une personne ou une réunion ne peut répondre. Si vous savez d’où elles viennent (une permanence, une classe avec un seul ordinateur), gardez-les.',
  }),
  sender: (responses) => ({
    title:
      responses === 1
        ? 'Une réponse d’une adresse qui envoie depuis des jours'
        : `${responses} réponses venues d’une même adresse pendant des jours`,
    text: 'Peu à la fois, mais sans cesse : une grande part de toutes les réponses, ou à des heures et à des intervalles qui ne sont pas ceux des gens. Si vous savez d’où elles viennent (une permanence, un collège, le réseau d’un opérateur), gardez-les.',
  }),
  duplicate: (responses) => ({
    title:
      responses === 1
        ? 'Une réponse presque identique à une autre'
        : `${responses} réponses presque identiques à une autre`,
    text: 'Le hasard n’explique pas une telle ressemblance. Deux parents d’un même foyer peuvent se ressembler : dans le doute, gardez. La première du groupe reste comptée.',
  }),
  straight: (responses) => ({
    title:
      responses === 1
        ? 'Une réponse qui coche partout la même colonne'
        : `${responses} réponses qui cochent partout la même colonne`,
    text: 'Une même réponse, rare, à toutes les lignes. C’est parfois sincère.',
  }),
  fast: (responses) => ({
    title:
      responses === 1
        ? 'Une réponse envoyée trop vite pour être lue'
        : `${responses} réponses envoyées trop vite pour être lues`,
    text: 'Moins d’une seconde et demie par question. Une personne qui connaît déjà le questionnaire peut aller vite.',
  }),
}

export async function shownGroup(
  { accounts }: AppContext,
  { key, why, responses, from, to, review }: Group,
): Promise<wire.FlagGroup> {
  const state = review === null ? 'waiting' : review.state
  return {
    key,
    why,
    ...words[why](responses),
    sheets: responses,
    from,
    to,
    state,
    reason: review?.reason ?? '',
    by: review === null ? '' : await accounts.all.nameOf(review.by),
  }
}

/**
 * @param groups as they are now
 * @throws Problem changed-meanwhile when the group is no longer the one that was shown
 */
export async function decide(
  context: AppContext,
  by: string,
  slug: string,
  groups: Group[],
  key: string,
  { decision, reason }: wire.Review,
): Promise<void> {
  const group = groups.find((one) => one.key === key)
  if (!group) throw new Problem('changed-meanwhile')
  const collection = reviewCollection(context.store)
  const state = decision === 'keep' ? 'kept' : 'aside'
  const at = context.now().toISOString()
  for (const id of group.ids) {
    await collection.update(`${slug}/${id}`, () => ({ state, why: group.why, group: key, reason, by, at }))
  }
  const details = {
    réponses: group.ids.length,
    décision: decision === 'keep' ? 'gardées' : 'mises de côté',
    motif: reason,
  }
  await context.audit.record({ who: by, what: 'reviewed', about: slug, details })
  const waiting = groups.filter((one) => one.review === null && one.key !== key).length
  await noteWaiting(context, slug, waiting)
}

export async function noteWaiting(context: AppContext, slug: string, waiting: number): Promise<void> {
  await counts(context).update(slug, (before) => (before === waiting ? null : waiting))
}

/** By questionnaire: what there was when its responses were last compared, as `extentOf` counts it. */
const comparedIn = (context: AppContext) => context.store.collection(collections.flagsCompared)

/** Questionnaires that are being looked at: whoever asks meanwhile waits for the same look. */
const lookedAt = new WeakMap<AppContext, Map<string, Promise<void>>>()

/** Looks for the groups of one questionnaire again, when its responses are no longer those of the last time. */
export async function lookForFlags(context: AppContext, slug: string): Promise<void> {
  const looks = lookedAt.get(context) ?? new Map<string, Promise<void>>()
  lookedAt.set(context, looks)
  const look = looks.get(slug) ?? lookNow(context, slug).finally(() => looks.delete(slug))
  looks.set(slug, look)
  await look
}

/** Responses, and what the intake noticed of them, which is written a little behind them. */
async function extentOf({ store }: AppContext, slug: string): Promise<number> {
  return (await store.responses.count(slug)) * mostNoticed + (await flagsIn(store).list(`${slug}/`)).length
}
/** More than are noticed of one questionnaire. */
const mostNoticed = 10_000_000

async function lookNow(context: AppContext, slug: string): Promise<void> {
  const extent = await extentOf(context, slug)
  const compared = await comparedIn(context).get(slug)
  if ((compared?.value ?? 0) === extent) return
  try {
    const groups = await context.analysis.groups(slug)
    await noteWaiting(context, slug, groups.filter(({ review }) => review === null).length)
  } catch (error) {
    // nobody can read its responses: its own pages say so
    if (!(error instanceof Problem && error.code === 'questionnaire-unavailable')) throw error
    return
  }
  await comparedIn(context).put(slug, extent, compared?.revision ?? null)
}

/** Groups of one questionnaire nobody has decided about: nothing is said of responses that were not looked at. */
export async function waitingCount(context: AppContext, slug: string): Promise<number> {
  await lookForFlags(context, slug)
  return (await counts(context).get(slug))?.value ?? 0
}
