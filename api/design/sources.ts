/** The questionnaire as its authors wrote it, before the authority's parameters are filled in. */
import { founding } from '../../surveys/founding.ts'
import type { Questionnaire } from '../../surveys/questionnaire.ts'
import type { ParameterValues } from '../../surveys/questionnaire-parameters.ts'
import type { House } from '../house.ts'
import type { Standing, Version } from '../questionnaires.ts'

/** Shelf `sources`, by slug: what was last approved. */
export type Source = { questionnaire: Questionnaire; version: number }

export const sourceShelf = ({ store }: House) => store.shelf<Source>('sources')
export const standingShelf = ({ store }: House) => store.shelf<Standing>('questionnaires')
export const versionShelf = ({ store }: House) => store.shelf<Version>('versions')

/** @returns what the staff last published, else what was shipped; null when neither is known */
export async function sourceOf(house: House, slug: string): Promise<Questionnaire | null> {
  const kept = await sourceShelf(house).get(slug)
  return kept?.value.questionnaire ?? founding.find((shipped) => shipped.slug === slug) ?? null
}

/** The same, or the published version itself: there is always something to start from. */
export async function startOf(house: House, slug: string, version: number): Promise<Questionnaire | null> {
  const source = await sourceOf(house, slug)
  return source ?? (await versionShelf(house).get(`${slug}@${version}`))?.value.questionnaire ?? null
}

/** Under the next number that is free: one left behind by an approval that did not end is passed over, never changed. */
export async function writeVersion(
  house: House,
  questionnaire: Questionnaire,
  parameters: ParameterValues,
  by: NonNullable<Version['by']>,
): Promise<number> {
  for (let version = questionnaire.version; ; version++) {
    const publishedAt = house.now().toISOString()
    const kept: Version = { questionnaire: { ...questionnaire, version }, parameters, publishedAt, by }
    if ((await versionShelf(house).put(`${questionnaire.slug}@${version}`, kept, null)) !== 'changed') return version
  }
}
