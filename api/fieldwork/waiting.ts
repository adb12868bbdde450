/** What waits for somebody while a questionnaire is on the field, the most pressing first. */
import { dayAfter, dayOf, dayText } from '../../surveys/days.ts'
import { isFarBelow, leastDescribed } from '../../surveys/thresholds.ts'
import type { Account } from '../accounts/account.ts'
import type { Role } from '../accounts/roles.ts'
import type { AppContext } from '../context.ts'
import { isSilent, kiosksIn } from '../kiosks/kiosk.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'
import { statusAt } from '../questionnaires/status.ts'
import { publicationsIn } from '../results/publications.ts'
import { zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire/fieldwork.ts'
import { waitingCount } from './review.ts'
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
  { total, samples }: wire.Counted,
): Promise<wire.FollowUp['waiting']> {
  const now = context.now()
  const status = statusAt(standing, now.toISOString())
  const line = (text: string, link: string, linkText: string, who: readonly Role[]) => ({
    text,
    link: roles.some((role) => who.includes(role)) ? link : null,
    linkText,
  })
  const flagged = await waitingCount(context, slug)
  const lines: wire.FollowUp['waiting'] = []
  if (flagged > 0)
    lines.push(
      line(
        `${flagged === 1 ? 'Un groupe de réponses attend' : `${flagged} groupes de réponses attendent`} un avis.`,
        `/terrain/${slug}/signalees`,
        'Les regarder',
        deciders,
      ),
    )
  if (status === 'closed' && total >= leastDescribed && !(await publicationsIn(context.store).current(slug)))
    lines.push(
      line('La collecte est close et rien n’est publié.', `/analyse/${slug}/publier`, 'Préparer une publication', [
        'analyst',
      ]),
    )
  if (status !== 'open') return lines
  const today = dayOf(now)
  const lastDay = standing.closesAt === null ? null : dayOf(standing.closesAt)
  if (lastDay !== null && lastDay <= dayAfter(today, reminderDays))
    lines.push(
      line(
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
        `La borne «\u202f${kiosk.name}\u202f» est silencieuse depuis plus d’un jour.`,
        '/gerer/bornes',
        'Voir les bornes',
        ['admin'],
      ),
    )
  const codes = zonesByLink(zonesOf((await context.tables.current('zones')) ?? undefined))
  for (const row of samples.find((one) => one.name === 'zone')?.rows ?? []) {
    if (!isFarBelow(row, total)) continue
    const { name, share, known } = row
    const code = codes.find((zone) => zone.name === name)?.code ?? ''
    lines.push(
      line(
        `${name} manque\u202f: ${share ?? 0}\u202f% des réponses, pour ${known}\u202f% de la population.`,
        `/terrain/${slug}/diffusion?zone=${code}`,
        `Affiche et lien pour ${name}`,
        runners,
      ),
    )
  }
  return lines
}
