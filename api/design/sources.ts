/** The questionnaire as its authors wrote it, before the authority's parameters are filled in. */
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import type { Version } from '../questionnaires/collections.ts'
import { shippedIn } from '../questionnaires/questionnaires.ts'
import { collections } from '../store/collections.ts'

export const sourcesIn = ({ store }: AppContext) => store.collection(collections.sources)
export const standingsIn = ({ store }: AppContext) => store.collection(collections.questionnaires)
export const versionsIn = ({ store }: AppContext) => store.collection(collections.versions)

/** @returns what the staff last published, else what this installation took of what was shipped; null when neither is known */
export async function sourceOf(context: AppContext, slug: string): Promise<Questionnaire | null> {
  const stored = await sourcesIn(context).get(slug)
  const taken = stored ? null : (await shippedIn(context.store).get(slug))?.value.questionnaire
  return stored?.value.questionnaire ?? taken ?? founding().find((shipped) => shipped.slug === slug) ?? null
}

/** The same, or the published version itself: there is always something to start from. */
export async function startOf(context: AppContext, slug: string, version: number): Promise<Questionnaire | null> {
  const source = await sourceOf(context, slug)
  return source ?? (await versionOf(context, slug, version))?.questionnaire ?? null
}

export const versionOf = async (context: AppContext, slug: string, version: number): Promise<Version | null> =>
  (await versionsIn(context).get(`${slug}@${version}`))?.value ?? null

/** Under the next number that is free: one left behind by an approval that did not end is passed over, never changed. */
export async function writeVersion(
  context: AppContext,
  questionnaire: Questionnaire,
  parameters: ParameterValues,
  by: NonNullable<Version['by']>,
): Promise<number> {
  const publishedAt = context.now().toISOString()
  return versionsIn(context).insertNext(questionnaire.version, (version) => ({
    id: `${questionnaire.slug}@${version}`,
    value: { questionnaire: { ...questionnaire, version }, parameters, publishedAt, by },
  }))
}
