/** Results that wait to be published, decided on or announced. */
import { isLate } from '../../../surveys/authority/follow-up.ts'
import { dayOf, dayText } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { standingsIn } from '../../design/sources.ts'
import { decisionsIn } from '../../results/decisions.ts'
import { announcementsIn } from '../../results/public/announcements.ts'
import { requestsToRead } from '../../results/requests.ts'
import { counted, isMine, type Matter } from './matter.ts'

export const peopleToTell: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    const people = (await announcementsIn(context).all()).filter(({ isOpen }) => isOpen).map(({ people }) => people)
    const waiting = people.reduce((sum, one) => sum + one, 0)
    return counted(
      waiting,
      'Les résultats sont publics : une personne a demandé à être prévenue.',
      `Les résultats sont publics : ${waiting} personnes ont demandé à être prévenues.`,
      { link: '/gerer/coordonnees', linkText: 'Prévenir', urgent: false },
    )
  },
}

export const publicationAsked: Matter = {
  roles: ['analyst'],
  lines: async (context, me) =>
    Promise.all(
      (await requestsToRead(context, me)).map(async ({ slug, byName }) => ({
        text: `${byName} demande de publier les résultats de «\u202f${await titleOf(context, slug)}\u202f». Relisez, puis publiez.`,
        link: `/analyse/${slug}/publier`,
        linkText: 'Relire la demande',
        urgent: true,
      })),
    ),
}

export const lateDecisions: Matter = {
  roles: ['analyst'],
  lines: async (context, me) => {
    const now = dayOf(context.now())
    const late = (await decisionsIn(context.store).all())
      .filter((one) => isLate(one, now) && (one.on === null || isMine(me, one.on.questionnaire)))
      .toSorted((a, b) => (a.due! < b.due! ? -1 : 1))
    const [first] = late
    if (!first) return []
    const text =
      late.length === 1
        ? `L’échéance d’une décision est passée depuis le ${dayText(first.due!)}\u202f: «\u202f${first.text}\u202f»`
        : `L’échéance de ${late.length} décisions est passée, la première depuis le ${dayText(first.due!)}\u202f: «\u202f${first.text}\u202f»`
    return [
      { text, link: `/analyse/suivi#decision-${first.at}`, linkText: 'Dire ce qu’elle est devenue', urgent: true },
    ]
  },
}

export const undecidedResults: Matter = {
  roles: ['analyst'],
  lines: async (context, me, { publications }) => {
    const slugs = (await standingsIn(context).list()).map(({ id }) => id).filter((slug) => isMine(me, slug))
    const decided = new Set(
      (await decisionsIn(context.store).all()).map(({ on }) => on && `${on.questionnaire}@${on.indicator}`),
    )
    const waiting = await Promise.all(
      slugs.map(async (slug) => {
        // without a figure there is nothing to decide on yet
        const findings = (await publications.current(slug))?.findings ?? []
        const indicators = new Set(
          findings.filter(({ estimate }) => estimate.value !== null).map(({ indicator }) => indicator),
        )
        return [...indicators].filter((indicator) => !decided.has(`${slug}@${indicator}`)).length
      }),
    )
    const count = waiting.reduce((sum, one) => sum + one, 0)
    const several = waiting.filter((one) => one > 0).length
    const where = several === 1 ? 'd’un questionnaire' : `de ${several} questionnaires`
    return counted(
      count,
      `Un résultat publié ${where} attend une décision.`,
      `${count} résultats publiés ${where} attendent une décision.`,
      { link: '/analyse/comite', linkText: 'Préparer le comité', urgent: false },
    )
  },
}

const titleOf = async ({ questionnaires }: AppContext, slug: string) =>
  questionnaires.titleOf(slug, (await questionnaires.found(slug)).standing.version)
