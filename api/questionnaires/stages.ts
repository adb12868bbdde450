/** The six stages of a questionnaire, from writing to deciding: what is done, what is under way, and what comes next. */
import { and } from '../../analysis/text/format.ts'
import { holds } from '../../surveys/authority/follow-up.ts'
import { dayText } from '../../surveys/days.ts'
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { remarksOf, sentBackText } from '../../surveys/review/sent-back.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { type Draft, draftsIn } from '../design/drafts.ts'
import { standingsIn, versionsIn } from '../design/sources.ts'
import { waitingCount } from '../fieldwork/review.ts'
import { countedLately, missingIn } from '../fieldwork/waiting.ts'
import { answerCount } from '../responses/answer-count.ts'
import { firstUndecided } from '../results/committee.ts'
import { decisionsIn } from '../results/decisions.ts'
import { openedIn } from '../results/public/opened.ts'
import { isWithdrawn, type Publications } from '../results/publications.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/staff.ts'
import type { Standing } from './questionnaires.ts'
import { type StatusNow, statusAt } from './status.ts'

/** What is known of one questionnaire, read once. */
type Known = {
  slug: string
  status: StatusNow
  draft: Draft | null
  standing: Standing | null
  /** Groups of responses that wait for somebody to look. */
  waiting: number
  /** Who answers far less than their share of the people, while it is open. */
  missing: string[]
  /** Its opening is asked for: another person approves. */
  isAsked: boolean
  /** Number and day of the publication in force. */
  published: { number: number; day: string } | null
  /** Those that hold. */
  decisions: number
  /** Results the plan puts first, without a decision that holds. */
  undecided: number
  /** Number of the publication that was opened to everybody; `isPublicGone`: it is withdrawn, and nobody reads its figures. */
  publicNumber: number | null
  isPublicGone: boolean
}

