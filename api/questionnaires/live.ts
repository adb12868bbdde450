/** From trial to real: what is still missing, the request of one person, the approval of another. */
import { createHash } from 'node:crypto'
import { compileValidator } from '../../surveys/answers/validator.ts'
import { canonical } from '../../surveys/canonical.ts'
import { endOfDay } from '../../surveys/days.ts'
import { choicesParameterOf, materialise, type ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Assigned, Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { sourceOf, writeVersion } from '../design/sources.ts'
import { cacheMs } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import { tooLate } from '../operations/retention.ts'
import { answerCount } from '../responses/answer-count.ts'
import { collections } from '../store/collections.ts'
import type * as wire from '../wire/staff.ts'
import type { LiveRequest, Standing } from './collections.ts'
import { missingFor, requireNone } from './live-missing.ts'
import { ownParameters } from './own-parameters.ts'
import { promisedMonths, valuesFor } from './parameter-values.ts'
import { statusAt } from './status.ts'

type Candidate = { standing: Standing; revision: number; source: Questionnaire; values: ParameterValues }

/** @throws Problem questionnaire-unknown */
async function candidateOf(context: AppContext, slug: string, closesAt: string | null): Promise<Candidate> {
  const stored = await context.store.collection(collections.questionnaires).get(slug)
  const source = await sourceOf(context, slug)
  if (!stored || !source) throw new Problem('questionnaire-unknown')
  return { standing: stored.value, revision: stored.revision, source, values: await valuesFor(context, slug, closesAt) }
}

const requests = (context: AppContext) => context.store.collection(collections.liveRequests)

/** What an approval is about: the text, what fills it in, and the day; whoever approves names the edition they have read. */
async function editionOf(
  context: AppContext,
  { source, values, standing }: Candidate,
  closesAt: string,
): Promise<string> {
  const { noticeMore } = (await context.settings()).values
  const read = canonical([source, values, noticeMore, closesAt, standing.version])
  return createHash('sha256').update(read).digest('base64url')
}

/** Every questionnaire this person works on, with what is missing before it opens for real. */
export async function livePage(context: AppContext, me: Account): Promise<wire.LivePage> {
  const standings = await context.store.collection(collections.questionnaires).list()
  const mine = standings.filter(({ id }) => me.questionnaires === null || me.questionnaires.includes(id))
  const questionnaires = await Promise.all(
    mine.map(async ({ id: slug, value: standing }) => {
      const { status, version, closesAt } = standing
      const title = await context.questionnaires.titleOf(slug, version)
      const source = await sourceOf(context, slug)
      const request = (await requests(context).get(slug))?.value ?? null
      const isTrial = status === 'trial' && source !== null
      return {
        slug,
        title,
        status: statusAt(standing, context.now().toISOString()),
        version,
        closesAt,
        answers: await answerCount(context, slug, standing),
        missing: isTrial ? await missingFor(context, source, (await candidateOf(context, slug, null)).values) : [],
        notes: isTrial ? await notesFor(context) : [],
        hasParameters: source !== null && ownParameters(source).length > 0,
        request:
          request && isTrial
            ? { ...request, isMine: request.by === me.login, edition: await editionAsked(context, slug, request) }
            : null,
      }
    }),
  )
  return { questionnaires }
}

const editionAsked = async (context: AppContext, slug: string, { closesAt }: LiveRequest) =>
  editionOf(context, await candidateOf(context, slug, closesAt), closesAt)

/** Worth knowing before it opens, without preventing it. */
async function notesFor(context: AppContext): Promise<wire.Linked[]> {
  return (await context.tables.current('zones'))
    ? []
    : [
        {
          text: 'Le découpage en zones est provisoire. Vous pourrez le changer plus tard sans perdre de réponse.',
          link: '/gerer/tables/zones',
          linkText: 'Voir les zones',
        },
      ]
}

/** @throws Problem questionnaire-unknown, not-on-trial, date-past, live-missing, changed-meanwhile */
export async function askLive(context: AppContext, me: Account, slug: string, closesAt: string): Promise<void> {
  await ready(context, slug, closesAt)
  const request: LiveRequest = { by: me.login, byName: me.name, at: context.now().toISOString(), closesAt }
  const stored = await requests(context).get(slug)
  if ((await requests(context).put(slug, request, stored?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
  await context.audit.record({ who: me.login, what: 'live-asked', about: slug, details: { 'dernier jour': closesAt } })
}

export async function withdrawLive(context: AppContext, me: Account, slug: string): Promise<void> {
  if (await requests(context).remove(slug))
    await context.audit.record({ who: me.login, what: 'live-withdrawn', about: slug })
}

/**
 * The second person opens it for good: parameters are frozen into a new version, answers of the trial are deleted.
 *
 * @param seen edition the approver has read
 * @returns how many trial answers were deleted
 * @throws Problem live-not-asked, second-person, live-missing, changed-meanwhile
 */
export async function approveLive(context: AppContext, me: Account, slug: string, seen: string): Promise<number> {
  const request = await requests(context).get(slug)
  if (!request) throw new Problem('live-not-asked')
  if (request.value.by === me.login) throw new Problem('second-person')
  const { closesAt } = request.value
  const candidate = await ready(context, slug, closesAt)
  if ((await editionOf(context, candidate, closesAt)) !== seen) throw new Problem('edition-changed')
  const { standing, revision, source, values } = candidate
  const questionnaire = await frozen(context, source, values, standing.version + 1)
  compileValidator(questionnaire)
  const version = await writeVersion(context, questionnaire, values, { asked: request.value.by, approved: me.login })
  const open: Standing = {
    ...standing,
    ...(await promisedMonths(context)),
    status: 'open',
    version,
    liveFrom: version,
    closesAt: endOfDay(closesAt),
  }
  if ((await context.store.collection(collections.questionnaires).put(slug, open, revision)) === 'changed')
    throw new Problem('changed-meanwhile')
  await requests(context).remove(slug)
  const deleted = await removeTrial(context, slug)
  const details = { version, 'dernier jour': closesAt, 'réponses d’essai effacées': deleted, demandé: request.value.by }
  await context.audit.record({ who: me.login, what: 'live-approved', about: slug, details })
  return deleted
}

/** Twice: another instance may believe in the trial for as long as it remembers its last reading. */
export async function removeTrial(context: AppContext, slug: string): Promise<number> {
  await context.ledger.record('trial', slug, slug)
  const first = await context.store.responses.removeTrial(slug)
  await context.stopwatch.pass(cacheMs + 200)
  return first + (await context.store.responses.removeTrial(slug))
}

async function ready(context: AppContext, slug: string, closesAt: string): Promise<Candidate> {
  const candidate = await candidateOf(context, slug, closesAt)
  if (candidate.standing.status !== 'trial') throw new Problem('not-on-trial')
  await mayOpen(context, candidate.source, candidate.values, closesAt)
  return candidate
}

/** @throws Problem date-past, live-missing */
export async function mayOpen(
  context: AppContext,
  source: Questionnaire,
  values: ParameterValues,
  closesAt: string,
): Promise<void> {
  const now = context.now().toISOString()
  if (endOfDay(closesAt) <= now) throw new Problem('date-past')
  const late = await tooLate(context, endOfDay(closesAt), now, {})
  if (late !== null) throw new Problem('dates-refused', [{ path: 'closesAt', message: late }])
  requireNone(await missingFor(context, source, values))
}

/** The questionnaire as people will read it, with the lines the authority adds to the notice. */
export async function frozen(
  context: AppContext,
  source: Questionnaire,
  values: ParameterValues,
  version: number,
): Promise<Questionnaire> {
  const { noticeMore } = (await context.settings()).values
  const filled = materialise(source, values)
  const more = noticeMore === '' ? [] : [{ id: 'local', title: 'À savoir aussi', text: noticeMore }]
  return {
    ...filled,
    version,
    notice: { lines: [...filled.notice.lines, ...more] },
    assigned: filled.assigned.map((drawn) => ordered(drawn, source, values)),
  }
}

/** An order drawn at random counts as many choices as the authority has given to the question it orders. */
function ordered(drawn: Assigned, source: Questionnaire, values: ParameterValues): Assigned {
  const [parameter] = (drawn.orders ?? []).flatMap((question) => choicesParameterOf(source, question) ?? [])
  const choices = parameter === undefined ? undefined : values[parameter]
  if (!Array.isArray(choices)) return drawn
  const numbers = choices.map((_, index) => String(index + 1))
  return { ...drawn, values: permutations(numbers).map((order) => order.join('-')) }
}

function permutations(items: string[]): string[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}
