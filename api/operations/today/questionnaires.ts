/** Questionnaires that wait for somebody: reviews, openings, remarks, new texts of ours. */
import { dayText } from '../../../surveys/days.ts'
import { founding } from '../../../surveys/questionnaire/founding.ts'
import { remarksFor, reviewsFor } from '../../design/reviews.ts'
import { shippedNews } from '../../design/shipped.ts'
import { isMine, type Matter } from './matter.ts'

const soonDays = 7
const dayMs = 24 * 60 * 60_000

export const reviewAsked: Matter = {
  roles: ['publisher'],
  lines: async (context, me) =>
    (await reviewsFor(context, me)).map(({ slug, title, byName }) => ({
      text: `${byName} demande la relecture de « ${title} ». Relisez, puis approuvez.`,
      link: `/concevoir/${slug}/controle#demande`,
      linkText: 'Relire le questionnaire',
      urgent: true,
    })),
}

export const remarks: Matter = {
  roles: ['admin', 'designer', 'publisher'],
  lines: async (context, me) =>
    (await remarksFor(context, me)).map(({ slug, title, count, returnedBy }) => ({
      text: returnedBy
        ? `${returnedBy} vous a renvoyé « ${title} » avec ${count === 1 ? 'une remarque' : `${count} remarques`}. Corrigez, puis demandez de nouveau.`
        : `${count === 1 ? 'Une remarque attend' : `${count} remarques attendent`} sur « ${title} ».`,
      link: `/concevoir/${slug}/controle`,
      linkText: count === 1 ? 'Lire la remarque' : 'Lire les remarques',
      urgent: false,
    })),
}

export const openingAsked: Matter = {
  roles: ['publisher'],
  lines: async (_context, _me, shared) =>
    (await shared.live()).questionnaires
      .filter(({ request }) => request && !request.isMine)
      .map(({ slug, title, request }) => ({
        text: `${request!.byName} demande l’ouverture de « ${title} ». Relisez, puis approuvez.`,
        link: `/gerer/questionnaires/${slug}#ouverture`,
        linkText: 'Relire la demande',
        urgent: true,
      })),
}

export const closingSoon: Matter = {
  roles: ['admin', 'designer', 'publisher'],
  lines: async (context, _me, shared) =>
    (await shared.live()).questionnaires
      .filter(({ status, closesAt }) => status === 'open' && closesAt !== null && isSoon(context.now(), closesAt))
      .map(({ slug, title, closesAt }) => ({
        text: `« ${title} » se termine le ${dayText(closesAt!)}.`,
        link: `/gerer/questionnaires/${slug}`,
        linkText: 'Voir le questionnaire',
        urgent: false,
      })),
}

export const shippedTexts: Matter = {
  roles: ['admin', 'designer', 'publisher'],
  lines: async (context, me) => {
    const mine = founding().filter(({ slug }) => isMine(me, slug))
    const news = await Promise.all(mine.map(({ slug }) => shippedNews(context, slug)))
    return news.flatMap((one) =>
      one === null
        ? []
        : [
            {
              text: `Le site fournit un nouveau texte de « ${one.title} »\u202f: ${one.changes.length === 1 ? 'un changement' : `${one.changes.length} changements`}. Rien ne change sans vous.`,
              link: `/gerer/questionnaires/${one.shipped.slug}/nouveautes`,
              linkText: 'Lire les changements',
              urgent: false,
            },
          ],
    )
  },
}

export const trials: Matter = {
  isStep: true,
  roles: ['admin', 'designer', 'publisher'],
  lines: async (_context, _me, shared) => {
    const waiting = (await shared.live()).questionnaires.filter(({ status, request }) => status === 'trial' && !request)
    const [first] = waiting
    if (!first) return []
    const text =
      waiting.length === 1
        ? `« ${first.title} » est encore à l’essai.`
        : `${waiting.length} questionnaires sont encore à l’essai.`
    const link = waiting.length === 1 ? `/gerer/questionnaires/${first.slug}#ouverture` : '/gerer/questionnaires'
    return [{ text, link, linkText: 'Préparer l’ouverture', urgent: false }]
  },
}

const isSoon = (now: Date, iso: string) => {
  const leftMs = new Date(iso).getTime() - now.getTime()
  return leftMs > 0 && leftMs < soonDays * dayMs
}
