/** From an empty site to a first questionnaire that people answer: what is done, what comes next, and about how long it takes. */
import { frenchOf } from '../../surveys/questionnaire/elements.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { draftsIn } from '../design/drafts.ts'
import { answerCount } from '../responses/answer-count.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/staff.ts'
import { missingPeople, missingSettings, settingsAsked } from './live-missing.ts'
import { statusAt } from './status.ts'

type Step = Omit<wire.FirstSteps[number], 'state'> & { isDone: boolean }
const quoted = (title: string) => `«\u202f${title}\u202f»`

/**
 * @returns null once people answer, on a demonstration, and for whoever neither settles, writes nor approves
 */
export async function firstStepsFor(context: AppContext, { login, roles }: Account): Promise<wire.FirstSteps | null> {
  const may = (...some: Account['roles']) => some.some((role) => roles.includes(role))
  // who only reads and approves is not sent to write
  const mayWrite = may('admin', 'designer')
  const settings = await context.settings()
  if (settings.demo || !may('admin', 'designer', 'publisher')) return null
  const known = await standingOf(context)
  if (known === null) return null
  const { draft, trial, asked, open } = known
  const unset = missingSettings(settings.values)
  const [setting] = unset
  const [people] = await missingPeople(context)
  const isAsked = asked !== null || open !== null
  const steps: Step[] = [
    {
      text:
        unset.length === 0 || unset.length === settingsAsked
          ? 'Dire à qui s’adresser : contact, délégué à la protection des données, adresse publique du site. L’essai s’en passe ; l’ouverture pour de bon les demande.'
          : `Dire à qui s’adresser\u202f: ${settingsAsked - unset.length} réglage${settingsAsked - unset.length > 1 ? 's' : ''} sur ${settingsAsked}. ${unset.map(({ text }) => text).join(' ')}`,
      minutes: 2,
      isDone: setting === undefined,
      link: may('admin') ? (setting?.link ?? null) : null,
      linkText: 'Remplir les réglages',
    },
    {
      text: people?.text ?? 'Inviter la personne qui relira et approuvera.',
      minutes: 2,
      isDone: people === undefined,
      link: may('admin') && people ? people.link : null,
      linkText: people?.linkText ?? '',
    },
    {
      text: !draft
        ? 'Écrire un questionnaire, ou en choisir un prêt.'
        : mayWrite
          ? `Écrire ${quoted(draft.title)}.`
          : `${draft.updatedByName} écrit ${quoted(draft.title)}.`,
      minutes: 8,
      isDone: isAsked || (trial !== null && draft === null),
      link: mayWrite ? (draft ? `/concevoir/${draft.slug}/page` : '/gerer/questionnaires') : null,
      linkText: draft ? 'Continuer' : 'Voir les questionnaires',
    },
    {
      text: 'Demander l’ouverture ; le dernier jour proposé est dans six semaines.',
      minutes: 1,
      isDone: isAsked,
      link: !mayWrite
        ? null
        : draft
          ? `/concevoir/${draft.slug}/controle`
          : `/gerer/questionnaires${trial ? `/${trial.slug}#ouverture` : ''}`,
      linkText: draft ? 'Contrôler, puis demander' : 'Préparer l’ouverture',
    },
    {
      text: asked
        ? `${asked.by === login ? 'Une autre personne' : 'Vous'} : relire ${quoted(asked.title)}, puis approuver.`
        : 'Une autre personne relit, puis approuve.',
      minutes: 3,
      isDone: open !== null,
      link: asked && asked.by !== login && may('publisher') ? asked.link : null,
      linkText: 'Relire et approuver',
    },
    {
      text: open
        ? `Faire connaître ${quoted(open.title)} : ${settings.values.publicAddress}/q/${open.slug}`
        : 'Faire connaître l’adresse : affiches, messages et codes seront prêts.',
      minutes: 2,
      isDone: false,
      link: open ? `/terrain/${open.slug}/diffusion` : null,
      linkText: 'Diffuser',
    },
  ]
  const next = steps.findIndex(({ isDone }) => !isDone)
  return steps.map(({ isDone, ...step }, at) => ({ ...step, state: isDone ? 'done' : at === next ? 'now' : 'later' }))
}

/** What stands nearest to an opening; null once a questionnaire was answered for good. */
async function standingOf(context: AppContext) {
  const standings = await context.store.collection(collections.questionnaires).list()
  const now = context.now().toISOString()
  const ready = new Set(founding().map(({ slug }) => slug))
  type Named = { slug: string; title: string }
  let open: Named | null = null
  // written here: those that come with the site are all on trial
  let trial: Named | null = null
  for (const { id: slug, value } of standings) {
    const status = statusAt(value, now)
    const named = { slug, title: await context.questionnaires.titleOf(slug, value.version) }
    if (status === 'trial') {
      if (!ready.has(slug)) trial = named
    } else if (status === 'closed' || status === 'archived' || (await answerCount(context, slug, value)) > 0)
      return null
    else open = named
  }
  const drafts = (await draftsIn(context).list())
    .filter(({ value }) => value.basedOn === null)
    .toSorted((a, b) => b.value.updatedAt.localeCompare(a.value.updatedAt))
    .map(({ id, value }) => ({ slug: id, title: frenchOf(value.questionnaire.title) || id, ...value }))
  const [request] = await context.store.collection(collections.liveRequests).list()
  const inReview = drafts.find(({ state }) => state === 'review')
  const asked = inReview
    ? {
        title: inReview.title,
        by: inReview.askedBy?.login ?? '',
        link: `/concevoir/${inReview.slug}/controle#demande`,
      }
    : request
      ? {
          title: await titleOf(context, request.id),
          by: request.value.by,
          link: `/gerer/questionnaires/${request.id}`,
        }
      : null
  return { draft: drafts[0] ?? null, trial, asked, open }
}

const titleOf = async ({ questionnaires }: AppContext, slug: string) =>
  questionnaires.titleOf(slug, (await questionnaires.found(slug)).standing.version)
