/** A new draft: blank, a copy of a questionnaire, or a file, whether one of ours or of SurveyJS. */

import { blankQuestionnaire } from '../../surveys/questionnaire/blank.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import type * as wire from '../wire/design.ts'
import { type Draft, draftOf, draftsIn, theDraft } from './drafts.ts'
import { sourcesIn, standingsIn, startOf } from './sources.ts'

/** @throws Problem slug-taken, not-allowed, questionnaire-unknown, import-refused */
export async function makeDraft(context: AppContext, me: Account, asked: wire.NewDesign): Promise<wire.DesignMade> {
  const { newSlug: slug } = asked
  mayWorkOn(me, slug)
  if (await standingsIn(context).get(slug)) throw new Problem('slug-taken')
  const { questionnaire, notes } = await startFrom(context, me, asked)
  await put(context, me, questionnaire, null)
  await context.audit.record({
    who: me.login,
    what: 'draft-made',
    about: slug,
    details: { depuis: beginnings[asked.from] },
  })
  return { slug, notes }
}

const beginnings: Record<wire.NewDesign['from'], string> = {
  blank: 'une page blanche',
  copy: 'la copie d’un autre',
  import: 'un fichier',
}

async function startFrom(context: AppContext, me: Account, asked: wire.NewDesign) {
  const { newSlug: slug, title } = asked
  switch (asked.from) {
    case 'blank':
      return { questionnaire: blankQuestionnaire(slug, title, asked), notes: [] }
    case 'copy':
      return { questionnaire: { ...(await original(context, me, asked.slug)), slug, title, version: 1 }, notes: [] }
    case 'import': {
      // a file may be written in any of the languages
      const { languages: _, ...blank } = blankQuestionnaire(slug, title)
      return imported(asked.json, blank)
    }
  }
}

/** @throws Problem import-refused */
async function imported(json: unknown, blank: Questionnaire) {
  const { importWhole, isWhole } = await import('../../surveys/import/whole.ts')
  const { ImportError, importSurvey } = await import('../../surveys/import/surveyjs.ts')
  try {
    if (isWhole(json)) return importWhole(json, blank)
    const { definition, notes } = importSurvey(json)
    return { questionnaire: { ...blank, definition }, notes }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    throw new Problem(
      'import-refused',
      error.reasons.map((message) => ({ path: '', message })),
    )
  }
}

/** The draft of a questionnaire when there is one, else what was last published. */
async function original(context: AppContext, me: Account, slug: string): Promise<Questionnaire> {
  mayWorkOn(me, slug)
  const draft = await draftOf(context, slug)
  if (draft) return draft.value.questionnaire
  const standing = await standingsIn(context).get(slug)
  const source = standing && (await startOf(context, slug, standing.value.version))
  if (!source) throw new Problem('questionnaire-unknown')
  return source
}

/** The route validates the shape of a slug; this checks that the person works on it. */
function mayWorkOn({ questionnaires }: Account, slug: string): void {
  if (questionnaires !== null && !questionnaires.includes(slug)) throw new Problem('not-allowed')
}

/**
 * A draft on the version people answer now; the one that is there already when somebody has opened it.
 *
 * @throws Problem not-published, questionnaire-archived
 */
export async function openDraft(context: AppContext, me: Account, slug: string): Promise<{ revision: number }> {
  const there = await draftOf(context, slug)
  if (there) return { revision: there.value.edition }
  const standing = await standingsIn(context).get(slug)
  if (!standing) throw new Problem('not-published')
  const { status, version } = standing.value
  if (status === 'archived') throw new Problem('questionnaire-archived')
  const source = await startOf(context, slug, version)
  if (!source) throw new Problem('not-published')
  return { revision: await openDraftOn(context, me, { ...source, slug }, version) }
}

/** @returns the edition of the draft that is there now: this one, or one a colleague has just opened */
export async function openDraftOn(
  context: AppContext,
  me: Account,
  source: Questionnaire,
  version: number,
): Promise<number> {
  const { slug } = source
  const readOver = (await sourcesIn(context).get(slug))?.value.readOver
  await put(context, me, { ...source, version: version + 1 }, version, readOver).catch((error) => {
    if (!(error instanceof Problem)) throw error
  })
  await context.audit.record({ who: me.login, what: 'draft-opened', about: slug, details: { version } })
  return (await theDraft(context, slug)).value.edition
}

/** @throws Problem slug-taken */
async function put(
  context: AppContext,
  me: Account,
  questionnaire: Questionnaire,
  basedOn: number | null,
  readOver: Draft['readOver'] = {},
): Promise<void> {
  const draft: Draft = {
    questionnaire,
    state: 'draft',
    basedOn,
    reasons: {},
    readOver,
    opening: null,
    askedBy: null,
    comments: [],
    updatedBy: me.login,
    updatedByName: me.name,
    updatedAt: context.now().toISOString(),
    edition: 1,
  }
  if ((await draftsIn(context).put(questionnaire.slug, draft, null)) === 'changed') throw new Problem('slug-taken')
}
