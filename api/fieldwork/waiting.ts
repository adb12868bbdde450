/** What waits for somebody while a questionnaire is on the field, the most pressing first. */
import { dayAfter, dayOf, dayText } from '../../surveys/days.ts'
import type { Account } from '../accounts/account.ts'
import type { Role } from '../accounts/roles.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { isSilent, kiosksIn } from '../kiosks/kiosk.ts'
import { openedAt } from '../operations/retention.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'
import { statusAt } from '../questionnaires/status.ts'
import { publicationsIn } from '../results/publications.ts'
import { zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire/fieldwork.ts'
import { codeBatches, unusedIn } from './diffusion/codes.ts'
import { lastCounted } from './follow.ts'
import { waitingCount } from './review.ts'
import { farBehind, isHalfway, targetsOf } from './targets.ts'
import { zonesByLink } from './zones-by-link.ts'

/** From so many days before the last one, a reminder is due. */
const reminderDays = 7
const deciders: readonly Role[] = ['admin', 'publisher']
const runners: readonly Role[] = [...deciders, 'designer']

/** @param me links lead only where this person may work */
export async function waitingOf(
  context: AppContext,
  { roles }: Account,
  slug: string,
  standing: Standing,
  counted: Pick<wire.Counted, 'total' | 'isEnough' | 'samples'>,
): Promise<wire.FollowUp['waiting']> {
  const now = context.now()
  const status = statusAt(standing, now.toISOString())
  const line = (brief: string, text: string, link: string, linkText: string, who: readonly Role[]) => ({
    brief,
    text,
    link: roles.some((role) => who.includes(role)) ? link : null,
    linkText,
  })
  const flagged = await waitingCount(context, slug)
  const lines: wire.FollowUp['waiting'] = []
  if (flagged > 0)
    lines.push(
      line(
        `${flagged} groupe${flagged > 1 ? 's' : ''} à regarder`,
        `${flagged === 1 ? 'Un groupe de réponses attend' : `${flagged} groupes de réponses attendent`} un avis.`,
        `/terrain/${slug}/signalees`,
        'Les regarder',
        deciders,
      ),
    )
  const isUnpublished = async () => !(await publicationsIn(context.store).current(slug))
  if (status === 'closed' && counted.isEnough && (await isUnpublished()))
    lines.push(
      line(
        'à publier',
        'La collecte est close et rien n’est publié.',
        `/analyse/${slug}/publier`,
        'Préparer une publication',
        ['analyst'],
      ),
    )
  if (status !== 'open') return lines
  if (standing.invitation === 'required' && unusedIn(await codeBatches(context, slug)) === null)
    lines.push(
      line(
        'aucun code imprimé',
        'Il faut un code pour répondre, et aucun n’est imprimé\u202f: plus personne ne peut répondre sur le site.',
        `/terrain/${slug}/codes`,
        'Codes d’invitation',
        deciders,
      ),
    )
  if (!counted.isEnough && (await isUnpublished()))
    lines.push(
      line(
        'à faire connaître',
        'Très peu de réponses encore\u202f: faites connaître l’adresse.',
        `/terrain/${slug}/diffusion`,
        'Liens, affiches et textes',
        runners,
      ),
    )
  const today = dayOf(now)
  const lastDay = standing.closesAt === null ? null : dayOf(standing.closesAt)
  if (lastDay !== null && lastDay <= dayAfter(today, reminderDays))
    lines.push(
      line(
        lastDay === today ? 'dernier jour' : 'à relancer',
        lastDay === today
          ? 'C’est le dernier jour pour répondre.'
          : `Dernier jour le ${dayText(standing.closesAt!)}\u202f: c’est le moment de relancer.`,
        `/terrain/${slug}/diffusion`,
        'Textes de relance',
        runners,
      ),
    )
  for (const kiosk of (await kiosksIn(context.store, context.now).list()).filter(
    (one) => one.questionnaires.includes(slug) && isSilent(one, now),
  ))
    lines.push(
      line(
        `borne «\u202f${kiosk.name}\u202f» silencieuse`,
        `La borne «\u202f${kiosk.name}\u202f» est silencieuse depuis plus d’un jour.`,
        '/gerer/bornes',
        'Voir les bornes',
        ['admin'],
      ),
    )
  const codes = zonesByLink(zonesOf((await context.tables.current('zones')) ?? undefined))
  /** The poster of a zone, or all there is to make it known. */
  const wayTo = (name: string, isZone: boolean): [link: string, linkText: string] => {
    const code = codes.find((zone) => zone.name === name)?.code ?? ''
    return isZone
      ? [`/terrain/${slug}/diffusion?zone=${code}`, `Affiche et lien pour ${name}`]
      : [`/terrain/${slug}/diffusion`, 'Liens, affiches et textes']
  }
  const briefly = (name: string, isZone: boolean) => (isZone ? name : `«\u202f${name}\u202f»`)
  const missing = missingIn(counted)
  for (const { name, title, share, known, people, isZone } of missing) {
    const who = isZone ? name : `«\u202f${name}\u202f» (${title})`
    lines.push(
      line(
        `${briefly(name, isZone)} répond moins`,
        `${who} répond moins\u202f: ${share ?? 0}\u202f% des réponses, pour ${known}\u202f% des ${people} du territoire.`,
        ...wayTo(name, isZone),
        runners,
      ),
    )
  }
  if (!isHalfway(await openedAt(context, slug, standing), standing.closesAt, now)) return lines
  for (const { name, title, isZone, lacking } of farBehind(counted, await targetsOf(context, slug))) {
    // said above already
    if (missing.some((one) => one.name === name && one.isZone === isZone)) continue
    const who = name === '' ? 'En tout' : isZone ? name : `«\u202f${name}\u202f» (${title})`
    lines.push(
      line(
        name === '' ? 'moins qu’espéré' : `${briefly(name, isZone)}\u202f: moins qu’espéré`,
        `${who}\u202f: environ ${lacking} réponses de moins qu’espéré.`,
        ...wayTo(name, isZone),
        runners,
      ),
    )
  }
  return lines
}

/**
 * For lists, which no reading of the responses holds up.
 *
 * @returns null when a version that was answered is damaged: it takes nothing from the other lines
 */
export async function countedLately(
  context: AppContext,
  slug: string,
): Promise<Pick<wire.Counted, 'total' | 'isEnough' | 'samples'> | null> {
  try {
    return (await lastCounted(context, slug)) ?? (await context.analysis.follow(slug, dayOf(context.now())))
  } catch (error) {
    if (error instanceof Problem && error.code === 'questionnaire-unavailable') return null
    throw error
  }
}

/** Zones, then other groups, that are far fewer among the responses than among the people. */
export const missingIn = ({ samples }: Pick<wire.Counted, 'samples'>) =>
  samples.flatMap(({ name: list, title, people, rows }) =>
    rows.filter(({ isMissing }) => isMissing).map((row) => ({ ...row, title, people, isZone: list === 'zone' })),
  )
