/** What needs this person today: one row per matter, each a sentence and a place to go. */

import { setImmediate as breath } from 'node:timers/promises'
import { isLate } from '../../surveys/authority/follow-up.ts'
import { dayOf, dayText } from '../../surveys/days.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { Account } from '../accounts/account.ts'
import type { StaffRole } from '../accounts/roles.ts'
import type { AppContext } from '../context.ts'
import { remarksFor, reviewsFor } from '../design/reviews.ts'
import { shippedNews } from '../design/shipped.ts'
import { standingsIn } from '../design/sources.ts'
import { directoryIn } from '../evidence/directory/directory.ts'
import { encountersIn } from '../evidence/heard/encounters.ts'
import { waitingIn } from '../evidence/heard/waiting.ts'
import { youngIn } from '../evidence/young/ideas.ts'
import { fieldworkList } from '../fieldwork/page.ts'
import { copiesIn, wantedCopies } from '../keys/copies.ts'
import { isSilent, kiosksIn } from '../kiosks/kiosk.ts'
import { quarantineIn } from '../kiosks/quarantine.ts'
import { firstStepsFor } from '../questionnaires/first-steps.ts'
import { livePage } from '../questionnaires/live.ts'
import { missingSettings } from '../questionnaires/live-missing.ts'
import { unreadableIn } from '../responses/unreadable.ts'
import { roomsFor } from '../responses/vigilance/waiting.ts'
import { decisionsIn } from '../results/decisions.ts'
import { announcementsIn } from '../results/public/announcements.ts'
import { type Publications, publicationsIn } from '../results/publications.ts'
import { requestsToRead } from '../results/requests.ts'
import type * as wire from '../wire/staff.ts'
import { backupTrouble } from './daily-backup.ts'

type Line = wire.Today['lines'][number]
/** `live`: the questionnaires and where they stand, read once for all matters. */
type Seen = { live(): ReturnType<typeof livePage>; publications: Publications }
type Matter = {
  /** A step of the first questionnaire says it, as long as there are steps. */
  isStep?: true
  roles: readonly (StaffRole | 'staff')[]
  lines(context: AppContext, me: Account, seen: Seen): Promise<Line[]>
}

const titleOf = async ({ questionnaires }: AppContext, slug: string) =>
  questionnaires.titleOf(slug, (await questionnaires.found(slug)).standing.version)

const soonDays = 7
const dayMs = 24 * 60 * 60_000

