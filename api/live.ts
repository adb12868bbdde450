/** From trial to real: what is still missing, the request of one person, the approval of another. */
import { compile } from '../surveys/check.ts'
import type { Assigned, Questionnaire } from '../surveys/questionnaire.ts'
import { materialise, type ParameterValues } from '../surveys/questionnaire-parameters.ts'
import type { Account } from './accounts/account.ts'
import { answerCount } from './answer-count.ts'
import { briefMs } from './brief.ts'
import { sourceOf, writeVersion } from './design/sources.ts'
import { endOfDay } from './fieldwork/days.ts'
import type { House } from './house.ts'
import { missingFor, told } from './live-missing.ts'
import { ownParameters } from './parameters/own.ts'
import { valuesFor } from './parameters/values.ts'
import { Problem } from './problems.ts'
import type { Standing } from './questionnaires.ts'
import type * as wire from './wire-staff.ts'

/** Shelf `live-requests`, by slug. */
export type LiveRequest = { by: string; byName: string; at: string; closesAt: string }

type Slate = { standing: Standing; revision: number; source: Questionnaire; values: ParameterValues }

/** @throws Problem questionnaire-unknown */
async function slateOf(house: House, slug: string, closesAt: string | null): Promise<Slate> {
  const kept = await house.store.shelf<Standing>('questionnaires').get(slug)
  const source = await sourceOf(house, slug)
  if (!kept || !source) throw new Problem('questionnaire-unknown')
  return { standing: kept.value, revision: kept.revision, source, values: await valuesFor(house, slug, closesAt) }
}

const requests = (house: House) => house.store.shelf<LiveRequest>('live-requests')

/** Every questionnaire this person works on, with what stands between it and real life. */
export async function livePage(house: House, me: Account): Promise<wire.LivePage> {
  const standings = await house.store.shelf<Standing>('questionnaires').list()
  const mine = standings.filter(({ id }) => me.questionnaires === null || me.questionnaires.includes(id))
  const questionnaires = await Promise.all(
    mine.map(async ({ id: slug, value: standing }) => {
      const { status, version, closesAt } = standing
      const title = await house.questionnaires.titleOf(slug, version)
      const source = await sourceOf(house, slug)
      const request = (await requests(house).get(slug))?.value ?? null
      const isTrial = status === 'trial' && source !== null
      return {
        slug,
        title,
        status,
        version,
        closesAt,
        answers: await answerCount(house, slug, standing),
        missing: isTrial ? await missingFor(house, source, (await slateOf(house, slug, null)).values) : [],
        notes: isTrial ? await notesFor(house) : [],
        hasParameters: source !== null && ownParameters(source).length > 0,
        request: request && { ...request, isMine: request.by === me.login },
      }
    }),
  )
  return { questionnaires }
}

/** Worth knowing before going live, without standing in the way. */
async function notesFor(house: House): Promise<wire.Missing[]> {
  return (await house.tables.current('zones'))
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
export async function askLive(house: House, me: Account, slug: string, closesAt: string): Promise<void> {
  await ready(house, slug, closesAt)
  const request: LiveRequest = { by: me.login, byName: me.name, at: house.now().toISOString(), closesAt }
  const kept = await requests(house).get(slug)
  if ((await requests(house).put(slug, request, kept?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
  await house.audit.record({ who: me.login, what: 'live-asked', about: slug, details: { jusque: closesAt } })
}

export async function withdrawLive(house: House, me: Account, slug: string): Promise<void> {
  if (await requests(house).remove(slug))
    await house.audit.record({ who: me.login, what: 'live-withdrawn', about: slug })
}

/**
 * The second person opens it for good: parameters are frozen into a new version, answers of the trial are deleted.
 *
 * @returns how many trial answers were deleted
 * @throws Problem live-not-asked, second-person, live-missing, changed-meanwhile
 */
export async function approveLive(house: House, me: Account, slug: string): Promise<number> {
  const request = await requests(house).get(slug)
  if (!request) throw new Problem('live-not-asked')
  if (request.value.by === me.login) throw new Problem('second-person')
  const { closesAt } = request.value
  const { standing, revision, source, values } = await ready(house, slug, closesAt)
  const questionnaire = await frozen(house, source, values, standing.version + 1)
  compile(questionnaire)
  const version = await writeVersion(house, questionnaire, values, { asked: request.value.by, approved: me.login })
  const open: Standing = { ...standing, status: 'open', version, liveFrom: version, closesAt: endOfDay(closesAt) }
  if ((await house.store.shelf<Standing>('questionnaires').put(slug, open, revision)) === 'changed')
    throw new Problem('changed-meanwhile')
  await requests(house).remove(slug)
  const deleted = await removeTrial(house, slug)
  const details = { version, jusque: closesAt, 'réponses d’essai effacées': deleted, demandé: request.value.by }
  await house.audit.record({ who: me.login, what: 'live-approved', about: slug, details })
  return deleted
}

/** Twice: another instance may believe in the trial for as long as it remembers its last reading. */
async function removeTrial(house: House, slug: string): Promise<number> {
  const first = await house.store.responses.removeTrial(slug)
  await new Promise((resolve) => setTimeout(resolve, briefMs + 200))
  return first + (await house.store.responses.removeTrial(slug))
}

async function ready(house: House, slug: string, closesAt: string): Promise<Slate> {
  const slate = await slateOf(house, slug, closesAt)
  if (slate.standing.status !== 'trial') throw new Problem('not-on-trial')
  await mayOpen(house, slate.source, slate.values, closesAt)
  return slate
}

/** @throws Problem date-past, live-missing */
export async function mayOpen(
  house: House,
  source: Questionnaire,
  values: ParameterValues,
  closesAt: string,
): Promise<void> {
  if (endOfDay(closesAt) <= house.now().toISOString()) throw new Problem('date-past')
  told(await missingFor(house, source, values))
}

/** The questionnaire as people will read it, with the lines the authority adds to the notice. */
export async function frozen(
  house: House,
  source: Questionnaire,
  values: ParameterValues,
  version: number,
): Promise<Questionnaire> {
  const { noticeMore } = (await house.settings()).values
  const filled = materialise(source, values)
  const more = noticeMore === '' ? [] : [{ id: 'local', title: 'À savoir aussi', text: noticeMore }]
  return {
    ...filled,
    version,
    notice: { lines: [...filled.notice.lines, ...more] },
    assigned: filled.assigned.map((drawn) => ordered(drawn, values)),
  }
}

/** An order drawn at random counts as many places as the authority has named. */
function ordered(drawn: Assigned, { lieux_candidats: places }: ParameterValues): Assigned {
  if (!drawn.orders || !Array.isArray(places)) return drawn
  const numbers = places.map((_, index) => String(index + 1))
  return { ...drawn, values: permutations(numbers).map((order) => order.join('-')) }
}

function permutations(items: string[]): string[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]))
}
