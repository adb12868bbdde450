/** The questionnaire as its authors wrote it, before the authority's parameters are filled in. */
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { ParameterValues } from '../../surveys/questionnaire/parameters.ts'
import type { Questionnaire } from '../../surveys/questionnaire/questionnaire.ts'
import type { AppContext } from '../context.ts'
import { type Standing, shippedIn, type Version } from '../questionnaires/questionnaires.ts'

/** DocumentCollection `sources`, by slug: what was last approved. */
export type Source = { questionnaire: Questionnaire; version: number }

export const sourceShelf = ({ store }: AppContext) => store.collection<Source>('sources')
export const standingShelf = ({ store }: AppContext) => store.collection<Standing>('questionnaires')
export const versionShelf = ({ store }: AppContext) => store.collection<Version>('versions')

/** @returns what the staff last published, else what this installation took of what was shipped; null when neither is known */
export async function sourceOf(context: AppContext, slug: string): Promise<Questionnaire | null> {
  const kept = await sourceShelf(context).get(slug)
  const taken = kept ? null : (await shippedIn(context.store).get(slug))?.value.questionnaire
  return kept?.value.questionnaire ?? taken ?? founding.find((shipped) => shipped.slug === slug) ?? null
}

/** The same, or the published version itself: there is always something to start from. */
export async function startOf(context: AppContext, slug: string, version: number): Promise<Questionnaire | null> {
  const source = await sourceOf(context, slug)
  return source ?? (await versionShelf(context).get(`${slug}@${version}`))?.value.questionnaire ?? null
}

/** Under the next number that is free: one left behind by an approval that did not end is passed over, never changed. */
export async function writeVersion(
  context: AppContext,
  questionnaire: Questionnaire,
  parameters: ParameterValues,
  by: NonNullable<Version['by']>,
): Promise<number> {
  for (let version = questionnaire.version; ; version++) {
    const publishedAt = context.now().toISOString()
    const kept: Version = { questionnaire: { ...questionnaire, version }, parameters, publishedAt, by }
    if ((await versionShelf(context).put(`${questionnaire.slug}@${version}`, kept, null)) !== 'changed') return version
  }
}