const matters: Matter[] = [
  {
    roles: ['publisher'],
    lines: async (context, me) =>
      (await reviewsFor(context, me)).map(({ slug, title, byName }) => ({
        text: `${byName} demande la relecture de « ${title} ». Relisez, puis approuvez.`,
        link: `/concevoir/${slug}/controle#demande`,
        linkText: 'Relire le questionnaire',
        urgent: true,
      })),
  },
  {
    roles: ['listener', 'publisher'],
    lines: async (context, { login }) => {
      const waiting = waitingIn(await encountersIn(context).list()).filter(({ quote }) => quote.by !== login)
      if (waiting.length === 0) return []
      const text =
        waiting.length === 1
          ? 'Une citation attend une seconde lecture.'
          : `${waiting.length} citations attendent une seconde lecture.`
      return [{ text, link: '/ecoute/citations', linkText: 'Relire', urgent: false }]
    },
  },
  {
    roles: ['vigilance'],
    lines: async (context) => {
      const waiting = (await youngIn(context).waiting()).length
      if (waiting === 0) return []
      const text =
        waiting === 1 ? 'Une idée d’un jeune attend d’être lue.' : `${waiting} idées de jeunes attendent d’être lues.`
      return [{ text, link: '/gerer/jeunes', linkText: 'Lire', urgent: false }]
    },
  },
  {
    roles: ['admin'],
    lines: async (context) => {
      const people = (await announcementsIn(context).all()).filter(({ isOpen }) => isOpen).map(({ people }) => people)
      const waiting = people.reduce((sum, one) => sum + one, 0)
      if (waiting === 0) return []
      const text =
        waiting === 1
          ? 'Les résultats sont publics : une personne a demandé à être prévenue.'
          : `Les résultats sont publics : ${waiting} personnes ont demandé à être prévenues.`
      return [{ text, link: '/gerer/coordonnees', linkText: 'Prévenir', urgent: false }]
    },
  },
  {
    roles: ['pilot', 'publisher', 'admin'],
    lines: async (context) => {
      const proposed = (await directoryIn(context).all()).filter(({ value }) => value.isProposed).length
      if (proposed === 0) return []
      const text =
        proposed === 1
          ? 'Une structure propose sa fiche pour l’annuaire.'
          : `${proposed} structures proposent leur fiche pour l’annuaire.`
      return [{ text, link: '/gerer/annuaire', linkText: 'Lire', urgent: false }]
    },
  },
  {
    roles: ['admin', 'designer', 'publisher'],
    lines: async (context, me) =>
      (await remarksFor(context, me)).map(({ slug, title, count }) => ({
        text: `${count === 1 ? 'Une remarque attend' : `${count} remarques attendent`} sur « ${title} ».`,
        link: `/concevoir/${slug}/controle`,
        linkText: count === 1 ? 'Lire la remarque' : 'Lire les remarques',
        urgent: false,
      })),
  },
  {
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
  },
  {
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
  },
  {
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
      if (count === 0) return []
      const several = waiting.filter((one) => one > 0).length
      const where = several === 1 ? 'd’un questionnaire' : `de ${several} questionnaires`
      const text =
        count === 1
          ? `Un résultat publié ${where} attend une décision.`
          : `${count} résultats publiés ${where} attendent une décision.`
      return [{ text, link: '/analyse/comite', linkText: 'Préparer le comité', urgent: false }]
    },
  },
  {
    roles: ['publisher'],
    lines: async (_context, _me, seen) =>
      (await seen.live()).questionnaires
        .filter(({ request }) => request && !request.isMine)
        .map(({ slug, title, request }) => ({
          text: `${request!.byName} demande l’ouverture de « ${title} ». Relisez, puis approuvez.`,
          link: `/gerer/questionnaires/${slug}`,
          linkText: 'Relire la demande',
          urgent: true,
        })),
  },
  {
    roles: ['admin', 'designer', 'publisher'],
    lines: async (context, _me, seen) =>
      (await seen.live()).questionnaires
        .filter(({ status, closesAt }) => status === 'open' && closesAt !== null && isSoon(context.now(), closesAt))
        .map(({ slug, title, closesAt }) => ({
          text: `« ${title} » se termine le ${dayText(closesAt!)}.`,
          link: `/gerer/questionnaires/${slug}`,
          linkText: 'Voir le questionnaire',
          urgent: false,
        })),
  },
  {
    roles: ['admin', 'designer', 'publisher'],
    lines: async (context, me) => {
      const mine = founding().filter(({ slug }) => me.questionnaires === null || me.questionnaires.includes(slug))
      const news = await Promise.all(mine.map(({ slug }) => shippedNews(context, slug)))
      return news.flatMap((one) =>
        one === null
          ? []
          : [
              {
                text: `Le site fournit un nouveau texte de « ${one.title} »\u202f: ${one.changes.length === 1 ? 'un changement' : `${one.changes.length} changements`}. Rien ne change sans vous.`,
                link: `/gerer/questionnaires/${one.shipped.slug}/nouveautes`,
                linkText: 'Lire les changements',
                urgent: false,
              },
            ],
      )
    },
  },
  {
    isStep: true,
    roles: ['admin', 'designer', 'publisher'],
    lines: async (_context, _me, seen) => {
      const waiting = (await seen.live()).questionnaires.filter(({ status, request }) => status === 'trial' && !request)
      const [first] = waiting
      if (!first) return []
      const text =
        waiting.length === 1
          ? `« ${first.title} » est encore à l’essai.`
          : `${waiting.length} questionnaires sont encore à l’essai.`
      const link = waiting.length === 1 ? `/gerer/questionnaires/${first.slug}` : '/gerer/questionnaires'
      return [{ text, link, linkText: 'Préparer l’ouverture', urgent: false }]
    },
  },
  {
    roles: ['admin', 'publisher'],
    lines: async (context, me) => {
      const { questionnaires } = await fieldworkList(context, me)
      return questionnaires
        .filter(({ flagged }) => flagged > 0)
        .map(({ slug, title, flagged }) => ({
          text:
            flagged === 1
              ? `Un groupe de réponses à « ${title} » demande votre avis : doublon ou arrivée inhabituelle.`
              : `${flagged} groupes de réponses à « ${title} » demandent votre avis : doublons ou arrivées inhabituelles.`,
          link: `/terrain/${slug}/signalees`,
          linkText: 'Regarder',
          urgent: false,
        }))
    },
  },
  {
    roles: ['admin'],
    lines: async (context, me) => {
      const { clock, disposals } = await fieldworkList(context, me)
      if (clock.doubt)
        return [
          {
            text: 'L’horloge du serveur semble fausse : rien ne sera effacé tant que la date n’est pas confirmée.',
            link: '/terrain#horloge',
            linkText: 'Vérifier la date',
            urgent: true,
          },
        ]
      return disposals
        .filter(({ isDue }) => isDue)
        .map(({ title }) => ({
          text: `${title} : la durée de conservation est passée.`,
          link: '/terrain#effacements',
          linkText: 'Préparer l’effacement',
          urgent: true,
        }))
    },
  },
  {
    roles: ['admin'],
    lines: async (context) => {
      // made-up people need no backup
      const trouble = (await context.settings()).demo ? null : await backupTrouble(context)
      return trouble ? [{ ...trouble, link: '/gerer/reglages#backupFolder', linkText: 'Régler les sauvegardes' }] : []
    },
  },
  {
    isStep: true,
    roles: ['admin'],
    lines: async (context) => {
      const [first, ...others] = missingSettings((await context.settings()).values)
      return first ? [{ ...first, text: [first, ...others].map(({ text }) => text).join(' '), urgent: true }] : []
    },
  },
  {
    isStep: true,
    roles: ['admin'],
    lines: async (context) => {
      const people = (await context.accounts.all.list()).filter(({ state }) => state === 'active')
      return people.length > 1
        ? []
        : [
            {
              text: 'L’équipe ne compte qu’une personne. Il en faut deux pour ouvrir un questionnaire.',
              link: '/gerer/comptes',
              linkText: 'Inviter quelqu’un',
              urgent: false,
            },
          ]
    },
  },
  {
    roles: ['admin'],
    lines: async (context) => {
      const silent = (await kiosksIn(context.store, context.now).list()).filter((kiosk) =>
        isSilent(kiosk, context.now()),
      )
      return silent.map(({ name, beat }) => ({
        text: `La borne « ${name} » ne donne plus signe de vie${beat ? ` depuis le ${dayText(beat.at)}` : ''}.`,
        link: '/gerer/bornes',
        linkText: 'Voir les bornes',
        urgent: true,
      }))
    },
  },
  {
    roles: ['admin'],
    lines: async (context) => {
      const { length } = await quarantineIn(context).list()
      if (length === 0) return []
      const text =
        length === 1
          ? 'Une fiche venue d’une borne attend votre décision.'
          : `${length} fiches venues de bornes attendent votre décision.`
      return [{ text, link: '/gerer/bornes', linkText: 'Décider', urgent: false }]
    },
  },
  {
    roles: ['admin'],
    lines: async (context) => {
      if ((await context.settings()).demo) return []
      const { length } = await copiesIn(context.store).of(context.keyring.master)
      if (length >= wantedCopies) return []
      const missing = length === 0 ? 'n’a aucune copie vérifiée' : 'n’a qu’une copie vérifiée'
      return [
        {
          text: `Le trousseau de clés ${missing} : s’il était perdu, toutes les réponses le seraient. Demandez à la personne qui tient le serveur de le copier sur deux supports, puis de taper pour chacun : npm run keyring -- --verify COPIE`,
          link: null,
          linkText: '',
          urgent: true,
        },
      ]
    },
  },
  {
    roles: ['admin'],
    lines: async (context) => {
      const { length } = await unreadableIn(context).list()
      if (length === 0) return []
      const text =
        length === 1
          ? 'Une réponse ne peut plus être lue : elle est laissée de côté, tout le reste continue.'
          : `${length} réponses ne peuvent plus être lues : elles sont laissées de côté, tout le reste continue.`
      return [{ text, link: '/gerer/illisibles', linkText: 'Voir que faire', urgent: true }]
    },
  },
  {
    roles: ['vigilance'],
    lines: async (context, me) => {
      const length = (await roomsFor(context, me)).reduce((sum, { waiting }) => sum + waiting.length, 0)
      if (length === 0) return []
      const text =
        length === 1
          ? 'Un texte libre peut dire une détresse : lisez-le en premier.'
          : `${length} textes libres peuvent dire une détresse : lisez-les en premier.`
      return [{ text, link: '/gerer/vigilance', linkText: 'Lire', urgent: true }]
    },
  },
  {
    isStep: true,
    roles: ['admin', 'analyst'],
    lines: async (context) =>
      (await context.tables.current('zones'))
        ? []
        : [
            {
              text: 'Le découpage en zones est provisoire.',
              link: '/gerer/tables/zones',
              linkText: 'Vérifier les zones',
              urgent: false,
            },
          ],
  },
  {
    roles: ['staff'],
    lines: async (_context, { factor, recovery }) =>
      // a visit of the demonstration has no second factor to lose
      factor === null || recovery.length > 3
        ? []
        : [
            {
              text: `Il vous reste ${recovery.length} code${recovery.length > 1 ? 's' : ''} de secours.`,
              link: '/gerer/sessions',
              linkText: 'En faire de nouveaux',
              urgent: recovery.length === 0,
            },
          ],
  },
]

export async function today(
  context: AppContext,
  me: Account,
  publications = publicationsIn(context.store),
): Promise<wire.Today> {
  const first = await firstStepsFor(context, me)
  const mine = matters.filter(
    ({ roles, isStep }) => !(isStep && first) && roles.some((role) => role === 'staff' || me.roles.includes(role)),
  )
  let read: ReturnType<typeof livePage> | undefined
  const seen: Seen = { live: () => (read ??= livePage(context, me)), publications }
  const lines: Line[] = []
  for (const matter of mine) {
    lines.push(...(await matter.lines(context, me, seen)))
    // some read every questionnaire: others are answered in between
    await breath()
  }
  return { first, lines: lines.toSorted((a, b) => Number(b.urgent) - Number(a.urgent)) }
}

const isMine = ({ questionnaires }: Account, slug: string) => questionnaires === null || questionnaires.includes(slug)

const isSoon = (now: Date, iso: string) => {
  const leftMs = new Date(iso).getTime() - now.getTime()
  return leftMs > 0 && leftMs < soonDays * dayMs
}
