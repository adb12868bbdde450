/** The second person approves: the draft becomes a version that never changes again. */
import { compileValidator } from '../../surveys/answers/validator.ts'
import { endOfDay } from '../../surveys/days.ts'
import { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import { objections } from '../../surveys/review/successor.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { frozen } from '../questionnaires/live.ts'
import { promisedMonths } from '../questionnaires/parameter-values.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'
import type { Stored } from '../store/store.ts'
import type * as wire from '../wire/design.ts'
import { passes } from './checked.ts'
import { type Draft, draftsIn, sameEdition, theDraft } from './drafts.ts'
import { nextValues } from './next.ts'
import { mayBegin } from './review.ts'
import { sourcesIn, standingsIn, writeVersion } from './sources.ts'

/**
 * @param seen edition of what the approver has read
 * @throws Problem draft-unknown, not-in-review, second-person, changed-meanwhile, questionnaire-archived, gate-refused, live-missing
 */
export async function approveDraft(
  context: AppContext,
  me: Account,
  slug: string,
  seen: number,
): Promise<wire.Approved> {
  const stored = await theDraft(context, slug)
  const draft = stored.value
  if (draft.state !== 'review' || !draft.askedBy) throw new Problem('not-in-review')
  if (draft.askedBy.login === me.login) throw new Problem('second-person')
  sameEdition(draft, seen)
  const standing = await standingsIn(context).get(slug)
  if (standing?.value.status === 'archived') throw new Problem('questionnaire-archived')
  await passes(context, slug, draft)
  if (!standing && draft.opening) await mayBegin(context, draft, draft.opening)

  const source = Questionnaire.parse(draft.questionnaire)
  const { questionnaire, values } = await filled(context, source, standing, draft)
  const version = await writeVersion(context, questionnaire, values, { asked: draft.askedBy.login, approved: me.login })
  await writeSource(context, { ...source, version }, draft.readOver)
  const begun = standing ? { ...standing.value, version, origin: 'staff' as const } : firstStanding(version, draft)
  const next = begun.liveFrom === undefined ? begun : { ...begun, ...(await promisedMonths(context, begun)) }
  if ((await standingsIn(context).put(slug, next, standing?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
  await draftsIn(context).remove(slug)
  const details = { version, demandé: draft.askedBy.login, état: statusWords[next.status] }
  await context.audit.record({ who: me.login, what: 'design-approved', about: slug, details })
  return { version }
}

const statusWords: Record<Standing['status'], string> = {
  draft: 'brouillon',
  review: 'en relecture',
  trial: 'à l’essai',
  open: 'ouvert',
  closed: 'clos',
  archived: 'archivé',
}

function firstStanding(version: number, { opening }: Draft): Standing {
  const isOpen = opening?.as === 'open'
  return {
    status: isOpen ? 'open' : 'trial',
    version,
    closesAt: opening?.closesAt ? endOfDay(opening.closesAt) : null,
    origin: 'staff',
    ...(isOpen ? { liveFrom: version } : {}),
  }
}

async function filled(context: AppContext, source: Questionnaire, standing: Stored<Standing> | null, draft: Draft) {
  const { values, before } = await nextValues(context, source, standing?.value ?? null, draft.opening?.closesAt ?? null)
  const questionnaire = await frozen(context, source, values, (standing?.value.version ?? 0) + 1)
  compileValidator(questionnaire)
  const against = before ? objections(before.questionnaire, questionnaire) : []
  const real = against.filter(({ code }) => code !== 'version')
  if (real.length > 0)
    throw new Problem(
      'gate-refused',
      real.map(({ path, message }) => ({ path, message })),
    )
  return { questionnaire, values }
}

async function writeSource(
  context: AppContext,
  questionnaire: Questionnaire,
  readOver: Draft['readOver'],
): Promise<void> {
  const { slug, version } = questionnaire
  const stored = await sourcesIn(context).get(slug)
  if (
    (await sourcesIn(context).put(slug, { questionnaire, version, readOver }, stored?.revision ?? null)) === 'changed'
  )
    throw new Problem('changed-meanwhile')
}