/** Every questionnaire this person works on, the last changed first. */
export async function stagesFor(
  context: AppContext,
  { questionnaires: mine }: Account,
  publications: Publications,
): Promise<wire.Stages> {
  const drafts = new Map((await draftsIn(context).list()).map(({ id, value }) => [id, value]))
  const standings = new Map((await standingsIn(context).list()).map(({ id, value }) => [id, value]))
  const decisions = Map.groupBy(
    (await decisionsIn(context.store).all()).filter(holds),
    ({ on }) => on?.questionnaire ?? '',
  )
  const first = await firstUndecided(context, publications, (slug) => mine === null || mine.includes(slug))
  const undecided = Map.groupBy(first.findings, ({ questionnaire }) => questionnaire)
  const asked = new Set((await context.store.collection(collections.liveRequests).list()).map(({ id }) => id))
  const opened = openedIn(context.store)
  const slugs = [...new Set([...standings.keys(), ...drafts.keys()])].filter(
    (slug) => mine === null || mine.includes(slug),
  )
  const now = context.now().toISOString()
  const questionnaires = await Promise.all(
    slugs.map(async (slug) => {
      const draft = drafts.get(slug) ?? null
      const standing = standings.get(slug) ?? null
      const version = standing && ((await versionsIn(context).get(`${slug}@${standing.version}`))?.value ?? null)
      const heads = await publications.all(slug)
      const current = heads.findLast((head) => !isWithdrawn(head)) ?? null
      const shown = await opened.last(slug)
      const publicNumber = shown?.kind === 'opened' ? shown.publication : null
      const status = standing ? statusAt(standing, now) : (draft?.state ?? 'draft')
      const counted = status === 'open' ? await countedLately(context, slug) : null
      const known: Known = {
        slug,
        status,
        draft,
        standing,
        waiting: standing ? await waitingCount(context, slug) : 0,
        missing: counted === null ? [] : missingIn(counted).map(({ name }) => name),
        isAsked: asked.has(slug),
        published: current && { number: current.number, day: dayText(current.madeAt) },
        decisions: decisions.get(slug)?.length ?? 0,
        undecided: undecided.get(slug)?.length ?? 0,
        publicNumber,
        isPublicGone: heads.some((head) => head.number === publicNumber && isWithdrawn(head)),
      }
      return {
        slug,
        title: frenchOf((draft?.questionnaire ?? version?.questionnaire)?.title) || slug,
        status: known.status,
        version: standing?.version ?? null,
        answers: standing ? await answerCount(context, slug, standing) : 0,
        closesAt: standing?.closesAt ?? null,
        stages: stagesOf(known),
        next: nextOf(known),
      }
    }),
  )
  const order = ['open', 'soon', 'trial', 'review', 'draft', 'closed', 'archived']
  return {
    questionnaires: questionnaires.toSorted(
      (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.title.localeCompare(b.title, 'fr'),
    ),
  }
}

const isOut = (status: StatusNow) => status === 'open' || status === 'soon' || status === 'closed'

export function stagesOf({
  status,
  draft,
  standing,
  waiting,
  published,
  decisions,
  undecided,
  publicNumber,
  isPublicGone,
}: Known): wire.QuestionnaireStage[] {
  const isWritten = standing !== null
  const day = standing?.closesAt ? dayText(standing.closesAt) : null
  return [
    {
      name: 'write',
      state: isWritten ? 'done' : draft?.state === 'review' ? 'done' : 'now',
      text: isWritten
        ? `Version ${standing.version} approuvée${draft ? ', la suivante est en brouillon' : ''}.`
        : 'Un brouillon, que personne d’autre ne voit encore.',
    },
    {
      name: 'review',
      state: isWritten ? (status === 'trial' ? 'now' : 'done') : draft?.state === 'review' ? 'now' : 'later',
      text: !isWritten
        ? draft?.state === 'review'
          ? 'Une autre personne relit et approuve.'
          : 'Rien à relire encore.'
        : status === 'trial'
          ? 'À l’essai : les réponses seront effacées à l’ouverture, que deux personnes décident.'
          : 'Relu et ouvert par deux personnes.',
    },
    {
      name: 'share',
      state: isOut(status) ? (status === 'closed' ? 'done' : 'now') : 'later',
      text:
        status === 'open'
          ? `Ouvert${day ? ` jusqu’au ${day}` : ''} : ${standing?.invitation === 'required' ? 'il faut un code pour répondre' : 'affiches, textes et codes sont prêts'}.`
          : status === 'soon'
            ? 'Ouvre bientôt : préparez les affiches et les textes.'
            : status === 'closed'
              ? `Clos${day ? ` le ${day}` : ''}.`
              : 'Après l’ouverture : affiches, textes, codes, papier, bornes.',
    },
    {
      name: 'follow',
      state: isOut(status) ? (status === 'closed' && waiting === 0 ? 'done' : 'now') : 'later',
      text:
        waiting > 0
          ? `${waiting === 1 ? 'Un groupe de réponses attend' : `${waiting} groupes de réponses attendent`} un avis.`
          : isOut(status)
            ? 'Qui répond, qui manque encore, où aller.'
            : 'Quand les réponses arrivent.',
    },
    {
      name: 'results',
      state: published ? 'done' : status === 'closed' ? 'now' : 'later',
      text: published
        ? `Publication n° ${published.number} du ${published.day}.`
        : 'Rien n’est publié : personne ne lit encore de chiffre.',
    },
    {
      name: 'decide',
      state: decisions > 0 && undecided === 0 && publicNumber !== null ? 'done' : published ? 'now' : 'later',
      text:
        decisions === 0
          ? 'Aucune décision notée.'
          : `${decisions === 1 ? 'Une décision notée' : `${decisions} décisions notées`}${publicSaid({ publicNumber, isPublicGone })}.${undecided > 0 ? ` À décider d’abord : ${undecided === 1 ? 'un résultat' : `${undecided} résultats`}.` : ''}`,
    },
  ]
}

const publicSaid = ({ publicNumber, isPublicGone }: Pick<Known, 'publicNumber' | 'isPublicGone'>): string =>
  publicNumber === null
    ? ''
    : isPublicGone
      ? ` ; la publication n° ${publicNumber}, que montrait la page publique, est retirée`
      : ` ; la page publique montre la publication n° ${publicNumber}`

/** The one thing to do now; null when nothing is waited for. */
export function nextOf({
  slug,
  status,
  draft,
  standing,
  waiting,
  missing,
  isAsked,
  published,
  decisions,
  publicNumber,
  isPublicGone,
}: Known): wire.Linked | null {
  const own = `/gerer/questionnaires/${slug}`
  const remarks = remarksOf(draft)
  if (remarks > 0)
    return {
      text: 'Le brouillon est renvoyé par qui l’a relu : lisez ce qu’il faut revoir.',
      link: `/concevoir/${slug}/controle`,
      linkText: sentBackText(remarks),
    }
  if (standing === null)
    return draft?.state === 'review'
      ? {
          text: 'Une autre personne relit, puis approuve.',
          link: `/concevoir/${slug}/controle`,
          linkText: 'Voir la demande',
        }
      : { text: 'Finissez d’écrire, puis demandez une relecture.', link: `/concevoir/${slug}/page`, linkText: 'Écrire' }
  if (status === 'trial' && isAsked)
    return {
      text: 'L’ouverture est demandée : une autre personne relit, puis approuve.',
      link: own,
      linkText: 'Voir la demande',
    }
  if (status === 'trial')
    return {
      text: 'Préparez l’ouverture : une personne la demande, une autre l’approuve.',
      link: `${own}#ouverture`,
      linkText: 'Préparer l’ouverture',
    }
  if (waiting > 0)
    return { text: 'Des réponses attendent un avis.', link: `/terrain/${slug}/signalees`, linkText: 'Les regarder' }
  if (missing.length > 0)
    return {
      text: `${and(missing)} ${missing.length === 1 ? 'répond moins que sa part' : 'répondent moins que leur part'}.`,
      link: `/terrain/${slug}/suivi`,
      linkText: `Relancer\u202f: ${and(missing)}`,
    }
  if (status === 'soon' || (status === 'open' && published === null))
    return { text: 'Faites connaître l’adresse.', link: `/terrain/${slug}/diffusion`, linkText: 'Diffuser' }
  if (status === 'archived') return null
  if (published === null)
    return { text: 'Publiez les résultats.', link: `/analyse/${slug}/publier`, linkText: 'Préparer une publication' }
  if (decisions === 0)
    return {
      text: 'Lisez les résultats avec le comité, et notez ce qui est décidé.',
      link: `/analyse/${slug}/decider`,
      linkText: 'Décider',
    }
  if (publicNumber === null)
    return {
      text: 'Dites aux habitants ce qui est décidé.',
      link: `/analyse/${slug}/publications`,
      linkText: 'Ouvrir la page publique',
    }
  if (publicNumber !== published.number)
    return {
      text: isPublicGone
        ? `La publication n° ${publicNumber}, que montrait la page publique, est retirée : ouvrez la n° ${published.number}, ou laissez-la ainsi.`
        : `La page publique montre encore la publication n° ${publicNumber} : ouvrez la n° ${published.number}, ou laissez-la ainsi.`,
      link: `/analyse/${slug}/publications`,
      linkText: 'Voir les publications',
    }
  return null
}
