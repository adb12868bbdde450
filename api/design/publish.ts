/** The second person approves: the draft becomes a version that never changes again. */
import { compile } from '../../surveys/check.ts'
import { Questionnaire } from '../../surveys/questionnaire.ts'
import { objections } from '../../surveys/successor.ts'
import type { Account } from '../accounts/account.ts'
import { endOfDay } from '../fieldwork/days.ts'
import type { House } from '../house.ts'
import { frozen } from '../live.ts'
import { Problem } from '../problems.ts'
import type { Standing } from '../questionnaires.ts'
import type { Kept } from '../store/store.ts'
import type * as wire from '../wire-design.ts'
import { passes } from './checked.ts'
import { type Draft, draftShelf, sameEdition, theDraft } from './drafts.ts'
import { nextValues } from './next.ts'
import { mayBegin } from './review.ts'
import { sourceShelf, standingShelf, writeVersion } from './sources.ts'

/**
 * @param seen edition of what the approver has read
 * @throws Problem draft-unknown, not-in-review, second-person, changed-meanwhile, questionnaire-archived, gate-refused, live-missing
 */
export async function approveDraft(house: House, me: Account, slug: string, seen: number): Promise<wire.Approved> {
  const kept = await theDraft(house, slug)
  const draft = kept.value
  if (draft.state !== 'review' || !draft.askedBy) throw new Problem('not-in-review')
  if (draft.askedBy.login === me.login) throw new Problem('second-person')
  sameEdition(draft, seen)
  const standing = await standingShelf(house).get(slug)
  if (standing?.value.status === 'archived') throw new Problem('questionnaire-archived')
  await passes(house, slug, draft)
  if (!standing && draft.opening) await mayBegin(house, draft, draft.opening)

  const source = Questionnaire.parse(draft.questionnaire)
  const { questionnaire, values } = await filled(house, source, standing, draft)
  const version = await writeVersion(house, questionnaire, values, { asked: draft.askedBy.login, approved: me.login })
  await writeSource(house, { ...source, version })
  const next = standing ? { ...standing.value, version, origin: 'staff' as const } : firstStanding(version, draft)
  if ((await standingShelf(house).put(slug, next, standing?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
  await draftShelf(house).remove(slug)
  const details = { version, demandé: draft.askedBy.login, état: statusWords[next.status] }
  await house.audit.record({ who: me.login, what: 'design-approved', about: slug, details })
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

async function filled(house: House, source: Questionnaire, standing: Kept<Standing> | null, draft: Draft) {
  const { values, before } = await nextValues(house, source, standing?.value ?? null, draft.opening?.closesAt ?? null)
  const questionnaire = await frozen(house, source, values, (standing?.value.version ?? 0) + 1)
  compile(questionnaire)
  const against = before ? objections(before.questionnaire, questionnaire) : []
  const real = against.filter(({ code }) => code !== 'version')
  if (real.length > 0)
    throw new Problem(
      'gate-refused',
      real.map(({ path, message }) => ({ path, message })),
    )
  return { questionnaire, values }
}

async function writeSource(house: House, questionnaire: Questionnaire): Promise<void> {
  const { slug, version } = questionnaire
  const kept = await sourceShelf(house).get(slug)
  if ((await sourceShelf(house).put(slug, { questionnaire, version }, kept?.revision ?? null)) === 'changed')
    throw new Problem('changed-meanwhile')
}
