/** Results that wait to be published, decided on or announced. */
import { dueDay, holds, isLate } from '../../../surveys/authority/follow-up.ts'
import { dayOf, dayText } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { countedLately } from '../../fieldwork/waiting.ts'
import { firstUndecided } from '../../results/committee.ts'
import { decisionsIn } from '../../results/decisions.ts'
import { announcementsIn } from '../../results/public/announcements.ts'
import { requestsToRead } from '../../results/requests.ts'
import { counted, isMine, type Line, type Matter } from './matter.ts'

export const peopleToTell: Matter = {
  roles: ['admin'],
  lines: async (context) => {
    const people = (await announcementsIn(context).all()).filter(({ isOpen }) => isOpen).map(({ people }) => people)
    const waiting = people.reduce((sum, one) => sum + one, 0)
    return counted(
      waiting,
      'Les résultats sont publics : une personne a demandé à être prévenue.',
      `Les résultats sont publics : ${waiting} personnes ont demandé à être prévenues.`,
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
      .toSorted((a, b) => (dueDay(a) < dueDay(b) ? -1 : 1))
    const [first] = late
    if (!first) return []
    const since = dayText(dueDay(first))
    const text =
      late.length === 1
        ? `L’échéance d’une décision est passée depuis le ${since}\u202f: «\u202f${first.text}\u202f»`
        : `L’échéance de ${late.length} décisions est passée, la première depuis le ${since}\u202f: «\u202f${first.text}\u202f»`
    return [
      { text, link: `/analyse/suivi#decision-${first.at}`, linkText: 'Dire ce qu’elle est devenue', urgent: true },
    ]
  },
}

/** What a collection that is over waits for: results published, then the first decision on them. */
export const closedResults: Matter = {
  roles: ['analyst'],
  lines: async (context, me, { live, publications }) => {
    const closed = (await live()).questionnaires.filter(({ status }) => status === 'closed')
    if (closed.length === 0) return []
    const decided = new Set((await decisionsIn(context.store).all()).filter(holds).map(({ on }) => on?.questionnaire))
    const lines: Line[] = []
    const toDecide: typeof closed = []
    for (const one of closed) {
      if (await publications.current(one.slug)) {
        if (!decided.has(one.slug)) toDecide.push(one)
      } else if ((await countedLately(context, one.slug))?.isEnough) lines.push(toPublish(one))
    }
    if (toDecide.length === 0) return lines
    // those of which the plan puts a result first have their line
    const named = new Set(
      (await firstUndecided(context, publications, (slug) => isMine(me, slug))).findings.map(
        ({ questionnaire }) => questionnaire,
      ),
    )
    return [...lines, ...toDecide.filter(({ slug }) => !named.has(slug)).map(toDecideOn)]
  },
}

const toPublish = ({ slug, title }: { slug: string; title: string }): Line => ({
  text: `«\u202f${title}\u202f» est clos, avec assez de réponses\u202f: publiez ses résultats.`,
  link: `/analyse/${slug}/publier`,
  linkText: 'Préparer une publication',
  urgent: false,
})

const toDecideOn = ({ slug, title }: { slug: string; title: string }): Line => ({
  text: `«\u202f${title}\u202f» est clos et ses résultats sont publiés\u202f: lisez-les avec le comité, et notez ce qui est décidé.`,
  link: `/analyse/${slug}/decider`,
  linkText: 'Décider',
  urgent: false,
})

/** Named in the line; the others are read with the committee. */
const mostNamed = 3

export const undecidedResults: Matter = {
  roles: ['analyst'],
  lines: async (context, me, { publications }) => {
    const { findings, areOnPages } = await firstUndecided(context, publications, (slug) => isMine(me, slug))
    const [first] = findings
    if (!first) return []
    const named = new Intl.ListFormat('fr').format(
      findings.slice(0, mostNamed).map(({ title }) => `«\u202f${title}\u202f»`),
    )
    return [
      areOnPages
        ? {
            text: `À décider d’abord, dans l’ordre du plan\u202f: ${named}.`,
            link: '/analyse/comite',
            linkText: 'Préparer le comité',
            urgent: false,
          }
        : {
            text: `Sans décision, hors des pages du comité, dans l’ordre du plan\u202f: ${named}.`,
            link: `/analyse/${first.questionnaire}/resultat/${encodeURIComponent(first.indicator)}`,
            linkText: 'Lire le premier',
            urgent: false,
          },
    ]
  },
}

const titleOf = async ({ questionnaires }: AppContext, slug: string) =>
  questionnaires.titleOf(slug, (await questionnaires.found(slug)).standing.version)
